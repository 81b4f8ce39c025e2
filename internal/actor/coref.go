package actor

import (
	"sort"
	"strings"

	"parley/internal/news"
)

// A pronoun's antecedent is the best scored of the mentions before it that agree in
// gender, number and kind. The weights were set by reading PolNeAR's training half
// and measured on the pronouns of GUM.
const (
	perSentence   = 0.7 // lost with each sentence between
	perParagraph  = 0.2 // lost besides with each paragraph between
	asSubject     = 1.0
	asLastSpeaker = 0.7 // the speaker of the attribution before
	asContinued   = 1.2 // the same where the cue goes on: "he added"
	asSpeaker     = 0.3 // anybody who has spoken
	asOblique     = -0.6
	asPossessor   = -0.3
	inOthersWords = -1.3 // talked about inside what somebody else said
	asNamedAfter  = -2.5 // named in what the pronoun is reported to say: "he said Putin …"
	knownGender   = 0.8
	perMention    = 0.06 // for each mention of the actor, at most ten
	farthest      = 9    // sentences
	asUnspoken    = -0.8 // a role that is nobody known and has not spoken
	inSentence    = 0.8  // a subject of the pronoun's own sentence, outside quotation marks
	unknownWord   = -1.8 // a capitalised word of which nothing tells that it is a person
	leastBefore   = -2.0 // below it a subject after the pronoun is tried first
	leastSalience = -6.0
	clearDistance = 0.6 // between the best and the second for full confidence
)

// candidate is an antecedent with its score.
type antecedent struct {
	mention int
	entity  int // -1 for a phrase that is no actor yet
	score   float64
}

// byPronoun resolves the pronoun p at token k as source of attribution i.
func (r *resolver) byPronoun(p pronoun, k, i int, span news.Span) decided {
	switch {
	case p.person == 1:
		return r.firstPerson(k, i, span)
	case p.person == 2:
		return decided{unnamed(span, "the pronoun addresses the reader"), -1}
	case p.rel:
		if d, ok := r.relative(p, k, i, span); ok {
			return d
		}
	}
	found := r.antecedents(p, k, i)
	if len(found) == 0 || found[0].score < leastBefore {
		if at := r.cataphor(p, k); at >= 0 {
			return r.pointsTo(at, k, i, span, 0.7)
		}
	}
	if len(found) == 0 {
		sp := unnamed(span, "no mention before the pronoun agrees with it")
		return decided{sp, -1}
	}
	best := found[0]
	if best.score < leastSalience {
		sp := unnamed(span, "no mention near the pronoun is likely enough")
		sp.Candidates = r.candidates(found)
		return decided{sp, -1}
	}
	conf := 0.9
	if len(found) > 1 {
		if d := best.score - found[1].score; d < clearDistance {
			conf = 0.6 + 0.3*d/clearDistance
		}
	}
	return r.pointsTo(best.mention, k, i, span, conf)
}

// cataphor is the subject that the pronoun at token k, early in its sentence, runs ahead
// of: "In her statement, Kell said"; or -1.
func (r *resolver) cataphor(p pronoun, k int) int {
	sent := r.sentenceOf(k)
	if int(sent) >= len(r.doc.Sentences) || k-r.doc.Sentences[sent].First > 6 {
		return -1
	}
	at := sort.Search(len(r.mentions), func(j int) bool { return int(r.mentions[j].first) > k })
	for ; at < len(r.mentions) && r.mentions[at].sentence == sent; at++ {
		if m := &r.mentions[at]; m.subject && !m.quoted && m.Kind != PronounMention && r.agrees(p, m) {
			return at
		}
	}
	return -1
}

// candidates lists the best antecedents of a pronoun that stays unresolved.
func (r *resolver) candidates(found []antecedent) []news.Candidate {
	out := make([]news.Candidate, 0, 3)
	for _, a := range found[:min(len(found), 3)] {
		if a.entity < 0 {
			continue
		}
		sp := r.describe(a.entity)
		out = append(out, news.Candidate{Ref: news.Ref{ID: sp.ID, Name: sp.Name}, Confidence: 0.3})
	}
	return out
}

// pointsTo makes mention at the antecedent of the pronoun at token k.
func (r *resolver) pointsTo(at, k, i int, span news.Span, conf float64) decided {
	m := &r.mentions[at]
	var d decided
	if m.Entity >= 0 {
		d = r.ofEntity(m.Entity, at, span)
	} else {
		first := int(m.first)
		if at > 0 && r.mentions[at-1].owns() && r.mentions[at-1].last == m.first-1 {
			first = int(r.mentions[at-1].first)
		}
		d = r.byMention(at, first, int(r.complementEnd(m.last+1)), i, m.Span)
		d.speaker.Mention = span
		if d.entity >= 0 {
			d.speaker.Trail = r.trail(span, at, d.entity)
		}
	}
	d.speaker.By, d.speaker.Confidence = ByCoreference, conf*d.speaker.Confidence
	if pm := r.mentionAt(k); pm >= 0 {
		r.mentions[pm].Entity = d.entity
	}
	return d
}

// mentionAt is the mention that begins at token k, or -1.
func (s *Scene) mentionAt(k int) int {
	at := sort.Search(len(s.mentions), func(j int) bool { return int(s.mentions[j].first) >= k })
	if at < len(s.mentions) && int(s.mentions[at].first) == k {
		return at
	}
	return -1
}

// firstPerson resolves I and we: inside quotation marks whoever is quoted, outside
// the report's author, who makes no statements of others.
func (r *resolver) firstPerson(k, i int, span news.Span) decided {
	if i >= 0 {
		if w := r.sources[i].Within; w >= 0 && w < len(r.sources) && w != i {
			d := decided{r.speaker(w), r.speakers[w].entity}
			d.speaker.Mention, d.speaker.By = span, BySpeaker
			return d
		}
	}
	at := r.doc.Tokens[k].Start
	for c := range r.sources {
		for _, part := range r.sources[c].Content {
			if c != i && part.Start <= int(at) && int(at) < part.End {
				d := decided{r.speaker(c), r.speakers[c].entity}
				d.speaker.Mention, d.speaker.By = span, BySpeaker
				return d
			}
		}
	}
	if name := r.doc.Report.Author; name != "" && r.doc.Tokens[k].Quote < 0 {
		sp := news.Speaker{ID: localID(r.doc.Report.ID, name), Name: name, Kind: news.Person, Mention: span, Trail: []news.Span{span}, By: "author", Confidence: 0.7}
		return decided{sp, -1}
	}
	return decided{unnamed(span, "the first person is the report's unnamed author"), -1}
}

// relative resolves who, which and that by the nearest phrase before them that they can
// be said of: persons and groups for who, all but persons for which.
func (r *resolver) relative(p pronoun, k, i int, span news.Span) (decided, bool) {
	at := sort.Search(len(r.mentions), func(j int) bool { return int(r.mentions[j].first) >= k }) - 1
	if d, ok := r.unknownHead(at, k, span); ok {
		return d, true
	}
	who := r.animate(k)
	for ; at >= 0; at-- {
		m := &r.mentions[at]
		if int(m.last) < k-16 || m.sentence != r.sentenceOf(k) {
			break
		}
		if m.owns() || m.Kind == PronounMention || who && !r.mayBeWho(m) || p.thing && r.person(m) {
			continue
		}
		if m.oblique && at > 0 && r.headsPhrase(at-1, at) && (!who || r.mentions[at-1].Kind == RoleMention) {
			continue
		}
		return r.pointsTo(at, k, i, span, 0.9), true
	}
	return decided{}, false
}

// animate reports whether the relative at token k is who, whom or whose.
func (r *resolver) animate(k int) bool {
	w := r.word(k)
	return w == "who" || w == "whom" || w == "whose"
}

func (r *resolver) mayBeWho(m *Mention) bool {
	switch m.Kind {
	case OrganisationMention:
		k := m.fromDirectory
		return m.Number == Plural || k != nil && (k.How == HowPeople || k.How == HowMetonym || strings.HasSuffix(r.word(int(m.last)), "s"))
	case DocumentMention, StateMention:
		return false
	case UnknownMention:
		return !m.oblique || strings.HasSuffix(r.word(int(m.last)), "s")
	case NameMention:
		return m.fromDirectory != nil || m.class != noClass || m.gender != 0 || !m.oblique || !r.placed(m)
	}
	return true
}

func (r *resolver) person(m *Mention) bool { return m.Kind <= RoleMention }

// unknownHead is the phrase right before a relative at token k whose head no mention
// covers: "the Romanian hacker who".
func (r *resolver) unknownHead(at, k int, span news.Span) (decided, bool) {
	end := k
	if end > 0 && r.byteAt(end-1) == ',' {
		end--
	}
	if end == 0 || at >= 0 && int(r.mentions[at].last) >= end-1 || !r.toks[end-1].lower() || r.toks[end-1].is(isStop) || end < k {
		return decided{}, false
	}
	first := end - 1
	for first > 0 && !r.toks[first-1].has(mark) && !r.toks[first-1].is(isStop) && !r.toks[first].is(isDeterminer) {
		first--
	}
	if !r.toks[first].is(isDeterminer) {
		if !strings.HasSuffix(r.word(end-1), "s") {
			return decided{}, false
		}
		for first < end-1 && !adjectival(r.word(first)) && !r.toks[first].capital() {
			first++
		}
	}
	d := r.asPrinted(first, end, -1, span)
	d.speaker.By = ByCoreference
	return d, d.speaker.Name != ""
}

// headsPhrase reports whether mention b stands in an of-phrase of mention a, so that a
// is the head of both.
func (s *Scene) headsPhrase(a, b int) bool {
	x, y := &s.mentions[a], &s.mentions[b]
	if x.sentence != y.sentence || x.last >= y.first || y.first-x.last > 4 {
		return false
	}
	return int(s.complementEnd(x.last+1)) > int(y.last)
}

func (s *Scene) sentenceOf(k int) int32 {
	return int32(sort.Search(len(s.doc.Sentences), func(j int) bool { return s.doc.Sentences[j].Last > k }))
}

// antecedents gives the mentions before token k that the pronoun may mean, the best
// first, one for an actor.
func (r *resolver) antecedents(p pronoun, k, i int) []antecedent {
	sent := r.sentenceOf(k)
	end := sort.Search(len(r.mentions), func(j int) bool { return int(r.mentions[j].first) >= k })
	var found []antecedent
	for j := end - 1; j >= 0; j-- {
		m := &r.mentions[j]
		if sent-m.sentence > farthest {
			break
		}
		if m.Kind == RoleMention && m.Entity < 0 && m.definite && !m.predicate {
			if e, _, _ := r.roleBearer(j, -1); e >= 0 {
				m.Entity = e
			}
		}
		if !r.agrees(p, m) {
			continue
		}
		found = keepBest(found, antecedent{j, m.Entity, r.score(m, k, sent)})
	}
	goesOn := i >= 0 && r.goesOn(&r.sources[i])
	for j := range found {
		if goesOn && found[j].entity >= 0 && found[j].entity == r.last {
			found[j].score += asContinued
		}
		if e := found[j].entity; e >= 0 && r.namedAfter(e, k, i) {
			found[j].score += asNamedAfter
		}
	}
	sort.SliceStable(found, func(a, b int) bool { return found[a].score > found[b].score })
	return found
}

// goesOn reports whether the source goes on speaking: "he added", "she also said".
func (r *resolver) goesOn(src *Source) bool {
	words := src.Mention.Cover(src.Cue)
	if src.Cue.IsZero() || words.Len() > 80 {
		return false
	}
	text := words.In(r.text)
	for _, w := range [...]string{" add", "added", "continu", "went on", " also", "conclude", " further", "reiterat", "goes on"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// namedAfter reports whether the actor is named, not by a pronoun, in what attribution
// i says in the words of the report, in the sentence of token k and after it. Who
// speaks is not named in his own words.
func (r *resolver) namedAfter(e, k, i int) bool {
	if i < 0 {
		return false
	}
	sent := r.sentenceOf(k)
	for _, j := range r.entities[e].mentions {
		m := &r.mentions[j]
		if m.sentence != sent || m.Kind != NameMention && m.Kind != SurnameMention && m.Kind != StateMention && m.Kind != OrganisationMention {
			continue
		}
		for _, part := range r.sources[i].Content {
			if part.Contains(m.Span) {
				return true
			}
		}
	}
	return false
}

// keepBest adds an antecedent, or raises the score of the same actor's.
func keepBest(found []antecedent, a antecedent) []antecedent {
	if a.entity >= 0 {
		for i := range found {
			if found[i].entity == a.entity {
				if a.score > found[i].score {
					found[i] = a
				}
				return found
			}
		}
	}
	return append(found, a)
}

// agrees reports whether mention m can be what the pronoun means.
func (r *resolver) agrees(p pronoun, m *Mention) bool {
	if m.Entity < 0 {
		return r.phraseAgrees(p, m)
	}
	e := &r.entities[m.Entity]
	switch {
	case p.gender != 0:
		return (e.kind == news.Person || e.kind == "" && r.maybePerson(m, e)) && p.gender.agrees(e.gender)
	case p.thing:
		return e.kind == news.Organisation || e.kind == news.State || e.kind == news.Document || e.kind == "" && e.names == 0
	case p.number == Plural:
		return e.kind == news.Group || e.kind == news.Organisation || e.kind == news.State && false
	}
	return true
}

// maybePerson reports whether capitalised words that nothing is known of may name a
// person: not those that are only met at the start of sentences.
func (r *resolver) maybePerson(m *Mention, e *entity) bool {
	if m.Kind == OrganisationMention || m.definite {
		return false
	}
	if r.text[r.toks[m.last].end-1] == '.' {
		return false
	}
	alone := false
	for _, j := range e.mentions {
		o := &r.mentions[j]
		if o.oblique && r.placed(o) {
			return false
		}
		alone = alone || !r.opens(o)
	}
	return alone || e.gender != 0
}

// placed reports whether a preposition of place stands before the mention.
func (r *resolver) placed(m *Mention) bool {
	switch r.word(int(m.first) - 1) {
	case "in", "at", "from", "near", "across", "throughout", "into", "outside", "on":
		return true
	}
	return false
}

// phraseAgrees is agrees for a phrase that is no actor yet.
func (r *resolver) phraseAgrees(p pronoun, m *Mention) bool {
	switch {
	case m.Kind == PronounMention, m.possessive && m.Kind != RoleMention:
		return false
	case p.gender != 0:
		return m.Kind == RoleMention && !m.predicate && p.gender.agrees(m.gender) && r.toks[m.first].is(isDeterminer)
	case p.thing:
		return m.Kind == OrganisationMention && m.Number != Plural || m.Kind == DocumentMention && m.Number != Plural
	case p.number == Plural:
		return m.Kind == GroupMention || m.Kind == OrganisationMention || m.Number == Plural
	}
	return m.Kind == RoleMention || m.Kind == GroupMention
}

// score is how likely mention m is what a pronoun at token k in sentence sent means.
func (r *resolver) score(m *Mention, k int, sent int32) float64 {
	score := -perSentence * float64(sent-m.sentence)
	score -= perParagraph * float64(r.doc.Sentences[sent].Passage-r.doc.Sentences[m.sentence].Passage)
	if m.subject || m.speaks {
		score += asSubject
		if m.sentence == sent && !m.quoted {
			score += inSentence
		}
	}
	if m.oblique && !m.speaks {
		score += asOblique
	}
	if m.owns() {
		score += asPossessor
		if m.Kind == StateMention {
			score += asPossessor
		}
	}
	if m.quoted && r.doc.Tokens[k].Quote < 0 || r.inContent(m) && !r.sameContent(m, k) {
		score += inOthersWords
	}
	if m.Kind == DocumentMention {
		score -= 0.5
	}
	if m.Entity >= 0 {
		score += r.actorScore(m.Entity)
	} else if m.Kind == RoleMention {
		score += asUnspoken
	}
	return score
}

// actorScore is what an actor brings along whatever the mention.
func (r *resolver) actorScore(e int) float64 {
	ent := &r.entities[e]
	score := perMention * float64(min(len(ent.mentions), 10))
	if ent.gender != 0 {
		score += knownGender
	}
	if ent.kind == "" || ent.weak {
		score += unknownWord
	}
	if e == r.last {
		score += asLastSpeaker
	} else if ent.spoke {
		score += asSpeaker
	}
	return score
}

// inContent reports whether the mention lies in what somebody is reported to say.
func (r *resolver) inContent(m *Mention) bool {
	return r.contentAt(m.Span.Start) >= 0
}

// sameContent reports whether token k lies in the same content as the mention.
func (r *resolver) sameContent(m *Mention, k int) bool {
	c := r.contentAt(m.Span.Start)
	return c >= 0 && r.contents[c].Start <= int(r.doc.Tokens[k].Start) && int(r.doc.Tokens[k].Start) < r.contents[c].End
}

// contentAt is the content that holds byte at, or -1.
func (r *resolver) contentAt(at int) int {
	i := sort.Search(len(r.contents), func(j int) bool { return r.contents[j].Start > at }) - 1
	for n := 0; i >= 0 && n < 4; i, n = i-1, n+1 {
		if at < r.contents[i].End {
			return i
		}
	}
	return -1
}

// salience is how present the actor e is at mention at: the last speaker most.
func (r *resolver) salience(e, at int) float64 {
	ent := &r.entities[e]
	m := &r.mentions[at]
	score := 0.03 * float64(min(len(ent.mentions), 10))
	if e == r.last {
		score += 1.2
	}
	near := 0.0
	for _, j := range ent.mentions {
		o := &r.mentions[j]
		if o.first >= m.first {
			continue
		}
		d := float64(m.sentence - o.sentence)
		v := 1 - 0.25*d
		if o.subject {
			v += 0.3
		}
		near = max(near, v)
	}
	return score + near
}

// inferPersons makes persons of unknown single words that "who" follows.
func (s *Scene) inferPersons() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Kind == UnknownMention && m.Entity >= 0 && s.entities[m.Entity].kind == "" && s.whoFollows(int(m.last)) {
			s.entities[m.Entity].kind = news.Person
		}
	}
}

// whoFollows reports whether "who", "whose" or an age stands behind token k and a comma.
func (s *Scene) whoFollows(k int) bool {
	if k+3 >= len(s.toks) || s.byteAt(k+1) != ',' {
		return false
	}
	w := s.word(k + 2)
	return w == "who" || w == "whose" || s.toks[k+2].has(number) && len(w) == 2 && s.byteAt(k+3) == ','
}

// inferGender settles the gender of persons that neither title nor forename shows by
// the pronouns that follow their mentions as subjects.
func (s *Scene) inferGender() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Entity >= 0 && s.entities[m.Entity].kind == "" && s.opens(m) {
			continue
		}
		if m.Entity < 0 || !m.subject && !s.whoFollows(int(m.last)) || s.entities[m.Entity].gender != 0 || s.entities[m.Entity].kind == news.Organisation {
			continue
		}
		if g := s.pronounAfter(i); g != 0 {
			s.entities[m.Entity].gender = g
		}
	}
}

// pronounAfter is the gender of the he or she that follows mention i in its sentence
// or opens the next, no other person in between.
func (s *Scene) pronounAfter(i int) gender {
	m := &s.mentions[i]
	for j := i + 1; j < len(s.mentions); j++ {
		o := &s.mentions[j]
		switch {
		case o.sentence > m.sentence+1:
			return 0
		case o.Kind == PronounMention && o.gender != 0:
			return o.gender
		case o.Kind == NameMention, o.Kind == SurnameMention && o.Entity != m.Entity, o.Kind == RoleMention && o.Entity != m.Entity:
			return 0
		case o.sentence > m.sentence && o.Kind != PronounMention:
			return 0
		}
	}
	return 0
}
