"""Round a trained reader's weights to int8 so that its layers' outputs change least.

Each column of a weight matrix is rounded in turn, and the error is made good in the columns that are not rounded yet, by the inverse of
the inputs' second moments (Frantar et al. 2022, GPTQ; Hassibi and Stork 1993). The inputs come from windows of the training articles.
"""
import copy
import random

import torch

import corpus
import features
import model
import train


class Moments:
    """Sums over the inputs q that a layer is given when the reader runs in int8, and x that it would be given in floats: q.T q, x.T q, and their means."""

    def __init__(self, width):
        self.qq, self.xq = (torch.zeros(width, width, dtype=torch.float64) for _ in range(2))
        self.q, self.x, self.n = torch.zeros(width, dtype=torch.float64), torch.zeros(width, dtype=torch.float64), 0

    def add(self, q, x):
        """q, x [pieces, width]."""
        q = model.fake(q, 127, -1)
        self.qq += (q.T @ q).double()
        self.xq += (x.T @ q).double()
        self.q += q.sum(0)
        self.x += x.sum(0)
        self.n += len(q)

    def aimed(self, weight, damp=0.01):
        """The weights that give on q what weight gives on x, by least squares, drawn towards weight where there is little to go by."""
        some = damp * self.qq.diagonal().mean() * torch.eye(len(self.qq), dtype=torch.float64)
        return torch.linalg.solve(self.qq + some, (self.xq + some).T @ weight.double().T).T


def rounded(weight, moments, top=64, damp=0.01):
    """weight [out, in] as integers of at most top, and a scale for each row."""
    w = weight.double().clone()
    scale = w.abs().amax(1) / top
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    h = moments + damp * moments.diagonal().mean() * torch.eye(len(moments), dtype=torch.float64)
    inverse = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(h)), upper=True)
    out = torch.empty_like(w)
    for k in range(w.shape[1]):
        out[:, k] = torch.clamp(torch.round(w[:, k] / scale), -top, top)
        error = (w[:, k] - out[:, k] * scale) / inverse[k, k]
        w[:, k:] -= error[:, None] * inverse[k, k:]
    return out.to(torch.int8), scale.float()


def windows(encoder, polnear, articles):
    """Windows of every so many-th of the training articles, short ones first."""
    tok = features.load_tokenizer(encoder)
    train.specials(tok)
    found = corpus.read_split(polnear, "train")
    heads = {"polnear": None, "statement": None}
    docs = [train.Doc(tok, a, heads, []) for a in found[:: max(1, len(found) // articles)]]
    return sorted(train.cut(docs, random.Random(1)), key=lambda w: len(w["ids"]))


def batches(windows):
    return [train.tensors(windows[k : k + 24]) for k in range(0, len(windows), 24)]


PARTS = ("qkv", "out", "up", "down")


def settle(net, batches):
    """Round every linear layer of net, in the order in which it runs, so that it gives on what the int8 layers before it give what it gave in floats
    (the aim of Nagel et al. 2020, AdaRound).

    The integers and scales are left in the layers' attributes `q` and `scale`, their product in `weight`; biases take up what is left on the
    average. What enters a layer of the encoder is kept for each batch, so all of it costs some five runs of the net."""
    floats, quant = copy.deepcopy(net), model.Linear.quant
    real = [b["mask"] > 0 for b in batches]
    with torch.no_grad():
        mine, theirs = states(net, batches, True), states(floats, batches, False)
        for l, f in zip(net.layer, floats.layer):
            settle_stage([(getattr(l, p), getattr(f, p)) for p in PARTS], l, f, mine, theirs, real)
            mine, theirs = passed(l, mine, True), passed(f, theirs, False)
        ends = [lambda x, bias, mask, n=n: n.score(x) for n in (net, floats)]
        settle_stage([(net.mid, floats.mid), (net.head, floats.head)], *ends, mine, theirs, real)
    model.Linear.quant = quant


def states(net, batches, quant):
    model.Linear.quant = quant
    return [(*net.embed(**b), b["mask"]) for b in batches]


def passed(layer, states, quant):
    model.Linear.quant = quant
    return [(layer(*s), *s[1:]) for s in states]


def settle_stage(pairs, mine, theirs, my_states, their_states, real):
    """Round the layers of a stage, one after the other; pairs are a layer and the same in floats, mine and theirs run the stage."""
    model.Linear.quant = False
    wanted = [given([f for _, f in pairs], theirs, s) for s in their_states]
    model.Linear.quant = True
    for m, f in pairs:
        moments = Moments(m.in_features)
        for s, want, r in zip(my_states, wanted, real):
            moments.add(given([m], mine, s)[m][r], want[f][r])
        settle_one(m, moments)


def given(modules, run, state):
    """What each module is given when run runs on state."""
    got = {}
    hooks = [m.register_forward_pre_hook(lambda m, args: got.update({m: args[0]})) for m in modules]
    run(*state)
    for h in hooks:
        h.remove()
    return got


def settle_one(module, moments):
    weight = module.weight.double()
    module.q, module.scale = rounded(moments.aimed(weight), moments.qq)
    module.weight.copy_(module.q.float() * module.scale[:, None])
    module.bias += ((weight @ moments.x - module.weight.double() @ moments.q) / moments.n).float()
