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
	roles    []roleWords
	phrase   string // the name of one who is known by a phrase only
	unnamed  bool   // known by a phrase only
	spoke    bool   // has been the speaker of an attribution
	similar  bool   // the directory's entry was found by a similar name
	weak     bool   // a person only by the look of the name
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
		if m := &s.mentions[i]; m.Kind == NameMention && !s.particled(m) {
			s.linkName(int32(i))
		}
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; m.Kind == NameMention && s.particled(m) {
			s.linkName(int32(i)) // von der Lohe
		}
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; m.last > m.nameAt && m.fromDirectory == nil {
			s.shrink(int32(i))
		}
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; (m.Kind == SurnameMention || m.Kind == UnknownMention) && !s.opens(m) {
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
			if !s.isSurname(int32(i)) {
				s.linkBody(int32(i))
			}
		case DocumentMention, RoleMention, GroupMention:
			s.isSurname(int32(i))
		}
	}
	s.drop()
	s.markSubjects()
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
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Entity < 0 || m.last != m.nameAt || s.entities[m.Entity].names > 0 || s.entities[m.Entity].actor != nil {
			continue
		}
		for e := range s.entities {
			ent := &s.entities[e]
			if !ent.similar || ent.actor == nil {
				continue
			}
			name := ent.actor.Name
			if j := strings.LastIndexByte(name, ' '); s.word(int(m.last)) == name[j+1:] {
				m.Entity, m.Kind = e, SurnameMention
				ent.mentions = append(ent.mentions, int32(i))
			}
		}
	}
}

// isSurname makes a capitalised noun that stands alone a surname if a full name of the
// report ends in it: Law, Page.
func (s *Scene) isSurname(i int32) bool {
	m := &s.mentions[i]
	if m.first != m.last || !s.toks[m.last].capital() || m.fromDirectory != nil {
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
	if k := m.fromDirectory; k != nil && k.Entry.Kind == kind {
		e.actor, e.how = k.Entry, k.How
		if g := genderOf(k.Entry.Gender); g != 0 {
			e.gender = g
		}
	}
	s.entities = append(s.entities, e)
	m.Entity = len(s.entities) - 1
	return m.Entity
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

// key is the folded form of the word at token k.
func (s *Scene) key(k int32) uint64 {
	return readNameWord(s.text, int(s.toks[k].start)).hash
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

// linkName joins a full name to the actor that bears it already, or makes one.
func (s *Scene) linkName(i int32) {
	m := &s.mentions[i]
	last := s.lastNameWord(m)
	for _, e := range s.names[s.key(last)] {
		if s.sameName(m, &s.entities[e]) {
			m.Entity = int(e)
			s.join(&s.entities[e], i)
			return
		}
	}
	e := s.newEntity(i, news.Person)
	s.setGender(&s.entities[e], m)
	s.entities[e].weak = s.looksOnly(m)
	s.index(e, m.nameAt, m.last)
}

// looksOnly reports whether nothing but its look makes the name m a person's.
func (s *Scene) looksOnly(m *Mention) bool {
	return m.fromDirectory == nil && m.class == noClass && m.gender == 0 && !s.toks[m.nameAt].is(isForename) && !s.hasInitial(int(m.nameAt), int(m.last)+1)
}

// join takes what mention i, a full name, adds to its actor.
func (s *Scene) join(e *entity, i int32) {
	m := &s.mentions[i]
	e.names++
	e.weak = e.weak && s.looksOnly(m)
	if e.actor == nil && m.fromDirectory != nil && m.fromDirectory.Entry.Kind == news.Person {
		e.actor = m.fromDirectory.Entry
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
	if m.last == m.nameAt+1 && s.opens(m) && s.toks[m.nameAt].flags&(isForename|isParticle) == 0 && s.toks[m.nameAt].flags != 0 {
		m.nameAt, m.Kind = m.last, UnknownMention
	}
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

func (s *Scene) isTitled(m *Mention) bool {
	sent := &s.doc.Sentences[m.sentence]
	return s.hasHeadlineCapitals(sent.First, sent.Last)
}

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
		for e := range s.entities {
			if s.entities[e].actor == k.Entry {
				m.Entity = e
				return
			}
		}
		e := s.newEntity(i, k.Entry.Kind)
		s.index(e, m.last, m.last)
		return
	}
	for _, e := range s.names[s.key(m.last)] {
		f := &s.mentions[s.entities[e].full]
		if f.Kind == OrganisationMention && (s.sameWords(s.bare(m), s.bare(f)) || s.shortOf(m, f)) {
			m.Entity = int(e)
			return
		}
	}
	if !s.toks[m.last].capital() {
		return // the ministry: resolved when it speaks
	}
	e := s.newEntity(i, news.Organisation)
	s.index(e, m.last, m.last)
}

// shortOf reports whether m, "the Forum", is the last word of the body's name f.
func (s *Scene) shortOf(m, f *Mention) bool {
	b := s.bare(m)
	return m.definite && b.nameAt == b.last && s.toks[m.last].capital() && f.last > f.nameAt && s.toks[f.last].capital()
}

// bare is the mention with its name beginning after its determiner.
func (s *Scene) bare(m *Mention) *Mention {
	b := *m
	b.nameAt = b.first
	for b.nameAt < b.last && s.toks[b.nameAt].is(isDeterminer) {
		b.nameAt++
	}
	return &b
}
