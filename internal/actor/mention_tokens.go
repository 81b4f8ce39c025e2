package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/token"
)

// tok is what the scan knows of one token: its word without possessive, its case
// and its uses.
type tok struct {
	word
	start, end int32 // without the possessive ending
}

// know takes what the lexicon knows of the word, and keeps the shape.
func (t *tok) know(w word) {
	w.shape = t.shape
	t.word = w
}

// shape is the outward form of a token.
type shape uint8

const (
	capital    shape = 1 << iota // begins with a capital, or has one after a hyphen: Lavrov, al-Assad
	allCaps                      // NATO, U.S.
	possessive                   // ends in 's or s'
	initial                      // A.
	number                       // 16, $60
	mark                         // punctuation, quotation marks, symbols
)

func (t tok) is(f flag) bool        { return t.flags&f != 0 }
func (t tok) has(s shape) bool      { return t.shape&s != 0 }
func (t tok) capital() bool         { return t.shape&capital != 0 }
func (t tok) lower() bool           { return t.shape&(capital|number|mark) == 0 }
func (t tok) possessive() bool      { return t.shape&possessive != 0 }
func (t tok) In(text string) string { return text[t.start:t.end] }

// cut makes the tok of every token of the document, in the room of toks.
func cut(toks []tok, doc *token.Doc, w *words) []tok {
	text := doc.Report.Text
	toks = slices.Grow(toks[:0], len(doc.Tokens))[:len(doc.Tokens)]
	for i, t := range doc.Tokens {
		k := &toks[i]
		*k = tok{start: t.Start, end: t.End}
		switch t.Kind {
		case token.Word:
			k.shapeOf(text)
			k.know(w.find(k.In(text)))
			if k.flags == 0 {
				k.know(w.compound(k.In(text)))
			}
			if strings.HasSuffix(k.In(text), "n't") || strings.HasSuffix(k.In(text), "n’t") {
				k.flags |= isStop
			}
		case token.Number:
			k.shape = number
		default:
			k.shape = mark
		}
		if i > 1 && k.capital() {
			clipped(toks[i-2:i], text)
			ampersand(toks[i-2:i], text)
		}
		if i > 0 && k.capital() {
			namesOfPossessors(toks[:i], *k, text, w)
		}
	}
	return toks
}

// clipped makes particles of the two words before a name's capital where the second is a clipped
// article: in 't Veld, van 't Hoff.
func clipped(two []tok, text string) {
	if s := two[1].In(text); s != "'t" && s != "’t" {
		return
	}
	switch strings.ToLower(two[0].In(text)) {
	case "in", "van", "op", "aan", "uit", "over":
		two[0].know(word{flags: isParticle})
		two[1].know(word{flags: isParticle})
	}
}

// shapeOf tells the shape of a word and takes its possessive ending off.
func (t *tok) shapeOf(text string) {
	s := t.In(text)
	if n := possessiveLen(s); n > 0 && n < len(s) {
		t.shape |= possessive
		t.end -= int32(n)
		s = s[:len(s)-n]
	} else if n := contractedLen(s); n > 0 && n < len(s) {
		t.end -= int32(n)
		s = s[:len(s)-n]
	}
	first, size := utf8.DecodeRuneInString(s)
	if unicode.IsUpper(first) {
		t.shape |= capital
		switch {
		case len(s) == size, len(s) == size+1 && s[size] == '.':
			t.shape |= initial
		case isAllCaps(s):
			t.shape |= allCaps
		}
		return
	}
	if k := strings.IndexByte(s, '-'); k > 0 && k <= 3 && k+1 < len(s) { // al-Assad, el-Sisi
		if r, _ := utf8.DecodeRuneInString(s[k+1:]); unicode.IsUpper(r) {
			t.shape |= capital
		}
	} else if len(s) > 2 && s[0] < utf8.RuneSelf && 'A' <= s[1] && s[1] <= 'Z' { // iPhone, eBay, d'Estaing
		t.shape |= capital
	}
}

// possessiveLen is the length of 's, ’s or a lone apostrophe at the end of s.
func possessiveLen(s string) int {
	switch {
	case strings.HasSuffix(s, "'s"), strings.HasSuffix(s, "'S"):
		return len("'s")
	case strings.HasSuffix(s, "’s"), strings.HasSuffix(s, "’S"):
		return len("’s")
	case strings.HasSuffix(s, "s'"):
		return len("'")
	case strings.HasSuffix(s, "s’"):
		return len("’")
	}
	return 0
}

// contractedLen is the length of the verb at the end of I've, you're, he'd, they'll.
func contractedLen(s string) int {
	i := strings.IndexByte(s, '\'')
	if i <= 0 {
		if i = strings.Index(s, "’"); i <= 0 {
			return 0
		}
	}
	switch strings.TrimLeft(s[i:], "'’") {
	case "ve", "re", "m", "d", "ll":
		return len(s) - i
	}
	return 0
}

// isAllCaps reports whether s has two or more letters and no small one.
func isAllCaps(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n > 1
}
