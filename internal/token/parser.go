package token

import "parley/internal/news"

// Parser cuts reports and keeps its buffers from one report to the next, so that a
// warm one allocates nothing. It is not safe for use by several goroutines.
type Parser struct {
	lists *wordLists
	doc   Doc

	// Of the passage in hand.
	begin    int // its first byte
	firstTok int32
	space    bool // white space stands before the next token
	marks    []mark
	pairs    []pair
	stack    [maxDepth]int32 // indexes into pairs
	depth    int

	// A quotation that the last passage left open.
	carry   int32 // index into doc.Quotes, or -1
	carried bool  // the next passage begins with an opening mark for it
}

// passage is what the machine must know about the passage in hand.
type passage struct {
	index  int
	block  bool
	carry  int32  // quotation that the passage before left open, or -1
	family family // of its marks
}

// Parse cuts the report into tokens, sentences and quotations.
func Parse(r *news.Report) *Doc {
	var p Parser
	return p.Parse(r)
}

// Parse is the function Parse with the parser's buffers; the Doc is good until the
// next call.
func (p *Parser) Parse(r *news.Report) *Doc {
	if p.lists == nil {
		p.lists = lists()
	}
	p.doc = Doc{
		Report:    r,
		Tokens:    p.doc.Tokens[:0],
		Sentences: p.doc.Sentences[:0],
		Quotes:    p.doc.Quotes[:0],
		Breaks:    p.doc.Breaks[:0],
	}
	p.carry = -1
	for i := range r.Passages {
		if r.Passages[i].Read() {
			p.passage(r, i)
		}
	}
	return &p.doc
}

// passage cuts passage i.
func (p *Parser) passage(r *news.Report, i int) {
	span := r.Passages[i].Span
	s := r.Text[:span.End]
	p.marks = p.marks[:0]
	p.firstTok = int32(len(p.doc.Tokens))
	p.lex(s, span.Start)
	if int(p.firstTok) == len(p.doc.Tokens) {
		return
	}
	pass := p.context(r, i)
	if len(p.marks) > 0 || pass.block {
		p.match(s, &pass)
		p.giveBack()
		p.quotes(&pass)
	} else {
		p.carry = -1
	}
	p.carried = p.carry >= 0 && p.carriesOn(r, i)
	p.sentences(s, i)
}

// carriesOn reports whether the passage after passage i begins with an opening mark
// of the kind that passage i leaves open.
func (p *Parser) carriesOn(r *news.Report, i int) bool {
	open := p.doc.Quotes[p.carry].Open
	for i++; i < len(r.Passages); i++ {
		next := &r.Passages[i]
		if !next.Read() {
			continue
		}
		at := skipSpace(r.Text, next.Span.Start)
		if open.IsZero() || !running(next.Kind) || at >= next.Span.End {
			return false
		}
		g := glyphAt(r.Text, at)
		return g.lean != closing && g.family == glyphAt(r.Text, open.Start).family
	}
	return false
}
