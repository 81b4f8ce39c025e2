package attribution

// Nouns that ascribe: "Kell's claim that", "an admission from Kell that", "made the
// case that", "by Kell's own account".

// nounCue reads "X’s remark that P", "the admission of X that P" at item i.
func (r *reader) nounCue(i int) bool {
	if np := r.author(i); np.ok() {
		r.noun(i, That, np, i)
		return true
	}
	if np, be := r.copula(i); np.ok() {
		r.noun(i, That, np, i)
		n := len(r.cues) - 1
		r.cues[n].last, r.cues[n].shown = be+1, i+1
		return true
	}
	infinitive := r.is(i+1, "to") && r.class(i+2)&(Determiner|Preposition) == 0
	if i < 1 || !infinitive && !r.is(r.behindTime(i+1), "that") {
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
	from := r.left(k)
	if p := k - 1; infinitive && r.class(k)&Possessive != 0 && p >= 0 && r.items[p].verb >= 0 && r.x.verbs[r.items[p].verb].Frames&ToBe != 0 {
		return false // "found their statements to be true"
	}
	if r.class(k)&Possessive != 0 {
		from = k // "a source for his claim that"
	}
	r.noun(i, frames, phraseAt{from, k + 1}, from)
	return true
}

// noun adds the noun at item i as a cue.
func (r *reader) noun(i int, frames Frame, subject phraseAt, edge int) {
	r.cues = append(r.cues, found{cue: cue{first: i, last: i + 1, frames: frames, forms: Past}, subject: subject, edge: edge})
}

// author is X in "admission from X that", said of the noun at item i.
func (r *reader) author(i int) phraseAt {
	of := r.is(i+1, "of")
	if !of && !r.is(i+1, "from") && !r.is(i+1, "by") {
		return phraseAt{}
	}
	np := r.right(i+2, len(r.items))
	if !np.ok() || !r.is(np.to, "that") || of && !r.items[np.to-1].cap {
		return phraseAt{} // "the claim of fraud that"
	}
	return np
}

// copula reads the noun at item i whose clause stands behind "is": X of "X's complaint was
// that P", "one of X's complaints is that P", "the complaint of X was that P"; be is the item
// before "that".
func (r *reader) copula(i int) (x phraseAt, be int) {
	if be = i + 1; r.is(be, "of") {
		if x = r.right(i+2, len(r.items)); !x.ok() {
			return phraseAt{}, 0
		}
		be = x.to
	}
	if r.class(be)&Be == 0 || !r.is(be+1, "that") || i < 1 {
		return phraseAt{}, 0
	}
	if x.ok() {
		return x, be
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch {
		case r.class(k)&Possessive != 0:
			return phraseAt{k, k + 1}, be
		case r.possessed(k):
			return phraseAt{r.left(k), k + 1}, be
		case !r.nominal(k) && r.class(k)&Adverb == 0:
			return phraseAt{}, 0
		}
	}
	return phraseAt{}, 0
}

// uttered reads "made the case that P", "repeating a false claim that P", "repeated a promise to
// P" at item i, a verb of uttering, and gives the item after the noun; i when it is none.
func (r *reader) uttered(i int) int {
	k := i + 1
	for r.class(k)&Determiner != 0 && !r.is(k, "that") {
		k++
	}
	if k == i+1 && (r.class(k)&(SaidNoun|Plea) == 0 || !r.is(k+1, "that")) {
		return i
	}
	for n := 0; n < 3 && r.class(k)&(SaidNoun|Plea) == 0 && (r.nominal(k) || r.class(k)&(Adverb|Predicate) != 0) && !r.possessed(k); n++ {
		k++
	}
	infinitive := r.class(k)&SaidNoun != 0 && r.is(k+1, "to") && r.class(k+2)&(Determiner|Preposition|Pronoun) == 0 && !r.capAt(k+2)
	if r.class(k)&(SaidNoun|Plea) == 0 || !infinitive && !r.is(r.behindTime(k+1), "that") {
		return i
	}
	frames, form := That, Past
	if infinitive {
		frames = To
	}
	if r.ing(i) {
		form = Gerund
	} else if r.class(r.back(i-1))&(Be|Modal|Do|Preposition|Determiner) != 0 || r.negated(i) {
		return i
	}
	r.admit(cue{first: i, last: k + 1, frames: frames, forms: form})
	return k + 1
}

// behindTime is the item behind a time at item i: "his claim | in November | that".
func (r *reader) behindTime(i int) int {
	if r.class(i)&Preposition != 0 && r.class(i+1)&Time != 0 {
		i++
	}
	for r.class(i)&Time != 0 {
		i++
	}
	return i
}

// view reads "in X's view", "by X's own account" at item i and gives the next item.
func (r *reader) view(i int) int {
	np := r.right(i+1, min(i+8, len(r.items)))
	if !np.ok() || np.to-np.from < 2 {
		return i + 1
	}
	last, kind := np.to-1, View
	if r.is(i, "by") {
		kind = Reckoning
	}
	owner := last - 1
	if r.is(owner, "own") {
		owner--
	}
	if r.class(last)&kind == 0 || owner < np.from || r.class(owner)&Possessive == 0 && !r.possessed(owner) {
		return i + 1
	}
	r.cues = append(r.cues, found{cue: cue{first: last, last: last + 1, kind: asPut, frames: Bare},
		subject: phraseAt{np.from, owner + 1}, edge: i, breaks: true})
	return np.to
}
