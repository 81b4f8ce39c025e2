package actor

import (
	"strings"

	"parley/internal/news"
)

// capitals reads the capitalised words at k up to the next boundary inside the
// chunk: a state or body that modifies, a title, or a name.
func (s *Scene) capitals(c *chunk, k int) (next int, done bool) {
	if n := s.outletsFrom(k, c.end); n > 0 {
		s.addNoun(c, n)
		return n + 1, true
	}
	if hit, n := s.knownAt(k, c.end); n > 1 || n == 1 && !s.forenameRather(k, c.end, hit) {
		return s.knownWords(c, k, k+n, hit)
	}
	if s.beginsTitle(k, c.end) && !s.ministersOf(c, k) {
		return s.titleWord(c, k)
	}
	end := s.runEnd(k, c.end)
	if s.afterOffice(c) {
		end = s.officeEnd(k, end)
	} else {
		end = s.bodyBefore(k, end)
	}
	switch {
	case s.toks[end-1].possessive():
		s.addRun(c, k, end)
		s.own(c, end)
		return end, end >= c.end
	case end < c.end && s.basedIn(end) && s.toks[end].capital():
		s.restart(c, end)
		return end, false
	case end < c.end && (s.modifiesNext(end, c.end) || s.toks[end].capital() && s.afterOffice(c)):
		if end-k > 1 && s.toks[end].lower() && c.titled < 0 && s.runKind(c, k, end) == NameMention {
			return s.modifyingName(c, k, end, nil)
		}
		c.pre = true
		return end, false
	}
	s.addRun(c, k, end)
	return end, true
}

// modifyingName adds a full name before a noun, Ilse Varga supporters, and lets the
// noun's phrase begin behind it.
func (s *Scene) modifyingName(c *chunk, k, end int, hit *Match) (next int, done bool) {
	s.addPerson(c, k, end, hit)
	s.mentions[len(s.mentions)-1].modifier = true
	c.start, c.titled, c.pre = end, -1, false
	return end, false
}

// forenameRather reports whether a state's or body's name of one word at k is rather
// the forename of the name behind it: Rand Paul, Israel Katz.
func (s *Scene) forenameRather(k, end int, hit *Match) bool {
	if hit.Entry.Kind == news.Person || k+1 >= end || !s.toks[k].is(isForename) || s.toks[k].has(allCaps) || s.toks[k].possessive() {
		return false
	}
	n := s.toks[k+1]
	return n.capital() && !s.titled && !n.is(isHonorific|isPerson|isPeople|isBody|isNamed|isDocument)
}

// modifiesNext reports whether the run that ends before token end modifies the words behind it.
func (s *Scene) modifiesNext(end, last int) bool {
	t := s.toks[end]
	switch {
	case t.capital() && !s.titled:
		return t.is(isHonorific | isPerson) // Shadow Home + Secretary
	case t.is(isPerson | isEpithet | isPeople | isBody | isDocument):
		return !s.nounAsVerb(end, s.toks[end-1])
	}
	return !verbal(s.word(end)) && s.headFollows(end, last)
}

// basedIn reports whether the run that ends before token end only says where what follows is.
func (s *Scene) basedIn(end int) bool { return strings.HasSuffix(s.word(end-1), "-based") }

// surnameOf reports whether the role word at k is rather a surname: "Stephen King", "Peter T. King".
func (s *Scene) surnameOf(k int) bool {
	if k == 0 || !s.adjoins(k) || !s.toks[k-1].capital() || k+1 < len(s.toks) && s.toks[k+1].capital() {
		return false
	}
	if s.toks[k-1].is(isForename) {
		return !s.toks[k-1].is(isPerson | isHonorific)
	}
	return k > 1 && s.toks[k-1].has(initial) && s.adjoins(k-1) && s.toks[k-2].is(isForename) && s.toks[k-2].capital()
}

// companyOf reports whether the rank or title at k begins the name of a company: General Motors.
func (s *Scene) companyOf(k, end int) bool {
	return k+1 < end && s.toks[k+1].capital() && s.lex.kinds[s.key(int32(k+1))]&companies != 0 && s.toks[k+1].flags&isForename == 0 && (k+2 >= end || !s.toks[k+2].capital())
}

// forenameOf reports whether the role word at k is rather the forename of the one word behind it
// that begins a phrase: "Dean Marn", but not "Law School Dean Marn" or "the Dean".
func (s *Scene) forenameOf(k, end int) bool {
	if !s.toks[k].is(isForename) || s.toks[k].is(isHonorific) || k+1 >= end || !s.toks[k+1].capital() || s.toks[k+1].is(isPerson|isNamed|isBody) {
		return false
	}
	return (k+2 >= end || !s.toks[k+2].capital()) && (k == 0 || !s.adjoins(k) || s.toks[k-1].lower() && !s.toks[k-1].is(isDeterminer))
}

// titleWord handles a capitalised role or honorific at k.
func (s *Scene) titleWord(c *chunk, k int) (next int, done bool) {
	t := s.toks[k]
	if t.possessive() {
		s.addNoun(c, k)
		s.own(c, k+1)
		return k + 1, k+1 >= c.end
	}
	if k+1 < c.end {
		n := s.toks[k+1]
		if n.capital() || n.is(isPerson|isHonorific) {
			if c.titled < 0 {
				c.titled = c.start
			}
			c.pre = true
			return k + 1, false
		}
		if n.is(isPeople|isBody|isDocument) || n.is(isParticle) && s.namedStop(k+1, c.end) ||
			(n.is(isFormer) || !verbal(s.word(k+1))) && s.headFollows(k+1, c.end) { // Socialist parliamentary candidate
			c.pre = true
			return k + 1, false
		}
	}
	switch {
	case s.newspaper(c, k):
		s.add(Mention{Kind: OrganisationMention, Number: AnyNumber, definite: true, headAt: int32(k)}, c.start, int(s.afterDeterminer(int32(c.start))), k)
	case t.is(isPerson):
		s.addNoun(c, k)
	}
	return k + 1, true
}

// newspaper reports whether the role at k ends the name of a newspaper: the piece is
// "the" and capitals none of which is of a state or an office.
func (s *Scene) newspaper(c *chunk, k int) bool {
	if !s.toks[k].is(isTitle) || s.titled || !c.article || c.state != nil || k+1 < c.end && s.toks[k+1].lower() && s.modifiesNext(k+1, c.end) {
		return false
	}
	first := int(s.afterDeterminer(int32(c.start)))
	for i := first; i < k; i++ {
		if t := s.toks[i]; !t.capital() || t.possessive() || t.is(isPerson|isHonorific|isProper) {
			return false
		}
	}
	t := s.toks[first]
	if first == k { // The Advocate, but not the Leader or the Democrat
		return s.inside(k) && t.class != leader && !t.is(isProper)
	}
	return t.is(isPlaceFirst) && k > first+1 || !t.is(isNamed|isBody|isFormer|isForename)
}

// runEnd gives the end of the run of capitalised words that begins at k.
func (s *Scene) runEnd(k, end int) int {
	if s.titled {
		if s.toks[k].is(isForename) && !s.toks[k].possessive() && k+1 < end && s.toks[k+1].capital() && !s.toks[k+1].is(isStop|isPerson|isPeople|isBody) {
			return k + 2
		}
		return k + 1
	}
	j := k
	for j < end {
		t := s.toks[j]
		switch {
		case t.has(mark): // the & of joinsNames
		case !t.capital() && (!t.is(isParticle) || !s.namedStop(j, end)):
			return j
		case j > k && s.beginsTitle(j, end):
			return j
		case j > k && s.toks[j-1].is(isNamed|isBody|isPeople) && !s.toks[j-1].is(isForename) && t.is(isForename) && !t.is(isNamed),
			j == k+1 && s.toks[k].is(isBody|isPeople|isNamed) && k > 0 && s.is(k-1, "of") && !t.is(isNamed|isBody|isPeople):
			return j
		case t.possessive(), strings.HasSuffix(s.word(j), "-based") && j+1 < end && s.toks[j+1].capital():
			return j + 1 // Sarpo City-based | Second Harbour
		}
		if j > k && !s.toks[j-1].is(isForename) && !s.toks[j-1].has(initial) && (s.toks[j].is(isForename) || !s.toks[k].is(isForename)) {
			if hit, n := s.knownAt(j, end); n > 1 && hit.Entry.Kind == news.Person {
				return j
			}
		}
		j++
	}
	return j
}

// beginsTitle reports whether the word at j is a title with a name or a role behind it.
func (s *Scene) beginsTitle(j, end int) bool {
	t := s.toks[j]
	if !t.is(isHonorific|isPerson) || s.surnameOf(j) || s.forenameOf(j, end) || s.companyOf(j, end) {
		return false
	}
	if j+1 >= end || !s.toks[j+1].capital() || !s.toks[j+1].is(isNamed|isBody) || s.toks[j+1].is(isPerson|isForename) {
		return true // Refugee Council is none
	}
	return j+2 < end && s.holdsState(j) && s.toks[j+2].capital() && !s.toks[j+2].is(isNamed|isBody|isStop|isPerson) // Minister Sun Wei
}

// knownWords handles words [k, end) that the directory knows.
func (s *Scene) knownWords(c *chunk, k, end int, hit *Match) (next int, done bool) {
	kind := hit.Entry.Kind
	if kind == news.Person && end < c.end && !s.toks[end-1].possessive() && s.toks[end].lower() && s.modifiesNext(end, c.end) {
		return s.modifyingName(c, k, end, hit)
	}
	if kind == news.Person {
		s.addPerson(c, k, s.withSuffix(end), hit)
		return s.afterName(c, end)
	}
	owner := s.toks[end-1].possessive()
	if end < c.end && !owner && s.knownModifies(end, c.end, hit) {
		if c.state == nil && (kind == news.State || hit.How != HowName) {
			c.state = hit
		}
		c.pre = true
		return end, false
	}
	s.addKnown(c, k, end, hit)
	if owner {
		s.own(c, end)
		c.state = hit
		return end, end >= c.end
	}
	return end, true
}

// afterName goes on behind a person's name, over a possessive.
func (s *Scene) afterName(c *chunk, end int) (next int, done bool) {
	if s.toks[end-1].possessive() {
		s.own(c, end)
		return end, end >= c.end
	}
	return end, true
}

// knownModifies reports whether a state's or body's name stands before a head.
func (s *Scene) knownModifies(end, last int, hit *Match) bool {
	t := s.toks[end]
	if t.capital() && !s.titled {
		return true
	}
	return hit.How == HowAdjective && !verbal(s.word(end)) || s.modifiesNext(end, last)
}

// addKnown adds a mention of a state or body by its name.
func (s *Scene) addKnown(c *chunk, k, end int, hit *Match) {
	m := Mention{Number: Singular, fromDirectory: hit, definite: c.definite, headAt: int32(end - 1)}
	switch hit.Entry.Kind {
	case news.State:
		m.Kind = StateMention
		if hit.How == HowPeople || hit.How == HowAdjective {
			m.Kind, m.Number = GroupMention, Plural
		}
	case news.Group:
		m.Kind, m.Number = GroupMention, AnyNumber
	case news.Document:
		m.Kind = DocumentMention
	default:
		m.Kind, m.Number = OrganisationMention, AnyNumber
	}
	s.add(m, c.start, k, end-1)
}

// withSuffix takes ", Jr." to a name that ends before token end.
func (s *Scene) withSuffix(end int) int {
	if end+1 < len(s.toks) && s.byteAt(end) == ',' && isSuffix(s.word(end+1)) {
		return end + 2
	}
	return end
}

// isSuffix reports whether w follows a surname: Jr., Sr., II.
func isSuffix(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}
