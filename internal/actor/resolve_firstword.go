package actor

import (
	"slices"

	"parley/internal/news"
)

// shortBodies joins a word that no other name of the report holds to the newspaper whose name it
// begins: "Karskeru said", of the Karskeru Daily named before. Of other bodies the word may be as
// well a place or a person.
func (s *Scene) shortBodies() {
	var papers map[uint64]int // by the first word of a newspaper's name: its actor, or -1 for several
	for e := range s.entities {
		if ent := &s.entities[e]; !ent.dead && ent.kind == news.Organisation && s.shortened(&s.mentions[ent.full]) {
			if papers == nil {
				papers = make(map[uint64]int)
			}
			h := s.key(s.mentions[ent.full].nameAt)
			if _, several := papers[h]; several {
				papers[h] = -1
			} else {
				papers[h] = e
			}
		}
	}
	if papers == nil {
		return
	}
	for o := range s.entities {
		if ent := &s.entities[o]; !ent.dead && ent.kind == "" && ent.names == 0 && ent.actor == nil && ent.gender == 0 {
			if e, ok := papers[s.key(s.mentions[ent.full].nameAt)]; ok && e >= 0 && s.speaksAlone(ent, &s.mentions[s.entities[e].full]) {
				s.joinShort(e, o)
			}
		}
	}
}

// shortened reports whether a body of the name f goes by its first word: one that the lexicon
// does not know, before what tells a newspaper.
func (s *Scene) shortened(f *Mention) bool {
	return f.nameAt < f.last && s.toks[f.nameAt].flags == 0 && s.toks[f.last].capital() && s.lex.kinds[s.key(f.last)]&press != 0
}

// joinShort lets all mentions of actor o be the body e.
func (s *Scene) joinShort(e, o int) {
	ent := &s.entities[o]
	for _, i := range ent.mentions {
		s.mentions[i].Entity = e
	}
	s.entities[e].mentions = append(s.entities[e].mentions, ent.mentions...)
	slices.Sort(s.entities[e].mentions)
	ent.mentions, ent.dead = nil, true
}

// speaksAlone reports whether all mentions of the actor are one word behind the name f, none says
// where something is, and one is a subject.
func (s *Scene) speaksAlone(ent *entity, f *Mention) bool {
	subject := false
	for _, i := range ent.mentions {
		m := &s.mentions[i]
		if m.nameAt != m.last || m.first < f.first || s.placed(m) {
			return false
		}
		subject = subject || m.subject
	}
	return subject
}
