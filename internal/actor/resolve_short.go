package actor

import "parley/internal/news"

// bodyKinds is a set of kinds of bodies, as the sections short and kind of nouns.txt name
// them: what "the newspaper" may mean, what "Herald" in a name tells.
type bodyKinds uint16

var bodyKindNames = map[string]bodyKinds{
	"press": 1, "company": 1 << 1, "party": 1 << 2, "group": 1 << 3, "body": bodies, "school": 1 << 5, "court": 1 << 6, "other": 1 << 7, "issued": issued, "ministry": ministries,
}

// companies are called "the company" whatever their name; of the others the name tells,
// or that it is one of a body at all.
const companies bodyKinds = 1 << 1

// press are newspapers and the like.
const press bodyKinds = 1

// bodies are agencies, offices and the like; ministries are bodies that say in their names
// that they are ones.
const (
	bodies     bodyKinds = 1 << 4
	ministries bodyKinds = 1 << 9
)

// The weights of namedBefore, and how many sentences back it looks.
const (
	kindFits     = 2.0
	bodySubject  = 1.0
	bodySpoke    = 0.5
	spokeLast    = 1.0
	isTopic      = 0.3
	perSentences = 0.6
	leastBody    = 0.3
	nearBody     = 4   // sentences
	mostNear     = 200 // mentions, should they never end
)

// namedBefore is the body named in the last sentences that the definite noun at stands
// for, "the newspaper" for the Harbour Herald; or -1. The kind that the name tells
// decides, then nearness and whether the body has spoken or was a subject.
func (r *resolver) namedBefore(at int) int {
	m := &r.mentions[at]
	kinds := r.lex.short[r.key(m.headAt)] &^ issued
	if kinds != 0 && r.headline(m) && m.first == m.headAt && m.Number != Plural && !m.possessive && !r.ownedBy(at) {
		return r.bodySoon(at, kinds)
	}
	if kinds == 0 || !r.recallsBody(at) {
		return -1
	}
	if e := r.bodyNamed(at, kinds); e >= 0 || kinds&companies == 0 {
		return e
	}
	return r.companySpoke(at-1, m)
}

// bodySoon is the first body named in the sentences after a headline's noun at, "Newspaper says
// so", that the report calls so or whose name tells that it is of the kinds; or -1.
func (r *resolver) bodySoon(at int, kinds bodyKinds) int {
	m := &r.mentions[at]
	for j, end := at+1, r.until(at); j < end && r.mentions[j].sentence-m.sentence <= bodyTold; j++ {
		o := &r.mentions[j]
		if o.Entity < 0 || o.Kind != OrganisationMention || !r.toks[o.last].capital() || r.inCaption(o) || r.headline(o) {
			continue
		}
		if r.named(o) && r.key(o.nameAt-1) == r.key(m.headAt) || kinds&companies == 0 && r.kindsOf(&r.entities[o.Entity])&kinds != 0 {
			return o.Entity
		}
	}
	return -1
}

// bodyTold is within how many sentences a report names the body that its headline calls only
// by a noun.
const bodyTold = 2

// bodyNamed is the body of the kinds that the last sentences before mention at name best; or -1.
func (r *resolver) bodyNamed(at int, kinds bodyKinds) int {
	return r.bodyBefore(at-1, &r.mentions[at], kinds)
}

// bodyBefore is the body of the kinds that the mentions up to from name best in the last sentences
// before m; or -1.
func (r *resolver) bodyBefore(from int, m *Mention, kinds bodyKinds) int {
	best, bestScore := -1, leastBody
	topic := -1
	if kinds&companies != 0 {
		topic = r.topicCompany(from)
	}
	for j := from; j >= max(0, from-mostNear) && m.sentence-r.mentions[j].sentence <= nearBody; j-- {
		o := &r.mentions[j]
		if o.Entity < 0 || !r.namesBodyOf(o, kinds) || r.inCaption(o) != r.inCaption(m) {
			continue
		}
		score := r.bodyScore(o, m, kinds)
		if o.Entity == topic {
			score += isTopic
		}
		if score > bestScore {
			best, bestScore = o.Entity, score
		}
	}
	return best
}

// recallsBody reports whether the phrase says nothing of the body that would make it
// another: no possessor, no state, no capital, no of-phrase, no "other".
func (r *resolver) recallsBody(at int) bool {
	m := &r.mentions[at]
	if !m.definite || m.Number == Plural || m.state != nil || m.possessive || r.ownedBy(at) || int(r.complementEnd(m.last+1)) > int(m.last)+1 && r.is(int(m.last)+1, "of") {
		return false
	}
	for k := r.afterDeterminer(m.first); k <= m.headAt; k++ {
		if !r.toks[k].lower() && r.lex.short[r.key(m.headAt)]&companies == 0 {
			return false // but the Lume company may be the one named before
		}
		if r.lex.before[r.word(int(k))]&asAnother != 0 {
			return false // the rival carmaker
		}
	}
	return true
}

// namesBodyOf reports whether the mention is the name of a body that may be of the kinds.
func (r *resolver) namesBodyOf(o *Mention, kinds bodyKinds) bool {
	e := &r.entities[o.Entity]
	if kinds&ministries != 0 {
		return r.kindsOf(e)&kinds != 0
	}
	if r.looksLikeBody(o, e) {
		return true
	}
	if r.calledBy(o, kinds) {
		return true
	}
	if o.Kind != OrganisationMention && o.Kind != UnknownMention || !r.toks[o.last].capital() || e.dead || e.unnamed || e.gender != 0 && !r.legalFrom(int(r.mentions[e.full].last), int(r.mentions[e.full].last)) {
		return false
	}
	if e.kind != news.Organisation && (e.kind != "" || e.actor != nil) {
		return false
	}
	if told := r.kindsOf(e); told != 0 {
		return told&kinds != 0
	}
	if o.Kind == UnknownMention && kinds&companies == 0 && !r.toks[o.last].has(allCaps) {
		return false
	}
	k := r.known(o.Entity)
	if o.Kind == UnknownMention && !k.inside && !e.spoke {
		return false // Revenue rose
	}
	return (o.subject || o.speaks || e.spoke || r.tellsWhich(o)) && (!k.placed || e.spoke)
}

// calledBy reports whether the mention is a name with a noun of the kinds behind it: the
// Harbour Times tabloid.
func (r *resolver) calledBy(o *Mention, kinds bodyKinds) bool {
	if r.toks[o.headAt].capital() || r.lex.short[r.key(o.headAt)]&kinds == 0 || o.indefinite || r.lex.short[r.key(o.headAt)]&companies != 0 {
		return false
	}
	t := r.toks[o.headAt-1]
	return o.headAt > r.afterDeterminer(o.first) && t.capital() && !t.possessive() && r.lex.kinds[r.key(o.headAt-1)]&kinds != 0
}

// looksLikeBody reports whether a name of several words was taken for a person only by its
// capitals, none of which is a forename: Black Harbours Matter. Asked for a body, it is one.
func (r *resolver) looksLikeBody(o *Mention, e *entity) bool {
	return o.Kind == NameMention && e.weak && e.actor == nil && e.gender == 0 && len(e.roles) == 0 && !e.spoke &&
		!r.toks[o.nameAt].is(isForename) && !r.toks[o.nameAt].has(initial) && o.subject && o.class == noClass
}

// kindsOf is what the words of the body's fullest name tell of its kind.
func (r *resolver) kindsOf(e *entity) (told bodyKinds) {
	f := &r.mentions[e.full]
	for k := f.nameAt; k <= f.last; k++ {
		told |= r.lex.kinds[r.key(k)]
	}
	return told
}

func (r *resolver) bodyScore(o, m *Mention, kinds bodyKinds) float64 {
	e := &r.entities[o.Entity]
	score := 0.5 - perSentences*float64(m.sentence-o.sentence)
	if r.kindsOf(e)&kinds != 0 {
		score += kindFits
	}
	if o.subject || o.speaks || r.tellsWhich(o) {
		score += bodySubject
	}
	if e.spoke {
		score += bodySpoke
	}
	if o.Entity == r.last {
		score += spokeLast
	}
	return score
}

// inCaption reports whether the mention stands under a picture.
func (s *Scene) inCaption(m *Mention) bool { return s.captioned(m.sentence) }

func (s *Scene) captioned(sentence int32) bool {
	return s.doc.Report.Passages[s.doc.Sentences[sentence].Passage].Kind == news.Caption
}
