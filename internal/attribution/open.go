package attribution

import (
	"parley/internal/news"
	"parley/internal/token"
)

// opened gives the quotation that sentence i begins with to the cue that ended the passage
// before with a colon ("Varga says:", and the quotation in the next paragraph), and reports
// whether there was such a cue.
func (c *carrier) opened(i int) bool {
	s := &c.doc.Sentences[i]
	if i == 0 || !c.x.reads(ruleOpenColon) {
		return false
	}
	before := &c.doc.Sentences[i-1]
	n, ok := c.open[before.Passage]
	if !ok || before.Passage == s.Passage || len(c.out[n].Content) > 0 || c.out[n].Context.End < before.End {
		return false
	}
	q := c.startsWith(s.Span)
	if q < 0 || c.covered[q] || c.doc.Quotes[q].Last-c.doc.Quotes[q].First < 3 {
		return false
	}
	a := &c.out[n]
	a.Content, a.Mode = append([]news.Span{c.inner(q)}, c.chain(q)...), news.Direct
	c.of[i], c.last, c.lastAt = n, n, i
	for _, p := range a.Content {
		c.cover(p)
	}
	return true
}

// tailed reports whether sentence s is a quotation of words, not yet taken, with no more than
// a prepositional phrase of the report's behind it: `"We carry that fight" to the country.`
func (c *carrier) tailed(s *token.Sentence) bool {
	q := c.startsWith(s.Span)
	if q < 0 || c.covered[q] || c.doc.Quotes[q].Last-c.doc.Quotes[q].First < 4 || c.titled(q) {
		return false
	}
	t := int(c.doc.Quotes[q].Last) + 1
	if t >= s.Last || c.x.lookup(c.doc.Word(t)).class&Preposition == 0 {
		return false
	}
	for ; t < s.Last; t++ {
		if e := c.x.lookup(c.doc.Word(t)); c.doc.Tokens[t].Quote < 0 && (e.class&(Finite|Modal|Be|Have|Do) != 0 || e.forms&(Past|Third) != 0) {
			return false
		}
	}
	return true
}

// titled reports whether quotation q is a name or a title: every longer word has a capital.
func (c *carrier) titled(q int32) bool {
	for t := c.doc.Quotes[q].First; t < c.doc.Quotes[q].Last; t++ {
		tok := &c.doc.Tokens[t]
		if b := c.text[tok.Start]; tok.Kind == token.Word && b >= 'a' && b <= 'z' && tok.Len() > 3 {
			return false
		}
	}
	return true
}

// startsWith is the outermost quotation with marks that the span begins with, or -1.
func (c *carrier) startsWith(s news.Span) int32 {
	t := c.doc.TokenAt(s.Start) + 1
	if t >= len(c.doc.Tokens) {
		return -1
	}
	q := c.doc.Tokens[t].Quote
	for q >= 0 && c.doc.Quotes[q].Parent >= 0 {
		q = c.doc.Quotes[q].Parent
	}
	if q < 0 || c.doc.Quotes[q].Open.IsZero() || c.doc.Quotes[q].Open.Start != s.Start {
		return -1
	}
	return q
}

// introduced gives a quotation that is a sentence of its own to the person whom the sentence
// before it tells of, where that holds no statement: `Kell attacked the rules. "They are old
// and unfair to us."` It reports whether there was such a sentence.
func (c *carrier) introduced(i int) bool {
	s := &c.doc.Sentences[i]
	if i == 0 || c.of[i-1] >= 0 || c.doc.Sentences[i-1].Passage != s.Passage || !c.x.reads(ruleCarried) {
		return false
	}
	q := c.wholeQuote(s)
	if q < 0 || c.doc.Quotes[q].Last-c.doc.Quotes[q].First < 6 || c.titled(q) {
		return false
	}
	source := c.teller(&c.doc.Sentences[i-1])
	if source.IsZero() {
		return false
	}
	c.add(i, append([]news.Span{c.inner(q)}, c.chain(q)...), news.Direct, ruleCarried)
	a := &c.out[len(c.out)-1]
	a.Source, a.CarriedOn = source, -1
	return true
}

// teller is the person that sentence s begins with as its subject, zero for none.
func (c *carrier) teller(s *token.Sentence) news.Span {
	r := reader{x: c.x, unit: unit{doc: c.doc, text: c.text, base: -1, passage: s.Passage, span: s.Span}}
	r.scan(c.x, s.First, s.Last)
	p := r.main(len(r.items))
	for i := range r.items {
		if r.isQuote(i) {
			return news.Span{}
		}
	}
	if !p.ok() || !r.personal(p) && r.class(p.to-1)&Title == 0 {
		return news.Span{}
	}
	return r.at(p)
}
