"""Move what enters the int8 layers of a trained reader to zero on the average, channel by channel, without changing what it computes.

A row is quantised by its greatest absolute value (docs/encoder.md), so one channel that lies far from zero, always on the same side, takes
the digits from all others. A constant is taken off each channel where the layer norm, the values or the keys of attention are made, and given
back in the bias of what reads them (Wei et al. 2023, Outlier Suppression+): the model file holds other biases, and nothing else is different.
"""
import torch

import model


class Means:
    """The mean of every channel, over all pieces, that enters or leaves some layers.

    real says which pieces of a batch are no padding."""

    def __init__(self):
        self.of, self.hooks, self.real = {}, [], None

    def before(self, module):
        self.hooks.append(module.register_forward_pre_hook(lambda m, args: self.add(m, args[0])))

    def after(self, module):
        self.hooks.append(module.register_forward_hook(lambda m, args, out: self.add((m, "out"), out)))

    def add(self, key, x):
        x = x[self.real]
        total, n = self.of.get(key, (0, 0))
        self.of[key] = total + x.sum(0), n + len(x)

    def mean(self, key):
        total, n = self.of[key]
        return total / n

    def done(self):
        for h in self.hooks:
            h.remove()


def means(net, batches):
    r = Means()
    for l in net.layer:
        r.before(l.qkv)
        r.after(l.qkv)
        r.before(l.up)
    r.before(net.mid)
    for b in batches:
        r.real = b["mask"] > 0
        net(**b)
    r.done()
    return r


def shift(norm, mean, reader, residual=None):
    """Take mean off what norm gives; reader, a linear layer, gets it back, and so does the sum to which norm's output is added."""
    norm.bias -= mean
    reader.bias += reader.weight @ mean
    if residual is not None:
        residual.bias += mean


def shift_attention(layer, mean):
    """The same for keys, where a constant changes all scores of a query alike, and for values, whose shares add up to one."""
    q, k, v = mean.chunk(3)
    layer.qkv.bias -= torch.cat([torch.zeros_like(q), k, v])
    layer.out.bias += layer.out.weight @ v


def centre(net, batches):
    """Centre net on what batches (train.tensors) show; what it computes stays the same, but for the rounding of floats."""
    quant, model.Linear.quant = model.Linear.quant, False
    with torch.no_grad():
        r = means(net, batches)
        norm = net.norm
        for l in net.layer:
            shift_attention(l, r.mean((l.qkv, "out")))
            shift(norm, r.mean(l.qkv), l.qkv, l.out)
            shift(l.norm1, r.mean(l.up), l.up, l.down)
            norm = l.norm2
        shift(norm, r.mean(net.mid), net.mid)
    model.Linear.quant = quant
