"""Word pieces, units and features, as docs/encoder.md states them; internal/encoder does the same in Go."""
import numpy as np
from tokenizers import Tokenizer

SHAPES, QUOTES, PARAS = 6, 2, 2
SPECIAL = 5


def shape(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 4
    upper = [c for c in letters if c.isupper()]
    if not upper:
        return 0
    if len(upper) == 1 and word[0] == upper[0]:
        return 1
    cased = [c for c in letters if c.isupper() or c.islower()]
    return 2 if len(upper) == len(cased) and len(upper) > 1 else 3


def quote_states(text):
    """For every character whether the state after it is 'inside double marks'; off at the start."""
    on, out = False, np.zeros(len(text), np.int8)
    for i, c in enumerate(text):
        pair = text[i : i + 2]
        if c in "“„«" or pair == "``":
            on = True
        elif c in "”»" or pair == "''":
            on = False
        elif c == '"':
            on = not on
        out[i] = on
    return out


class Pieces:
    """The pieces of one paragraph. start, end: code points of the document; first: whether a unit begins."""

    def __init__(self, tok, text, at, end):
        body = text[at:end]
        e = tok.encode(body, add_special_tokens=False)
        self.ids = np.array(e.ids, np.int32)
        self.start = np.array([o[0] for o in e.offsets], np.int32) + at
        self.end = np.array([o[1] for o in e.offsets], np.int32) + at
        self.first = np.array([not t.startswith("##") for t in e.tokens], bool)
        n = len(self.ids)
        self.shape, self.quote, self.para = np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64)
        self.unit_end = self.end.copy()
        states, k = quote_states(body), 0
        while k < n:
            j = k + 1
            while j < n and not self.first[j]:
                j += 1
            self.shape[k:j] = shape(text[self.start[k] : self.end[j - 1]])
            self.quote[k:j] = states[self.start[k] - at]
            self.unit_end[k] = self.end[j - 1]
            if k == 0:
                self.para[:j] = 1
            k = j


def load_tokenizer(folder):
    tok = Tokenizer.from_file(folder + "/tokenizer.json")
    tok.no_truncation()
    tok.no_padding()
    return tok
