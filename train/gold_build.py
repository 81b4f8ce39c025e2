#!/usr/bin/env python3
"""Turn hand-written statements, which quote the article, into records that hold offsets only.

usage: gold_build.py CORPUS WORK_DIR [--file PATTERN] [--check NAME]  > examples/polnear/gold.jsonl

PATTERN is the text's path below CORPUS, with NAME in place of {}: train/text/{}.txt, or {}.tml for TimeBank (then offsets are into the text of its TEXT element).
WORK_DIR/NAME.json is a list, in reading order, of
  {"mode": "d"|"i"|"m"?, "speaker": "Full Name", "names": ["as right"]?, "mention": "he", "cue": "said", "content": ["part", …],
   "said_on": "DAY"|["FROM", "TO"]?, "optional": true?, "near": "words"?}
whose mention, cue and content parts are copied from the article exactly. Each content part is looked for after the one before
it (statements may overlap: the search begins at "near" where given, else anywhere, and must then be unique). The cue is the nearest
occurrence to the content, the mention the nearest to the cue (or content).
Output: one record a line; offsets in code points, the article's sha256, no text of it. A speaker's name that stands in the
article is given as offsets too ("name_at"), any other (directory form) as "name".
"""
import argparse
import glob
import hashlib
import json
import os

import gold

MODES = {"d": "direct", "i": "indirect", "m": "mixed"}

def fail(name, n, why):
    raise SystemExit(f"{name}: statement {n}: {why}")

def places(text, words):
    out, at = [], text.find(words)
    while at >= 0:
        out.append(at)
        at = text.find(words, at + 1)
    return out

def whole(text, at, words):
    before = text[at - 1 : at]
    after = text[at + len(words) : at + len(words) + 1]
    return not (before.isalnum() and words[:1].isalnum()) and not (after.isalnum() and words[-1:].isalnum())

def nearest(text, words, spans, near=None):
    if near:  # "cue_near", "mention_near": the first place of these words settles it
        p = text.find(near)
        p = text.find(words, p) if p >= 0 else -1
        return p if p >= 0 else None
    lo, hi = spans[0][0], spans[-1][1]
    def gap(p):
        q = p + len(words)
        inside = any(s <= p and q <= e for s, e in spans)
        return (1 if inside else 0, min(abs(lo - q), abs(p - hi), *(abs(p - e) for _, e in spans), *(abs(s - q) for s, _ in spans)))
    found = [p for p in places(text, words) if whole(text, p, words)]
    return min(found, key=gap) if found else None

def mode(text, spans):
    """Direct, indirect or mixed, from the quotation marks in and around the parts (rule 16)."""
    marks = "“”\"«»"
    inside = any(any(c in marks for c in text[s:e]) for s, e in spans)
    def quoted(s, e):
        b, a = text[:s].rstrip()[-1:], text[e:].lstrip(" ,.?!…")[:1]
        return b in "“\"«" and b != "" and (a in marks and a != "" or text[:s].count("“") > text[:s].count("”"))
    q = [quoted(s, e) for s, e in spans]
    if all(q):
        return "direct"
    return "mixed" if inside or any(q) else "indirect"

def records(corpus, pattern, path):
    name = os.path.basename(path)[:-5]
    file = pattern.replace("{}", name)
    raw = gold.read(os.path.join(corpus, file))
    text = gold.text_of(file, raw)
    with open(path, encoding="utf8") as f:
        rows = json.load(f)
    for n, row in enumerate(rows, 1):
        spans, start = [], 0
        if row.get("near"):
            start = text.find(row["near"])
            if start < 0:
                fail(name, n, f"near not found: {row['near']!r}")
        for part in row["content"]:
            found = [p for p in places(text, part) if p >= start]
            if not found:
                fail(name, n, f"content not found: {part!r}")
            if not spans and not row.get("near") and len(found) > 1:
                fail(name, n, f"content stands {len(found)} times, give near: {part!r}")
            spans.append((found[0], found[0] + len(part)))
            start = spans[-1][1]
        out = {"report": {"file": file, "sha256": hashlib.sha256(raw.encode()).hexdigest()},
               "mode": MODES.get(row.get("mode")) or mode(text, spans), "content": [{"start": s, "end": e} for s, e in spans]}
        at = spans
        if row.get("cue"):
            c = nearest(text, row["cue"], spans, row.get("cue_near"))
            if c is None:
                fail(name, n, f"cue not found: {row['cue']!r}")
            out["cue"] = {"start": c, "end": c + len(row["cue"])}
            at = [(c, c + len(row["cue"]))]
        speaker = {}
        if row.get("speaker"):
            p = text.find(row["speaker"])
            if p >= 0:
                speaker["name_at"] = [p, p + len(row["speaker"])]
            else:
                speaker["name"] = row["speaker"]
        if row.get("mention"):
            m = nearest(text, row["mention"], at, row.get("mention_near"))
            if m is None:
                fail(name, n, f"mention not found: {row['mention']!r}")
            speaker["mention"] = {"start": m, "end": m + len(row["mention"])}
        if row.get("names"):
            speaker["names"] = row["names"]
        out["speaker"] = speaker
        if on := row.get("said_on"):
            out["said_on"] = {"from": on, "to": on} if isinstance(on, str) else {"from": on[0], "to": on[1]}
        if row.get("optional"):
            out["optional"] = True
        yield out

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpus")
    ap.add_argument("work")
    ap.add_argument("--file", default="train/text/{}.txt", metavar="PATTERN")
    ap.add_argument("--check", default="*", metavar="NAME")
    o = ap.parse_args()
    for path in sorted(glob.glob(os.path.join(o.work, o.check + ".json"))):
        for r in records(o.corpus, o.file, path):
            print(json.dumps(r, ensure_ascii=False, separators=(",", ":")))

if __name__ == "__main__":
    main()
