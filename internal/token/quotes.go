package token

import "parley/internal/news"

// giveBack joins the marks that the machine found to be apostrophes to the words
// beside them and moves the tokens behind them up.
func (p *Parser) giveBack() {
	first := p.firstApostrophe()
	if first < 0 {
		return
	}
	toks := p.doc.Tokens
	w, next := p.marks[first].tok, first
	for r := w; r < int32(len(toks)); r++ {
		t := toks[r]
		if next < len(p.marks) && p.marks[next].tok == r {
			m := &p.marks[next]
			next++
			if m.role == apostrophe {
				switch joins(toks, r, w, p.firstTok) {
				case joinsLast:
					toks[w-1].End = t.End
					m.tok = w - 1
					continue
				case joinsNext:
					toks[r+1].Start, toks[r+1].Space = t.Start, t.Space
					m.tok = w
					continue
				}
				m.role = stray
			}
			m.tok = w
		}
		toks[w] = t
		w++
	}
	p.doc.Tokens = toks[:w]
}

func (p *Parser) firstApostrophe() int {
	for i := range p.marks {
		if p.marks[i].role == apostrophe {
			return i
		}
	}
	return -1
}

type joining uint8

const (
	joinsNothing joining = iota
	joinsLast
	joinsNext
)

// joins tells which word the apostrophe at token r goes with; token w-1 is the last
// one kept.
func joins(toks []Token, r, w, first int32) joining {
	t := toks[r]
	if w > first && toks[w-1].Kind <= Number && toks[w-1].End == t.Start {
		return joinsLast
	}
	if int(r)+1 < len(toks) && toks[r+1].Kind <= Number && toks[r+1].Start == t.End {
		return joinsNext
	}
	return joinsNothing
}

// quotes turns the machine's pairs into quotations, chains them to the passage
// before and sets every token's innermost quotation.
func (p *Parser) quotes(pass *passage) {
	first := len(p.doc.Quotes)
	for i := range p.pairs {
		if q := &p.pairs[i]; !q.dropped {
			q.quote = int32(len(p.doc.Quotes))
			p.doc.Quotes = append(p.doc.Quotes, p.makeQuote(q, pass))
		}
	}
	for i := first; i < len(p.doc.Quotes); i++ {
		q := &p.doc.Quotes[i]
		for t := q.First; t < q.Last; t++ {
			p.doc.Tokens[t].Quote = int32(i)
		}
	}
	p.chain(first)
}

func (p *Parser) makeQuote(q *pair, pass *passage) Quote {
	toks := p.doc.Tokens
	out := Quote{Parent: -1, Next: -1, Passage: int32(pass.index), Single: q.family == single || q.family == singleAngle}
	if up := p.kept(q.parent); up >= 0 {
		out.Parent = p.pairs[up].quote
	}
	out.First, out.Inner.Start = p.firstTok, int(toks[p.firstTok].Start)
	if q.open >= 0 {
		m := toks[p.marks[q.open].tok]
		out.Open = news.Span{Start: int(m.Start), End: int(m.End)}
		out.First, out.Inner.Start = p.marks[q.open].tok+1, int(m.End)
	}
	out.Last, out.Inner.End = int32(len(toks)), int(toks[len(toks)-1].End)
	if out.Parent >= 0 {
		up := &p.doc.Quotes[out.Parent]
		out.Last, out.Inner.End = up.Last, up.Inner.End
	}
	if q.close >= 0 {
		m := toks[p.marks[q.close].tok]
		out.Close = news.Span{Start: int(m.Start), End: int(m.End)}
		out.Last, out.Inner.End = p.marks[q.close].tok, int(m.Start)
	}
	return out
}

// chain links the quotation that the passage before left open to the one that
// begins this passage, and keeps the one that this passage leaves open.
func (p *Parser) chain(first int) {
	carry := p.carry
	p.carry = -1
	if first == len(p.doc.Quotes) {
		return
	}
	q := &p.doc.Quotes[first]
	if carry >= 0 && q.Single == p.doc.Quotes[carry].Single && p.begins(q) {
		p.doc.Quotes[carry].Next = int32(first)
	}
	for i := len(p.doc.Quotes) - 1; i >= first; i-- {
		if q := &p.doc.Quotes[i]; q.Close.IsZero() && q.Parent < 0 {
			p.carry = int32(i)
		}
	}
}

// begins reports whether nothing but marks and brackets stands before the
// quotation in its passage.
func (p *Parser) begins(q *Quote) bool {
	for t := p.firstTok; t < q.First; t++ {
		if k := p.doc.Tokens[t].Kind; k != Mark && k != Punct {
			return false
		}
	}
	return true
}

// context says what the machine must know about passage i.
func (p *Parser) context(r *news.Report, i int) passage {
	pass := passage{index: i, carry: -1, block: r.Passages[i].Kind == news.BlockQuote}
	if p.carry < 0 {
		return pass
	}
	q := &p.doc.Quotes[p.carry]
	last := &r.Passages[q.Passage]
	if running(last.Kind) != running(r.Passages[i].Kind) {
		p.carry = -1
		return pass
	}
	pass.carry, pass.family = p.carry, double
	if !q.Open.IsZero() {
		pass.family = glyphAt(r.Text, q.Open.Start).family
	}
	return pass
}

// running reports whether passages of a kind may carry a quotation on.
func running(k news.PassageKind) bool { return k == news.Body || k == news.BlockQuote }
