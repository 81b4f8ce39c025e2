package when

import (
	"strings"

	"parley/internal/news"
)

// quarter reads "the third quarter", "third-quarter", "the fiscal first quarter of
// 1989", "the latest quarter", "the first half of last year". t is where the words
// begin, n the first after the article.
func (p *parser) quarter(t, n tok) (Expr, bool) {
	if n.is(latest) {
		m := p.scan(n.end)
		if u, ok := unitOf(m); ok && u == Quarter {
			return p.lastUnit(t, m)
		}
		return Expr{}, false
	}
	e, ok := p.quarterOf(n, 0)
	if !ok {
		return Expr{}, false
	}
	if e.Start = t.start; t.is(the) && p.hyphened(n) {
		e.Start = n.start // "the third-quarter loss"
	}
	if y, stop, _ := p.yearAfter(e.End); stop != 0 {
		q := p.inYear(e, y)
		q.End = stop
		return q, true
	}
	return p.recentQuarter(e), true
}

// quarterOf reads ordinal and "quarter" or "half", of year y (0 for unknown).
func (p *parser) quarterOf(n tok, y int) (Expr, bool) {
	start := n.start
	if n.is(fiscal) {
		n = p.scan(n.end)
	}
	if n.dash() {
		n = p.scan(n.end)
	}
	m := p.scan(n.end)
	if m.dash() {
		m = p.scan(m.end)
	}
	if m.is(fiscal) {
		m = p.scan(m.end)
	}
	e := Expr{Span: news.Span{Start: start, End: m.end}, Number: uint8(n.value())}
	switch {
	case !n.is(ordinal):
		return Expr{}, false
	case m.is(quarter) && m.singular():
		e.Unit = Quarter
	case m.is(half) && n.value() <= 2:
		e.Unit = Half
	default:
		return Expr{}, false
	}
	return p.inYear(e, y), true
}

// inYear puts a quarter or half into its year.
func (p *parser) inYear(e Expr, y int) Expr {
	months := 3
	e.Rule = "quarter of a year"
	if e.Unit == Half {
		months, e.Rule = 6, "half of a year"
	}
	if y == 0 {
		return e
	}
	e.At = news.Day{Year: y, Month: (int(e.Number)-1)*months + 1, Date: 1}
	e.Interval = news.Interval{From: e.At, To: addMonths(e.At, months).Add(-1)}
	return e
}

// recentQuarter is the last such quarter or half that has begun by publication.
func (p *parser) recentQuarter(e Expr) Expr {
	if p.pub.IsZero() {
		return e
	}
	q := p.inYear(e, p.pub.Year)
	if p.tense(e.Start, e.End) <= 0 && p.pub.Before(q.At) {
		q = p.inYear(e, p.pub.Year-1)
	}
	return q
}

// yearQuarter is "the 1989 third quarter", "the 1989 period".
func (p *parser) yearQuarter(t, n, m tok) (Expr, bool) {
	if e, ok := p.quarterOf(m, n.num); ok {
		e.Start = t.start
		return e, true
	}
	e := p.wholeYear(n)
	if m.is(period) || m.is(quarter) {
		e.Start, e.End = t.start, m.end
		if r := p.results.At; !r.IsZero() {
			e.set(Quarter, news.Day{Year: n.num, Month: r.Month, Date: 1}, 0, yearBefore)
		}
	}
	return e, m.kind == word
}

// hyphened reports whether a hyphen joins a word to the next.
func (p *parser) hyphened(n tok) bool {
	d := p.scan(n.end)
	return d.dash() && d.start == n.end
}

// yearWord reads "year-end", "year's end", "year-ago quarter", "year-earlier".
func (p *parser) yearWord(t tok) (Expr, bool) {
	n := p.scan(t.end)
	m := n
	if n.dash() || n.kind == owner {
		m = p.scan(n.end)
	}
	e := Expr{Span: news.Span{Start: t.start, End: m.end}}
	switch {
	case !t.singular():
		return Expr{}, false
	case n.yearNumber():
		return p.yearNamed(t, n.num, n.end), true
	case m.is(edge) && same("end", p.text[m.start:m.end]):
		e.set(Year, p.pub, 0, "this year")
		if !p.pub.IsZero() {
			e.Unit, e.At = Day, e.Interval.To
			e.Interval, e.Rule = one(e.At), "end of this year"
		}
		return e, true
	case !n.dash(), !m.is(ago) && !m.is(earlier):
		return Expr{}, false
	}
	e.set(Year, p.pub, -1, "last year")
	return p.yearAgo(e, p.scan(m.end)), true
}

// yearBefore is the rule of what results are compared with.
const yearBefore = "quarter of a year before"

// compared reports whether the words at i are what a quarter's results are compared with:
// "from $3 million a year earlier", "higher than a year ago".
func (p *parser) compared(i int) bool {
	const near = 60
	if p.results.At.IsZero() {
		return false
	}
	s := p.text[max(p.start, i-near):i]
	s = s[strings.LastIndex(s, ". ")+1:]
	return strings.ContainsAny(s, "$%") || strings.HasSuffix(s, "from ") || strings.HasSuffix(s, "than ")
}

// yearOfResults gives an expression the quarter whose results the report tells, some years before.
func (p *parser) yearOfResults(e *Expr, years int) {
	r := p.results.At
	e.set(Quarter, news.Day{Year: r.Year - years, Month: r.Month, Date: 1}, 0, yearBefore)
}

// yearAgo takes the quarter that follows: "the year-ago third quarter".
func (p *parser) yearAgo(e Expr, n tok) Expr {
	if q, ok := p.quarterOf(n, e.At.Year); ok {
		q.Start = e.Start
		return q
	}
	switch {
	case n.is(quarter) && n.singular():
		at := e.At
		e.Unit, e.End = Quarter, n.end
		if !at.IsZero() {
			e.set(Quarter, news.Day{Year: at.Year, Month: p.pub.Month, Date: 1}, -1, "quarter of last year")
		}
	case n.is(period):
		e.End = n.end
	}
	if n.kind == word && !p.results.At.IsZero() {
		p.yearOfResults(&e, 1)
	}
	return e
}
