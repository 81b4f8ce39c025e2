package actor

import "parley/internal/news"

// inferPersons makes persons of unknown single words that "who" follows.
func (s *Scene) inferPersons() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Kind == UnknownMention && m.Entity >= 0 && s.entities[m.Entity].kind == "" && s.whoFollows(int(m.last)) {
			s.entities[m.Entity].kind = news.Person
		}
	}
}

// whoFollows reports whether "who", "whose" or an age stands behind token k and a comma.
func (s *Scene) whoFollows(k int) bool {
	if k+3 >= len(s.toks) || s.byteAt(k+1) != ',' {
		return false
	}
	w := s.word(k + 2)
	return w == "who" || w == "whose" || s.toks[k+2].has(number) && len(w) == 2 && s.byteAt(k+3) == ','
}

// inferGender settles the gender of persons that neither title nor forename shows by
// the pronouns that follow their mentions as subjects.
func (s *Scene) inferGender() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Entity >= 0 && s.entities[m.Entity].kind == "" && s.opens(m) {
			continue
		}
		if m.Entity < 0 || !m.subject && !s.whoFollows(int(m.last)) || s.entities[m.Entity].gender != 0 || s.entities[m.Entity].kind == news.Organisation {
			continue
		}
		if g := s.pronounAfter(i); g != 0 {
			s.entities[m.Entity].gender = g
		}
	}
}

// pronounAfter is the gender of the he or she that follows mention i in its sentence
// or opens the next, no other person in between.
func (s *Scene) pronounAfter(i int) gender {
	m := &s.mentions[i]
	for j := i + 1; j < len(s.mentions); j++ {
		o := &s.mentions[j]
		switch {
		case o.sentence > m.sentence+1:
			return 0
		case o.Kind == PronounMention && o.gender != 0:
			return o.gender
		case o.Kind == NameMention, o.Kind == SurnameMention && o.Entity != m.Entity, o.Kind == RoleMention && o.Entity != m.Entity:
			return 0
		case o.sentence > m.sentence && o.Kind != PronounMention:
			return 0
		}
	}
	return 0
}
