package actor

import (
	"slices"
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
	perRecall     = 0.05 // the same for a role without a name, at most sixteen
	farthest      = 9    // sentences
	asUnspoken    = -0.8 // a role that is nobody known and has not spoken
	inSentence    = 0.8  // a subject of the pronoun's own sentence, outside quotation marks
	unknownWord   = -1.8 // a capitalised word of which nothing tells that it is a person
	asAsked       = 2.2  // who is asked something in the pronoun's sentence: "Kell asked Marn if he"
	asIntroduced  = 2.5  // named first, in full, as what opens the paragraph: "Lev Marn was late, he said"
	leastBefore   = -2.0 // below it a subject after the pronoun is tried first
	leastSalience = -6.0
	clearDistance = 0.6 // between the best and the second for full confidence
)

// antecedents gives the mentions before token k that the pronoun may mean, the best
// first, one for an actor.
func (r *resolver) antecedents(p pronoun, k, i int) []antecedent {
	sent := r.sentenceOf(k)
	end := sort.Search(len(r.mentions), func(j int) bool { return int(r.mentions[j].first) >= k })
	var found []antecedent
	caption := r.captioned(sent)
	for j := end - 1; j >= 0; j-- {
		m := &r.mentions[j]
		if sent-m.sentence > farthest {
			break
		}
		if r.inCaption(m) && !caption {
			continue // who is shown beside the text is not spoken of in it
		}
		if m.Kind == RoleMention && m.Entity < 0 && m.definite && !m.predicate {
			if e, _, _ := r.roleBearer(j, -1); e >= 0 {
				m.Entity = e
			}
		}
		if !r.agrees(p, m) {
			continue
		}
		a := antecedent{j, m.Entity, r.score(m, k, sent)}
		if m.Entity >= 0 && r.introduced(j, k, i) {
			a.score += asIntroduced - inOthersWords - asNamedAfter
		}
		found = keepBest(found, a)
	}
	goesOn, quoter := i >= 0 && r.goesOn(&r.sources[i]), r.quoter(k, i)
	for j := range found {
		if quoter >= 0 && found[j].entity == quoter {
			found[j].score += asQuoted
		}
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
// i says in the words of the report or beside it, in the sentence of token k. Who speaks is
// not named in his own words.
func (r *resolver) namedAfter(e, k, i int) bool {
	if i < 0 {
		return false
	}
	sent := r.sentenceOf(k)
	j := sort.Search(len(r.mentions), func(j int) bool { return r.mentions[j].sentence >= sent })
	for ; j < len(r.mentions) && r.mentions[j].sentence == sent; j++ {
		m := &r.mentions[j]
		if m.Kind != NameMention && m.Kind != SurnameMention && m.Kind != StateMention && m.Kind != OrganisationMention {
			continue
		}
		within := func(part news.Span) bool { return part.Contains(m.Span) }
		if (slices.ContainsFunc(r.sources[i].Content, within) || r.besideSubject(m, k)) && slices.Contains(r.entities[e].mentions, int32(j)) {
			return true
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
	case p.gender != 0 && e.kind == news.Group:
		return r.oneOfPeople(p, &r.mentions[e.full])
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
	k := r.known(m.Entity)
	return !k.placed && (k.inside || e.gender != 0)
}

// phraseAgrees is agrees for a phrase that is no actor yet.
func (r *resolver) phraseAgrees(p pronoun, m *Mention) bool {
	switch {
	case m.Kind == PronounMention, m.possessive && m.Kind != RoleMention:
		return false
	case p.gender != 0 && r.oneOfPeople(p, m):
		return true
	case p.gender != 0:
		return m.Kind == RoleMention && !m.predicate && p.gender.agrees(m.gender) && r.toks[m.first].is(isDeterminer)
	case p.thing:
		return m.Kind == OrganisationMention && m.Number != Plural || m.Kind == DocumentMention && m.Number != Plural
	case p.number == Plural && r.shareOfThings(m):
		return false
	case p.number == Plural:
		return m.Kind == GroupMention || m.Kind == OrganisationMention || m.Number == Plural
	}
	return m.Kind == RoleMention || m.Kind == GroupMention
}

// oneOfPeople reports whether the mention is one of several people whom the pronoun can mean:
// one of the women, one of his sons.
func (r *resolver) oneOfPeople(p pronoun, m *Mention) bool {
	k := m.last + 1
	if w := r.word(int(m.last)); m.Kind != GroupMention || w != "one" && w != "One" && w != "another" && w != "Another" || int(k) >= len(r.toks) || !r.is(int(k), "of") {
		return false
	}
	at := r.mentionAt(int(k) + 1)
	if at < 0 {
		return false
	}
	if of := &r.mentions[at]; at+1 < len(r.mentions) && r.mentions[at+1].first == of.last+2 && r.toks[of.last+2].capital() && r.byteAt(int(of.last)+1) == ',' {
		return false // one of his sons, Lev
	}
	t := r.toks[r.mentions[at].headAt]
	return t.is(isPeople) && p.gender.agrees(t.gender)
}

// shareOfThings reports whether the mention is a part of what is no people: some of their losses.
func (r *resolver) shareOfThings(m *Mention) bool {
	k := int(m.last) + 1
	if m.Kind != GroupMention || !r.toks[m.last].is(isGroupAlone) || k >= len(r.toks) || !r.is(k, "of") {
		return false
	}
	for end := int(r.complementEnd(int32(k))); k < end; k++ {
		if r.toks[k].capital() || r.toks[k].is(isPeople|isBody) || isObjectPronoun(r.word(k)) {
			return false
		}
	}
	return true
}

// score is how likely mention m is what a pronoun at token k in sentence sent means.
func (r *resolver) score(m *Mention, k int, sent int32) float64 {
	from := r.heardUntil(m, k)
	score := -perSentence * float64(sent-from)
	score -= perParagraph * float64(r.doc.Sentences[sent].Passage-r.doc.Sentences[from].Passage)
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
	if m.sentence == sent && r.inQuestion(m, k) {
		score += inOthersWords + asOblique
	}
	if m.sentence == sent && r.askedOf(m) {
		score += asAsked
	}
	if r.answers(m, sent) {
		score += asAnswerer
	}
	if r.parallel(m, k, sent) {
		score += asParallel
	}
	if m.Entity >= 0 {
		score += r.actorScore(m.Entity)
	} else if m.Kind == RoleMention {
		score += asUnspoken
	}
	return score
}

// heardUntil is the last sentence before token k in which who speaks at mention m is heard: that
// of the mention or, of the last speaker, the one with which his words end.
func (r *resolver) heardUntil(m *Mention, k int) int32 {
	if m.Entity < 0 || m.Entity != r.last || !m.speaks || r.lastEnd <= int(r.toks[m.last].end) || r.lastEnd > int(r.toks[k].start) {
		return m.sentence
	}
	end := sort.Search(len(r.toks), func(j int) bool { return int(r.toks[j].end) >= r.lastEnd })
	return max(m.sentence, r.sentenceOf(min(end, k)))
}

// askedOf reports whether a question is put to the mention.
func (r *resolver) askedOf(m *Mention) bool {
	if m.first == 0 || m.owns() || m.Kind > RoleMention {
		return false
	}
	switch r.word(int(m.first) - 1) {
	case "asked", "asks", "questioned", "pressed", "grilled":
		return true
	}
	return false
}

// introduced reports whether mention j, in what attribution i says before its pronoun, is the
// first of its actor, by full name, and the subject with which the paragraph opens. Nobody is
// spoken of by others who has not been told of.
func (r *resolver) introduced(j, k, i int) bool {
	m := &r.mentions[j]
	if m.Kind != NameMention || !m.subject || m.owns() || i < 0 || r.sentenceOf(k) != m.sentence || int(r.entities[m.Entity].mentions[0]) != j {
		return false
	}
	sent := &r.doc.Sentences[m.sentence]
	if int(m.first) != sent.First || m.sentence > 0 && r.doc.Sentences[m.sentence-1].Passage == sent.Passage {
		return false
	}
	return slices.ContainsFunc(r.sources[i].Content, func(part news.Span) bool { return part.Contains(m.Span) && part.End <= int(r.toks[k].start) })
}

// inQuestion reports whether the mention stands in the question that opens its sentence
// and that the pronoun at token k answers: "Asked about Kell's plan, she replied".
func (r *resolver) inQuestion(m *Mention, k int) bool {
	first := r.doc.Sentences[m.sentence].First
	for n := 0; n < 3 && first+n < int(m.first); n++ {
		switch strings.ToLower(r.word(first + n)) {
		case "asked", "questioned", "pressed", "quizzed":
			return r.commaBetween(int(m.last)+1, k)
		case "when", "if", "after", "and", "but":
		default:
			return false
		}
	}
	return false
}

// commaBetween reports whether a comma stands in tokens [i, k).
func (r *resolver) commaBetween(i, k int) bool {
	for ; i < k; i++ {
		if r.byteAt(i) == ',' {
			return true
		}
	}
	return false
}

// actorScore is what an actor brings along whatever the mention.
func (r *resolver) actorScore(e int) float64 {
	ent := &r.entities[e]
	score := perMention * float64(min(len(ent.mentions), 10))
	if ent.gender != 0 {
		score += knownGender
	}
	if ent.kind == "" || ent.weak && !ent.spoke {
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

// sameContent reports whether token k lies in the same content as the mention, or in one
// that carries it on: who talks about somebody goes on about him.
func (r *resolver) sameContent(m *Mention, k int) bool {
	c, at := r.contentAt(m.Span.Start), int(r.doc.Tokens[k].Start)
	if c < 0 {
		return false
	}
	if r.contents[c].Start <= at && at < r.contents[c].End {
		return true
	}
	d := r.contentAt(at)
	return d >= 0 && r.carries(r.contents[d].of) == r.carries(r.contents[c].of)
}

// carries is the attribution whose quotation attribution i carries on, itself for another.
func (r *resolver) carries(i int) int {
	if on := r.sources[i].CarriedOn; r.sources[i].Mention.Empty() && on >= 0 && on < len(r.sources) {
		return on
	}
	return i
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
	score := perRecall * float64(min(len(ent.mentions), 16))
	if e == r.last {
		score += 1.2
	}
	near := 0.0
	for _, j := range r.near(ent, at) {
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
