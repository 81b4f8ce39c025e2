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
	if e := r.stateOf(at); e >= 0 {
		return r.ofEntity(e, at, span)
	}
	if e := r.issuer(at); e >= 0 {
		d := r.ofEntity(e, at, span)
		d.speaker.By, d.speaker.Confidence = ByShortForm, 0.8
		return d
	}
	if m.Entity < 0 {
		m.Entity = r.pair(at)
	}
	if m.Entity < 0 {
		m.Entity = r.partOf(at)
	}
	if m.Entity < 0 {
		m.Entity = r.ownersBody(at)
	}
	if m.Entity < 0 && !r.otherCompany(at) && !r.nowAnother(at) {
		m.Entity = r.fullerForm(at, first)
	}
	if m.Entity < 0 {
		m.Entity = r.turnedRound(at)
	}
	if m.Entity < 0 {
		if m.Entity = r.namedBefore(at); m.Entity >= 0 {
			r.entities[m.Entity].kind = news.Organisation
			d := r.ofEntity(m.Entity, at, span)
			d.speaker.By, d.speaker.Confidence = ByShortForm, 0.8
			return d
		}
	}
	if m.Entity >= 0 {
		d := r.ofEntity(m.Entity, at, span)
		if r.entities[m.Entity].phrase == "" {
			d.speaker.Name = r.nounName(m, first, last, at, r.entities[m.Entity].full)
		}
		if r.entities[m.Entity].full != int32(at) {
			d.speaker.By, d.speaker.Confidence = ByShortForm, 0.8
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
	if int(m.first) > first && r.basedIn(int(m.first)) {
		first = int(m.first)
	}
	if r.named(m) {
		first = int(m.nameAt)
	}
	first = max(first, int(r.skipSmall(m, int32(first))))
	here := r.printedUpTo(first, max(last, int(m.last)+1), at)
	f := &r.mentions[full]
	there := ""
	if r.toks[f.last].capital() {
		there = r.printTo(r.properStart(f), r.nameEnd(int(f.last)+1))
		if r.toks[m.last].lower() && r.key(f.headAt) != r.key(m.headAt) {
			return there // the biggest party, the Unionists
		}
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

// fullerForm is the actor of the fullest earlier phrase that the short form at stands
// for, or else of the next one behind it; -1 for none. It has the same head with more
// before it: "the poll", "Poll:" for a Merovia Today poll.
func (r *resolver) fullerForm(at, first int) int {
	m := &r.mentions[at]
	if int(m.headAt)-int(r.afterDeterminer(m.first)) > 0 || int(m.first) > first && !r.toks[first].is(isDeterminer) || r.ownedBy(at) {
		return -1
	}
	best := -1
	if m.definite {
		best = r.fullerBefore(at)
	}
	if best < 0 {
		best = r.fullerBehind(at)
	}
	if best < 0 {
		return -1
	}
	return r.entityOfNoun(best)
}

// entityOfNoun is the actor that the noun phrase at mention at names.
func (r *resolver) entityOfNoun(at int) int {
	o := &r.mentions[at]
	if o.Entity < 0 {
		o.Entity = r.nounEntity(at, int(r.phraseFirst(at)), r.countedEnd(at))
	}
	return o.Entity
}

// phraseFirst is the first token of mention at with a name that modifies it: "a Lume Press
// | poll", "a Harbour and | Port Commission filing".
func (s *Scene) phraseFirst(at int) int32 {
	m := &s.mentions[at]
	if k := s.joinedName(m); k < m.first {
		return k
	}
	if at == 0 || s.toks[m.first].is(isDeterminer) {
		return m.first
	}
	if o := &s.mentions[at-1]; o.last == m.first-1 && !o.possessive && s.toks[o.last].capital() && o.Kind != PronounMention {
		return o.first
	}
	return m.first
}

// joinedName is the determiner of the phrase of m where it stands before a capital and "and" that
// the words of m go on from, the name of one body; else the first token of m.
func (s *Scene) joinedName(m *Mention) int32 {
	k := int(m.first) - 2
	if k < 1 || m.Number == Plural || !s.is(k+1, "and") || !s.toks[m.first].capital() || !s.toks[m.headAt].lower() {
		return m.first
	}
	for k > 0 && s.toks[k].capital() && !s.toks[k].possessive() && !s.toks[k].is(isDeterminer) {
		k--
	}
	if k == int(m.first)-2 || !s.toks[k].is(isDeterminer) || s.toks[k].is(isGroupAlone) {
		return m.first
	}
	return int32(k)
}

// modifiers is how many words stand before the head of mention at, its determiner left out. A
// document's number of pages or what is "its first" tells nobody whose it is.
func (s *Scene) modifiers(at int) int32 {
	m, start := &s.mentions[at], s.phraseFirst(at)
	first := s.afterDeterminer(start)
	if m.Kind != DocumentMention {
		return m.headAt - first
	}
	if p, ok := pronounOf(s.word(int(start))); ok && p.owner {
		return 0
	}
	n := m.headAt - first
	for k := first; k < m.headAt; k++ {
		if c := s.byteAt(int(k)); '0' <= c && c <= '9' {
			n--
		}
	}
	return n
}

// fullerBefore is the fullest mention before mention at that it may be short for, of
// several groups the one that spoke last; -1 for none.
func (r *resolver) fullerBefore(at int) int {
	m := &r.mentions[at]
	best, size := -1, int32(0)
	for j := r.since(at); j < at; j++ {
		o := &r.mentions[j]
		if !r.sameNoun(m, o) {
			continue
		}
		n := r.modifiers(j)
		if m.Kind == GroupMention && n > 0 && o.speaks && m.sentence-o.sentence <= nearBody {
			best, size = j, math.MaxInt32
			continue
		}
		if n > size {
			best, size = j, n
		}
	}
	return best
}

// fullerBehind is the next mention behind mention at that it may be short for, where the
// noun has not been met before in the body: reports begin with "a poll shows" and tell
// later whose it is. Of bodies only a headline leaves that out. -1 for none.
func (r *resolver) fullerBehind(at int) int {
	m := &r.mentions[at]
	if headed := r.headline(m); !headed && m.Kind != DocumentMention || m.Kind == GroupMention {
		return -1
	}
	for j := r.since(at); j < at; j++ {
		if o := &r.mentions[j]; r.sameNoun(m, o) && !r.headline(o) {
			return -1
		}
	}
	for j, end := at+1, r.until(at); j < end && r.mentions[j].sentence-m.sentence <= soonTold; j++ {
		o := &r.mentions[j]
		if r.sameNoun(m, o) && !o.quoted && r.modifiers(j) > 0 {
			return j
		}
	}
	return -1
}

// soonTold is within how many sentences a report tells whose poll it began with.
const soonTold = 6

// sameNoun reports whether mention o has the kind, number and head of m, outside captions.
func (r *resolver) sameNoun(m, o *Mention) bool {
	return o.Kind == m.Kind && o.Number == m.Number && r.key(o.headAt) == r.key(m.headAt) && !r.inCaption(o)
}

// stateOf is the actor of the state that mention at calls a nation or country: "the island
// nation of Merovia"; or -1.
func (r *resolver) stateOf(at int) int {
	m := &r.mentions[at]
	if at+1 >= len(r.mentions) || !r.is(int(m.last)+1, "of") || m.Kind != OrganisationMention {
		return -1
	}
	switch n := &r.mentions[at+1]; r.word(int(m.headAt)) {
	case "nation", "country", "state", "kingdom", "republic", "emirate", "sultanate":
		if n.Kind == StateMention && n.first == m.last+2 {
			return n.Entity
		}
	}
	return -1
}

// ownersBody is the actor of "her campaign" where the report says elsewhere whose it is in
// words: the Kell campaign; or -1.
func (r *resolver) ownersBody(at int) int {
	m := &r.mentions[at]
	p, ok := pronounOf(r.word(int(m.first)))
	if !ok || !p.owner || m.Kind != OrganisationMention || int(m.headAt) != int(m.first)+1 {
		return -1
	}
	found := r.antecedents(pronoun{gender: p.gender, number: p.number, person: p.person, thing: p.thing}, int(m.first), -1)
	if len(found) == 0 || found[0].entity < 0 || r.entities[found[0].entity].kind != news.Person {
		return -1
	}
	f := &r.mentions[r.entities[found[0].entity].full]
	name := r.key(r.lastNameWord(f))
	for j := r.since(at); j < r.until(at); j++ {
		o := &r.mentions[j]
		if j == at || !r.sameNoun(m, o) {
			continue
		}
		for k := r.phraseFirst(j); k < o.headAt; k++ {
			if r.key(k) == name && !r.toks[k].possessive() {
				return r.entityOfNoun(j)
			}
		}
	}
	return -1
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
