"""Writes internal/encoder/wordpiece/chars.txt: what BERT's normaliser and pre-tokeniser do to every code point.

Hugging Face `tokenizers` mixes Unicode versions (categories of Unicode 8, decompositions and lower case of later ones), and Go has
another one again. So the table is read off the library itself, code point by code point, and frozen with the program.

    python train/make_chars.py > internal/encoder/wordpiece/chars.txt
"""

import sys

import tokenizers
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

NORMALISER = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
SPLITTER = BertPreTokenizer()
HANGUL = range(0xAC00, 0xD7A4)  # decomposed by rule in chars.go


def look(code):
    """The class of a code point and what it becomes, seen between two letters."""
    text = NORMALISER.normalize_str("a" + chr(code) + "b")
    parts = [part for part, _ in SPLITTER.pre_tokenize_str(text)]
    if text == "ab":
        return "drop", ""
    if parts == ["a", "b"]:
        return "space", ""
    if len(parts) == 1:
        return "word", text[1:-1]
    assert len(parts) == 3 and len(parts[1]) == 1, hex(code)
    return "alone", parts[1]


def hangul(code):
    n = code - 0xAC00
    tail = "" if n % 28 == 0 else chr(0x11A7 + n % 28)
    return chr(0x1100 + n // 588) + chr(0x1161 + n % 588 // 28) + tail


def main():
    classes, maps = [], []
    for code in range(0x110000):
        if 0xD800 <= code < 0xE000:
            continue
        kind, became = look(code)
        if kind != "word":
            if classes and classes[-1][0] == kind and classes[-1][2] == code - 1:
                classes[-1][2] = code
            else:
                classes.append([kind, code, code])
        if code in HANGUL:
            assert kind == "word" and became == hangul(code), hex(code)
        elif became and became != chr(code):
            maps.append((code, became))
    out = sys.stdout
    print(f"# Made by train/make_chars.py from tokenizers {tokenizers.__version__}. A class by ranges (the rest is word), then what a code point becomes.", file=out)
    for kind, first, last in classes:
        print(f"{kind} {first:X}" + (f" {last:X}" if last > first else ""), file=out)
    for code, became in maps:
        print(f"map {code:X} " + " ".join(f"{ord(c):X}" for c in became), file=out)


main()
