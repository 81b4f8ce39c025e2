import features
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer


@pytest.fixture(scope="module")
def tok():
    pieces = ["[UNK]", "talks", "go", "##ing", "on", ".", '"', "“", "”", "cafe", "u", "s"]
    made = Tokenizer(WordPiece({p: i for i, p in enumerate(pieces)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


@pytest.mark.parametrize("word, shape", [
    ("talks", 0), ("Talks", 1), ("A", 1), ("UN", 2), ("NATO", 2), ("McKay", 3), ("iPhone", 3), ("3A", 3), ("42", 4), (".", 4), ("3rd", 0), ("É", 1), ("ǅ", 0), ("日本", 0)])
def test_shape(word, shape):
    assert features.shape(word) == shape


@pytest.mark.parametrize("text, states", [
    ('a "b" c', "0011000"), ("“a” b", "11000"), ("``a'' b", "1110000"), ("„a” «b»", "1100110"), ("a” b", "0000"), ("“a", "11"), ("it's", "0000")])
def test_quote_states(text, states):
    assert "".join(str(int(s)) for s in features.quote_states(text)) == states


def test_pieces(tok):
    text = "Xx\n“Talks going” ON."
    p = features.Pieces(tok, text, 3, len(text))
    assert [text[s:e] for s, e in zip(p.start, p.end)] == ["“", "Talks", "go", "ing", "”", "ON", "."]
    assert p.first.tolist() == [True, True, True, False, True, True, True]
    assert p.shape.tolist() == [4, 1, 0, 0, 4, 2, 4]
    assert p.quote.tolist() == [1, 1, 1, 1, 0, 0, 0]
    assert p.para.tolist() == [1, 0, 0, 0, 0, 0, 0]
    assert text[p.start[2]:p.unit_end[2]] == "going"


def test_positions_are_code_points(tok):
    text = "é😀 Café"
    p = features.Pieces(tok, text, 0, len(text))
    assert [text[s:e] for s, e in zip(p.start, p.end)] == ["é😀", "Café"]


def test_the_first_unit_is_marked_with_all_its_pieces(tok):
    assert features.Pieces(tok, "going on", 0, 8).para.tolist() == [1, 1, 0]


def test_empty(tok):
    assert len(features.Pieces(tok, "  ", 0, 2).ids) == 0
