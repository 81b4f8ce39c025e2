package attribution

import (
	"strings"

	"parley/internal/news"
)

// phraseAt is a run of items [from, to); empty when from == to.
type phraseAt struct{ from, to int }

func (p phraseAt) ok() bool { return p.from < p.to }

// subject finds the noun phrase that is the subject of the verb at item c, leftwards:
// "Hugh Hill, a doctor in London, [said]". edge is the first item of the phrase or
// of what must be skipped to reach it.
func (u *unit) subject(c int) phraseAt {
	i := u.back(c - 1)
	for i >= 0 && u.items[i].class&Be != 0 {
		i = u.back(i - 1)
	}
	switch {
	case u.contracted(i) == len("who") && (u.text[u.items[i].Start]|' ') == 'w':
		return u.antecedent(i) // Marn, who's said
	case u.contracted(i) > 0:
		return phraseAt{i, i + 1} // he's said
	case u.class(i)&Coordinator != 0:
		return phraseAt{} // "flew to Karsk, Lume and [said]": the first verb's subject
	case i > 0 && u.isQuote(i) && u.class(i-1)&Determiner != 0 && u.named(i):
		return phraseAt{i - 1, i + 1} // the "Guardian"
	case i > 0 && u.isQuote(i) && (u.is(i-1, "quoting") || u.is(i-1, "citing")):
		return u.apposed(i, ',') // the comma stands inside the marks
	case i > 0 && u.isQuote(i) && u.relativeQuote(i):
		p := u.apposed(i, ',')
		return phraseAt{p.from, i + 1}
	case i < 0 || u.isQuote(i):
		return phraseAt{}
	case u.items[i].punct == ',' || u.items[i].punct == '-' || u.items[i].punct == ')':
		return u.apposed(i, u.items[i].punct)
	case u.is(i, "that") && u.issuedAt(i) > 0:
		return u.antecedent(u.issuedAt(i))
	case u.relative(i) && !u.is(i, "whose"), u.is(i, "that") && u.nominal(i-1) && (u.is(c+1, "that") || u.class(c+1)&(Determiner|Subject) != 0 || u.capAt(c+1)):
		return u.antecedent(i)
	}
	i = u.beforeTime(i)
	from := u.quantified(u.ofTown(u.left(i)))
	if k := from - 2; u.is(from-1, "by") && k > 0 && u.participle(k) && u.nominal(k-1) {
		return phraseAt{u.left(k - 1), k} // "a letter seen by Sky News [says]"
	}
	if head := u.modified(from); head.ok() {
		return u.thoseToldOf(head, i+1)
	}
	if u.punct(c+1) == ',' && !u.isQuote(c+2) {
		return phraseAt{from, i + 1} // "Marn, the council said, lied"
	}
	return phraseAt{u.titled(from), i + 1}
}

// issuedAt is the participle between a noun and item i, with a time behind it: "a report |
// issued two weeks earlier (that) [found]"; 0 when there is none.
func (u *unit) issuedAt(i int) int {
	k := i - 1
	if u.class(k)&Time == 0 {
		return 0
	}
	for k > 1 && u.class(k)&(Time|Count|Determiner|Focus) != 0 || k > 1 && (u.numeral(k) || u.is(k, "in") || u.is(k, "on")) {
		k--
	}
	if k < 1 || !u.participle(k) || !u.nominal(k-1) {
		return 0
	}
	return k
}

// ofTown goes on from the country at item from over the comma to the subject whose town it is
// said of: "Envoys in Karsk, Lume [said]"; from when the words before the comma are no subject.
func (u *unit) ofTown(from int) int {
	if from < 4 || u.punct(from-1) != ',' || !u.items[from].cap || !u.items[from-2].cap {
		return from
	}
	at := from - 2
	for at > 1 && u.items[at].cap && u.nominal(at) {
		at--
	}
	if !u.is(at, "in") && !u.is(at, "at") || !u.nominal(at-1) || u.items[at-1].cap && at-1 > u.lead(0) {
		return from
	}
	k := u.left(at - 1)
	if k >= at || k > u.lead(0) && u.punct(k-1) == 0 && u.class(k-1)&Coordinator == 0 || u.class(at-1)&(Time|Venue) != 0 {
		return from
	}
	return k
}

// modified is the head of a subject whose last noun, at item from, belongs to a clause
// or phrase about it: "A survey conducted for the Sentinel before the verdict
// [showed]", "a person who advises the delegation [said]".
func (u *unit) modified(from int) phraseAt {
	if from <= 2 || u.boundary(from-1) || u.class(from-1)&WH != 0 && (!u.relative(from-1) || u.class(from-2)&Preposition != 0) {
		return phraseAt{}
	}
	start := u.clauseStart(from)
	for start < from && u.class(start)&(Coordinator|Subordinator|Lead|Adverb) != 0 || u.is(start, "that") {
		start++
	}
	head := u.right(start, from)
	if u.is(start, "those") && u.relative(start+1) {
		head = phraseAt{start, start + 1}
	}
	if n := head.to; n == from && n > start+2 && u.ing(n-1) && u.class(n-2)&Link != 0 && u.class(from)&Determiner != 0 {
		return u.beforeLink(head) // "the council in charge of choosing the place [said]"
	}
	if !head.ok() || head.to >= from || head.from != start || !u.nominal(head.to-1) && !u.is(head.to-1, "those") {
		return phraseAt{}
	}
	switch {
	case u.relative(head.to) || u.is(head.to, "that"):
		return head
	case (u.participle(head.to) || u.class(head.to)&Preposition != 0 || u.is(head.to, "read")) && !u.finite(head.to+1, from, true):
		return head
	}
	return phraseAt{}
}

// thoseToldOf goes on to item to over what is told of "those" at the end of a head, without which
// they are nobody: "families of those hurt | by the storm [said]".
func (u *unit) thoseToldOf(head phraseAt, to int) phraseAt {
	if n := head.to; n > head.from+1 && u.is(n-1, "those") || n > 1 && u.is(n-2, "those") && u.participle(n-1) {
		return phraseAt{head.from, to}
	}
	return head
}

// beforeLink is the noun phrase up to its first preposition.
func (u *unit) beforeLink(p phraseAt) phraseAt {
	for i := p.from + 1; i < p.to; i++ {
		if u.class(i)&Link != 0 {
			return phraseAt{p.from, i}
		}
	}
	return p
}

// participle reports whether item i may be a past participle.
func (u *unit) participle(i int) bool {
	if u.class(i)&Utter != 0 && strings.HasSuffix(u.text[u.items[i].Start:u.items[i].End], "ed") {
		return true // issued
	}
	return u.items[i].past || u.items[i].forms&Participle != 0 || u.is(i, "seen") || u.is(i, "written") || u.is(i, "given")
}

// titled goes on to the name before an apposition that no comma closes: "Doug
// Anders, a spokesman for the speaker [told]".
func (u *unit) titled(from int) int {
	if from < 2 || u.punct(from-1) != ',' || !u.items[from-2].cap || u.class(from)&Determiner == 0 && !u.bareRole(from) {
		return from
	}
	k := u.left(from - 2)
	if u.items[k].forms&Gerund != 0 || u.ing(k) && !u.items[k+1].cap {
		return from // "Quoting Marn, the agency [said]"
	}
	if k < from-1 && u.items[k].cap && (u.class(k)&Determiner == 0 || u.bareRole(from)) && (k == 0 || u.isQuote(k-1) || u.punct(k-1) == ',' && u.isQuote(k-2)) {
		return k
	}
	return from
}

// bareRole reports whether an apposition without article begins at item i: "member of the
// council", "head of mission".
func (u *unit) bareRole(i int) bool {
	if i+2 >= len(u.items) || u.items[i].cap || !u.nominal(i) || !u.is(i+1, "of") && !u.is(i+1, "for") && (!u.is(i+1, "to") || u.class(i)&SentTo == 0) {
		return false
	}
	w := u.text[u.items[i].Start:u.items[i].End]
	return w[len(w)-1] != 's' && u.class(i)&(Time|Document) == 0
}

// antecedent is the noun phrase that the relative pronoun at i takes up.
func (u *unit) antecedent(i int) phraseAt {
	k := i - 1
	if u.punct(k) == ',' {
		k--
	}
	from := u.left(k)
	for n := from; n < k; n++ {
		if u.class(n)&Link != 0 && !u.is(n, "of") && !u.is(n, "for") && (u.class(n-1)&Document == 0 || u.is(i, "who")) {
			from = n + 1 // "signals from leaders, who": the nearest noun, but "a statement on their site which"
		}
	}
	if from <= k {
		return phraseAt{u.supported(u.joinedObject(from, k), k), k + 1}
	}
	return phraseAt{i, i + 1}
}

// joinedObject steps over "and" to the name before it where both are what one preposition
// takes, "seen by | Karsk and the coastal governments, which"; from is the first item of
// the plural noun phrase that ends with item k.
func (u *unit) joinedObject(from, k int) int {
	if from < 3 || !u.is(from-1, "and") || !u.items[from-2].cap || !strings.HasSuffix(u.text[u.items[k].Start:u.items[k].End], "s") {
		return from
	}
	if n := u.left(from - 2); n > 0 && n < from-1 && u.class(n-1)&Preposition != 0 {
		return n
	}
	return from
}

// supported steps over the deed that is told of the person before "who": of "the
// endorsement of former Sen. Marn, who" Marn speaks. from is the first item of the phrase
// that ends with item k.
func (u *unit) supported(from, k int) int {
	for n := from; n < k; n++ {
		if !u.is(n, "of") || n == from || !u.items[k].cap || u.items[n-1].cap || !u.deed(n-1) {
			continue
		}
		return n + 1
	}
	return from
}

// deed reports whether the noun at item i is what somebody does and nobody himself.
func (u *unit) deed(i int) bool {
	if u.class(i)&(Summary|SaidNoun) != 0 {
		return true
	}
	w := u.text[u.items[i].Start:u.items[i].End]
	return strings.HasSuffix(w, "ment") && !strings.HasSuffix(w, "nment") || strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion")
}

// relativeQuote reports whether the quotation at item i ends a relative clause with a
// comma inside its marks: `Kell, who calls Marn a "sailor," [said]`.
func (u *unit) relativeQuote(i int) bool {
	q := &u.doc.Quotes[u.items[i].quote]
	start := u.clauseStart(i)
	return start > 1 && start < i && u.punct(start-1) == ',' && u.relative(start) && u.text[q.Inner.End-1] == ','
}

// apposed finds the subject before an apposition that the mark at i closes.
func (u *unit) apposed(i int, open byte) phraseAt {
	if open == ')' {
		open = '('
	}
	for k := i - 1; k > 0 && i-k < 45; k-- {
		if u.isQuote(k) && u.items[k].End-u.items[k].Start > 60 {
			return phraseAt{}
		}
		if u.items[k].punct != open || !u.appositive(k+1, i) {
			continue
		}
		k = u.beforeAge(k, open)
		from := u.left(k - 1)
		for from < k && k-from <= 1 && u.punct(from-1) == ',' && u.nominal(from-2) && u.items[from].cap && from-2 > 0 && u.items[from-2].cap {
			if n := u.left(from - 2); n < from-1 {
				from = n // "Chappaqua, N.Y.,"
				continue
			}
			break
		}
		if from < k && u.boundary(from-1) {
			if open == '(' {
				i++
			}
			return phraseAt{from, i}
		}
	}
	return phraseAt{}
}

// beforeAge steps from the mark at item k over an age to the mark before it: "Lev
// Marn|, 58, who".
func (u *unit) beforeAge(k int, mark byte) int {
	if k > 2 && u.items[k-1].word && u.numeral(k-1) && u.punct(k-2) == mark && mark == ',' {
		return k - 2
	}
	return k
}

// appositive reports whether items [from, to) may stand between a subject and its verb.
func (u *unit) appositive(from, to int) bool {
	if from >= to {
		return false
	}
	c := u.class(from)
	switch {
	case u.participle(from):
		return true
	case c&(Determiner|Possessive) != 0:
		np := u.right(from, to)
		return !np.ok() || np.to >= to || !u.finiteAt(np.to) // no clause of its own: "the tax is wrong"
	case c&(Preposition|WH) != 0, u.items[from].punct != 0:
		return true
	case c&(Subject|Modal|Finite|Be|Have|Do) != 0:
		return false
	}
	return !u.finite(from, to, true) || u.ing(from)
}

// main is the subject of the unit's main clause: its first noun phrase after fronted
// adverbials, for participles ("…, adding that") without a cue before them.
func (u *unit) main(before int) phraseAt {
	i := u.lead(0)
	for n := 0; n < 3 && u.setsScene(i); n++ {
		for i < before && u.punct(i) != ',' {
			i++
		}
		i = u.lead(i + 1)
	}
	if i+1 < before && i > 1 && u.items[i].cap && u.punct(i-1) == ',' && u.class(i)&(Determiner|Subject) == 0 && u.class(i+1)&Determiner != 0 {
		i++ // "After a rally in Karsk, Lume | the mayor …"
	}
	if i >= before || u.infinite(i) {
		return phraseAt{}
	}
	return u.beforeVerb(u.right(i, before), before)
}

// setsScene reports whether the sentence's first words from item i are no subject but a
// fronted phrase or clause: "Even before the talks, …", "Four hours earlier, …".
func (u *unit) setsScene(i int) bool {
	for u.class(i)&Focus != 0 && u.class(i+1)&(Preposition|Subordinator) != 0 {
		i++
	}
	if i >= len(u.items) {
		return false
	}
	if u.class(i)&(Preposition|Subordinator) != 0 || u.items[i].forms&(Gerund|Past) != 0 || u.class(i)&Adverb != 0 && u.punct(i+1) == ',' {
		return true
	}
	if u.ing(i) && u.class(i+1)&(Determiner|Preposition) != 0 || u.ing(i) && u.nominal(i+1) && !u.items[i+1].cap && u.punct(i+2) == ',' {
		return true // "Rallying workers, Kell …"
	}
	for n := 0; n < 3 && u.class(i)&Time == 0 && (u.class(i)&Determiner != 0 || u.nominal(i)); n++ {
		i++
	}
	if u.class(i)&Time == 0 || u.possessed(i) {
		return false
	}
	for u.class(i)&Time != 0 {
		i++
	}
	return u.punct(i) == ',' || u.is(i, "before") || u.is(i, "after")
}

// inverted is the source after the cue: "said Hugh Hill, a doctor in London".
func (u *unit) inverted(i int) phraseAt {
	if u.isQuote(i) && u.named(i) {
		return phraseAt{i, i + 1} // reports “Union Herald”
	}
	p := u.joinedSources(u.heard(u.right(i, len(u.items))))
	if !p.ok() || u.punct(p.to) != ',' {
		return p
	}
	k := p.to + 1
	if n := u.nameBehind(p); n > k {
		return phraseAt{p.from, n}
	}
	c := u.class(k)
	if c&Determiner == 0 && !u.is(k, "who") && !u.is(k, "whose") && (u.items[min(k, len(u.items)-1)].cap && !u.possessed(k) && u.class(p.from-1)&Preposition != 0 && u.items[p.to-1].cap || !u.nominal(k) || c&Time != 0 || u.items[k].forms&Gerund != 0) {
		return p
	}
	if c&Subordinator != 0 {
		return p
	}
	from := k
	for open := false; k < len(u.items) && u.punct(k) != ',' && u.punct(k) != '.' && u.punct(k) != ';' && !u.isQuote(k) && u.punct(k) != ':'; k++ {
		if u.punct(k) == ')' && !open {
			break // of a bracket around it all
		}
		open = open || u.punct(k) == '('
	}
	if np := u.right(from, k); !u.is(from, "who") && !u.is(from, "whose") && u.finite(from, k, false) && !(np.ok() && np.to < k && u.relative(np.to)) {
		return p // no apposition but the next clause
	}
	if u.isQuote(k) && u.items[k].quote >= 0 && k-p.to < 4 {
		return p
	}
	return phraseAt{p.from, k}
}

func (u *unit) at(p phraseAt) news.Span { return u.cover(p.from, p.to) }
