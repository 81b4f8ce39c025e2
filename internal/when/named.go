package when

import "parley/internal/news"

// centuryOf is "20th century", "19th-century".
func (p *parser) centuryOf(n tok) (Expr, bool) {
	m := p.scan(n.end)
	if m.dash() && m.start == n.end {
		m = p.scan(m.end)
	}
	if !m.is(century) || n.num < 2 || n.num > 22 {
		return Expr{}, false
	}
	e := Expr{Span: news.Span{Start: n.start, End: m.end}}
	e.set(Century, news.Day{Year: (n.num - 1) * 100, Month: 1, Date: 1}, 0, "century")
	return e, true
}

// spelledYear is "nineteen ninety-one", as broadcasts are written down.
func (p *parser) spelledYear(t tok) (Expr, bool) {
	n := p.scan(t.end)
	if !t.is(number) || t.value() < 17 || t.value() > 20 || !n.is(number) || n.value() < 10 {
		return Expr{}, false
	}
	y, stop := 100*t.value()+n.value(), n.end
	if d := p.scan(n.end); d.dash() && n.value() >= 20 {
		if u := p.scan(d.end); u.is(number) && u.value() < 10 {
			y, stop = y+u.value(), u.end
		}
	}
	return p.yearNamed(t, y, stop), true
}

// yearNamed is the year y in the words from t to stop: "the year 2000".
func (p *parser) yearNamed(t tok, y, stop int) Expr {
	e := Expr{Span: news.Span{Start: t.start, End: stop}}
	e.set(Year, news.Day{Year: y, Month: 1, Date: 1}, 0, "year")
	return e
}

// fiscalYear is "fiscal 2030", "the fiscal year 2030", "the full year"; n is the first word
// after the article t, or t itself.
func (p *parser) fiscalYear(t, n tok) (Expr, bool) {
	if !n.is(fiscal) && !n.has(whole) {
		return Expr{}, false
	}
	m := p.scan(n.end)
	named := m.is(year) && m.singular()
	stop := m.end
	if named {
		m = p.scan(m.end)
	}
	switch {
	case m.yearNumber() && n.is(fiscal):
		return p.yearNamed(t, m.num, m.end), true
	case named && t.is(the):
		e := Expr{Span: news.Span{Start: t.start, End: stop}}
		e.set(Year, p.pub, 0, sideUnits[1][Year])
		return e, true
	}
	return Expr{}, false
}

// lastHalf is "the last half of 2030"; without a year it is left out as unsure.
func (p *parser) lastHalf(t, n tok) (Expr, bool) {
	y, stop, _ := p.yearAfter(n.end)
	if stop == 0 {
		return Expr{}, false
	}
	return p.inYear(Expr{Span: news.Span{Start: t.start, End: stop}, Unit: Half, Number: 2}, y), true
}

// bareSeason is "over the summer,": the last one that has begun by publication, or the next
// where the clause looks ahead. It ends its phrase: "the winter coat" is none, and a fall may
// be one of prices.
func (p *parser) bareSeason(t, n tok) (Expr, bool) {
	b, next := p.back(t.start), p.scan(n.end)
	if next.kind != end && next.kind != mark || next.dash() || !p.seasonal(b) {
		return Expr{}, false
	}
	if same("fall", p.text[n.start:n.end]) && !same("in", p.text[b.start:b.end]) {
		return Expr{}, false
	}
	e := Expr{Span: news.Span{Start: t.start, End: n.end}}
	e.setSeason(n.value(), p.seasonYear(n.value(), p.tense(t.start, n.end)), "season before publication")
	return e, true
}

// seasonal reports whether a season follows a word: "in the spring", "over the summer".
func (p *parser) seasonal(b tok) bool {
	if b.kind != word {
		return false
	}
	w := p.text[b.start:b.end]
	return b.has(yearly) || b.is(to) || same("over", w) || same("into", w) || same("throughout", w)
}

// seasonYear is the year in which a season that is named without one begins.
func (p *parser) seasonYear(s, tense int) int {
	if p.pub.IsZero() {
		return 0
	}
	first := news.Day{Year: p.pub.Year, Month: 3 * s, Date: 1}
	switch over := addMonths(first, 3).Add(-1).Before(p.pub); {
	case tense > 0 && over:
		return first.Year + 1
	case tense <= 0 && p.pub.Before(first):
		return first.Year - 1
	}
	return first.Year
}

// aheadOf reports whether "before" or "ahead of" leads to an expression.
func (p *parser) aheadOf(t tok) bool {
	b := p.back(t.start)
	if b.is(before) {
		return true
	}
	a := p.back(b.start)
	return b.is(of) && a.kind == word && same("ahead", p.text[a.start:a.end])
}
