package actor

import (
	"strings"

	"parley/internal/news"
)

// gatherRoles notes the offices that the report gives its persons: in the title
// before the name, in an apposition after it or before it.
func (s *Scene) gatherRoles() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Entity < 0 || m.Kind != NameMention && m.Kind != SurnameMention {
			continue
		}
		e := &s.entities[m.Entity]
		if i > 0 && s.mentions[i-1].Kind == StateMention && s.mentions[i-1].owns() && s.mentions[i-1].last == m.first-1 && s.mentions[i-1].fromDirectory != nil && e.kind == news.Person {
			e.of, e.weak = s.mentions[i-1].fromDirectory.Entry, false
		}
		s.titleRole(e, m)
		s.roleAfter(e, i)
		s.roleBefore(e, i)
		s.roleSaid(e, i)
	}
}

// roleSaid notes the office that a sentence gives the person: "Lena Kell is the council's
// leader". "Was" may be long ago.
func (s *Scene) roleSaid(e *entity, i int) {
	m := &s.mentions[i]
	if m.owns() || m.quoted {
		return
	}
	for j := i + 1; j < len(s.mentions) && j <= i+2; j++ {
		r := &s.mentions[j]
		if r.Kind == RoleMention && r.predicate && r.first <= m.last+3 {
			switch w := s.word(int(r.first) - 1); {
			case r.first == m.last+3 && w == "become", r.first == m.last+2 && (w == "is" || w == "becomes" || w == "became"):
				s.noteRole(e, roleWords{first: s.afterDeterminer(r.first), head: r.headAt, last: s.complementEnd(r.last + 1), class: r.class})
			}
			return
		}
	}
}

// identify finds by a similar name with the same office whom the directory knows in
// another spelling: "the chief negotiator, Jonas Ret" for Jonas Reth.
func (s *Scene) identify() {
	for i := range s.entities {
		e := &s.entities[i]
		if e.actor != nil || e.kind != news.Person || e.names == 0 {
			continue
		}
		if h := s.similarHolder(e); h != nil {
			s.setActor(i, h)
			e.similar = s.word(int(s.lastNameWord(&s.mentions[e.full]))) != h.Name[strings.LastIndexByte(h.Name, ' ')+1:]
			if e.gender == 0 {
				e.gender = genderOf(h.Gender)
			}
		}
	}
}

// similarHolder is the holder, on the report's day, of an office that the report gives
// the person, if forename and surname are alike.
func (s *Scene) similarHolder(e *entity) *Entry {
	f := &s.mentions[e.full]
	first, last := s.word(int(f.nameAt)), s.word(int(s.lastNameWord(f)))
	for i := range e.roles {
		_, offices := s.dir.OfficeAt(s.text, int(s.toks[e.roles[i].first].start))
		for _, o := range offices {
			if o.Former {
				continue
			}
			for _, h := range s.dir.Holders(o.Name, o.Of, s.day) {
				given, _, _ := strings.Cut(h.Name, " ")
				if j := strings.LastIndexByte(h.Name, ' '); j > 0 && alike(last, h.Name[j+1:]) && (given == first || o.Of != "" && given[0] == first[0]) {
					return h
				}
			}
		}
	}
	return nil
}

// titleRole notes the office in a title: "senior Ukrainian lawmaker" David Arakhamia.
func (s *Scene) titleRole(e *entity, m *Mention) {
	if m.Kind == SurnameMention && m.definite && s.is(int(m.first), "the") && s.toks[m.nameAt-1].lower() && e.names > 0 {
		return // the federal judge Kell scolded
	}
	for k := m.nameAt - 1; k >= m.first; k-- {
		if t := s.toks[k]; t.is(isPerson|isHonorific) && t.class != noClass {
			s.noteRole(e, roleWords{first: s.afterDeterminer(m.first), head: k, last: m.nameAt, class: t.class})
			return
		}
	}
}

// afterDeterminer is the first token from k on that is no determiner; the last one of the report
// is never passed.
func (s *Scene) afterDeterminer(k int32) int32 {
	for int(k) < len(s.toks)-1 && s.toks[k].is(isDeterminer) {
		k++
	}
	return k
}

// mostRoles is how often a report may say what somebody is: a document of many reports
// says it thousands of times, and each is compared with each.
const mostRoles = 100

// noteRole adds an office and the state named in it; it makes an unknown a person.
func (s *Scene) noteRole(e *entity, r roleWords) {
	r.first = min(r.first, r.head)
	if e.kind == "" {
		e.kind = news.Person
	}
	if e.kind != news.Person {
		return
	}
	e.weak = false
	r.state = s.stateIn(r.first, r.last)
	if g := s.toks[r.head].gender; g != 0 && e.said == 0 {
		e.gender, e.said = g, g
	}
	if len(e.roles) < mostRoles {
		e.roles = append(e.roles, r)
	}
}

// stateIn is the first state or body of the directory named in tokens [first, last).
func (s *Scene) stateIn(first, last int32) *Match {
	for k := first; k < last; k++ {
		if !s.toks[k].capital() {
			continue
		}
		if hit, n := s.knownAt(int(k), int(last)); n > 0 && (hit.Entry.Kind == news.State || hit.Entry.Kind == news.Organisation) {
			return hit
		}
	}
	return nil
}

// afterAge goes from the comma at token k over an age to the next comma: "Lena Kell, 54, a lawyer".
func (s *Scene) afterAge(k int32) int32 {
	if int(k)+2 < len(s.toks) && s.byteAt(int(k)) == ',' && s.toks[k+1].has(number) && s.byteAt(int(k)+2) == ',' {
		return k + 2
	}
	return k
}

// roleAfter notes an apposition: "Emily Horn, spokeswoman for the council,", and makes
// its mention one of the person's.
func (s *Scene) roleAfter(e *entity, i int) {
	m := &s.mentions[i]
	at := s.afterAge(m.last + 1)
	if int(at)+1 >= len(s.toks) || s.byteAt(int(at)) != ',' {
		return
	}
	for j := i + 1; j < len(s.mentions); j++ {
		r := &s.mentions[j]
		if r.sentence != m.sentence || r.first > at+8 {
			return
		}
		if before := &s.mentions[j-1]; r.first != at+1 && (!before.possessive || before.first != at+1 || r.first != before.last+1) {
			continue
		}
		if r.Kind == RoleMention && !r.possessive {
			first, end := at+1, s.complementEnd(r.last+1)
			if !s.endsApposition(int(end)) {
				return // "Kell, an aide said, …"
			}
			r.Entity = m.Entity
			e.mentions = append(e.mentions, int32(j))
			s.noteRole(e, roleWords{first: s.afterDeterminer(first), head: r.headAt, last: end, class: r.class})
			s.secondRole(e, m.Entity, j, int(end))
			return
		}
	}
}

// endsApposition reports whether what stands at token k may follow an apposition.
func (s *Scene) endsApposition(k int) bool {
	if k >= len(s.toks) || s.toks[k].has(mark|number) {
		return true
	}
	w := s.word(k)
	return opensRelative(w) || isPreposition(w) || w == "and" || w == "or" || w == "now" || w == "based" || w == "but" || s.toks[k].capital()
}

// secondRole notes the office that "and" joins to an apposition: "a lawmaker and Kell supporter".
func (s *Scene) secondRole(e *entity, who, j, and int) {
	if j+1 >= len(s.mentions) || and >= len(s.toks) || !s.is(and, "and") {
		return
	}
	if r := &s.mentions[j+1]; r.Kind == RoleMention && int(r.first) == and+1 && !r.possessive {
		r.Entity = who
		e.mentions = append(e.mentions, int32(j+1))
		s.noteRole(e, roleWords{first: s.afterDeterminer(r.first), head: r.headAt, last: r.last + 1, class: r.class})
	}
}

// roleBefore notes an apposition before the name: "The chairman of the chiefs, General Mark Milley,".
func (s *Scene) roleBefore(e *entity, i int) {
	m := &s.mentions[i]
	comma := int(m.first) - 1
	if comma < 0 || s.byteAt(comma) != ',' && !s.is(comma, "named") || m.possessive {
		return
	}
	for j := i - 1; j >= 0; j-- {
		r := &s.mentions[j]
		if r.sentence != m.sentence || r.first < m.first-16 {
			return
		}
		if r.Kind != RoleMention || r.possessive || r.Entity >= 0 || r.predicate {
			continue
		}
		if s.besideAnother(r, m) {
			return
		}
		if next := int(m.last) + 1; !r.definite && !s.is(comma, "named") && (next >= len(s.toks) || s.byteAt(next) != ',') {
			return
		}
		if int(s.complementEnd(r.last+1)) == comma {
			r.Entity = m.Entity
			e.mentions = append(e.mentions, int32(j))
			s.noteRole(e, roleWords{first: s.afterDeterminer(r.first), head: r.headAt, last: int32(comma), class: r.class})
		}
		return
	}
}

// complementEnd gives the token after the of-phrases and the like that begin at token k.
func (s *Scene) complementEnd(k int32) int32 {
	for int(k) < len(s.toks) && s.takesComplement(int(k)) {
		j := k + 1
		for int(j) < len(s.toks) && !s.toks[j].has(mark) && (!s.toks[j].is(isStop) || s.toks[j].capital()) {
			j++
		}
		if j == k+1 {
			return k
		}
		k = j
		if int(k)+1 < len(s.toks) && s.word(int(k)) == "and" && s.toks[k+1].capital() {
			k++
			for int(k) < len(s.toks) && s.toks[k].capital() {
				k++
			}
		}
	}
	return k
}

func (s *Scene) takesComplement(k int) bool {
	if s.toks[k].has(mark) {
		return false
	}
	switch s.word(k) {
	case "of", "for", "to", "at", "in", "on", "with", "from":
		return true
	}
	return false
}
