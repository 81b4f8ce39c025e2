package actor

import (
	"sort"
	"strings"

	"parley/internal/news"
)

// decide resolves the written source of attribution i.
func (r *resolver) decide(i int) decided {
	src := &r.sources[i]
	first, last := r.tokensOf(src.Mention)
	if first == last { // words of a passage that was not cut up
		words := strings.TrimSpace(oneLine(src.Mention.In(r.text)))
		if words == "" {
			return decided{unnamed(src.Mention, "the source has no words"), -1}
		}
		return decided{news.Speaker{Name: words, Kind: news.Group, Anonymous: true, Mention: src.Mention, Trail: []news.Span{src.Mention}, By: ByPhrase, Confidence: 0.3}, -1}
	}
	return r.decidePhrase(first, last, i, src.Mention)
}

// decidePhrase resolves the phrase of tokens [first, last); i is its attribution, or
// -1 for an addressee.
func (r *resolver) decidePhrase(first, last, i int, span news.Span) decided {
	first, last = r.trim(first, last)
	first = r.behindBrackets(first, last)
	if p, ok := pronounOf(r.word(first)); ok && r.pronounAlone(p, first, last) {
		if at := r.shareBefore(first); at >= 0 {
			return r.share(at, first, span)
		}
		return r.byPronoun(p, first, i, span)
	}
	if end := r.shares(first, last); end > 0 {
		return r.share(first, end, span)
	}
	if d, ok := r.describedCompany(first, last, span); ok {
		return d
	}
	if end := r.coordinated(first, last); end > 0 {
		return r.joined(first, end, span)
	}
	at := r.headMention(first, last)
	if i >= 0 {
		r.at[i] = at
	}
	if at >= 0 {
		at = r.nameBehind(at, last)
	}
	if at < 0 || r.modifiesUnknown(&r.mentions[at], last) {
		n := r.nameAtEnd(first, last)
		if n < 0 {
			return r.asPrinted(first, last, span)
		}
		at = n
	}
	r.shorten(&r.mentions[at], last)
	r.mentions[at].speaks = r.mentions[at].speaks || i >= 0
	return r.byMention(at, first, last, i, span)
}

// behindBrackets is where the person's name begins that ends the phrase [first, last) right behind
// brackets and what is no person before them, Karsk (where he fled) | Lev Marn; else first.
func (s *Scene) behindBrackets(first, last int) int {
	at := s.lastIn(first, last)
	if at < 0 || s.mentions[at].Kind != NameMention {
		return first
	}
	k := int(s.mentions[at].first) - 1
	head := s.mentionAt(first)
	if k <= first || s.byteAt(k) != ')' || head < 0 || s.mentions[head].Kind <= RoleMention {
		return first
	}
	return k + 1
}

// nameBehind is the person's name to which a title of a word that the lexicon does not
// know joins mention at: "county freeholder Lev Marn"; else at.
func (s *Scene) nameBehind(at, last int) int {
	m := &s.mentions[at]
	if n := s.behindQuoted(at, last); n >= 0 {
		return n
	}
	if m.Kind == StateMention || m.Kind == UnknownMention {
		if n := s.nameAtEnd(int(m.first), last); n >= 0 {
			return n
		}
	}
	if m.Kind < OrganisationMention && m.Kind != RoleMention || m.Entity >= 0 && m.Kind == RoleMention || m.owns() || at+1 >= len(s.mentions) {
		return at
	}
	n := &s.mentions[at+1]
	if s.speaksForIt(m, n) && int(n.last) < last {
		return at + 1
	}
	if n.Kind != NameMention || int(n.last) >= last || n.first == m.last+1 || n.first > m.last+4 {
		return at
	}
	for k := int(m.last) + 1; k < int(n.first); k++ {
		if t := s.toks[k]; !t.lower() || t.is(isStop|isDeterminer) || isPreposition(s.word(k)) || verbal(s.word(k)) {
			return at // the doctor treating Lev Marn
		}
	}
	return at + 1
}

// modifiesUnknown reports whether the name m stands before a noun that the lexicon does
// not know: "the Trump character".
func (s *Scene) modifiesUnknown(m *Mention, last int) bool {
	k := int(m.last) + 1
	if k < last && m.Kind == RoleMention && s.toks[k].capital() && !s.toks[k].is(isStop) && !s.toks[m.last].has(mark) && !m.possessive && m.Entity < 0 {
		return true // Conservative Heavyweights
	}
	if k == last-1 && m.Kind > RoleMention && !m.owns() && s.toks[k-1].lower() && s.toks[k].lower() && s.toks[k].flags == 0 && (!verbal(s.word(k)) && !adjectival(s.word(k)) || strings.HasSuffix(s.word(k), "s")) {
		return true // law enforcement, press gleanings
	}
	if k+1 < last && m.Kind > RoleMention && m.Number != Plural && !m.owns() && (s.toks[k-1].lower() || s.opens(m)) && s.toks[k].lower() && s.toks[k].flags == 0 && strings.HasSuffix(s.word(k), "s") && isPreposition(s.word(k+1)) {
		return true // audit files from the port
	}
	if k+1 < last && s.byteAt(k) == '/' && s.toks[k+1].capital() && s.toks[last-1].lower() {
		return true // a Vonhak/Lume Press poll
	}
	if m.nameAt > m.first && m.Kind <= SurnameMention && s.toks[m.nameAt-1].is(isHonorific) {
		return false // Mr Kell stands before no noun
	}
	if k >= last || m.possessive || m.Kind > SurnameMention && m.Kind != StateMention && m.Kind != UnknownMention && (m.Kind != OrganisationMention || s.toks[m.last].lower()) {
		return false
	}
	t, w := s.toks[k], s.word(k)
	if !t.lower() || t.is(isStop|isDeterminer|isGroupAlone) || isPreposition(w) {
		return false
	}
	if k == last-1 && s.namedPerson(m) {
		return !verbal(w) // Kell disputes
	}
	if k == last-1 { // a source ends in no verb: Supreme Court precedents
		return !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ly")
	}
	return !verbal(w)
}

// namedPerson reports whether m is, without article, a name of a person whom the report names in
// full elsewhere.
func (s *Scene) namedPerson(m *Mention) bool {
	if m.Entity < 0 || m.first != m.nameAt || m.nameAt != m.last {
		return false
	}
	e := &s.entities[m.Entity]
	f := &s.mentions[e.full]
	return e.kind == news.Person && !e.unnamed && f.nameAt < f.last
}

// shorten cuts a mention that runs over the end of the source: the source is one of
// its modifiers.
func (s *Scene) shorten(m *Mention, last int) {
	if int(m.last) < last || int(m.first) >= last {
		return
	}
	s.changed(m)
	m.last, m.headAt = int32(last-1), int32(last-1)
	m.nameAt = min(m.nameAt, m.last)
	m.Span.End = int(s.toks[m.last].end)
	if t := s.toks[m.last]; t.capital() && m.Kind != NameMention && m.Kind != SurnameMention {
		m.Kind, m.nameAt, m.Entity = UnknownMention, m.last, -1
		at := s.mentionAt(int(m.first))
		s.linkWord(int32(at))
	}
}

// pronounAlone reports whether the pronoun is the whole source, or the head of one
// that goes on with a comma or a preposition ("he, too").
func (r *resolver) pronounAlone(p pronoun, first, last int) bool {
	if last-first == 1 {
		return true
	}
	if p.owner {
		return false
	}
	return r.toks[first+1].has(mark) || r.toks[first+1].is(isStop) || strings.HasSuffix(r.word(first+1), "self")
}

// trim takes marks and stray conjunctions off the ends of a source.
func (s *Scene) trim(first, last int) (int, int) {
	for first < last-1 && (s.toks[first].has(mark) || s.isLinking(first) || s.setOff(first)) {
		first++
	}
	for last-1 > first && s.toks[last-1].has(mark) && s.byteAt(last-1) != '%' {
		last--
	}
	return first, last
}

// setOff reports whether token k is an adverb that a comma parts from what follows: "Likewise,".
func (s *Scene) setOff(k int) bool {
	if k+1 >= len(s.toks) || s.byteAt(k+1) != ',' {
		return false
	}
	switch w := strings.ToLower(s.word(k)); w {
	case "likewise", "indeed", "still", "however", "moreover", "furthermore", "meanwhile", "instead", "rather", "nevertheless", "nonetheless", "besides", "also", "too", "then", "thus", "though":
		return true
	default:
		return strings.HasSuffix(w, "ly") && s.toks[k].flags&isForename == 0 && len(w) > 5
	}
}

// isLinking reports whether token k only joins a source to what stands before it.
func (s *Scene) isLinking(k int) bool {
	switch strings.ToLower(s.word(k)) {
	case "and", "but", "as", "by", "from", "with", "to", "in", "of", "for", "while", "according", "even":
		return true
	}
	return false
}

// headMention finds the mention that the phrase of tokens [first, last) is about: the
// first that stands neither as possessor nor behind a preposition; the name behind
// an office and a comma; -1 when there is none.
func (s *Scene) headMention(first, last int) int {
	at := sort.Search(len(s.mentions), func(k int) bool { return int(s.mentions[k].last) >= first })
	head := -1
	for k := at; k < len(s.mentions) && int(s.mentions[k].first) < last; k++ {
		m := &s.mentions[k]
		switch {
		case m.Kind == PronounMention && int(m.first) > first:
			return head
		case m.owns() && int(m.last) < last-1:
			continue
		case int(m.first) > first && s.within(first, int(m.first)):
			if head < 0 && m.Kind == NameMention && s.is(int(m.first)-1, "by") {
				return k // revelations by David Arakhamia
			}
			if head < 0 {
				return -1 // a number of the families
			}
			continue
		case head < 0 && m.Kind == DocumentMention && s.byAuthor(k) >= 0:
			return s.byAuthor(k)
		case head < 0:
			head = k
			if k+1 < len(s.mentions) && m.Kind == RoleMention && !m.definite && s.mentions[k+1].Kind == NameMention && s.mentions[k+1].first == m.last+1 && int(m.last)+1 < last {
				return k + 1 // a title in a headline: Billionaire Lena Kell
			}
			if m.Kind != RoleMention && !s.oneOf(k) && !s.besideNext(k, last) || m.Entity >= 0 && m.Kind == RoleMention {
				return head
			}
		case m.Kind == NameMention && s.beside(&s.mentions[head], m):
			return k
		case m.Kind == NameMention && (s.byteAt(int(m.first)-1) == ',' || s.rolesOfOne(int(s.mentions[head].first), int(m.first)-1)):
			return k
		default:
			return head
		}
	}
	if head < 0 && at < len(s.mentions) && int(s.mentions[at].first) < last {
		return s.bestInside(at, first, last)
	}
	return head
}

// besideNext reports whether the next mention, before token last, stands beside mention k.
func (s *Scene) besideNext(k, last int) bool {
	return k+1 < len(s.mentions) && int(s.mentions[k+1].last) < last && s.beside(&s.mentions[k], &s.mentions[k+1])
}

// beside reports whether the person's name n stands right behind that of the body m, for which he
// works: Harbour Watch | Lena Kell.
func (s *Scene) beside(m, n *Mention) bool {
	return m.Kind == OrganisationMention && n.first == m.last+1 && n.first == n.nameAt && s.toks[m.last].capital() && !m.owns() && !n.owns()
}

// oneOf reports whether mention k is "one", whom a name after an of-phrase and a comma
// may make known: "one of the women, Jana Petrik".
func (s *Scene) oneOf(k int) bool {
	m := &s.mentions[k]
	w := s.word(int(m.last))
	return m.Kind == GroupMention && (w == "one" || w == "One" || w == "another" || w == "Another")
}

// byAuthor is the person right behind a document and "by", or -1.
func (s *Scene) byAuthor(k int) int {
	if k+1 < len(s.mentions) && s.mentions[k+1].Kind <= RoleMention && s.mentions[k+1].first == s.mentions[k].last+2 && s.is(int(s.mentions[k].last)+1, "by") {
		return k + 1
	}
	return -1
}

// within reports whether a preposition stands before token k in a phrase that began
// at first, so that what begins at k is not its head.
func (s *Scene) within(first, k int) bool {
	return k-1 >= first && !s.toks[k-1].has(mark) && s.takesComplement(k-1) || k-1 > first && isPreposition(s.word(k-1))
}

// bestInside takes the only mention of a phrase all of whose mentions stand behind
// prepositions or as possessors when the phrase is not more than that.
func (s *Scene) bestInside(at, first, last int) int {
	m := &s.mentions[at]
	if int(m.first) <= first && int(m.last) >= last-1 {
		return at
	}
	return -1
}

// coordinated gives the end of a phrase that joins two sources by "and" or "or", 0 for
// one that does not.
func (s *Scene) coordinated(first, last int) int {
	for k := first + 1; k < last-1; k++ {
		t := s.toks[k]
		if t.lower() && t.flags == 0 && strings.HasSuffix(s.word(k), "ing") {
			return 0 // groups representing colleges and schools
		}
		if s.takesComplement(k) || t.is(isStop) && opensRelative(s.word(k)) || s.byteAt(k) == ',' && !s.listGoesOn(k, last) {
			return 0
		}
		if w := s.word(k); w != "and" && w != "or" {
			continue
		}
		if s.rolesOfOne(first, k) {
			return 0
		}
		if s.mentionEnding(k-1) && s.mentionFrom(k+1, last) {
			return s.phraseEnd(k+1, last, s.ownedFrom(s.mentionAt(k+1), last))
		}
		return 0
	}
	return 0
}

// ownedFrom is the mention, before token last, that belongs to the possessor at: the mayor of
// "Karsk's mayor"; at itself where it owns nothing.
func (s *Scene) ownedFrom(at, last int) int {
	for at >= 0 && s.mentions[at].owns() && at+1 < len(s.mentions) && s.mentions[at+1].first == s.mentions[at].last+1 && int(s.mentions[at+1].last) < last {
		at++
	}
	return at
}

// rolesOfOne reports whether the "and" at k joins two offices before one name: "candidate
// and former secretary Lena Kell". An article makes them two persons.
func (s *Scene) rolesOfOne(first, k int) bool {
	a, b := s.mentionAt(first), s.mentionAt(k+1)
	if a >= 0 && s.mentions[a].owns() && a+1 < len(s.mentions) && s.mentions[a+1].first == s.mentions[a].last+1 {
		a++ // the club's | founder and president Lena Kell
	}
	if a < 0 || b < 0 || s.mentions[a].Kind != RoleMention || s.mentions[b].Kind != NameMention || s.mentions[b].nameAt == s.mentions[b].first {
		return false
	}
	return !s.mentions[a].definite || s.toks[s.mentions[b].nameAt-1].lower() && !s.toks[s.mentions[b].first].is(isDeterminer)
}

func opensRelative(w string) bool {
	switch w {
	case "who", "which", "that", "whose", "whom", "where", "when":
		return true
	}
	return false
}

// listGoesOn reports whether "and" follows the comma at k with but one item between.
func (s *Scene) listGoesOn(k, last int) bool {
	if at := s.mentionAt(k + 1); at >= 0 && (s.mentions[at].Kind == RoleMention || s.mentions[at].possessive) {
		return false
	}
	for j := k + 1; j < last && j < k+7; j++ {
		if w := s.word(j); w == "and" || w == "or" {
			return s.mentionEnding(k - 1)
		}
		if s.takesComplement(j) || s.toks[j].is(isDeterminer) && s.toks[j].lower() && !s.hisOwn(j) {
			return false
		}
	}
	return false
}

// hisOwn reports whether token j is a pronoun that owns what follows: "Kell, his aides and others".
func (s *Scene) hisOwn(j int) bool {
	p, ok := pronounOf(s.word(j))
	return ok && p.owner
}

// mentionEnding reports whether a mention ends at token k.
func (s *Scene) mentionEnding(k int) bool {
	if s.byteAt(k) == ',' {
		k--
	}
	at := sort.Search(len(s.mentions), func(j int) bool { return int(s.mentions[j].last) >= k })
	return at < len(s.mentions) && int(s.mentions[at].first) <= k && int(s.mentions[at].last) == k
}

// mentionFrom reports whether a mention begins at token k or behind a determiner.
func (s *Scene) mentionFrom(k, last int) bool {
	at := sort.Search(len(s.mentions), func(j int) bool { return int(s.mentions[j].first) >= k })
	return at < len(s.mentions) && int(s.mentions[at].first) == k && k < last
}
