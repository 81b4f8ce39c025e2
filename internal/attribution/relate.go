package attribution

import "parley/internal/news"

// relate makes the relation of cue k, if it has a source and content; the index is
// -1 when it has none.
func (r *reader) relate(k int) ([]Relation, int) {
	f := &r.cues[k]
	rel := Relation{Cue: r.cover(f.first, f.last), Unit: r.span, Passage: r.passage, Base: r.base, Same: -1, Score: 0.8}
	var ok bool
	switch f.kind {
	case sourceAfter, asPut:
		ok = r.around(k, &rel)
	default:
		ok = r.verb(k, &rel)
	}
	if !ok || len(rel.Content) == 0 && rel.Rule != openColon {
		return r.out, -1
	}
	rel.Chain = r.relays(f.subject.from, f.last)
	return append(r.out, rel), len(r.out)
}

// relays finds "as reported by RT" and "quoted by NBC" in the source that starts at
// item from and after the cue, which ends before item last.
func (r *reader) relays(from, last int) (links []news.Link) {
	if from >= last || from == 0 && !r.nominal(0) && r.class(0)&Determiner == 0 {
		from = last
	}
	for i := from; i+2 < len(r.items); i++ {
		if !r.is(i+1, "by") || !r.passing(i) {
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
	return r.is(i, "reported") || r.is(i, "quoted") || r.is(i, "cited") || r.is(i, "carried") || r.is(i, "published")
}

// around reads "according to X, P", "P, according to X", "as X put it, P".
func (r *reader) around(k int, rel *Relation) bool {
	f := &r.cues[k]
	if !f.subject.ok() {
		return false
	}
	rel.Source, rel.Rule = r.at(f.subject), "according to"
	after := f.last
	if f.kind == asPut {
		rel.Rule = "as X put it"
	} else {
		after = f.subject.to
	}
	if f.edge == r.lead(0) || f.edge == 0 {
		return r.fronted(k, after, rel)
	}
	if r.is(f.edge-1, "which") || r.is(f.edge-1, "who") {
		rel.Content = r.parts(after, r.limit(k))
		return len(rel.Content) > 0
	}
	from := r.contentStart(k)
	if q := after; f.kind == asPut && (r.isQuote(q) || r.punct(q) == ',' && r.isQuote(q+1)) {
		return r.fronted(k, after, rel)
	}
	if to := r.trimComma(f.edge); to-from >= 4 && r.worth(from, to) {
		rel.Content = r.parts(from, to)
		return true
	}
	return r.fronted(k, after, rel)
}

// fronted takes the clause after a cue phrase and its comma.
func (r *reader) fronted(k, after int, rel *Relation) bool {
	for after < len(r.items) && r.punct(after) != ',' && !r.isQuote(after) {
		if r.items[after].punct != 0 {
			return false
		}
		after++
	}
	if r.punct(after) == ',' {
		after++
	}
	save := r.cues[k].last
	r.cues[k].last = after
	to := r.limit(k)
	r.cues[k].last = save
	if !r.worth(after, to) {
		return false
	}
	rel.Content = r.parts(after, to)
	return true
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
	m, right := r.complement(r.x, f.cue, lim)
	rel.Addressee = m.addressee
	switch {
	case left && f.subject.ok() && f.frames&(Quote|Trail) != 0 && f.forms != Gerund && f.last > f.edge:
		rel.Content = r.parts(r.quotedFrom(k, broken), broken+1)
		rel.Rule = "quotation, then cue"
		if q := r.goesOn(f.last, lim); q >= 0 {
			rel.Content = append(rel.Content, r.parts(q, r.quoteEnd(q, lim))...)
			rel.Rule = "broken quotation"
		}
		return true
	case f.subject.ok() && r.brokenClause(k, lim) >= 0:
		rel.Content = append(r.parts(r.contentStart(k), f.edge), r.parts(r.brokenClause(k, lim), lim)...)
		rel.Rule = "broken clause"
		return len(rel.Content) > 0
	case right:
		rel.Content = r.complementParts(m, lim, f.forms)
		rel.Rule = rule(m)
		return r.worth(m.from, m.to)
	case r.punct(f.last) == ':' && f.last+1 >= len(r.items) && f.frames&Quote != 0:
		rel.Rule = openColon
		return true
	case f.frames&(Trail|Quote) != 0 && f.subject.ok() && f.forms != Gerund:
		return r.trailing(k, rel)
	}
	return false
}

func rule(m complement) string {
	switch m.frame {
	case That:
		return "said that"
	case Quote:
		return "cue, then quotation"
	case To, PersonTo:
		return "infinitive"
	case Ing:
		return "-ing phrase"
	case Wh:
		return "wh-clause"
	case Complement, As:
		return "object and complement"
	}
	return "said"
}

// complementParts gives the content of a complement: one quotation, or the clause.
func (r *reader) complementParts(m complement, lim int, forms Form) []news.Span {
	if m.quoted && m.frame == Quote {
		return r.parts(m.from, r.quoteEnd(m.from, lim))
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
		if it.verb >= 0 && it.forms&(Past|Third) != 0 || forms&Past != 0 && (it.past || it.class&Finite != 0 && it.class&(Be|Modal|Have|Do) == 0) && r.class(k-1)&Determiner == 0 {
			if r.punct(i-1) == ',' {
				i--
			}
			return i
		}
	}
	return to
}

// quoteEnd is the item after a quotation at i that stands for itself, or after the
// clause that it opens.
func (r *reader) quoteEnd(i, lim int) int {
	if !r.isQuote(i) {
		return lim
	}
	if i+1 < lim && r.items[i+1].punct == 0 && r.class(i+1)&Coordinator == 0 {
		return lim
	}
	return i + 1
}

// voice finds the source of cue k: its subject, or the voice that it shares.
func (r *reader) voice(k int, rel *Relation) bool {
	f := &r.cues[k]
	if f.subject.ok() {
		rel.Source = r.at(f.subject)
		return true
	}
	if !f.shares {
		return false
	}
	for n := k - 1; n >= 0; n-- {
		if g := &r.cues[n]; g.rel >= 0 && (g.breaks || n == 0 || g.subject.from == r.lead(0) || g.subject.ok()) {
			rel.Same = g.rel
			return true
		}
	}
	if p := r.main(f.edge); p.ok() && p.to <= f.edge {
		rel.Source = r.at(p)
		return true
	}
	return false
}

// inversion reads `"…," said X` and "P, said X".
func (r *reader) inversion(k int, rel *Relation) bool {
	f := &r.cues[k]
	if f.forms&(Past|Third|Base) == 0 || f.frames&(Quote|Trail) == 0 {
		return false
	}
	i := f.last
	for i < len(r.items) && r.items[i].word && r.class(i)&Adverb != 0 {
		i++
	}
	src := r.inverted(i)
	if !src.ok() {
		return false
	}
	left, broken := r.quoteBefore(f.first)
	switch {
	case left:
		rel.Content = r.parts(r.quotedFrom(k, broken), broken+1)
		rel.Rule = "quotation, then cue"
	case r.punct(f.first-1) == ',' && f.frames&Trail != 0 && r.closes(src.to, 0) && r.told(r.contentStart(k), f.first-1):
		rel.Content = r.parts(r.contentStart(k), f.first-1)
		rel.Rule = "clause, then cue"
	case f.first == r.lead(0) && r.punct(src.to) == ',' && r.isQuote(src.to+1) && r.sayable(src.to+1):
		rel.Content = r.parts(src.to+1, src.to+2)
		rel.Rule = "cue, source, quotation" // Replied Aune, “…”
	default:
		return false
	}
	rel.Source = r.at(src)
	if q := r.goesOn(src.to, len(r.items)); left && q >= 0 {
		rel.Content = append(rel.Content, r.parts(q, r.quoteEnd(q, len(r.items)))...)
		rel.Rule = "broken quotation"
	}
	return true
}

// quoteBefore reports whether a quotation ends right before item i, and which item
// it is.
func (r *reader) quoteBefore(i int) (bool, int) {
	p := i - 1
	if r.is(p, "and") || r.is(p, "but") {
		return false, 0
	}
	if r.punct(i) == ',' && r.isQuote(p) {
		return r.sayable(p) && (p <= r.lead(0) || !r.named(p)), p
	}
	if r.punct(p) == ',' || r.punct(p) == '-' {
		p--
	}
	if !r.isQuote(p) || p > r.lead(0) && r.named(p) {
		return false, 0
	}
	return true, p
}

// quotedFrom is the first item of the content that ends with the quotation at q:
// the quotation itself when the unit begins with it, else the clause around it.
func (r *reader) quotedFrom(k, q int) int {
	start := r.contentStart(k)
	if start >= q {
		return q
	}
	for n := k - 1; n >= 0; n-- {
		if r.cues[n].rel >= 0 {
			return q
		}
	}
	if r.punct(q-1) == ':' || r.punct(q-1) == '.' {
		return q
	}
	if r.punct(q-1) == ',' && !r.finite(start, q, false) && r.timed(start, q) {
		return q
	}
	return start
}

// timed reports whether items [from, to) tell a time or an occasion.
func (r *reader) timed(from, to int) bool {
	for i := from; i < to; i++ {
		if r.class(i)&(Time|Venue) != 0 {
			return true
		}
	}
	return false
}

// contentStart is where a clause before cue k begins: after the report's own lead
// words, or after the clause of an earlier cue.
func (r *reader) contentStart(k int) int {
	start := r.lead(0)
	for i := start; i < r.cues[k].edge; i++ {
		if p := r.items[i].punct; p == ';' {
			start = i + 1
		}
	}
	return start
}

// goesOn is the quotation that carries on the one before the cue, after a comma or a
// semicolon and nothing but adverbials from item i on; -1 when none does.
func (r *reader) goesOn(i, lim int) int {
	for k := i; k+1 < lim && k < i+14; k++ {
		switch {
		case (r.punct(k) == ',' || r.punct(k) == ';') && r.isQuote(k+1):
			return k + 1
		case r.isQuote(k):
			if k == i {
				return k
			}
			return -1
		case r.punct(k) == '.', r.punct(k) == ':', r.finiteAt(k) || r.items[k].verb >= 0 && r.items[k].forms&(Past|Third|Gerund) != 0:
			return -1
		}
	}
	return -1
}

// brokenClause gives the item at which an indirect clause goes on after cue k, when
// commas on both sides of the cue break it ("This campaign, he says, is different"),
// or -1.
func (r *reader) brokenClause(k, lim int) int {
	f := &r.cues[k]
	start := r.contentStart(k)
	if f.frames&Trail == 0 || start < f.edge && r.punct(f.edge) != ',' || start >= f.edge && start == 0 {
		return -1
	}
	i := f.last
	if to, ok := r.person(i, lim); ok && f.frames&Person != 0 {
		i = to
	}
	for n := 0; n < 4 && i < lim && r.punct(i) != ','; n++ {
		i, _ = r.adverbial(i, lim)
	}
	if i >= lim || r.punct(i) != ',' || lim-i < 2 || lim-i < 3 && !r.isQuote(i+1) {
		return -1
	}
	if r.isQuote(i+1) && (start >= f.edge || !r.lower(i+1)) {
		return -1
	}
	if r.class(start)&(Time|Contrast) != 0 && start < f.edge || r.asideAt(i+1) || r.is(i+1, "who") || r.is(i+1, "that") {
		return -1
	}
	if start < f.edge && !r.isQuote(i+1) && r.finite(start, f.edge, true) && !r.finite(i+1, lim, false) {
		return -1 // "…, officials said, in the strongest measure yet"
	}
	return i + 1
}

// lower reports whether the quotation at item i begins with a small letter.
func (r *reader) lower(i int) bool {
	t := r.doc.Quotes[r.items[i].quote].First
	c := r.text[r.doc.Tokens[t].Start]
	return c >= 'a' && c <= 'z'
}

// afterAdverbials is the item after the adverbials that follow item i.
func (r *reader) afterAdverbials(i int) int {
	for n := 0; n < 5 && i < len(r.items) && r.items[i].punct == 0; n++ {
		j, _ := r.adverbial(i, len(r.items))
		if j == i {
			break
		}
		i = j
	}
	return i
}

// told reports whether items [from, to) before a cue are a clause of its speaker's
// rather than a time or a contrast of the reporter's.
func (r *reader) told(from, to int) bool {
	switch c := r.class(from); {
	case c&(Contrast|WH) != 0 || r.is(from, "as") || r.is(from, "when") || r.is(from, "asked"):
		return false
	case c&(Preposition|Subordinator|Time) != 0 || r.ing(from) || r.is(from+1, "after") || r.is(from+1, "before"):
		end := from + 1
		for end < to && r.class(end)&(Subordinator|WH|Contrast) == 0 {
			end++
		}
		return r.finite(from, end, true)
	}
	return to-from >= 4 || r.finite(from, to, false)
}

// trailing reads "P, X said".
func (r *reader) trailing(k int, rel *Relation) bool {
	f := &r.cues[k]
	p := f.edge
	if r.punct(p) != ',' && r.punct(p) != '-' || f.frames&Trail == 0 || f.frames&Noun != 0 && f.forms == Third {
		return false
	}
	start := r.contentStart(k)
	if start >= p || !r.told(start, p) || !r.closes(f.last, f.frames) && r.punct(r.afterAdverbials(f.last)) != ',' {
		return false
	}
	rel.Content = r.parts(start, p)
	rel.Rule = "clause, then cue"
	return true
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

// headline reads "X: words", "words – X" and "words: X".
func (r *reader) headline() {
	for i := 1; i < len(r.items)-1; i++ {
		p := r.items[i].punct
		if p != ':' && p != '-' {
			continue
		}
		if p == ':' && r.names(0, i) && i <= 6 {
			r.head(phraseAt{0, i}, i+1, r.trimEnd())
			return
		}
		if end := r.trimEnd(); p == '-' && end-i <= 6 && r.items[i].space && r.names(i+1, end) && r.worth(0, i) {
			r.head(phraseAt{i + 1, end}, 0, i)
			return
		}
	}
}

func (r *reader) trimEnd() int {
	n := len(r.items)
	for n > 0 && r.items[n-1].punct == '.' {
		n--
	}
	return n
}

// names reports whether items [from, to) are all words with capitals or small links:
// a name, a title with a name, "Reports".
func (r *reader) names(from, to int) bool {
	for i := from; i < to; i++ {
		it := &r.items[i]
		if it.class&Label != 0 {
			return false
		}
		if !it.word || !it.cap && it.class&(Link|Determiner) == 0 && !r.is(i, "and") || it.class&(Pronoun|Modal|Finite|WH|Have|Do) != 0 && it.class&Determiner == 0 {
			return false
		}
	}
	return to > from
}

func (r *reader) head(src phraseAt, from, to int) {
	content := r.parts(from, to)
	if !r.worth(from, to) || len(content) == 0 {
		return
	}
	for k := range r.cues {
		if r.cues[k].rel >= 0 && r.base < 0 && r.out[r.cues[k].rel].Source.Overlaps(r.at(src)) {
			return
		}
	}
	r.out = append(r.out, Relation{Source: r.at(src), Content: content, Unit: r.span, Passage: r.passage,
		Base: r.base, Same: -1, Headline: true, Rule: "headline", Score: 0.7})
}
