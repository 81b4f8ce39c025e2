package attribution

import (
	"strings"

	"parley/internal/news"
)

// complement is what a cue takes to its right: the content's items and the
// addressee's words.
type complement struct {
	from, to  int
	frame     Frame
	quoted    bool // a quotation that stands for itself, set off from the clause
	addressee news.Span
}

// complement reads the right-hand side of cue c up to item limit.
func (u *unit) complement(x *Lexicon, c cue, limit int) (complement, bool) {
	var m complement
	i := u.adverbs(c.last, limit)
	if c.with {
		return u.personTo(c, i, limit, m)
	}
	if c.frames&(Person|PersonTo) != 0 {
		if to, ok := u.person(i, limit); ok {
			m.addressee = u.cover(i, to)
			i = u.adverbs(u.aboutAddressee(to, limit), limit)
		}
	} else if to := u.recipient(i, limit); to > i && c.frames&Quote != 0 && u.punct(to) == ':' && u.isQuote(to+1) {
		m.addressee, i = u.cover(i, to), to // wrote Marn: “…”
	}
	if m, ok := u.direct(x, c, i, limit, m); ok {
		return m, true
	}
	if m.addressee.IsZero() && c.frames&Person != 0 && c.frames&Bare == 0 {
		return m, false
	}
	for n := 0; n < 8 && i < limit && (!u.is(i, "with") || u.class(i-1)&Venue != 0); n++ {
		if (u.is(i, "along") || u.is(i, "together")) && u.is(i+1, "with") {
			i++ // announced | along with Lume that
		}
		j, to := u.adverbial(i, limit)
		if j == i && n > 0 && u.punct(i) == ',' && u.thatFollows(i, limit) {
			j = i + 1
			for !u.is(j, "that") && !u.isQuote(j) && u.punct(j) != ':' {
				j++
			}
		}
		if j == i {
			return m, false
		}
		if m.addressee.IsZero() && !to.IsZero() {
			m.addressee = to
		}
		if i = u.issued(j, limit); i > j && !u.is(i, "that") && !u.isQuote(i) && u.punct(i) == 0 {
			continue // by whom and when
		}
		if m, ok := u.direct(x, c, i, limit, m); ok {
			return m, true
		}
	}
	return m, false
}

// issued is the item behind the participle at item i that tells how an occasion's words came
// out, "in a statement | released by his office"; i where there is none.
func (u *unit) issued(i, limit int) int {
	if i < 1 || i >= limit || u.class(i)&Issued == 0 || u.class(i-1)&(Venue|Outlet) == 0 {
		return i
	}
	return i + 1
}

// direct reads a complement that starts right at item i.
func (u *unit) direct(x *Lexicon, c cue, i, limit int, m complement) (complement, bool) {
	if i >= limit {
		return m, false
	}
	f := c.frames
	m.from, m.to = i, limit
	switch {
	case u.punct(i) == ':' && i+1 < limit:
		m.from, m.frame, m.quoted = i+1, Quote, u.isQuote(i+1)
		return m, f&(Quote|That) != 0
	case u.punct(i) == ',' && u.isQuote(i+1) && f&Quote != 0:
		m.from, m.frame, m.quoted = i+1, Quote, true
		return m, true
	case u.punct(i) == ',' && f&Bare != 0 && u.condition(i, limit):
		m.from, m.frame = i+1, Bare
		return m, true
	case u.punct(i) == ',':
		return u.parenthesis(x, c, i, limit, m)
	case u.is(i, "that") && f&Bare != 0 && i+1 < limit && u.class(i+1)&(Be|Modal|Have) != 0:
		m.frame = Bare
		return m, true // "says that is her aim"
	case u.is(i, "that") && f&Bare == 0 && i > c.last && u.nominal(i-1) && i+1 < limit && u.finiteAt(i+1) && (f&Person == 0 || m.addressee.IsZero()):
		return m, false // "commented on strikes that had ended"
	case u.is(i, "that") && f&That != 0:
		return u.thatClause(i, limit, m)
	case f&Quote != 0 && u.whenAsked(i, limit) > 0:
		m.from, m.frame, m.quoted = u.whenAsked(i, limit), Quote, true
		return m, true
	case u.isQuote(i) && f&(Quote|Bare) != 0:
		return u.quoted(c, i, limit, m)
	case f&PersonTo != 0 && !m.addressee.IsZero() && u.quotedTo(i, limit):
		m.frame, m.quoted = Quote, true
		return m, true // invited Marn “to stay”
	case u.class(i)&WH != 0 || u.is(i, "if"):
		m.frame = Wh
		return m, f&Wh != 0 && u.finite(i, limit, false)
	case u.is(i, "not") && u.is(i+1, "to") && f&(To|PersonTo) != 0:
		m.frame = To
		return m, f&To != 0 || !m.addressee.IsZero()
	case u.is(i, "to") && f&To != 0 && i+1 < limit && u.class(i+1)&(Determiner|Pronoun) == 0 && !u.items[i+1].cap:
		m.frame = To
		return m, true
	case u.is(i, "to") && u.is(i+1, "do") && limit-i <= 3:
		return m, false // urged them to do so
	case u.is(i, "to") && f&PersonTo != 0 && !m.addressee.IsZero() && !u.toTalks(i, limit) && u.class(i+1)&Determiner == 0 && !u.capAt(i+1):
		m.frame = PersonTo
		return m, true
	case f&Ing != 0 && u.ing(i):
		m.frame = Ing
		return m, true
	case f&As != 0 && (u.objectAs(i, limit) || c.which && u.is(i, "as")):
		m.frame, m.to = As, u.asEnd(i, limit)
		return m, true
	case f&ToBe != 0 && u.objectToBe(i, limit), f&ObjectTo != 0 && u.objectTo(i, limit), f&Like != 0 && u.objectLike(i, limit):
		m.frame = Complement
		return m, true
	case f&Complement != 0:
		if k := u.objectAnd(i, limit); k > i {
			m.frame, m.to = Complement, u.complementEnd(i, k, limit)
			return m, true
		}
	}
	if f&That != 0 && u.subjunctive(i, limit) {
		m.frame = That
		return m, true
	}
	if f&Free == 0 && i == c.last && u.items[i].forms == Gerund && x.verbs[u.items[i].verb].Frames&Trail != 0 {
		return m, false // "countered | saying P"
	}
	m.frame = Bare
	if k := u.nounColon(i, limit); f&Quote != 0 && k >= 0 && u.class(i)&Preposition == 0 {
		m.from, m.frame, m.quoted = k+1, Quote, true
		return m, true
	}
	if j, _ := u.adverbial(i, limit); f&Free != 0 && u.class(i)&Preposition != 0 && j > i && u.opensClause(j, limit) {
		return m, false // "said in Athens the Americans could leave"
	}
	if c.which {
		return m, f&(That|Bare) != 0 && u.items[i].word && u.class(i)&(Preposition|Coordinator) == 0 && limit-i >= 2
	}
	return m, f&Bare != 0 && (u.clause(i, limit, f) || c.document && u.clause(i, limit, f|Free) && u.finite(i+1, limit, false))
}

// nounColon is the colon between a noun phrase at item i and a quotation, "the same
// thing for years: “…”", or -1.
func (u *unit) nounColon(i, limit int) int {
	for k := i; k+1 < limit && k < i+16 && !u.isQuote(k) && !u.finiteAt(k) && !u.items[k].past; k++ {
		if u.punct(k) == ':' && u.isQuote(k+1) && k > i {
			return k
		}
		if u.items[k].punct != 0 || u.class(k)&(Subject|Clausal) != 0 {
			return -1
		}
	}
	return -1
}

// objectAs reports whether "X as Y" starts at i.
func (u *unit) objectAs(i, limit int) bool {
	for k := i; k < limit && k < i+20; k++ {
		switch {
		case u.is(k, "as"):
			return k > i && k+1 < limit && !u.beginsClause(k+1, limit)
		case k > i && u.asBehind(k, limit):
			return true
		case u.items[k].punct != 0, u.finiteAt(k) && u.class(k-1)&Determiner == 0, u.class(k)&(WH|Coordinator|Subordinator) != 0 && !u.is(k, "and"):
			return false
		}
	}
	return false
}

// asBehind reports whether a relative clause set off by the comma at item k leads to the "as"
// of an object before it: "labelled the rebels|, who had fled, as rats".
func (u *unit) asBehind(k, limit int) bool {
	if u.punct(k) != ',' || k+1 >= limit || !u.relative(k+1) {
		return false
	}
	for n := k + 2; n+2 < limit && n < k+16 && !u.isQuote(n); n++ {
		if u.punct(n) == ',' {
			return u.is(n+1, "as") && !u.beginsClause(n+2, limit)
		}
	}
	return false
}

// thatClause reads "that P"; a comma or an adverb may follow the "that".
func (u *unit) thatClause(i, limit int, m complement) (complement, bool) {
	m.frame, m.from = That, i+1
	if m.from < limit && (u.punct(m.from) == ',' || u.punct(m.from) == ':') {
		m.from++
	}
	if m.from >= limit || u.class(m.from)&Preposition != 0 && limit-m.from <= 3 && !u.finite(m.from, limit, false) {
		return m, false // "proposed just that in May", but not "that in Karsk nobody sleeps"
	}
	m.quoted = u.isQuote(m.from)
	if !m.quoted && u.nominal(m.from) && u.class(m.from)&(Clausal|Pronoun) == 0 && !u.items[m.from].cap && !u.plural(m.from) && u.nounOnly(m.from, limit) {
		return m, false // "repeated that mistake", "went on that week"
	}
	return m, m.quoted || limit-m.from >= 2
}

// condition reports whether a clause with its condition first stands behind the comma at
// item i: "said, if elected, she would stay".
func (u *unit) condition(i, limit int) bool {
	if !u.is(i+1, "if") && !u.is(i+1, "unless") && !u.is(i+1, "once") {
		return false
	}
	for k := i + 2; k+1 < limit && k < i+16; k++ {
		if u.punct(k) == ',' {
			return u.class(k+1)&(Subject|Determiner|Clausal) != 0 && !u.is(k+1, "that") && u.finite(k+1, limit, true)
		}
	}
	return false
}

// nounOnly reports whether what "that" at item i-1 begins is a noun phrase and no clause:
// short, or ended by a comma, without a finite verb.
func (u *unit) nounOnly(i, limit int) bool {
	end := i
	for end < limit && u.punct(end) != ',' {
		end++
	}
	return end-i < 8 && !u.relative(end+1) && !u.finite(i+1, end, false)
}

// parenthesis reads over ", in a statement," between cue and content.
func (u *unit) parenthesis(x *Lexicon, c cue, i, limit int, m complement) (complement, bool) {
	for k := i + 1; k < limit && k < i+16; k++ {
		if u.isQuote(k) && k > i+1 && u.punct(k-1) != ',' {
			return m, false
		}
		if u.punct(k) == ',' {
			if k == i+2 && u.is(k+1, "that") {
				return u.direct(x, c, k+1, limit, m) // "added, though, that"
			}
			if u.finite(i+1, k, true) && !u.relative(i+1) || k+1 >= limit || u.class(i+1)&(Preposition|Determiner|Aside|Lead|Adverb) == 0 && !u.relative(i+1) && !u.items[i+1].cap && u.items[i+1].forms&Gerund == 0 {
				return m, false
			}
			if u.is(k+1, "that") || u.isQuote(k+1) {
				return u.direct(x, c, k+1, limit, m)
			}
			return m, false
		}
	}
	return m, false
}

// relative reports whether a relative clause starts at item i.
func (u *unit) relative(i int) bool { return u.is(i, "who") || u.is(i, "which") || u.is(i, "whose") }

// quoted reads a quotation right after the cue: whole when nothing of its clause
// follows, else the head of a mixed clause.
func (u *unit) quoted(c cue, i, limit int, m complement) (complement, bool) {
	m.frame, m.quoted = Quote, true
	if c.frames&(Quote|Bare) == 0 || u.titleBefore(i) {
		return m, false
	}
	next := i + 1
	if c.forms&Gerund != 0 && next < limit && u.sayable(i) && u.predicateAt(next) {
		m.to = next // a sign reading “…” | hung on the door
		return m, true
	}
	whole := next >= limit || u.items[next].punct != 0 || u.class(next)&Coordinator != 0 || u.askedAfter(i)
	if whole || c.frames&Bare == 0 {
		return m, u.sayable(i)
	}
	m.frame, m.quoted = Bare, false
	return m, true
}

// askedAfter reports whether the quotation at item i ends with a comma before the occasion:
// `said "We will see," when asked`.
func (u *unit) askedAfter(i int) bool {
	return u.is(i+1, "when") && u.text[u.doc.Quotes[u.items[i].quote].Inner.End-1] == ','
}

// titleBefore reports whether the quotation at item i is a title with the clause's
// comma inside its marks: "who wrote “Peter Crane,” has died".
func (u *unit) titleBefore(i int) bool {
	q := &u.doc.Quotes[u.items[i].quote]
	return i+1 < len(u.items) && u.finiteAt(i+1) && u.text[q.Inner.End-1] == ',' && u.named(i)
}

// sayable reports whether the quotation at item i can be words said rather than a
// name, a title or a scare quote: three words or more.
func (u *unit) sayable(i int) bool {
	q := &u.doc.Quotes[u.items[i].quote]
	return int(q.Last-q.First) >= 3
}

// ing reports whether an -ing phrase starts at i.
func (u *unit) ing(i int) bool {
	w := u.text[u.items[i].Start:u.items[i].End]
	return u.items[i].word && u.class(i)&Participial == 0 && len(w) > 4 && strings.HasSuffix(w, "ing") && u.class(i)&(Pronoun|Preposition) == 0
}

// clause reports whether a clause without "that" starts at i: a subject, then a
// finite verb before any subordinate clause.
func (u *unit) clause(i, limit int, f Frame) bool {
	it := &u.items[i]
	c := it.class
	if u.takesLives(i, limit) {
		return false
	}
	if u.atLeast(i) {
		return u.finite(i+2, limit, true)
	}
	switch {
	case it.quote < 0 && !it.word, u.is(i, "as") && u.class(i+1)&Subject != 0, c&Determiner != 0 && u.class(i+1)&Time != 0 && u.punct(i+2) != 0:
		return false // "told aides as he left"; "said this week;"
	case c&Coordinator != 0:
		return false // "which we regret, | and we left"
	case c&Clausal != 0:
		return true
	case c&Object != 0 && !u.is(i, "it") && c&Subject == 0 && f&Free == 0:
		return false
	case u.is(i, "so") || u.is(i, "nothing") || u.is(i, "too") || u.is(i, "little") || u.is(i, "much") && !u.is(i+1, "of"):
		return false
	case c&(Finite|Modal|Be|Have|Do) != 0 && c&Determiner == 0 && !u.items[i].cap:
		return false
	case c&Preposition != 0 && u.phraseThenQuote(i, limit):
		return false
	case (c&(Preposition|Adverb|Time|Focus) != 0 || c&Determiner != 0 && it.cap) && u.thatFollows(i, limit), c&Preposition != 0 && f&Free == 0, c&Subordinator != 0 && f&Free == 0:
		return false
	}
	if c&Subject != 0 && c&(WH|Determiner) == 0 && i+1 < limit && u.items[i+1].word && u.class(i+1)&closed == 0 {
		return true // "made clear he intends"
	}
	if c&Subject != 0 && i+1 < limit && (u.finiteAt(i+1) || u.items[i+1].past || u.items[i+1].verb >= 0) {
		return true // "confirmed it received clearance"
	}
	if f&Free != 0 {
		return c&Subject != 0 || limit-i >= 5 && !u.is(i+1, "same") && !u.is(i, "no") && c&(Preposition|Subordinator) == 0 || u.finite(i+1, limit, false)
	}
	if np := u.right(i, limit); np.ok() && np.to < limit && u.quotedVerb(np.to) {
		return true
	}
	if u.ofOthers(i) {
		return false
	}
	end := i + 1
	for end < limit && (end == i+1 || !u.clauseStops(end, limit)) {
		end++
	}
	return u.finite(i+1, end, true) || end < limit && u.behindRelative(end, limit)
}

// takesLives reports whether lives are counted at item i and nothing is told of them: a war
// claimed | "at least ten lives", "the lives of two men".
func (u *unit) takesLives(i, limit int) bool {
	for k := i; k < limit && k < i+6 && u.items[k].word; k++ {
		if u.is(k, "lives") {
			return k > i && (k+1 >= limit || !u.predicateAt(k+1) && u.class(k-1)&Pronoun == 0)
		}
	}
	return false
}

// opensClause reports whether a clause with a subject of its own starts at item i,
// after at most two more adverbials.
func (u *unit) opensClause(i, limit int) bool {
	for n := 0; n < 2 && i < limit && u.class(i)&Preposition != 0; n++ {
		i, _ = u.adverbial(i, limit)
	}
	if i >= limit || u.class(i)&(Determiner|Subject|Clausal) == 0 || u.is(i, "that") {
		return false
	}
	return u.finite(i+1, limit, true)
}

// clauseStops reports whether the subject and verb that start a clause must have come
// before item i: a subordinate clause, a comma, an infinitive or another verb begins.
func (u *unit) clauseStops(i, limit int) bool {
	if u.class(i)&(WH|Subordinator) != 0 || u.is(i, "that") || u.is(i, "to") || u.punct(i) == ',' || u.punct(i) == ':' || u.punct(i) == ';' {
		return true
	}
	return u.class(i)&Coordinator != 0 && i+1 < limit && (u.finiteAt(i+1) || u.items[i+1].past || u.class(i+1)&Do != 0)
}

// thatFollows reports whether adverbials from i lead to a "that", a colon or a
// quotation: the content begins there and not at i.
func (u *unit) thatFollows(i, limit int) bool {
	for end := min(i+25, limit); i < end; i++ {
		switch {
		case u.is(i, "that") || u.punct(i) == ':' || u.punct(i) == ',' && (u.isQuote(i+1) || u.is(i+1, "that")):
			return true
		case u.finiteAt(i) || u.isQuote(i) || u.class(i)&(Subject|Clausal) != 0:
			return false
		}
	}
	return false
}

// person reads an addressee noun phrase at i.
func (u *unit) person(i, limit int) (int, bool) {
	if i >= limit {
		return i, false
	}
	if c := u.class(i); c&(Object|Reporters) != 0 || u.is(i, "her") && !u.nominal(i+1) || u.is(i, "you") && (u.is(i+1, "that") || u.is(i+1, "to") || u.isQuote(i+1) || u.class(i+1)&WH != 0) {
		if to, ok := u.person(i+2, limit); ok && u.is(i+1, "and") && u.is(to, "to") {
			return to, true // him and his crew
		}
		return i + 1, true
	}
	if !u.nominal(i) && u.class(i)&Determiner == 0 || u.is(i, "that") {
		return i, false
	}
	k := i
	if u.class(k)&Determiner != 0 {
		k++
		for k < limit && u.class(k)&Count != 0 && u.class(k)&Determiner != 0 {
			k++ // the two parties
		}
		if k < limit && u.class(k)&Adverb != 0 && u.nominal(k+1) {
			k++
		}
	}
	for k < limit && u.nominal(k) && (u.class(k)&Time == 0 || u.items[k].cap && k+1 < limit && u.class(k+1)&Outlet != 0 && u.items[k+1].cap) && (k == i || !u.capAfterOutlet(k)) {
		k++
	}
	k = u.nameList(k, limit)
	for k+1 < limit && (u.is(k, "of") || u.is(k, "and")) && (u.nominal(k+1) || u.class(k+1)&Determiner != 0) {
		k += 2
		for k < limit && u.nominal(k) && u.class(k)&Time == 0 {
			k++
		}
	}
	if k < limit && (u.finiteAt(k) || u.quotedVerb(k)) {
		return i, false // a clause's subject, no addressee
	}
	return k, k > i && (u.nominal(k-1) || u.class(k-1)&Pronoun != 0)
}

// nameList goes on over the names behind the comma at item k, "Marn|, Rao and Tor", to the
// word before the last; k when there is no such list.
func (u *unit) nameList(k, limit int) int {
	for i := k; i+1 < limit && i < k+16; i++ {
		switch {
		case u.is(i, "and") && i > k:
			return i
		case u.punct(i) == ',' && u.items[i+1].cap && u.nominal(i+1), u.items[i].cap && u.nominal(i) && i > k:
		case u.punct(i) == ',' && i > k && u.is(i+1, "and"):
			return i + 1
		default:
			return k
		}
	}
	return k
}

// recipient is the item after a name at item i that may be an addressee without "to":
// "wrote Marn". It gives i when there is none.
func (u *unit) recipient(i, limit int) int {
	for i < limit && u.items[i].cap && u.nominal(i) && u.class(i)&(Time|Determiner) == 0 {
		i++
	}
	return i
}

// capAfterOutlet ends a run of capitals after an outlet's name: "told Fox News | Trump was".
func (u *unit) capAfterOutlet(k int) bool {
	return u.class(k-1)&Outlet != 0 && u.items[k-1].cap && u.class(k)&Outlet == 0 && u.items[k].cap || u.class(k-1)&Reporters != 0
}

func (u *unit) finiteAt(k int) bool {
	it := &u.items[k]
	return it.word && (it.class&(Finite|Modal|Be|Have|Do) != 0 && it.class&Determiner == 0)
}

// personTo reads "called on X to P".
func (u *unit) personTo(c cue, i, limit int, m complement) (complement, bool) {
	to, ok := u.person(i, limit)
	at := u.aboutAddressee(to, limit)
	if !ok || !u.is(at, "to") && !u.quotedTo(at, limit) || c.frames&PersonTo == 0 {
		return m, false
	}
	m.addressee, m.frame, m.from, m.to = u.cover(i, to), PersonTo, at, limit
	return m, true
}

// quotedTo reports whether a quoted infinitive stands at item i: `called on Marn | "to stay"`.
func (u *unit) quotedTo(i, limit int) bool {
	return i < limit && u.isQuote(i) && strings.HasPrefix(u.text[u.doc.Quotes[u.items[i].quote].Inner.Start:], "to ")
}

// adverbs skips adverbs and bare times at i.
func (u *unit) adverbs(i, limit int) int {
	for i < limit && u.items[i].word && u.items[i].class&(Adverb|Time) != 0 && u.items[i].class&(Determiner|Preposition|Subordinator|Focus) == 0 && !u.subjectStart(i, limit) {
		i++
	}
	return i
}

// subjectStart keeps "Monday" in "said Monday was too early".
func (u *unit) subjectStart(i, limit int) bool { return i+1 < limit && u.finiteAt(i+1) }

// adverbial skips one time or prepositional phrase at i; to is the addressee of
// "said to X". It gives i back when none is there.
func (u *unit) adverbial(i, limit int) (next int, to news.Span) {
	c := u.class(i)
	switch {
	case c&Time != 0 && u.items[i].word, c&Adverb != 0 && (c&Preposition == 0 || !u.nominal(i+1) && u.class(i+1)&Determiner == 0):
		return i + 1, news.Span{}
	case c&Determiner != 0 && (u.class(i+1)&Time != 0 || u.class(i+2)&Time != 0 && u.nominal(i+1)):
		k := i + 1
		for k < limit && u.class(k)&Time != 0 || k == i+1 {
			k++
		}
		return k, news.Span{}
	case (u.is(i, "more") || u.is(i, "less")) && u.class(i+1)&Adverb != 0, u.is(i, "so") && u.is(i+1, "far"):
		return i + 2, news.Span{}
	case u.is(i, "like") && (u.is(i+1, "this") || u.is(i+1, "so")):
		return i + 2, news.Span{}
	case c&Preposition == 0 || u.is(i, "like") || u.atLeast(i):
		return i, news.Span{}
	}
	k := i + 1
	for k < limit && u.class(k)&(Preposition|Determiner|Adverb) != 0 && !u.is(k, "that") {
		k++
	}
	from := k
	for k < limit && u.nominal(k) && !u.phraseEnd(k, from) {
		k++
	}
	if np := u.right(k, limit); k == from+1 && u.ing(from) && np.ok() {
		k = np.to // before leaving | the hall
	}
	for k+1 < limit && u.is(k, "of") && (u.nominal(k+1) || u.class(k+1)&Determiner != 0) {
		k += 2
		for k < limit && u.nominal(k) && !u.phraseEnd(k, from) {
			k++
		}
	}
	if k == from && k < limit && u.class(k)&(Object|Reporters) != 0 {
		k++
	}
	if k == from {
		return i, news.Span{}
	}
	k = u.year(k, limit)
	if u.isQuote(k) && u.named(k) {
		k++ // on ABC's “This Week”
	}
	if u.is(i, "to") {
		if k == i+2 && u.is(k, "that") && !u.items[i+1].cap && !u.plural(i+1) {
			return i, news.Span{} // an infinitive: "to ensure that"
		}
		to = u.cover(i+1, k)
	}
	return k, to
}

// phraseEnd ends the noun phrase of an adverbial before item k: after an occasion's
// noun ("in a statement | Russia was") and after an outlet's name.
func (u *unit) phraseEnd(k, from int) bool {
	if k == from {
		return false
	}
	prev := u.items[k-1]
	return prev.class&Venue != 0 && u.class(k)&Venue == 0 || u.capAfterOutlet(k) ||
		prev.class&Time != 0 && u.class(k)&Time == 0 && !u.numeral(k)
}
