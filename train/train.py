#!/usr/bin/env python3
"""Train the reader: PolNeAR's spans, statements' spans and the links between them, in one encoder; the last epochs in int8.

usage: train.py ENCODER_DIR POLNEAR_DIR OUT.pt [options]

Writes OUT.pt (weights, options, scores of each epoch) after every epoch, and with --save within it, and goes on from it when it is there (--resume).
"""
import argparse
import os
import random
import shutil
import time

import numpy as np
import torch

import convert
import corpus
import crf
import features
import gold
import marks
import model
import score

HERE = os.path.dirname(os.path.abspath(__file__))


def options():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("encoder", "polnear", "out"):
        ap.add_argument(name)
    ap.add_argument("--epochs", type=int, default=7)
    ap.add_argument("--quant", type=float, default=1.0, help="epochs at the end with fake quantisation")
    ap.add_argument("--lr", type=float, default=2e-4)
    ap.add_argument("--headlr", type=float, default=1e-3)
    ap.add_argument("--pieces", type=int, default=3500, help="pieces a batch")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--articles", type=int, default=0, help="only so many of each kind (smoke test)")
    ap.add_argument("--mean", type=float, default=0.0, help="keep a running mean of the weights that decays by this a batch, and save that (0: none)")
    ap.add_argument("--mask", type=float, default=0.0, help="share of the pieces that are hidden in training")
    ap.add_argument("--init", help="start from the weights of this OUT.pt")
    ap.add_argument("--save", type=int, default=0, help="write OUT.pt after so many batches of an epoch, too (0: only at its end)")
    ap.add_argument("--branch", type=int, default=0, help="leave the state after so many epochs in OUT.eN.pt, for others to begin from (0: none)")
    ap.add_argument("--resume", action="store_true")
    ap.add_argument("--gold", type=int, default=0, help="how often an epoch sees the articles whose statements are drawn by hand (0: their tags are made by program, as those of others)")
    ap.add_argument("--share", type=float, default=1.0, help="share of the other articles that an epoch sees, drawn anew for each")
    ap.add_argument("--taught", help="texts with a teacher's scores, from teach.py")
    ap.add_argument("--silver", type=int, default=1, help="0: leave the statement head to the invented corpus alone")
    return ap.parse_args()


class Doc:
    """One article as pieces a paragraph, with a label a piece for each head (-100: not scored)."""

    def __init__(self, tok, article, heads, links):
        self.paras = [features.Pieces(tok, article.text, s, e) for s, e in article.paragraphs]
        self.paras = [p for p in self.paras if len(p.ids)]
        self.y = {h: [self.labels(p, chars) if chars else np.full(len(p.ids), -100) for p in self.paras] for h, chars in heads.items()}
        self.words = [max(1, int(p.first.sum())) for p in self.paras]
        self.links = links  # (source starts, cue starts, content starts) in code points

    @staticmethod
    def labels(p, chars):
        y, prev = np.full(len(p.ids), -100), None
        for k in range(len(p.ids)):
            if not p.first[k]:
                continue
            l = chars[p.start[k]]
            if l is None:
                y[k], prev = 0, None
                continue
            begins = prev != l[0] or any(chars[c] and chars[c][1] for c in range(p.start[k], p.unit_end[k]))
            y[k], prev = corpus.TAGS.index(("B-" if begins else "I-") + l[0]), l[0]
        return y

    def window(self, i, j):
        ps = self.paras[i:j]
        cat = lambda xs, pad: np.concatenate([[pad], *xs, [pad]]).astype(np.int64)
        w = {"ids": cat([p.ids for p in ps], 0), "shape": cat([p.shape for p in ps], features.SPECIAL), "quote": cat([p.quote for p in ps], 0),
             "para": cat([p.para for p in ps], 0), "first": cat([p.first for p in ps], 0)}
        w["ids"][0], w["ids"][-1] = CLS, SEP
        for h in self.y:
            w["y_" + h] = cat(self.y[h][i:j], -100)
        starts = np.concatenate([[-1], *[p.start for p in ps], [-1]])
        firsts = w["first"] == 1
        at = {int(s): k for k, s in enumerate(starts) if firsts[k]}
        w["links"] = [(find(a, at), find(b, at), find(c, at)) for a, b, c in self.links]
        return w


class Taught(Doc):
    """A text whose tags a teacher knows only more or less: draw gives some as likely as the teacher holds them."""

    def __init__(self, tok, row, trans, by_hand=None):
        """by_hand: the article with its statements, where they are known; the teacher then tells PolNeAR's tags alone."""
        article = by_hand or corpus.Article(row["name"], row["text"], [], [], corpus.paragraphs(row["text"]))
        if article.text != row["text"]:
            raise SystemExit(f"train.py: {row['name']}: the teacher read another text: run teach.py again")
        super().__init__(tok, article, {"polnear": None, "statement": corpus.label_chars(article) if by_hand else None}, starts(article))
        self.trans = {h: t.double().numpy() for h, t in trans.items()}
        self.alpha = {h: crf.forward(em.double().numpy(), self.trans[h]) for h, em in row["em"].items() if not (by_hand and h == "statement")}
        if any(len(a) != sum(int(p.first.sum()) for p in self.paras) for a in self.alpha.values()):
            raise SystemExit(f"train.py: {row['name']}: the teacher's words are not ours")

    def draw(self, rng):
        for h, alpha in self.alpha.items():
            tags, k = crf.sample(alpha, self.trans[h], rng), 0
            for p, y in zip(self.paras, self.y[h]):
                n = int(p.first.sum())
                y[p.first] = tags[k : k + n]
                k += n


def find(starts, at):
    return [at[s] for s in starts if s in at]


def starts(article):
    return [([s for s, _ in a.source], [s for s, _ in a.cue][:1], [s for s, _ in a.content]) for a in article.attributions]


def load(o, tok):
    with open(os.path.join(HERE, "..", "examples", "polnear", "articles.txt")) as f:
        held = {line.split()[1] for line in f}
    words = convert.lexicon(os.path.join(HERE, "..", "data", "attribution", "verbs.txt"))
    known = dict(list(by_hand(o).items())[: o.articles or None])
    docs, more, taught = [], [], []
    articles = corpus.read_split(o.polnear, "train", held)
    for a in articles[: o.articles or None]:
        ours = known.pop(f"{a.name}.txt", None)
        label = corpus.label_chars(ours) if ours else corpus.label_chars(a, spans=convert.statement_spans(a, words)) if o.silver else None
        docs.append(Doc(tok, a, {"polnear": corpus.label_chars(a), "statement": label}, starts(a)))
        more += [docs[-1]] * (o.gold - 1) if ours else []
    invented = [Doc(tok, a, {"polnear": None, "statement": corpus.label_chars(a)}, starts(a))
                for a in marks.read_folder(os.path.join(HERE, "..", "examples", "corpus", "tune"))]
    if o.taught:
        state = torch.load(o.taught)
        for row in state["rows"]:
            ours = known.pop(f"{row['name']}.tml", None)
            taught.append(Taught(tok, row, state["crf"], ours))
            more += [taught[-1]] * (o.gold - 1) if ours else []
    for a in known.values():
        more += [Doc(tok, a, {"polnear": None, "statement": corpus.label_chars(a)}, starts(a))] * o.gold
    return docs, 2 * invented + more, taught


def by_hand(o):
    """Articles whose statements are drawn by hand and may be trained on, by the file's name."""
    out = {}
    for name, folder in (("timebank/tune.jsonl", os.path.join(o.polnear, "..", "timebank")), ("polnear/train.jsonl", o.polnear)):
        if o.gold:
            found = gold.read_file(os.path.join(HERE, "..", "examples", *name.split("/")), folder)
            out.update({os.path.basename(file): a for file, a in found.items()})
    return out


def cut(docs, rng, longest=400):
    """Windows of whole paragraphs, of mixed length: each article cut anew each time."""
    out = []
    for d in docs:
        k = 0
        while k < len(d.paras):
            goal, j, total = rng.choice((1, 1, 40, 80, 130, 200)), k, 0
            while j < len(d.paras) and (j == k or total + d.words[j] <= goal):
                total += d.words[j]
                j += 1
            w = d.window(k, j)
            if len(w["ids"]) > longest + 2:
                w = clip(w, rng, longest)
            out.append(w)
            k = j
    return out


def clip(w, rng, longest):
    """A stretch of a window that is too long."""
    n = len(w["ids"]) - 2
    a = 1 + rng.randrange(n - longest + 1)
    while a > 1 and not w["first"][a]:
        a -= 1
    keep = np.r_[0, a : a + longest, len(w["ids"]) - 1]
    out = {k: v[keep] for k, v in w.items() if k != "links"}
    move = lambda ks: [k - a + 1 for k in ks if a <= k < a + longest]
    out["links"] = [tuple(move(x) for x in l) for l in w["links"]]
    for h in ("polnear", "statement"):
        y = out["y_" + h]
        scored = np.flatnonzero(y >= 0)
        if len(scored) and y[scored[0]] in (2, 4, 6):
            y[scored[0]] -= 1
    return out


def batches(windows, size, rng):
    rng.shuffle(windows)
    out = []
    for k in range(0, len(windows), 3000):
        cur, n = [], 0
        for w in sorted(windows[k : k + 3000], key=lambda w: len(w["ids"])):
            if cur and n + len(w["ids"]) > size:
                out.append(cur)
                cur, n = [], 0
            cur.append(w)
            n += len(w["ids"])
        if cur:
            out.append(cur)
    rng.shuffle(out)
    return out


def tensors(batch):
    n = max(len(w["ids"]) for w in batch)
    pad = lambda k, v: torch.tensor(np.stack([np.pad(w[k], (0, n - len(w[k])), constant_values=v) for w in batch]))
    mask = torch.tensor(np.stack([np.arange(n) < len(w["ids"]) for w in batch])).float()
    return {"ids": pad("ids", 0), "mask": mask, "shape": pad("shape", features.SPECIAL), "quote": pad("quote", 0), "para": pad("para", 0)}


def units(x, batch):
    """x [n, L, K] with only the first pieces of units kept, packed to the left; and the packing index."""
    firsts = [np.flatnonzero(w["first"] == 1) for w in batch]
    n = max(1, max(len(f) for f in firsts))
    index = torch.tensor(np.stack([np.pad(f, (0, n - len(f))) for f in firsts]))
    packed = x.gather(1, index[:, :, None].expand(-1, -1, x.shape[2]))
    return packed, firsts, n


def tag_loss(net, out, batch):
    ems, ys, trs = [], [], []
    for h in ("polnear", "statement"):
        em, firsts, n = units(out[h].float(), batch)
        y = torch.tensor(np.stack([np.pad(w["y_" + h][f], (0, n - len(f)), constant_values=-100) for w, f in zip(batch, firsts)]))
        ems.append(em)
        ys.append(y)
        trs.append(net.crf[h][None].expand(len(batch), -1, -1))
    return crf.nll(torch.cat(ems), torch.cat(ys), torch.cat(trs)) * 2


def link_loss(out, batch):
    """Each cue chooses its sources, each content its cue; the first position stands for none."""
    losses = []
    for b, w in enumerate(batch):
        sources = sorted({s for l in w["links"] for s in l[0]})
        cues = sorted({c for l in w["links"] for c in l[1]})
        contents = sorted({c for l in w["links"] for c in l[2]})
        losses += choose(out["source_from"][b], out["source_to"][b], cues, sources, [(c, l[0]) for l in w["links"] for c in l[1]])
        losses += choose(out["content_from"][b], out["content_to"][b], contents, cues, [(t, l[1]) for l in w["links"] for t in l[2]])
    return torch.cat(losses).mean() if losses else torch.zeros(())


def choose(a, b, rows, columns, pairs):
    if not rows or not columns:
        return []
    s = torch.log_softmax(a[rows] @ b[[0] + columns].T / 8, 1)
    gold = torch.zeros(s.shape, dtype=torch.bool)
    for r, cs in pairs:
        for c in cs:
            gold[rows.index(r), 1 + columns.index(c)] = True
    gold[:, 0] = ~gold.any(1)
    return [-torch.logsumexp(s.masked_fill(~gold, -1e4), 1)]


def instances(tok, rows, longest=440):
    """CofeNet's instances as windows; a long one is cut at a sentence's end."""
    out = []
    for i, r in enumerate(rows):
        tokens, lo = [score.undo(t) for t in r["tokens"]], 0
        while lo < len(tokens):
            hi = min(len(tokens), lo + 300)
            if hi < len(tokens):
                ends = [k + 1 for k in range(lo + 100, hi) if tokens[k] in ".?!"]
                hi = ends[-1] if ends else hi
            text, at = " ".join(tokens[lo:hi]), []
            p = 0
            for t in tokens[lo:hi]:
                at.append(p)
                p += len(t) + 1
            d = Doc(tok, corpus.Article("", text, [], [], [(0, len(text))]), {"polnear": None, "statement": None}, [])
            w = d.window(0, 1)
            w["instance"], w["from"] = i, lo
            units_at = d.paras[0].start[d.paras[0].first]
            w["token"] = np.searchsorted(np.array(at), units_at, side="right") - 1
            out.append(w)
            lo = hi
    return out


def evaluate(net, tok, rows):
    net.eval()
    predicted = [["O"] * len(r["tokens"]) for r in rows]
    todo = sorted(instances(tok, rows), key=lambda w: len(w["ids"]))
    with torch.no_grad():
        for k in range(0, len(todo), 48):
            batch = todo[k : k + 48]
            out = net(**tensors(batch))
            em, firsts, _ = units(out["polnear"], batch)
            for b, w in enumerate(batch):
                path = crf.viterbi(em[b, : len(firsts[b])], net.crf["polnear"])
                seen = set()
                for t, tag in zip(w["token"], path):
                    if t not in seen:
                        predicted[w["instance"]][w["from"] + int(t)] = corpus.TAGS[tag]
                        seen.add(t)
    return score.f1([r["labels"] for r in rows], predicted)


CLS, SEP = 101, 102


def specials(tok):
    global CLS, SEP
    CLS = tok.token_to_id("[CLS]") if tok.token_to_id("[CLS]") is not None else tok.token_to_id("<s>")
    SEP = tok.token_to_id("[SEP]") if tok.token_to_id("[SEP]") is not None else tok.token_to_id("</s>")


def masked(tok):
    """The id of the piece that stands for a hidden one."""
    return next(i for i in map(tok.token_to_id, ("[MASK]", "<mask>", "[UNK]")) if i is not None)


def hide(x, share, mask):
    """Put the piece `mask` in place of a share of the pieces: what is said must show by the words around it."""
    drop = (torch.rand(x["ids"].shape) < share) & (x["shape"] != features.SPECIAL)
    return {**x, "ids": torch.where(drop, mask, x["ids"])}


class Mean:
    """A running mean of a net's weights (Polyak and Juditsky 1992; decay as in Izmailov et al. 2018 is constant, here it grows at the start)."""

    def __init__(self, net, decay):
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in net.state_dict().items()}

    def add(self, net):
        self.steps += 1
        d = min(self.decay, self.steps / (10 + self.steps))
        for k, v in net.state_dict().items():
            self.weights[k].lerp_(v, 1 - d)

    def lend(self, net):
        """Put the mean into net; gives the weights that were there."""
        own = {k: v.detach().clone() for k, v in net.state_dict().items()}
        net.load_state_dict(self.weights)
        return own


def main():
    o = options()
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    torch.set_flush_denormal(True)
    random.seed(o.seed)
    torch.manual_seed(o.seed)
    tok = features.load_tokenizer(o.encoder)
    specials(tok)
    t0 = time.time()
    docs, more, taught = load(o, tok)
    dev = corpus.read_instances(os.path.join(o.polnear, "cofenet-valid.jsonl"))
    if o.articles:
        dev = dev[: 4 * o.articles]
    net = model.load_encoder(o.encoder)
    if o.init:
        net.load_state_dict(torch.load(o.init)["net"])
    encoder = [p for n, p in net.named_parameters() if n.split(".")[0] in ("word", "position", "norm", "layer", "relative")]
    heads = [p for n, p in net.named_parameters() if n.split(".")[0] not in ("word", "position", "norm", "layer", "relative")]
    opt = torch.optim.AdamW([{"params": encoder, "lr": o.lr}, {"params": heads, "lr": o.headlr}], weight_decay=0.01)
    rng = random.Random(o.seed)
    per = len(batches(cut(docs + taught, random.Random(0)), o.pieces, random.Random(0))) * min(1, o.share) + len(batches(cut(more, random.Random(0)), o.pieces, random.Random(0)))
    total = o.epochs * per
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda k: min(1, k / (0.08 * total + 1)) * max(0.01, (total - k) / total))
    begin, done, log = 0, 0, []
    mean = Mean(net, o.mean) if o.mean else None
    if o.resume and os.path.exists(o.out):
        state = torch.load(o.out)
        net.load_state_dict(state["net"])
        opt.load_state_dict(state["opt"])
        sched.load_state_dict(state["sched"])
        begin, done, log = state["epoch"], state.get("batch", 0), state["log"]
        if mean:
            mean.weights, mean.steps = state["net"], begin * per + done
            net.load_state_dict(state["own"])
    print(f"{len(docs)} articles, {len(taught)} taught texts, {sum(len(p.ids) for d in docs + more + taught for p in d.paras)} pieces, {per:.0f} batches an epoch, {time.time() - t0:.0f} s", flush=True)

    def keep(epoch, batch=0, own=None):
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch, "batch": batch, "log": log,
                    "options": vars(o), "shape": net.shape_of, "own": own, "random": torch.get_rng_state()}, o.out + ".part")
        os.replace(o.out + ".part", o.out)

    for epoch in range(begin, o.epochs):
        rng.seed(o.seed * 1000 + epoch)  # so that a resumed run draws what an unbroken one draws
        torch.manual_seed(o.seed * 1000 + epoch)
        model.Dropout.pool = None
        run = np.zeros(2)
        draws = np.random.default_rng(o.seed * 1000 + epoch)
        for d in taught:
            d.draw(draws)
        seen = [d for d in docs + taught if o.share >= 1 or rng.random() < o.share]
        todo = batches(cut(seen, rng) + cut(more, rng), o.pieces, rng)
        if done:  # in the middle of an epoch: what was drawn for it is drawn again, what was trained on is left out
            torch.set_rng_state(state["random"])
        for n, batch in enumerate(todo, 1):
            if n <= done:
                continue
            model.Linear.quant = o.epochs - (epoch + n / len(todo)) < o.quant
            net.train()
            x = tensors(batch)
            out = net(**(hide(x, o.mask, masked(tok)) if o.mask else x))
            parts = tag_loss(net, out, batch), link_loss(out, batch)
            loss = parts[0] + 0.15 * parts[1]
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            opt.step()
            sched.step()
            if mean:
                mean.add(net)
            run += [p.item() for p in parts]
            if n % 50 == 0:
                print(f"epoch {epoch} {n}/{len(todo)} tags {run[0] / 50:.4f} links {run[1] / 50:.4f} {time.time() - t0:.0f} s", flush=True)
                run[:] = 0
            if o.save and n % o.save == 0 and n < len(todo):
                own = mean.lend(net) if mean else None
                keep(epoch, n, own)
                if mean:
                    net.load_state_dict(own)
        done = 0
        model.Linear.quant = False
        own = mean.lend(net) if mean else None
        if o.save:
            keep(epoch, len(todo), own)  # scoring a large reader takes long
        row = {"epoch": epoch, "seconds": round(time.time() - t0), "f32": evaluate(net, tok, dev)}
        if o.epochs - epoch - 1 < o.quant:
            model.Linear.quant = True
            row["int8"] = evaluate(net, tok, dev)
        log.append(row)
        print(row, flush=True)
        keep(epoch + 1, 0, own)
        if epoch + 1 == o.branch:
            shutil.copyfile(o.out, f"{o.out.removesuffix('.pt')}.e{o.branch}.pt")
        if mean:
            net.load_state_dict(own)


if __name__ == "__main__":
    main()
