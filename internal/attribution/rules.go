package attribution

import (
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
}

// Finder finds relations in a document, in the order of their cues. Implementations
// are safe for concurrent use.
type Finder interface {
	Find(doc *token.Doc) []Relation
}

// Rules is the Finder of hand-written rules over a Lexicon.
type Rules struct{ Lexicon *Lexicon }

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
	edge    int  // first item of the cue's clause: conjunction, comma or subject
	breaks  bool // the clause before it ends at edge
	shares  bool // speaks with the voice of the cue before it
	rel     int  // index into out, -1 when nothing came of it
}

// Find implements Finder.
func (r *Rules) Find(doc *token.Doc) []Relation {
	rd := &reader{x: r.Lexicon, unit: unit{doc: doc, text: doc.Report.Text}}
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
		if r.out, r.cues[k].rel = r.relate(k); r.cues[k].rel >= 0 {
			r.colonQuote(k)
		}
	}
	r.subjectColon()
	if r.kind() == news.Headline || r.kind() == news.Standfirst {
		r.headline()
	}
}

// colonQuote takes a quotation after a clause and a colon (`said it "must end": "We
// …"`) for a statement of its own by the same speaker.
func (r *reader) colonQuote(k int) {
	for i := r.cues[k].last + 1; i+1 < len(r.items); i++ {
		if r.punct(i) != ':' || !r.isQuote(i+1) || !r.sayable(i+1) || (k+1 < len(r.cues) && r.cues[k+1].first < i) {
			continue
		}
		r.out = append(r.out, Relation{Content: []news.Span{r.items[i+1].Span}, Unit: r.span, Passage: r.passage,
			Base: r.base, Same: r.cues[k].rel, Rule: "clause, colon, then quotation", Score: 0.8})
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
	for k := range r.cues {
		if r.cues[k].rel >= 0 && r.cues[k].first < q {
			return
		}
	}
	src := r.main(q - 1)
	if !src.ok() || src.from > 12 || !r.personal(src) {
		return
	}
	r.out = append(r.out, Relation{Source: r.at(src), Content: []news.Span{r.items[q].Span}, Unit: r.span, Passage: r.passage,
		Base: r.base, Same: -1, Rule: "subject, colon, quotation", Score: 0.6})
}

// personal reports whether a noun phrase may be somebody who speaks: a pronoun of a
// person, or a name.
func (r *reader) personal(p phraseAt) bool {
	if r.is(p.from, "he") || r.is(p.from, "she") || r.is(p.from, "they") {
		return true
	}
	last := &r.items[p.to-1]
	return last.cap && last.word
}

// collect lists the unit's cues with their subjects and edges.
func (r *reader) collect() {
	r.cues = r.cues[:0]
	for i := 0; i < len(r.items); {
		if r.is(i, "as") || r.is(i, "in") {
			if n := r.phrasal(i); n > i+1 {
				i = n
				continue
			}
		}
		if r.items[i].class&SaidNoun != 0 && r.nounCue(i) {
			i++
			continue
		}
		if r.items[i].verb < 0 && r.items[i].first < 0 {
			i++
			continue
		}
		c, skip, ok := r.cueAt(r.x, i)
		if ok {
			r.admit(c)
		}
		i += skip
	}
}

// nounCue reads "X’s remark that P" at item i.
func (r *reader) nounCue(i int) bool {
	infinitive := r.is(i+1, "to") && r.class(i+2)&(Determiner|Preposition) == 0
	if i < 1 || !infinitive && !r.is(i+1, "that") {
		return false
	}
	k := i - 1
	for k > 0 && k > i-4 && !r.possessed(k) && r.class(k)&Possessive == 0 && (r.nominal(k) || r.class(k)&Adverb != 0) {
		k--
	}
	if !r.possessed(k) && r.class(k)&Possessive == 0 {
		return false
	}
	frames := That
	if infinitive {
		frames = To
	}
	r.cues = append(r.cues, found{cue: cue{first: i, last: i + 1, frames: frames, forms: Past}, subject: phraseAt{r.left(k), k + 1}, edge: r.left(k)})
	return true
}

// admit gives a cue its subject and its edge.
func (r *reader) admit(c cue) {
	f := found{cue: c, edge: c.first}
	if c.kind == sourceAfter {
		f.subject = r.inverted(c.last)
		f.breaks = true
		r.cues = append(r.cues, f)
		return
	}
	f.subject = r.subject(c.first - c.lead)
	if f.subject.ok() && (r.class(f.subject.from)&Negation != 0 || r.is(f.subject.from, "no") || r.is(f.subject.from, "nobody") || r.is(f.subject.from, "none")) {
		return // nobody said it
	}
	if t := f.subject.to - 1; f.subject.ok() && r.class(t)&Time != 0 && !r.items[t].cap && r.class(t)&Adverb == 0 {
		return // "the last days have underscored"
	}
	if f.subject.ok() {
		f.edge = f.subject.from
		f.which = r.is(f.edge-1, "which")
		f.document = r.class(f.subject.to-1)&Document != 0
	} else {
		f.edge = r.back(c.first-c.lead-1) + 1
	}
	if c.forms == Gerund {
		r.gerundEdge(&f)
	}
	p := f.edge - 1
	switch {
	case r.class(p)&(Coordinator|Contrast) != 0, r.class(p)&Subordinator != 0 && c.forms == Gerund,
		r.is(p, "after") && r.punct(p-1) == ',':
		f.breaks, f.edge = true, p
		f.shares = !f.subject.ok() && c.forms != Base
		if r.punct(p-1) == ',' {
			f.edge--
		}
	case r.punct(p) == ',' || r.punct(p) == ';' || r.punct(p) == '-':
		f.breaks, f.edge = true, p
	case r.isQuote(p) && c.forms == Gerund:
		f.breaks = true // the comma stands inside the marks
	case r.is(p, "with") && c.forms == Gerund:
		f.breaks, f.edge = true, p
		if r.punct(p-1) == ',' {
			f.edge--
		}
	}
	r.cues = append(r.cues, f)
}

// gerundEdge decides whose voice a participle has: a noun right before it ("a
// statement saying"), the noun after "with", or the clause's subject.
func (r *reader) gerundEdge(f *found) {
	if f.subject.ok() && r.class(f.subject.to)&Be != 0 {
		return // "officials are saying"
	}
	p := r.back(f.first - 1)
	if r.is(p, "began") || r.is(p, "kept") || r.is(p, "started") || r.is(p, "continued") || r.is(p, "begun") || r.is(p, "keeps") {
		if f.subject = r.subject(p); f.subject.ok() {
			f.edge = f.subject.from
		}
		return
	}
	near := p >= 0 && p == f.subject.to-1 && r.punct(p) == 0
	if f.subject.ok() && near && (r.is(f.subject.from-1, "with") || r.class(p)&Document != 0 ||
		r.punct(f.subject.from-1) == ',' && r.class(f.subject.from)&Determiner != 0) {
		return
	}
	f.subject = phraseAt{}
	f.shares = true
	f.edge = p + 1
	if r.is(p, "by") || r.is(p, "in") || r.class(p)&Subordinator != 0 {
		f.edge = p
		f.breaks = true
	}
}

// phrasal reads "as X put it" and "in X's view" at item i and gives the next item.
func (r *reader) phrasal(i int) int {
	if r.is(i, "in") {
		return r.view(i)
	}
	np := r.right(i+1, len(r.items))
	if !np.ok() {
		return i + 1
	}
	k := np.to
	for k < len(r.items) && r.items[k].word && r.class(k)&(Adverb|Have) != 0 {
		k++
	}
	if (r.is(k, "put") || r.is(k, "puts")) && r.is(k+1, "it") {
		r.cues = append(r.cues, found{cue: cue{first: k, last: k + 1, kind: asPut, frames: Bare}, subject: np, edge: i, breaks: true})
		return k + 2
	}
	if k < len(r.items) && r.items[k].verb >= 0 && r.items[k].forms&(Past|Third|Base) != 0 && r.x.verbs[r.items[k].verb].Frames&Trail != 0 &&
		(i == r.lead(0) || r.punct(i-1) == ',') && r.closes(k+1, 0) {
		r.cues = append(r.cues, found{cue: cue{first: k, last: k + 1, kind: asPut, frames: Bare}, subject: np, edge: i, breaks: true})
		return k + 1
	}
	return i + 1
}

// view reads "in X's view".
func (r *reader) view(i int) int {
	np := r.right(i+1, min(i+8, len(r.items)))
	if !np.ok() || np.to-np.from < 2 {
		return i + 1
	}
	last := np.to - 1
	if !(r.is(last, "view") || r.is(last, "opinion") || r.is(last, "words")) || r.class(last-1)&Possessive == 0 && !r.possessed(last-1) {
		return i + 1
	}
	r.cues = append(r.cues, found{cue: cue{first: last, last: last + 1, kind: asPut, frames: Bare},
		subject: phraseAt{np.from, last}, edge: i, breaks: true})
	return np.to
}

// limit is the item at which the content of cue k ends at the latest: the edge of
// the next clause with a cue of its own, or of an aside.
func (r *reader) limit(k int) int {
	end := len(r.items)
	for n := k + 1; n < len(r.cues); n++ {
		f := &r.cues[n]
		if r.cues[k].kind != verbCue && f.shares {
			continue // the doings of the one who is talked about
		}
		if f.breaks && f.edge >= r.cues[k].last && r.speaks(n) {
			end = f.edge
			break
		}
	}
	return r.stop(k, end)
}

// speaks reports whether cue n has something to say of its own on its right, or
// stands at the end of the unit, so that it ends the clause before it.
func (r *reader) speaks(n int) bool {
	f := &r.cues[n]
	if f.kind != verbCue {
		return true
	}
	if !f.subject.ok() && !f.shares {
		return false
	}
	if m, ok := r.complement(r.x, f.cue, len(r.items)); ok {
		return !m.quoted || f.subject.ok() || f.shares
	}
	return f.subject.ok() && f.frames&Trail != 0 && r.closes(f.last, f.frames)
}

// closes reports whether only adverbials stand between item i and the unit's end or
// the next mark.
func (r *reader) closes(i int, f Frame) bool {
	i = r.adverbs(i, len(r.items))
	if to, ok := r.person(i, len(r.items)); ok && f&Person != 0 {
		i = to
	}
	for i < len(r.items) && r.items[i].punct == 0 && !r.isQuote(i) {
		j, _ := r.adverbial(i, len(r.items))
		if j == i {
			return false
		}
		i = j
	}
	return true
}

// stop ends a clause at its full stop, a bracket that it did not open, or an aside
// of the reporter's.
func (r *reader) stop(k, end int) int {
	depth := 0
	relative := r.isRelative(k)
	fronted := r.isFronted(k)
	for i := r.cues[k].last; i < end; i++ {
		if r.isQuote(i) && r.asideAt(i+1) || i > r.cues[k].last && r.has(k) && r.resumes(k, i) && r.has(-i-1) {
			return min(i+r.quoteWidth(i), end)
		}
		switch r.items[i].punct {
		case '.', '?':
			if i+1 >= end || r.items[i].punct == '.' {
				return i
			}
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return i
			}
		case ';':
			return i
		case ':':
			if i > r.cues[k].last && r.isQuote(i+1) && r.finite(r.cues[k].last, i, false) {
				return i
			}
		case ',':
			if r.asideAt(i+1) || r.resumes(k, i+1) || relative && r.finiteAt(min(i+1, end-1)) || r.cues[k].which && i > r.cues[k].last || fronted && r.finite(r.cues[k].last, i, false) && r.mainAfter(i+1, end) {
				return i
			}
		}
	}
	return end
}

// resumes reports whether the speaker's own doings go on at item i: ", and accused".
func (r *reader) resumes(k, i int) bool {
	if r.class(i)&Coordinator == 0 {
		return false
	}
	i++
	for i < len(r.items) && r.class(i)&(Adverb|Have|Subject) != 0 {
		i++
	}
	return i < len(r.items) && r.items[i].verb >= 0 && r.items[i].forms&r.cues[k].forms&(Past|Third) != 0
}

// summary reports whether a noun phrase at item i sums up what was said: ", a remark
// that drew gasps".
func (r *reader) summary(i int) bool {
	if r.class(i)&Determiner == 0 {
		return false
	}
	for k := i + 1; k < len(r.items) && k < i+4 && r.items[k].word && r.class(k)&closed == 0; k++ {
		if r.class(k)&Summary != 0 {
			return true
		}
	}
	return false
}

// hoursAfter reports whether the reporter tells the time at item i: ", just days
// after".
func (r *reader) hoursAfter(i int) bool {
	for r.class(i)&(Focus|Determiner) != 0 {
		i++
	}
	return r.class(i)&Time != 0 && (r.is(i+1, "after") || r.is(i+1, "before"))
}

// has reports whether cue k stands in the perfect tense ("has said"); -i-1 asks for
// the verb after the coordinator at item i.
func (r *reader) has(k int) bool {
	if k < 0 {
		return r.class(-k)&Have != 0
	}
	p := r.cues[k].first - 1
	for p > 0 && r.class(p)&Adverb != 0 {
		p--
	}
	return p >= 0 && r.class(p)&Have != 0
}

func (r *reader) quoteWidth(i int) int {
	if r.isQuote(i) {
		return 1
	}
	return 0
}

func (r *reader) isRelative(k int) bool {
	p := r.back(r.cues[k].first - 1)
	return p > 0 && (r.is(p, "who") || r.is(p, "which")) && r.punct(p-1) == ','
}

// isFronted reports whether the cue stands in a subordinate clause at the head of
// the sentence: "While X says P, …".
func (r *reader) isFronted(k int) bool {
	i := r.lead(0)
	if r.is(i, "even") {
		i++
	}
	return i < r.cues[k].first && r.class(i)&Subordinator != 0 && r.cues[k].subject.from <= i+1
}

func (r *reader) mainAfter(i, end int) bool {
	if i >= end {
		return false
	}
	it := &r.items[i]
	return it.class&(Determiner|Subject|Clausal) != 0 || it.cap || it.quote >= 0
}

// asideAt reports whether the reporter's own aside starts at item i: "referring to",
// "although he declined".
func (r *reader) asideAt(i int) bool {
	if i >= len(r.items) || !r.items[i].word {
		return false
	}
	if r.class(i)&Adverb != 0 && i+1 < len(r.items) && r.class(i)&Aside == 0 {
		i++ // "also pointing to"
	}
	if r.class(i)&Aside != 0 || r.summary(i) || r.hoursAfter(i) {
		return true
	}
	if r.is(i, "as") && i+1 < len(r.items) && (r.is(i+1, "reported") || r.is(i+1, "quoted") || r.is(i+1, "cited")) || r.is(i, "quoted") || r.is(i, "cited") {
		return true
	}
	if r.is(i, "although") || r.is(i, "though") || r.is(i, "but") {
		k := i + 1
		for k < len(r.items) && k < i+3 && r.class(k)&(Subject|Adverb) != 0 {
			k++
		}
		return r.is(k, "declined") || r.is(k, "refused") || r.is(k, "did") && r.is(k+1, "not")
	}
	return false
}
