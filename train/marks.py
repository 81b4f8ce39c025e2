"""Read the invented, marked reports of examples/corpus (plain texts only) as articles; examples/README.md states the marks."""
import glob
import os
import re

from corpus import Article, Attribution, paragraphs

TOKEN = re.compile(r"⟦([0-9a-z?,]+):|⟧")


def read_marked(path):
    with open(path, encoding="utf8", newline="") as f:
        source = f.read().replace("\r\n", "\n")
    page = source.split("\n⟦⟦\n")[0]
    out, stack, marks, at = [], [], [], 0
    length = 0
    for m in TOKEN.finditer(page):
        out.append(page[at : m.start()])
        length += len(out[-1])
        at = m.end()
        if m.group(1):
            stack.append((m.group(1), length))
        else:
            label, start = stack.pop()
            marks.append((label, start, length))
    text = "".join(out) + page[at:]
    spans, atts, furniture = [], {}, [(s, e) for label, s, e in marks if label == "f"]
    for label, s, e in sorted(marks, key=lambda m: m[1]):
        for ref in label.split(","):
            number, role = re.match(r"(\d*)(.?)", ref).groups()
            kind = {"s": "source", "c": "cue", "": "content"}.get(role) if number else None
            if kind:
                spans.append((kind, [(s, e)]))
                atts.setdefault(int(number), {}).setdefault(kind, []).append((s, e))
    paras = [p for p in paragraphs(text) if not any(p[0] < e and s < p[1] for s, e in furniture)]
    relations = [Attribution(a.get("source", []), a.get("cue", []), a.get("content", [])) for a in atts.values()]
    return Article(os.path.basename(path), text, outermost(spans), relations, paras)


def outermost(spans):
    """Without what is nested in another content: the reader finds that in a second pass."""
    contents = [p for k, ps in spans if k == "content" for p in ps]
    return [(k, ps) for k, ps in spans if not any(s <= ps[0][0] and ps[0][1] <= e and (s, e) != ps[0] for s, e in contents)]


def read_folder(folder):
    return [read_marked(p) for p in sorted(glob.glob(os.path.join(folder, "*.txt")))]
