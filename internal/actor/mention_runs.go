package actor

// addRun adds the run of capitalised words [k, end) as what it most likely is.
func (s *Scene) addRun(c *chunk, k, end int) {
	switch kind := s.runKind(c, k, end); kind {
	case NameMention, SurnameMention:
		s.addPerson(c, k, s.withSuffix(end), nil)
	case OrganisationMention, UnknownMention:
		if at := s.apposed(c.titled, k); at > 0 {
			k = at
		} else if c.titled >= 0 {
			k = int(s.afterDeterminer(int32(c.titled))) // Republican National Committee
		}
		s.add(Mention{Kind: kind, Number: AnyNumber, definite: c.definite, state: c.state, headAt: int32(end - 1)}, c.start, k, end-1)
	case GroupMention:
		s.add(Mention{Kind: kind, Number: Plural, definite: c.definite, indefinite: c.indefinite, state: c.state, headAt: int32(end - 1)}, c.start, c.start, end-1)
	}
}

// noMention is the kind of a run that names no source, a place.
const noMention MentionKind = 255

// runKind guesses what a run of capitalised words names.
func (s *Scene) runKind(c *chunk, k, end int) MentionKind {
	first, last := s.toks[k], s.toks[end-1]
	n := end - k
	titled := c.titled >= 0 && s.personTitle(c.titled, k)
	switch {
	case s.titled && n == 2 && first.is(isForename):
		return NameMention
	case s.titled:
		return UnknownMention
	case s.namesBody(c, k):
		return OrganisationMention
	case n > 1 && last.is(isPeople) && last.is(isProper) && !s.anyOf(k, end-1, isForename|isNamed|isBody):
		return GroupMention // Massachusetts Democrats
	case titled && last.is(isNamed|isBody) && !first.is(isForename) && !s.anyOf(c.titled, k, isHonorific) && !s.ministers(k, end):
		return OrganisationMention
	case titled && n == 1:
		return SurnameMention
	case titled && n <= 5:
		return NameMention
	case s.holdsOffice(c, k, end), s.apposedTo(c, k, end):
		return NameMention
	case c.titled >= 0:
		return OrganisationMention
	case s.joined(k, end):
		return OrganisationMention
	case n == 1 && last.is(isForename) && !last.has(allCaps):
		return SurnameMention
	case n == 1 && last.has(allCaps):
		return OrganisationMention
	case n == 1 && last.is(isNamed|isBody) && c.article:
		return OrganisationMention
	case n == 1:
		return UnknownMention
	case first.is(isPlaceFirst) && !s.anyOf(k, end, isNamed), last.is(isPlace):
		return noMention
	case last.is(isNamed|isBody|isDocument) && (!first.is(isForename) || n != 2 || last.is(isBody)):
		return OrganisationMention
	case c.article && n > 1 && s.lex.kinds[s.key(int32(end-1))]&press != 0:
		return OrganisationMention // the Charlotte Observer
	case first.is(isForename) && n <= 5, s.hasInitial(k, end):
		return NameMention
	case s.anyOf(k, end, isNamed|isBody) || c.article || n > 4 || first.has(allCaps):
		return OrganisationMention
	}
	return NameMention
}

// joined reports whether an & stands in the run: Dale & Hart.
func (s *Scene) joined(k, end int) bool {
	for ; k < end; k++ {
		if s.byteAt(k) == '&' || s.is(k, "amp") {
			return true
		}
	}
	return false
}

// personTitle reports whether a title in tokens [i, k) is a person's.
func (s *Scene) personTitle(i, k int) bool {
	return s.anyOf(i, k, isHonorific|isPerson|isEpithet)
}

func (s *Scene) anyOf(i, k int, f flag) bool {
	for ; i < k; i++ {
		if s.toks[i].is(f) {
			return true
		}
	}
	return false
}

func (s *Scene) hasInitial(k, end int) bool {
	for ; k < end-1; k++ {
		if s.toks[k].has(initial) || s.toks[k].has(allCaps) && len(s.word(k)) <= 4 && s.word(k)[len(s.word(k))-1] == '.' {
			return true // J. Kell, J.D. Kell
		}
	}
	return false
}

// addPerson adds a mention of a person by name over tokens [k, end), with the words
// of the piece before it as title. An office that an of-phrase joins to the name is
// part of the title: "CEO of the Refugee Council Enver Solomon".
func (s *Scene) addPerson(c *chunk, k, end int, hit *Match) {
	m := Mention{Kind: NameMention, Number: Singular, headAt: int32(end - 1), fromDirectory: hit, definite: c.definite, state: c.state}
	if end-k == 1 {
		m.Kind = SurnameMention
	}
	start := c.start
	if start < k && (c.titled < 0 || !s.personTitle(c.titled, k)) {
		start = s.officeBefore(start)
	}
	for i := start; i < k; i++ {
		if t := s.toks[i]; t.is(isHonorific | isPerson) {
			m.class = t.class
			if m.gender == 0 {
				m.gender = t.gender
			}
		}
	}
	if m.gender == 0 && s.toks[k].is(isForename) && end-k > 1 {
		m.gender = s.toks[k].forename
	}
	s.add(m, start, k, end-1)
}
