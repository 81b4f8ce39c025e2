package actor

import "parley/internal/news"

// byRole resolves a source that is an office, a calling or an epithet: a person whom
// the report or the directory gives that role, else its holder on the report's day,
// else the phrase itself.
func (r *resolver) byRole(at, first, last, i int, span news.Span) decided {
	m := &r.mentions[at]
	if m.Entity >= 0 {
		d := r.ofEntity(m.Entity, at, span)
		d.speaker.By, d.speaker.Confidence = ByApposition, 0.95
		return d
	}
	e, by, conf := r.roleBearer(at, i)
	if m.class == human && (r.is(int(m.first), "this") || r.is(int(m.first), "This")) && r.last >= 0 && r.entities[r.last].gender.agrees(m.gender) {
		return r.again(at, span)
	}
	if f := r.parent(at); f >= 0 && e < 0 {
		e, by, conf = f, ByCoreference, 0.8
	}
	if f := r.sameHead(at); f >= 0 && (e < 0 || m.class == human) {
		e, by, conf = f, ByCoreference, 0.8
	}
	if e >= 0 && r.entities[e].unnamed && i >= 0 {
		if f := r.ledWith(at); f >= 0 {
			e = f // Hacker jailed. The hacker who ..., and then his name
		}
	}
	if e >= 0 {
		m.Entity = e
		r.fuller(&r.entities[e], at, first, last)
		d := r.ofEntity(e, at, span)
		d.speaker.By, d.speaker.Confidence = by, conf
		return d
	}
	if !m.indefinite || !r.toks[m.first].is(isDeterminer) && (r.toks[m.headAt].capital() || r.headline(m)) {
		if e := r.holder(at); e != nil {
			return r.ofHolder(e, at, span)
		}
	}
	if e := r.described(at, i); e >= 0 {
		return r.ofDescribed(e, at, span)
	}
	if e := r.toldLater(at, i); e >= 0 {
		m.Entity = e
		d := r.ofEntity(e, at, span)
		d.speaker.By, d.speaker.Confidence = ByCoreference, 0.75
		return d
	}
	e = r.nounEntity(at, min(first, int(m.first)), max(last, int(r.complementEnd(m.last+1))))
	ent := &r.entities[e]
	ent.phrase = r.rolePhrase(at, first, last)
	ent.unnamed = true
	m.Entity = e
	d := r.ofEntity(e, at, span)
	d.speaker.By, d.speaker.Confidence = ByPhrase, 0.7
	return d
}

// again resolves "this person", "this man": who spoke last.
func (r *resolver) again(at int, span news.Span) decided {
	r.mentions[at].Entity = r.last
	d := r.ofEntity(r.last, at, span)
	d.speaker.By, d.speaker.Confidence = ByCoreference, 0.8
	return d
}

// sameHead is the unnamed person whom an earlier phrase with the same head brought in:
// "a Valdorian diplomat" for "the diplomat"; or -1.
func (r *resolver) sameHead(at int) int {
	m := &r.mentions[at]
	if !m.definite || r.ownedBy(at) {
		return -1
	}
	for j := at - 1; j >= 0; j-- {
		o := &r.mentions[j]
		if o.Kind != RoleMention || o.predicate || o.possessive || r.key(o.headAt) != r.key(m.headAt) {
			continue
		}
		if o.state != nil && m.state != nil && o.state.Entry != m.state.Entry {
			continue // the Merovian leader, the Valdorian leader
		}
		if o.Entity < 0 && o.indefinite {
			r.nounEntity(j, int(o.first), int(o.last)+1)
		}
		if o.Entity >= 0 && !o.gender.agrees(m.gender) {
			return -1
		}
		return o.Entity
	}
	return -1
}

// soonNamed is the one spokesperson of the report, named in its next sentences, whom an
// unnamed one at its beginning is: "A spokesman for Kell said", and later "Kell spokesman
// Lev Marn"; or -1.
func (r *resolver) soonNamed(at int) int {
	m := &r.mentions[at]
	if m.class != spokesperson || !m.indefinite || m.Number == Plural || r.pronounOwns(at) {
		return -1
	}
	found := -1
	for j, end := at+1, r.until(at); j < end && r.mentions[j].sentence-m.sentence <= 2*soonTold; j++ {
		o := &r.mentions[j]
		if o.Kind != NameMention || o.Entity < 0 || o.Entity == found || !r.speaksFor(at, &r.entities[o.Entity]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = o.Entity
	}
	return found
}

// speaksFor reports whether the report calls e a spokesperson for what the words of the
// role at name.
func (r *resolver) speaksFor(at int, e *entity) bool {
	m := &r.mentions[at]
	if !m.gender.agrees(e.gender) {
		return false
	}
	first := m.first
	if at > 0 && r.mentions[at-1].owns() && r.mentions[at-1].last == m.first-1 {
		first = r.mentions[at-1].first
	}
	for i := range e.roles {
		role := &e.roles[i]
		if role.class == spokesperson && (r.shareCapital(first, r.complementEnd(m.last+1), role) || !r.hasCapital(role)) {
			return true
		}
	}
	return false
}

// hasCapital reports whether the role names a body or person.
func (r *resolver) hasCapital(role *roleWords) bool {
	for k := role.first; k < role.last; k++ {
		if r.toks[k].capital() && !r.toks[k].is(isPerson) {
			return true
		}
	}
	return false
}

// shareCapital reports whether a capitalised word of tokens [first, end) stands in the
// role too.
func (r *resolver) shareCapital(first, end int32, role *roleWords) bool {
	for k := first; k < end; k++ {
		if t := r.toks[k]; t.capital() && !t.is(isDeterminer|isPerson) && r.inRole(r.key(k), role) {
			return true
		}
	}
	return false
}

// fuller lets an unnamed person take the longer of its phrase and that of mention at.
func (r *resolver) fuller(e *entity, at, first, last int) {
	if !e.unnamed {
		return
	}
	if phrase := r.rolePhrase(at, first, last); len(phrase) > len(e.phrase) {
		e.phrase = phrase
	}
}

// rolePhrase prints an office with what says whose it is.
func (r *resolver) rolePhrase(at, first, last int) string {
	m := &r.mentions[at]
	end := int(m.last) + 1
	if end < len(r.toks) && (r.is(end, "of") || r.is(end, "for") || m.class.saysWhose() && r.is(end, "to")) {
		end = min(int(r.complementEnd(m.last+1)), max(last, end))
	}
	name := r.printedUpTo(min(first, int(m.first)), max(last, end), at)
	if p := int(m.last) + 1; end > p && r.word(p) != "of" {
		name += " " + oneLine(r.text[r.toks[p].start:r.toks[end-1].end])
	}
	return name
}

// saysWhose reports whether what "to" adds to a role of the class belongs to it: an envoy to
// Merovia, but an official speaks to a newspaper.
func (c class) saysWhose() bool {
	switch c {
	case spokesperson, envoy, diplomat, minister, secretary, aide:
		return true
	}
	return false
}

// pronounOwns reports whether the role is somebody's: "his spokesman".
func (r *resolver) pronounOwns(at int) bool {
	m := &r.mentions[at]
	for k := m.first; k < m.headAt; k++ {
		if p, ok := pronounOf(r.word(int(k))); ok && p.owner {
			return true
		}
	}
	return false
}

// officesOf gives what the directory reads in the office's words, its possessor and
// its complement included.
func (s *Scene) officesOf(at int) []Office {
	m := &s.mentions[at]
	first := m.first
	if at > 0 && s.mentions[at-1].owns() && s.mentions[at-1].last == m.first-1 {
		first = s.mentions[at-1].first
	}
	end, found := s.dir.OfficeAt(s.text, int(s.toks[first].start))
	if end < int(s.toks[m.headAt].end) {
		return nil
	}
	return found
}

// leastRole is the score that a person needs to be what a definite role means.
const leastRole = 1.7

// roleBearer finds the person of the report that a definite role means.
func (r *resolver) roleBearer(at, i int) (entity int, by string, confidence float64) {
	m := &r.mentions[at]
	if m.indefinite && (r.toks[m.first].is(isDeterminer) || !r.toks[m.headAt].capital() && !r.headline(m)) || r.pronounOwns(at) {
		return -1, "", 0
	}
	if r.toks[m.first].is(isProper) && m.first == m.last {
		return -1, "", 0 // Republican calls for talks
	}
	offices := r.officesOf(at)
	best, second, bestScore := -1, 0.0, 0.0
	for e := range r.around(at) {
		ent := &r.entities[e]
		if ent.kind != news.Person || len(ent.mentions) == 0 {
			continue
		}
		score := r.roleFit(at, ent, offices)
		if score <= 0 {
			continue
		}
		score += r.salience(e, at)
		if r.namedAfter(e, int(m.first), i) {
			score -= 3
		}
		if score <= 0 {
			continue
		}
		if score > bestScore {
			best, second, bestScore = e, bestScore, score
		} else if score > second {
			second = score
		}
	}
	if bestScore < leastRole {
		return -1, "", 0
	}
	conf := 0.9
	if bestScore-second < 0.5 {
		conf = 0.6
	}
	return best, ByRole, conf
}

// headline reports whether the mention stands in a headline or standfirst, where the
// article is left out: "Forum chief tells rivals".
func (s *Scene) headline(m *Mention) bool {
	switch s.doc.Report.Passages[s.doc.Sentences[m.sentence].Passage].Kind {
	case news.Headline, news.Standfirst:
		return true
	}
	return false
}
