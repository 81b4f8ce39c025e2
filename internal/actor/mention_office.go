package actor

// Names behind the of-phrase of an office: "the Minister of Trade and Industry Lena Kell", "the
// spokesman for the ministry Lev Marn", "the head of the Supreme Court of Karsk Ilse Varga".

// mostOf is how many bodies, states and portfolios such a phrase may have.
const mostOf = 4

// afterOffice reports whether the piece begins in the of-phrase of an office: Secretary of State.
func (s *Scene) afterOffice(c *chunk) bool { return s.officeAt(c.start) >= 0 }

// officeAt is the mention of the office in whose of-phrase the piece from token start on
// stands, or -1.
func (s *Scene) officeAt(start int) int { return s.officeUpTo(len(s.mentions)-1, start) }

// officeUpTo is officeAt among the mentions up to last.
func (s *Scene) officeUpTo(last, start int) int {
	for n := last; n >= 0 && n > last-mostOf; n-- {
		m := &s.mentions[n]
		joins := s.joinsOffice(start - 1)
		if m.sentence != s.sentence || int(m.last) != start-2 || m.owns() || !joins && !s.joinsPortfolios(start-1) {
			return -1
		}
		switch {
		case m.Kind == RoleMention:
			if !joins {
				return -1
			}
			return n
		case m.Kind == OrganisationMention, m.Kind == StateMention, m.Kind == UnknownMention, !joins:
			start = int(m.first)
		default:
			return -1
		}
	}
	return -1
}

// joinsOffice reports whether the word at k joins an office, or a body in its of-phrase, to
// what follows.
func (s *Scene) joinsOffice(k int) bool {
	if k < 0 {
		return false
	}
	switch s.word(k) {
	case "of", "for", "to", "at":
		return true
	}
	return false
}

// joinsPortfolios reports whether the token at k joins two things that one minister is of.
func (s *Scene) joinsPortfolios(k int) bool {
	return k > 0 && k+1 < len(s.toks) && (s.is(k, "and") || s.byteAt(k) == ',') && s.portfolio(k-1) && s.portfolio(int(s.afterDeterminer(int32(k+1))))
}

func (s *Scene) portfolio(k int) bool {
	return s.toks[k].is(isPortfolio|isNamed) && s.toks[k].capital()
}

// ministersOf reports whether the capital at k is that of what a minister is of, where it might
// be a title too: Minister of Justice.
func (s *Scene) ministersOf(c *chunk, k int) bool {
	return s.toks[k].is(isPortfolio) && k == int(s.afterDeterminer(int32(c.start))) && s.afterOffice(c)
}

// ministers reports whether the two words [k, end) behind a state's office are a person's name,
// though the last is a word that bodies' names end in: Justice Minister Orvan Post.
func (s *Scene) ministers(k, end int) bool {
	return end-k == 2 && s.holdsState(k-1) && !s.toks[k].is(isNamed|isBody|isPeople|isFormer|isPlaceFirst|isPortfolio|isProper|isDocument)
}

// holdsState reports whether the word at k is an office by which no body is called.
func (s *Scene) holdsState(k int) bool {
	t := s.toks[k]
	if !t.is(isPerson) || t.is(isTitle|isProper) {
		return false
	}
	switch t.class {
	case president, premier, minister, secretary, spokesperson, envoy, diplomat, legislator, governor:
		return true
	}
	return false
}

// officeBefore gives the start of an office whose of-phrase begins at token start,
// and takes its mention and those in the of-phrase back; else start.
func (s *Scene) officeBefore(start int) int {
	at := s.officeAt(start)
	if at < 0 {
		return start
	}
	start = int(s.mentions[at].first)
	s.mentions = s.mentions[:at]
	return start
}

// officeEnd cuts the run [k, end) of an office's of-phrase before the two or more words
// of a name that stand behind the body's last noun: Refugee Council | Enver Solomon.
func (s *Scene) officeEnd(k, end int) int {
	for j := end - 2; j > k; j-- {
		if s.toks[j-1].is(isNamed|isBody|isPeople|isPortfolio) || j == end-2 && s.toks[j].is(isForename) {
			if s.anyOf(j, end, isNamed|isBody|isPeople|isPlace) {
				return end
			}
			return j
		}
	}
	return end
}

// bodyBefore cuts the run [k, end) before the two words of a person's name that ends it behind a
// body's, where an office behind a comma tells of a person: Harbour Watch | Iso Tarrel, reporter for.
func (s *Scene) bodyBefore(k, end int) int {
	j := end - 2
	if j-k < 2 || end+2 >= len(s.toks) || s.byteAt(end) != ',' || !s.toks[j-1].is(isNamed|isBody) || s.anyOf(j, end, isNamed|isBody|isPeople|isPlace) {
		return end
	}
	n := int(s.afterDeterminer(int32(end + 1)))
	if t := s.toks[n]; !t.lower() || !t.is(isPerson) || t.is(isPlural) {
		return end
	}
	return j
}

// holdsOffice reports whether the run of capitals [k, end) is the name of a person behind an
// office and the body that it is of. Behind the adjective of a state it is the body's.
func (s *Scene) holdsOffice(c *chunk, k, end int) bool {
	if n := end - k; n < 2 || n > 5 || k == int(s.afterDeterminer(int32(c.start))) || s.toks[end-1].is(isNamed|isBody|isPlace|isPeople) {
		return false
	}
	return (c.state == nil || c.state.How != HowAdjective) && s.afterOffice(c)
}

// apposedTo reports whether the run of capitals [k, end) is a person's name behind an office of
// state, what that is of, and a comma: the Ambassador to Karsk, Sun Brenn.
func (s *Scene) apposedTo(c *chunk, k, end int) bool {
	at := len(s.mentions) - 1
	if n := end - k; n < 2 || n > 4 || k != c.start || at < 0 || s.byteAt(k-1) != ',' || s.toks[end-1].is(isNamed|isBody|isPlace|isPeople|isDocument) {
		return false
	}
	m := &s.mentions[at]
	if m.sentence != s.sentence || int(m.last) != k-2 {
		return false
	}
	if m.Kind != RoleMention {
		at = s.officeUpTo(at-1, int(m.first))
	}
	return at >= 0 && s.holdsState(int(s.mentions[at].headAt))
}

// behindQuoted is the person's name that ends the phrase of the office at, behind its of-phrase in
// quotation marks: the director of "Harbour Lights" Lena Kell; or -1.
func (s *Scene) behindQuoted(at, last int) int {
	m := &s.mentions[at]
	if m.Kind != RoleMention || m.Entity >= 0 || m.owns() || int(m.last)+3 >= last || !s.joinsOffice(int(m.last)+1) {
		return -1
	}
	for n := at + 1; n < len(s.mentions) && int(s.mentions[n].last) < last; n++ {
		o := &s.mentions[n]
		if o.Kind == NameMention && int(o.last) == last-1 && s.quoteAt(int(o.first)-1) {
			return n
		}
	}
	return -1
}

// speaksForIt reports whether n is a person or people, with a title with which the name of the
// ministry m goes on: a Ministry of Justice | spokesman Lena Kell, Bank of Karsk | governor Lev Marn.
func (s *Scene) speaksForIt(m, n *Mention) bool {
	if int(n.first) != int(m.last)+2 || !s.is(int(m.last)+1, "of") || !s.toks[m.last].capital() || !s.toks[m.last].is(isBody|isNamed) ||
		!s.toks[n.first].is(isPortfolio) && (n.Kind != NameMention || !s.toks[n.first].capital()) {
		return false
	}
	k := n.headAt
	if n.Kind == NameMention {
		k = n.nameAt - 1
	}
	return k > n.first && s.toks[k].lower() && s.toks[k].is(isPerson|isPeople)
}

// namesBody reports whether the run of capitals from token k on is a body's name behind a noun
// that says what it is. A broadcaster may be a person too, and the spokesman for a company
// may have his name behind it.
func (s *Scene) namesBody(c *chunk, k int) bool {
	at := s.apposed(c.titled, k)
	if at == 0 {
		return false
	}
	return !s.toks[k].is(isForename) || !s.toks[at-1].is(isPerson) && !s.afterOffice(c)
}
