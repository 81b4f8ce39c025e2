package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// family says which marks close one another. Marks of one family may be mixed:
// “A", „A“, “A” are pairs.
type family uint8

const (
	noFamily family = iota
	double
	single
	angle       // « »
	singleAngle // ‹ ›
	corner      // 「 」 『 』
)

// lean is the direction that a mark's shape gives it.
type lean uint8

const (
	neutral lean = iota
	opening
	closing
)

// style tells typewriter marks from printed ones. An opening mark is closed by its
// own style before it is closed by another.
type style uint8

const (
	printed style = iota // “ ” ‘ ’ „ « 「
	typed                // " '
	doubled              // '' `` ‘‘
)

// glyph is the shape of a mark of n bytes.
type glyph struct {
	family family
	lean   lean
	style  style
	n      int8
}

// edge is the class of the character beside a run of marks.
type edge uint8

const (
	edgeSpace  edge = iota // or the passage's edge
	edgeLetter             // letter or digit
	edgeStop               // . , ; ? ! …
	edgeOpen               // opening bracket
	edgeClose              // closing bracket, percent sign
	edgeDash               // dash, hyphen, colon, slash
	edgeOther
)

// role is what the quotation machine decides a mark to be.
type role uint8

const (
	stray role = iota // a mark without a partner; stays a token of its own
	opens
	closes
	apostrophe // part of the word beside it: Russians', '90s, 6"
)

// mark is one mark token of the passage in hand.
type mark struct {
	tok    int32
	start  int32
	glyph  glyph
	before edge // beside the run of marks that this one stands in
	after  edge
	touch  bool // a letter or digit stands directly before, no mark between
	role   role
	ahead  reach
}

// glyphAt gives the mark that starts at byte i of s; two apostrophes, two backquotes
// and two single marks are one double mark.
func glyphAt(s string, i int) glyph {
	switch s[i] {
	case '"':
		return glyph{double, neutral, typed, 1}
	case '\'':
		if i+1 < len(s) && s[i+1] == '\'' {
			return glyph{double, neutral, doubled, 2}
		}
		return glyph{single, neutral, typed, 1}
	case '`':
		if i+1 < len(s) && s[i+1] == '`' {
			return glyph{double, opening, doubled, 2}
		}
		return glyph{single, opening, typed, 1}
	case 0xC2, 0xE2, 0xE3, 0xEF:
		return wideGlyph(s[i:])
	}
	return glyph{}
}

func wideGlyph(s string) glyph {
	r, n := utf8.DecodeRuneInString(s)
	g := glyph{n: int8(n)}
	switch r {
	case '“', '„', '‟':
		g.family, g.lean = double, opening
	case '”':
		g.family, g.lean = double, closing
	case '\uff02':
		g.family = double
	case '‘', '‛', '‚':
		g.family, g.lean = single, opening
	case '’':
		g.family, g.lean = single, closing
	case '´', '\uff07':
		g.family = single
	case '«':
		g.family, g.lean = angle, opening
	case '»':
		g.family, g.lean = angle, closing
	case '‹':
		g.family, g.lean = singleAngle, opening
	case '›':
		g.family, g.lean = singleAngle, closing
	case '「', '『':
		g.family, g.lean = corner, opening
	case '」', '』':
		g.family, g.lean = corner, closing
	}
	if (r == '‘' || r == '’') && strings.HasPrefix(s[n:], s[:n]) {
		g.family, g.style, g.n = double, doubled, int8(2*n)
	}
	return g
}

// lexMarks takes a run of marks without space between them. All of the run share
// the characters before and after it as context.
func (p *Parser) lexMarks(s string, i int) int {
	first := len(p.marks)
	before, touch := edgeBefore(s[p.begin:i]), p.touches(s, i)
	for i < len(s) {
		g := glyphAt(s, i)
		if g.family == noFamily {
			break
		}
		if before > edgeSpace && before != edgeOpen && innerFirst(s, i) {
			g = glyph{single, neutral, typed, 1}
		}
		p.marks = append(p.marks, mark{tok: int32(len(p.doc.Tokens)), start: int32(i), glyph: g, before: before, touch: touch})
		i = p.emit(i, i+int(g.n), Mark)
		touch = false
	}
	after := edgeAfter(s, i)
	for k := first; k < len(p.marks); k++ {
		p.marks[k].after = after
	}
	return i
}

// innerFirst reports whether exactly three apostrophes stand at i: behind words they
// close a single quotation and then the double one around it.
func innerFirst(s string, i int) bool {
	return strings.HasPrefix(s[i:], "'''") && (i == 0 || s[i-1] != '\'') && !strings.HasPrefix(s[i+3:], "'")
}

// touches reports whether a word or number ends directly before byte i.
func (p *Parser) touches(s string, i int) bool {
	n := len(p.doc.Tokens)
	return n > 0 && i > p.begin && int(p.doc.Tokens[n-1].End) == i && p.doc.Tokens[n-1].Kind <= Number && s[i-1] != '.'
}

func edgeBefore(s string) edge {
	if s == "" {
		return edgeSpace
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return edgeOf(r)
}

func edgeAfter(s string, i int) edge {
	if i >= len(s) {
		return edgeSpace
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return edgeOf(r)
}

func edgeOf(r rune) edge {
	switch r {
	case '.', ',', ';', '?', '!', '…', '。', '，', '、', '？', '！', '؟', '،':
		return edgeStop
	case '(', '[', '{', '=', '¿', '¡', '（', '【':
		return edgeOpen
	case ')', ']', '}', '%', '）', '】':
		return edgeClose
	case '-', '–', '—', '―', '‒', '‐', '‑', ':', '/', '：':
		return edgeDash
	}
	switch {
	case isSpace(r):
		return edgeSpace
	case isInner(r), unicode.IsSymbol(r):
		return edgeLetter
	}
	return edgeOther
}

// mayOpen, mayClose: what the characters beside a mark allow.
func (m *mark) mayOpen() bool  { return m.after != edgeSpace && m.after != edgeClose }
func (m *mark) mayClose() bool { return m.before != edgeSpace && m.before != edgeOpen }

// onlyOpens reports whether the context leaves a mark no other reading than to open:
// space or a bracket before it, words after it.
func (m *mark) onlyOpens() bool {
	return !m.mayClose() && m.mayOpen()
}

// onlyCloses reports whether the context leaves a mark no other reading than to
// close: words before it, space or a sentence's mark after it.
func (m *mark) onlyCloses() bool {
	return m.mayClose() && (!m.mayOpen() || m.after == edgeStop)
}

// likeClosing reports whether a mark of opening shape may close what is open: „A“, or
// the wrong shape in “A“, “A“–b, “A.“Then.
func (m *mark) likeClosing() bool {
	switch {
	case !m.mayOpen() || m.onlyCloses():
		return true
	case m.after == edgeDash:
		return m.mayClose()
	}
	return m.before == edgeStop && m.ahead != sure
}

// likeOpening reports whether a mark of closing shape may open a quotation: »A«, or
// the wrong shape in ”A”, he said,” A”, he said,”A”, b–”A”.
func (m *mark) likeOpening() bool {
	switch m.before {
	case edgeStop:
		return m.after == edgeSpace || m.after == edgeLetter
	case edgeDash:
		return m.mayOpen()
	}
	return !m.mayClose()
}
