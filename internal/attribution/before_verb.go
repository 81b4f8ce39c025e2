package attribution

import "strings"

// beforeVerb leaves the main verb out of a subject that runs over it, as a present form may be a
// noun too: "Kell | backs the plan but says", "Marn | demands Kell resign, adding". What follows
// tells: right behind a noun phrase no article and no object stands.
func (u *unit) beforeVerb(p phraseAt, before int) phraseAt {
	for k := p.from + 1; k < p.to; k++ {
		if it := &u.items[k]; it.verb >= 0 && it.forms&Third != 0 && !it.cap && u.items[k-1].cap && !u.possessed(k-1) && u.capAt(k+1) && k+1 < p.to {
			return phraseAt{p.from, k}
		}
	}
	last := p.to - 1
	if last <= p.from || p.to >= before || u.items[last].cap || !u.items[last].word || u.class(last)&(Time|Determiner) != 0 || u.class(last-1)&Determiner != 0 || !u.presentForm(last) || !u.takesObject(p.to) {
		return p
	}
	return phraseAt{p.from, last}
}

// presentForm reports whether item i may be the present form of a verb whose subject ends before it.
func (u *unit) presentForm(i int) bool {
	it := &u.items[i]
	w := u.text[it.Start:it.End]
	return it.verb >= 0 && it.forms&Base != 0 && u.plural(i-1) || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && (u.items[i-1].cap || !u.plural(i-1))
}

// takesObject reports whether an object begins at item i, and no time: the plan, his plan, me, but not
// "the next day".
func (u *unit) takesObject(i int) bool {
	c := u.class(i)
	if c&Object != 0 && c&Determiner == 0 {
		return !u.is(i, "it")
	}
	if !u.is(i, "the") && !u.is(i, "a") && !u.is(i, "an") && c&Possessive == 0 {
		return false
	}
	for k := i + 1; k < i+4 && k < len(u.items) && u.items[k].word && u.class(k)&Preposition == 0; k++ {
		if u.class(k)&Time != 0 {
			return false
		}
	}
	return true
}
