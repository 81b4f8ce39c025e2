package actor

import (
	"strings"

	"parley/internal/news"
)

// mostInitials is the most letters of initials that stand for a name.
const mostInitials = 7

// spelledOut is the body whose name, printed before, the capitals of mention i are the
// initials of: the OAU for the Organisation of African Unity; or -1.
func (s *Scene) spelledOut(i int32) int {
	m := &s.mentions[i]
	letters := strings.ReplaceAll(s.word(int(m.last)), ".", "")
	if m.nameAt != m.last || !s.toks[m.last].has(allCaps) || len(letters) < 2 || len(letters) > mostInitials {
		return -1
	}
	if e := s.explained(i); e >= 0 {
		return e
	}
	for e := range s.entities {
		ent := &s.entities[e]
		f := &s.mentions[ent.full]
		if ent.dead || ent.kind != news.Organisation && ent.kind != "" && !s.maybeBody(ent, letters) || f.last >= m.first || !s.toks[f.last].capital() {
			continue
		}
		end := s.withEnd(s.nameEnd(int(f.last) + 1))
		first := s.initialsBefore(end, letters) // HMAC, of the Harbour Motors Acceptance Corp.
		for first < 0 && end-1 > int(f.nameAt) && s.legalFrom(end-1, end-1) {
			end--
			first = s.initialsBefore(end, letters)
		}
		if first >= 0 && first < end {
			full := oneLine(s.text[s.toks[first].start:s.toks[end-1].end])
			if len(full) > len(s.nameOf(ent)) { // Securities and | Exchange Commission
				ent.phrase = full
			}
			ent.kind = news.Organisation
			return e
		}
	}
	return -1
}

// maybeBody reports whether the entity, taken for a person by its capitals alone, may be a body of
// as many words as there are letters, three at least: Karsk Orchid Lovers.
func (s *Scene) maybeBody(e *entity, letters string) bool {
	f := &s.mentions[e.full]
	return e.kind == news.Person && e.actor == nil && e.gender == 0 && f.Kind == NameMention && f.first == f.nameAt &&
		len(letters) > 2 && int(f.last-f.nameAt)+1 == len(letters) && !s.toks[f.nameAt].is(isForename)
}

// withEnd extends a body's name that ends before token k over a phrase of capitals with a
// preposition by which nameEnd ends: Foundation for Children | with Lume.
func (s *Scene) withEnd(k int) int {
	if k+1 >= len(s.toks) || !s.toks[k-1].capital() || !s.is(k, "with") && !s.is(k, "against") {
		return k
	}
	end := k + 1
	for end < len(s.toks) && s.toks[end].capital() && s.adjoins(end) {
		end++
	}
	if end == k+1 {
		return k
	}
	return end
}

// initialsBefore is the token at which the capitalised words begin that end before token
// end and have the letters as initials, small words aside; -1 when there are none. A
// name has to be of two words at least and not to go on before them.
func (s *Scene) initialsBefore(end int, letters string) int {
	k := end
	for i := len(letters) - 1; i >= 0; i-- {
		k--
		for k > 0 && i < len(letters)-1 && s.toks[k].lower() && s.joinsNamed(k) {
			k--
		}
		if k < 0 || !s.toks[k].capital() || s.byteAt(k) != letters[i] || s.toks[k].has(allCaps) && (i == 0 || s.word(k) == letters) {
			return -1
		}
	}
	if k > 0 && s.toks[k-1].capital() && s.adjoins(k) && !s.toks[k-1].is(isDeterminer) && !s.ofState(k-1) {
		return -1
	}
	return k
}

// ofState reports whether the word at k says of which state the body named behind it is: the
// Valdorian | Ministry of Harbour Affairs, Valdoria's | Harbour Council.
func (s *Scene) ofState(k int) bool {
	hit, n := s.knownAt(k, k+1)
	return n > 0 && hit.Entry.Kind == news.State && (hit.How == HowAdjective || s.toks[k].possessive())
}

// explained is the body right behind whose name the capitals of mention i stand in brackets, whatever
// they are short for, or that they stood so for before: Frente Roja del Lume (RFL); or -1.
func (s *Scene) explained(i int32) int {
	m := &s.mentions[i]
	h := s.key(m.last)
	if e := s.aliases[h]; e > 0 {
		return int(e) - 1
	}
	if k := int(m.last) + 1; m.first < 2 || s.byteAt(int(m.first)-1) != '(' || k >= len(s.toks) || s.byteAt(k) != ')' {
		return -1
	}
	found := -1
	for j := i - 1; j >= 0 && s.mentions[j].sentence == m.sentence; j-- {
		o := &s.mentions[j]
		if o.Kind != OrganisationMention && o.Kind != UnknownMention || o.Entity < 0 || !s.toks[o.last].capital() || s.nameEnd(int(o.last)+1) != int(m.first)-1 {
			break
		}
		if int(m.first)-1-s.properStart(o) > 1 {
			found = o.Entity
		}
	}
	if found >= 0 {
		s.entities[found].kind = news.Organisation
		s.aliases[h] = int32(found) + 1
	}
	return found
}

// joinsNamed reports whether token k is one of the small words inside names of bodies.
func (s *Scene) joinsNamed(k int) bool {
	switch s.word(k) {
	case "of", "and", "for", "the", "in", "on", "to", "with", "against":
		return true
	}
	return false
}
