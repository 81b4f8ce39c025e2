package actor

import "parley/internal/news"

// issued are documents that only hand on the words of whoever issues them: a statement, a
// communiqué. Reports that quote one mean its issuer, whom a longer document, a study or a
// treaty, is not asked for.
const issued bodyKinds = 1 << 8

// issuedNear is how many sentences back "the statement" may have been told of.
const issuedNear = 4

// issuer is the actor who issued the document at mention at, as far as the report says so; or -1.
func (r *resolver) issuer(at int) int {
	m := &r.mentions[at]
	if m.Kind != DocumentMention || m.possessive || r.lex.short[r.key(m.headAt)]&issued == 0 {
		return -1
	}
	if m.Number == Plural { // Lena Kell's remarks
		if at > 0 && r.mentions[at-1].possessive && r.mentions[at-1].last == m.first-1 {
			return r.issues(at - 1)
		}
		return -1
	}
	if e := r.issuerBeside(at); e >= 0 || r.owned(at) {
		return e
	}
	if !m.definite {
		return r.issuerOf(at)
	}
	for j := at - 1; j >= 0 && m.sentence-r.mentions[j].sentence <= issuedNear; j-- {
		if o := &r.mentions[j]; !r.sameNoun(m, o) || o.quoted {
			continue
		}
		if e := r.issuerBeside(j); e >= 0 {
			return e
		}
		if !r.mentions[j].definite {
			return r.issuerOf(j)
		}
	}
	return r.justHeard(m)
}

// justHeard is the last speaker, whose the statement m must be that the report has not told of,
// while his words are near and no document's; or -1.
func (r *resolver) justHeard(m *Mention) int {
	if r.last < 0 || r.lastEnd >= len(r.text) || m.first == m.headAt {
		return -1
	}
	e := &r.entities[r.last]
	if e.unnamed || e.kind != news.Person && e.kind != news.Organisation && e.kind != news.State {
		return -1
	}
	at, _ := r.tokensOf(news.Span{Start: r.lastEnd - 1, End: r.lastEnd})
	if at >= len(r.toks) || m.sentence-r.sentenceOf(at) > 1 || r.inCaption(m) {
		return -1
	}
	return r.last
}

// owned reports whether words before the document's head tell whose or which it is.
func (s *Scene) owned(at int) bool {
	m := &s.mentions[at]
	return s.ownedBy(at) || int(m.headAt) > int(s.afterDeterminer(m.first))
}

// issuerBeside is the issuer whom the phrase itself names: "Lena Kell's statement", "the cabinet
// statement", "a statement (released) by the council"; or -1.
func (r *resolver) issuerBeside(at int) int {
	m := &r.mentions[at]
	if at > 0 && r.mentions[at-1].possessive && r.mentions[at-1].last == m.first-1 {
		return r.issues(at - 1)
	}
	if k := m.headAt - 1; k >= r.afterDeterminer(m.first) {
		return r.bodyAs(at, k)
	}
	if e := r.siteOf(at); e >= 0 {
		return e
	}
	k := int(m.last) + 1
	if k+1 < len(r.toks) && (r.is(k+1, "by") || r.is(k+1, "from")) && r.toks[k].lower() {
		k++ // released by
	}
	if k+1 >= len(r.toks) || !r.is(k, "by") && !r.is(k, "from") || at+1 >= len(r.mentions) || int(r.mentions[at+1].first) != k+1 {
		return -1
	}
	j := at + 1
	for r.mentions[j].owns() && j+1 < len(r.mentions) && r.mentions[j+1].first == r.mentions[j].last+1 {
		j++ // Kell's office
	}
	return r.issues(j)
}

// siteOf is the body on whose website the document at stands: "a statement on the council's
// website", "on the Foreign Ministry web site"; or -1.
func (r *resolver) siteOf(at int) int {
	k := int(r.mentions[at].last) + 1
	if k+2 >= len(r.toks) || !r.is(k, "on") || at+1 >= len(r.mentions) || int(r.mentions[at+1].first) != k+1 {
		return -1
	}
	j := at + 1
	o := &r.mentions[j]
	n := int(o.last) + 1
	if o.possessive && r.is(n, "official") {
		n++
	}
	if r.isSite(n) && o.Kind != DocumentMention {
		return r.issues(j)
	}
	for n = int(o.last); n > int(o.first) && r.isSite(n); n-- {
	}
	if n == int(o.last) || !r.toks[n].capital() || !r.toks[n].is(isBody|isNamed) {
		return -1
	}
	e := r.newEntity(int32(j), news.Organisation)
	r.entities[e].phrase = r.printTo(int(r.afterDeterminer(o.first)), n+1)
	return e
}

// isSite reports whether the word at k is one for a website.
func (r *resolver) isSite(k int) bool {
	return k < len(r.toks) && (r.is(k, "website") || r.is(k, "site") || r.is(k, "web"))
}

// bodyAs is the body that the last word before the head of the document at is the noun of, where
// the report has told of it: the cabinet statement, after the Merovian cabinet; or -1.
func (r *resolver) bodyAs(at int, k int32) int {
	if !r.toks[k].is(isBody) {
		return -1
	}
	best, size := -1, int32(-1)
	for j := r.since(at); j < at; j++ {
		o := &r.mentions[j]
		if o.Kind == OrganisationMention && o.Number != Plural && r.key(o.headAt) == r.key(k) && !r.inCaption(o) && r.modifiers(j) > size {
			best, size = j, r.modifiers(j)
		}
	}
	if best < 0 {
		return -1
	}
	return r.issues(best)
}

// issuerOf is the subject of the clause in which somebody issued the document at, an
// indefinite one: "The council released a statement", "In a statement, the council …"; or -1.
func (r *resolver) issuerOf(at int) int {
	m := &r.mentions[at]
	in := m.first > 0 && (r.is(int(m.first)-1, "in") || r.is(int(m.first)-1, "In"))
	if m.oblique && !in {
		return -1
	}
	for j := at - 1; j >= 0 && r.mentions[j].sentence == m.sentence; j-- {
		o := &r.mentions[j]
		if !o.subject || o.oblique || o.owns() || o.quoted || o.Kind == PronounMention && int(o.first) > r.doc.Sentences[o.sentence].First {
			continue
		}
		return r.issues(j)
	}
	if !in || at+1 >= len(r.mentions) || r.mentions[at+1].sentence != m.sentence || !r.mentions[at+1].subject {
		return -1
	}
	return r.issues(at + 1)
}

// issues is the actor of mention j if it can issue a statement: no document, no place and
// nobody joined to another; or -1.
func (r *resolver) issues(j int) int {
	o := &r.mentions[j]
	if k := int(o.last) + 1; k < len(r.toks) && r.is(k, "and") || j > 0 && r.is(int(o.first)-1, "and") {
		return -1
	}
	switch {
	case o.Entity >= 0:
		if k := r.entities[o.Entity].kind; k == news.Document || k == "" && o.Kind != UnknownMention {
			return -1
		}
		return o.Entity
	case o.Kind == OrganisationMention && j > 0 && r.mentions[j-1].possessive && r.mentions[j-1].last == o.first-1:
		o.Entity = r.nounEntity(j, int(r.mentions[j-1].first), int(o.last)+1)
		return o.Entity
	case o.Kind == OrganisationMention:
		return r.entityOfNoun(j)
	case o.Kind == RoleMention:
		e, _, _ := r.roleBearer(j, -1)
		return e
	}
	return -1
}
