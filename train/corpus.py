"""Read PolNeAR's brat stand-off and CofeNet's instances."""
import collections
import glob
import json
import os
import re

KINDS = ("source", "cue", "content")
TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
LINE = re.compile(r"^(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t")
EVENT = re.compile(r"^E\d+\tAttribution:T\d+ (.*)$")

Attribution = collections.namedtuple("Attribution", "source cue content")  # lists of (start, end) in code points, each part of the span
Article = collections.namedtuple("Article", "name text spans attributions paragraphs")


def read_article(path, annotation=None):
    """Read one article with the annotation file given or else the one that comes first by name; None if it has none.

    spans: list of (kind, [(start, end), ...]); attributions: the E lines."""
    base = os.path.basename(path)[:-4]
    folder = os.path.join(os.path.dirname(os.path.dirname(path)), "attributions")
    files = sorted(glob.glob(os.path.join(glob.escape(folder), glob.escape(base) + "_*.ann")))
    if annotation:
        files = [annotation]
    if not files:
        return None
    with open(path, encoding="utf8", newline="") as f:
        text = f.read()
    spans, atts = {}, []
    with open(files[0], encoding="utf8") as f:
        for line in f:
            if m := LINE.match(line):
                parts = [tuple(map(int, p.split())) for p in m.group(3).split(";")]
                spans[m.group(1)] = (m.group(2).lower(), join(text, parts))
            elif m := EVENT.match(line):
                roles = collections.defaultdict(list)
                for arg in m.group(1).split():
                    role, ref = arg.split(":")
                    role = role.rstrip("0123456789").lower()
                    if ref in spans and role in KINDS:
                        roles[role].append(spans[ref][1])
                if roles["content"] or roles["cue"]:
                    atts.append(Attribution(sum(roles["source"], []), sum(roles["cue"], []), sum(roles["content"], [])))
    return Article(base, text, list(spans.values()), atts, paragraphs(text))


def join(text, parts):
    """Join parts that only white space separates: some files cut a content at every sentence."""
    out = []
    for s, e in sorted(parts):
        e = min(e, len(text))
        if s >= e:
            continue
        if out and s >= out[-1][1] and not text[out[-1][1]:s].strip():
            out[-1] = (out[-1][0], e)
        else:
            out.append((s, e))
    return out


def paragraphs(text):
    """Spans of the lines that hold something, without the white space around them."""
    out, pos = [], 0
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            out.append((pos + lead, pos + len(line.rstrip())))
        pos += len(line) + 1
    return out


def read_split(polnear, split, leave_out=()):
    out = []
    for path in sorted(glob.glob(os.path.join(polnear, split, "text", "*.txt"))):
        if os.path.basename(path)[:-4] in leave_out:
            continue
        if a := read_article(path):
            out.append(a)
    return out


def read_instances(path):
    with open(path, encoding="utf8") as f:
        return [json.loads(line) for line in f]


def label_chars(article, order=("content", "source", "cue"), spans=None):
    """One (kind, begins) or None a character; kinds later in order win where spans overlap."""
    lab = [None] * len(article.text)
    for kind in order:
        for k, parts in spans if spans is not None else article.spans:
            if k == kind:
                for s, e in parts:
                    for c in range(s, e):
                        lab[c] = (kind, c == s)
    return lab
