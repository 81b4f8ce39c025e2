package actor

import (
	"strings"

	"parley/internal/dossier"
	"parley/internal/news"
)

// roleFit scores how well the role m fits the person: the report's own words for the
// person first, then the directory's offices on the day. 0 is no fit.
func (r *resolver) roleFit(at int, e *entity, offices []Office) float64 {
	m := &r.mentions[at]
	if !m.gender.agrees(e.gender) || r.foreign(m, e) || r.elsewhere(m, e) {
		return 0
	}
	if body := r.bodyOf(m); body > 0 {
		return r.bodyFit(m, e, body)
	}
	office, words := r.officeFit(e, offices), 0.0
	owned := r.ownedBy(at)
	for i := range e.roles {
		if !owned || r.key(m.headAt) == r.key(e.roles[i].head) {
			words = max(words, r.wordFit(m, &e.roles[i]))
		}
	}
	best := max(office, words)
	if office > 0 && words > 0 {
		best += bothAgree
	}
	if owned {
		return best
	}
	if best > 0 && office == 0 && r.unplaced(m, e) {
		best = max(best-stateUnsaid, 0)
	}
	if best == 0 && e.actor != nil {
		best = r.classFit(m, e)
	}
	if best == 0 && m.state != nil && m.state.Entry == e.of && recalls(m.class) && !r.otherwiseEmployed(e) {
		best = 1.5
	}
	if e.unnamed && best < 3 {
		return 0 // another unnamed person with another word
	}
	if best == 0 && r.recallsAnyone(m) && !e.weak && (m.class == epithet || recalls(m.class) && !r.otherwiseEmployed(e)) {
		best = 0.8
	}
	return best
}

// bodyOf is the noun of the body in the of-phrase of a role that tells more than the role's own
// noun, the delegation in "the head of the Merovian delegation"; 0 for a role of a state, of its
// government or of a body that goes by a noun, of which the directory knows.
func (s *Scene) bodyOf(m *Mention) int32 {
	k := m.last + 1
	if int(k) >= len(s.toks) || !s.is(int(k), "of") {
		return 0
	}
	for k++; int(k) < len(s.toks) && k < m.last+7 && !s.toks[k].has(mark); k++ {
		t := s.toks[k]
		if t.lower() && t.is(isStop) && !t.is(isDeterminer) {
			break
		}
		if t.lower() && t.is(isBody) {
			if s.lex.short[s.key(k)] == 0 && !ofStates(s.word(int(k))) {
				return k
			}
			break
		}
	}
	return 0
}

// ofStates reports whether the noun w means a state or its government.
func ofStates(w string) bool {
	switch w {
	case "government", "nation", "country", "state", "kingdom", "republic", "emirate", "sultanate", "regime", "administration", "parliament", "congress", "senate", "house", "assembly":
		return true
	}
	return false
}

// bodyFit is how well the role m of the body whose noun stands at token body fits the roles that
// the report gives the person; one without that noun is another's.
func (r *resolver) bodyFit(m *Mention, e *entity, body int32) float64 {
	best := 0.0
	for i := range e.roles {
		if r.inRole(r.key(body), &e.roles[i]) {
			best = max(best, r.wordFit(m, &e.roles[i]))
		}
	}
	return best
}

// stateUnsaid is what it counts against a person that the role is of a state of which
// the report has said nothing for him: the Merovian ambassador is not any envoy.
const stateUnsaid = 1.5

// unplaced reports whether the role names a state and nothing connects the person with it.
func (r *resolver) unplaced(m *Mention, e *entity) bool {
	if m.state == nil || m.state.Entry.Kind != news.State || m.state.Entry == e.of || e.actor != nil {
		return false
	}
	for i := range e.roles {
		if k := e.roles[i].state; k != nil && k.Entry == m.state.Entry {
			return false
		}
	}
	return true
}

// bothAgree is what it counts that the directory and the report's words both give the
// person the role.
const bothAgree = 0.5

// recallsAnyone reports whether the role says so little that it may mean somebody named
// without it: no body of its own, no of-phrase.
func (r *resolver) recallsAnyone(m *Mention) bool {
	return (m.state == nil || m.state.Entry.Kind == news.State || m.class == candidate || m.class == politician) && int(r.complementEnd(m.last+1)) == int(m.last)+1
}

// otherwiseEmployed reports whether the report gives the person a role, so that one of
// another class is somebody else's.
func (r *resolver) otherwiseEmployed(e *entity) bool {
	for i := range e.roles {
		if r.past(e.roles[i].first, e.roles[i].head) {
			continue
		}
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
	if e.of != nil && e.actor == nil {
		return m.state.Entry != e.of
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

// elsewhere reports whether the role names a body, by a capitalised word that nothing is
// known of, with which neither the report nor the directory connects the person: "the
// Brennport official".
func (r *resolver) elsewhere(m *Mention, e *entity) bool {
	if r.headline(m) {
		return false
	}
	if m.class == legislator || m.class == governor {
		return false // the Vermont senator, who is only called Sen. Kell before
	}
	for k := r.afterDeterminer(m.first); k < m.headAt; k++ {
		if t := r.toks[k]; !t.capital() || t.flags != 0 || r.opensSentence(k) || m.state != nil {
			continue
		}
		if _, n := r.knownAt(int(k), int(m.headAt)); n == 0 && !r.connected(k, e) {
			return true
		}
	}
	return false
}

func (r *resolver) opensSentence(k int32) bool {
	return int(k) == r.doc.Sentences[r.sentenceOf(int(k))].First
}

// connected reports whether word k stands in a role of the person.
func (r *resolver) connected(k int32, e *entity) bool {
	for i := range e.roles {
		if r.inRole(r.key(k), &e.roles[i]) {
			return true
		}
	}
	if e.actor == nil {
		return false
	}
	for _, role := range e.actor.Roles {
		if strings.Contains(role.Of, r.word(int(k))) || strings.Contains(role.Office, r.word(int(k))) {
			return true
		}
	}
	return false
}

// officeFit is 4 if the person holds one of the offices on the report's day, or held it
// before where the words say "former".
func (r *resolver) officeFit(e *entity, offices []Office) float64 {
	if e.actor == nil || len(offices) == 0 {
		return 0
	}
	best := 0.0
	for i := range e.actor.Roles {
		holds, held := e.actor.holds(i, r.day), e.actor.held(i, r.day)
		for _, o := range offices {
			if o.Former && held || !o.Former && holds {
				best = max(best, r.sameOffice(&o, &e.actor.Roles[i]))
			}
		}
	}
	return best
}

// sameOffice is 4 if the office is that of the role, 3 if it does not say of what state
// or body.
func (r *resolver) sameOffice(o *Office, role *dossier.Role) float64 {
	office := r.dir.Office(*role)
	switch {
	case o.Name != office && o.Name != leaderOffice:
	case o.Name == leaderOffice && !leads(office):
	case o.Of == role.Of:
		return 4
	case o.Of == "" || o.Implied:
		return 3
	}
	return 0
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
	if r.lesser(m.first, m.headAt) != r.lesser(role.first, role.head) {
		return 0 // the vice president is not the president
	}
	common, odd := 0, 0
	for k := r.afterDeterminer(m.first); k < m.headAt; k++ {
		if r.toks[k].is(isFormer) && r.toks[k].lower() {
			continue
		}
		if r.inRole(r.key(k), role) || r.initialsIn(k, role) {
			common++
		} else {
			odd++
		}
	}
	fit := r.headFit(m, role, float64(common), float64(odd))
	if r.past(role.first, role.head) && !r.past(m.first, m.headAt) {
		return min(fit, pastFit)
	}
	return fit
}

// pastFit is the most that it counts for a role that the report gives the person the same as
// past: the former candidate is the candidate only where nobody else may be.
const pastFit = 0.7

// headFit compares the heads of two roles with so many words in common and so many not.
func (r *resolver) headFit(m *Mention, role *roleWords, common, odd float64) float64 {
	switch {
	case r.key(m.headAt) == r.key(role.head):
		return max(3+0.5*common-odd, 0)
	case m.class != noClass && m.class != otherClass && m.class == role.class:
		return max(2.2+0.5*common-odd, 0)
	case widens(m.class, role.class):
		return max(1.6+0.5*common-0.7*odd, 0)
	case m.class == leader && role.class == official && common > 0:
		return 1.8 // the Forum chief, of its secretary-general
	}
	return 0
}

// past reports whether a word before the head of tokens [first, head) says that the office
// is held no more.
func (r *resolver) past(first, head int32) bool {
	for k := first; k < head; k++ {
		if r.toks[k].is(isPast) {
			return true
		}
	}
	return false
}

// initialsIn reports whether the capitals of the word at k are the initials of a body in the
// role: the HEIU chief, of the president of the Harbour Employees International Union.
func (r *resolver) initialsIn(k int32, role *roleWords) bool {
	w := r.word(int(k))
	if !r.toks[k].has(allCaps) || len(w) < 3 || len(w) > mostInitials {
		return false
	}
	n := 0
	for j := role.first; j < role.last && n < len(w); j++ {
		switch {
		case r.toks[j].capital() && r.byteAt(int(j)) == w[n]:
			n++
		case n > 0 && r.joinsNamed(int(j)):
		default:
			n = 0
		}
	}
	return n == len(w)
}

// lesser reports whether a word before the head, token head of a role from token first on, or
// the head itself (vice-president) makes the office another, lesser one.
func (r *resolver) lesser(first, head int32) bool {
	if w := r.word(int(head)); len(w) > len("vice-") && strings.EqualFold(w[:len("vice-")], "vice-") {
		return true
	}
	for k := first; k < head; k++ {
		switch strings.ToLower(r.word(int(k))) {
		case "vice", "deputy", "assistant", "shadow", "under":
			return true
		}
	}
	return false
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
		return of == minister || of == secretary || of == spokesperson || of == envoy || of == diplomat || of == aide
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
		case c == m.class && c != otherClass && m.headAt == r.afterDeterminer(m.first) && !r.lesser(m.headAt, m.headAt):
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
	if e := r.entityOf(h); e >= 0 {
		m.Entity = e
		d := r.ofEntity(e, at, span)
		d.speaker.By, d.speaker.Confidence = ByRoleOnDay, 0.85
		return d
	}
	e := r.newEntity(int32(at), news.Person)
	ent := &r.entities[e]
	r.setActor(e, h)
	ent.gender = genderOf(h.Gender)
	ent.mentions = append(ent.mentions, int32(at))
	d := r.ofEntity(e, at, span)
	d.speaker.By, d.speaker.Confidence = ByRoleOnDay, 0.8
	return d
}
