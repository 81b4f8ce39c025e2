package actor

import (
	"math"

	"parley/internal/news"
)

// byNoun resolves a body, group or document that is named by a noun. A short form
// ("the ministry") takes the fullest phrase with its head that stands before it.
func (r *resolver) byNoun(at, first, last int, span news.Span) decided {
	m := &r.mentions[at]
	if m.Entity < 0 && m.state != nil && m.state.Entry.Kind == news.State && r.is(int(m.headAt), "side") {
		m.Kind, m.fromDirectory = StateMention, m.state
		r.linkBody(int32(at))
		d := r.ofEntity(m.Entity, at, span)
		d.speaker.By, d.speaker.Confidence = ByMetonym, 0.95
		return d
	}
	if m.Entity < 0 {
		m.Entity = r.fullerForm(at, first)
	}
	if m.Entity < 0 {
		if m.Entity = r.namedBefore(at); m.Entity >= 0 {
			d := r.ofEntity(m.Entity, at, span)
			d.speaker.By, d.speaker.Confidence = ByCoreference, 0.8
			return d
		}
	}
	if m.Entity >= 0 {
		d := r.ofEntity(m.Entity, at, span)
		if r.entities[m.Entity].phrase == "" {
			d.speaker.Name = r.nounName(m, first, last, at, r.entities[m.Entity].full)
		}
		if r.entities[m.Entity].full != int32(at) {
			d.speaker.By = ByCoreference
		}
		return d
	}
	e := r.nounEntity(at, first, last)
	d := r.ofEntity(e, at, span)
	d.speaker.By, d.speaker.Confidence = ByPhrase, 0.9
	return d
}

// nounName is a body's name: its words here or, if longer, the fullest of the report.
func (r *resolver) nounName(m *Mention, first, last, at int, full int32) string {
	here := r.printedUpTo(first, max(last, int(m.last)+1), at)
	f := &r.mentions[full]
	there := ""
	if r.toks[f.last].capital() {
		there = r.printTo(int(f.nameAt), r.nameEnd(int(f.last)+1))
	} else {
		there = r.printedUpTo(int(f.first), int(f.last)+1, int(full))
	}
	if len(there) > len(here) {
		return there
	}
	return here
}

// nounEntity makes an actor of the phrase [first, last) whose head is mention at.
func (r *resolver) nounEntity(at, first, last int) int {
	m := &r.mentions[at]
	kind := news.Group
	switch m.Kind {
	case OrganisationMention:
		kind = news.Organisation
	case DocumentMention:
		kind = news.Document
	case RoleMention:
		kind = news.Person
	}
	e := r.newEntity(int32(at), kind)
	ent := &r.entities[e]
	ent.phrase = r.printedUpTo(first, max(last, int(m.last)+1), at)
	ent.unnamed = kind != news.Organisation || !r.toks[m.last].capital()
	if kind == news.Organisation {
		ent.unnamed = m.indefinite && r.toks[m.last].lower() && m.state == nil && int(m.first) == int(m.headAt)
	}
	ent.mentions = append(ent.mentions, int32(at))
	if kind == news.Person {
		ent.unnamed = true
		r.noteRole(ent, roleWords{first: r.afterDeterminer(m.first), head: m.headAt, last: m.last + 1, class: m.class})
	}
	return e
}

// fullerForm is the actor of the fullest earlier phrase that the definite short form
// at stands for, or -1: the same head with more before it.
func (r *resolver) fullerForm(at, first int) int {
	m := &r.mentions[at]
	if !m.definite || int(m.headAt)-int(r.afterDeterminer(m.first)) > 0 || int(m.first) > first && !r.toks[first].is(isDeterminer) {
		return -1
	}
	if r.ownedBy(at) {
		return -1
	}
	h := r.key(m.headAt)
	best, size := -1, int32(0)
	for j := r.since(at); j < at; j++ {
		o := &r.mentions[j]
		if o.Kind != m.Kind || o.Number != m.Number || r.key(o.headAt) != h {
			continue
		}
		if r.doc.Report.Passages[r.doc.Sentences[o.sentence].Passage].Kind == news.Caption {
			continue
		}
		n := o.headAt - r.afterDeterminer(o.first)
		if m.Kind == GroupMention && n > 0 && o.speaks && m.sentence-o.sentence <= nearBody {
			best, size = j, math.MaxInt32 // of several groups the one that spoke last
			continue
		}
		if n > size {
			best, size = j, n
		}
	}
	if best < 0 {
		return -1
	}
	if e := r.mentions[best].Entity; e >= 0 {
		return e
	}
	o := &r.mentions[best]
	e := r.nounEntity(best, int(o.first), int(o.last)+1)
	o.Entity = e
	return e
}

// ownedBy reports whether a possessor stands before mention at.
func (s *Scene) ownedBy(at int) bool {
	m := &s.mentions[at]
	if at > 0 && s.mentions[at-1].owns() && s.mentions[at-1].last == m.first-1 {
		return true
	}
	for k := m.first; k < m.headAt; k++ {
		if p, ok := pronounOf(s.word(int(k))); ok && p.owner {
			return true
		}
	}
	return false
}
