package actor

import (
	"strings"
	"unicode"

	"parley/internal/dossier"
	"parley/internal/news"
)

// byMention resolves a source whose head is mention at.
func (r *resolver) byMention(at, first, last, i int, span news.Span) decided {
	m := &r.mentions[at]
	switch m.Kind {
	case RoleMention:
		return r.byRole(at, first, last, i, span)
	case GroupMention:
		if e := r.described(at, i); e >= 0 {
			return r.ofDescribed(e, at, span)
		}
	case NameMention, SurnameMention, UnknownMention, StateMention:
		if m.Kind == UnknownMention && m.Entity >= 0 && r.opens(m) && last-first > 1 && r.entities[m.Entity].gender == 0 {
			return r.asPrinted(first, last, span) // "Minutes of the meeting"
		}
		if m.Entity >= 0 {
			d := r.ofEntity(m.Entity, at, span)
			if e := &r.entities[m.Entity]; m.Kind == UnknownMention && e.kind == "" && e.gender == 0 && m.first < m.nameAt {
				d.speaker.Name = r.printedUpTo(first, last, at) // other Netizens
			}
			return d
		}
	}
	return r.byNoun(at, first, last, span)
}

// ofEntity makes the speaker that mention at of actor e is.
func (r *resolver) ofEntity(e, at int, span news.Span) decided {
	sp := r.describe(e)
	sp.Mention = span
	sp.Trail = r.trail(span, at, e)
	m := &r.mentions[at]
	sp.By, sp.Confidence = r.howNamed(m, &r.entities[e])
	return decided{sp, e}
}

// howNamed tells by what a name mention was decided, and how surely.
func (s *Scene) howNamed(m *Mention, e *entity) (string, float64) {
	switch {
	case m.Kind == StateMention && m.fromDirectory != nil && m.fromDirectory.How >= HowCapital:
		return ByMetonym, 0.93
	case m.similar, e.similar:
		return BySimilarName, 0.7
	case m.Kind == SurnameMention && e.names > 0:
		return BySurname, 0.96
	case m.fromDirectory != nil && m.fromDirectory.How == HowSurname, e.actor != nil && e.names == 0 && e.kind == news.Person:
		if s.day.IsZero() {
			return BySurname, 0.7
		}
		return ByDirectory, 0.8
	case m.Kind == NameMention, m.Kind == StateMention:
		return ByName, 0.99
	}
	return ByName, 0.85
}

// describe fills what does not depend on the mention: id, name, kind, role, side.
func (s *Scene) describe(e int) news.Speaker {
	ent := &s.entities[e]
	sp := news.Speaker{Name: s.nameOf(ent), Kind: ent.kind}
	if sp.Kind == "" {
		sp.Kind = news.Person
		if f := &s.mentions[ent.full]; ent.gender == 0 && f.last == f.nameAt || f.definite || s.toks[f.last].has(allCaps) {
			sp.Kind = news.Organisation
		}
	}
	sp.Anonymous = ent.unnamed
	switch {
	case ent.actor != nil:
		sp.ID = ent.actor.ID
	case !ent.unnamed:
		sp.ID = localID(s.doc.Report.ID, sp.Name)
	}
	sp.Role = s.roleOf(ent)
	sp.Side = s.sideOf(ent)
	return sp
}

// nameOf is the actor's name: the directory's form for persons and states, else the
// fullest words of the report.
func (s *Scene) nameOf(e *entity) string {
	if e.actor != nil && (e.kind == news.Person || e.kind == news.State) {
		return e.actor.Name
	}
	m := &s.mentions[e.full]
	if e.phrase != "" {
		return e.phrase
	}
	first := m.nameAt
	if m.Kind == SurnameMention && s.keepsTitle(m) {
		first--
	}
	if m.Kind == OrganisationMention || m.Kind == UnknownMention {
		return s.printTo(s.properStart(m), s.nameEnd(int(m.last)+1))
	}
	return oneLine(s.text[s.toks[first].start:s.toks[m.last].end])
}

// properStart is the first capitalised word of a body's name, after what the sentence
// says of it: "the broader | Relief Council".
func (s *Scene) properStart(m *Mention) int {
	if s.toks[m.last].lower() {
		return int(m.first)
	}
	if s.named(m) {
		return int(m.nameAt)
	}
	k := m.first
	for k < m.nameAt && (!s.toks[k].capital() || s.toks[k].is(isDeterminer|isFormer) && !s.is(int(k), "The")) {
		k++
	}
	return int(s.skipSmall(m, k))
}

// skipSmall is the first token from k on of a body's proper name that is no small word.
func (s *Scene) skipSmall(m *Mention, k int32) int32 {
	if !s.properlyNamed(m) {
		return k
	}
	small := func(k int32) bool {
		w := s.word(int(k))
		return 'a' <= w[0] && w[0] <= 'z' && w == strings.ToLower(w) && !s.toks[k].is(isParticle|isBody) // not al-Vonhak, eNet
	}
	for k < m.last && (small(k) || s.toks[k].is(isDeterminer) && small(k+1)) {
		k++
	}
	return k
}

// properlyNamed reports whether the words of a body end in its proper name, before which a report
// may say what it thinks of it: the nonpartisan | Budget Office, but not "most Unionists".
func (s *Scene) properlyNamed(m *Mention) bool {
	w := s.word(int(m.last))
	plural := m.Number == Plural || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	return m.Kind == OrganisationMention && s.toks[m.last].capital() && (!plural || s.toks[m.last].is(isNamed|isBody))
}

// nameEnd extends a body's capitalised name that ends before token k over an of-phrase
// of capitals: Chamber | of Commerce, Academy | for Strategic Studies, Centres | for
// Disease Control and Prevention.
func (s *Scene) nameEnd(k int) int {
	if k+2 < len(s.toks) && s.is(k, "to") && s.toks[k-1].is(isNamed) && s.toks[k-1].capital() && s.toks[k+1].capital() && s.toks[k+1].flags == 0 && s.toks[k+2].capital() && !s.toks[k+2].is(isPerson|isHonorific|isForename) && s.adjoins(k+2) {
		end := k + 3
		for end < len(s.toks) && s.toks[end].capital() && s.adjoins(end) {
			end++
		}
		return end // Committee to Protect Harbours
	}
	if k >= len(s.toks) || !s.toks[k-1].capital() || !s.is(k, "of") && (!s.is(k, "for") || !s.toks[k-1].is(isNamed)) {
		return k
	}
	j := k + 1
	if j < len(s.toks) && s.is(j, "the") {
		j++
	}
	end := j
	for end < len(s.toks) && s.toks[end].capital() && s.adjoins(end) {
		end++
		if end+1 < len(s.toks) && s.is(end, "and") && s.toks[end+1].capital() && (s.toks[end+1].is(isNamed) || s.is(k, "for") && s.closesName(end+1)) {
			end++
		}
	}
	if end == j || s.toks[end-1].possessive() {
		return k
	}
	return end
}

// closesName reports whether the word at k may end a body's name behind "and": no
// forename, state or office, and no capital behind it.
func (s *Scene) closesName(k int) bool {
	if s.toks[k].is(isForename|isPerson|isHonorific|isProper) || k+1 < len(s.toks) && s.toks[k+1].capital() {
		return false
	}
	_, n := s.knownAt(k, k+1)
	return n == 0
}

// keepsTitle reports whether a single name goes with its title: Pope Francis, King Salman.
func (s *Scene) keepsTitle(m *Mention) bool {
	if m.nameAt == m.first {
		return false
	}
	switch strings.ToLower(s.word(int(m.nameAt) - 1)) {
	case "pope", "king", "queen", "prince", "princess", "emperor", "sultan", "emir", "patriarch", "ayatollah", "mullah", "saint", "lord", "lady":
		return true
	}
	return false
}

// localID is the id of an actor that the directory does not know.
func localID(report, name string) string {
	var b strings.Builder
	b.WriteString("local:")
	b.WriteString(report)
	b.WriteByte(':')
	dash := false
	for _, r := range name {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if dash {
				b.WriteByte('-')
			}
			b.WriteRune(unicode.ToLower(r))
			dash = false
		default:
			dash = b.Len() > 0
		}
	}
	return b.String()
}

// roleOf is the office on the report's day, else the one that the report gives.
func (s *Scene) roleOf(e *entity) string {
	if e.kind != news.Person {
		return ""
	}
	if e.actor != nil && !s.day.IsZero() {
		if r := s.mainRole(e.actor); r != nil {
			return strings.TrimSuffix(r.Office+" of "+r.Of, " of ")
		}
	}
	for i := range e.roles {
		r := &e.roles[i]
		if r.class != rank || len(e.roles) == 1 {
			return oneLine(s.text[s.toks[r.first].start:s.toks[r.last-1].end])
		}
	}
	return ""
}

// mainRole is the office for which reports know the person on the day: one that leads
// a state, else a minister's or speaker's, else the one that began last.
func (s *Scene) mainRole(e *Entry) *dossier.Role {
	roles := s.dir.RolesOn(e, s.day)
	var best *dossier.Role
	rank := -1
	for i := range roles {
		n := 0
		switch office := s.dir.Office(roles[i]); {
		case leads(office):
			n = 2
		case s.officeClass(office) == minister || s.officeClass(office) == spokesperson || s.officeClass(office) == envoy:
			n = 1
		}
		if n > rank {
			best, rank = &roles[i], n
		}
	}
	return best
}

// sideOf is the state or organisation that the actor speaks for.
func (s *Scene) sideOf(e *entity) *news.Ref {
	if e.actor != nil {
		if side := s.dir.Side(e.actor, s.day); side != nil {
			return &news.Ref{ID: side.ID, Name: side.Name}
		}
	}
	for i := range e.roles {
		if k := e.roles[i].state; k != nil {
			return s.sideOfMatch(k)
		}
	}
	if k := s.mentions[e.full].state; k != nil {
		return s.sideOfMatch(k)
	}
	return nil
}

func (s *Scene) sideOfMatch(k *Match) *news.Ref {
	side := s.dir.Side(k.Entry, s.day)
	if side == nil {
		side = k.Entry
	}
	return &news.Ref{ID: side.ID, Name: side.Name}
}

// trail is the chain of mentions from the source back to the fullest.
func (s *Scene) trail(span news.Span, at, e int) []news.Span {
	trail := []news.Span{span}
	add := func(m *Mention) {
		if last := trail[len(trail)-1]; !m.Span.Overlaps(last) {
			trail = append(trail, m.Span)
		}
	}
	if at >= 0 && s.mentions[at].Kind != NameMention {
		add(&s.mentions[at])
	}
	if full := &s.mentions[s.known(e).fullest]; !full.Span.Overlaps(span) {
		add(full)
	}
	return trail
}
