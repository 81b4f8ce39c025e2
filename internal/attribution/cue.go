package attribution

import (
	"strings"

	"parley/internal/news"
)

// cue is a candidate: items [first, last) of a unit.
type cue struct {
	first, last int
	frames      Frame
	forms       Form
	kind        cueKind
	shown       int  // end of what is told as the cue where that is not last: "Kell's complaint was"
	lead        int  // items of an auxiliary phrase before first ("went on to")
	document    bool // said of a poll, a study, a report: no person's "found"
	which       bool // "which Y says": the content is a verb phrase
	with        bool // the phrase already holds its preposition ("called on")
}

// end is the item after the words that are told as the cue.
func (c *cue) end() int {
	if c.shown > 0 {
		return c.shown
	}
	return c.last
}

type cueKind uint8

const (
	verbCue     cueKind = iota
	sourceAfter         // according to X
	asPut               // as X put it
)

// cueAt reads the cue that starts at item i, if one does. skip is how many items
// to go on, at least 1.
func (u *unit) cueAt(x *Lexicon, i int) (c cue, skip int, ok bool) {
	it := &u.items[i]
	if best, n := u.longestPhrase(x, i); best >= 0 && u.followed(x, best, i+n) {
		return u.phraseCue(x, best, i, n)
	}
	if it.verb < 0 || !it.word || x.verbs[it.verb].Frames == 0 {
		return cue{}, 1, false
	}
	c = cue{first: i, last: i + 1, frames: x.verbs[it.verb].Frames, forms: it.forms}
	if p := u.back(i - 1); u.contracted(p) > 0 && it.forms&(Past|Participle) != 0 {
		return c, 1, u.perfectOnly(p, c.frames)
	}
	return c, 1, u.verbal(i) && (c.frames&Noun == 0 || u.agrees(i))
}

// longestPhrase is the longest phrase that starts at item i and its length; -1 for none.
func (u *unit) longestPhrase(x *Lexicon, i int) (best int32, n int) {
	best = -1
	for p := u.items[i].first; p >= 0; p = x.phrases[p].next {
		if k := u.match(x.phrases[p].words, i); k > n {
			best, n = p, k
		}
	}
	return best, n
}

// followed reports whether a phrase that takes an -ing phrase only has one at item i.
func (u *unit) followed(x *Lexicon, p int32, i int) bool {
	v := x.phrases[p].verb
	return v < 0 || x.verbs[v].Frames != Ing || i < len(u.items) && u.ing(i)
}

// agrees tells the verb from the noun in words that are both ("claims", "report",
// "state"): the words before it must be a subject that agrees with it.
func (u *unit) agrees(i int) bool {
	it := &u.items[i]
	if it.forms&(Base|Third) == 0 || it.forms&(Past|Gerund) != 0 && it.forms&Base == 0 {
		return true
	}
	p := u.back(i - 1)
	if p < 0 || i+1 < len(u.items) && u.items[i+1].verb >= 0 && u.items[i+1].forms&(Base|Past|Third) != 0 && u.items[i+1].class&Determiner == 0 {
		return false // "recent reports indicate"
	}
	s := &u.items[p]
	switch {
	case u.nounOf(i), it.forms&Third != 0 && u.class(p)&Count != 0 && !u.is(p, "one") && !u.is(p, "another") && u.class(p)&Subject == 0:
		return false // "Fresh reports from Lume indicate that"; "three reasons"
	case s.class&(Subject|WH) != 0:
		return true
	case s.class&Coordinator != 0:
		return i+1 < len(u.items) && (u.is(i+1, "that") || it.forms&Third != 0 && u.class(i+1)&Pronoun != 0 || u.isQuote(i+1) || u.class(i+1)&(Subject|Determiner|Clausal) != 0)
	case it.forms&Base != 0 && s.class&Count != 0 && s.class&Determiner != 0 && u.pronounLike(p) && (p == 0 || u.boundary(p-1)):
		return u.class(i+1)&(Subject|Determiner|Clausal) != 0 // "Some claim the"
	case u.is(u.left(p)-1, "which"):
		return true
	case !s.word || u.possessed(p):
		return s.punct == ',' || s.quote >= 0 // after an apposition
	case it.cap && i+1 < len(u.items) && u.items[i+1].cap && !u.title():
		return false // State Department
	case it.forms&(Base|Past) == Base|Past && s.cap:
		return true // Kell cast
	case s.class&Document != 0 && u.kind() == news.Headline:
		return true // "…, poll finds"
	case it.forms&Third != 0 && u.isQuote(u.left(p)-1):
		return true // “…,” a man states.
	case it.forms&Third != 0:
		return s.cap || (u.class(u.left(p))&Determiner != 0 || u.possessed(u.left(p))) && !u.several(u.left(p), p) && (u.is(i+1, "that") && !u.finiteAt(min(i+2, len(u.items)-1)) || u.is(i+1, "to") || u.isQuote(i+1) || u.punct(i+1) == ':')
	}
	return u.plural(p) && (s.cap || u.left(p) < p || p == 0 || u.boundary(p-1))
}

// nounOf reports whether the word at item i, a plural noun or a verb, has a phrase about it
// and then a verb of its own: "reports from Lume [indicate] that".
func (u *unit) nounOf(i int) bool {
	if u.items[i].forms&Third == 0 || u.class(i+1)&Preposition == 0 {
		return false
	}
	for k := i + 2; k+1 < len(u.items) && k < i+9 && u.items[k].word; k++ {
		if it := &u.items[k]; it.verb >= 0 && it.forms&Base != 0 && !it.cap && u.class(k-1)&Determiner == 0 && (u.is(k+1, "that") || u.isQuote(k+1)) {
			return true
		}
	}
	return false
}

// several reports whether items [from, to) name a number above one: "the two long
// [reports]" is no subject of a verb in the singular.
func (u *unit) several(from, to int) bool {
	for i := from; i < to; i++ {
		if u.numeral(i) || u.class(i)&Count != 0 && !u.is(i, "one") && !u.is(i, "another") {
			return true
		}
	}
	return false
}

// possessed reports whether item i ends in a possessive: "Editor’s".
func (u *unit) possessed(i int) bool {
	if i < 0 || i >= len(u.items) {
		return false
	}
	w := u.words(i, i+1)
	return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "s'") || strings.HasSuffix(w, "s’")
}

// plural is a guess from the last letter.
func (u *unit) plural(i int) bool {
	w := u.words(i, i+1)
	return len(w) > 3 && w[len(w)-1] == 's' && !strings.HasSuffix(w, "ous") && !strings.HasSuffix(w, "ss") || w == "%" || u.is(i, "percent") || u.is(i, "police") || u.is(i, "people") || u.is(i, "media")
}

func (u *unit) phraseCue(x *Lexicon, p int32, i, n int) (cue, int, bool) {
	ph := x.phrases[p]
	switch ph.kind {
	case "source-after":
		return cue{first: i, last: i + n, kind: sourceAfter, frames: Bare}, n, true
	case "auxiliary":
		c, ok := u.afterAuxiliary(x, i, n)
		if !ok {
			return cue{}, n, false
		}
		return c, c.last - i, true
	case "verb", "passive":
		if ph.kind == "verb" && phraseForm(ph.words[0])&(Base|Third) != 0 && (u.possessed(i-1) || u.class(i-1)&Determiner != 0 && u.class(i-1)&Pronoun == 0 && !u.pronounLike(i-1)) {
			return cue{}, n, false // the call for
		}
		c := cue{first: i, last: i + n, frames: x.verbs[ph.verb].Frames &^ Noun, forms: u.items[i].forms, kind: verbCue}
		if c.forms == 0 {
			c.forms = phraseForm(ph.words[0])
		}
		if ph.kind == "passive" {
			c.forms = Past
		}
		c.with = c.frames&PersonTo != 0 && (ph.words[n-1] == "on" || ph.words[n-1] == "upon" || ph.words[n-1] == "to" || ph.words[n-1] == "with")
		return c, n, true
	}
	return cue{}, n, false
}

// afterAuxiliary reads the verb after "went on to": its voice is the phrase's.
func (u *unit) afterAuxiliary(x *Lexicon, i, n int) (cue, bool) {
	if i+n >= len(u.items) {
		return cue{}, false
	}
	it := &u.items[i+n]
	if best, k := u.longestPhrase(x, i+n); best >= 0 && x.phrases[best].kind == "verb" {
		c, _, ok := u.phraseCue(x, best, i+n, k)
		c.lead, c.forms = n, Past // was quick to point out
		return c, ok
	}
	form := Base
	if u.is(i+n-1, "have") {
		form = Participle // is reported to have said
	}
	if it.verb < 0 || it.forms&form == 0 || x.verbs[it.verb].Frames == 0 {
		return cue{}, false
	}
	return cue{first: i + n, last: i + n + 1, frames: x.verbs[it.verb].Frames, forms: Past, lead: n}, true
}

func phraseForm(w string) Form {
	switch {
	case strings.HasSuffix(w, "ing"):
		return Gerund
	case strings.HasSuffix(w, "s"):
		return Third
	case w == "point" || w == "call" || w == "make":
		return Base
	}
	return Past
}

func (u *unit) match(words []string, i int) int {
	if i+len(words) > len(u.items) {
		return 0
	}
	for k, w := range words {
		if !u.is(i+k, w) {
			return 0
		}
	}
	return len(words)
}

// verbal reports whether the verb form at i is used as a finite verb, a participle
// or a gerund, and not as a noun, an adjective, an infinitive or a passive.
func (u *unit) verbal(i int) bool {
	it := &u.items[i]
	p := u.back(i - 1)
	prev := u.class(p)
	switch {
	case u.inName(i):
		return false // Lev Said Marn
	case it.cap && i > 0 && u.items[i-1].cap && (it.forms&(Past|Gerund) == 0 || it.forms == Gerund && u.capAt(i+1)) && u.base < 0 && !u.title():
		return false // part of a name: Human Rights Watch Report, Marn Forecasting Centre
	case u.is(p, "most") && p == i-1 && u.class(p-1)&Determiner != 0:
		return false // the most pledged delegates
	case prev&(Determiner|Possessive) != 0 && prev&(Pronoun|Count) == 0 && p == i-1 && it.forms&Gerund == 0 && !u.pronounLike(p):
		return false // a noun: the report, his claims
	case it.forms == Gerund:
		return u.gerund(i)
	case u.bidden(i):
		return false // trained and told to wash
	case prev&Be != 0 && it.forms&(Past|Participle) != 0:
		return false // passive
	case it.forms == Participle && u.class(i-1)&Have == 0 && (i < 2 || u.class(i-2)&Have == 0):
		return false // a study written by
	case prev&Preposition != 0 && (p == i-1 || u.is(p, "to")) && it.forms&(Base|Third) != 0:
		return false // to say; to openly say; of reports
	case prev&Preposition != 0 && prev&Adverb == 0 && p == i-1 && it.forms&Participle != 0:
		return false // in pledged votes
	case it.forms&Participle != 0 && prev&Subject == 0 && u.class(i-1)&Have == 0 && u.is(i+1, "by") && (u.class(i+2)&Determiner != 0 || i+2 < len(u.items) && u.items[i+2].cap && !u.ing(i+2)):
		return false // a fact confirmed by the council
	case it.forms&Base != 0 && it.forms&Past == 0 && prev&(Modal|Do) != 0:
		return false // would say, did not say
	case it.forms&Base != 0 && prev&Object != 0 && prev&Subject == 0:
		return false // let me say
	case prev&(Modal|Do) != 0 || u.negated(i), prev&Count != 0 && it.forms&Base != 0 && u.class(p-1)&Modal != 0:
		return false // we can all agree
	case p == i-1 && p >= 0 && u.numeral(p) && it.forms&Participle != 0 && !u.is(i, "said") && u.nominal(i+1) && u.plural(i+1) && !u.items[i+1].cap:
		return false // 400 pledged delegates
	}
	return true
}

// capAt reports whether a word with a capital stands at item i.
func (u *unit) capAt(i int) bool { return i < len(u.items) && u.items[i].word && u.items[i].cap }

func (u *unit) pronounLike(p int) bool {
	return u.is(p, "this") || u.is(p, "that") || u.is(p, "some") || u.is(p, "many") || u.is(p, "both") || u.is(p, "most") || u.is(p, "several") || u.is(p, "all") || u.is(p, "others") || u.is(p, "another")
}

// title reports whether most words of the unit start with a capital: a headline in
// title case, where a capital tells nothing.
func (u *unit) title() bool {
	if k := u.kind(); k != news.Headline && k != news.Standfirst {
		return false
	}
	caps, all := 0, 0
	for i := range u.items {
		if it := &u.items[i]; it.word && it.End-it.Start > 3 {
			all++
			if it.cap {
				caps++
			}
		}
	}
	return all > 2 && caps*10 >= all*7
}

// kind is the kind of the passage that the unit lies in.
func (u *unit) kind() news.PassageKind { return u.doc.Report.Passages[u.passage].Kind }

// gerund tells "adding that" and "is saying" from "a warning", "of saying so".
func (u *unit) gerund(i int) bool {
	p := u.back(i - 1)
	if u.is(p, "in") && u.punct(i+1) != 0 {
		return false // in writing,
	}
	if u.class(p)&Unsaid != 0 || p == i-1 && u.possessed(p) && u.contracted(p) == 0 || u.class(i+1)&Be != 0 {
		return false // it means admitting; like saying; the land's ruling party; reporting is
	}
	return u.class(p)&(Determiner) == 0 || u.class(p)&Pronoun != 0
}

// back skips adverbs, times and the auxiliary "have" leftwards from i.
func (u *unit) back(i int) int {
	for i >= 0 {
		it := &u.items[i]
		skip := it.word && !u.outletEnd(i) && (it.class&Adverb != 0 && it.class&(Determiner|Preposition|Conjunction) == 0 || it.class&Have != 0 && it.class&Pronoun == 0)
		switch {
		case skip:
			i--
		case u.is(i, "so") && u.is(i+1, "far"):
			i--
		case u.timeBefore(i) >= 0:
			i = u.timeBefore(i)
		case it.punct == ',' && i >= 2 && u.items[i-2].punct == ',' && u.items[i-1].class&(Adverb|Lead) != 0:
			i -= 3 // "has, however, revealed"
		default:
			return i
		}
	}
	return i
}

// outletEnd reports whether item i is the last word of an outlet's name, though an adverb
// elsewhere: Vend Today.
func (u *unit) outletEnd(i int) bool {
	return u.class(i)&Outlet != 0 && u.items[i].cap && i > 0 && u.items[i-1].cap && u.items[i-1].word
}

// timeBefore gives the item before a time that ends at item i ("at the time", "on
// Wednesday"), or -1 when none does.
func (u *unit) timeBefore(i int) int {
	if !u.is(i, "time") && !(u.is(i, "past") && u.is(i-1, "the") && u.is(i-2, "in")) && (u.class(i)&Time == 0 || u.items[i].class&Adverb != 0) {
		return -1
	}
	k := i - 1
	for k > 0 && u.class(k)&Determiner != 0 {
		k--
	}
	if k <= 0 || u.class(k)&Preposition == 0 {
		return -1
	}
	return k - 1
}

// negated reports whether the verb at i stands under a negation.
func (u *unit) negated(i int) bool {
	for p := i - 1; p >= 0 && p >= i-4 && u.items[p].word; p-- {
		c := u.items[p].class
		if c&Negation != 0 {
			return true
		}
		if c&(Adverb|Have|Be|Do) == 0 {
			return false
		}
	}
	return false
}
