package attribution

import "strings"

// Whose the words are where a sentence has more than one clause.

// owner is the one whose voice a participle without a cue before it has: what the relative
// clause right before it is told of ("the court, which declined, | stating"), the subject of
// the last clause joined with a finite verb of its own ("Kell left and Marn sued, | saying"),
// or the main clause's. edge is where the participle's clause begins.
func (r *reader) owner(edge int) phraseAt {
	if c := r.clauseStart(edge); c > 1 && c < edge && r.relative(c) && r.punct(c-1) == ',' {
		if p := r.antecedent(c); p.to <= c && r.nominal(p.to-1) {
			return p
		}
	}
	if p := r.joined(edge); p.ok() {
		return p
	}
	return r.main(edge)
}

// joined is the subject of the last clause before item edge that "and" or "but" joins to a
// finished one.
func (r *reader) joined(edge int) phraseAt {
	start := r.lead(0)
	for i := edge - 3; i > start+1; i-- {
		if r.class(i)&Coordinator == 0 || r.isQuote(i-1) {
			continue
		}
		p := r.right(i+1, edge)
		if !p.ok() || p.to >= edge || r.class(i+1)&(Determiner|Subject) == 0 && !r.capAt(i+1) {
			continue
		}
		k := p.to
		for k < edge && r.class(k)&Adverb != 0 {
			k++
		}
		if k < edge && r.predicateAt(k) && r.finite(start, i, true) {
			return p
		}
	}
	return phraseAt{}
}

// tellsOn reports whether the clause of cue n is what cue k says, behind a phrase or a clause
// that sets the scene: "said that | after the theft, Marn told her".
func (r *reader) tellsOn(k, n int) bool {
	f, g := &r.cues[k], &r.cues[n]
	i := f.last
	if f.kind != verbCue || f.frames&That == 0 || !r.is(i, "that") || g.kind != verbCue || !g.subject.ok() || r.punct(g.edge) != ',' || g.subject.from != g.edge+1 {
		return false
	}
	return r.class(i+1)&(Preposition|Subordinator) != 0 && r.class(i+1)&Pronoun == 0 && r.clauseStart(g.edge) <= i+1
}

// present is a guess whether item i is a verb of the present: a word with an s between a noun
// in the singular and an object, "the firm | employs 21 people".
func (u *unit) present(i int) bool {
	it := &u.items[i]
	if !it.word || it.cap || it.class != 0 || it.verb >= 0 || i == 0 || !u.nominal(i-1) || u.plural(i-1) || u.ing(i-1) || u.possessed(i) || i+1 >= len(u.items) {
		return false
	}
	w := u.text[it.Start:it.End]
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3 &&
		(u.class(i+1)&(Determiner|Object) != 0 || u.items[i+1].word && u.numeral(i+1))
}

// finished reports whether a clause with a verb of its own stands before the coordinator at
// item i, so that what is behind it is no more of the noun phrase before it.
func (u *unit) finished(i int) bool {
	start := u.clauseStart(i)
	if u.finite(start, i, false) {
		return true
	}
	for k := start + 1; k < i; k++ {
		if u.present(k) {
			return true
		}
	}
	return false
}

// doing reports whether the words from item i are a participle with what it takes rather than
// a subject: ", | making air quotes".
func (u *unit) doing(i, to int) bool {
	return i+1 < to && !u.items[i].cap && u.ing(i) && (u.punct(i-1) == ',' || u.isQuote(i-1))
}

// infinite reports whether the verb at item i stands under a modal or "to", so that it is no
// noun: "will | hold", "sought to | clarify".
func (u *unit) infinite(i int) bool {
	it := &u.items[i]
	return it.verb >= 0 && it.forms&Base != 0 && !it.cap && (u.class(i-1)&(Modal|Do) != 0 || u.is(i-1, "to"))
}
