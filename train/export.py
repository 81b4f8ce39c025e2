#!/usr/bin/env python3
"""Write a trained reader as a model file (docs/encoder.md), int8 or f32.

usage: export.py IN.pt ENCODER_DIR OUT.model --name model-2 [--f32 | --polnear DIR]

With PolNeAR's folder the channels are centred on what its training articles show (centre.py), and the int8 weights are rounded so that the
layers' outputs on them change least (rounding.py), else each to the nearest.
"""
import argparse
import json
import os

import numpy as np
import torch

import centre
import corpus
import model
import rounding


def vocabulary(folder):
    with open(os.path.join(folder, "tokenizer.json"), encoding="utf8") as f:
        vocab = json.load(f)["model"]["vocab"]
    pieces = sorted(vocab, key=vocab.get)
    assert [vocab[p] for p in pieces] == list(range(len(pieces)))
    return pieces, vocab


def quantised(w, top):
    """Rows of w as integers of at most top, and their scales."""
    scale = np.abs(w).max(1) / top
    safe = np.where(scale == 0, 1, scale)
    return np.clip(np.rint(w / safe[:, None]), -top, top).astype(np.int8), scale.astype(np.float32)


class File:
    def __init__(self):
        self.tensors = []

    def add(self, name, array):
        kind = {"float32": "f32", "int8": "i8", "uint8": "u8"}[str(array.dtype)]
        self.tensors.append((name, kind, np.ascontiguousarray(array)))

    def linear(self, name, module, f32):
        w = module.weight.detach().numpy()
        if f32:
            self.add(name + ".weight", w)
        else:
            q, s = (module.q.numpy(), module.scale.numpy()) if hasattr(module, "q") else quantised(w, 64)
            self.add(name + ".weight", q)
            self.add(name + ".scale", s)
        self.add(name + ".bias", module.bias.detach().numpy())

    def norm(self, name, module):
        self.add(name + ".gain", module.weight.detach().numpy())
        self.add(name + ".bias", module.bias.detach().numpy())

    def write(self, path, header):
        size = 0
        while True:  # the header's length moves the tensors, whose offsets stand in the header
            at, entries = size, []
            for name, kind, a in self.tensors:
                at = -(-at // 64) * 64
                entries.append({"name": name, "dtype": kind, "shape": list(a.shape), "offset": at})
                at += a.nbytes
            body = json.dumps({**header, "tensors": entries}, separators=(",", ":")).encode()
            need = -(-(12 + len(body)) // 64) * 64
            if need == size:
                break
            size = need
        with open(path + ".part", "wb") as f:
            f.write(b"PARLEYM1" + (size - 12).to_bytes(4, "little") + body.ljust(size - 12))
            for entry, (_, _, a) in zip(entries, self.tensors):
                f.write(b"\0" * (entry["offset"] - f.tell()))
                f.write(a.astype(a.dtype.newbyteorder("<")).tobytes())
        os.replace(path + ".part", path)


def write(net, folder, path, name, f32=False):
    pieces, vocab = vocabulary(folder)
    s, out = net.shape_of, File()
    out.add("vocab", np.frombuffer("\n".join(pieces).encode(), np.uint8))
    word = net.word.weight.detach().numpy()
    if f32:
        out.add("word", word)
    else:
        q, scale = quantised(word, 127)
        out.add("word", q)
        out.add("word.scale", scale)
    for t in ("position", "shape", "quote", "para"):
        out.add(t, getattr(net, t).weight.detach().numpy())
    out.norm("norm", net.norm)
    for i, l in enumerate(net.layer):
        for part in ("qkv", "out", "up", "down"):
            out.linear(f"layer.{i}.{part}", getattr(l, part), f32)
        out.norm(f"layer.{i}.norm1", l.norm1)
        out.norm(f"layer.{i}.norm2", l.norm2)
    if net.relative is not None:
        out.add("relative", net.relative.weight.detach().numpy())
    out.linear("head.mid", net.mid, f32)
    out.linear("head.out", net.head, f32)
    for h in net.crf:
        out.add("crf." + h, net.crf[h].detach().numpy())
    head, at = {}, 0
    for h, n in model.COLUMNS.items():
        head[h] = [at, at + n]
        at += n
    first = lambda *names: next(vocab[n] for n in names if n in vocab)
    out.write(path, {
        "format": 1, "name": name, "arch": "mpnet" if s["buckets"] else "bert", "layers": s["layers"], "width": s["width"], "heads": s["heads"],
        "ffn": s["ffn"], "positions": s["positions"], "relative_buckets": s["buckets"], "relative_distance": s["distance"] if s["buckets"] else 0,
        "eps": s["eps"], "cls": first("[CLS]", "<s>"), "sep": first("[SEP]", "</s>"), "unk": first("[UNK]"),
        "features": {"shape": 6, "quote": 2, "para": 2}, "head": head, "tags": corpus.TAGS})


def load(path):
    state = torch.load(path, map_location="cpu")
    net = model.Reader(**state["shape"])
    net.load_state_dict(state["net"])
    return net.eval()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("weights", "encoder", "out"):
        ap.add_argument(name)
    ap.add_argument("--name", default="model-2")
    ap.add_argument("--f32", action="store_true")
    ap.add_argument("--polnear", help="round on the training articles of this folder")
    ap.add_argument("--articles", type=int, default=60)
    o = ap.parse_args()
    net = load(o.weights)
    if o.polnear and not o.f32:
        batches = rounding.batches(rounding.windows(o.encoder, o.polnear, o.articles))
        centre.centre(net, batches)
        rounding.settle(net, batches)
    write(net, o.encoder, o.out, o.name, o.f32)
    print(o.out, os.path.getsize(o.out), "bytes")


if __name__ == "__main__":
    main()
