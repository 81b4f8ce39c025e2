package attribution

// Less common right-hand sides of a cue: object and "to be", clauses whose subject has a
// relative clause, "as" behind a relative pronoun.

// objectToBe reports whether "X to be Y" starts at item i: "found the net to be torn".
func (u *unit) objectToBe(i, limit int) bool {
	np := u.right(i, limit)
	return np.ok() && np.to+2 < limit && u.is(np.to, "to") && (u.is(np.to+1, "be") || u.is(np.to+1, "have")) && !u.is(np.to-1, "way")
}

// objectTo reports whether "X to P" starts at item i: "called for the mayor to resign"; the
// infinitive may be quoted. "An end to violence" is none.
func (u *unit) objectTo(i, limit int) bool {
	to, ok := u.person(i, limit)
	if !ok && i < limit && u.class(i)&Pronoun != 0 && u.class(i)&(Subject|WH) == 0 {
		to, ok = i+1, true // others
	}
	if !ok || to >= limit {
		return false
	}
	if u.isQuote(to) {
		return u.quotedTo(to, limit)
	}
	if u.is(to, "to") && to+1 < limit && u.isQuote(to+1) {
		return true
	}
	if !u.is(to, "to") || to+1 >= limit || u.class(to+1)&(Determiner|Pronoun|Preposition) != 0 || u.items[to+1].cap || u.ing(to+1) {
		return false
	}
	return u.class(to+1)&(Be|Have|Do) != 0 || u.class(to+2)&(Determiner|Object) != 0 || u.items[to-1].cap || u.class(to-1)&(Object|Pronoun|Title) != 0
}

// objectLike reports whether "X to Y" starts at item i: "compared the tax to a noose".
func (u *unit) objectLike(i, limit int) bool {
	to, ok := u.person(i, limit)
	return ok && u.is(to, "to") && to+1 < limit
}

// aboutAddressee is the item behind what commas set off after an addressee that ends before
// item i: "asked Kell|, the old cook,| to stay"; i when that leads to no content.
func (u *unit) aboutAddressee(i, limit int) int {
	if u.punct(i) != ',' || u.class(i+1)&(Determiner|WH) == 0 && !u.capAt(i+1) {
		return i
	}
	for k := i + 1; k+1 < limit && k < i+14 && !u.isQuote(k); k++ {
		if u.punct(k) == ',' && (u.is(k+1, "to") || u.is(k+1, "that")) {
			return k + 1
		}
	}
	return i
}

// atLeast reports whether a number's "at least" stands at item i, no place or time.
func (u *unit) atLeast(i int) bool {
	return u.is(i, "at") && (u.is(i+1, "least") || u.is(i+1, "most"))
}

// subjunctive reports whether "X be" starts at item i: "demanded | the nets be mended".
func (u *unit) subjunctive(i, limit int) bool {
	np := u.right(i, limit)
	return np.ok() && np.to+1 < limit && u.is(np.to, "be")
}

// beginsClause reports whether a clause with its own subject and verb stands behind the
// "as" before item i: "as talks went on" and no "as a fraud".
func (u *unit) beginsClause(i, limit int) bool {
	if i < limit && u.class(i)&Subject != 0 && u.class(i)&Determiner == 0 {
		return true
	}
	np := u.right(i, limit)
	for k := np.from; k < np.to; k++ {
		if u.class(k)&Clausal != 0 {
			return false // "as the reason he's late"
		}
	}
	return np.ok() && np.to < limit && u.class(np.to-1)&Time == 0 && u.finiteAt(np.to) && u.class(np.to)&Clausal == 0
}

// behindRelative reports whether a subject's relative clause starts at item i and the
// subject's own verb follows it: "the boat | which sank the ferry belonged to Lume".
func (u *unit) behindRelative(i, limit int) bool {
	if !u.relative(i) && !u.is(i, "that") || !u.nominal(i-1) {
		return false
	}
	verbs := 0
	for k := i + 1; k < limit && u.items[k].punct == 0 && u.class(k)&(Coordinator|Subordinator|WH) == 0; k++ {
		verb := u.finiteAt(k) || u.items[k].past || u.items[k].verb >= 0 && u.items[k].forms&Past != 0
		if !verb || u.class(k-1)&(Be|Have|Modal|Do|Determiner|Preposition) != 0 {
			continue
		}
		if verbs++; verbs == 2 {
			return true
		}
	}
	return false
}

// phraseThenQuote reports whether a preposition's phrase at item i leads right to a quotation
// that stands for itself: `said | to Vend "We will stay."`
func (u *unit) phraseThenQuote(i, limit int) bool {
	j, _ := u.adverbial(i, limit)
	for n := 0; n < 2 && j > i && j < limit && !u.isQuote(j) && u.class(j)&Preposition != 0; n++ {
		j, _ = u.adverbial(j, limit) // in response | to the findings
	}
	return j > i && j < limit && u.isQuote(j) && u.sayable(j) && !u.named(j) && (j+1 >= limit || u.items[j+1].punct != 0)
}

// year goes on over the year of a date that ends before the comma at item k: "April 9|, 2009,".
func (u *unit) year(k, limit int) int {
	if u.punct(k) != ',' || k+1 >= limit || u.items[k+1].End-u.items[k+1].Start != 4 || !u.numeral(k+1) || !u.numeral(k-1) && u.class(k-1)&Time == 0 {
		return k
	}
	return k + 2
}

// existence reports whether "there is" stands at item i.
func (u *unit) existence(i int) bool {
	return u.is(i, "there") && u.class(i+1)&(Be|Have|Modal) != 0
}

// runsOn reports whether a clause begins at item i right behind a fronted source, without a
// comma before or in it: "According to the mayor | the man had fled".
func (u *unit) runsOn(i int) bool {
	if u.existence(i) {
		return true
	}
	if u.class(i)&(Determiner|Subject|Clausal) == 0 {
		return false
	}
	end := i
	for end < len(u.items) && u.items[end].punct == 0 && !u.isQuote(end) {
		end++
	}
	return (end == len(u.items) || u.punct(end) == '.') && u.finite(i+1, end, true)
}
