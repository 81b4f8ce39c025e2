package token

import "strings"

// reach says what a mark finds to its right before the next opening mark of its
// kind.
type reach uint8

const (
	nothing reach = iota
	weak          // a mark that may close and may be an apostrophe: the talks' end
	sure          // a mark that closes
)

// lookAhead sets every mark's ahead in one pass from right to left.
func (p *Parser) lookAhead(s string) {
	var one, two reach
	for i := len(p.marks) - 1; i >= 0; i-- {
		m := &p.marks[i]
		state := &two
		if m.glyph.family == single {
			state = &one
		}
		m.ahead = *state
		switch {
		case m.glyph.family == single:
			one = p.singleReach(s, i, one)
		case m.onlyOpens():
			two = nothing
		case m.mayClose():
			two = sure
		}
	}
}

func (p *Parser) singleReach(s string, i int, now reach) reach {
	m := &p.marks[i]
	switch {
	case m.onlyOpens():
		if !p.isElision(s, m) {
			return nothing
		}
		if p.elidedTwice(s, m) && i+1 < len(p.marks) {
			return p.marks[i+1].ahead
		}
		return now
	case !m.mayClose():
		return now
	case p.maybePossessive(s, m):
		return max(now, weak)
	}
	return sure
}

// singleMark decides a single mark: apostrophe, opening or closing.
func (p *Parser) singleMark(s string, i int) {
	m := &p.marks[i]
	k := p.top(m.glyph)
	switch {
	case m.onlyOpens() || !m.mayClose() && !m.touch:
		p.leadingSingle(s, i, k >= 0)
	case m.touch && (k < 0 || p.isPossessive(s, i) || k < p.depth-1):
		m.role = apostrophe
	case k >= 0:
		p.closeAt(i, k)
	case m.glyph.lean == opening && m.mayOpen():
		p.openAt(i)
	case m.mayOpen() && m.after == edgeLetter && m.ahead == sure:
		p.openAt(i)
	}
}

// leadingSingle decides a mark with space before it.
func (p *Parser) leadingSingle(s string, i int, isOpen bool) {
	m := &p.marks[i]
	switch {
	case !m.mayOpen() && isOpen:
		p.closeAt(i, p.top(m.glyph))
	case !m.mayOpen():
		if m.ahead == sure && p.behindPunct(m) {
			p.openAt(i)
		}
	case p.isElision(s, m) && (isOpen || m.ahead != sure || p.isDecade(s, m) || p.elidedTwice(s, m)):
		m.role = apostrophe
	case m.glyph.lean == closing && (isOpen || m.ahead != sure):
		m.role = apostrophe
	case m.glyph.lean == opening && m.glyph.n > 1, m.ahead != nothing, m.tok == p.firstTok:
		p.openAt(i)
	default:
		m.role = apostrophe
	}
}

// isElision reports whether the word after the mark begins with an apostrophe: 'em, '90s.
func (p *Parser) isElision(s string, m *mark) bool {
	at := int(m.start) + int(m.glyph.n)
	if !innerAt(s, at) {
		return false
	}
	return p.isDecade(s, m) || p.lists.is(s[at:scanWord(s, at)], elision)
}

// elidedTwice reports whether the word after the mark is elided at its end too: 'n'.
func (p *Parser) elidedTwice(s string, m *mark) bool {
	at := int(m.start) + int(m.glyph.n)
	end := scanWord(s, at)
	return end-at <= 2 && end < len(s) && glyphAt(s, end).family == single
}

// isDecade reports whether two digits follow: '90s, '24.
func (p *Parser) isDecade(s string, m *mark) bool {
	at := int(m.start) + int(m.glyph.n)
	if !digitAt(s, at) || !digitAt(s, at+1) || digitAt(s, at+2) {
		return false
	}
	return at+2 < len(s) && s[at+2] == 's' || m.ahead != sure
}

// maybePossessive reports whether the mark may belong to the word before it: the
// talks' end, goin' home.
func (p *Parser) maybePossessive(s string, m *mark) bool {
	if !m.touch || m.after != edgeSpace && m.after != edgeDash {
		return false
	}
	word := s[:m.start]
	next := skipSpace(s, int(m.start)+int(m.glyph.n))
	switch word[len(word)-1] {
	case 's', 'S', 'z', 'x':
		return innerAt(s, next)
	}
	return strings.HasSuffix(word, "in") && innerAt(s, next)
}

// isPossessive decides such a mark while a single quotation is open: a sure closing
// mark must be left for that.
func (p *Parser) isPossessive(s string, i int) bool {
	m := &p.marks[i]
	if m.ahead != sure {
		return false
	}
	if m.after == edgeStop && s[m.start-1] == 's' { // others',' he said
		next := &p.marks[i+1]
		return next.glyph.family == single && next.start == m.start+int32(m.glyph.n)+1 && !next.mayOpen()
	}
	return p.maybePossessive(s, m)
}

// behindPunct reports whether the mark stands at the passage's start or behind a
// comma, a colon or the like.
func (p *Parser) behindPunct(m *mark) bool {
	return m.tok == p.firstTok || p.doc.Tokens[m.tok-1].Kind == Punct
}
