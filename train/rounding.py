"""Round a trained reader's weights to int8 so that its layers' outputs change least.

Each column of a weight matrix is rounded in turn, and the error is made good in the columns that are not rounded yet, by the inverse of
the inputs' second moments (Frantar et al. 2022, GPTQ; Hassibi and Stork 1993). The inputs come from windows of the training articles.
"""
import random

import torch

import corpus
import features
import model
import train


class Moments:
    """Second moments of the inputs of every linear layer, as they are quantised when the reader runs."""

    def __init__(self, net):
        self.of = {m: torch.zeros(m.in_features, m.in_features, dtype=torch.float64) for m in net.modules() if isinstance(m, model.Linear)}
        self.hooks = [m.register_forward_pre_hook(self.add) for m in self.of]

    def add(self, module, args):
        x = args[0].reshape(-1, module.in_features)
        x = x[x.abs().amax(1) > 0]
        q = model.fake(x, 127, -1)
        self.of[module] += (q.T @ q).double()

    def done(self):
        for h in self.hooks:
            h.remove()
        return self.of


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


def settle(net, batches):
    """Round every linear layer of net, in the order in which it runs, on the inputs that the rounded layers before give.

    The integers and scales are left in the layers' attributes `q` and `scale`, their product in `weight`."""
    stages = [[l.qkv, l.out, l.up, l.down] for l in net.layer] + [[net.mid, net.head]]
    quant, model.Linear.quant = model.Linear.quant, False
    with torch.no_grad():
        for stage in stages:
            moments = Moments(net)
            for b in batches:
                net(**b)
            of = moments.done()
            for m in stage:
                m.q, m.scale = rounded(m.weight.detach(), of[m])
                m.weight.copy_(m.q.float() * m.scale[:, None])
    model.Linear.quant = quant
