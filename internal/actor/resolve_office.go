package actor

import (
	"strings"

	"parley/internal/news"
)

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
	if f := r.sameHead(at); f >= 0 && (e < 0 || m.class == human) {
		e, by, conf = f, ByCoreference, 0.8
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
	e = r.nounEntity(at, min(first, int(m.first)), max(last, int(r.complementEnd(m.last+1))))
	ent := &r.entities[e]
	ent.phrase = r.rolePhrase(at, first, last)
	ent.unnamed = true
	m.Entity = e
	d := r.ofEntity(e, at, span)
	d.speaker.By, d.speaker.Confidence = ByPhrase, 0.7
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
	if end < len(r.toks) && (r.is(end, "for") || r.is(end, "to") || r.is(end, "of")) {
		end = min(int(r.complementEnd(m.last+1)), max(last, end))
	}
	name := r.printedUpTo(min(first, int(m.first)), max(last, end), at)
	if p := int(m.last) + 1; end > p && r.word(p) != "of" {
		name += " " + oneLine(r.text[r.toks[p].start:r.toks[end-1].end])
	}
	return name
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
	offices := r.officesOf(at)
	best, second, bestScore := -1, 0.0, 0.0
	for e := range r.entities {
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

// roleFit scores how well the role m fits the person: the report's own words for the
// person first, then the directory's offices on the day. 0 is no fit.
func (r *resolver) roleFit(at int, e *entity, offices []Office) float64 {
	m := &r.mentions[at]
	if !m.gender.agrees(e.gender) || r.foreign(m, e) {
		return 0
	}
	best := r.officeFit(e, offices)
	owned := r.ownedBy(at)
	for i := range e.roles {
		if !owned || r.key(m.headAt) == r.key(e.roles[i].head) {
			best = max(best, r.wordFit(m, &e.roles[i]))
		}
	}
	if owned {
		return best
	}
	if best == 0 && e.actor != nil {
		best = r.classFit(m, e)
	}
	if e.unnamed && best < 3 {
		return 0 // another unnamed person with another word
	}
	if best == 0 && r.recallsAnyone(m) && !e.weak && (m.class == epithet || recalls(m.class) && !r.otherwiseEmployed(e)) {
		best = 0.8
	}
	return best
}

// recallsAnyone reports whether the role says so little that it may mean somebody named
// without it: no body of its own, no of-phrase.
func (r *resolver) recallsAnyone(m *Mention) bool {
	return (m.state == nil || m.state.Entry.Kind == news.State) && int(r.complementEnd(m.last+1)) == int(m.last)+1
}

// otherwiseEmployed reports whether the report gives the person a role, so that one of
// another class is somebody else's.
func (r *resolver) otherwiseEmployed(e *entity) bool {
	for i := range e.roles {
		switch c := e.roles[i].class; c {
		case rank, soldier, epithet, candidate, politician, noClass:
		default:
			return true
		}
	}
	return false
}

// recalls reports whether reports use roles of the class to name again somebody whom
// they have named before without that role: "the billionaire", "the Vermont senator".
func recalls(c class) bool {
	switch c {
	case epithet, legislator, governor, candidate, politician, leader, president, premier, minister, diplomat, business, arts:
		return true
	}
	return false
}

// foreign reports whether the role names another state than the person's.
func (r *resolver) foreign(m *Mention, e *entity) bool {
	if m.state == nil || m.state.Entry.Kind != news.State {
		return false
	}
	if e.actor != nil {
		side := r.dir.Side(e.actor, r.day)
		return side != nil && side.Kind == news.State && side != m.state.Entry
	}
	for i := range e.roles {
		if k := e.roles[i].state; k != nil && k.Entry.Kind == news.State && k.Entry != m.state.Entry {
			return true
		}
	}
	return false
}

// officeFit is 4 if the person holds one of the offices on the report's day.
func (r *resolver) officeFit(e *entity, offices []Office) float64 {
	if e.actor == nil || len(offices) == 0 {
		return 0
	}
	best := 0.0
	for _, role := range r.dir.RolesOn(e.actor, r.day) {
		office := r.dir.Office(role)
		for _, o := range offices {
			if o.Former {
				continue
			}
			switch {
			case o.Name != office && o.Name != leaderOffice:
			case o.Name == leaderOffice && !leads(office):
			case o.Of == role.Of:
				best = max(best, 4)
			case o.Of == "" || o.Implied:
				best = max(best, 3)
			}
		}
	}
	return best
}

func leads(office string) bool {
	switch office {
	case "president", "prime minister", "monarch", "head of state", "chancellor", "supreme leader", "secretary-general", "leader":
		return true
	}
	return false
}

// wordFit compares the role with one that the report gives the person: 3 and more
// for the same head, with every further word in common, less for the same class.
func (r *resolver) wordFit(m *Mention, role *roleWords) float64 {
	common, odd := 0, 0
	for k := r.afterDeterminer(m.first); k < m.headAt; k++ {
		if r.toks[k].is(isFormer) && r.toks[k].lower() {
			continue
		}
		if r.inRole(r.key(k), role) {
			common++
		} else {
			odd++
		}
	}
	switch {
	case r.key(m.headAt) == r.key(role.head):
		return max(3+0.5*float64(common)-float64(odd), 0)
	case m.class != noClass && m.class != otherClass && m.class == role.class:
		return max(2.2+0.5*float64(common)-float64(odd), 0)
	case widens(m.class, role.class):
		return max(1.6+0.5*float64(common)-0.7*float64(odd), 0)
	case m.class == leader && role.class == official && common > 0:
		return 1.8 // the Forum chief, of its secretary-general
	}
	return 0
}

func (r *resolver) inRole(h uint64, role *roleWords) bool {
	for k := role.first; k < role.last; k++ {
		if r.key(k) == h {
			return true
		}
	}
	return false
}

// widens reports whether a role of class wide is said of holders of class of.
func widens(wide, of class) bool {
	switch wide {
	case diplomat:
		return of == envoy || of == minister || of == secretary || of == spokesperson
	case leader:
		return of == president || of == premier
	case politician:
		return of == legislator || of == minister || of == premier || of == president || of == governor || of == candidate || of == leader
	case official:
		return of == minister || of == secretary || of == spokesperson || of == envoy || of == diplomat
	case candidate:
		return of == legislator || of == governor || of == politician
	case legislator:
		return of == rank
	}
	return false
}

// classFit scores a role by its class against the person's offices on the day.
func (r *resolver) classFit(m *Mention, e *entity) float64 {
	for _, role := range r.dir.RolesOn(e.actor, r.day) {
		office := r.dir.Office(role)
		c := r.officeClass(office)
		switch {
		case m.class == leader && leads(office) && r.namesBody(m, role.Of):
			return 2.2 // the Forum chief
		case c == noClass:
		case c == m.class && c != otherClass && m.headAt == r.afterDeterminer(m.first):
			return 2.2
		case widens(m.class, c):
			return 1.8
		}
	}
	return 0
}

// namesBody reports whether a word before the role's head is one of the body's name.
func (r *resolver) namesBody(m *Mention, body string) bool {
	for k := m.first; k < m.headAt; k++ {
		if r.toks[k].capital() && strings.Contains(body, r.word(int(k))) {
			return true
		}
	}
	return false
}

// holder is who held on the report's day the office that a role names, the state
// given; nil when the words, the day or the directory leave it open.
func (r *resolver) holder(at int) *Entry {
	if r.day.IsZero() {
		return nil
	}
	var found *Entry
	for _, o := range r.officesOf(at) {
		if o.Of == "" || o.Former {
			continue
		}
		for _, e := range r.dir.Holders(o.Name, o.Of, r.day) {
			if found != nil && found != e {
				return found
			}
			found = e
		}
	}
	return found
}

// ofHolder is a speaker whom only the directory names.
func (r *resolver) ofHolder(h *Entry, at int, span news.Span) decided {
	m := &r.mentions[at]
	for e := range r.entities {
		if r.entities[e].actor == h {
			m.Entity = e
			d := r.ofEntity(e, at, span)
			d.speaker.By, d.speaker.Confidence = ByRoleOnDay, 0.85
			return d
		}
	}
	e := r.newEntity(int32(at), news.Person)
	ent := &r.entities[e]
	ent.actor, ent.gender = h, genderOf(h.Gender)
	ent.mentions = append(ent.mentions, int32(at))
	d := r.ofEntity(e, at, span)
	d.speaker.By, d.speaker.Confidence = ByRoleOnDay, 0.8
	return d
}
