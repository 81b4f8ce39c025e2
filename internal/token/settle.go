package token

// settle repairs what the passage's end finds open, innermost first.
func (p *Parser) settle() {
	for k := p.depth - 1; k >= 0; k-- {
		o := p.stack[k]
		q := &p.pairs[o]
		switch {
		case q.whole || q.open < 0:
		case q.family != single:
			p.wrongClose(o)
			p.shareClose(o)
		case !p.keepsOpen(q):
			p.abandon(q)
		default:
			p.shareClose(o)
		}
	}
}

// keepsOpen reports whether a single mark that never closes is a quotation still:
// the directed mark, or any at the passage's start.
func (p *Parser) keepsOpen(q *pair) bool {
	m := &p.marks[q.open]
	return m.glyph.style == printed && m.glyph.lean == opening || m.tok == p.firstTok
}

// wrongClose closes double quotation o with a single mark that closes nothing else
// and stands behind a sentence's mark, as in “A.’
func (p *Parser) wrongClose(o int32) {
	q := &p.pairs[o]
	in := int(o) + 1 // the next quotation inside o
	for i := q.open + 1; i < int32(len(p.marks)); i++ {
		m := &p.marks[i]
		switch {
		case m.role == opens:
			for p.pairs[in].open != i {
				in++
			}
			if p.pairs[in].close < 0 || p.pairs[in].family == q.family {
				return
			}
			i = p.pairs[in].close
		case m.role == stray && m.glyph.family == single && m.before == edgeStop && (!m.mayOpen() || m.after == edgeStop):
			q.close, m.role = i, closes
			p.release(o)
			return
		}
	}
}

// shareClose gives an open quotation the closing mark of the first one of its family
// inside it that it was opened again for: of “A, as to why “B,” he said the one mark
// closes both.
func (p *Parser) shareClose(o int32) {
	q := &p.pairs[o]
	if q.close >= 0 {
		return
	}
	for c := int(o) + 1; c < len(p.pairs); c++ {
		in := &p.pairs[c]
		if in.dropped || in.close < 0 || in.family != q.family || p.kept(in.parent) != o {
			continue
		}
		if p.opensAgain(q, in) {
			q.close = in.close
			p.release(o)
		}
		return
	}
}

// opensAgain reports whether quotation in goes on with quotation q around it, whose
// closing mark is lost or which a new paragraph opened again, and is no quotation
// within q. Single marks within single ones must begin a sentence, as an apostrophe
// may look like one; marks of another style must begin and end one.
func (p *Parser) opensAgain(q, in *pair) bool {
	same := p.marks[in.open].glyph.style == p.marks[q.open].glyph.style
	if same && q.family != single {
		return true
	}
	return p.startsSentence(in.open) && (same || p.marks[in.close].before == edgeStop)
}

// startsSentence reports whether mark i stands right behind a sentence's end.
func (p *Parser) startsSentence(i int32) bool {
	m := &p.marks[i]
	if m.tok <= p.firstTok {
		return false
	}
	return m.before == edgeSpace && isStop(p.doc.Report.Text, &p.doc.Tokens[m.tok-1])
}

// release puts the quotations that begin behind the closing mark of o out of it.
func (p *Parser) release(o int32) {
	q := &p.pairs[o]
	for c := int(o) + 1; c < len(p.pairs); c++ {
		if in := &p.pairs[c]; in.open > q.close && p.kept(in.parent) == o {
			in.parent = q.parent
		}
	}
}

// kept is pair i or, when that was dropped, the nearest one around it that was not.
func (p *Parser) kept(i int32) int32 {
	for i >= 0 && p.pairs[i].dropped {
		i = p.pairs[i].parent
	}
	return i
}
