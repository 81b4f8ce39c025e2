package actor

import "parley/internal/news"

// linkWord joins one word of a name, "Lavrov" or "Mr Lavrov", to the actor it fits best.
func (s *Scene) linkWord(i int32) {
	m := &s.mentions[i]
	if m.last != m.nameAt {
		s.linkWords(i)
		return
	}
	if e := s.bearer(i); e >= 0 {
		m.Entity = e
		m.Kind = s.kindOfWord(e)
		s.entities[e].weak = false
		if s.entities[e].kind == news.Person {
			s.setGender(&s.entities[e], m) // Mrs. Kell
		}
		return
	}
	if s.isTitled(m) {
		m.Entity = droppedEntity
		return
	}
	s.linkAlone(i)
}

func (s *Scene) kindOfWord(e int) MentionKind {
	switch s.entities[e].kind {
	case news.Person:
		return SurnameMention
	case news.Organisation:
		return OrganisationMention
	}
	return UnknownMention
}

func (s *Scene) isTitled(m *Mention) bool { return s.inCapitals[m.sentence] }

// linkAlone makes an actor of a word that no full name of the report holds: one that
// the directory knows by surname, or an unknown.
func (s *Scene) linkAlone(i int32) {
	m := &s.mentions[i]
	kind := news.ActorKind("")
	if m.Kind == SurnameMention {
		kind = news.Person
	}
	if hit := s.bySurname(m); hit != nil {
		m.fromDirectory, m.Kind, kind = hit, SurnameMention, news.Person
	}
	if kind == "" || m.fromDirectory == nil {
		if e := s.similar(m); e >= 0 {
			m.Entity, m.Kind, m.similar = e, SurnameMention, true
			return
		}
	}
	e := s.newEntity(i, kind)
	s.setGender(&s.entities[e], m)
	s.index(e, m.nameAt, m.last)
	s.borne[s.key(m.nameAt)] = int32(e) + 1 // King Hassan goes on as Hassan
}

// linkWords joins an unknown run of several words to its like.
func (s *Scene) linkWords(i int32) {
	m := &s.mentions[i]
	for _, e := range s.names[s.key(m.last)] {
		if s.sameWords(m, &s.mentions[s.entities[e].full]) {
			m.Entity = int(e)
			return
		}
	}
	e := s.newEntity(i, "")
	s.index(e, m.nameAt, m.last)
}

func (s *Scene) sameWords(a, b *Mention) bool {
	if a.last-a.nameAt != b.last-b.nameAt {
		return false
	}
	for k := int32(0); k <= a.last-a.nameAt; k++ {
		if s.key(a.nameAt+k) != s.key(b.nameAt+k) {
			return false
		}
	}
	return true
}

// linkBody joins a state or body to its like: the same entry, or the same words.
func (s *Scene) linkBody(i int32) {
	m := &s.mentions[i]
	if k := m.fromDirectory; k != nil && m.Kind == StateMention || k != nil && k.Entry.Kind == news.Organisation && s.toks[m.last].capital() {
		if e := s.entityOf(k.Entry); e >= 0 {
			m.Entity = e
			return
		}
		e := s.newEntity(i, k.Entry.Kind)
		s.index(e, m.last, m.last)
		return
	}
	for _, e := range s.names[s.key(m.last)] {
		f := &s.mentions[s.entities[e].full]
		if f.Kind == OrganisationMention && !s.entities[e].dead && (s.sameWords(s.bare(m), s.bare(f)) || s.shortOf(m, f)) {
			m.Entity = int(e)
			return
		}
	}
	if e := s.spelledOut(i); e >= 0 {
		m.Entity = e
		return
	}
	if e := s.firstWordOf(m); e >= 0 {
		m.Entity = e
		return
	}
	if !s.toks[m.last].capital() || m.first == m.last && s.lex.short[s.key(m.last)] != 0 && s.sentenceCapital(int(m.last)) {
		return // the ministry, a headline's Newspaper: resolved when it speaks
	}
	e := s.newEntity(i, news.Organisation)
	if first := m.nameAt; first < m.last && s.closesCompany(m) {
		s.index(e, first, m.last)
		return
	}
	s.index(e, m.last, m.last)
}

// firstWordOf is the company whose name, of a first word and its legal form and the like, m
// repeats in part: HMS, of HMS International Inc.; Second Harbour, of Second Harbour Corp.; or -1.
func (s *Scene) firstWordOf(m *Mention) int {
	for _, e := range s.names[s.key(m.nameAt)] {
		ent := &s.entities[e]
		f := &s.mentions[ent.full]
		if ent.dead || f.Kind != OrganisationMention || f.first >= m.first || f.last-f.nameAt <= m.last-m.nameAt || !s.closesCompany(f) {
			continue
		}
		if s.beginsWith(f, m) {
			return int(e)
		}
	}
	return -1
}

// closesCompany reports whether the name f ends in a legal form or, with two words before, in
// what companies are: Harbour Savings Bank, Harbour Savings & Loan Association.
func (s *Scene) closesCompany(f *Mention) bool {
	if s.legalFrom(int(f.last), int(f.last)) {
		return true
	}
	if f.fromDirectory == nil && f.last > f.nameAt+3 && s.toks[f.last].is(isNamed) && s.joined(int(f.nameAt)+2, int(f.last)) {
		return true
	}
	return f.fromDirectory == nil && f.last > f.nameAt+1 && s.toks[f.last].capital() && s.lex.kinds[s.key(f.last)] == companies
}

// shortCompany makes a name that only looks like a person's the short form of a company named
// before, Sarpo Savings of Sarpo Savings Bank, and reports whether it did. A company may be
// named after a person, whom a title then tells.
func (s *Scene) shortCompany(i int32) bool {
	m := &s.mentions[i]
	if m.fromDirectory != nil || m.class != noClass || m.first < m.nameAt {
		return false
	}
	e := s.firstWordOf(m)
	if e < 0 || s.toks[m.nameAt].is(isForename) && s.titledAs(i) {
		return false
	}
	m.Kind, m.Entity, m.gender = OrganisationMention, e, 0
	return true
}

// mostAround is how many mentions before and behind are asked for a title: all but of a book.
const mostAround = 1000

// titledAs reports whether the report gives the last word of the name at to somebody with a title.
func (s *Scene) titledAs(at int32) bool {
	h := s.key(s.mentions[at].last)
	for i := max(int(at)-mostAround, 0); i < len(s.mentions) && i < int(at)+mostAround; i++ {
		if m := &s.mentions[i]; m.nameAt > m.first && m.Kind <= SurnameMention && s.key(m.last) == h {
			return true
		}
	}
	return false
}

// beginsWith reports whether the words of m are the first ones of f.
func (s *Scene) beginsWith(f, m *Mention) bool {
	for k := int32(0); k <= m.last-m.nameAt; k++ {
		if s.key(f.nameAt+k) != s.key(m.nameAt+k) {
			return false
		}
	}
	return true
}

// appositions joins a body's noun to the name beside it that commas set off: "Ardan Inc.,
// the software company,", "the biggest party, the Unionists,".
func (s *Scene) appositions() {
	for i := 1; i < len(s.mentions); i++ {
		a, b := &s.mentions[i-1], &s.mentions[i]
		if b.first != a.last+2 || s.byteAt(int(a.last)+1) != ',' || int(b.last)+1 < len(s.toks) && !s.toks[b.last+1].has(mark) || b.possessive {
			continue
		}
		if s.bodyNoun(b) && !s.bodyNoun(a) && a.Kind == OrganisationMention && a.Entity >= 0 {
			b.Entity = a.Entity
		} else if s.bodyNoun(a) && !s.bodyNoun(b) && (b.Kind == OrganisationMention || b.Kind == UnknownMention && (b.definite || s.apposedBody(a, b))) && b.Entity >= 0 {
			a.Entity = b.Entity
		} else {
			continue
		}
		s.entities[a.Entity].kind = news.Organisation
	}
}

// apposedBody reports whether the word b of unknown kind behind the noun a and a comma is the name of
// that body: "the state news agency, Vonhak,".
func (s *Scene) apposedBody(a, b *Mention) bool {
	return s.lex.short[s.key(a.headAt)] != 0 && a.Number != Plural && b.Entity >= 0 && s.entities[b.Entity].kind != news.Person && s.entities[b.Entity].gender == 0
}

// bodyNoun reports whether the mention is of a body by a noun only: "the software company".
func (s *Scene) bodyNoun(m *Mention) bool {
	return m.Kind == OrganisationMention && m.Entity < 0 && s.toks[m.last].lower()
}

// shortOf reports whether m, "the Forum", is the last word of the body's name f.
func (s *Scene) shortOf(m, f *Mention) bool {
	b := s.bare(m)
	return m.definite && b.nameAt == b.last && s.key(m.last) == s.key(f.last) && s.toks[m.last].capital() && f.last > f.nameAt && s.toks[f.last].capital()
}

// bare is the mention with its name beginning after its determiner.
func (s *Scene) bare(m *Mention) *Mention {
	b := *m
	if s.named(m) {
		return &b
	}
	b.nameAt = b.first
	for b.nameAt < b.last && s.toks[b.nameAt].is(isDeterminer) {
		b.nameAt++
	}
	return &b
}
