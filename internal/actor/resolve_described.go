package actor

import (
	"strings"

	"parley/internal/news"
)

// A definite phrase may tell more of a person who has been named: the retired surgeon, the
// 71-year-old, the Merovian.

// leastDescribed is how present a person must be to be so described, and leastAhead by how much
// more than any other.
const (
	leastDescribed = 1.0
	leastAhead     = 0.4
	mostAges       = 16 // mentions behind which his age is looked for
	anotherNear    = 2  // sentences in which another may be brought in
)

// yearOld is how an age that describes somebody ends.
const yearOld = "-year-old"

// described is the person named before whom the phrase at describes, or -1.
func (r *resolver) described(at, i int) int {
	if !r.describesOne(at) {
		return -1
	}
	said := r.mentions[at]
	m := &said
	if m.Kind == GroupMention {
		m.state = m.fromDirectory
	}
	best, first, second := -1, 0.0, 0.0
	for e := range r.around(at) {
		ent := &r.entities[e]
		if ent.kind != news.Person || ent.names == 0 || len(ent.mentions) == 0 || !m.gender.agrees(ent.gender) || r.mentions[ent.mentions[0]].first > m.first ||
			r.foreign(m, ent) || r.elsewhere(m, ent) || r.inOffice(m, ent) || r.namedAfter(e, int(m.first), i) {
			continue
		}
		switch score := r.salience(e, at); {
		case score > first:
			best, first, second = e, score, first
		case score > second:
			second = score
		}
	}
	if best < 0 || r.entities[best].weak || first < leastDescribed || first-second < leastAhead || r.ofAnother(best, at) {
		return -1
	}
	return best
}

// ofAnother reports whether the phrase at tells an age that is another's than the person's: "Lena
// Kell, 34, lost. The 71-year-old".
func (r *resolver) ofAnother(e, at int) bool {
	m := &r.mentions[at]
	k := m.first
	for k <= m.headAt && !isAge(r.word(int(k))) {
		k++
	}
	if k > m.headAt {
		return false
	}
	age := strings.TrimSuffix(r.word(int(k)), yearOld)
	for _, j := range r.entities[e].mentions[:min(len(r.entities[e].mentions), mostAges)] {
		k := int(r.mentions[j].last) + 1
		if k+1 < len(r.toks) && r.byteAt(k) == ',' && r.toks[k+1].has(number) {
			return r.word(k+1) != age
		}
	}
	return r.anotherSince(e, at)
}

// anotherSince reports whether the report has brought in somebody without a name since it named the
// person last before the phrase at: "Lena Kell was robbed. Police held a man. The 19-year-old".
func (r *resolver) anotherSince(e, at int) bool {
	for j := at - 1; j >= 0 && r.mentions[at].sentence-r.mentions[j].sentence <= anotherNear && r.mentions[j].Entity != e; j-- {
		o := &r.mentions[j]
		if o.Kind == RoleMention && o.Number != Plural && !o.predicate && !o.owns() && (o.indefinite || o.definite) && (o.Entity < 0 || r.entities[o.Entity].unnamed) && !r.ownedBy(j) {
			return true
		}
	}
	return false
}

// inOffice reports whether the directory knows that the person holds an office that day: who does is
// no "retired general" and no "former host", though he may be a billionaire.
func (r *resolver) inOffice(m *Mention, e *entity) bool {
	for k := m.first; e.actor != nil && !r.day.IsZero() && k <= m.headAt; k++ {
		if r.toks[k].is(isPast) || r.is(int(k), "retired") {
			return len(r.dir.RolesOn(e.actor, r.day)) > 0
		}
	}
	return false
}

// ofDescribed makes the speaker that the phrase at describes.
func (r *resolver) ofDescribed(e, at int, span news.Span) decided {
	r.mentions[at].Entity = e
	d := r.ofEntity(e, at, span)
	d.speaker.By, d.speaker.Confidence = ByRole, 0.8
	return d
}

// describesOne reports whether the phrase at is "the" and what is said of one person, who belongs to
// nobody and whom no words behind tell apart: the retired surgeon who spoke.
func (r *resolver) describesOne(at int) bool {
	m := &r.mentions[at]
	if w := r.word(int(m.first)); w != "the" && w != "The" || m.predicate || r.ownedBy(at) {
		return false
	}
	if k := int(m.last) + 1; k < len(r.toks) && (int(r.complementEnd(int32(k))) > k || opensRelative(r.word(k)) && r.toks[k].lower()) {
		return false
	}
	if m.Kind == GroupMention {
		return m.first == m.last-1 && oneOfNation(m.fromDirectory, r.word(int(m.last)))
	}
	for k := m.first; k <= m.headAt; k++ {
		t := r.toks[k]
		if isAge(r.word(int(k))) || t.is(isRecalling) && (!t.is(isPast) || m.class != otherClass) {
			return true // but not the former tenant, who is somebody else's
		}
	}
	return false
}

// oneOfNation reports whether w, an adjective of a state, may mean one of its people: the Merovian,
// but not the French.
func oneOfNation(state *Match, w string) bool {
	if state == nil || state.How != HowAdjective && state.How != HowPeople {
		return false
	}
	for _, end := range [...]string{"s", "sh", "ch", "ese"} {
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return true
}

// isAge reports whether w is "71-year-old".
func isAge(w string) bool {
	return len(w) > len(yearOld) && '1' <= w[0] && w[0] <= '9' && strings.HasSuffix(w, yearOld)
}

// ages makes an age that stands for a person one: the 71-year-old said, but not the 71-year-old house.
func (s *Scene) ages() {
	for k := range s.toks {
		t := &s.toks[k]
		if t.flags != 0 || !t.lower() || !isAge(s.word(k)) {
			continue
		}
		if k+1 == len(s.toks) || s.toks[k+1].has(mark) || s.toks[k+1].lower() && s.toks[k+1].is(isStop) {
			t.flags, t.class = isEpithet, human
		}
	}
}

// besideAnother reports whether the role before the comma and the name m is another's: he whose
// husband it is goes on behind it, "Alongside her husband, Lena Kell won", or the titles are of
// different genders.
func (s *Scene) besideAnother(role, m *Mention) bool {
	if !role.gender.agrees(s.honorificGender(m)) {
		return true
	}
	next := int(m.last) + 1
	return s.hisOwn(int(role.first)) && next < len(s.toks) && !s.toks[next].has(mark)
}
