"""Read the project's own statements on corpus texts: offsets in examples/timebank and examples/polnear, texts in the corpora."""
import collections
import hashlib
import html
import json
import os
import re

from corpus import Article, Attribution, paragraphs
from marks import outermost


def read(path):
    with open(path, encoding="utf8", newline="") as f:
        return f.read()


def tml_text(raw):
    """The text of a TimeML file's TEXT element, without tags; internal/score reads the same."""
    return html.unescape(re.sub(r"<[^>]*>", "", re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S).group(1)))


def text_of(file, raw):
    return tml_text(raw) if file.endswith(".tml") else raw


def read_file(path, corpus):
    """The articles that a file of offsets names, by file: {file: Article}. Texts that the corpus lacks are left out; others than the offsets were made on are an error."""
    rows = collections.defaultdict(list)
    for line in read(path).splitlines():
        row = json.loads(line)
        rows[row["report"]["file"], row["report"]["sha256"]].append(row)
    out = {}
    for (name, digest), statements in rows.items():
        if not os.path.exists(os.path.join(corpus, name)):
            continue
        raw = read(os.path.join(corpus, name))
        if hashlib.sha256(raw.encode()).hexdigest() != digest:
            raise SystemExit(f"{path}: {name} is not the text that it was made from")
        out[name] = article(os.path.splitext(os.path.basename(name))[0], text_of(name, raw), statements)
    return out


def article(name, text, statements):
    """Spans and links of the statements. What counts neither way is marked too: a reader may give it, and a passage cannot be left out of a window."""
    spans, links = [], []
    for s in statements:
        content = [(c["start"], c["end"]) for c in s["content"]]
        cue, mention = s.get("cue"), s["speaker"].get("mention")
        cue = [(cue["start"], cue["end"])] if cue else []
        source = [(mention["start"], mention["end"])] if mention else []
        spans += [("content", [c]) for c in content] + [("cue", [c]) for c in cue] + [("source", [c]) for c in source]
        links.append(Attribution(source, cue, content))
    return Article(name, text, outermost(spans), links, paragraphs(text))
