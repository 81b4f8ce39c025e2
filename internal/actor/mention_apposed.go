package actor

// A body's name may stand behind a noun that only says what it is: "the human rights group
// Harbour Watch" is Harbour Watch. "The state Health Department" is all one name.

// apposed is the first token of the name that ends in the run of capitals from token k on,
// where such a noun stands right before it in tokens [first, k); 0 when none does.
func (s *Scene) apposed(first, k int) int {
	if first < 0 {
		return 0
	}
	for k > first && s.toks[k-1].capital() {
		k--
	}
	if k == first || !s.saysWhat(k-1) || s.onlyGeneric(k) {
		return 0
	}
	return k
}

// named reports whether the name of m stands behind a noun that says what it is.
func (s *Scene) named(m *Mention) bool {
	return m.nameAt > m.first && s.toks[m.last].capital() && s.apposed(int(m.first), int(m.nameAt)) == int(m.nameAt)
}

// saysWhat reports whether the word at k is the noun of a body that takes a name behind it:
// agency, newspaper, airline. Ministries and courts, and what a state is divided into, do not.
func (s *Scene) saysWhat(k int) bool {
	t := s.toks[k]
	return t.lower() && !t.possessive() && t.is(isWhat)
}

// onlyGeneric reports whether the capitals from token k on are two or more words that are part of
// any body's name: the party | Central Committee. A newspaper's may all be so.
func (s *Scene) onlyGeneric(k int) bool {
	if s.lex.short[s.key(int32(k-1))]&press != 0 {
		return false
	}
	for ; k < len(s.toks) && s.toks[k].capital(); k++ {
		if !s.toks[k].is(isNamed | isBody | isFormer | isPlaceFirst) {
			return false
		}
	}
	return true
}
