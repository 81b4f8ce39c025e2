package attribution

// Less common right-hand sides of a cue: object and "to be", clauses whose subject has a
// relative clause, "as" behind a relative pronoun.

// objectToBe reports whether "X to be Y" starts at item i: "found the net to be torn".
func (u *unit) objectToBe(i, limit int) bool {
	np := u.right(i, limit)
	return np.ok() && np.to+2 < limit && u.is(np.to, "to") && (u.is(np.to+1, "be") || u.is(np.to+1, "have")) && !u.is(np.to-1, "way")
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
	return j > i && j < limit && u.isQuote(j) && u.sayable(j) && !u.named(j) && (j+1 >= limit || u.items[j+1].punct != 0)
}

// year goes on over the year of a date that ends before the comma at item k: "April 9|, 2009,".
func (u *unit) year(k, limit int) int {
	if u.punct(k) != ',' || k+1 >= limit || u.items[k+1].End-u.items[k+1].Start != 4 || !u.numeral(k+1) || !u.numeral(k-1) && u.class(k-1)&Time == 0 {
		return k
	}
	return k + 2
}
