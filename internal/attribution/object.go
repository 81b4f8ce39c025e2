package attribution

import "strings"

// Object and complement: "called the offer a sham", "branded the report false".

// objectAnd gives the item at which the complement of "X Y" at item i begins: a noun
// phrase with an article, a quotation, or a word that says what X is. It gives i when
// there is none.
func (u *unit) objectAnd(i, limit int) int {
	if u.class(i)&Object != 0 && i+1 < limit {
		k := i + 1
		if u.phraseAfter(k, limit) || u.predicate(u.degree(k, limit), limit) || u.class(i)&Possessive == 0 && u.plain(k) {
			return k
		}
	}
	np := u.right(i, limit)
	if !np.ok() {
		return i
	}
	if np.to < limit && (u.phraseAfter(np.to, limit) && (!u.isQuote(np.to) || np.to-np.from <= 6)) {
		return np.to
	}
	if k := u.behindApposition(np.to, limit); k > 0 {
		return k
	}
	if u.is(i, "a") || u.is(i, "an") {
		return i // "called a meeting planned for May"
	}
	if k := u.degree(np.to, limit); u.predicate(k, limit) && u.nominal(np.to-1) {
		return np.to
	}
	for k := np.from + 1; k < np.to; k++ {
		if u.nominal(k-1) && u.predicate(k, limit) && (k+1 == np.to || !u.nominal(k+1)) {
			return k
		}
	}
	return i
}

// behindApposition is the item of the complement behind an object's apposition: "called
// Marn, his old rival, | a sailor", "the mayor, Lev Marn, | a sailor"; 0 when there is none.
func (u *unit) behindApposition(i, limit int) int {
	if u.punct(i) != ',' || i+1 >= limit || u.class(i+1)&Determiner == 0 && !u.capAt(i+1) {
		return 0
	}
	np := u.right(i+1, limit)
	if !np.ok() || u.punct(np.to) != ',' || !u.phraseAfter(np.to+1, limit) {
		return 0
	}
	return np.to + 1
}

// phraseAfter reports whether a noun phrase with "a", or a quotation, starts at item i.
func (u *unit) phraseAfter(i, limit int) bool {
	return i < limit && (u.isQuote(i) || u.is(i, "a") || u.is(i, "an"))
}

// plain reports whether item i may be a noun or adjective without article.
func (u *unit) plain(i int) bool {
	return u.nominal(i) && !u.items[i].cap && u.class(i)&(Time|Venue) == 0
}

// degree skips adverbs before an adjective: "entirely false".
func (u *unit) degree(i, limit int) int {
	for i+1 < limit && u.items[i].word && u.class(i)&(Adverb|Focus) != 0 && u.class(i)&Time == 0 {
		i++
	}
	return i
}

// predicate reports whether the word at item i says what something is: "false",
// "baseless", "falsified", "part of".
func (u *unit) predicate(i, limit int) bool {
	if i >= limit || !u.items[i].word || u.items[i].cap && !u.title() {
		return false
	}
	if u.class(i)&Predicate != 0 || u.items[i].past {
		return true
	}
	if u.class(i) != 0 || u.items[i].verb >= 0 {
		return false
	}
	w := u.text[u.items[i].Start:u.items[i].End]
	for _, end := range [...]string{"less", "able", "ible", "ous", "ful"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// complementEnd is the item after "X Y", of which Y begins at item k: after its
// quotation or noun phrase and the phrases and relative clause about it.
func (u *unit) complementEnd(i, k, limit int) int {
	for n := k; n < limit && n < i+12 && u.items[n].punct == 0; n++ {
		if u.isQuote(n) {
			for n+2 < limit && u.class(n+1)&Coordinator != 0 && u.isQuote(n+2) {
				n += 2 // called it "false" and "mean"
			}
			return u.complementTail(n+1, limit)
		}
	}
	if k = u.degree(k, limit); u.phraseAfter(k, limit) || !u.predicate(k, limit) {
		if p := u.right(k, limit); p.ok() {
			return u.complementTail(p.to, limit)
		}
		return limit
	}
	for k++; k+1 < limit && u.class(k)&Coordinator != 0 && u.predicate(u.degree(k+1, limit), limit); {
		k = u.degree(k+1, limit) + 1
	}
	return u.complementTail(k, limit)
}

// complementTail goes on from item i over phrases of place and kind ("a step | in the
// programme") and a relative clause, but not over the cue's own time and occasion.
func (u *unit) complementTail(i, limit int) int {
	for i+1 < limit {
		if u.is(i, "that") || u.relative(i) {
			return limit
		}
		if u.is(i, "rather") && u.is(i+1, "than") {
			if p := u.right(i+2, limit); p.ok() {
				i = p.to // a mishap | rather than a crime
				continue
			}
		}
		if u.class(i)&Link == 0 {
			return i
		}
		p := u.right(i+1, limit)
		if !p.ok() || u.class(p.from)&Time != 0 || u.venueAt(i+1) {
			return i
		}
		i = p.to
	}
	return i
}
