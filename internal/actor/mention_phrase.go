package actor

import (
	"strings"

	"parley/internal/token"
)

// A phrase is scanned in chunks: the longest stretch of words that are no stop words,
// cut at punctuation. In "senior Ukrainian lawmaker David Arakhamia" the chunk holds
// one mention, in "Lavrov added Kiev" two. A noun that the lexicon knows or a run of
// capitalised words is a head unless another head that it modifies follows at once.

// chunk is the state of one chunk's scan.
type chunk struct {
	end        int  // first token behind it
	start      int  // first token of the piece being read, with its determiner
	definite   bool // the piece opens with the, this, his or a possessor
	opened     bool // the piece opens with any determiner
	article    bool // the piece opens with the
	indefinite bool // the piece opens with a or an, or with no determiner
	state      *Match
	titled     int  // first token of the title that the last tokens are, or -1
	pre        bool // the piece holds words before its head
}

// phrase scans the phrase that begins at token i and gives the token after it.
func (s *Scene) phrase(i, last int) int {
	c := chunk{start: i, indefinite: true, titled: -1}
	body := s.determiners(&c, i, last)
	if body < last && s.toks[body].is(isGroupAlone) && !s.toks[body].is(isDeterminer) {
		s.addAlone(i, body+1)
		return body + 1
	}
	c.end = s.chunkEnd(body, last)
	c.opened = c.opened || body > i && s.headFollows(body, c.end)
	if body == c.end {
		if body > i && !s.toks[i].capital() || body > i && s.alone(i) {
			s.addAlone(i, body)
		}
		return body
	}
	for k := body; k < c.end; {
		k = s.piece(&c, k)
	}
	return c.end
}

// determiners reads the words that open a phrase from token i on.
func (s *Scene) determiners(c *chunk, i, last int) int {
	for i < last && s.toks[i].is(isDeterminer) && !s.toks[i].has(mark) {
		if s.toks[i].capital() && s.inside(i) && !s.titled || i > c.start && s.is(i, "that") {
			break
		}
		switch strings.ToLower(s.word(i)) {
		case "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "whose", "such":
			c.definite, c.indefinite = true, false
			c.article = s.is(i, "the") || s.is(i, "The")
		}
		c.opened = !s.toks[i].is(isGroupAlone)
		i++
	}
	return i
}

// is reports whether token i is the lower-case word w.
func (s *Scene) is(i int, w string) bool { return s.word(i) == w }

// alone reports whether the determiner at i names a source by itself.
func (s *Scene) alone(i int) bool {
	return s.toks[i].is(isGroupAlone)
}

// addAlone adds "some", "the two", "many" as a group.
func (s *Scene) addAlone(i, end int) {
	for k := i; k < end; k++ {
		if s.toks[k].is(isGroupAlone) {
			s.add(Mention{Kind: GroupMention, Number: Plural}, i, end-1, end-1)
			return
		}
	}
}

// chunkEnd gives the first token from i on that no phrase runs over.
func (s *Scene) chunkEnd(i, last int) int {
	for k := i; k < last; k++ {
		t := s.toks[k]
		switch {
		case t.has(mark):
			if !s.joinsNames(k, last) && !s.joinsOutlets(k, last) {
				return k
			}
		case t.is(isStop) && !s.namedStop(k, last):
			return k
		case k > i && t.is(isDeterminer) && t.lower() && !t.is(isNamed|isFormer|isPeople):
			return k
		}
	}
	return last
}

// joinsNames reports whether the sign at k joins two words of one name: Johnson & Johnson.
func (s *Scene) joinsNames(k, last int) bool {
	return s.byteAt(k) == '&' && k > 0 && s.toks[k-1].capital() && k+1 < last && s.toks[k+1].capital() || s.nickname(k, last) || s.nickname(k-2, last)
}

// nickname reports whether the quotation mark at k opens one word between a forename and a
// surname: Lev "Chip" Marn.
func (s *Scene) nickname(k, last int) bool {
	return k > 0 && k+3 < last && s.quoteAt(k) && s.quoteAt(k+2) && s.toks[k-1].is(isForename) && s.toks[k-1].capital() && !s.toks[k-1].possessive() &&
		s.toks[k+1].capital() && s.toks[k+3].capital() && !s.toks[k+3].is(isStop)
}

func (s *Scene) quoteAt(k int) bool { return s.toks[k].has(mark) && s.doc.Tokens[k].Kind == token.Mark }

// piece reads from token k to the end of the next head and gives the token after it.
func (s *Scene) piece(c *chunk, k int) int {
	for k < c.end {
		t := s.toks[k]
		switch {
		case t.capital() && !s.plainCapital(k, c.end), t.is(isParticle) && s.namedStop(k, c.end):
			next, done := s.capitals(c, k)
			if done {
				s.restart(c, next)
				return next
			}
			k = next
		case t.is(isPerson | isEpithet | isPeople | isBody | isDocument):
			next, done := s.noun(c, k)
			if done {
				s.restart(c, next)
				return next
			}
			k = next
		case c.opened || c.definite || c.pre && !verbal(s.word(k)) || t.is(isFormer) || t.has(number):
			c.pre = true
			k++
		default:
			k++
			if !adjectival(s.word(k-1)) && !s.compounds(k-1, c.end) {
				s.restart(c, k)
			}
		}
	}
	return k
}

// compounds reports whether the unknown word at k stands right before a plural noun that
// it makes a compound with: business leaders.
func (s *Scene) compounds(k, end int) bool {
	return k+1 < end && s.toks[k].lower() && s.toks[k+1].lower() && s.toks[k+1].is(isPeople|isPlural) && !verbal(s.word(k)) &&
		(k+2 >= end || !s.toks[k+2].lower() || s.toks[k+2].is(isStop))
}

// restart begins a new piece at token k.
func (s *Scene) restart(c *chunk, k int) {
	*c = chunk{end: c.end, start: k, indefinite: true, titled: -1}
}

// plainCapital reports whether the capital at k is only that of a sentence's first
// word, or of a headline, and the word a noun of the lexicon.
func (s *Scene) plainCapital(k, end int) bool {
	t := s.toks[k]
	if t.has(allCaps|initial) && !s.titled {
		return false
	}
	if !t.is(isPerson | isEpithet | isPeople | isBody | isDocument | isFormer | isDeterminer) {
		return false
	}
	if s.titled {
		return !t.is(isForename)
	}
	return !s.inside(k) && (k+1 == end || !s.toks[k+1].capital() || s.toks[k+1].is(isPerson|isPeople))
}

// noun handles the lexicon's noun at k: a modifier of what follows, a title, or a head.
func (s *Scene) noun(c *chunk, k int) (next int, done bool) {
	t := s.toks[k]
	if t.possessive() {
		s.addNoun(c, k)
		s.own(c, k+1)
		return k + 1, k+1 >= c.end
	}
	if k+1 < c.end {
		n := s.toks[k+1]
		switch {
		case t.capital() && n.capital() && n.is(isPerson|isHonorific) && !s.titled:
			c.pre = true // Majority Leader
			return k + 1, false
		case n.capital() && !s.titled && (t.is(isPerson|isHonorific|isEpithet) || t.is(isBody|isDocument) && !t.is(isPlural)):
			if c.titled < 0 {
				c.titled = c.start
			}
			c.pre = true
			return k + 1, false
		case n.lower() && n.is(isPerson|isEpithet|isPeople|isBody|isDocument) && !s.nounAsVerb(k+1, t):
			c.pre = true
			return k + 1, false
		case n.lower() && (t.is(isFormer) || s.headFollows(k+1, c.end)) && (n.is(isFormer) || !verbal(s.word(k+1)) || strings.HasSuffix(s.word(k+1), "ing") && !t.is(isPlural|isPeople)):
			c.pre = true
			return k + 1, false
		}
	}
	s.addNoun(c, k)
	return k + 1, true
}

// nounAsVerb reports whether the noun of a document at k is rather the verb of the
// plural before it: "officials report", "Clinton plans".
func (s *Scene) nounAsVerb(k int, before tok) bool {
	t := s.toks[k]
	if s.is(k, "states") && !before.is(isPlural|isPeople) {
		return before.is(isDocument) || k+1 < len(s.toks) && s.is(k+1, "that") // the report states
	}
	if !t.is(isDocument) || t.is(isPerson|isPeople|isBody) {
		return false
	}
	if t.is(isPlural) && before.is(isDocument) && k+1 < len(s.toks) && s.lex.before[s.word(k+1)]&asActing != 0 {
		return false // opinion polls say
	}
	if b := s.word(k - 1); before.capital() && before.flags == 0 && !s.inside(k-1) && adjectival(b) {
		return false // Internal emails
	}
	return before.is(isPlural|isPeople) != t.is(isPlural)
}

// headFollows reports whether a noun of the lexicon follows within three words.
func (s *Scene) headFollows(k, end int) bool {
	for n := 0; k < end && n < 3; k, n = k+1, n+1 {
		t := s.toks[k]
		switch {
		case t.capital():
			return false
		case t.is(isPerson | isEpithet | isPeople | isBody | isDocument):
			return true
		case strings.HasSuffix(s.word(k), "ly") && k+1 < end && s.toks[k+1].lower() && strings.HasSuffix(s.word(k+1), "ed"):
			k++ // highly placed
		case !t.is(isFormer) && verbal(s.word(k)) && (n > 0 || !strings.HasSuffix(s.word(k), "ing")):
			return false
		}
	}
	return false
}

// addNoun adds the phrase whose head is the noun at k.
func (s *Scene) addNoun(c *chunk, k int) {
	t := s.toks[k]
	m := Mention{class: t.class, gender: t.gender, definite: c.definite, indefinite: c.indefinite, headAt: int32(k), state: c.state}
	switch {
	case t.is(isPerson|isEpithet) && !t.is(isPlural):
		m.Kind, m.Number = RoleMention, Singular
		if t.is(isBody) && t.class == noClass {
			m.Kind = OrganisationMention
		}
	case t.is(isBody):
		m.Kind = OrganisationMention
		if t.is(isPlural) {
			m.Number = Plural
		}
	case t.is(isDocument):
		m.Kind, m.Number = DocumentMention, Singular
		if t.is(isPlural) {
			m.Number = Plural
		}
	default:
		m.Kind, m.Number = GroupMention, Plural
	}
	s.add(m, c.start, k, k)
}

// own begins the piece after a possessor.
func (s *Scene) own(c *chunk, k int) {
	*c = chunk{end: c.end, start: k, definite: true, titled: -1}
}
