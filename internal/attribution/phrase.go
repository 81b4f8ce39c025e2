package attribution

// Noun phrases, told from the words of closed classes and from capitals.

// beforeTime skips a time without preposition at the end of a subject: "a poll
// released Friday [found]", "surveys of voters late last week [showed]".
func (u *unit) beforeTime(i int) int {
	k := i
	for k > 0 && u.class(k)&Time != 0 {
		k--
	}
	if k == i || k < 1 {
		return i
	}
	if n := u.issuedAt(i + 1); n > 0 {
		return n - 1
	}
	if u.participle(k) && u.nominal(k-1) {
		return k - 1
	}
	if !u.items[i].cap && u.nominal(k) && u.class(k+1)&Time != 0 && !u.is(i, "time") {
		return k
	}
	return i
}

// quantified goes on over "nearly nine out of", "one in", "more than" before a noun
// phrase that starts at item from.
func (u *unit) quantified(from int) int {
	for n := 0; n < 4 && from > 0; n++ {
		p := from - 1
		switch {
		case u.is(p, "of") && u.is(p-1, "out") && p >= 2 && (u.numeral(from) || u.class(from)&(Count|Determiner) != 0) && (u.numeral(p-2) || u.class(p-2)&Count != 0):
			from = u.left(p - 2)
		case u.is(p, "in") && p >= 1 && (u.class(p-1)&Determiner != 0 || u.numeral(p-1)) && (u.numeral(from) || u.class(from)&Determiner != 0):
			from = p - 1
		case u.is(p, "than") && p >= 1 && (u.is(p-1, "more") || u.is(p-1, "less") || u.is(p-1, "fewer")), u.is(p, "least") && p >= 1 && u.is(p-1, "at"):
			from = p - 1
		case u.is(p, "over") && (u.is(from, "the") || u.is(from, "a") || u.is(from, "an")):
			return from // outrage over a letter
		case u.class(p)&About != 0 && (u.numeral(from) || u.class(from)&Determiner != 0 && !u.items[from].cap):
			from = p
		default:
			return from
		}
	}
	return from
}

// numeral reports whether item i is a number in digits.
func (u *unit) numeral(i int) bool {
	c := u.text[u.items[i].Start]
	return c >= '0' && c <= '9'
}

// boundary reports whether a clause may begin right after item i.
func (u *unit) boundary(i int) bool {
	if i < 0 || u.isQuote(i) || u.items[i].punct != 0 {
		return true
	}
	return u.items[i].class&(Conjunction|Coordinator|Lead|Time|Adverb) != 0 || u.is(i, "that")
}

// left walks leftwards over a noun phrase that ends with item i and gives its first
// item; i+1 when there is none.
func (u *unit) left(i int) int {
	from, list := i+1, false
	if i >= 0 && u.items[i].class&(Subject|Pronoun) != 0 && u.items[i].class&Determiner == 0 && !u.is(i-1, "the") {
		if u.items[i].class&Object != 0 && !u.is(i, "it") {
			return from
		}
		return i
	}
	for i >= 0 {
		c := u.class(i)
		switch {
		case c&Time != 0 && from != i+1 && u.items[i+1].cap, u.headEnds(i, from), u.infinite(i) && from == i+1,
			from == i+1 && c&Time != 0 && !u.items[i].cap && u.capAt(from):
			return from
		case u.nominal(i), from == i+1 && u.is(i, "i") && u.is(i-1, "the"):
			from = i
			i--
		case c&Determiner != 0 && !u.is(i, "that"):
			from = i
			i--
			if u.class(i)&(Link|Determiner) == 0 && !u.is(i, "and") && !(u.is(i, "by") && u.class(i-1)&Document != 0) {
				return from
			}
		case (c&Link != 0 || u.is(i, "by") && u.class(i-1)&Document != 0) && from == i+1 && (u.nominal(i-1) || u.is(i, "of") && u.class(i-1)&Determiner != 0 || u.is(i-1, "those")):
			i--
		case u.punct(i) == ')' && from < i+2:
			k := i
			for k >= 0 && u.punct(k) != '(' {
				k--
			}
			if k <= 0 || i-k > 6 {
				return from
			}
			from, i = k, k-1
		case (u.is(i, "and") || u.is(i, "&")) && from == i+1 && u.nominal(i-1) && !u.finished(i):
			list = true
			i--
		case list && u.punct(i) == ',' && from == i+1 && u.nominal(i-1) && u.items[i-1].cap && u.class(i-1)&Time == 0 && !u.finite(u.clauseStart(i), i, false):
			i-- // "Ms Tor, Mrs Rao and others"

		default:
			return from
		}
	}
	return from
}

// headEnds tells that the noun phrase begins right of item i although i is nominal:
// a lower-case noun directly before a determiner never belongs to it.
func (u *unit) headEnds(i, from int) bool {
	return from == i+1 && from < len(u.items) && u.items[from].class&Determiner != 0 && !u.is(from, "that") && u.nominal(i)
}

// clauseStart is the first item after the last mark before i.
func (u *unit) clauseStart(i int) int {
	for k := i - 1; k >= 0; k-- {
		if p := u.items[k].punct; p != 0 && p != '-' || u.isQuote(k) {
			return k + 1
		}
	}
	return 0
}

// lead skips the report's own words at the head of a sentence: "However,", "But".
func (u *unit) lead(i int) int {
	for i < len(u.items) {
		it := &u.items[i]
		switch {
		case it.punct == ',' || it.punct == '-' || it.punct == ':' || it.punct == '(' && i == 0:
			i++
		case it.word && it.class&Lead != 0 && (it.class&Coordinator != 0 || u.punct(i+1) == ',' || u.class(i+1)&(Subject|Lead) != 0):
			i++
		default:
			return i
		}
	}
	return i
}

// right walks rightwards over a noun phrase that starts at i, at most to limit.
func (u *unit) right(i, limit int) phraseAt {
	p := u.rightmost(i, limit)
	for k := p.from; k < p.to; k++ {
		if c := u.class(k); c&Determiner == 0 || c&Pronoun != 0 && p.to == k+1 {
			return p
		}
	}
	return phraseAt{i, i}
}

func (u *unit) rightmost(i, limit int) phraseAt {
	from := i
	if u.class(i)&Pronoun != 0 && u.class(i)&Determiner == 0 {
		return phraseAt{i, i + 1}
	}
	for i < limit {
		c := u.class(i)
		switch {
		case i > from && u.existence(i):
			return phraseAt{from, i}
		case c&Time != 0 && i > from && !(u.items[i].cap && i+1 < limit && u.items[i+1].cap):
			return phraseAt{from, i}
		case c&Determiner != 0 && i > from && u.class(i-1)&(Determiner|Link) == 0:
			return phraseAt{from, i}
		case c&Determiner != 0 && c&Conjunction == 0, u.nominal(i), u.is(i, "and") && i > from && u.nominal(i+1) && u.nominal(i-1) && u.items[i+1].cap:
			i++
		case (u.is(i, "by") || u.is(i, "from")) && i > from && u.class(i-1)&Document != 0 && u.nominal(i+1):
			i++
		case c&Link != 0 && i > from && !u.is(i, "on") && (u.nominal(i+1) || u.class(i+1)&Determiner != 0) && u.class(i+1)&Time == 0 && !u.venueAt(i+1):
			i++
		case u.punct(i) == '(' && i > from:
			k := i
			for k < limit && u.punct(k) != ')' {
				k++
			}
			if k >= limit || k-i > 8 {
				return phraseAt{from, i}
			}
			i = k + 1
		default:
			return phraseAt{from, i}
		}
	}
	return phraseAt{from, i}
}

// venueAt reports whether the noun phrase at i names an occasion: "an interview".
func (u *unit) venueAt(i int) bool {
	for k := i; k < len(u.items) && k < i+5 && u.items[k].word && u.items[k].class&(Preposition|Conjunction) == 0; k++ {
		if u.items[k].class&Venue != 0 && !u.items[k].cap {
			return true
		}
	}
	return false
}
