package attribution

import "parley/internal/news"

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
