"""Exact-span scores on CofeNet's instances."""
import collections

from corpus import KINDS

SIGNS = {"``": "“", "''": "”", "`": "‘", "'": "’", "'''": "”’", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def undo(token):
    """A token of the Penn Treebank as printed; internal/score does the same."""
    if token in SIGNS:
        return SIGNS[token]
    return "’" + token[1:] if len(token) > 1 and token[0] == "'" else token


def runs(labels):
    out, open_ = [], False
    for i, l in enumerate(labels):
        if l.startswith("B-"):
            out.append([l[2:], i, i + 1])
            open_ = True
        elif l.startswith("I-") and open_ and out[-1][0] == l[2:]:
            out[-1][2] = i + 1
        else:
            open_ = False
    return {tuple(r) for r in out}


def repair(labels):
    out, last = list(labels), "O"
    for i, l in enumerate(out):
        if l.startswith("I-") and last[2:] != l[2:]:
            out[i] = "B-" + l[2:]
        last = out[i]
    return out


def f1(gold, predicted):
    """Exact and begin F1 of each kind over lists of label rows."""
    tp, begin, g, s = (collections.Counter() for _ in range(4))
    for a, b in zip(gold, predicted):
        x, y = runs(a), runs(repair(b))
        for k in KINDS:
            gx, sx = {r for r in x if r[0] == k}, {r for r in y if r[0] == k}
            g[k] += len(gx)
            s[k] += len(sx)
            tp[k] += len(gx & sx)
            begin[k] += len({r[1] for r in gx} & {r[1] for r in sx})
    return {k: (round(200 * tp[k] / max(1, g[k] + s[k]), 2), round(200 * begin[k] / max(1, g[k] + s[k]), 2)) for k in KINDS}
