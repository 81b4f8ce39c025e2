package actor

import "parley/internal/news"

// bearer is the actor that one word of a name means, or -1. A surname goes before a
// forename; among several persons of one surname title and honorific decide, then
// who was named in full last, and who is named most.
func (s *Scene) bearer(i int32) int {
	m := &s.mentions[i]
	best, bestScore := -1, 0.0
	h := s.key(m.nameAt)
	for _, e := range s.names[h] {
		score := s.bears(m, &s.entities[e])
		if score > 0 && s.borne[h] == e+1 && !s.namedSince(h, e, m) {
			score += bornBefore
		}
		if score > bestScore {
			best, bestScore = int(e), score
		}
	}
	if best >= 0 {
		s.borne[h] = int32(best) + 1
		s.entities[best].bare++
	}
	return best
}

// bornBefore is what it counts that the word meant the actor where the report had it last, and
// perBare for each time, at most mostBare, that it meant him at all.
const (
	bornBefore = 0.8
	perBare    = 0.3
	mostBare   = 5
)

// namedSince reports whether another bearer of the word was named in full in the two
// sentences before m.
func (s *Scene) namedSince(word uint64, e int32, m *Mention) bool {
	for _, o := range s.names[word] {
		if f := &s.mentions[s.entities[o].full]; o != e && !s.entities[o].dead && f.first < m.first && m.sentence-f.sentence <= 1 {
			return true
		}
	}
	return false
}

// bears scores how well the word m fits the actor's name; 0 is not at all.
func (s *Scene) bears(m *Mention, e *entity) float64 {
	if e.dead || s.reigns(m) && e.names > 0 && s.word(int(m.nameAt)-1) != s.titleOf(e) {
		return 0
	}
	f := &s.mentions[e.full]
	score := s.wordInName(m, e, f)
	if score == 0 {
		return 0
	}
	if m.Kind == SurnameMention || e.kind == news.Person {
		g := s.honorificGender(m)
		if !g.agrees(e.gender) {
			return 0
		}
		if g != 0 && g == e.gender {
			score += 2
		}
		if m.class != noClass && s.hasClass(e, m.class) {
			score += 3
		}
	}
	return score + s.nearFull(m, e) + min(float64(e.names), 6)*0.3 + min(float64(e.bare), mostBare)*perBare
}

// reigns reports whether the single name m stands behind the title of one who reigns and
// is known by it: King Hassan is not Adil Hassan.
func (s *Scene) reigns(m *Mention) bool {
	if m.nameAt == m.first || m.nameAt != m.last {
		return false
	}
	switch s.word(int(m.nameAt) - 1) {
	case "King", "Queen", "Pope", "Emperor", "Sultan", "Emir":
		return true
	}
	return false
}

// titleOf is the word right before the actor's fullest name; "" when none is its title.
func (s *Scene) titleOf(e *entity) string {
	f := &s.mentions[e.full]
	if f.nameAt == f.first {
		return ""
	}
	return s.word(int(f.nameAt) - 1)
}

// wordInName scores the place of the word in the name: last, first, or between.
func (s *Scene) wordInName(m *Mention, e *entity, f *Mention) float64 {
	h := s.key(m.nameAt)
	last := s.lastNameWord(f)
	switch {
	case s.key(last) == h:
		return 10
	case e.kind == news.Organisation && s.key(f.nameAt) == h && f.nameAt < f.last && s.legalFrom(int(f.nameAt)+1, int(f.last)):
		return 8 // Ardan, of Ardan Inc.
	case e.kind == news.Organisation && s.key(f.nameAt) == h && f.nameAt < f.last && s.toks[f.nameAt].flags == 0 && s.closesCompany(f):
		return 7 // Ardan, of Ardan Computer Corp.
	case e.kind != news.Person:
		return 0
	case s.key(f.nameAt) == h && !s.toks[f.nameAt].is(isForename) && !e.weak:
		return 8 // family name first: Xi
	case s.key(f.nameAt) == h && !s.toks[f.nameAt].is(isForename):
		return 6 // or a company's, which Ardan Motors is rather than Ardan
	case s.key(f.nameAt) == h:
		return 4
	case m.Kind == SurnameMention || !s.toks[m.nameAt].is(isForename):
		return 2
	}
	return 0
}

// legalFrom reports whether tokens [k, last] only tell a company's legal form.
func (s *Scene) legalFrom(k, last int) bool {
	for ; k <= last; k++ {
		if !isLegalForm(s.word(k)) && !s.toks[k].has(mark) {
			return false
		}
	}
	return true
}

func (s *Scene) honorificGender(m *Mention) gender {
	for k := m.first; k < m.nameAt; k++ {
		if g := s.toks[k].gender; g != 0 && s.toks[k].is(isHonorific|isPerson) {
			return g
		}
	}
	return 0
}

// hasClass reports whether the actor's full name carries a title of the class, or the
// directory has given him such an office at any time: President Bush is not the governor.
func (s *Scene) hasClass(e *entity, c class) bool {
	if s.mentions[e.full].class == c {
		return true
	}
	if e.actor == nil || c == rank || c == otherClass {
		return false
	}
	for i := range e.actor.Roles {
		if s.officeClass(s.dir.Office(e.actor.Roles[i])) == c {
			return true
		}
	}
	return false
}

// nearFull is 2 for an actor named in full in this sentence or the one before, less farther off.
func (s *Scene) nearFull(m *Mention, e *entity) float64 {
	f := &s.mentions[e.full]
	if f.first > m.first {
		return 0
	}
	if d := m.sentence - f.sentence; d <= 1 {
		return 1.5
	}
	return 0.5
}

// nearSimilar is the most sentences between a name and its like in another spelling.
const nearSimilar = 3

// similar finds the person named in full just before whose surname the word m is in
// another spelling or ending: Hornova for Horn, Milly for Milley; or -1. Never two.
func (s *Scene) similar(m *Mention) int {
	if m.Number == Plural || s.toks[m.nameAt].has(allCaps) || s.reigns(m) {
		return -1
	}
	found := -1
	w := s.word(int(m.nameAt))
	for e := range s.entities {
		ent := &s.entities[e]
		f := &s.mentions[ent.full]
		if ent.kind != news.Person || ent.names == 0 || f.first > m.first || m.sentence-f.sentence > nearSimilar {
			continue
		}
		if !alike(w, s.word(int(s.lastNameWord(f)))) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// alike reports whether two surnames may be one: the first four letters and all but an
// ending of at most three in common (Horn, Hornova), or one letter of five or more
// added, left out or changed, or two exchanged.
func alike(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	switch {
	case n == len(a):
		return n >= 4 && len(b)-n <= 3 || n == 3 && len(b) == 4
	case len(b) < 5 || n == 0:
		return false
	case len(a) == len(b):
		return a[n+1:] == b[n+1:] || n+1 < len(a) && a[n] == b[n+1] && a[n+1] == b[n] && a[n+2:] == b[n+2:]
	}
	return len(b) == len(a)+1 && a[n:] == b[n+1:]
}
