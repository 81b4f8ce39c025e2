package actor

// known is what all of an actor's mentions tell together. A document of many reports names
// one actor tens of thousands of times and asks at each of them, so each mention is looked
// at once.
type known struct {
	looked  int32 // how many of the actor's mentions were looked at
	fullest int32 // the mention with the longest name, with title if one has it
	placed  bool  // some mention stands behind a preposition of place, so that it may name a town
	inside  bool  // some mention does not open its sentence, so that its capital is its own
}

// known looks at what mentions of actor e were not looked at yet. It is for after link.
func (s *Scene) known(e int) *known {
	ent := &s.entities[e]
	k := &ent.known
	if k.looked == 0 {
		*k = known{fullest: ent.full}
	}
	for _, i := range ent.mentions[k.looked:] {
		m, best := &s.mentions[i], &s.mentions[k.fullest]
		if m.Entity == e && m.last-m.nameAt >= best.last-best.nameAt && m.nameAt-m.first > best.nameAt-best.first && m.Kind <= SurnameMention {
			k.fullest = i
		}
		k.placed = k.placed || m.oblique && s.placed(m)
		k.inside = k.inside || !s.opens(m)
	}
	k.looked = int32(len(ent.mentions))
	return k
}

// changed has what is known of the mention's actor looked at again.
func (s *Scene) changed(m *Mention) {
	if m.Entity >= 0 {
		s.entities[m.Entity].known = known{}
	}
}

// placed reports whether a preposition of place stands before the mention.
func (s *Scene) placed(m *Mention) bool {
	if m.first == 0 {
		return false
	}
	switch s.word(int(m.first) - 1) {
	case "in", "at", "from", "near", "across", "throughout", "into", "outside", "on":
		return true
	}
	return false
}
