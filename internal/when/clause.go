package when

import (
	"slices"
	"sort"
	"strings"

	"parley/internal/news"
)

// ownOccasion is the occasion that the clause of a cue names, or -1.
func (d *days) ownOccasion(i int) int {
	from, to := d.occsIn(d.in[i].Context)
	for k := from; k < to; k++ {
		if o := &d.occs[k]; !o.after && !o.by && d.belongs(i, news.Span{Start: o.lead, End: o.End}, false) {
			return k
		}
	}
	return -1
}

// beside gives the attributions among which those of attribution i's sentence are, as
// [from, to). They come in the order of the text and no sentence that anyone writes
// holds more, so a report of any length takes linear time.
func (d *days) beside(i int) (from, to int) {
	const most = 40 // on either side
	return max(0, i-most), min(len(d.in), i+most+1)
}

// ownDay is the day that the clause of a cue names. named is true when it names one
// that cannot be reckoned.
func (d *days) ownDay(i int) (when *news.When, named bool) {
	a := d.in[i]
	mine := func(e Expr) bool {
		if !a.Context.Contains(e.Span) || e.Unit >= PresentRef {
			return false
		}
		if a.Source.Start < e.Start && a.Source.Contains(e.Span) && d.p.scan(e.End).cap && d.p.scan(e.End).start < a.Source.End {
			return false // "the 25 January Union said"
		}
		if d.ofSource(a.Source, e) {
			return false
		}
		if b := d.p.back(e.Start); e.Rule == "year" && (d.role(b)&lead == 0 || b.is(from) || b.is(between)) {
			return false // "a 2030 survey", "worked there from 2030 to 2033"
		}
		if in := d.occasionOf(e); in >= 0 {
			o := d.occs[in]
			return d.belongs(i, news.Span{Start: o.lead, End: o.End}, false)
		}
		if e.Owner {
			return d.paperOf(a.Source, e)
		}
		return d.belongs(i, e.Span, !d.near(e))
	}
	from, to := d.exprsIn(a.Context)
	when = d.pick(from, to, mine, a.Cue.End)
	return when, when == nil && slices.ContainsFunc(d.exprs[from:to], mine)
}

// paperOf reports whether a source is a paper of a day: "Monday's report on the nets".
func (d *days) paperOf(source news.Span, e Expr) bool {
	t := d.p.back(e.Start)
	return (source.Start == e.Start || t.is(the) && source.Start == t.start) && e.End < source.End &&
		d.document(source)
}

// ofSource reports whether a day tells of what became of a source, inside its words: "the
// motion, passed by the council on Monday". What was published then spoke then.
func (d *days) ofSource(source news.Span, e Expr) bool {
	if !source.Contains(e.Span) {
		return false
	}
	comma, closed := false, true
	for i := source.Start; i < e.Start; {
		t := d.p.scan(i)
		if t.kind == end {
			break
		}
		switch {
		case t.isMark(','):
			closed = true
		case comma && t.kind == word && d.passive(t):
			closed = false
		}
		comma, i = t.isMark(','), t.end
	}
	return !closed
}

// near reports whether an occasion stands right before a day: "an interview with
// Nadia Ferro on Wednesday".
func (d *days) near(e Expr) bool {
	return slices.ContainsFunc(d.occsAround(e.Span), func(o occasion) bool {
		return !o.after && o.End <= e.Start && d.wordsIn(news.Span{Start: o.End, End: e.Start}) <= 1
	})
}

// exprsIn are the expressions that begin in a span, as [from, to).
func (d *days) exprsIn(s news.Span) (from, to int) {
	from = d.exprFrom(s.Start)
	return from, max(from, d.exprFrom(s.End))
}

// exprFrom is the first expression that begins at or after i.
func (d *days) exprFrom(i int) int {
	return sort.Search(len(d.exprs), func(k int) bool { return d.exprs[k].Start >= i })
}

// occsAround are the occasions that begin not further than a sentence before a span
// or in it; all occasions are in the order of the text.
func (d *days) occsAround(s news.Span) []occasion {
	from, to := d.occsIn(news.Span{Start: s.Start - sentence, End: s.End})
	return d.occs[from:to]
}

// sentence is the most bytes of a sentence over which an occasion and its words are
// looked for.
const sentence = 400

// occsIn are the occasions that begin in a span, as [from, to).
func (d *days) occsIn(s news.Span) (from, to int) {
	from = d.occFrom(s.Start)
	return from, max(from, d.occFrom(s.End))
}

// occFrom is the first occasion that begins at or after i.
func (d *days) occFrom(i int) int {
	return sort.Search(len(d.occs), func(k int) bool { return d.occs[k].Start >= i })
}

// occasionOf is the occasion inside whose words an expression lies: "yesterday's
// interview"; -1 for none.
func (d *days) occasionOf(e Expr) int {
	from, to := d.occsIn(news.Span{Start: e.Start - sentence, End: e.End})
	for i := from; i < to; i++ {
		if d.occs[i].Contains(e.Span) {
			return i
		}
	}
	return -1
}

// pick makes the day from the best of the expressions [from, to) that are ours: the
// shortest, then the first after the cue, then the nearest before.
func (d *days) pick(from, to int, mine func(Expr) bool, cue int) *news.When {
	best := -1
	for i := from; i < to; i++ {
		e := d.exprs[i]
		if e.Interval.IsZero() || e.Unit >= PresentRef || !mine(e) || d.ofNoun(e) {
			continue
		}
		if best < 0 || d.better(e, d.exprs[best], cue) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	return d.when(best, to)
}

// ofNoun reports whether a month or more tells of the noun that it stands before, which is
// no occasion: "a June agreement", but not "a June interview".
func (d *days) ofNoun(e Expr) bool {
	n := d.p.scan(e.End)
	return e.Unit >= Month && d.p.monthNoun(d.p.back(e.Start), n) && d.occasionOf(e) < 0
}

func (d *days) better(e, b Expr, cue int) bool {
	le, lb := daysBetween(e.Interval.From, e.Interval.To), daysBetween(b.Interval.From, b.Interval.To)
	if le != lb {
		return le < lb
	}
	return b.Start < cue && (e.Start >= cue || e.Start > b.Start)
}

// when makes the day of speaking from the i-th expression, or from it and the next
// before to. Nobody has spoken after the day of publication, so an expression that was
// reckoned forward goes back.
func (d *days) when(i, to int) *news.When {
	e := d.exprs[i]
	w := &news.When{Interval: e.Interval, By: e.Rule, Mention: e.Span}
	if l := d.p.back(e.Start); d.role(l)&lead != 0 && l.end < e.Start && !e.Owner {
		w.Mention.Start = l.start
	}
	if j := i + 1; j < to && d.ranged(e, d.exprs[j]) {
		w.Mention.End, w.To = d.exprs[j].End, d.exprs[j].Interval.To
	}
	d.backward(w, e)
	return w
}

// ranged reports whether two expressions are the ends of one: "between Monday and
// Wednesday", "from 3 to 5 May".
func (d *days) ranged(a, b Expr) bool {
	m, l := d.p.scan(a.End), d.p.back(a.Start)
	return m.end <= b.Start && d.p.scan(m.end).start == b.Start && a.Interval.From.Before(b.Interval.To) &&
		(l.is(between) && m.is(and) || l.is(from) && m.is(to))
}

func (d *days) backward(w *news.When, e Expr) {
	pub := d.p.pub
	if pub.IsZero() || !pub.Before(w.From) {
		return
	}
	switch {
	case e.Rule == "weekday after publication":
		w.From = w.From.Add(-7)
		w.To, w.By = w.From, "weekday before publication"
	case e.Rule == "day and month after publication":
		w.From.Year--
		w.To.Year--
		w.By = "day and month before publication"
	case e.Rule == "month after publication":
		_, w.Interval = unitAt(Month, news.Day{Year: w.From.Year - 1, Month: w.From.Month, Date: 1}, 0)
		w.By = "month before publication"
	}
}

// belongs reports whether words outside the content belong to the clause of a cue.
func (d *days) belongs(i int, s news.Span, strict bool) bool {
	a := d.in[i]
	if a.Cue.IsZero() || !a.Context.Contains(s) || d.said(i, s) {
		return false
	}
	if s.Start >= a.Cue.Start {
		return d.afterCue(i, s, strict)
	}
	return d.beforeCue(i, s, strict)
}

// said reports whether the words lie in a content, the statement's own or another's
// that does not hold the statement itself.
func (d *days) said(i int, s news.Span) bool {
	from, to := d.beside(i)
	for j := from; j < to; j++ {
		if j != i && d.holds(j, i) {
			continue
		}
		if slices.ContainsFunc(d.in[j].Content, s.Overlaps) {
			return true
		}
	}
	return false
}

// holds reports whether attribution i is nested in j.
func (d *days) holds(j, i int) bool {
	for k := 0; i >= 0 && i < len(d.in) && k < len(d.in); k++ {
		if i = d.in[i].Within; i == j {
			return true
		}
	}
	return false
}

// afterCue: "said on Wednesday during a press conference that …".
func (d *days) afterCue(i int, s news.Span, strict bool) bool {
	a := d.in[i]
	gap := news.Span{Start: min(a.Cue.End, s.Start), End: s.Start}
	if d.cueIn(gap, i) >= 0 {
		return false
	}
	if end, by := d.contentIn(gap, i); end >= 0 {
		trail := news.Span{Start: end, End: s.Start}
		return by == i && d.wordsIn(trail) <= 2 && !d.blocked(trail, strict) && !d.reachesCue(i, s.End)
	}
	if d.anyRole(gap, coord) && d.reachesCue(i, s.End) {
		return false
	}
	return !d.blocked(gap, strict)
}

// beforeCue: "On Wednesday, X said", "X, speaking on Wednesday, said".
func (d *days) beforeCue(i int, s news.Span, strict bool) bool {
	a := d.in[i]
	gap := news.Span{Start: s.End, End: a.Cue.Start}
	if d.cueIn(gap, i) >= 0 {
		return false
	}
	if end, _ := d.contentIn(gap, i); end >= 0 {
		return false
	}
	if d.otherClause(gap, a.Source) {
		return false
	}
	front := news.Span{Start: a.Context.Start, End: s.Start}
	if end, _ := d.contentIn(front, i); end >= 0 {
		front.Start = end
	}
	if d.wordsIn(front) > 1 && d.aside(a, gap) {
		return false
	}
	if k := strings.LastIndexByte(d.p.text[front.Start:front.End], ';'); k >= 0 {
		front.Start += k + 1 // a clause of its own
	}
	if c := d.cueIn(front, i); c >= 0 {
		front.Start = d.in[c].Cue.End
		if !d.anyRole(front, coord) && !d.semicolon(front) {
			return false
		}
	}
	front.Start = max(front.Start, d.ownClause(a, s))
	return !d.blocked(front, strict) && (d.beginsClause(a, s) || !d.ahead(front)) && !d.publishedElse(a, s)
}

// beginsClause reports whether a day behind a comma begins the clause of a source: "With the
// harbour due to close, on Monday Kell said".
func (d *days) beginsClause(a Attr, s news.Span) bool {
	t := d.p.back(s.Start)
	if d.role(t)&lead != 0 {
		t = d.p.back(t.start)
	}
	return t.isMark(',') && !a.Source.IsZero() && d.p.scan(s.End).start == a.Source.Start
}

// aside reports whether a cue behind a day stands in a relative clause about its source, the
// clause before it with the day having another subject: "the motion was filed on Monday with
// the court, which declined, saying", "was seen by Kell on Monday, who claims".
func (d *days) aside(a Attr, gap news.Span) bool {
	if a.Source.IsZero() || a.Source.Start < gap.Start || a.Source.End > gap.End {
		return false
	}
	t := d.p.scan(a.Source.Start)
	if d.role(t)&relative != 0 && t.end == a.Source.End {
		return d.anyRole(a.Cue, standing)
	}
	if t = d.p.scan(a.Source.End); t.isMark(',') {
		t = d.p.scan(t.end)
	}
	return t.start < gap.End && d.role(t)&relative != 0 && d.role(t)&opens != 0
}

// publishedElse reports whether a day tells when something else than the source or an occasion
// was published: "kept the papers released today, saying".
func (d *days) publishedElse(a Attr, s news.Span) bool {
	t := d.p.back(s.Start)
	if t.kind == word && d.role(t)&lead != 0 {
		t = d.p.back(t.start)
	}
	b := d.p.back(t.start)
	if d.role(t)&publish == 0 || t.end-t.start < 3 || d.p.text[t.end-2:t.end] != "ed" || b.kind != word || b.cap || b.start < a.Context.Start {
		return false
	}
	return !a.Source.Overlaps(news.Span{Start: b.start, End: t.end}) && d.role(b)&(been|perfect|coord|paper|pronoun|relative) == 0 &&
		!d.lore.heads.has(d.p.text[b.start:b.end])
}

// ownClause is where the clause of a cue begins, as far as its source and a day before the
// cue show it: "in a land where words are rare, Kell | on Monday said", "a day when, | in
// August, Kell said"; 0 where they do not.
func (d *days) ownClause(a Attr, s news.Span) int {
	switch {
	case a.Source.IsZero() || a.Source.Start >= a.Cue.Start:
		return 0
	case a.Source.End <= s.Start:
		return a.Source.End
	}
	t := d.p.back(s.Start)
	if t.kind == word && d.role(t)&lead != 0 {
		s.Start, t = t.start, d.p.back(t.start)
	}
	if t.isMark(',') {
		t = d.p.back(t.start)
	}
	if d.role(t)&(relative|joins|coord) != 0 && a.Source.Start >= s.End {
		return s.Start
	}
	return 0
}

// otherClause reports whether words before a cue hold a conjunction and then, without
// a comma, a subject of their own: "…, and the court held", "…, although reports
// say", "…, and Marn said", "… and according to Marn", not "… and told", nor "although he
// was ill, Kell said".
func (d *days) otherClause(gap, source news.Span) bool {
	if d.opened(gap, source) {
		return true
	}
	after := -1
	for i := gap.Start; i < gap.End; {
		t := d.p.scan(i)
		if t.kind == end || t.start >= gap.End {
			break
		}
		i = t.end
		switch {
		case d.role(t)&(coord|joins) != 0:
			after = i
		case t.isMark(','):
			after = -1
		}
	}
	return after >= 0 && (source.Start >= after || d.wordsIn(news.Span{Start: after, End: gap.End}) > 1)
}

// opened reports whether a source in the span is the subject of a clause that the word before it
// opens: "the ferry sank on Monday, which they say", "it came on Monday after Kell said".
func (d *days) opened(gap, source news.Span) bool {
	if source.Start < gap.Start || source.Start >= gap.End {
		return false
	}
	b := d.p.back(source.Start)
	if b.start >= gap.Start && d.role(b)&det != 0 || b.is(the) {
		b = d.p.back(b.start)
	}
	if b.isMark(',') {
		b = d.p.back(b.start) // "which, they say,"
	}
	return b.start >= gap.Start && d.role(b)&opens != 0
}

// semicolon reports whether a semicolon stands in the span: a new clause begins behind it.
func (d *days) semicolon(s news.Span) bool {
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.kind == end || t.start >= s.End {
			return false
		}
		if t.isMark(';') {
			return true
		}
		i = max(t.end, i+1)
	}
	return false
}

// cueIn is the last other attribution whose cue lies in the span, or -1.
func (d *days) cueIn(s news.Span, i int) int {
	found := -1
	from, to := d.beside(i)
	for j := from; j < to; j++ {
		if a := &d.in[j]; j != i && !a.Cue.IsZero() && s.Contains(a.Cue) && !d.holds(i, j) && (found < 0 || d.in[found].Cue.Start < a.Cue.Start) {
			found = j
		}
	}
	return found
}

// contentIn is the end of the last content in the span and whose it is, or -1. The
// content that holds the statement itself does not count.
func (d *days) contentIn(s news.Span, i int) (end, by int) {
	end, by = -1, -1
	from, to := d.beside(i)
	for j := from; j < to; j++ {
		if d.holds(j, i) {
			continue
		}
		for _, c := range d.in[j].Content {
			if c.Overlaps(s) && c.End > end && c.End <= s.End {
				end, by = c.End, j
			}
		}
	}
	return end, by
}

// reachesCue reports whether another cue of the sentence follows without a content
// between.
func (d *days) reachesCue(i, at int) bool {
	from, to := d.beside(i)
	for j := from; j < to; j++ {
		a := &d.in[j]
		if j == i || a.Cue.IsZero() || a.Cue.Start < at || a.Context != d.in[i].Context {
			continue
		}
		if end, _ := d.contentIn(news.Span{Start: at, End: a.Cue.Start}, i); end < 0 {
			return true
		}
	}
	return false
}

func (d *days) wordsIn(s news.Span) int {
	n := 0
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.kind == word && t.start < s.End {
			n++
		}
		i = max(t.end, i+1)
	}
	return n
}

// blocked reports whether words between a cue or the start of its clause and a day
// tie the day to something else: a relative clause, "after the attack on", "elected
// on"; when strict, a topic too.
func (d *days) blocked(s news.Span, strict bool) bool {
	var last tok
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.kind == end || t.start >= s.End {
			break
		}
		i = t.end
		r := d.role(t)
		switch {
		case t.kind != word:
			continue
		case r&block != 0 && d.role(d.p.scan(t.end))&asked == 0 && !d.beforeBody(t) && !d.airs(t),
			r&topic != 0 && strict && !d.dateAt(d.p.scan(t.end).start): // but "over the weekend"
			return true
		case r&unlessOccasion != 0 && !d.leads(t.start):
			return true
		case r&lead == 0:
			last = t
		}
	}
	return last.kind == word && d.passive(last) && !d.occasionIn(s)
}

// airs reports whether a relative clause tells when an occasion or a document was
// published: "in a message which was aired today".
func (d *days) airs(t tok) bool {
	n := d.p.scan(t.end)
	for d.role(n)&(been|perfect) != 0 {
		n = d.p.scan(n.end)
	}
	if d.role(t)&relative == 0 || d.role(n)&publish == 0 {
		return false
	}
	b := d.p.back(t.start)
	if b.isMark(',') {
		b = d.p.back(b.start)
	}
	return b.kind == word && (d.lore.heads.has(d.p.text[b.start:b.end]) ||
		slices.ContainsFunc(d.occsAround(news.Span{Start: b.end, End: b.end}), func(o occasion) bool { return o.End == b.end }))
}

// beforeBody reports whether "before" leads to those who listen: "before the Merovian
// Senate on Monday".
func (d *days) beforeBody(t tok) bool {
	if !t.is(before) {
		return false
	}
	for range 4 {
		if t = d.p.scan(t.end); d.role(t)&body != 0 {
			return true
		}
	}
	return false
}

// passive reports whether a word is a past participle that is none of publishing.
func (d *days) passive(t tok) bool {
	r := d.role(t)
	w := d.p.text[t.start:t.end]
	ed := len(w) > 4 && w[len(w)-2:] == "ed" && !t.has(noted) && r&speaking == 0
	return r&(publish|asked) == 0 && (r&participle != 0 || ed)
}

// leads reports whether an occasion is led to by the word at i.
func (d *days) leads(i int) bool {
	return slices.ContainsFunc(d.occsAround(news.Span{Start: i, End: i + sentence}), func(o occasion) bool { return o.lead == i })
}

func (d *days) occasionIn(s news.Span) bool {
	from, to := d.occsIn(s)
	return slices.ContainsFunc(d.occs[from:to], func(o occasion) bool { return s.Contains(o.Span) })
}
