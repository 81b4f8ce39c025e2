package actor

import "parley/internal/news"

// linkName joins a full name to the actor that bears it already, or makes one.
func (s *Scene) linkName(i int32) {
	m := &s.mentions[i]
	last := s.lastNameWord(m)
	for _, e := range s.names[s.key(last)] {
		if s.sameName(m, &s.entities[e]) {
			m.Entity = int(e)
			s.join(int(e), i)
			return
		}
	}
	e := s.newEntity(i, news.Person)
	s.setGender(&s.entities[e], m)
	s.entities[e].weak = s.looksOnly(m)
	s.index(e, m.nameAt, m.last)
}

// completeNames lets a name of two words in a headline's capitals, where no more are taken, have
// the words behind it that a name elsewhere in the report has: Kim Kyu | Tesk.
func (s *Scene) completeNames() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Kind != NameMention || m.last != m.nameAt+1 || m.Entity < 0 || !s.goesOnInCapitals(m) {
			continue
		}
		if e := s.longerName(m); e >= 0 {
			s.complete(i, e)
		}
	}
}

// goesOnInCapitals reports whether another capital follows the name, in a headline.
func (s *Scene) goesOnInCapitals(m *Mention) bool {
	k := int(m.last) + 1
	return k < len(s.toks) && s.toks[k].capital() && s.adjoins(k) && !m.possessive && s.isTitled(m)
}

// longerName is the person of the report whose full name the name m and the words behind it
// are, or -1.
func (s *Scene) longerName(m *Mention) int {
	for _, e := range s.names[s.key(m.nameAt)] {
		ent := &s.entities[e]
		f := &s.mentions[ent.full]
		n := f.last - f.nameAt
		if int(e) == m.Entity || ent.kind != news.Person || n <= 1 || int(m.nameAt+n) >= len(s.toks) {
			continue
		}
		whole := Mention{nameAt: m.nameAt, last: m.nameAt + n}
		if s.sameWords(&whole, f) {
			return int(e)
		}
	}
	return -1
}

// complete makes mention i one of the person e by the whole of its name.
func (s *Scene) complete(i, e int) {
	m, f := &s.mentions[i], &s.mentions[s.entities[e].full]
	if old := &s.entities[m.Entity]; old.names == 1 {
		old.dead = true
	}
	m.Entity, m.last = e, m.nameAt+f.last-f.nameAt
	m.headAt, m.Span.End = m.last, int(s.toks[m.last].end)
	m.possessive = s.toks[m.last].possessive()
	s.entities[e].names++
	for j := i + 1; j < len(s.mentions) && s.mentions[j].first <= m.last; j++ {
		s.mentions[j].Entity = droppedEntity
	}
}

// looksOnly reports whether nothing but its look makes the name m a person's.
func (s *Scene) looksOnly(m *Mention) bool {
	return m.fromDirectory == nil && m.class == noClass && m.gender == 0 && !s.toks[m.nameAt].is(isForename) && !s.hasInitial(int(m.nameAt), int(m.last)+1)
}

// join takes what mention i, a full name, adds to its actor.
func (s *Scene) join(at int, i int32) {
	e, m := &s.entities[at], &s.mentions[i]
	e.names++
	e.weak = e.weak && s.looksOnly(m)
	if e.actor == nil && m.fromDirectory != nil && m.fromDirectory.Entry.Kind == news.Person {
		s.setActor(at, m.fromDirectory.Entry)
	}
	if f := &s.mentions[e.full]; m.last-m.nameAt > f.last-f.nameAt {
		s.index(m.Entity, m.nameAt, m.last)
		e.full = i
	}
	s.setGender(e, m)
}

func (s *Scene) setGender(e *entity, m *Mention) {
	for k := m.first; k < m.nameAt; k++ {
		if g := s.toks[k].gender; g != 0 && s.toks[k].is(isHonorific|isPerson) {
			e.said = g
		}
	}
	if e.said != 0 {
		e.gender = e.said
	} else if e.gender == 0 {
		e.gender = m.gender
	}
}

// lastNameWord is the token of a name's last word, before Jr. and the like.
func (s *Scene) lastNameWord(m *Mention) int32 {
	k := m.last
	for k > m.nameAt && (isSuffix(s.word(int(k))) || s.toks[k].has(mark)) {
		k--
	}
	return k
}

// particled reports whether the name m begins with a particle: von der Lohe, bin Jamal.
func (s *Scene) particled(m *Mention) bool {
	return m.last > m.nameAt && s.toks[m.nameAt].is(isParticle) && !s.toks[m.nameAt].is(isForename)
}

// shrink cuts a run of capitals that ends in a name of the report down to it: "Year
// Barack Obama", and "Then Brafman" at the start of a sentence.
func (s *Scene) shrink(i int32) {
	m := &s.mentions[i]
	last := s.lastNameWord(m)
	for _, e := range s.names[s.key(last)] {
		f := &s.mentions[s.entities[e].full]
		if s.entities[e].kind != news.Person || f == m {
			continue
		}
		n := f.last - f.nameAt
		if fl := s.lastNameWord(f); f.last == fl && n >= 1 && m.last-m.nameAt > n && s.endsIn(m, f) {
			m.nameAt, m.Kind, m.Entity = m.last-n, NameMention, int(e)
			s.entities[e].names++
			return
		}
	}
	if m.last != m.nameAt+1 || !s.opens(m) || s.toks[m.nameAt].is(isForename|isParticle) {
		return
	}
	if s.toks[m.nameAt].flags != 0 || verbal(s.word(int(m.nameAt))) && s.bornByOther(m) {
		if m.Entity >= 0 {
			s.entities[m.Entity].dead = true
		}
		m.nameAt, m.Kind, m.Entity = m.last, UnknownMention, -1
	}
}

// bornByOther reports whether another full name of the report ends in m's last word, or the name
// of a company begins with it: Urging | Ardan, of Ardan Mining Corp.
func (s *Scene) bornByOther(m *Mention) bool {
	for _, e := range s.names[s.key(m.last)] {
		ent := &s.entities[e]
		if int(e) == m.Entity || ent.dead {
			continue
		}
		if f := &s.mentions[ent.full]; ent.kind == news.Person && ent.names > 0 || ent.kind == news.Organisation && s.key(f.nameAt) == s.key(m.last) && s.closesCompany(f) {
			return true
		}
	}
	return false
}

// opens reports whether the name opens its sentence, so that its first capital tells nothing.
func (s *Scene) opens(m *Mention) bool {
	return int(m.nameAt) == s.doc.Sentences[m.sentence].First
}

// endsIn reports whether the words of m end in the name of f.
func (s *Scene) endsIn(m, f *Mention) bool {
	if f.last-f.nameAt > m.last-m.nameAt {
		return false
	}
	for k := int32(0); k <= f.last-f.nameAt; k++ {
		if s.key(m.last-k) != s.key(f.last-k) {
			return false
		}
	}
	return true
}

// sameName reports whether the full name m can be another form of e's: the same
// entry of the directory, or the same surname with a forename, an initial or a
// suffix that does not differ.
func (s *Scene) sameName(m *Mention, e *entity) bool {
	if e.kind != news.Person {
		return false
	}
	f := &s.mentions[e.full]
	if m.fromDirectory != nil && e.actor != nil && m.fromDirectory.Entry.Kind == news.Person {
		return m.fromDirectory.Entry == e.actor
	}
	ml, fl := s.lastNameWord(m), s.lastNameWord(f)
	if s.key(ml) != s.key(fl) || (ml == m.last) != (fl == f.last) && s.byteAt(int(m.last)) != 'S' && s.byteAt(int(f.last)) != 'S' {
		return false
	}
	if f.nameAt == fl || m.nameAt == ml || s.endsIn(m, f) || s.endsIn(f, m) {
		return true
	}
	return s.sameForename(m.nameAt, f.nameAt)
}

func (s *Scene) sameForename(a, b int32) bool {
	if s.key(a) == s.key(b) {
		return true
	}
	x, y := s.word(int(a)), s.word(int(b))
	if s.toks[a].has(initial) || s.toks[b].has(initial) {
		return x[0] == y[0]
	}
	short, long := x, y
	if len(x) > len(y) {
		short, long = y, x
	}
	return len(short) >= 3 && len(long) > len(short) && long[:len(short)] == short // Ben, Benjamin
}
