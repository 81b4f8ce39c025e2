package actor

import (
	"slices"
	"strings"

	"parley/internal/news"
	"parley/internal/token"
)

// Scene is a report with its mentions found and joined into actors. It belongs to
// the goroutine that made it.
type Scene struct {
	dir        *Directory
	doc        *token.Doc
	text       string
	day        news.Day
	lex        *words
	toks       []tok
	mentions   []Mention
	entities   []entity
	names      map[uint64][]int32 // by a folded word of a name: entities
	borne      map[uint64]int32   // by a folded word of a name: the entity that it meant last, plus one
	aliases    map[uint64]int32   // by folded initials that the report explains: the entity that they mean, plus one
	byEntry    map[*Entry]int32   // by entry of the directory: the first entity that is it
	sides      map[*Entry]bool    // states and bodies that the report names; nil until asked for
	sentence   int32              // being scanned
	titled     bool               // the sentence has a headline's capitals
	inCapitals []bool             // by sentence: whether it has
}

// Scan finds the mentions of doc and joins those that name one actor. The day of
// publication decides who held an office.
func (d *Directory) Scan(doc *token.Doc) *Scene {
	s := new(Scene)
	s.read(d, doc)
	return s
}

// read makes s the scene of doc. What lists and maps it had from another report it
// uses again.
func (s *Scene) read(d *Directory, doc *token.Doc) {
	*s = Scene{
		dir: d, doc: doc, text: doc.Report.Text, day: doc.Report.Published, lex: lexicon(),
		toks: s.toks, mentions: s.mentions[:0], entities: s.entities[:0], names: s.names, borne: s.borne, aliases: s.aliases, byEntry: s.byEntry, inCapitals: s.inCapitals[:0],
	}
	if s.names == nil {
		s.names, s.borne, s.byEntry = make(map[uint64][]int32, 64), make(map[uint64]int32), make(map[*Entry]int32, 16)
		s.aliases = make(map[uint64]int32)
	}
	s.toks = cut(s.toks, doc, s.lex)
	s.mentions = slices.Grow(s.mentions, len(doc.Tokens)/6+8)
	s.findMentions()
	s.link()
	s.publish()
}

// forget lets go of the report, and keeps the room for another.
func (s *Scene) forget() {
	clear(s.mentions)
	clear(s.entities)
	clear(s.names)
	clear(s.borne)
	clear(s.aliases)
	clear(s.byEntry)
	s.doc, s.text, s.sides = nil, "", nil
}

// publish fills what mentions tell to others.
func (s *Scene) publish() {
	for i := range s.mentions {
		m := &s.mentions[i]
		head := m.nameAt
		if m.Kind > SurnameMention && m.Kind < StateMention || m.fromDirectory == nil && s.toks[m.headAt].lower() {
			head = m.headAt
		}
		m.head, m.shown = s.toks[head].start, m.gender
		if m.Entity >= 0 {
			m.shown, m.actor = s.entities[m.Entity].gender, s.entities[m.Entity].actor
		}
	}
}

// Mentions gives the phrases that may name a source, in order of their first byte
// and without overlaps.
func (s *Scene) Mentions() []Mention { return s.mentions }

// findMentions scans sentence by sentence.
func (s *Scene) findMentions() {
	s.nameStops()
	s.ages()
	for i := range s.doc.Sentences {
		sent := &s.doc.Sentences[i]
		s.sentence = int32(i)
		s.asks(sent.First, sent.Last)
		s.titled = s.hasHeadlineCapitals(sent.First, sent.Last)
		s.inCapitals = append(s.inCapitals, s.titled)
		s.scan(sent.First, sent.Last)
	}
}

// asks takes an auxiliary that opens the question [first, last) for none of a name's
// words: Will Kell resign?
func (s *Scene) asks(first, last int) {
	for last > first && s.toks[last-1].has(mark) && s.byteAt(last-1) != '?' {
		last--
	}
	if last-first > 3 && s.byteAt(last-1) == '?' && (s.is(first, "Will") || s.is(first, "May")) {
		s.toks[first].know(word{flags: isStop})
	}
}

// hasHeadlineCapitals reports whether nearly all words of [first, last) that are no
// particles begin with a capital, so that a capital tells nothing.
func (s *Scene) hasHeadlineCapitals(first, last int) bool {
	caps, all := 0, 0
	for _, t := range s.toks[first:last] {
		if t.has(mark|number) || t.lower() && s.smallInHeadlines(t) {
			continue
		}
		all++
		if t.capital() {
			caps++
		}
	}
	return all >= 4 && (all-caps)*15 < all
}

// smallInHeadlines reports whether a headline in capitals writes the word small.
func (s *Scene) smallInHeadlines(t tok) bool {
	if t.is(isDeterminer | isParticle) {
		return true
	}
	w := t.In(s.text)
	switch w {
	case "and", "but", "or", "nor", "as", "if", "vs", "up", "out", "is", "are", "be", "it", "that":
		return true
	}
	return isPreposition(w)
}

// scan finds the mentions of tokens [i, last).
func (s *Scene) scan(i, last int) {
	for i < last {
		t := s.toks[i]
		switch {
		case t.has(mark):
			i++
		case s.pronounAt(i):
			i++
			if i < last && s.toks[i].lower() && s.toks[i].is(isPlural) && !s.toks[i].is(isPeople) && isSubjectPronoun(s.word(i-1)) {
				i++ // she trusts, it reports
			}
		case t.is(isStop) && !s.namedStop(i, last), s.opensWithPreposition(i), s.verbBehindModal(i):
			i++
		default:
			i = max(s.phrase(i, last), i+1)
		}
	}
}

// verbBehindModal reports whether the word at i that the lexicon does not know stands behind an
// auxiliary and is a verb: "will allow | lawmakers".
func (s *Scene) verbBehindModal(i int) bool {
	if t := s.toks[i]; i == 0 || !t.lower() || t.flags != 0 {
		return false
	}
	switch s.word(i - 1) {
	case "will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot", "not":
		return true
	}
	return false
}

// opensWithPreposition reports whether token i is a preposition that opens a sentence and
// that the lexicon has for no stop word, as it may stand before nouns: "Outside", "Inside".
func (s *Scene) opensWithPreposition(i int) bool {
	if !s.toks[i].capital() || s.inside(i) {
		return false
	}
	switch s.word(i) {
	case "Outside", "Inside", "Absent", "Aboard", "Past":
		return i+1 >= len(s.toks) || !s.toks[i+1].lower() || !s.toks[i+1].is(isPeople|isPlural) // Outside experts
	}
	return false
}

// namedStop reports whether the stop word at i is part of a name after all: "Will
// Smith", "Theresa May", "United States". Only a capital inside a sentence tells.
func (s *Scene) namedStop(i, last int) bool {
	t := s.toks[i]
	if !t.capital() {
		return t.is(isParticle) && (s.beginsName(i+1, last) || i+1 < last && s.toks[i+1].is(isParticle) && s.beginsName(i+2, last))
	}
	if t.is(isCalendar) {
		if i+1 < last && i > 0 && s.toks[i-1].is(isDeterminer|isWhat) && s.adjoins(i+1) && s.toks[i+1].capital() && s.lex.kinds[s.key(int32(i+1))]&press != 0 {
			return true // the Sunday Harbour-Telegraph
		}
		return i > 0 && s.toks[i-1].is(isForename|isHonorific) && s.toks[i-1].capital() && s.adjoins(i) || s.monthsName(i, last)
	}
	if t.is(isForename|isParticle) && i+1 < last && s.adjoins(i+1) && s.toks[i+1].capital() && !s.toks[i+1].is(isStop) {
		return true
	}
	return !s.titled && s.inside(i) && len(t.In(s.text)) > 1
}

// monthsName reports whether the month at i is a forename before a surname that a comma or a verb
// follows, "April Mellody, a spokeswoman", and no day of what follows: in April Mellody said.
func (s *Scene) monthsName(i, last int) bool {
	if !s.toks[i].is(isForename) || i+1 >= last || !s.adjoins(i+1) || !s.toks[i+1].capital() || s.toks[i+1].flags != 0 {
		return false
	}
	if i+2 < last && s.toks[i+2].capital() && s.adjoins(i+2) {
		return false
	}
	if i > 0 {
		switch s.word(i - 1) {
		case "early", "late", "mid", "last", "next", "until", "since":
			return false
		}
	}
	return i == 0 || s.toks[i-1].has(mark) || s.doc.Sentences[s.sentence].First == i || s.toks[i-1].lower() && !isPreposition(s.word(i-1)) && !s.toks[i-1].is(isDeterminer|isStop)
}

// beginsName reports whether token i is a capitalised word that is no stop word.
func (s *Scene) beginsName(i, last int) bool {
	return i < last && s.toks[i].capital() && !s.toks[i].is(isStop)
}

// inside reports whether token i stands inside its sentence or quotation, so that
// its capital is its own.
func (s *Scene) inside(i int) bool {
	if i == 0 || i == s.doc.Sentences[s.sentence].First {
		return false
	}
	p := s.toks[i-1]
	return !p.has(mark) || s.byteAt(i-1) == ',' || s.byteAt(i-1) == '-'
}

// adjoins reports whether token i follows the one before it with nothing but space
// between, so that both may stand in one phrase.
func (s *Scene) adjoins(i int) bool {
	return !s.toks[i].has(mark) && !s.toks[i-1].has(mark)
}

// byteAt is the first byte of token i.
func (s *Scene) byteAt(i int) byte { return s.text[s.toks[i].start] }

// word is the text of token i without its possessive ending.
func (s *Scene) word(i int) string { return s.toks[i].In(s.text) }

// add appends a mention over tokens [first, last], its name beginning at name.
func (s *Scene) add(m Mention, first, name, last int) {
	m.first, m.last, m.nameAt, m.headAt = int32(first), int32(last), int32(name), max(m.headAt, int32(name))
	m.sentence = s.sentence
	m.Entity = -1
	m.Span = news.Span{Start: int(s.toks[first].start), End: int(s.toks[last].end)}
	m.possessive = s.toks[last].possessive()
	m.quoted = s.doc.Tokens[first].Quote >= 0
	s.place(&m)
	if n := len(s.mentions); n > 0 && s.mentions[n-1].owns() && s.mentions[n-1].last == m.first-1 && s.mentions[n-1].sentence == m.sentence {
		m.subject, m.oblique = s.mentions[n-1].subject, s.mentions[n-1].oblique
	}
	s.mentions = append(s.mentions, m)
}

// place tells what part the mention plays in its clause, from the words before it.
func (s *Scene) place(m *Mention) {
	i := int(m.first) - 1
	start := s.doc.Sentences[m.sentence].First
	if i >= start && isCopula(s.word(i)) {
		m.predicate = m.Kind == RoleMention || m.Kind == GroupMention
		return
	}
	if i >= start && !s.toks[i].has(mark) && isPreposition(s.word(i)) {
		m.oblique = true
		return
	}
	if i > start && s.toks[i].is(isCalendar) && isPreposition(strings.ToLower(s.word(i-1))) {
		i -= 2 // On Thursday | the council said
	}
	for ; i >= start; i-- {
		t := s.toks[i]
		if t.has(mark) {
			if s.doc.Tokens[i].Kind == token.Mark || s.byteAt(i) == ',' || s.byteAt(i) == ':' || s.byteAt(i) == ';' {
				break
			}
			continue
		}
		if !t.is(isStop) || !opensClause(s.word(i)) {
			return
		}
		break
	}
	m.subject = true
}
