"""Bring PolNeAR's attributions to the form of statements.md, as far as a program can.

Dropped: attributions whose cue has no verb or noun of saying (inner states), negated cues, bare noun phrases after a cue. Changed: contents
lose a leading "that", their outer marks and end punctuation, unquoted ones end with their sentence; sources end before an apposition.
"""
import re

OPEN, CLOSE = "“\"«„‘'`", "”\"»’'`"
NOUNS = set("""statement statements report reports claim claims comment comments remark remarks letter letters memo announcement assertion
accusation accusations allegation allegations warning warnings call calls demand demands testimony speech op-ed editorial email e-mail tweet tweets
poll polls survey surveys study ruling opinion argument arguments suggestion suggestions proposal complaint complaints criticism pledge promise vow denial
interview words message question questions answer according via per response""".split())
SAYING = set("""believe believes believed think thinks thought""".split())
NEGATED = re.compile(r"\b(not|never|n't|n’t|declined|refused|decline|refuse|without|wo)\b|n['’]t\b", re.I)
DETERMINER = set("a an the his her their its our my your this that these those any no some".split())
VERBISH = re.compile(r"\b(is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must|should|to|not)\b|n['’]t\b|\w{3,}(ed|ing)\b", re.I)
SENTENCE = re.compile(r"[.?!][”\"’']?\s+(?=[A-Z“\"])")
ABBREVIATED = re.compile(r"\b(Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|U\.S|[A-Z])\.$")


def forms(lemma):
    """Regular forms of an English verb."""
    double = lemma.endswith("+")
    w = lemma.rstrip("+")
    if w.endswith("e"):
        return {w, w + "s", w + "d", w[:-1] + "ing"}
    if w.endswith("y") and w[-2] not in "aeiou":
        return {w, w[:-1] + "ies", w[:-1] + "ied", w + "ing"}
    s = w + ("es" if re.search(r"(s|x|z|ch|sh)$", w) else "s")
    stem = w + w[-1] if double else w
    return {w, s, stem + "ed", stem + "ing"}


def lexicon(path):
    """Every form of the verbs of data/attribution/verbs.txt, and the nouns of saying."""
    words = set(NOUNS) | SAYING
    with open(path, encoding="utf8") as f:
        for line in f:
            head = line.split("#")[0].split(":")[0].split()
            if head:
                words |= {h.rstrip("+").lower() for h in head} if len(head) > 1 else forms(head[0].lower())
    return words


def speech(cue, words):
    """Whether the words of a cue tell that something was said."""
    tokens = re.findall(r"[a-z][a-z’'-]*", cue.lower())
    return (not tokens or any(t in words for t in tokens)) and not NEGATED.search(cue)


def trim(text, s, e):
    """The content without white space, outer marks, a leading "that" and end punctuation."""
    changed = True
    while changed and s < e:
        changed = False
        while s < e and (text[s].isspace() or text[s] in ",;:—–-"):
            s += 1
            changed = True
        while s < e and (text[e - 1].isspace() or text[e - 1] in ",;:—–-."):
            if text[e - 1] == "." and e - s > 3 and (text[e - 3] == "." or ABBREVIATED.search(text[s:e])):
                break
            e -= 1
            changed = True
        if re.match(r"that\b", text[s:e], re.I) and not re.match(r"that(['’]s| (is|was|are|were|has|had|will|would|can|could))\b", text[s:e], re.I):
            s += 4
            changed = True
    inner = text[s:e]
    for o, c in (("“", "”"), ('"', '"'), ("``", "''"), ("‘", "’"), ("«", "»")):
        if inner.startswith(o) and inner.endswith(c) and len(inner) > len(o) + len(c) and o not in inner[len(o):] and c not in inner[len(o):-len(c)]:
            return whitespace(text, s + len(o), e - len(c))
    if inner.startswith(("“", '"')) and not re.search("[”\"]", inner[1:]):
        return whitespace(text, s + 1, e)
    if inner.endswith(("”", '"')) and not re.search("[“\"]", inner[:-1]):
        return whitespace(text, s, e - 1)
    return s, e


def whitespace(text, s, e):
    while s < e and text[s].isspace():
        s += 1
    while e > s and text[e - 1].isspace():
        e -= 1
    return s, e


def first_sentence(text, s, e):
    """The end of the first sentence of an unquoted content."""
    if text[s] in "“\"«" or text[max(0, s - 1)] in "“\"«":
        return e
    for m in SENTENCE.finditer(text, s, e):
        if not ABBREVIATED.search(text[s:m.start() + 1]):
            return m.start()
    return e


def cut_source(text, s, e):
    """The source before an apposition or relative clause."""
    m = re.search(r", (?=(a|an|the|who|whose|which|his|her|their|one|former|chief|head|director|president)\b|\d)|,$", text[s:e])
    return s, s + m.start() if m else e


def statement_spans(article, words):
    """Spans of one article as statements.md draws them: list of (kind, [(start, end), …])."""
    text, out = article.text, []
    for a in article.attributions:
        cue = " ".join(text[s:e] for s, e in a.cue)
        if not a.content or not a.cue or not speech(cue, words):
            continue
        first_cue = min(s for s, _ in a.cue)
        parts = []
        for s, e in a.content:
            e = first_sentence(text, s, e) if s > first_cue or len(a.content) == 1 else e
            quoted = any(m in text[s:e] for m in "“\"”")
            that = text[s:e].lower().startswith("that ")
            s, e = trim(text, s, e)
            tokens = text[s:e].split()
            if not tokens or not quoted and not that and (len(tokens) < 3 or tokens[0].lower() in DETERMINER and len(tokens) < 12 and not VERBISH.search(text[s:e])):
                continue
            parts.append((s, e))
        if not parts:
            continue
        out += [("content", [p]) for p in parts] + [("cue", a.cue)]
        out += [("source", [cut_source(text, s, e)]) for s, e in a.source]
    return out
