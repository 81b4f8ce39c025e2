#!/usr/bin/env python3
"""Let a trained reader label texts that nobody labelled, for another to learn from (distillation, Hinton et al. 2015).

usage: teach.py ENCODER_DIR TEACHER.pt SHARED_CORPORA OUT.pt

SHARED_CORPORA is ../shared/corpora, or any folder of texts (NAME.txt). Of the first it reads TimeBank (but for the half that examples/timebank keeps for scores), PLOVER's sentences, the newsgroups and weblogs of EWT and the genres of GUM that a shipped model may be
trained on. OUT.pt holds the texts with the teacher's score of each tag at each word, so that train.py --taught can draw tags as likely as the teacher
holds them, anew each epoch. It holds text of the corpora: it stays in .train.
"""
import argparse
import glob
import os
import re
import time

import numpy as np
import torch

import corpus
import export
import features
import gold
import train

HERE = os.path.dirname(os.path.abspath(__file__))
GENRES = ("academic", "bio", "conversation", "court", "interview", "speech", "textbook", "vlog", "voyage")


def timebank(folder):
    """The texts of TimeBank's files: {name: text}."""
    return {os.path.basename(p)[:-4]: gold.tml_text(gold.read(p)) for p in sorted(glob.glob(os.path.join(folder, "*.tml")))}


def conllu(path, wanted):
    """The texts of the documents of a CoNLL-U file whose name passes wanted, a line for each paragraph."""
    out, name = {}, None
    with open(path, encoding="utf8") as f:
        for line in f:
            if m := re.match(r"# newdoc id = (\S+)", line):
                name = m.group(1) if wanted(m.group(1)) else None
                if name:
                    out[name] = []
            elif name and (line.startswith("# newpar") or not out[name]):
                out[name].append([])
            if name and line.startswith("# text = "):
                if not out[name]:
                    out[name].append([])
                out[name][-1].append(line[len("# text = ") :].strip())
    return {n: "\n".join(" ".join(p) for p in ps if p) for n, ps in out.items()}


def plover(folder):
    """PLOVER's sentences, each a text of its own."""
    rows = [line.split("\t")[2] for line in gold.read(os.path.join(folder, "plv-train.tsv")).splitlines()[1:]]
    rows += re.findall(r'^\s*"text": "((?:[^"\\]|\\.)*)"', gold.read(os.path.join(folder, "PLOVER_GSR_CAMEO.txt")), re.M)
    return {f"plover{n}": row.replace('\\"', '"').strip() for n, row in enumerate(rows)}


def held():
    """Names of TimeBank's texts that are kept for scores."""
    with open(os.path.join(HERE, "..", "examples", "timebank", "articles.txt"), encoding="utf8") as f:
        return {line.split()[1] for line in f if line.startswith("score ")}


def texts(shared):
    """What the teacher labels: {name: text}."""
    plain = sorted(glob.glob(os.path.join(glob.escape(shared), "*.txt")))
    if plain:
        return {os.path.basename(p)[:-4]: gold.read(p) for p in plain}
    out = {n: t for n, t in timebank(os.path.join(shared, "timebank")).items() if n not in held()}
    out.update(plover(os.path.join(shared, "plover")))
    out.update(conllu(os.path.join(shared, "ewt", "train.conllu"), lambda n: n.startswith(("newsgroup", "weblog"))))
    for path in sorted(glob.glob(os.path.join(shared, "gum", "dep", "*.conllu"))):
        out.update(conllu(path, lambda n: n.split("_")[1] in GENRES))
    return {n: t for n, t in out.items() if t.strip()}


def windows(doc, longest=300):
    """Windows of whole paragraphs of about 150 words, each paragraph in one."""
    k = 0
    while k < len(doc.paras):
        j, total = k, 0
        while j < len(doc.paras) and (j == k or total + doc.words[j] <= 150):
            total += doc.words[j]
            j += 1
        yield k, j
        k = j


def emissions(net, todo):
    """Scores of the tags at the words of each window: one list of [words, 7] a head."""
    out = [None] * len(todo)
    order = sorted(range(len(todo)), key=lambda i: len(todo[i]["ids"]))
    for k in range(0, len(order), 16):
        at = order[k : k + 16]
        batch = [todo[i] for i in at]
        y = net(**train.tensors(batch))
        for b, i in enumerate(at):
            first = np.flatnonzero(todo[i]["first"] == 1)
            out[i] = {h: y[h][b][first].numpy().astype(np.float16) for h in ("polnear", "statement")}
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("encoder", "teacher", "shared", "out"):
        ap.add_argument(name)
    ap.add_argument("--texts", type=int, default=0, help="only so many (smoke test)")
    o = ap.parse_args()
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    tok = features.load_tokenizer(o.encoder)
    train.specials(tok)
    net = export.load(o.teacher)
    net.eval()
    t0, rows = time.time(), []
    named = sorted(texts(o.shared).items())[: o.texts or None]
    none = {"polnear": None, "statement": None}
    with torch.no_grad():
        for n, (name, text) in enumerate(named, 1):
            article = corpus.Article(name, text, [], [], corpus.paragraphs(text))
            doc = train.Doc(tok, article, none, [])
            cut = [doc.window(i, j) for i, j in windows(doc)]
            cut = [w for w in cut if len(w["ids"]) <= 500]
            if sum(len(w["ids"]) - 2 for w in cut) < sum(len(p.ids) for p in doc.paras):
                continue  # a paragraph longer than the encoder reads at once
            em = emissions(net, cut)
            rows.append({"name": name, "text": text, "em": {h: torch.tensor(np.concatenate([e[h] for e in em])) for h in none}})
            if n % 200 == 0:
                print(f"{n} of {len(named)} texts, {time.time() - t0:.0f} s", flush=True)
    torch.save({"rows": rows, "crf": {h: net.crf[h].detach().clone() for h in none}}, o.out + ".part")
    os.replace(o.out + ".part", o.out)
    print(f"{len(rows)} texts of {len(named)}, {sum(len(r['em']['polnear']) for r in rows)} words, {time.time() - t0:.0f} s")


if __name__ == "__main__":
    main()
