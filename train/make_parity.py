"""Makes internal/encoder/testdata: two small random models, one BERT and one MPNet, and what Hugging Face's PyTorch models say.

    python train/make_parity.py

The network is transformers' own BertModel or MPNetModel; features come in through inputs_embeds, the head is PyTorch's. A window's
pieces and features are put in as such, so that this tests arithmetic alone. Outputs are those of all pieces, specials included.
"""
import gzip
import json
import pathlib
import random

import numpy as np
import torch
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

import export

TESTDATA = pathlib.Path(__file__).parent.parent / "internal/encoder/testdata"
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + [chr(c) for c in range(ord("a"), ord("z") + 1)] + ["##" + chr(c) for c in range(ord("a"), ord("z") + 1)] + [".", '"']
WIDTH, HEADS, FFN, LAYERS, POSITIONS, LINK = 32, 2, 64, 2, 130, 16
LENGTHS = (5, 19, 130)
HEAD = {}
for name in ("polnear", "statement"):
    HEAD[name] = [7 * len(HEAD), 7 * len(HEAD) + 7]
for i, name in enumerate(("source_from", "source_to", "content_from", "content_to")):
    HEAD[name] = [14 + LINK * i, 14 + LINK * (i + 1)]
TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
SHAPE = dict(vocab_size=len(PIECES), hidden_size=WIDTH, num_hidden_layers=LAYERS, num_attention_heads=HEADS, intermediate_size=FFN, hidden_act="gelu",
             hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, layer_norm_eps=1e-12, pad_token_id=0)


def shake(module, by):
    """Every parameter gets noise: what is zero or one at the start would hide mistakes."""
    with torch.no_grad():
        for _, p in sorted(module.named_parameters()):
            p.add_(torch.randn(p.shape) * by)


def bert():
    m = BertModel(BertConfig(max_position_embeddings=POSITIONS, type_vocab_size=2, attn_implementation="eager", **SHAPE), add_pooling_layer=False)
    shake(m, 0.15)
    e = m.embeddings
    position = e.position_embeddings.weight + e.token_type_embeddings.weight[0]
    prefix = [("attention.self." + x for x in ("query", "key", "value")), "attention.output.dense", "attention.output.LayerNorm"]
    return m, position, prefix, None


def mpnet():
    shape = SHAPE | dict(pad_token_id=1)
    m = MPNetModel(MPNetConfig(max_position_embeddings=POSITIONS + 2, relative_attention_num_buckets=32, attn_implementation="eager", **shape), add_pooling_layer=False)
    shake(m, 0.15)
    with torch.no_grad():
        m.encoder.relative_attention_bias.weight.mul_(5)
    prefix = [("attention.attn." + x for x in "qkv"), "attention.attn.o", "attention.LayerNorm"]
    return m, m.embeddings.position_embeddings.weight[2:], prefix, m.encoder.relative_attention_bias.weight


def linear(tensors, name, *layers):
    tensors[name + ".weight"] = torch.cat([l.weight for l in layers])
    tensors[name + ".bias"] = torch.cat([l.bias for l in layers])


def norm(tensors, name, layer):
    tensors[name + ".gain"], tensors[name + ".bias"] = layer.weight, layer.bias


def make(arch):
    torch.manual_seed({"bert": 1, "mpnet": 2}[arch])
    m, position, (qkv, out, norm1), relative = {"bert": bert, "mpnet": mpnet}[arch]()
    m.eval()
    qkv = list(qkv)
    tables = {"shape": torch.randn(6, WIDTH) * 0.1, "quote": torch.randn(2, WIDTH) * 0.1, "para": torch.randn(2, WIDTH) * 0.1}
    columns = max(end for _, end in HEAD.values())
    mid, head = torch.nn.Linear(WIDTH, WIDTH), torch.nn.Linear(WIDTH, columns)
    shake(mid, 0.2), shake(head, 0.2)
    t = {"word": m.embeddings.word_embeddings.weight, "position": position, **tables}
    norm(t, "norm", m.embeddings.LayerNorm)
    for i, layer in enumerate(m.encoder.layer):
        at, get = f"layer.{i}.", layer.get_submodule
        linear(t, at + "qkv", *(get(x) for x in qkv))
        linear(t, at + "out", get(out))
        linear(t, at + "up", layer.intermediate.dense)
        linear(t, at + "down", layer.output.dense)
        norm(t, at + "norm1", get(norm1))
        norm(t, at + "norm2", layer.output.LayerNorm)
    if relative is not None:
        t["relative"] = relative
    linear(t, "head.mid", mid)
    linear(t, "head.out", head)
    t["crf.polnear"], t["crf.statement"] = torch.randn(7, 7), torch.randn(7, 7)
    t = {k: v.detach().numpy().astype(np.float32) for k, v in t.items()}
    t = {"vocab": np.frombuffer("\n".join(PIECES + [""]).encode(), np.uint8)} | t
    header = dict(format=1, name="parity-" + arch, arch=arch, layers=LAYERS, width=WIDTH, heads=HEADS, ffn=FFN, positions=POSITIONS,
                  relative_buckets=0 if relative is None else 32, relative_distance=128, eps=1e-12, cls=2, sep=3, unk=1,
                  features={"shape": 6, "quote": 2, "para": 2}, head=HEAD, tags=TAGS)
    model = TESTDATA / f"{arch}.model"
    file = export.File()
    for name, array in t.items():
        file.add(name, array)
    file.write(str(model), header)
    model.with_suffix(".model.gz").write_bytes(gzip.compress(model.read_bytes(), mtime=0))
    model.unlink()
    windows, rng = [], random.Random(3)
    for length in LENGTHS:
        ids = [2] + [rng.randrange(4, len(PIECES)) for _ in range(length - 2)] + [3]
        f = {name: [rng.randrange(len(tables[name])) for _ in ids] for name in tables}
        with torch.no_grad():
            x = m.embeddings.word_embeddings(torch.tensor(ids)) + sum(tables[name][torch.tensor(f[name])] for name in tables)
            y = m(inputs_embeds=x[None], attention_mask=torch.ones(1, len(ids))).last_hidden_state[0]
            y = head(torch.nn.functional.gelu(mid(y)))
        windows.append({"ids": ids, **f, "out": [[float(f"{v:.6g}") for v in row] for row in y.tolist()]})
    (TESTDATA / f"{arch}.json.gz").write_bytes(gzip.compress(json.dumps(windows, separators=(",", ":")).encode(), mtime=0))


TESTDATA.mkdir(exist_ok=True)
for arch in ("bert", "mpnet"):
    make(arch)
