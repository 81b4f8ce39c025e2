package attribution

import "strings"

// Whose the words are where a sentence has more than one clause.

// owner is the one whose voice a participle without a cue before it has: the subject of the last
// clause joined with a finite verb of its own ("Kell left and Marn sued, | saying"), what the
// relative clause right before it is told of where the main clause tells of a thing ("The plea
// went to the court, which declined, | stating"), or the main clause's subject. edge is where the participle's clause begins.
func (r *reader) owner(edge int) phraseAt {
	if p := r.joined(edge); p.ok() {
		return p
	}
	main := r.main(edge)
	if c := r.clauseStart(edge); c > 1 && c < edge && r.punct(edge) == ',' && r.relative(c) && r.punct(c-1) == ',' && r.thing(main) {
		if p := r.antecedent(c); p.to <= c && r.nominal(p.to-1) {
			return p
		}
	}
	return main
}

// thing reports whether a noun phrase may be no person: an article and small letters.
func (r *reader) thing(p phraseAt) bool {
	return p.ok() && r.class(p.from)&Determiner != 0 && r.class(p.from)&Pronoun == 0 && r.items[p.to-1].word && !r.items[p.to-1].cap
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
		(u.class(i+1)&(Determiner|Object) != 0 && !u.is(i+1, "such") && !u.is(i+1, "all") && !u.is(i+1, "both") && !u.is(i+1, "that") || u.items[i+1].word && u.numeral(i+1))
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
// a subject: ", | playing on Marn's vow".
func (u *unit) doing(i, to int) bool {
	return i+1 < to && (u.class(i+1)&(Determiner|Preposition) != 0 || u.items[i+1].cap) && !u.items[i].cap && u.ing(i) && (u.punct(i-1) == ',' || u.isQuote(i-1))
}

// infinite reports whether the verb at item i stands under a modal or "to", so that it is no
// noun: "will | hold", "sought to | clarify".
func (u *unit) infinite(i int) bool {
	it := &u.items[i]
	if i == 0 && u.behindTo() {
		return !it.cap
	}
	return it.verb >= 0 && it.forms&Base != 0 && !it.cap && (u.class(i-1)&(Modal|Do) != 0 || u.is(i-1, "to"))
}

// behindTo reports whether the unit is a quotation that goes on with an infinitive: asked her to |
// “avoid the town”.
func (u *unit) behindTo() bool {
	return u.base >= 0 && strings.HasSuffix(u.text[:u.doc.Quotes[u.base].Open.Start], " to ")
}

// heard leaves out to whom the source behind a cue spoke: "said an officer | to Vend Radio",
// but "said the ambassador to Karsk".
func (u *unit) heard(p phraseAt) phraseAt {
	for i := p.from + 1; i+1 < p.to; i++ {
		if u.is(i, "to") && u.class(i-1)&(SentTo|Document|Venue) == 0 {
			return phraseAt{p.from, i}
		}
	}
	return p
}

// joinedSources goes on over "and" from one kind of source to another: "media reports | and
// figures".
func (u *unit) joinedSources(p phraseAt) phraseAt {
	if !p.ok() || u.class(p.to-1)&Document == 0 || !u.is(p.to, "and") {
		return p
	}
	if q := u.right(p.to+1, len(u.items)); q.ok() && u.class(q.to-1)&Document != 0 && q.to-q.from < 4 {
		return phraseAt{p.from, q.to}
	}
	return p
}
