package attribution

// Where a content ends: at the next clause with a cue of its own, at the reporter's
// aside, at a stop.

// limit is the item at which the content of cue k ends at the latest: the edge of
// the next clause with a cue of its own, or of an aside.
func (r *reader) limit(k int) int {
	end := len(r.items)
	for n := k + 1; n < len(r.cues); n++ {
		f := &r.cues[n]
		if r.cues[k].kind != verbCue && f.shares {
			continue // the doings of the one who is talked about
		}
		if f.kind == sourceAfter && (f.edge <= r.cues[k].last+2 && r.is(r.cues[k].last, "that") || f.edge < r.cues[k].last+12 && r.cues[k].frames&Person != 0 && r.is(r.trimComma(f.edge)-1, "that")) {
			continue // "said that, according to a study, P"
		}
		if r.tellsOn(k, n) {
			continue
		}
		if c := r.whichSays(n); c > r.cues[k].last {
			end = c
			break
		}
		if f.breaks && f.edge >= r.cues[k].last && r.speaks(n) {
			if o := r.bracket(f.edge); o > r.cues[k].last {
				end = o
				break
			}
			if end = f.edge; r.restarts(k, n) > 0 {
				end = r.restarts(k, n)
			}
			break
		}
	}
	return r.stop(k, end)
}

// whichSays is the comma before a relative clause whose subject is said by cue n to do
// something ("P, which Marn says will fail"): a statement of its own (rule 11). -1 for none.
func (r *reader) whichSays(n int) int {
	f := &r.cues[n]
	c := f.edge - 2
	if !f.which || !r.is(f.edge-1, "which") || r.punct(c) != ',' || !r.predicateAt(f.last) {
		return -1
	}
	return c
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
	} else if f&Trail != 0 {
		i = r.recipient(i, len(r.items))
	}
	for i < len(r.items) && r.items[i].punct == 0 && !r.isQuote(i) {
		if r.is(i, "as") && r.class(i+1)&Subject != 0 {
			return true // "told them as he left"
		}
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
	if n := r.mainVerb(k, end); n > 0 {
		end = n
	}
	for i := r.cues[k].last; i < end; i++ {
		switch {
		case r.isQuote(i) && (r.asideAt(i+1) || i+1 < end && r.fragment(i)):
			return i + 1
		case i > r.cues[k].last && r.perfect(k) && r.class(i+1)&Have != 0 && r.resumes(k, i):
			return i // "has said P | and has blamed"
		}
		switch r.items[i].punct {
		case '.', '?':
			if i+1 >= end || r.items[i].punct == '.' {
				return i
			}
		case '(':
			if depth == 0 && i > r.cues[k].last && r.remark(i, end) {
				return i
			}
			depth++
		case ')':
			if depth--; depth < 0 {
				return i
			}
		case ';':
			if r.cues[k].frames&(That|Bare) == 0 || r.ownRemark(i+1, end) || r.quotedOn(k, i) {
				return i
			}
		case '-':
			if i > r.cues[k].last && (r.is(i+1, "a") || r.is(i+1, "an")) && !r.dashAfter(i+1, end) {
				return i // " -- a goal likely to be supported"
			}
		case ':':
			if i > r.cues[k].last && r.isQuote(i+1) && r.finite(r.cues[k].last, i, false) && !r.cueWithin(k, i) {
				return i
			}
		case ',':
			if r.asideAt(i+1) || r.quotedOn(k, i) || r.toWhich(i) || r.resumes(k, i+1) || relative && r.finiteAt(min(i+1, end-1)) || r.cues[k].which && i > r.cues[k].last || fronted && (r.cues[k].frames&(That|Bare) == 0 || r.finite(r.cues[k].last, i, false)) && r.mainAfter(i+1, end) {
				return i
			}
		}
	}
	return end
}

// ownRemark reports whether what stands behind a semicolon, at item i, is the reporter's
// rather than more of what was said: "; however, the boats left".
func (r *reader) ownRemark(i, end int) bool {
	return i >= end || r.class(i)&(Lead|Contrast) != 0 && r.class(i)&Coordinator == 0 || r.asideAt(i)
}

// remark reports whether the bracket at item i holds a clause of the reporter's own and ends
// the sentence: "that it was full (it holds ten)".
func (r *reader) remark(i, end int) bool {
	for n := i + 1; n < len(r.items) && n < i+40; n++ {
		if r.punct(n) == ')' {
			return (n+1 >= end || r.punct(n+1) == '.') && r.finite(i+1, n, false)
		}
	}
	return false
}

// mainVerb is the item at which the main clause goes on after the relative clause of
// cue k or the clause of a noun ("Critics who say that it failed | are wrong"): a second
// finite verb for which no clause was opened. 0 when there is none.
func (r *reader) mainVerb(k, end int) int {
	if f := &r.cues[k]; !r.restrictive(k) && !(r.class(f.first)&SaidNoun != 0 && f.frames == That && f.last == f.first+1) {
		return 0
	}
	seen := false
	for i := r.cues[k].last; i < end; i++ {
		switch {
		case r.items[i].punct != 0, r.is(i, "that"), r.class(i)&(WH|Subordinator|Coordinator|Subject) != 0, r.class(i)&Clausal != 0:
			seen = r.class(i)&Clausal != 0
		case r.items[i].past && (r.class(i+1)&(Determiner|Object) != 0 || r.class(i-1)&Subject != 0):
			seen = true
		case r.finiteAt(i) && r.class(i-1)&Determiner == 0 && !r.possessed(i-1) && !r.is(i-1, "to"):
			if seen && i > r.cues[k].last+2 && !r.auxiliaryBefore(i) {
				return i
			}
			seen = true
		}
	}
	return 0
}

// auxiliaryBefore reports whether an auxiliary stands before item i, apart from adverbs.
func (r *reader) auxiliaryBefore(i int) bool {
	for i--; i > 0 && r.class(i)&(Be|Have|Do|Modal) == 0 && r.class(i)&(Adverb|Negation) != 0; {
		i--
	}
	return r.class(i)&(Be|Have|Do|Modal) != 0
}

// restrictive reports whether cue k is the verb of a relative clause without a comma.
func (r *reader) restrictive(k int) bool {
	p := r.back(r.cues[k].first - 1)
	return p > 0 && (r.relative(p) || r.is(p, "that")) && r.nominal(p-1)
}

// cueWithin reports whether another cue stands between cue k and item i: the
// quotation at i is then that one's, but for a relative clause's ("a man who promised
// nets").
func (r *reader) cueWithin(k, i int) bool {
	for n := k + 1; n < len(r.cues) && r.cues[n].first < i; n++ {
		if !r.restrictive(n) {
			return true
		}
	}
	return false
}

// resumes reports whether the speaker's own doings go on at item i: ", and accused".
func (r *reader) resumes(k, i int) bool {
	if r.class(i)&Coordinator == 0 {
		return false
	}
	i++
	for i < len(r.items) && r.class(i)&(Adverb|Have|Subject) != 0 {
		if r.class(i)&Earlier != 0 {
			return false // of what was said: "that they had left and recently ordered"
		}
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

// dashAfter reports whether another dash stands in items [i, end).
func (r *reader) dashAfter(i, end int) bool {
	for ; i < end; i++ {
		if r.items[i].punct == '-' {
			return true
		}
	}
	return false
}

// perfect reports whether cue k stands in the perfect tense: "has said".
func (r *reader) perfect(k int) bool {
	p := r.cues[k].first - 1
	for p > 0 && r.class(p)&Adverb != 0 {
		p--
	}
	return p >= 0 && r.class(p)&Have != 0
}

// isRelative reports whether cue k stands in a relative clause after a comma.
func (r *reader) isRelative(k int) bool {
	p := r.back(r.cues[k].first - 1)
	return p > 0 && (r.is(p, "who") || r.is(p, "which")) && r.punct(p-1) == ','
}

// isFronted reports whether the cue stands in a subordinate clause at the head of
// the sentence: "While X says P, …".
func (r *reader) isFronted(k int) bool {
	i := r.lead(0)
	if r.cues[k].kind != verbCue {
		return false // "As X put it, if P, Q"
	}
	if r.cues[k].first == i && r.cues[k].forms == Gerund {
		return true // "Noting that P, the minister …"
	}
	if r.is(i, "even") {
		i++
	}
	if r.fronts(k) {
		return true
	}
	return i < r.cues[k].first && r.class(i)&Subordinator != 0 && r.cues[k].subject.from <= i+1
}

// fronts reports whether cue k's subject stands right behind the subordinator of a clause
// that nothing but a time goes before: "Last month, when I asked".
func (r *reader) fronts(k int) bool {
	s := r.cues[k].subject.from - 1
	if s < 0 || !r.cues[k].subject.ok() || r.class(s)&Subordinator == 0 {
		return false
	}
	return s == r.lead(0) || r.punct(s-1) == ',' && r.setsScene(r.lead(0)) && r.clauseStart(s-1) <= r.lead(0)
}

func (r *reader) mainAfter(i, end int) bool {
	if i >= end {
		return false
	}
	it := &r.items[i]
	return it.class&(Determiner|Subject|Clausal) != 0 || it.cap && !r.enumerated(i, end) || it.quote >= 0 || r.nominal(i) && r.finite(i+1, min(i+4, end), false)
}

// enumerated reports whether the name at item i is one of a row set off by commas rather than
// a subject: "in Karsk, Vend, Lume and Tor".
func (r *reader) enumerated(i, end int) bool {
	if i < 2 || !r.capAt(i-2) || r.punct(i-1) != ',' {
		return false
	}
	k := r.recipient(i, min(i+6, end))
	return k > i && (r.is(k, "and") || r.punct(k) == ',' && (r.is(k+1, "and") || r.capAt(k+1)))
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
		return r.class(k)&Declining != 0 || r.is(k, "did") && r.is(k+1, "not") || k > i+1 && r.class(k)&Have != 0 && r.is(k+1, "also")
	}
	return false
}
