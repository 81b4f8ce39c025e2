package actor

import (
	"sort"
	"strings"

	"parley/internal/news"
)

// entity is one actor of the report with all its mentions.
type entity struct {
	kind     news.ActorKind // "" when the report does not tell
	actor    *Entry         // nil when the directory does not know it
	how      How
	gender   gender
	said     gender // by honorific or role, which outweighs the forename
	full     int32  // the fullest mention
	mentions []int32
	names    int32 // mentions by full name
	bare     int32 // mentions by one word of it, as far as they are linked
	roles    []roleWords
	of       *Entry // the state whose the report calls the person: Merovia's Lev Marn
	phrase   string // the name of one who is known by a phrase only
	unnamed  bool   // known by a phrase only
	spoke    bool   // has been the speaker of an attribution
	dead     bool   // its only name turned out to be none
	similar  bool   // the directory's entry was found by a similar name
	weak     bool   // a person only by the look of the name
	known    known
}

// roleWords is an office that the report gives somebody: tokens [first, last) with
// the head at head.
type roleWords struct {
	first, head, last int32
	class             class
	state             *Match
}

// link joins the mentions that name one actor: full names first, in the whole
// report, then single words of names, which may stand before them in a headline.
func (s *Scene) link() {
	for i := range s.mentions {
		if m := &s.mentions[i]; m.Kind == OrganisationMention && m.last > m.nameAt && s.closesCompany(m) {
			s.linkBody(int32(i)) // Upjohn Co. before Upjohn
		}
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; m.Kind == NameMention && !s.particled(m) && !s.shortCompany(int32(i)) {
			s.linkName(int32(i))
		}
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; m.Kind == NameMention && s.particled(m) {
			s.linkName(int32(i)) // von der Lohe
		}
	}
	s.completeNames()
	for i := range s.mentions {
		if m := &s.mentions[i]; m.last > m.nameAt && m.fromDirectory == nil && (m.Kind != OrganisationMention || m.Entity < 0) {
			s.shrink(int32(i))
		}
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; (m.Kind == SurnameMention || m.Kind == UnknownMention) && !s.opens(m) && m.Entity != droppedEntity {
			s.linkWord(int32(i))
		}
	}
	for i := range s.mentions {
		switch m := &s.mentions[i]; m.Kind {
		case SurnameMention, UnknownMention:
			if m.Entity == -1 {
				s.linkWord(int32(i)) // the first word of a sentence, whose capital tells least
			}
		case StateMention:
			s.linkBody(int32(i))
		case OrganisationMention:
			if m.Entity == -1 && !s.isSurname(int32(i)) {
				s.linkBody(int32(i))
			}
		case DocumentMention, RoleMention, GroupMention:
			s.isSurname(int32(i))
		}
	}
	s.nationSurnames()
	s.drop()
	s.shortBodies()
	s.markSubjects()
	s.appositions()
	s.gatherRoles()
	s.identify()
	s.relink()
	s.inferPersons()
	s.inferGender()
}

// markSubjects makes the first person of each sentence that stands behind no preposition
// its subject, whatever stands before.
func (s *Scene) markSubjects() {
	seen := int32(-1)
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.sentence == seen || m.oblique || m.quoted || m.predicate || m.Kind > PronounMention || m.Kind == PronounMention && m.Number == AnyNumber {
			continue
		}
		seen = m.sentence
		m.subject = true
	}
}

// relink joins single words that stayed alone to persons whose name in the directory
// they are, where the report spells it otherwise: a headline's Reth for Jonas Ret.
func (s *Scene) relink() {
	var similar []int
	for e := range s.entities {
		if s.entities[e].similar && s.entities[e].actor != nil {
			similar = append(similar, e)
		}
	}
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Entity < 0 || m.last != m.nameAt || s.entities[m.Entity].names > 0 || s.entities[m.Entity].actor != nil {
			continue
		}
		for _, e := range similar {
			ent := &s.entities[e]
			name := ent.actor.Name
			if j := strings.LastIndexByte(name, ' '); s.word(int(m.last)) == name[j+1:] {
				m.Entity, m.Kind = e, SurnameMention
				ent.mentions = append(ent.mentions, int32(i))
			}
		}
	}
}

// onlyHonorifics reports whether tokens [first, last) are but Mr. and the like.
func (s *Scene) onlyHonorifics(first, last int32) bool {
	for ; first < last; first++ {
		if t := s.toks[first]; !t.is(isHonorific) || t.gender == 0 || !t.capital() {
			return false
		}
	}
	return true
}

// isSurname makes a capitalised noun that stands alone, or behind Mr., a surname if a full
// name of the report ends in it: Law, Page.
func (s *Scene) isSurname(i int32) bool {
	m := &s.mentions[i]
	if m.headAt != m.last || !s.toks[m.last].capital() || m.fromDirectory != nil || !s.onlyHonorifics(m.first, m.last) {
		return false
	}
	for _, e := range s.names[s.key(m.last)] {
		f := &s.mentions[s.entities[e].full]
		if s.entities[e].kind == news.Person && s.entities[e].names > 0 && s.key(s.lastNameWord(f)) == s.key(m.last) {
			m.Entity, m.Kind = int(e), SurnameMention
			return true
		}
	}
	return false
}

// drop takes out what the capitals of a headline made up, and sorts.
func (s *Scene) drop() {
	sort.SliceStable(s.mentions, func(i, j int) bool { return s.mentions[i].first < s.mentions[j].first })
	kept := s.mentions[:0]
	for _, m := range s.mentions {
		if m.Entity == droppedEntity {
			continue
		}
		kept = append(kept, m)
	}
	s.mentions = kept
	for i := range s.entities {
		s.entities[i].mentions = s.entities[i].mentions[:0]
	}
	for i := range s.mentions {
		if e := s.mentions[i].Entity; e >= 0 {
			ent := &s.entities[e]
			ent.mentions = append(ent.mentions, int32(i))
			s.keepFullest(ent, int32(i))
		}
	}
	// An actor without a mention left has no fullest one: nobody is to find it.
	clear(s.byEntry)
	for i := range s.entities {
		if ent := &s.entities[i]; len(ent.mentions) == 0 {
			*ent = entity{dead: true}
		} else if ent.actor != nil {
			s.setActor(i, ent.actor)
		}
	}
	if len(s.mentions) == 0 {
		clear(s.names)
	}
}

// droppedEntity marks a mention that turned out to be none.
const droppedEntity = -2

// keepFullest makes mention i the fullest of its actor if no longer one stands before it.
func (s *Scene) keepFullest(e *entity, i int32) {
	if len(e.mentions) == 1 {
		e.full = i
		return
	}
	a, b := &s.mentions[e.full], &s.mentions[i]
	if w, v := b.last-b.nameAt, a.last-a.nameAt; w > v || w == v && b.nameAt-b.first > a.nameAt-a.first && a.Kind != NameMention {
		e.full = i
	}
}

// newEntity makes mention i an actor of its own.
func (s *Scene) newEntity(i int32, kind news.ActorKind) int {
	m := &s.mentions[i]
	e := entity{kind: kind, full: i, gender: m.gender, mentions: make([]int32, 0, 4)}
	if m.Kind == NameMention {
		e.names = 1
	}
	k := m.fromDirectory
	if k != nil && k.Entry.Kind == kind {
		e.how = k.How
		if g := genderOf(k.Entry.Gender); g != 0 {
			e.gender = g
		}
	}
	s.entities = append(s.entities, e)
	m.Entity = len(s.entities) - 1
	if k != nil && k.Entry.Kind == kind {
		s.setActor(m.Entity, k.Entry)
	}
	return m.Entity
}

// setActor tells whom the directory has for actor e.
func (s *Scene) setActor(e int, is *Entry) {
	s.entities[e].actor = is
	if first, ok := s.byEntry[is]; !ok || e < int(first) {
		s.byEntry[is] = int32(e)
	}
}

// entityOf is the first actor of the report that is the directory's entry, or -1.
func (s *Scene) entityOf(is *Entry) int {
	if e, ok := s.byEntry[is]; ok {
		return int(e)
	}
	return -1
}

func genderOf(s string) gender {
	switch s {
	case "male":
		return male
	case "female":
		return female
	}
	return 0
}

// key is the folded form of the word at token k. The article of an Arabic name may be left out:
// al-Tesk, Tesk.
func (s *Scene) key(k int32) uint64 {
	from := int(s.toks[k].start)
	if w := s.text[from:s.toks[k].end]; len(w) > 5 && w[2] == '-' && (w[:2] == "al" || w[:2] == "Al" || w[:2] == "el" || w[:2] == "El") {
		from += len("al-")
	}
	return readNameWord(s.text, from).hash
}

// index files an actor under the words of its name [first, last].
func (s *Scene) index(e int, first, last int32) {
	for k := first; k <= last; k++ {
		if s.toks[k].has(mark|initial) || s.toks[k].is(isParticle) && s.toks[k].lower() {
			continue
		}
		h := s.key(k)
		list := s.names[h]
		if n := len(list); n == 0 || list[n-1] != int32(e) {
			s.names[h] = append(list, int32(e))
		}
	}
}
