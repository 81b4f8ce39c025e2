#!/usr/bin/env python3
"""Average the weights of readers that were trained from one ancestor (Wortsman et al. 2022, model soups).

usage: mix.py OUT.pt A.pt=SHARE B.pt=SHARE ...

The shares add up to one. OUT.pt holds what export.py and report.py need: weights, shape, and the options and scores of each part; training
cannot go on from it.
"""
import argparse
import os

import torch


def part(text):
    path, _, share = text.rpartition("=")
    try:
        return path, float(share)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: want FILE=SHARE, as reader.pt=0.5") from None


def mix(states, shares, files=()):
    """The state whose weights are the mean of those of the states, each with its share; of a state that is a mean itself its parts are told."""
    if abs(sum(shares) - 1) > 1e-6:
        raise SystemExit(f"mix.py: the shares add up to {sum(shares):g}, not to 1")
    if any(s["shape"] != states[0]["shape"] for s in states):
        raise SystemExit("mix.py: the readers have not one shape")
    net = {k: sum(a * s["net"][k] for s, a in zip(states, shares)) for k in states[0]["net"]}
    parts = []
    for n, (s, a) in enumerate(zip(states, shares)):
        own = [{"share": 1, "options": s["options"], "log": s["log"], **({"file": files[n]} if files else {})}]
        parts += [{**p, "share": round(a * p["share"], 4)} for p in s.get("parts", own)]
    return {"net": net, "shape": states[0]["shape"], "log": states[0]["log"], "options": states[0]["options"], "parts": parts}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out")
    ap.add_argument("parts", nargs="+", type=part, metavar="FILE=SHARE")
    o = ap.parse_args()
    state = mix([torch.load(p, map_location="cpu") for p, _ in o.parts], [a for _, a in o.parts], [os.path.basename(p) for p, _ in o.parts])
    torch.save(state, o.out + ".part")
    os.replace(o.out + ".part", o.out)


if __name__ == "__main__":
    main()
