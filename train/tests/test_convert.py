import os

import convert
import pytest
from corpus import Article, Attribution

VERBS = os.path.join(os.path.dirname(os.path.abspath(convert.__file__)), "..", "data", "attribution", "verbs.txt")


@pytest.fixture(scope="module")
def words():
    return convert.lexicon(VERBS)


def marked(text):
    """A text whose spans are marked [content], {cue}, (source), as one attribution."""
    out, spans, start = "", {"[": [], "{": [], "(": []}, {}
    closing = {"]": "[", "}": "{", ")": "("}
    for c in text:
        if c in spans:
            start[c] = len(out)
        elif c in closing:
            spans[closing[c]].append((start[closing[c]], len(out)))
        else:
            out += c
    return Article("a", out, [], [Attribution(spans["("], spans["{"], spans["["])], [(0, len(out))])


def converted(text, words):
    a = marked(text)
    return {(kind, a.text[s:e]) for kind, parts in convert.statement_spans(a, words) for s, e in parts}


@pytest.mark.parametrize("lemma, some", [
    ("say", {"says", "saying"}), ("deny", {"denies", "denied", "denying"}), ("insist", {"insists", "insisted"}), ("declare", {"declared", "declaring"}),
    ("admit+", {"admits", "admitted", "admitting"}), ("stress", {"stresses", "stressed"})])
def test_forms(lemma, some):
    assert some <= convert.forms(lemma)


def test_lexicon_has_irregular_forms_and_nouns(words):
    assert {"said", "told", "statement", "believes"} <= words
    assert not {"hoped", "wants", "the"} & words


@pytest.mark.parametrize("cue, told", [
    ("said", True), ("has told reporters", True), ("according to", True), ("in a statement", True), ("", True), ("hopes", False), ("wanted", False),
    ("did not say", False), ("declined to say", False), ("didn't say", False), ("didn’t say", False)])
def test_speech(cue, told, words):
    assert bool(convert.speech(cue, words)) == told


@pytest.mark.parametrize("text, kept", [
    ("that talks would go on.", "talks would go on"),
    ("That is wrong", "That is wrong"),
    ("“Talks go on,”", "Talks go on,"),
    ("“Talks go on", "Talks go on"),
    ("Talks go on”", "Talks go on"),
    ("the “real” talks go on,", "the “real” talks go on"),
    ("“One,” and “two”", "“One,” and “two”"),
    ("it came from the U.S.", "it came from the U.S."),
    ("  — , ", "")])
def test_trim(text, kept):
    s, e = convert.trim(text, 0, len(text))
    assert text[s:e] == kept


@pytest.mark.parametrize("text, kept", [
    ("Talks go on. The town is calm.", "Talks go on"),
    ("Mr. Kell went. He came.", "Mr. Kell went"),
    ("“Talks go on. The town is calm.”", "“Talks go on. The town is calm.”"),
    ("Talks go on", "Talks go on")])
def test_first_sentence(text, kept):
    assert text[:convert.first_sentence(text, 0, len(text))] == kept


@pytest.mark.parametrize("text, kept", [
    ("Adrian Kell, the foreign minister", "Adrian Kell"), ("Adrian Kell, who was there", "Adrian Kell"), ("Kell, Varga and Brandl", "Kell, Varga and Brandl"), ("Kell,", "Kell")])
def test_cut_source(text, kept):
    assert text[slice(*convert.cut_source(text, 0, len(text)))] == kept


def test_statement(words):
    assert converted("(Kell, the minister,) {said} [that talks would go on. The town was calm.]", words) == {
        ("source", "Kell"), ("cue", "said"), ("content", "talks would go on")}


@pytest.mark.parametrize("text", [
    "(Kell) {hopes} [that talks would go on]",  # nobody voiced it
    "(Kell) {did not say} [that talks would go on]",
    "(Kell) {confirmed} [the meeting]",  # a bare noun phrase
    "(Kell) [that talks would go on]",  # no cue
    "(Kell) {said}"])
def test_no_statement(text, words):
    assert converted(text, words) == set()


def test_parts_around_the_cue(words):
    assert converted("[“Talks,”] (Kell) {said}, [“will go on.”]", words) == {
        ("content", "Talks,"), ("content", "will go on."), ("source", "Kell"), ("cue", "said")}
