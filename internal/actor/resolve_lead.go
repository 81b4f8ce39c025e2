package actor

import "slices"

// A report may begin with somebody's words and tell his name only then: "A lawmaker is calling for a
// ban", and in the next sentence "Lev Marn said in a bill".

const (
	leadSentences = 5   // of a report's beginning, headline included
	leadMentions  = 200 // at most in it, should its sentences never end
	leadFit       = 1.4 // of the role that the report gives the person then
)

// toldLater is the person whose name the report tells only behind the role at, the source of
// attribution i; or -1.
func (r *resolver) toldLater(at, i int) int {
	if e := r.soonNamed(at); e >= 0 || i < 0 {
		return e
	}
	return r.ledWith(at)
}

// ledWith is the person named soon after the beginning of the report whom the role at in it means; or
// -1, also where two may be meant.
func (r *resolver) ledWith(at int) int {
	if !r.leads(at) {
		return -1
	}
	m := &r.mentions[at]
	found, next := -1, -1
	for j, end := at+1, r.until(at); j < end && r.mentions[j].sentence-m.sentence <= soonTold; j++ {
		o := &r.mentions[j]
		if o.Kind != NameMention || o.Entity < 0 || o.owns() || o.quoted || int(r.entities[o.Entity].mentions[0]) != j || !m.gender.agrees(r.entities[o.Entity].gender) || r.foreign(m, &r.entities[o.Entity]) {
			continue
		}
		if next < 0 {
			next = j
		}
		if !r.leadFits(at, &r.entities[o.Entity]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = o.Entity
	}
	if found < 0 && next >= 0 && r.tellsWho(at, next) {
		found = r.mentions[next].Entity
	}
	return found
}

// leads reports whether the role at stands in the report's beginning and brings one in who is not yet
// known: a lawmaker, the hacker who.
func (r *resolver) leads(at int) bool {
	m := &r.mentions[at]
	if m.sentence >= leadSentences || at >= leadMentions || m.Number == Plural || m.quoted || m.predicate || r.pronounOwns(at) {
		return false
	}
	return m.indefinite || r.singledOut(at)
}

// singledOut reports whether the role at is somebody's or a relative clause tells of whom it is said.
func (r *resolver) singledOut(at int) bool {
	k := int(r.mentions[at].last) + 1
	return r.ownedBy(at) || r.mentions[at].definite && k < len(r.toks) && (r.is(k, "who") || r.is(k, "whose"))
}

// leadFits reports whether a role that the report gives the person is that of the mention at. Officials
// and the like are mostly left without a name: a headline has no room for it.
func (r *resolver) leadFits(at int, e *entity) bool {
	m := &r.mentions[at]
	for i := range e.roles {
		role := &e.roles[i]
		if r.wordFit(m, role) >= leadFit && (!leftUnnamed(m.class) || r.headline(m)) {
			return true
		}
	}
	return false
}

// leftUnnamed reports whether reports often cite people of the class without a name.
func leftUnnamed(c class) bool {
	switch c {
	case official, spokesperson, secretary, envoy, diplomat, aide, soldier, minister:
		return true
	}
	return false
}

// tellsWho reports whether the person's name next, in the next sentence, tells who the role at is:
// a name without another role, and either with a comma behind it or a speaker's. The officers, aides
// and kin of somebody, and who is in the directory, need no such lead.
func (r *resolver) tellsWho(at, next int) bool {
	m, o := &r.mentions[at], &r.mentions[next]
	e := &r.entities[o.Entity]
	single, common := r.singledOut(at), m.class == human || recalls(m.class)
	if o.sentence != m.sentence+1 || e.actor != nil || !(m.class == human && single) && r.otherwiseEmployed(e) {
		return false
	}
	if single && r.toldMore(o) && (int(o.first) == r.doc.Sentences[o.sentence].First || r.spoken(o)) {
		return common || !r.ownedBy(at) && !leftUnnamed(m.class) // Lev Marn, 44, was sentenced
	}
	return common && r.spoken(o)
}

// toldMore reports whether a comma stands behind the name o, as where more is told of the person.
func (r *resolver) toldMore(o *Mention) bool {
	return int(o.last)+1 < len(r.toks) && r.byteAt(int(o.last)+1) == ','
}

// spoken reports whether the name o is, or stands in, the source of an attribution.
func (r *resolver) spoken(o *Mention) bool {
	return slices.ContainsFunc(r.sources, func(src Source) bool { return src.Mention.Contains(o.Span) })
}
