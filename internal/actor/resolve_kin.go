package actor

import (
	"strings"

	"parley/internal/news"
)

// Two persons of one surname named together are told again by kinship, "the couple", "the father";
// a group by a word without a noun, "some", "others", "one of them".

// pair is the two persons of one surname whom the plural at, the couple, means; or -1.
func (r *resolver) pair(at int) int {
	m := &r.mentions[at]
	if m.Kind != GroupMention || !m.definite || m.headAt != r.afterDeterminer(m.first) || !r.kin(m, asPair) {
		return -1
	}
	a, b := r.pairBefore(at)
	if a < 0 || !m.gender.agrees(r.forenamed(a)) || !m.gender.agrees(r.forenamed(b)) {
		return r.surnamed(at)
	}
	x, y := &r.mentions[a], &r.mentions[b]
	e := r.newEntity(int32(at), news.Group)
	r.entities[e].phrase = oneLine(r.text[r.toks[x.nameAt].start:r.toks[y.last].end])
	r.entities[e].mentions = append(r.entities[e].mentions, int32(at))
	return e
}

// surnamed is the two whom the report elsewhere calls by the word at and their surname, the Varga
// brothers; or -1.
func (r *resolver) surnamed(at int) int {
	for j := r.since(at); j < r.until(at); j++ {
		o := &r.mentions[j]
		if j == at || !r.sameNoun(&r.mentions[at], o) || o.quoted {
			continue
		}
		if k := r.afterDeterminer(r.phraseFirst(j)); k == o.headAt-1 && r.toks[k].capital() {
			return r.entityOfNoun(j)
		}
	}
	return -1
}

// parent is the one of two persons of one surname whom the role at, the mother, means by its
// gender; or -1.
func (r *resolver) parent(at int) int {
	m := &r.mentions[at]
	if !m.definite || m.gender == 0 || m.headAt != r.afterDeterminer(m.first) || !r.kin(m, asOne) || r.ownedBy(at) {
		return -1
	}
	a, b := r.pairBefore(at)
	if a < 0 || r.forenamed(a) == r.forenamed(b) {
		return -1
	}
	if r.forenamed(b) == m.gender {
		return r.mentions[b].Entity
	}
	if r.forenamed(a) != m.gender {
		return -1
	}
	r.giveSurname(&r.mentions[a], &r.mentions[b])
	return r.mentions[a].Entity
}

// giveSurname lets the person of the forename a, if nowhere named in full, have the surname of b.
func (r *resolver) giveSurname(a, b *Mention) {
	e := &r.entities[a.Entity]
	if f := &r.mentions[e.full]; f.nameAt < f.last || e.phrase != "" || e.actor != nil {
		return
	}
	e.kind = news.Person
	e.phrase = r.word(int(a.nameAt)) + " " + oneLine(r.text[r.toks[r.lastNameWord(b)].start:r.toks[b.last].end])
}

// kin reports whether the head of m is such a word of kinship, with no more behind it.
func (r *resolver) kin(m *Mention, as standsBefore) bool {
	k := int(m.last) + 1
	return r.lex.before[r.word(int(m.headAt))]&as != 0 && (k >= len(r.toks) || !r.takesComplement(k))
}

// forenamed is the gender that the forename of mention at shows.
func (r *resolver) forenamed(at int) gender { return r.toks[r.mentions[at].nameAt].forename }

// pairBefore finds the last two names before mention at that "and" joins and that are of one
// surname, or the first of them a forename alone: Lev and Ilse Varga; or -1, -1.
func (r *resolver) pairBefore(at int) (a, b int) {
	for b = at - 1; b > r.since(at); b-- {
		x, y := &r.mentions[b-1], &r.mentions[b]
		if y.Kind != NameMention || y.Entity < 0 || y.first != x.last+2 || x.Entity < 0 || x.owns() || !r.is(int(x.last)+1, "and") {
			continue
		}
		alone := x.nameAt == x.last && x.first == x.nameAt && r.toks[x.nameAt].is(isForename)
		if x.Kind <= SurnameMention && alone || x.Kind == NameMention && r.key(r.lastNameWord(x)) == r.key(r.lastNameWord(y)) {
			return b - 1, b
		}
	}
	return -1, -1
}

// mostParted is within how many sentences a group that spoke is still meant by "some".
const mostParted = 3

// partOf is the group of which the word at, some, others or one, means a part; or -1.
func (r *resolver) partOf(at int) int {
	m := &r.mentions[at]
	if m.Kind != GroupMention || m.first != m.last || m.quoted {
		return -1
	}
	w := strings.ToLower(r.word(int(m.last)))
	if w != "some" && w != "others" && w != "one" {
		return -1
	}
	k := int(m.last) + 1
	them := k+1 < len(r.toks) && r.is(k, "of") && r.is(k+1, "them")
	if !them && k < len(r.toks) && r.takesComplement(k) {
		return -1
	}
	j := r.groupBefore(at)
	if j < 0 || them && r.numeral(int(r.mentions[j].first)) {
		return -1 // two officials: one of them stays nobody's words but its own
	}
	e := r.entityOfNoun(j)
	if !them {
		return e
	}
	whole := r.nameOf(&r.entities[e])
	e = r.newEntity(int32(at), news.Group)
	r.entities[e].phrase, r.entities[e].unnamed = w+" of the "+whole, true
	r.entities[e].mentions = append(r.entities[e].mentions, int32(at))
	return e
}

// groupBefore is the last group of people before mention at that is the subject of its sentence or
// of the one before, or that has spoken a little before; or -1.
func (r *resolver) groupBefore(at int) int {
	m := &r.mentions[at]
	for j := at - 1; j >= 0; j-- {
		o := &r.mentions[j]
		far := m.sentence - o.sentence
		if far > mostParted {
			return -1
		}
		if j > 0 && r.wholeOf(j) && (r.mentions[j-1].speaks || r.mentions[j-1].subject && far <= 1) {
			return j
		}
		if o.Kind != GroupMention || o.Number != Plural || o.owns() || o.predicate || o.quoted || !r.toks[o.headAt].is(isPeople) && o.Entity < 0 {
			continue
		}
		if o.speaks || o.subject && far <= 1 {
			return j
		}
	}
	return -1
}

// wholeOf reports whether mention j is the group of which the word right before it means a part:
// one of | the pilots.
func (r *resolver) wholeOf(j int) bool {
	part, o := &r.mentions[j-1], &r.mentions[j]
	return o.Kind == GroupMention && o.definite && part.Kind == GroupMention && part.last == o.first-2 && r.is(int(o.first)-1, "of") &&
		part.first == part.last && r.toks[part.last].is(isGroupAlone) && r.toks[o.headAt].is(isPeople)
}
