package when

import "parley/internal/news"

// modified reads "late last month", "earlier this week", "mid-November", "early on
// Wednesday", "earlier in the day".
func (p *parser) modified(t tok) (Expr, bool) {
	n := p.scan(t.end)
	if t.is(mid) && n.dash() {
		n = p.scan(n.end)
	}
	if n.is(on) || n.kind == word && same("in", p.text[n.start:n.end]) {
		n = p.scan(n.end)
	}
	if n.is(the) {
		return p.currentUnit(t, p.scan(n.end))
	}
	if n.kind == num && !n.yearNumber() && !n.plural {
		return Expr{}, false
	}
	if t.is(earlier) && n.is(anchored) {
		return Expr{}, false
	}
	e, ok := p.core(n)
	if !ok {
		return Expr{}, false
	}
	e.Start = t.start
	p.bound(&e, t)
	return e, true
}

// currentUnit is "earlier in the week", "at the end of the month": the unit that
// holds the day of publication.
func (p *parser) currentUnit(t, n tok) (Expr, bool) {
	u, ok := unitOf(n)
	if !ok || !n.singular() || p.scan(n.end).is(of) {
		return Expr{}, false
	}
	e := Expr{Span: news.Span{Start: t.start, End: n.end}}
	e.set(u, p.pub, 0, sideUnits[1][u])
	p.bound(&e, t)
	return e, true
}

// bound ends "earlier this month" with the day of publication and begins "later
// this month" with it.
func (p *parser) bound(e *Expr, t tok) {
	if p.pub.IsZero() || !e.Interval.Holds(p.pub) {
		return
	}
	switch t.entry.class {
	case earlier:
		e.Interval.To, e.Rule = p.pub, "earlier "+e.Rule
	case later:
		e.Interval.From, e.Rule = p.pub, "later "+e.Rule
	}
}

// definite reads what begins with "the".
func (p *parser) definite(t tok) (Expr, bool) {
	n := p.scan(t.end)
	if n.kind == num {
		return p.definiteNumber(t, n)
	}
	if n.kind != word {
		return Expr{}, false
	}
	switch n.entry.class {
	case anchored:
		e, ok := p.anchored(n)
		return begin(t, e, ok)
	case side, coming, current:
		return p.definiteSide(t, n)
	case futureAdj:
		return p.someTime(t, n, FutureRef)
	case year:
		e, ok := p.yearWord(n)
		return begin(t, e, ok)
	case edge:
		return p.edgeOf(t, n)
	case mid:
		if m := p.scan(p.scan(n.end).end); p.hyphened(n) && m.kind == num && m.plural {
			e, ok := p.decade(m)
			return begin(t, e, ok)
		}
	case early, late:
		if m := p.scan(n.end); m.kind == num && m.plural {
			e, ok := p.decade(m)
			return begin(t, e, ok)
		}
	case ordinal, fiscal, latest:
		if e, ok := p.fiscalYear(t, n); ok {
			return e, true
		}
		return p.quarter(t, n)
	case day:
		return p.dayBefore(t, n)
	case weekend, quarter:
		return p.lastUnit(t, n)
	case season:
		return p.definiteSeason(t, n)
	case monthUnit:
		return p.monthCalled(t, n)
	}
	return p.fiscalYear(t, n)
}

// begin lets an expression begin at t.
func begin(t tok, e Expr, ok bool) (Expr, bool) {
	e.Start = t.start
	return e, ok
}

// definiteNumber is "the 16th", "the 1980s", "the 19th century", "the 1989 quarter".
func (p *parser) definiteNumber(t, n tok) (Expr, bool) {
	m := p.scan(n.end)
	switch {
	case n.plural:
		e, ok := p.decade(n)
		return begin(t, e, ok)
	case n.ord && p.hyphened(n):
		return p.centuryOf(n) // "the 19th-century bridge"
	case n.ord && m.is(century):
		e, ok := p.centuryOf(n)
		return begin(t, e, ok)
	case n.yearNumber():
		return p.yearQuarter(t, n, m)
	case n.ord && n.dayOfMonth() && (m.is(month) || m.is(of)):
		e, ok := p.dayMonth(n)
		return begin(t, e, ok)
	case n.ord && n.dayOfMonth() && p.back(t.start).is(on) && (m.kind == end || m.kind == mark):
		return p.dayOnly(t, n)
	}
	return Expr{}, false
}

// dayOnly is "the 16th": of this month or the one before, or the next when the
// clause looks ahead.
func (p *parser) dayOnly(t, n tok) (Expr, bool) {
	e := Expr{Span: news.Span{Start: t.start, End: n.end}, Rule: "day of the month before publication"}
	if p.pub.IsZero() {
		e.At = news.Day{Date: n.num}
		return e, true
	}
	d := news.Day{Year: p.pub.Year, Month: p.pub.Month, Date: n.num}
	move := 0
	switch tense := p.tense(e.Start, e.End); {
	case tense > 0 && d.Before(p.pub):
		move = 1
	case tense <= 0 && p.pub.Before(d):
		move = -1
	}
	d = addMonths(d, move)
	d.Date = n.num
	e.At, e.Interval = d, one(d)
	return e, valid(d)
}

// definiteSide is "the past year", "the current quarter", "the coming week".
func (p *parser) definiteSide(t, n tok) (Expr, bool) {
	m := p.scan(n.end)
	if n.is(side) && n.value() < 0 && m.is(half) {
		return p.lastHalf(t, m)
	}
	if n.is(side) && n.value() != 0 {
		return Expr{}, false // "the last month", "the next week": a length of time
	}
	u, ok := unitOf(m)
	if n.is(coming) && n.value() < 0 && !ok {
		return p.someTime(t, n, PastRef)
	}
	if m.is(fiscal) {
		m = p.scan(m.end)
		u, ok = unitOf(m)
	}
	if !ok || u == Day || !m.singular() || u < Month && n.is(coming) {
		return Expr{}, false
	}
	e := Expr{Span: news.Span{Start: t.start, End: m.end}}
	return p.sideUnit(e, u, n.value()), true
}

// edgeOf is "the beginning of next year", "the end of the month".
func (p *parser) edgeOf(t, n tok) (Expr, bool) {
	o := p.scan(n.end)
	if !o.is(of) {
		return Expr{}, false
	}
	m := p.scan(o.end)
	if m.is(the) {
		return p.currentUnit(t, p.scan(m.end))
	}
	e, ok := p.core(m)
	return begin(t, e, ok)
}

// dayBefore is "the day before yesterday", "the day after tomorrow", and "the day
// before" where nothing follows that it could come before.
func (p *parser) dayBefore(t, n tok) (Expr, bool) {
	d := p.scan(n.end)
	by := 1
	switch {
	case d.is(before):
		by = -1
	case !d.is(after):
		return Expr{}, false
	}
	m := p.scan(d.end)
	e := Expr{Span: news.Span{Start: t.start, End: d.end}}
	switch {
	case m.is(relday) && m.value() == by:
		e.End = m.end
		e.set(Day, p.pub, 2*by, "the day beside "+reldayNames[by+1])
	case m.kind == end || m.isMark('.') || m.isMark(','):
		e.set(Day, p.anchorDay(), by, "from the day named before")
	default:
		return Expr{}, false
	}
	return e, true
}

// lastUnit is "the weekend" and "the quarter": the last one gone.
func (p *parser) lastUnit(t, n tok) (Expr, bool) {
	if !n.singular() || p.hyphened(n) {
		return Expr{}, false
	}
	e := Expr{Span: news.Span{Start: t.start, End: n.end}}
	u, _ := unitOf(n)
	by := -1
	if u == Weekend && (p.aheadOf(t) || p.pub.IsZero() || p.pub.Weekday() == 0 || p.pub.Weekday() == 6 || p.tense(t.start, n.end) > 0) {
		by = 0
	}
	e.set(u, p.pub, by, "the "+unitNames[u]+" before publication")
	return e, true
}

// monthCalled is "the month of October".
func (p *parser) monthCalled(t, n tok) (Expr, bool) {
	o := p.scan(n.end)
	if m := p.scan(o.end); o.is(of) && m.is(month) {
		e, ok := p.month(m)
		return begin(t, e, ok)
	}
	return Expr{}, false
}

// definiteSeason is "the winter of 2022", "over the winter,".
func (p *parser) definiteSeason(t, n tok) (Expr, bool) {
	y, stop, _ := p.yearAfter(n.end)
	if stop == 0 {
		return p.bareSeason(t, n)
	}
	e := Expr{Span: news.Span{Start: t.start, End: stop}}
	e.setSeason(n.value(), y, "season of a year")
	return e, true
}

// someTime is "in the past", "in the future".
func (p *parser) someTime(t, n tok, u Unit) (Expr, bool) {
	b := p.back(t.start)
	e := Expr{Span: news.Span{Start: t.start, End: n.end}, Unit: u, Rule: "no day"}
	return e, b.kind == word && same("in", p.text[b.start:b.end])
}
