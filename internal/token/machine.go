package token

import "strings"

// The quotation machine. The lexer leaves the marks of a passage with the
// characters beside them; the machine goes over them once with a stack of open
// quotations. A mark's context outweighs its shape, and its shape outweighs parity,
// so that one stray mark does not invert the rest of the passage.

// maxDepth bounds the stack; a mark that would open one more quotation is stray.
const maxDepth = 8

// pair is a quotation in the making: indexes into Parser.marks.
type pair struct {
	open, close int32 // -1: none
	parent      int32 // index into Parser.pairs, or -1
	family      family
	dropped     bool // the opening mark turned out to be none
	whole       bool // a block quotation without marks
	quote       int32
}

// match pairs the marks of the passage in hand.
func (p *Parser) match(s string, pass *passage) {
	p.pairs, p.depth = p.pairs[:0], 0
	p.lookAhead(s)
	p.startOpen(pass)
	for i := range p.marks {
		m := &p.marks[i]
		if m.glyph.family == single {
			p.singleMark(s, i)
		} else {
			p.doubleMark(s, i)
		}
	}
	p.settle()
}

// startOpen opens what is open before the first mark: a block quotation without
// double marks, or a quotation of the passage before that closes here without
// having been opened again.
func (p *Parser) startOpen(pass *passage) {
	first := p.firstDouble()
	switch {
	case first < 0 && pass.block:
		p.push(pair{open: -1, close: -1, whole: true})
	case first >= 0 && pass.carry >= 0 && p.marks[first].onlyCloses() && p.marks[first].glyph.family == pass.family:
		p.push(pair{open: -1, close: -1, family: pass.family})
	}
}

func (p *Parser) firstDouble() int {
	for i := range p.marks {
		if p.marks[i].glyph.family != single {
			return i
		}
	}
	return -1
}

// push opens a quotation inside the one on top of the stack.
func (p *Parser) push(q pair) bool {
	if p.depth == maxDepth {
		return false
	}
	q.parent, q.close = -1, -1
	if p.depth > 0 {
		q.parent = p.stack[p.depth-1]
	}
	p.stack[p.depth] = int32(len(p.pairs))
	p.depth++
	p.pairs = append(p.pairs, q)
	return true
}

// openAt makes mark i open a quotation.
func (p *Parser) openAt(i int) {
	if p.push(pair{open: int32(i), family: p.marks[i].glyph.family}) {
		p.marks[i].role = opens
	}
}

// top is the stack position of the innermost open quotation that a mark like g
// closes, or -1: of its family, and of its style if there is one.
func (p *Parser) top(g glyph) int {
	found := -1
	for k := p.depth - 1; k >= 0; k-- {
		q := &p.pairs[p.stack[k]]
		switch {
		case q.whole || q.family != g.family:
		case q.open < 0 || p.marks[q.open].glyph.style == g.style:
			return k
		case found < 0:
			found = k
		}
	}
	return found
}

// closeAt makes mark i close the quotation at stack position k; what was opened
// inside it and is open still ends with it.
func (p *Parser) closeAt(i, k int) {
	for p.depth > k+1 {
		p.depth--
		p.abandon(&p.pairs[p.stack[p.depth]])
	}
	p.depth = k
	p.pairs[p.stack[k]].close = int32(i)
	p.marks[i].role = closes
}

// abandon gives up an unclosed single mark: it was an apostrophe or a stray.
func (p *Parser) abandon(q *pair) {
	if q.family != single || q.open < 0 {
		return
	}
	q.dropped = true
	p.marks[q.open].role = apostrophe
}

// doubleMark decides a mark of any family but single.
func (p *Parser) doubleMark(s string, i int) {
	m := &p.marks[i]
	k := p.top(m.glyph)
	switch p.direction(m, k >= 0) {
	case opening:
		p.openAt(i)
	case closing:
		switch {
		case p.inches(s, m, k >= 0):
			m.role = apostrophe
		case k >= 0:
			p.closeAt(i, k)
		}
	}
}

// direction tells whether a double mark opens or closes.
func (p *Parser) direction(m *mark, isOpen bool) lean {
	switch m.glyph.lean {
	case opening:
		if isOpen && m.likeClosing() {
			return closing
		}
		return opening
	case closing:
		if !isOpen && m.ahead == sure && m.likeOpening() {
			return opening
		}
		return closing
	}
	switch {
	case m.onlyOpens():
		return opening
	case isOpen:
		return closing
	case m.onlyCloses():
		if m.ahead == sure && m.before == edgeStop && m.after == edgeSpace {
			return opening
		}
		return closing
	case m.mayOpen() || m.ahead == sure && !m.mayClose():
		return opening
	}
	return closing
}

// inches reports whether a double mark after a digit stands for inches: a 6" gun,
// 5'10" tall.
func (p *Parser) inches(s string, m *mark, isOpen bool) bool {
	if !m.touch || m.glyph.lean == opening || !digitAt(s, int(m.start)-1) {
		return false
	}
	if !isOpen {
		return true
	}
	tok := &p.doc.Tokens[m.tok-1]
	feet := strings.ContainsAny(s[tok.Start:tok.End], "'’′")
	return m.ahead == sure && (feet || m.after == edgeSpace && lowerAt(s, skipSpace(s, int(m.start)+int(m.glyph.n))))
}
