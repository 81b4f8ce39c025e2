package attribution

import "parley/internal/news"

// relate makes the relation of cue k, if it has a source and content; the index is
// -1 when it has none.
func (r *reader) relate(k int) ([]Relation, int) {
	f := &r.cues[k]
	rel := Relation{Cue: r.cover(f.first, f.end()), Unit: r.span, Passage: r.passage, Base: r.base, Same: -1, Score: 0.8}
	var ok bool
	switch f.kind {
	case sourceAfter, asPut:
		ok = r.around(k, &rel)
	default:
		ok = r.verb(k, &rel)
	}
	if !ok || len(rel.Content) == 0 && rel.Rule != ruleOpenColon || !r.x.reads(rel.Rule) {
		return r.out, -1
	}
	rel.Chain = append(r.relays(f.subject.from, f.last), r.quoters(f)...)
	r.citing(f, &rel)
	return append(r.out, rel), len(r.out)
}

// relays finds "as reported by RT" and "quoted by NBC" in the source that starts at
// item from and after the cue, which ends before item last.
func (r *reader) relays(from, last int) (links []news.Link) {
	fronted := from // "In remarks carried by the agency, X said"
	if from >= last || from == 0 && !r.nominal(0) && r.class(0)&Determiner == 0 {
		from = last
	}
	for i := 0; i+2 < len(r.items); i++ {
		if !r.is(i+1, "by") || !r.passing(i) || i < from && (i >= fronted || i == 0 || r.class(i-1)&Venue == 0) {
			continue
		}
		if np := r.right(i+2, len(r.items)); np.ok() {
			at := r.at(np)
			links = append(links, news.Link{Name: bareName(r.text[at.Start:at.End]), Kind: news.QuotedBy, Mention: r.cover(i, np.to)})
		}
	}
	return links
}

// passing reports whether item i is a participle of passing words on.
func (r *reader) passing(i int) bool {
	return r.class(i)&Passing != 0 || r.is(i, "saying") && r.is(i-1, "as") && i > 1 && r.class(i-2)&Passing != 0 // quoted as saying by X
}

// around reads "according to X, P", "P, according to X", "as X put it, P".
func (r *reader) around(k int, rel *Relation) bool {
	f := &r.cues[k]
	if !f.subject.ok() {
		return false
	}
	rel.Source, rel.Rule = r.at(f.subject), ruleAccording
	after := f.last
	if f.kind == asPut {
		rel.Rule = ruleAsPut
	} else {
		after = f.subject.to
	}
	if f.edge == r.lead(0) || f.edge == 0 || r.punct(f.edge-1) == ':' || r.is(r.trimComma(f.edge)-1, "that") || r.class(f.edge-1)&(Coordinator|Contrast) != 0 || r.existence(after) {
		return r.fronted(k, after, rel)
	}
	if r.is(f.edge-1, "which") || r.is(f.edge-1, "who") {
		rel.Content = r.parts(after, r.limit(k))
		return len(rel.Content) > 0
	}
	from := r.contentStart(k)
	if f.kind == sourceAfter && r.sceneBefore(from, r.trimComma(f.edge), after) {
		return r.fronted(k, after, rel)
	}
	if to := r.trimComma(f.edge); f.kind == sourceAfter && r.split(from, to, after) {
		rel.Content = append(r.parts(from, to), r.parts(after+1, r.limitFrom(k, after+1))...)
		return true
	}
	if q := after; f.kind == asPut && (r.isQuote(q) || r.punct(q) == ',' && r.isQuote(q+1)) {
		return r.fronted(k, after, rel)
	}
	if to := r.trimComma(f.edge); (to-from >= 4 || r.isQuote(from)) && r.worth(from, to) {
		rel.Content = r.parts(from, to)
		return true
	}
	return r.fronted(k, after, rel)
}

// split reports whether the source that ends before the comma at item after splits a clause,
// of which items [from, to) are the head: "The bridge, according to X, was built …".
func (r *reader) split(from, to, after int) bool {
	if from >= to || r.punct(to) != ',' || r.punct(after) != ',' || after+2 >= len(r.items) {
		return false
	}
	if r.class(to-1)&(Be|Have|Modal|Do) != 0 {
		return true
	}
	return !r.finite(from, to, false) && (r.finiteAt(after+1) || r.items[after+1].past)
}

// limitFrom is the limit of a content of cue k that begins at item i.
func (r *reader) limitFrom(k, i int) int {
	save := r.cues[k].last
	r.cues[k].last = i
	to := r.limit(k)
	r.cues[k].last = save
	return to
}

// fronted takes the clause after a cue phrase and its comma.
func (r *reader) fronted(k, after int, rel *Relation) bool {
	for r.class(after-1)&Object == 0 && after < len(r.items) && r.punct(after) != ',' && !r.isQuote(after) && !r.runsOn(after) {
		if r.items[after].punct != 0 {
			return false
		}
		after++
	}
	if r.punct(after) == ',' {
		after++
	}
	after = r.behindCiting(after)
	for r.apposedBeforeQuote(after, len(r.items)) {
		for after++; !r.isQuote(after); {
			after++ // "according to Marn, a lawyer in Port Vend, Karsk, “…”"
		}
	}
	to := r.limitFrom(k, after)
	if !r.worth(after, to) {
		return false
	}
	rel.Content = r.parts(after, to)
	return true
}

// behindCiting steps over the sources of a fronted source: "According to the Sun, | citing
// envoys, | the boats left", "… | which cited envoys, | …".
func (r *reader) behindCiting(i int) int {
	if !r.cites(i) && !r.relative(i) {
		return i
	}
	for k := i + 1; k+1 < len(r.items) && k < i+16 && !r.isQuote(k); k++ {
		if r.punct(k) == ',' {
			return k + 1
		}
	}
	return i
}

// worth reports whether items [from, to) can be a content: a quotation or at least
// two words.
func (r *reader) worth(from, to int) bool {
	if from >= to {
		return false
	}
	words := 0
	for i := from; i < to; i++ {
		if r.isQuote(i) {
			return true
		}
		if r.items[i].word {
			words++
		}
	}
	return words >= 2
}

// verb reads the relation of a verb: content on its right, on its left, or on both
// sides of it.
func (r *reader) verb(k int, rel *Relation) bool {
	f := &r.cues[k]
	if !r.voice(k, rel) {
		return r.inversion(k, rel)
	}
	lim := r.limit(k)
	left, broken := r.quoteBefore(f.edge)
	left = left && (r.x.reads(ruleQuoteCue) || r.goesOn(f.last, lim) >= 0)
	m, right := r.complement(r.x, f.cue, lim)
	if right && m.frame == Bare && r.class(m.from)&Preposition != 0 && r.closes(f.last, f.frames) {
		right = false // "…, he said on Vend TV’s “Morning”"
	}
	if right && r.borrows(k, m) {
		return false
	}
	rel.Addressee = m.addressee
	left = left && !(right && r.ownClause(k, m, broken))
	switch {
	case left && f.subject.ok() && f.frames&(Quote|Trail) != 0 && f.forms != Gerund && f.last > f.edge:
		rel.Content = r.parts(r.quotedFrom(k, broken), broken+1)
		rel.Rule = ruleQuoteCue
		if q := r.goesOn(f.last, lim); q >= 0 && r.x.reads(ruleBrokenQuote) {
			rel.Content = append(rel.Content, r.parts(q, r.quoteEnd(q, lim))...)
			rel.Rule = ruleBrokenQuote
		}
		return true
	case f.subject.ok() && r.x.reads(ruleBroken) && !(right && m.frame == To) && r.brokenClause(k, lim) >= 0:
		rel.Content = r.parts(r.brokenClause(k, lim), lim)
		if r.class(f.edge-1)&Subordinator == 0 {
			rel.Content = append(r.parts(r.contentStart(k), f.edge), rel.Content...)
		}
		rel.Rule = ruleBroken
		return len(rel.Content) > 0
	case right && r.x.reads(rule(m)):
		rel.Content = r.complementParts(m, lim, f.forms)
		rel.Rule = rule(m)
		return r.worth(m.from, m.to)
	case f.frames&Quote != 0 && r.endsOpen(f):
		rel.Rule = ruleOpenColon
		return true
	case f.frames&(Trail|Quote) != 0 && f.subject.ok() && f.forms != Gerund:
		return r.trailing(k, rel)
	}
	return false
}

// ownClause reports whether cue k has a clause of its own on its right, so that the
// quotation at item q before it is the tail of a fronted phrase: `Asked about "the mess",
// she said that …`. A quotation that begins the sentence is none.
func (r *reader) ownClause(k int, m complement, q int) bool {
	start := r.lead(0)
	if start >= q {
		return false
	}
	i := r.adverbs(r.cues[k].last, m.to)
	if to, ok := r.person(i, m.to); ok && !m.addressee.IsZero() {
		i = r.adverbs(to, m.to)
	}
	switch {
	case m.frame == That && r.is(i, "that"):
		return r.finite(m.from, m.to, false)
	case m.frame == Quote && m.quoted && r.punct(m.from-1) == ':':
		return r.setsScene(start) // `Conceding "a port", he warned: “…”`
	case m.frame != Bare || i != m.from || r.class(i)&(Preposition|Subordinator) != 0:
		return false
	}
	return r.setsScene(start) && !r.finite(start+1, q, true) && r.finite(i, m.to, true)
}

// borrows reports whether the quotation that complement m takes behind a colon belongs to
// the main clause, as cue k stands in a relative clause of it with an object of its own:
// "asked about a man who promised new nets: “…”".
func (r *reader) borrows(k int, m complement) bool {
	return k > 0 && m.frame == Quote && r.punct(m.from-1) == ':' && m.from-1 > r.cues[k].last && r.restrictive(k)
}

// endsOpen reports whether the unit ends with a colon behind the cue and adverbials.
func (r *reader) endsOpen(f *found) bool {
	last := len(r.items) - 1
	if last < f.last || r.punct(last) != ':' {
		return false
	}
	i := f.last
	if to, ok := r.person(i, last); ok && f.frames&Person != 0 {
		i = to
	}
	return r.afterAdverbials(i) == last
}

func rule(m complement) string {
	switch m.frame {
	case That:
		return ruleThat
	case Quote:
		return ruleCueQuote
	case To, PersonTo:
		return ruleInfinitive
	case Ing:
		return ruleIng
	case Wh:
		return ruleWh
	case Complement, As:
		return ruleObject
	}
	return ruleSaid
}

// complementParts gives the content of a complement: one quotation, or the clause.
func (r *reader) complementParts(m complement, lim int, forms Form) []news.Span {
	if m.quoted && m.frame == Quote {
		parts := r.parts(m.from, r.quoteEnd(m.from, min(lim, m.to)))
		for q := r.alongside(m.from, lim); q > 0; q = r.alongside(q, lim) {
			parts = append(parts, r.parts(q, q+1)...)
		}
		return parts
	}
	lim = min(m.to, lim)
	if m.frame&(As|Complement|Ing|To|PersonTo) != 0 {
		lim = r.ownVerb(m.from, lim, forms)
	}
	return r.parts(m.from, lim)
}

// ownVerb is the item at which the speaker's own doings go on after a content without
// a finite verb: "denied firing | and suggested …".
func (r *reader) ownVerb(from, to int, forms Form) int {
	for i := from + 1; i+1 < to; i++ {
		if r.class(i)&Coordinator == 0 {
			continue
		}
		if r.punct(i-1) == ',' && r.ownSubject(i+1, to) {
			return i - 1
		}
		k := i + 1
		for k < to && r.class(k)&(Adverb|Have) != 0 {
			k++
		}
		if k >= to || r.class(i+1)&Have != 0 && r.class(i+2)&(Determiner|Possessive) != 0 {
			if k < to {
				return i // "and had the windows taped"
			}
			continue
		}
		it := &r.items[k]
		if it.verb >= 0 && it.forms&(Past|Third) != 0 || forms&Past != 0 && (it.past || it.class&Finite != 0 && it.class&Present == 0 && it.class&(Be|Modal|Have|Do) == 0) && r.class(k-1)&Determiner == 0 {
			if r.punct(i-1) == ',' {
				i--
			}
			return i
		}
	}
	return to
}

// alongside is the quotation that stands beside the one at item q under one cue: chanting
// "A" and "B". 0 when there is none, or when it belongs to a clause of its own.
func (r *reader) alongside(q, lim int) int {
	if !r.isQuote(q) {
		return 0
	}
	i := q + 1
	if r.punct(i) == ',' {
		i++
	}
	if i > q && r.class(i)&Coordinator != 0 {
		i++
	}
	if i == q+1 || i >= lim || !r.isQuote(i) || i+1 < len(r.items) && r.punct(i+1) == 0 && r.class(i+1)&Coordinator == 0 {
		return 0
	}
	return i
}

// quoteEnd is the item after a quotation at i that stands for itself, or after the
// clause that it opens.
func (r *reader) quoteEnd(i, lim int) int {
	if !r.isQuote(i) {
		return lim
	}
	if i+1 < lim && r.items[i+1].punct == 0 && r.class(i+1)&Coordinator == 0 && !r.askedAfter(i) {
		return lim
	}
	return i + 1
}

// voice finds the source of cue k: its subject, or the voice that it shares.
func (r *reader) voice(k int, rel *Relation) bool {
	f := &r.cues[k]
	if f.subject.ok() {
		rel.Source = r.sourceAt(f.subject)
		return true
	}
	if !f.shares {
		return false
	}
	for n := k - 1; n >= 0; n-- {
		if g := &r.cues[n]; g.rel >= 0 && !r.beforeMain(n, f.edge) && (g.breaks || n == 0 || g.subject.from == r.lead(0) || g.subject.ok()) {
			rel.Same = g.rel
			return true
		}
	}
	if (f.first == r.lead(0) || f.edge == r.lead(0)) && f.forms == Gerund {
		for i := f.last; i+1 < len(r.items); i++ {
			if p := r.right(i+1, len(r.items)); r.punct(i) == ',' && p.ok() && p.to < len(r.items) && r.finite(p.to, min(p.to+4, len(r.items)), false) {
				rel.Source = r.at(p)
				return true
			}
		}
		return false
	}
	if p := r.owner(f.edge); p.ok() && p.to <= f.edge {
		rel.Source = r.at(p)
		return true
	}
	return false
}

// beforeMain reports whether cue n stands in a subordinate clause before the main one,
// which begins before item edge: "When I asked, he turned and [said]".
func (r *reader) beforeMain(n, edge int) bool {
	if !r.fronts(n) {
		return false
	}
	for i := r.cues[n].last; i+1 < edge; i++ {
		if r.punct(i) == ',' && r.mainAfter(i+1, edge) && r.finite(i+1, edge, false) {
			return true
		}
	}
	return false
}

func (r *reader) trimComma(i int) int {
	for i > 0 && (r.punct(i-1) == ',' || r.punct(i-1) == '-') {
		i--
	}
	return i
}

// parts gives items [from, to) as one raw piece of content without the marks at its
// ends.
func (r *reader) parts(from, to int) []news.Span {
	for from < to && r.items[from].punct != 0 && r.items[from].punct != '(' {
		from++
	}
	for to > from && (r.items[to-1].punct == ',' || r.items[to-1].punct == '.' || r.items[to-1].punct == ';' || r.items[to-1].punct == ':' || r.items[to-1].punct == '-') {
		to--
	}
	if from >= to {
		return nil
	}
	return []news.Span{r.cover(from, to)}
}
