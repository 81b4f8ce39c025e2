package when

import "parley/internal/news"

// month reads what begins with a month: "November 16, 2022", "Nov. 3-5",
// "October 2022", "October last year", "October".
func (p *parser) month(t tok) (Expr, bool) {
	if !t.cap {
		return Expr{}, false
	}
	n := p.scan(t.end)
	if n.dayOfMonth() && !p.counts(n) {
		return p.monthDay(t, n)
	}
	e := Expr{Span: news.Span{Start: t.start, End: t.end}}
	if y, stop, rule := p.yearAfter(t.end); stop != 0 {
		e.End = stop
		return p.wholeMonth(e, t.value(), y, rule), true
	}
	if t.has(abbr) && !t.dot || t.has(name) && !p.monthPlace(t, n) {
		return Expr{}, false
	}
	if p.pub.IsZero() {
		return p.wholeMonth(e, t.value(), 0, "month without a year"), true
	}
	tense := p.tense(e.Start, e.End)
	return p.wholeMonth(e, t.value(), nearestMonth(t.value(), p.pub, tense), monthRule(tense)), true
}

func monthRule(tense int) string {
	if tense > 0 {
		return "month after publication"
	}
	return "month before publication"
}

// wholeMonth fills in a month of a year; year 0 is not known.
func (p *parser) wholeMonth(e Expr, m, y int, rule string) Expr {
	e.Unit, e.Rule = Month, rule
	if y == 0 {
		e.At = news.Day{Month: m}
		return e
	}
	e.set(Month, news.Day{Year: y, Month: m, Date: 1}, 0, rule)
	return e
}

// counts reports whether a number that could be a day of the month counts things:
// "May 5,000", "March 10%", "June 10:30".
func (p *parser) counts(n tok) bool {
	return n.end < p.stop && (p.text[n.end] == '%' || p.text[n.end] == ':')
}

// monthPlace reports whether a word that is also a name or a verb stands where a
// month does: after a preposition or a modifier, not before another capital.
func (p *parser) monthPlace(t, n tok) bool {
	if n.kind == word && n.cap && n.entry.class == none {
		return false
	}
	b := p.back(t.start)
	if b.has(yearly) || t.value() != may && p.monthNoun(b, n) {
		return true
	}
	switch b.entry.class {
	case side, early, late, mid, of, on, to, from, anchored:
		return b.kind == word
	}
	return b.dash() && p.back(b.start).is(mid)
}

// may is also a surname of the news: "a May ally".
const may = 5

// monthNoun reports whether a month between b and n stands before a noun as an adjective
// does: "a June agreement".
func (p *parser) monthNoun(b, n tok) bool {
	return p.determines(b) && n.kind == word && !n.cap && n.entry == entry{}
}

// yearAfter reads a year after a month: "2022", ", 2022", "of 2022", "last year",
// "of last year". Its end is 0 when there is none.
func (p *parser) yearAfter(i int) (y, stop int, rule string) {
	n := p.scan(i)
	switch {
	case n.yearNumber():
		return n.num, n.end, "month and year"
	case n.isMark(',') || n.is(of):
		if m := p.scan(n.end); m.yearNumber() {
			return m.num, m.end, "month and year"
		} else if n.is(of) {
			n = m
		}
	}
	if n.is(the) {
		n = p.scan(n.end)
	}
	if u := p.scan(n.end); (n.is(side) || n.is(anchored)) && u.is(year) && u.singular() {
		if p.pub.IsZero() {
			return 0, u.end, "month of a year before or after"
		}
		return p.pub.Year + n.value(), u.end, "month of " + sideNames[n.value()+1] + " year"
	}
	return 0, 0, ""
}

var sideNames = [...]string{"last", "this", "next"}

// monthDay reads month t and day d, with a range and a year that may follow.
func (p *parser) monthDay(t, d tok) (Expr, bool) {
	last := d
	if n := p.scan(d.end); n.dash() {
		if m := p.scan(n.end); m.dayOfMonth() && m.num > d.num {
			last = m
		}
	}
	return p.dated(t.start, t.value(), d, last, last.end)
}

// dated makes the expression of days from–last of month m, reading a year at stop.
func (p *parser) dated(start, m int, from, last tok, stop int) (Expr, bool) {
	e := Expr{Span: news.Span{Start: start, End: stop}, Rule: "full date"}
	y := 0
	n := p.scan(stop)
	if n.isMark(',') || n.is(of) {
		n = p.scan(n.end)
	}
	switch {
	case n.yearNumber():
		y, e.End = n.num, n.end
	case n.is(side) && p.scan(n.end).is(year) && !p.pub.IsZero():
		y, e.End = p.pub.Year+n.value(), p.scan(n.end).end
	case p.pub.IsZero():
		e.Rule = "day and month without a year"
	default:
		y, e.Rule = nearestDay(m, from.num, p.pub, p.tense(e.Start, e.End)), "day and month before publication"
		if p.pub.Before(news.Day{Year: y, Month: m, Date: from.num}) {
			e.Rule = "day and month after publication"
		}
	}
	e.At = news.Day{Year: y, Month: m, Date: from.num}
	if y == 0 {
		return e, true
	}
	to := news.Day{Year: y, Month: m, Date: last.num}
	if !valid(e.At) || !valid(to) {
		return Expr{}, false
	}
	e.Interval = news.Interval{From: e.At, To: to}
	return e, true
}

// digits reads what begins with a number: "16 November 2022", "3-5 November",
// "2022-11-16", "2008", "1980s", "10 days ago".
func (p *parser) digits(t tok) (Expr, bool) {
	switch {
	case t.fourDigits() && p.scan(t.end).isMark('-') && p.scan(t.end).start == t.end:
		if e, ok := p.iso(t); ok {
			return e, true
		}
	case t.kind == num && t.plural:
		return p.decade(t)
	}
	if t.dayOfMonth() {
		if e, ok := p.dayMonth(t); ok {
			return e, true
		}
	}
	if t.ord && t.num < 100 {
		return p.centuryOf(t)
	}
	if t.yearNumber() && p.yearPlace(t) {
		return p.wholeYear(t), true
	}
	if t.kind == num && !t.ord {
		return p.counted(t)
	}
	return Expr{}, false
}

// dayMonth reads "16 November", "16th of November 2022", "3–5 November".
func (p *parser) dayMonth(t tok) (Expr, bool) {
	last := t
	n := p.scan(t.end)
	if n.dash() {
		if m := p.scan(n.end); m.dayOfMonth() && m.num > t.num {
			last, n = m, p.scan(m.end)
		}
	}
	if n.is(of) {
		n = p.scan(n.end)
	}
	if !n.is(month) || !n.cap {
		return Expr{}, false
	}
	return p.dated(t.start, n.value(), t, last, n.end)
}

// iso reads 2022-11-16.
func (p *parser) iso(t tok) (Expr, bool) {
	stop := t.start + len("2022-11-16")
	if stop > p.stop || stop < p.stop && byteClass[p.text[stop]] == cDigit {
		return Expr{}, false
	}
	d, err := news.ParseDay(p.text[t.start:stop])
	if err != nil {
		return Expr{}, false
	}
	return Expr{Span: news.Span{Start: t.start, End: stop}, At: d, Interval: one(d), Rule: "ISO day"}, true
}

// yearPlace reports whether a number of four digits stands where a year does:
// after a preposition, and not counting things.
func (p *parser) yearPlace(t tok) bool {
	if p.counts(t) || t.num < 1700 {
		return false
	}
	b := p.back(t.start)
	if b.is(fiscal) || p.adjective(t, b) {
		return true
	}
	if b.has(yearly) || b.is(early) || b.is(late) || b.is(mid) || b.is(of) || b.is(season) {
		return true
	}
	return b.dash() && p.back(b.start).is(mid)
}

// adjective reports whether a year stands before a noun as an adjective does: "its
// 1996 campaign", "a 1971 treaty".
func (p *parser) adjective(t, b tok) bool {
	if n := p.scan(t.end); n.kind != word || t.num < 1900 || !p.pub.IsZero() && t.num > p.pub.Year+5 {
		return false
	}
	return p.determines(b) || b.kind == word && !b.cap && b.entry == entry{} && p.determines(p.back(b.start)) && p.oneThing(t)
}

// determines reports whether a word begins a noun phrase.
func (p *parser) determines(b tok) bool {
	if b.kind == word && b.end-b.start == 1 { // the s of 's
		return b.is(article) || p.back(b.start).kind == mark
	}
	return b.is(the) || b.is(that) || b.is(article) || b.has(possessive)
}

// oneThing reports whether the noun after a number is a singular, so that the number does
// not count: "his failed 1996 campaign", but not "the other 1996 seats".
func (p *parser) oneThing(t tok) bool {
	n := p.scan(t.end)
	w := p.text[n.start:n.end]
	return !n.cap && n.entry == entry{} && w[len(w)-1] != 's' && w != "people" && w != "men" && w != "women" && w != "children"
}

func (p *parser) wholeYear(t tok) Expr {
	e := Expr{Span: news.Span{Start: t.start, End: t.end}}
	e.set(Year, news.Day{Year: t.num, Month: 1, Date: 1}, 0, "year")
	return e
}

// decade reads "1980s" and "'80s", the two digits of this or the last century.
func (p *parser) decade(t tok) (Expr, bool) {
	y := t.num
	if t.digits == 2 && (p.pub.IsZero() || t.num%10 != 0) || t.digits != 2 && t.digits != 4 {
		return Expr{}, false
	}
	if t.digits == 2 {
		y += p.pub.Year / 100 * 100
		if y > p.pub.Year {
			y -= 100
		}
	}
	e := Expr{Span: news.Span{Start: t.start, End: t.end}}
	e.set(Decade, news.Day{Year: y, Month: 1, Date: 1}, 0, "decade")
	return e, true
}
