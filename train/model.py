"""The reader's network in PyTorch, with the int8 arithmetic of docs/encoder.md as fake quantisation."""
import json
import math
import os

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

LINK = 64
COLUMNS = {"polnear": 7, "statement": 7, "source_from": LINK, "source_to": LINK, "content_from": LINK, "content_to": LINK}


def straight(x, rounded):
    """rounded forwards, x backwards (straight-through estimator)."""
    return x + (rounded - x).detach()


def fake(x, top, dim):
    """x as integers of at most top times a scale along dim."""
    scale = x.detach().abs().amax(dim, keepdim=True) / top
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return straight(x, torch.round(x.detach() / scale) * scale)


class Dropout:
    """Dropout whose masks are stretches of one random pool: drawing a mask for every tensor took a tenth of the time on two cores."""

    rate = 0.1
    pool = None

    @classmethod
    def of(cls, x, training):
        if not training:
            return x
        if cls.pool is None or cls.pool.numel() < 4 * x.numel():
            cls.pool = (torch.rand(max(1 << 23, 4 * x.numel())) >= cls.rate).float() / (1 - cls.rate)
        at = int(torch.randint(cls.pool.numel() - x.numel(), ()))
        return x * cls.pool[at : at + x.numel()].view_as(x)


class Linear(nn.Linear):
    quant = False

    def forward(self, x):
        if not Linear.quant:
            return super().forward(x)
        weight = self.weight if hasattr(self, "q") else fake(self.weight, 64, -1)  # rounding.py has rounded it, or not
        return F.linear(fake(x, 127, -1), weight, self.bias)


class Layer(nn.Module):
    def __init__(self, width, heads, ffn, eps):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = Linear(width, 3 * width), Linear(width, width)
        self.up, self.down = Linear(width, ffn), Linear(ffn, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)

    def forward(self, x, bias, mask):
        n, length, width = x.shape
        q, k, v = (t.view(n, length, self.heads, -1).transpose(1, 2) for t in self.qkv(x).split(width, -1))
        if Linear.quant:
            a = self.quantised(q, k, v, bias, mask)
        else:
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        a = a.transpose(1, 2).reshape(n, length, width)
        x = self.norm1(x + Dropout.of(self.out(a), self.training))
        return self.norm2(x + Dropout.of(self.down(F.gelu(self.up(x))), self.training))

    @staticmethod
    def quantised(q, k, v, bias, mask):
        v = v * mask[:, None, :, None]
        s = fake(q, 127, -1) @ fake(k, 64, -1).transpose(-1, -2) / math.sqrt(q.shape[-1]) + bias
        e = torch.exp(s - s.amax(-1, keepdim=True).detach())
        p = straight(e, torch.round(e.detach() * 255) / 255)
        return (p @ fake(v, 64, -2)) / p.sum(-1, keepdim=True)


class Reader(nn.Module):
    def __init__(self, vocab, positions, width, layers, heads, ffn, eps, buckets=0, distance=128):
        super().__init__()
        self.shape_of = dict(vocab=vocab, positions=positions, width=width, layers=layers, heads=heads, ffn=ffn, eps=eps, buckets=buckets, distance=distance)
        self.word, self.position = nn.Embedding(vocab, width), nn.Embedding(positions, width)
        self.shape, self.quote, self.para = nn.Embedding(6, width), nn.Embedding(2, width), nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps)
        self.layer = nn.ModuleList(Layer(width, heads, ffn, eps) for _ in range(layers))
        self.relative = nn.Embedding(buckets, heads) if buckets else None
        self.mid, self.head = Linear(width, width), Linear(width, sum(COLUMNS.values()))
        self.crf = nn.ParameterDict({"polnear": nn.Parameter(torch.zeros(7, 7)), "statement": nn.Parameter(torch.zeros(7, 7))})
        for e in (self.shape, self.quote, self.para):
            nn.init.zeros_(e.weight)

    def forward(self, ids, mask, shape, quote, para):
        x, bias = self.embed(ids, mask, shape, quote, para)
        for layer in self.layer:
            x = layer(x, bias, mask)
        return self.score(x)

    def embed(self, ids, mask, shape, quote, para):
        """What enters the first layer, and the bias of attention's scores in all of them."""
        word = self.word.weight
        w = F.embedding(ids, fake(word, 127, -1) if Linear.quant and not self.training else word)
        x = w + self.position.weight[: ids.shape[1]] + self.shape(shape) + self.quote(quote) + self.para(para)
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        if self.relative is not None:
            bias = bias + self.relative_bias(ids.shape[1])
        return Dropout.of(self.norm(x), self.training), bias

    def score(self, x):
        y = self.head(Dropout.of(F.gelu(self.mid(x)), self.training))
        return dict(zip(COLUMNS, y.split(list(COLUMNS.values()), -1)))

    def relative_bias(self, n):
        b = self.relative(bucket(n, self.relative.num_embeddings, self.shape_of["distance"]))
        return b.permute(2, 0, 1)[None]


def bucket(n, buckets, distance):
    """T5's buckets of j - i, both directions, as MPNet uses them."""
    d = torch.arange(n)[:, None] - torch.arange(n)[None, :]
    half = buckets // 2
    out = (d < 0).long() * half
    d = d.abs()
    exact = half // 2
    far = exact + (torch.log(d.clamp(min=1).float() / exact) / math.log(distance / exact) * (half - exact)).long()
    return out + torch.where(d < exact, d, far.clamp(max=half - 1))


def load_encoder(folder):
    """A Reader with the weights of a BERT or MPNet folder; heads are new."""
    with open(os.path.join(folder, "config.json")) as f:
        c = json.load(f)
    t = load_file(os.path.join(folder, "model.safetensors"))
    t = {k.removeprefix("mpnet.").removeprefix("bert."): v.float() for k, v in t.items()}
    mpnet = c["model_type"] == "mpnet"
    skip = 2 if mpnet else 0
    r = Reader(c["vocab_size"], c["max_position_embeddings"] - skip, c["hidden_size"], c["num_hidden_layers"], c["num_attention_heads"],
               c["intermediate_size"], c["layer_norm_eps"], c.get("relative_attention_num_buckets", 0) if mpnet else 0)
    with torch.no_grad():
        r.word.weight.copy_(t["embeddings.word_embeddings.weight"])
        pos = t["embeddings.position_embeddings.weight"][skip:]
        r.position.weight.copy_(pos if mpnet else pos + t["embeddings.token_type_embeddings.weight"][0])
        copy(r.norm, t, "embeddings.LayerNorm")
        if mpnet:
            r.relative.weight.copy_(t["encoder.relative_attention_bias.weight"])
        for i, l in enumerate(r.layer):
            p = f"encoder.layer.{i}."
            names = [p + "attention.attn." + x for x in "qkv"] if mpnet else [p + "attention.self." + x for x in ("query", "key", "value")]
            l.qkv.weight.copy_(torch.cat([t[n + ".weight"] for n in names]))
            l.qkv.bias.copy_(torch.cat([t[n + ".bias"] for n in names]))
            copy(l.out, t, p + ("attention.attn.o" if mpnet else "attention.output.dense"))
            copy(l.norm1, t, p + ("attention.LayerNorm" if mpnet else "attention.output.LayerNorm"))
            copy(l.up, t, p + "intermediate.dense")
            copy(l.down, t, p + "output.dense")
            copy(l.norm2, t, p + "output.LayerNorm")
    return r


def copy(module, tensors, name):
    module.weight.copy_(tensors[name + ".weight"])
    module.bias.copy_(tensors[name + ".bias"])
