package when

import (
	"cmp"
	"slices"
	"strconv"

	"parley/internal/news"
)

// occasion is one mention of an occasion of speaking.
type occasion struct {
	news.Span        // the noun phrase with its complement: "an interview with Nadia Ferro"
	lead      int    // where the word that leads to it begins: "in an interview"
	headEnd   int    // where its name ends, before the complement
	kind      string //
	id        string
	after     bool // "after the talks": its day is that of speaking, it is not the occasion
	back      bool // "the interview": one named before, if there was one
	alone     bool // without complement
	by        bool // "a statement by Ana Welk": hers, whoever is quoted in the sentence
	day       *news.When
	speaker   string
}

// reachLeft is how many words the noun phrase of an occasion goes back from its head.
const reachLeft = 14

// occasions finds the mentions in a passage.
func (d *days) occasions(span news.Span) {
	for i := span.Start; i < span.End; {
		if !isLetter(d.p.text[i]) {
			i++
			continue
		}
		j := i + 1
		for j < span.End && isLetter(d.p.text[j]) {
			j++
		}
		if c := d.p.text[i] | 0x20; c >= 'a' && c <= 'z' && d.lore.heads.probe[c-'a']>>min(j-i, 31)&1 == 1 {
			j = d.tryOccasion(span, i, j)
		}
		i = j
	}
}

// tryOccasion reads an occasion whose head is text[i:j] and gives where to go on.
func (d *days) tryOccasion(span news.Span, i, j int) int {
	w := d.p.text[i:j]
	for k := range len(w) {
		if w[k] >= 0x80 {
			return j
		}
	}
	e := d.lore.heads.find(w)
	if e.word == "" || d.ofDate(d.p.scan(i)) {
		return j
	}
	p := d.p
	p.start, p.stop = span.Start, span.End
	if n := p.scan(j); n.kind == word && d.lore.heads.has(p.text[n.start:n.end]) && d.role(n)&stop == 0 {
		return j // "press" of "press conference": the head comes later
	}
	for _, ph := range d.lore.names[e.value] {
		if at := p.match(ph.before, i); at >= 0 {
			return d.phrase(&p, ph, at, j)
		}
	}
	return j
}

// has reports whether a word is in the lexicon; what has anything but ASCII letters is not.
func (l *lexicon) has(w string) bool {
	for k := range len(w) {
		if c := w[k] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return w != "" && l.find(w).word != ""
}

// match reads the words that must stand before i, from the last to the first, and
// gives where they begin, or -1.
func (p *parser) match(before []string, i int) int {
	for k := len(before) - 1; k >= 0; k-- {
		t := p.back(i)
		for t.kind == mark && (t.mark == '-' || t.mark == '\'' || t.mark >= 0x80) {
			t = p.back(t.start)
		}
		if t.kind != word || !equalFold(before[k], p.text[t.start:t.end]) {
			return -1
		}
		i = t.start
	}
	return i
}

// equalFold compares a lower-case word with one in any case.
func equalFold(lower, w string) bool {
	if len(lower) != len(w) {
		return false
	}
	for i := range len(w) {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// phrase takes the noun phrase around a name at text[at:headEnd], if a word that
// may lead to it stands before.
func (d *days) phrase(p *parser, ph phrase, at, headEnd int) int {
	o := occasion{kind: ph.kind, headEnd: headEnd}
	leadTok, ok := d.leftEdge(p, &o, at)
	if !ok {
		return headEnd
	}
	leadTok = d.beforeDate(p, leadTok)
	word := p.text[leadTok.start:leadTok.end]
	o.by = equalFold("by", p.wordAt(headEnd))
	if !o.by && !slices.ContainsFunc(ph.leads, func(l string) bool { return equalFold(l, word) }) {
		return headEnd
	}
	o.lead = leadTok.start
	o.after = d.role(leadTok)&unlessOccasion != 0 || equalFold("before", word)
	d.complement(p, &o)
	o.id = d.report.ID + "-o" + strconv.Itoa(o.Start)
	if k := len(d.occs) - 1; k >= 0 && d.occs[k].Start == o.Start {
		d.occs[k] = o // "a Forum for Trade meeting": the last head of one noun phrase
		return headEnd
	}
	k := len(d.occs) // the order of the text, by which they are looked up
	for k > 0 && d.occs[k-1].Start > o.Start {
		k--
	}
	d.occs = slices.Insert(d.occs, k, o)
	return headEnd
}

// beforeDate steps from a date that ends with the word t to the word before it: "delivered |
// today a speech".
func (d *days) beforeDate(p *parser, t tok) tok {
	k, _ := slices.BinarySearchFunc(d.exprs, t.end, func(e Expr, i int) int { return cmp.Compare(e.Start, i) })
	if k == 0 || d.exprs[k-1].End != t.end {
		return t
	}
	b := p.back(d.exprs[k-1].Start)
	if b.kind == word && equalFold("on", p.text[b.start:b.end]) {
		b = p.back(b.start)
	}
	if b.kind != word {
		return t
	}
	return b
}

// wordAt is the word at or after i, "" for anything else.
func (p *parser) wordAt(i int) string {
	if t := p.scan(i); t.kind == word {
		return p.text[t.start:t.end]
	}
	return ""
}

// leftEdge walks back from a name to the determiner or preposition before its noun
// phrase, and gives the word that leads to it.
func (d *days) leftEdge(p *parser, o *occasion, at int) (tok, bool) {
	o.Start = at
	next := p.scan(at)
	for range reachLeft {
		t := p.back(o.Start)
		switch r := d.role(t); {
		case t.kind == mark && (t.mark == '(' || t.mark == ')' || t.mark == '-' || t.mark == '\'' || t.mark == '.' && p.initials(t)):
		case t.kind == mark && t.mark >= 0x80 && !p.quoteMark(t): // ’ of a possessive, –
		case t.kind == mark && t.mark >= '0' && t.mark <= '9' && d.dateEnding(t.end) >= 0:
			t.start = d.dateEnding(t.end) // "a September 2030 speech"
		case t.kind != word:
			return tok{}, false
		case r&inName != 0 && next.cap && d.namePart(p, t): // the of "Council of the Plains"
		case r&(det|back) != 0:
			o.back = r&back != 0
			l := p.back(t.start)
			if d.role(l)&back != 0 { // "the same interview"
				t, l = l, p.back(l.start)
			}
			o.Start = t.start
			return l, l.kind == word
		case d.isLead(p, t, next):
			return t, true
		}
		if t.kind == word && !t.is(the) {
			next = t
		}
		o.Start = t.start
	}
	return tok{}, false
}

// namePart reports whether an article stands inside a name: "Trade in the Plains".
func (d *days) namePart(p *parser, t tok) bool {
	b := p.back(t.start)
	a := p.back(b.start)
	return t.is(the) && d.role(b)&inName != 0 && p.nameEnd(a)
}

// nameEnd reports whether a word begins with a capital or ends a hyphened one that
// does: Co-operation.
func (p *parser) nameEnd(t tok) bool {
	if h := p.back(t.start); !t.cap && h.isMark('-') && h.end == t.start {
		t = p.back(h.start)
	}
	return t.kind == word && t.cap
}

// initials reports whether a full stop ends an initial or abbreviation: "U.N.".
func (p *parser) initials(t tok) bool {
	w := p.back(t.start)
	return w.kind == word && w.end-w.start <= 2 && w.cap
}

// quoteMark reports whether the last byte of a multi-byte mark belongs to a double
// quotation mark.
func (p *parser) quoteMark(t tok) bool {
	return t.end >= 3 && (p.text[t.end-3:t.end] == "“" || p.text[t.end-3:t.end] == "”" || p.text[t.end-3:t.end] == "…" ||
		p.text[t.end-3:t.end] == "—")
}

// isLead reports whether a word ends the noun phrase on its left: a preposition or
// verb that is no part of a name such as "Organization for Security".
func (d *days) isLead(p *parser, t, next tok) bool {
	if t.cap && p.back(t.start).kind == word || d.role(t)&leading == 0 {
		return false
	}
	before := p.back(t.start)
	return d.role(t)&inName == 0 || !next.cap || !p.nameEnd(before)
}

// complement extends an occasion over "with journalist Nadia Ferro", "to the
// Continental Forum"; it ends before a date, a comma, another preposition.
func (d *days) complement(p *parser, o *occasion) {
	o.End = o.headEnd
	o.alone = true
	for range 4 {
		t := p.scan(o.End)
		if d.role(t)&complement == 0 || d.role(p.scan(t.end))&publish != 0 {
			return
		}
		stop := d.nounPhrase(p, t.end)
		if stop <= t.end {
			return
		}
		o.End, o.alone = stop, false
	}
}

// nounPhrase gives the end of the noun phrase that begins at i.
func (d *days) nounPhrase(p *parser, i int) int {
	stopAt := i
	for range 14 {
		t := p.scan(i)
		switch {
		case t.kind == owner, t.dash(), t.isMark('.') && p.initials(t) && p.scan(t.end).cap:
		case t.kind != word && t.kind != num:
			return stopAt
		case d.role(t)&(complement|stop) != 0 && !d.inName(p, t), d.dateAt(t.start), d.cueAt(t.start):
			return stopAt
		}
		i = t.end
		if t.kind == word || t.kind == num {
			stopAt = i
		}
	}
	return stopAt
}

// inName reports whether a preposition stands inside a name: capitals on both sides.
func (d *days) inName(p *parser, t tok) bool {
	n := p.scan(t.end)
	return d.role(t)&inName != 0 && p.back(t.start).cap && n.cap && !d.dateAt(n.start)
}

// dateAt reports whether a date expression begins at i.
func (d *days) dateAt(i int) bool {
	_, ok := slices.BinarySearchFunc(d.exprs, i, func(e Expr, i int) int { return cmp.Compare(e.Start, i) })
	return ok
}

// dateEnding is where the date expression begins that ends at i, or -1.
func (d *days) dateEnding(i int) int {
	if k := d.exprFrom(i); k > 0 && d.exprs[k-1].End == i {
		return d.exprs[k-1].Start
	}
	return -1
}

// cueAt reports whether a cue or a content begins at i.
func (d *days) cueAt(i int) bool {
	_, ok := slices.BinarySearch(d.starts, i)
	return ok
}

// startsOf are the places where a cue or a content begins, in order.
func startsOf(in []Attr) []int {
	out := make([]int, 0, 2*len(in))
	for i := range in {
		if a := &in[i]; !a.Cue.IsZero() {
			out = append(out, a.Cue.Start)
		}
		for _, c := range in[i].Content {
			out = append(out, c.Start)
		}
	}
	slices.Sort(out)
	return out
}

func (d *days) role(t tok) role {
	if t.kind != word {
		return 0
	}
	return d.lore.role(d.p.text[t.start:t.end])
}
