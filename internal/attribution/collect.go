package attribution

// collect lists the unit's cues with their subjects and edges.
func (r *reader) collect() {
	r.cues = r.cues[:0]
	for i := 0; i < len(r.items); {
		if (r.is(i, "as") || r.is(i, "in") || r.is(i, "by")) && r.x.reads(ruleAsPut) {
			if n := r.phrasal(i); n > i+1 {
				i = n
				continue
			}
		}
		if r.items[i].class&Utter != 0 {
			if n := r.uttered(i); n > i {
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
		if n := r.quoting(i); n > i {
			i = n
			continue
		}
		c, skip, ok := r.cueAt(r.x, i)
		if ok {
			r.admit(c)
		}
		i += skip
	}
}

// admit gives a cue its subject and its edge.
func (r *reader) admit(c cue) {
	if lemma := r.lemma(c.first); c.forms == Gerund && (lemma == "quote" || lemma == "cite") {
		return // "quoting secret reports, said"
	}
	f := found{cue: c, edge: c.first}
	if c.kind == sourceAfter {
		at := c.last
		if r.class(at)&Focus != 0 {
			at++ // according to even his friends
		}
		f.subject = r.inverted(at)
		f.breaks = true
		r.cues = append(r.cues, f)
		return
	}
	if f.subject = r.subject(c.first - c.lead); r.turned(&f) {
		f.subject = phraseAt{}
	}
	f.subject = r.behindSaying(f.subject)
	if f.subject.ok() && (r.class(f.subject.from)&Negation != 0 || r.is(f.subject.from-1, "nor") || r.is(f.subject.from, "no") || r.is(f.subject.from, "nobody") || r.is(f.subject.from, "none")) {
		return // nobody said it
	}
	if f.subject.ok() && (r.is(f.subject.from, "you") && r.base >= 0 || r.asks(f.subject) || r.is(f.subject.from-1, "than") || c.forms&Base != 0 && r.class(f.subject.from-1)&Do != 0) {
		return // "You said"; "Who said that?"; "What does this say"; "more than the council says it has"
	}
	if p := f.subject.from; f.subject.ok() && (c.forms&(Base|Third) != 0 && (r.doing(p, f.subject.to) || f.subject.to == p+1 && p == r.lead(0) && r.items[p].forms == Gerund) || f.subject.to == c.first && r.class(p-1)&Be != 0 && r.existence(p-2)) {
		return // ", playing on Marn's vow"; "Countering claims"; "there were eight reported thefts"
	}
	if t := f.subject.to - 1; f.subject.ok() && c.forms != Gerund && r.punct(t+1) == 0 && r.class(t)&Time != 0 && !r.items[t].cap && r.class(t)&Adverb == 0 {
		return // "the last days have underscored"
	}
	if f.subject.ok() {
		f.edge = f.subject.from
		f.which = r.is(f.edge-1, "which") && r.class(f.edge-2)&Preposition == 0 || c.frames&Bare != 0 && r.is(f.edge-1, "that") && r.nominal(f.edge-2) && r.predicateAt(c.last)
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
		if len(r.cues) > 0 && r.earlier(p, c.first) {
			break // what was said goes on
		}
		f.breaks, f.edge = true, p
		f.shares = !f.subject.ok() && (c.forms != Base || r.baseBefore())
		if r.punct(p-1) == ',' {
			f.edge--
		}
	case r.punct(p) == ',' || r.punct(p) == ';' || r.punct(p) == '-':
		f.breaks, f.edge = true, p
		f.shares = f.shares || !f.subject.ok() && r.listed(p, &c)
	case r.isQuote(p) && (c.forms == Gerund || r.fragment(p) || f.subject.ok() && r.closes(c.last, c.frames)):
		f.breaks = true // the comma stands inside the marks
	case r.is(p, "with") && c.forms == Gerund:
		f.breaks, f.edge = true, p
		if r.punct(p-1) == ',' {
			f.edge--
		}
	}
	r.cues = append(r.cues, f)
}

// asks reports whether a subject is the pronoun that begins a question: "Who told you?"
func (r *reader) asks(p phraseAt) bool {
	if p.to != p.from+1 || !r.relative(p.from) {
		return false
	}
	c := r.punct(p.from - 1)
	return p.from == 0 || c == '.' || c == '?' || c == ':'
}

// listed reports whether the cue behind the comma at item p is one of three verbs or more
// with one subject: "has mocked a sailor, [called] him old and pointed at him".
func (r *reader) listed(p int, c *cue) bool {
	if r.punct(p) != ',' || c.forms&(Past|Third) == 0 || !r.finite(r.clauseStart(p), p, false) {
		return false
	}
	for i := c.last; i+1 < len(r.items) && i < c.last+40 && r.punct(i) != '.'; i++ {
		if r.class(i)&Coordinator == 0 {
			continue
		}
		k := i + 1
		for r.class(k)&Adverb != 0 {
			k++
		}
		if k < len(r.items) && (r.items[k].forms&c.forms&(Past|Third) != 0 || c.forms&Past != 0 && r.items[k].past) {
			return true
		}
	}
	return false
}

// earlier reports whether a word between the coordinator at item p and the cue at item c
// puts its deed before the saying: "said that they had left and recently ordered".
func (r *reader) earlier(p, c int) bool {
	for i := p + 1; i < c; i++ {
		if r.class(i)&Earlier != 0 {
			return r.class(p)&Coordinator != 0
		}
	}
	return false
}

// turned reports whether the source stands behind the cue at the sentence's end ("the
// tax is wrong, said Lev Marn"), so that what a comma sets off before the cue is none.
func (r *reader) turned(f *found) bool {
	if !f.subject.ok() || r.punct(f.first-1) != ',' || f.frames&Trail == 0 || f.frames&Person != 0 || f.forms&(Past|Third) == 0 {
		return false
	}
	np := r.right(f.last, len(r.items))
	if !np.ok() || !r.items[np.to-1].cap || r.class(np.to-1)&Time != 0 {
		return false
	}
	src := r.inverted(f.last)
	return src.to >= len(r.items) || r.punct(src.to) == '.'
}

// predicateAt reports whether a finite verb stands at item i without a subject: "moves
// that he said [improved]".
func (u *unit) predicateAt(i int) bool {
	return i < len(u.items) && (u.finiteAt(i) || u.items[i].past || u.items[i].verb >= 0 && u.items[i].forms&Past != 0)
}

// lemma is the lemma of the ascribing verb at item i, "" when it is none.
func (r *reader) lemma(i int) string {
	if v := r.items[i].verb; v >= 0 {
		return r.x.verbs[v].Lemma
	}
	return ""
}

// baseBefore reports whether the cue before stands in the base form: "they say P, but
// say Q".
func (r *reader) baseBefore() bool {
	n := len(r.cues)
	return n > 0 && r.cues[n-1].forms&Base != 0
}

// gerundEdge decides whose voice a participle has: a noun right before it ("a
// statement saying"), the noun after "with", or the clause's subject.
func (r *reader) gerundEdge(f *found) {
	if f.subject.ok() && (r.class(f.subject.to)&Be != 0 || r.contracted(f.subject.from) > 0) {
		return // "officials are saying"
	}
	p := r.back(f.first - 1)
	if r.is(p, "began") || r.is(p, "kept") || r.is(p, "started") || r.is(p, "continued") || r.is(p, "begun") || r.is(p, "keeps") {
		if f.subject = r.subject(p); f.subject.ok() {
			f.edge = f.subject.from
		}
		return
	}
	if d := r.beforeBareTime(p); d >= 0 && d < p && r.class(d)&Document != 0 && r.class(r.left(d)-1)&Preposition == 0 {
		f.subject = phraseAt{r.left(d), d + 1} // a letter Monday saying
		f.edge = f.subject.from
		return
	}
	if p >= 0 && r.class(p)&Document != 0 && r.aboutIt(r.left(p)) {
		f.subject = phraseAt{r.left(p), p + 1} // outrage over a resolution calling
		f.edge = f.subject.from
		return
	}
	if p >= 0 && p == f.first-1 && f.frames == To && r.nominal(p) && r.class(r.left(p))&Determiner != 0 {
		f.subject = phraseAt{r.left(p), p + 1} // a video purporting to show
		f.edge = f.subject.from
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

// aboutIt reports whether a feeling or a deed about the noun phrase at item i stands before it,
// so that the noun is no document of the sentence's subject: "anger over | a letter".
func (r *reader) aboutIt(i int) bool {
	return r.class(i)&Determiner != 0 && (r.is(i-1, "over") || r.is(i-1, "about") || r.is(i-1, "against") || r.is(i-1, "despite") || r.is(i-1, "amid"))
}

// beforeBareTime is the item before a time without preposition that ends at item p.
func (r *reader) beforeBareTime(p int) int {
	for p > 0 && r.class(p)&Time != 0 {
		p--
	}
	return p
}

// asReported reads "As reported in the Vend press, P" at the head of a sentence, where nobody
// else is said to say P, and gives the next item; i when it is none.
func (r *reader) asReported(i int) int {
	if i != r.lead(0) || !r.is(i+1, "reported") || !r.is(i+2, "in") && !r.is(i+2, "by") {
		return i
	}
	np := r.right(i+3, len(r.items))
	if !np.ok() || r.class(np.to-1)&Time != 0 {
		return i
	}
	end := np.to
	for end < len(r.items) && r.punct(end) != ',' {
		end++
	}
	for k := end; k < len(r.items); k++ {
		if v := r.items[k].verb; r.isQuote(k) || v >= 0 && r.x.verbs[v].Frames&Trail != 0 {
			return i
		}
	}
	r.cues = append(r.cues, found{cue: cue{first: i + 1, last: i + 2, kind: asPut, frames: Bare}, subject: np, edge: i, breaks: true})
	return np.to
}

// phrasal reads "as X put it" and "in X's view" at item i and gives the next item.
func (r *reader) phrasal(i int) int {
	if !r.is(i, "as") {
		return r.view(i)
	}
	if n := r.asReported(i); n > i {
		return n
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
