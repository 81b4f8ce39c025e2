package actor

import (
	"slices"

	"parley/internal/news"
)

// shortBodies joins a word that no other name of the report holds to the newspaper, company or
// society whose name it begins: "Karskeru said", of the Karskeru Daily. A word that says where
// something is names a place.
func (s *Scene) shortBodies() {
	for e := range s.entities {
		if f := &s.mentions[s.entities[e].full]; s.entities[e].kind == news.Organisation && !s.entities[e].dead && s.shortened(f) {
			s.joinShort(e, s.key(f.nameAt))
		}
	}
}

// shortened reports whether a body of the name f goes by its first word: one that the lexicon
// does not know, before what tells a newspaper, company or society.
func (s *Scene) shortened(f *Mention) bool {
	return f.nameAt < f.last && s.toks[f.nameAt].flags == 0 && s.toks[f.last].capital() &&
		s.lex.kinds[s.key(f.last)]&(press|companies|societies) != 0
}

// joinShort lets the actor that only the word names be the body e.
func (s *Scene) joinShort(e int, word uint64) {
	for _, o := range s.names[word] {
		ent := &s.entities[o]
		if int(o) == e || ent.dead || ent.kind != "" || ent.names > 0 || ent.actor != nil || ent.gender != 0 || !s.speaksAlone(ent) {
			continue
		}
		for _, i := range ent.mentions {
			s.mentions[i].Entity = e
		}
		s.entities[e].mentions = append(s.entities[e].mentions, ent.mentions...)
		slices.Sort(s.entities[e].mentions)
		ent.mentions, ent.dead = nil, true
	}
}

// speaksAlone reports whether all mentions of the actor are one word, none says where something
// is, and one is a subject.
func (s *Scene) speaksAlone(ent *entity) bool {
	subject := false
	for _, i := range ent.mentions {
		m := &s.mentions[i]
		if m.nameAt != m.last || s.placed(m) {
			return false
		}
		subject = subject || m.subject
	}
	return subject
}
