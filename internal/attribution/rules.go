package attribution

import (
	"sync"

	"parley/internal/news"
	"parley/internal/token"
)

// Relation is what a Finder gives: a source, a cue and the content's raw pieces,
// before trimming, modes and carrying on.
type Relation struct {
	Source, Cue news.Span
	Content     []news.Span
	Addressee   news.Span
	Unit        news.Span // the sentence that was read
	Passage     int
	Base        int32 // quotation that the cue stands in, -1 at top level
	Same        int   // index of the relation whose source this one shares, or -1
	Headline    bool
	Chain       []news.Link
	Rule        string
	Score       float64
	Evidence    news.Evidence
}

// Finder finds relations in a document, in the order of their cues. Implementations
// are safe for concurrent use.
type Finder interface {
	Find(doc *token.Doc) []Relation
}

// Rules is the Finder of hand-written rules over a Lexicon.
type Rules struct {
	Lexicon *Lexicon
	buffers sync.Pool // of *buffers
}

// buffers are reused from report to report.
type buffers struct {
	items []item
	cues  []found
}

// reader carries the state of one Find.
type reader struct {
	unit
	x    *Lexicon
	cues []found
	out  []Relation
}

// found is a cue with its subject inside the unit that is being read.
type found struct {
	cue
	subject phraseAt
	quoter  phraseAt // what quotes the subject: "the agency quoted X as saying"
	edge    int      // first item of the cue's clause: conjunction, comma or subject
	breaks  bool     // the clause before it ends at edge
	shares  bool     // speaks with the voice of the cue before it
	rel     int      // index into out, -1 when nothing came of it
}

// Find implements Finder.
func (r *Rules) Find(doc *token.Doc) []Relation {
	b, _ := r.buffers.Get().(*buffers)
	if b == nil {
		b = new(buffers)
	}
	rd := &reader{x: r.Lexicon, unit: unit{doc: doc, text: doc.Report.Text, items: b.items}, cues: b.cues}
	defer func() {
		b.items, b.cues = rd.items, rd.cues
		r.buffers.Put(b)
	}()
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		rd.passage, rd.span = s.Passage, s.Span
		base := rd.baseOf(s)
		rd.read(s.First, s.Last, base)
	}
	for q := range doc.Quotes {
		rd.inside(int32(q))
	}
	return rd.out
}

// longest is the number of items that are read as one sentence; a longer one is no
// sentence but a list or an attack, and is read in pieces.
const longest = 300

// baseOf is the block quotation that a whole sentence lies in, or -1.
func (r *reader) baseOf(s *token.Sentence) int32 {
	q := r.doc.Tokens[s.First].Quote
	for q >= 0 && !r.doc.Quotes[q].Open.IsZero() {
		q = r.doc.Quotes[q].Parent
	}
	return q
}

// inside reads the sentences within a quotation for nested attributions.
func (r *reader) inside(q int32) {
	quote := &r.doc.Quotes[q]
	if quote.Open.IsZero() || quote.Last-quote.First < 6 {
		return
	}
	r.passage = int(quote.Passage)
	first := int(quote.First)
	for t := first; t < int(quote.Last); t++ {
		if r.isBreak(t) || t == int(quote.Last)-1 {
			r.span = news.Span{Start: int(r.doc.Tokens[first].Start), End: int(r.doc.Tokens[t].End)}
			r.read(first, t+1, q)
			first = t + 1
		}
	}
}

func (r *reader) isBreak(t int) bool {
	lo, hi := 0, len(r.doc.Breaks)
	for lo < hi {
		if m := (lo + hi) / 2; int(r.doc.Breaks[m]) < t {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(r.doc.Breaks) && int(r.doc.Breaks[lo]) == t
}

// read finds the relations of one unit.
func (r *reader) read(first, last int, base int32) {
	r.base = base
	for first < last {
		first = r.scan(r.x, first, last)
		r.unitRead()
	}
}

// unitRead finds the relations of the items that were scanned.
func (r *reader) unitRead() {
	r.collect()
	for k := range r.cues {
		r.cues[k].rel = -1
		if r.out, r.cues[k].rel = r.relate(k); r.cues[k].rel >= 0 && r.x.reads(ruleClauseColon) {
			r.colonQuote(k)
		}
	}
	if r.x.reads(ruleColon) {
		r.subjectColon()
	}
	if (r.kind() == news.Headline || r.kind() == news.Standfirst) && r.x.reads(ruleHeadline) {
		r.headline()
	}
}

// colonQuote takes a quotation after a clause and a colon (`said it "must end": "We
// …"`) for a statement of its own by the same speaker.
func (r *reader) colonQuote(k int) {
	for i := r.cues[k].last + 1; i+1 < len(r.items); i++ {
		if r.punct(i) != ':' && !r.quotedOn(k, i) || !r.isQuote(i+1) || !r.sayable(i+1) || r.cueWithin(k, i) {
			continue
		}
		if c := r.out[r.cues[k].rel].Content; len(c) > 0 && c[0].Start == r.items[i+1].Start {
			return // the head of the content: "said: “No” is what he heard"
		}
		r.out = append(r.out, Relation{Content: []news.Span{r.items[i+1].Span}, Unit: r.span, Passage: r.passage,
			Base: r.base, Same: r.cues[k].rel, Rule: ruleClauseColon, Score: 0.8})
		return
	}
}

// subjectColon gives a quotation that ends a sentence after a colon, with no cue
// before it, to the sentence's subject: `Reth was blunter: "Ask me later."`
func (r *reader) subjectColon() {
	n := len(r.items)
	for n > 0 && r.items[n-1].punct == '.' {
		n--
	}
	q := n - 1
	if q < 3 || !r.isQuote(q) || r.punct(q-1) != ':' || !r.sayable(q) || !r.finite(0, q-1, false) {
		return
	}
	start := r.lastPart(q - 1)
	for k := range r.cues {
		if r.cues[k].rel >= 0 && r.cues[k].first < q && r.cues[k].first >= start {
			return
		}
	}
	src := r.main(q - 1)
	if start > 0 {
		src = r.right(start, q-1)
	}
	if d := r.dashed(q - 1); d > start {
		src = phraseAt{d, q - 1}
	}
	if !src.ok() || src.from-start > 12 && r.punct(src.from-1) != '-' || !r.personal(src) {
		return
	}
	r.out = append(r.out, Relation{Source: r.at(src), Content: []news.Span{r.items[q].Span}, Unit: r.span, Passage: r.passage,
		Base: r.base, Same: -1, Rule: ruleColon, Score: 0.6})
}

// lastPart is where the last part of a sentence before item end begins, behind a semicolon.
func (r *reader) lastPart(end int) int {
	for i := end - 1; i > 0; i-- {
		if r.punct(i) == ';' {
			return i + 1
		}
	}
	return 0
}

// dashed is where the name begins that a dash sets off before the colon at item end: "Nets are
// dear - | Lev Marn:"; -1 for none.
func (r *reader) dashed(end int) int {
	for i := end - 1; i > 0 && i >= end-7; i-- {
		if r.punct(i) == '-' && r.items[i].space {
			if r.names(i+1, end) && !r.title() {
				return i + 1
			}
			return -1
		}
	}
	return -1
}

// personal reports whether a noun phrase may be somebody who speaks: a pronoun of a
// person, a name, or a document.
func (r *reader) personal(p phraseAt) bool {
	if r.is(p.from, "he") || r.is(p.from, "she") || r.is(p.from, "they") {
		return true
	}
	last := &r.items[p.to-1]
	return last.word && (last.cap || last.class&Document != 0)
}
