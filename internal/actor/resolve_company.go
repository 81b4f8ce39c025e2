package actor

import (
	"sort"

	"parley/internal/news"
)

// Reports call a company by what it does and where: "the Karsk oil and gas concern", "the
// Rockmere, Ill., maker of bolts". Such a phrase is no name that anybody asks for; it is the
// company that was named just before, unless it says itself that it is another one.

// describedCompany resolves the phrase of tokens [first, last) as a company named before, where it
// describes one.
func (r *resolver) describedCompany(first, last int, span news.Span) (decided, bool) {
	first = r.townBefore(first)
	head := r.descriptionHead(first, last)
	if head < 0 {
		return decided{}, false
	}
	at := r.mentionWith(head)
	m := Mention{sentence: r.sentenceOf(head), first: int32(first)}
	if at >= 0 && r.beganWithout(at) {
		return decided{}, false
	}
	from := r.firstMention(first) - 1
	e := r.bodyBefore(from, &m, companies)
	if e < 0 {
		e = r.companySpoke(from, &m)
	}
	if e < 0 {
		return decided{}, false
	}
	d := r.ofEntity(e, max(at, 0), span)
	d.speaker.By, d.speaker.Confidence = ByShortForm, 0.8
	if at >= 0 && r.mentions[at].Entity < 0 {
		r.mentions[at].Entity = e
	}
	return d, true
}

// mostDescribed is the most tokens that describe a company before its noun.
const mostDescribed = 14

// descriptionHead is the noun of a company that ends the phrase of tokens [first, last), or
// begins what tells of it, behind "the" and a word that describes it, or that is no noun of the lexicon, "the thrift"; or -1.
func (r *resolver) descriptionHead(first, last int) int {
	if w := r.word(first); w != "the" && w != "The" {
		return -1
	}
	for k := first + 1; k < last && k <= first+mostDescribed; k++ {
		t := r.toks[k]
		switch {
		case t.possessive(), r.lex.before[r.word(k)]&asAnother != 0:
			return -1 // the rival carmaker
		case t.lower() && r.lex.short[r.key(int32(k))]&companies != 0 && r.describedTo(k+1, last):
			if k == first+1 && r.mentionWith(k) >= 0 {
				return -1 // the company: see byNoun
			}
			return k
		case t.has(mark) && r.byteAt(k) != ',' && r.byteAt(k) != '-' && r.byteAt(k) != '&', t.lower() && t.is(isStop|isDeterminer|isPerson|isPeople) && !r.is(k, "and"):
			return -1
		}
	}
	return -1
}

// describedTo reports whether a noun's phrase ends before token k of one that ends before last: no
// other noun follows.
func (r *resolver) describedTo(k, last int) bool {
	return k >= last || r.toks[k].has(mark) || r.toks[k].is(isStop) || isPreposition(r.word(k))
}

// townBefore is where the phrase begins whose last words a source at first is cut down to, as
// commas part it: "The Rockmere, Ill., | company"; else first.
func (r *resolver) townBefore(first int) int {
	k := first - 1
	for n := 0; n < 2 && k > 1 && r.byteAt(k) == ','; n++ {
		if r.byteAt(k-1) == '.' {
			k-- // Mass.
		}
		from := k
		for k--; k > 0 && r.toks[k].capital() && !r.toks[k].is(isDeterminer) && k > from-4; k-- {
		}
		if k == from-1 {
			return first
		}
	}
	if w := r.word(max(k, 0)); k >= 0 && k < first-3 && (w == "the" || w == "The") {
		return k
	}
	return first
}

// nowAnother reports whether the fullest phrase that the noun at may be short for stands far before
// it and was not meant since, while a body has been named near that by its name is one.
func (r *resolver) nowAnother(at int) bool {
	m := &r.mentions[at]
	kinds := r.lex.short[r.key(m.headAt)] &^ issued
	if kinds == 0 || !m.definite {
		return false
	}
	best := r.fullerBefore(at)
	if best < 0 || m.sentence-r.mentions[best].sentence <= nearBody {
		return false
	}
	e := r.namedBefore(at)
	if e < 0 || r.kindsOf(&r.entities[e])&kinds == 0 {
		return false
	}
	for j := at - 1; j > best && m.sentence-r.mentions[j].sentence <= nearBody; j-- {
		if o := &r.mentions[j]; o.Entity >= 0 && o.Entity == r.mentions[best].Entity {
			return false
		}
	}
	return true
}

// otherCompany reports whether the fullest phrase that "the company" at may be short for names
// no company while the report has named one: it describes that one, or tells of another by the way.
func (r *resolver) otherCompany(at int) bool {
	m := &r.mentions[at]
	if r.lex.short[r.key(m.headAt)]&companies == 0 || !m.definite {
		return false
	}
	best := r.fullerBefore(at)
	if best < 0 {
		return false
	}
	o := &r.mentions[best]
	if o.speaks || r.toks[o.headAt].capital() || o.Entity >= 0 {
		return false
	}
	return (r.describesCompany(best) || r.byTheWay(best)) && r.namedBefore(at) >= 0
}

// describesCompany reports whether the company's noun at stands for a name said before: "the Karsk
// company", "the Rockmere, Ill., company".
func (r *resolver) describesCompany(at int) bool {
	o := &r.mentions[at]
	return (o.definite || r.townBefore(int(o.first)) < int(o.first)) && !r.beganWithout(at)
}

// byTheWay reports whether the company's noun at is what another company is or wants to be, or is
// told of only with something else, the sale of a steel company.
func (r *resolver) byTheWay(at int) bool {
	o := &r.mentions[at]
	if o.oblique || r.besideName(at) || o.first == 0 {
		return true
	}
	switch w := r.word(int(o.first) - 1); w {
	case "remain", "remains", "remained", "becoming":
		return true
	default:
		return isCopula(w)
	}
}

// beganWithout reports whether the report began to tell of the company whose noun is at without a
// name, "a Merovian company fell": the next such noun is that one.
func (r *resolver) beganWithout(at int) bool {
	m := &r.mentions[at]
	for j := r.since(at); j < at; j++ {
		if o := &r.mentions[j]; o.indefinite && o.Entity < 0 && r.sameNoun(m, o) && !r.besideName(j) && (o.subject && !o.predicate || o.speaks) {
			return true
		}
	}
	return false
}

// besideName reports whether the noun of a body at stands behind a name and a comma, of which it
// tells what it is: "Updale Inc., a holding company".
func (r *resolver) besideName(at int) bool {
	m := &r.mentions[at]
	if at == 0 || m.first < 2 || r.byteAt(int(m.first)-1) != ',' {
		return false
	}
	o := &r.mentions[at-1]
	return o.last == m.first-2 && r.toks[o.last].capital()
}

// companySpoke is the company that "the company" m still means when the last sentences before it, up
// to mention from, name none: the last speaker, if a company by its name, else that with which the
// report begins; or -1.
func (r *resolver) companySpoke(from int, m *Mention) int {
	if r.last < 0 || r.entities[r.last].kind != news.Organisation || r.kindsOf(&r.entities[r.last])&companies == 0 {
		return r.topicCompany(from)
	}
	at, _ := r.tokensOf(news.Span{Start: r.lastEnd - 1, End: r.lastEnd})
	if m.sentence-r.sentenceOf(min(at, len(r.toks)-1)) > stillMeant {
		return r.topicCompany(from)
	}
	return r.last
}

// topicCompany is the first company named as a subject in reach of mention at; or -1.
func (r *resolver) topicCompany(at int) int {
	if at < 0 {
		return -1
	}
	for j := r.since(at); j <= at; j++ {
		o := &r.mentions[j]
		if o.subject && o.Entity >= 0 && o.Kind == OrganisationMention && r.toks[o.last].capital() && !r.inCaption(o) && r.kindsOf(&r.entities[o.Entity])&companies != 0 {
			return o.Entity
		}
	}
	return -1
}

// stillMeant is how many sentences after its last words "the company" may still be the last speaker.
const stillMeant = 8

// tellsWhich reports whether the report says of the name o, inside its sentence, what it is or does:
// "Updale, which". That is no person.
func (r *resolver) tellsWhich(o *Mention) bool {
	k := int(o.last) + 1
	return k+1 < len(r.toks) && r.byteAt(k) == ',' && r.is(k+1, "which")
}

// mentionWith is the mention that token k belongs to, or -1.
func (s *Scene) mentionWith(k int) int {
	at := sort.Search(len(s.mentions), func(j int) bool { return int(s.mentions[j].last) >= k })
	if at < len(s.mentions) && int(s.mentions[at].first) <= k {
		return at
	}
	return -1
}

// firstMention is the first mention that begins at token k or behind it.
func (s *Scene) firstMention(k int) int {
	return sort.Search(len(s.mentions), func(j int) bool { return int(s.mentions[j].first) >= k })
}
