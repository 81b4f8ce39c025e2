#!/usr/bin/env python3
"""Compare a trained reader in PyTorch, in Go as f32 and in Go as int8, and write the figures into the model card.

usage: report.py OUT.pt ENCODER_DIR POLNEAR_DIR F32.model INT8.model [--card train/model-card.md]

The card's text between the two marks is made anew; the prose around them stays. Ends with status 1 when a bound is missed. The Go side is
TestOutputs of internal/encoder, which runs a model file on texts; the texts lie in a temporary folder meanwhile.
"""
import argparse
import hashlib
import json
import os
import subprocess
import tempfile

import numpy as np
import torch

import corpus
import export
import features
import marks
import score
import train

ROOT = os.path.dirname(train.HERE)
BEGIN, END = "<!-- report.py begins -->", "<!-- report.py ends -->"
PARITY = 1e-3  # f32: greatest difference of a score between Go and PyTorch
EQUAL = 99.5  # int8: per cent of tokens with the tag of f32
F1 = 0.3  # int8: points of F1 from f32


def go(model_file, texts, scores=False):
    """What internal/encoder says of each text, taken as one paragraph."""
    with tempfile.TemporaryDirectory() as work:
        asked, answered = os.path.join(work, "texts"), os.path.join(work, "outputs")
        with open(asked, "w", encoding="utf8") as f:
            for t in texts:
                f.write(json.dumps({"text": t, "scores": scores}) + "\n")
        command = ["go", "test", "./internal/encoder", "-count=1", "-timeout=3h", "-run=^TestOutputs$", "-model=" + os.path.abspath(model_file),
                   "-texts=" + asked, "-outputs=" + answered]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, "CGO_ENABLED": "0"}, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"report.py: {' '.join(command)}\n{done.stdout}{done.stderr}")
        with open(answered, encoding="utf8") as f:
            return [json.loads(line) for line in f]


def sentence_texts(rows):
    return [" ".join(score.undo(t) for t in r["tokens"]) for r in rows]


def parity_texts(tok, rows, some):
    """Paragraphs of the invented reports and instances of PolNeAR, spread evenly, that fit into one window."""
    invented = [a.text[s:e] for a in marks.read_folder(os.path.join(ROOT, "examples", "corpus", "tune")) for s, e in a.paragraphs]
    news = sentence_texts(rows)
    spread = lambda xs: xs[:: max(1, len(xs) // some)][:some]
    return [t for t in spread(invented) + spread(news) if len(features.Pieces(tok, t, 0, len(t)).ids) <= 254]


def pytorch(net, tok, text):
    """The scores of [CLS] and of each unit, in all columns."""
    d = train.Doc(tok, corpus.Article("", text, [], [], [(0, len(text))]), {}, [])
    w = d.window(0, 1)
    with torch.no_grad():
        out = net(**train.tensors([w]))
    rows = torch.cat(list(out.values()), -1)[0].numpy()
    return rows[0], rows[w["first"] == 1]


def parity(net, tok, texts, model_file):
    differences = []
    for text, got in zip(texts, go(model_file, texts, scores=True)):
        cls, rows = pytorch(net, tok, text)
        if len(got["units"]) != len(rows) or len(got["cls"]) != 1:
            raise SystemExit(f"report.py: Go sees {len(got['units'])} units in {len(got['cls'])} windows, Python {len(rows)} in one: {text[:60]!r}")
        differences.append(np.abs(np.array(got["cls"] + got["rows"], np.float64) - np.vstack([cls, rows])))
    flat = np.concatenate([d.ravel() for d in differences])
    return {"windows": len(texts), "words": sum(len(d) - 1 for d in differences), "greatest": float(flat.max()), "mean": float(flat.mean())}


def token_tags(rows, answers):
    """A tag for each token: that of its first unit, or O."""
    out = []
    for row, a in zip(rows, answers):
        tags, at, starts = ["O"] * len(row["tokens"]), 0, []
        for t in row["tokens"]:
            starts.append(at)
            at += len(score.undo(t).encode()) + 1
        seen = set()
        for (start, _), tag in zip(a["units"], a["tags"]["polnear"]):
            k = int(np.searchsorted(starts, start, side="right")) - 1
            if k not in seen:
                tags[k] = corpus.TAGS[tag]
                seen.add(k)
        out.append(tags)
    return out


def share(a, b):
    """Per cent of equal places in two lists of lists."""
    same = total = 0
    for x, y in zip(a, b, strict=True):
        total += len(x)
        same += sum(i == j for i, j in zip(x, y, strict=True))
    return 100 * same / max(1, total), total


def compare(rows, f32, int8):
    texts = sentence_texts(rows)
    a, b = go(f32, texts), go(int8, texts)
    x, y = token_tags(rows, a), token_tags(rows, b)
    gold = [r["labels"] for r in rows]
    equal, tokens = share(x, y)
    statement, words = share([r["tags"]["statement"] for r in a], [r["tags"]["statement"] for r in b])
    f, i = score.f1(gold, x), score.f1(gold, y)
    return {"tokens": tokens, "equal": equal, "words": words, "statement": statement, "f32": f, "int8": i,
            "f1": max(abs(f[k][0] - i[k][0]) for k in corpus.KINDS)}


def scores(s):
    return " / ".join(f"{s[k][0]:.1f}" for k in corpus.KINDS) + " | " + " / ".join(f"{s[k][1]:.1f}" for k in corpus.KINDS)


def verdict(holds):
    return "held" if holds else "**missed**"


def recipe(state):
    """The options of the run, or of each part of an average of runs with its share (mix.py)."""
    shown = ("epochs", "quant", "lr", "headlr", "pieces", "seed", "silver", "mask", "mean")
    told = lambda o: ", ".join(f"{k} {o[k]}" for k in shown if o.get(k))
    if "parts" not in state:
        return told(state["options"])
    return "; ".join(f"{p['share']:g} of {p['file']} ({told(p['options'])})" for p in state["parts"])


def epochs(state):
    """Name and scores of each epoch of each run."""
    for p in state.get("parts", [state]):
        of = f" of {p['file']}" if "file" in p else ""
        for row in p["log"]:
            for kind in ("f32", "int8"):
                if kind in row:
                    yield f"epoch {row['epoch'] + 1}{of}, PyTorch{', int8 imitated' if kind == 'int8' else ''}", row[kind]


def text(state, p, c, int8):
    with open(int8, "rb") as f:
        digest = hashlib.sha256(f.read()).hexdigest()
    lines = [
        f"`{os.path.basename(int8)}`: {os.path.getsize(int8):,} bytes, sha256 `{digest}`. Options: " + recipe(state) + ".", "",
        "CofeNet's instances of PolNeAR dev, F1 of source / cue / content; *exact* wants both ends of a span right, *begin* the first token:", "",
        "| | exact | begin |", "|---|---|---|"]
    lines += [f"| {name} | {scores(f1)} |" for name, f1 in epochs(state)]
    lines += [f"| the f32 file, in Go | {scores(c['f32'])} |", f"| **the int8 file, in Go** | {scores(c['int8'])} |", "",
              "| bound | measured | |", "|---|---|---|",
              f"| f32 in Go is within {PARITY:g} of PyTorch in every score | {p['greatest']:.1e} at most, {p['mean']:.1e} on the average ({p['windows']} windows, {p['words']:,} words) | {verdict(p['greatest'] <= PARITY)} |",
              f"| int8 gives the tag of f32 to {EQUAL}% of tokens, head `polnear` | {c['equal']:.2f}% of {c['tokens']:,} | {verdict(c['equal'] >= EQUAL)} |",
              f"| the same of words, head `statement` | {c['statement']:.2f}% of {c['words']:,} | {verdict(c['statement'] >= EQUAL)} |",
              f"| F1 of int8 is within {F1} of f32, each kind | {c['f1']:.2f} at most | {verdict(c['f1'] <= F1)} |"]
    return "\n".join(lines)


def write(card, body):
    with open(card, encoding="utf8") as f:
        old = f.read()
    if old.count(BEGIN) != 1 or old.count(END) != 1:
        raise SystemExit(f"report.py: {card} needs the lines {BEGIN} and {END}, once each")
    before, after = old.split(BEGIN)[0], old.split(END)[1]
    with open(card, "w", encoding="utf8") as f:
        f.write(before + BEGIN + "\n" + body + "\n" + END + after)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("weights", "encoder", "polnear", "f32", "int8"):
        ap.add_argument(name)
    ap.add_argument("--card", help="write into this file as well as to standard output")
    ap.add_argument("--instances", type=int, default=0, help="only so many")
    ap.add_argument("--windows", type=int, default=60, help="for parity, of the invented reports and of PolNeAR each")
    ap.add_argument("--untrained", action="store_true", help="what int8 loses is no failure (smoke test)")
    o = ap.parse_args()
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    rows = corpus.read_instances(os.path.join(o.polnear, "cofenet-valid.jsonl"))[: o.instances or None]
    tok = features.load_tokenizer(o.encoder)
    train.specials(tok)
    p = parity(export.load(o.weights), tok, parity_texts(tok, rows, o.windows), o.f32)
    c = compare(rows, o.f32, o.int8)
    body = text(torch.load(o.weights, map_location="cpu"), p, c, o.int8)
    print(body)
    if o.card:
        write(o.card, body)
    lost = c["equal"] < EQUAL or c["statement"] < EQUAL or c["f1"] > F1
    if p["greatest"] > PARITY or lost and not o.untrained:
        raise SystemExit("report.py: a bound is missed, see above")


if __name__ == "__main__":
    main()
