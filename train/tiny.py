#!/usr/bin/env python3
"""Make what the smoke test trains on: a tiny encoder of random weights, or an invented corpus in PolNeAR's form.

usage: tiny.py bert|mpnet DIR      config.json, model.safetensors, tokenizer.json: two layers of width 32
       tiny.py corpus DIR          the invented reports of examples/corpus/tune as brat stand-off and CofeNet's instances
"""
import collections
import json
import os
import re
import sys

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

import corpus
import marks

REPORTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "examples", "corpus", "tune")
WIDTH, FFN, LAYERS, HEADS, POSITIONS = 32, 64, 2, 2, 512
SPECIALS = {"bert": ["[PAD]", "[UNK]", "[CLS]", "[SEP]"], "mpnet": ["<s>", "<pad>", "</s>", "[UNK]"]}
WORDS = 600


def vocabulary(arch):
    """The special pieces, the characters of the invented reports, and their most frequent words."""
    text = " ".join(a.text for a in marks.read_folder(REPORTS)).lower()
    letters = sorted({c for c in text if not c.isspace()} | set("abcdefghijklmnopqrstuvwxyz0123456789"))
    words = [w for w, _ in collections.Counter(re.findall(r"[a-z]{2,}", text)).most_common(WORDS)]
    return SPECIALS[arch] + letters + ["##" + c for c in letters if c.isalnum()] + words


def weights(arch, pieces):
    torch.manual_seed(1)
    t = {}

    def put(name, *shape):
        t[name] = torch.randn(shape) * 0.05

    def norm(name):
        t[name + ".weight"], t[name + ".bias"] = torch.ones(WIDTH), torch.zeros(WIDTH)

    def linear(name, out, into):
        put(name + ".weight", out, into)
        put(name + ".bias", out)

    put("embeddings.word_embeddings.weight", pieces, WIDTH)
    put("embeddings.position_embeddings.weight", POSITIONS + (2 if arch == "mpnet" else 0), WIDTH)
    norm("embeddings.LayerNorm")
    if arch == "mpnet":
        put("encoder.relative_attention_bias.weight", 32, HEADS)
    else:
        put("embeddings.token_type_embeddings.weight", 2, WIDTH)
    for i in range(LAYERS):
        at = f"encoder.layer.{i}."
        for part in ("q", "k", "v", "o") if arch == "mpnet" else ("query", "key", "value"):
            linear(at + ("attention.attn." if arch == "mpnet" else "attention.self.") + part, WIDTH, WIDTH)
        if arch == "mpnet":
            norm(at + "attention.LayerNorm")
        else:
            linear(at + "attention.output.dense", WIDTH, WIDTH)
            norm(at + "attention.output.LayerNorm")
        linear(at + "intermediate.dense", FFN, WIDTH)
        linear(at + "output.dense", WIDTH, FFN)
        norm(at + "output.LayerNorm")
    return t


def encoder(arch, folder):
    os.makedirs(folder, exist_ok=True)
    pieces = vocabulary(arch)
    config = {"model_type": arch, "vocab_size": len(pieces), "max_position_embeddings": POSITIONS + (2 if arch == "mpnet" else 0), "hidden_size": WIDTH,
              "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "intermediate_size": FFN, "layer_norm_eps": 1e-5, "relative_attention_num_buckets": 32}
    with open(os.path.join(folder, "config.json"), "w", encoding="utf8") as f:
        json.dump(config, f)
    save_file(weights(arch, len(pieces)), os.path.join(folder, "model.safetensors"))
    tok = Tokenizer(WordPiece({p: i for i, p in enumerate(pieces)}, unk_token="[UNK]", max_input_chars_per_word=100))
    tok.normalizer = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    tok.pre_tokenizer = BertPreTokenizer()
    tok.save(os.path.join(folder, "tokenizer.json"))


def standoff(article):
    """A brat file of an article: a line for each span, an E line for each attribution."""
    lines, number, names = [], {}, {"source": "Source", "cue": "Cue", "content": "Content"}
    for n, a in enumerate(article.attributions, 1):
        roles = []
        for kind in corpus.KINDS:
            for i, (s, e) in enumerate(getattr(a, kind)):
                key = (kind, s, e)
                if key not in number:
                    number[key] = f"T{len(number) + 1}"
                    lines.append(f"{number[key]}\t{names[kind]} {s} {e}\t{' '.join(article.text[s:e].split())}")
                roles.append(f"{names[kind]}{i + 1 if i else ''}:{number[key]}")
        if roles:
            lines.append(f"E{n}\tAttribution:{roles[0].split(':')[1]} {' '.join(roles)}")
    return "\n".join(lines) + "\n"


def instances(article):
    """A row of tokens and labels for each paragraph."""
    labels = corpus.label_chars(article)
    for s, e in article.paragraphs:
        row, last = {"id": article.name, "tokens": [], "labels": []}, None
        for m in re.finditer(r"\w+|[^\w\s]", article.text[s:e]):
            here = labels[s + m.start()]
            kind = here and here[0]
            row["tokens"].append(m.group())
            row["labels"].append("O" if not kind else ("B-" if here[1] or kind != last else "I-") + kind)
            last = kind
        yield row


def invented(folder):
    for part in ("train/text", "train/attributions"):
        os.makedirs(os.path.join(folder, part), exist_ok=True)
    with open(os.path.join(folder, "cofenet-valid.jsonl"), "w", encoding="utf8") as rows:
        for a in marks.read_folder(REPORTS):
            base = a.name.removesuffix(".txt")
            with open(os.path.join(folder, "train/text", a.name), "w", encoding="utf8", newline="") as f:
                f.write(a.text)
            with open(os.path.join(folder, "train/attributions", base + "_invented.ann"), "w", encoding="utf8") as f:
                f.write(standoff(a))
            for row in instances(a):
                rows.write(json.dumps(row) + "\n")


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("bert", "mpnet", "corpus"):
        raise SystemExit(__doc__)
    if sys.argv[1] == "corpus":
        invented(sys.argv[2])
    else:
        encoder(sys.argv[1], sys.argv[2])


if __name__ == "__main__":
    main()
