package attribution

// Contents that stand before their cue, wholly or in part: “…,” X said; P, X said;
// “A,” X said, “b”; said X.

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
	if !src.ok() || r.is(i, "that") {
		return false
	}
	left, broken := r.quoteBefore(f.first)
	switch {
	case left:
		rel.Content = r.parts(r.quotedFrom(k, broken), broken+1)
		rel.Rule = ruleQuoteCue
	case r.punct(f.first-1) == ',' && !r.paired(f) && f.frames&Trail != 0 && r.closes(src.to, 0) && r.told(r.contentStart(k), f.first-1):
		rel.Content = r.parts(r.contentStart(k), f.first-1)
		rel.Rule = ruleClauseCue
	default:
		return false
	}
	rel.Source = r.at(src)
	if q := r.goesOn(src.to, len(r.items)); left && q >= 0 && r.x.reads(ruleBrokenQuote) {
		rel.Content = append(rel.Content, r.parts(q, r.quoteEnd(q, len(r.items)))...)
		rel.Rule = ruleBrokenQuote
	}
	return true
}

// paired reports whether the cue is one of two verbs with one object: "Marn praises,
// laments Kell's legacy".
func (r *reader) paired(f *found) bool {
	p := f.first - 2
	return p > 0 && r.items[p].verb >= 0 && r.items[p].forms&f.forms&(Past|Third) != 0
}

// quoteBefore reports whether a quotation ends right before item i, and which item
// it is.
func (r *reader) quoteBefore(i int) (bool, int) {
	p := i - 1
	if r.is(p, "and") || r.is(p, "but") || r.fragment(p) {
		return false, 0
	}
	if r.punct(i) == ',' && r.isQuote(p) {
		return r.sayable(p) && (p <= r.lead(0) || !r.named(p)), p
	}
	if r.punct(p) == ',' || r.punct(p) == '-' {
		p--
	}
	if !r.isQuote(p) || p > r.lead(0) && r.named(p) || p == i-1 && p > 0 && r.class(p-1)&Determiner != 0 && !r.sayable(p) {
		return false, 0 // a name, or a word of the subject: the "massive" strikes
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
	if o := r.bracket(r.cues[k].edge) + 1; o > start {
		start = o
	}
	if k > 0 && r.restarts(k-1, k) >= start {
		start = r.restarts(k-1, k) + 2
	}
	return start
}

// bracket is the bracket before item i that is still open there, -1 for none.
func (r *reader) bracket(i int) int {
	depth := 0
	for k := i - 1; k >= 0 && k > i-60; k-- {
		switch r.punct(k) {
		case ')':
			depth++
		case '(':
			if depth--; depth < 0 {
				return k
			}
		}
	}
	return -1
}

// restarts is the comma at which a clause begins that cue k ends, behind another one that
// cue n ended: of "P, X reported, while Q, Y reported" each has its own. -1 for none.
func (r *reader) restarts(n, k int) int {
	f, g := &r.cues[n], &r.cues[k]
	if r.punct(f.edge) != ',' && !r.isQuote(f.edge-1) || f.edge <= r.lead(0) || r.punct(g.edge) != ',' || !r.closes(g.last, g.frames) {
		return -1
	}
	i := f.last
	if f.kind == sourceAfter {
		i = f.subject.to
	}
	i = r.afterAdverbials(i)
	if i+1 >= g.edge || r.punct(i) != ',' || r.class(i+1)&(Coordinator|Contrast) == 0 || !r.finite(i+2, g.edge, true) {
		return -1
	}
	return i
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
	if r.isQuote(i+1) && (start >= f.edge || !r.lower(i+1)) || r.apposedBeforeQuote(i+1, lim) {
		return -1
	}
	if r.class(start)&(Time|Contrast) != 0 && start < f.edge || r.asideAt(i+1) || r.is(i+1, "who") || r.is(i+1, "that") && !r.soMuch(start, f.edge) {
		return -1
	}
	aside := r.is(i+1, "in") || r.is(i+1, "on") || r.is(i+1, "at") || r.is(i+1, "during")
	if start < f.edge && !r.isQuote(i+1) && aside && r.finite(start, f.edge, true) {
		return -1 // "…, officials said, in the strongest measure yet"
	}
	return i + 1
}

// apposedBeforeQuote reports whether a noun phrase at item i only names what stands before its comma,
// up to a quotation behind a second comma: "wrote on Vend, a news site, “…”".
func (r *reader) apposedBeforeQuote(i, lim int) bool {
	if r.class(i)&Determiner == 0 && !r.capAt(i) {
		return false
	}
	for k := i; k+1 < lim && k < i+12 && !r.isQuote(k) && !r.finiteAt(k); k++ {
		if r.punct(k) == ',' {
			return r.isQuote(k+1) && !r.lower(k+1)
		}
	}
	return false
}

// soMuch reports whether items [from, to) hold the "so" or "such" of a later "that".
func (r *reader) soMuch(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if r.is(i, "so") || r.is(i, "such") {
			return true
		}
	}
	return false
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
		return r.mainBefore(from, to)
	case c&(Preposition|Subordinator|Time) != 0 || r.ing(from) || r.is(from+1, "after") || r.is(from+1, "before"):
		end := from + 1
		for end < to && r.class(end)&(Subordinator|WH|Contrast) == 0 {
			end++
		}
		return r.finite(from, end, true)
	}
	return to-from >= 4 || r.finite(from, to, false)
}

// mainBefore reports whether a main clause stands behind the fronted clause at item
// from: "While prices fall, the tax is wrong".
func (r *reader) mainBefore(from, to int) bool {
	for from < to && r.punct(from) != ',' {
		from++
	}
	return r.mainAfter(from+1, to) && r.finite(from+1, to, true)
}

// repeated reports whether the sentence named the source of cue k at its head already:
// "According to the council, P, the council said".
func (r *reader) repeated(k, start int) bool {
	if k == 0 || r.cues[0].kind != sourceAfter || r.cues[0].first != start || r.cues[0].rel < 0 {
		return false
	}
	a, b := r.cues[0].subject.to-1, r.cues[k].subject.to-1
	return a > 0 && b > 0 && r.text[r.items[a].Start:r.items[a].End] == r.text[r.items[b].Start:r.items[b].End]
}

// trailing reads "P, X said".
func (r *reader) trailing(k int, rel *Relation) bool {
	f := &r.cues[k]
	p := f.edge
	if w := r.back(f.first - 1); w > 0 && r.class(w)&WH != 0 {
		return false // "says X, who has written about it"
	}
	if r.punct(p) != ',' && r.punct(p) != '-' || f.frames&Trail == 0 || f.frames&Noun != 0 && f.forms == Third {
		return false
	}
	if r.is(p+1, "and") {
		return false // "the river was quiet, and the ferries went on"
	}
	start := r.contentStart(k)
	if start >= p || r.repeated(k, start) || !r.told(start, p) || !r.closes(f.last, f.frames) && r.punct(r.afterAdverbials(f.last)) != ',' {
		return false
	}
	rel.Content = r.parts(start, p)
	rel.Rule = ruleClauseCue
	return true
}
