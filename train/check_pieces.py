"""Makes what internal/encoder/wordpiece is compared with: Hugging Face `tokenizers` on the same lines.

    python train/check_pieces.py testdata VOCAB            writes internal/encoder/wordpiece/testdata (invented lines; committed)
    python train/check_pieces.py lines VOCAB OUT FILE...   writes a reference of the lines of any texts (never committed):
        go test ./internal/encoder/wordpiece -run TestReference -reference OUT

The committed lines are put together from fragments.json by a generator that the Go test has too, so that only a checksum of each
line's pieces is kept: CRC-32 of the little-endian int32s id, start, end of all its pieces, positions in bytes of UTF-8.
"""

import array
import gzip
import json
import pathlib
import sys
import unicodedata
import zlib

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

TESTDATA = pathlib.Path(__file__).parent.parent / "internal/encoder/wordpiece/testdata"
LINES = 24000

WORDS = """the talks between both sides began on Monday after weeks of shelling and a ceasefire was not agreed spokeswoman told reporters
that President would neither withdraw nor negotiate unless conditions were met US U.S. UN envoy Minister-President don't won't "never" (sic)
3,000 12.5% €40bn $1.2 20:30 2026-11-23 A.M. co-operation unbelievably antidisestablishmentarianism Kyrgyzstan Nagorno-Karabakh
Łódź São Tomé Zürich Ångström naïve façade Čapek Đorđević Erdoğan İstanbul ISTANBUL ılık IĞDIR Ærø Œuvre straße STRASSE ﬁnance ﬀ ǅ ǆ
Việt Nam Nguyễn Hồ Chí Minh Ελλάδα ΣΟΦΟΣ Ωμέγα Ὀδυσσεύς Київ Зеленський ёлка Й СССР العربية القُدس עִבְרִית हिन्दी क़ लिखो தமிழ் ไทย ភាសា မြန်မာ
日本語 中文字 東京都 カタカナ ひらがな が ガ 한국어 대한민국 한국 ᄒᆞᆫ 𠀀𠀁 豈 更 﨎 😀 👍🏽 👩‍👩‍👧 🇺🇦 ☎️ ✓ ™ © ½ ² ① Ⅷ K Å Ω 𝔘𝔫𝔦 ｆｕｌｌ Ｗｉｄｔｈ
[CLS] [SEP] [UNK] [MASK] ##ing ## # @user https://example.org/a?b=c#d a_b a*b ` `` ''quoted'' “smart” „low“ «guillemets» ‘single’ … – — ― ·
¡hola! ¿qué? 「」 。 、 ፡ ། ‰ ′ ″ ⁂ ⸮ ≠ ≮ ; · ` 〈 ΅ ͺ""".split()
ODD = ["\t", "\n", "\r", "\x00", "\x01", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u061c", "\u1680", "\u180e", "\u2002", "\u2009", "\u200b",
       "\u200c", "\u200d", "\u200e", "\u2028", "\u2029", "\u202e", "\u202f", "\u2060", "\u3000", "\ufeff", "\ufffd", "\ufffe", "\ue000",
       "\U000e0061", "\U0010ffff", "\u0378", "\u0301", "\u0308", "\u0323", "\u0345", "\u0489", "\u20dd", "\u0344", "e\u0301\u0323", "\u093c", "\u3099",
       "a" * 99, "a" * 100, "a" * 101, "é" * 100, "é" * 101, "한" * 33, "한" * 34, "x" * 300, "e\u0301" * 100, "\u200b" * 120 + "a", "ab\u200b" * 60,
       " ", " ", " ", "  ", "-", ".", ",", "'", '"', "’", "(", ")"]


class Chance:
    """A generator of random numbers that is short in any language (Knuth's MMIX)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def fragments():
    chance = Chance(1)
    made = list(WORDS) + list(ODD)
    for word in WORDS:
        made += [unicodedata.normalize("NFD", word), word.upper(), word.title()]
    letters = "aeioubcdfghklmnprstvwyz" + "éüñçøšžğı"
    for _ in range(400):
        made.append("".join(letters[chance.below(len(letters))] for _ in range(1 + chance.below(14))))
    for first, last in [(0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x370, 0x600), (0x900, 0xE00), (0x1E00, 0x2100), (0x2100, 0x2C00),
                        (0x3000, 0x3400), (0x4E00, 0x9FFF), (0xAC00, 0xD7A4), (0xF900, 0xFFFE), (0x1F300, 0x1FB00), (0x10000, 0x10FFFF)]:
        made += ["".join(chr(first + chance.below(last - first)) for _ in range(1 + chance.below(6))) for _ in range(40)]
    return list(dict.fromkeys(made))


def line(pool, chance):
    """Up to twelve fragments, with a space behind two of three."""
    out = []
    for _ in range(1 + chance.below(12)):
        out.append(pool[chance.below(len(pool))])
        if chance.below(3) > 0:
            out.append(" ")
    return "".join(out)


def reference(vocabulary):
    """BERT's uncased tokeniser without special words: "[CLS]" in a text is three words."""
    ids = {piece: i for i, piece in enumerate(open(vocabulary, encoding="utf-8").read().split("\n")) if piece}
    made = Tokenizer(WordPiece(ids, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def pieces(tokenizer, text):
    """All pieces of a text as a flat list: id, start, end in bytes."""
    read = tokenizer.encode(text, add_special_tokens=False)
    at = [0]
    for c in text:
        at.append(at[-1] + len(c.encode()))
    flat = array.array("i")
    for i, (start, end) in zip(read.ids, read.offsets):
        flat.extend((i, at[start], at[end]))
    return flat


def testdata(vocabulary):
    TESTDATA.mkdir(exist_ok=True)
    tokenizer, pool, chance = reference(vocabulary), fragments(), Chance(2)
    sums = array.array("I", (zlib.crc32(pieces(tokenizer, line(pool, chance)).tobytes()) for _ in range(LINES)))
    blocks = array.array("I")
    for first in range(0, 0x110000, 256):
        crc = 0
        for code in range(first, first + 256):
            if not 0xD800 <= code < 0xE000:
                crc = zlib.crc32(pieces(tokenizer, "In" + chr(code) + "to e" + chr(code)).tobytes(), crc)
        blocks.append(crc)
    (TESTDATA / "fragments.json").write_text(json.dumps(pool, indent=0) + "\n")
    (TESTDATA / "lines.crc").write_bytes(sums.tobytes())
    (TESTDATA / "codepoints.crc").write_bytes(blocks.tobytes())
    with open(TESTDATA / "vocab.txt.gz", "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(open(vocabulary, "rb").read())


def lines(vocabulary, out, files):
    tokenizer = reference(vocabulary)
    with open(out, "w", encoding="utf-8") as to:
        for file in files:
            for text in open(file, encoding="utf-8", errors="replace", newline="\n"):
                to.write(json.dumps({"text": text, "pieces": pieces(tokenizer, text).tolist()}) + "\n")


if sys.argv[1] == "testdata":
    testdata(sys.argv[2])
else:
    lines(sys.argv[2], sys.argv[3], sys.argv[4:])
