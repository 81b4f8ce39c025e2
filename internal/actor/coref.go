package actor

import (
	"sort"
	"strings"

	"parley/internal/news"
)

// antecedent is a mention that a pronoun may mean, with its score.
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
	if p.number == Plural && !p.owner {
		if d, ok := r.byTogether(k, found, span); ok {
			return d
		}
	}
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
	d := r.pointsTo(best.mention, k, i, span, conf)
	if len(found) > 1 && conf < sureOfOne {
		d.speaker.Candidates = r.candidates(found[1:]) // told if this one is not sure enough to be told alone
	}
	return d
}

// sureOfOne is the confidence from which the others whom a pronoun may mean are not kept.
const sureOfOne = 0.7

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
		first = r.joinedBefore(m, first)
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

// joinedBefore is where a plural noun's phrase begins that has a name joined by "and" before the
// one right before it, "the Karsk and Sarpo governments"; else first.
func (s *Scene) joinedBefore(m *Mention, first int) int {
	if m.Number != Plural || first < 2 || int(m.first) != first || !s.is(first-1, "and") || !s.toks[first].capital() || !s.toks[m.headAt].lower() {
		return first
	}
	k := first - 1
	for k > 0 && s.toks[k-1].capital() && !s.toks[k-1].has(mark) && !s.toks[k-1].possessive() && !s.toks[k-1].is(isDeterminer) {
		k--
	}
	if k == first-1 {
		return first
	}
	return k
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
			d := r.speaker(w)
			d.speaker.Mention, d.speaker.By = span, BySpeaker
			return d
		}
	}
	at := r.doc.Tokens[k].Start
	for c := range r.sources {
		for _, part := range r.sources[c].Content {
			if c != i && part.Start <= int(at) && int(at) < part.End {
				d := r.speaker(c)
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
		if m.owns() || m.Kind == PronounMention || who && !r.mayBeWho(m) && !r.agentBefore(m, k) || p.thing && r.person(m) {
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

// agentBefore reports whether the body m did what is told right before the relative at token k,
// but for a time: "was recalled by the government yesterday, who".
func (r *resolver) agentBefore(m *Mention, k int) bool {
	if m.Kind != OrganisationMention || m.first < 2 || !r.is(int(m.first)-1, "by") || !strings.HasSuffix(r.word(int(m.first)-2), "ed") {
		return false
	}
	for j := int(m.last) + 1; j < k; j++ {
		if t := r.toks[j]; !t.has(mark|number) && !t.is(isCalendar) && !r.is(j, "on") {
			return r.is(j, "today") || r.is(j, "yesterday")
		}
	}
	return true
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
	d := r.asPrinted(first, end, span)
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
