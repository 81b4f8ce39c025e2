package when

import "parley/internal/news"

// units are the words that "last", "this" and "next" go with.
func unitOf(t tok) (Unit, bool) {
	if t.kind != word {
		return 0, false
	}
	switch t.entry.class {
	case day:
		return Day, true
	case week:
		return Week, true
	case weekend:
		return Weekend, true
	case monthUnit:
		return Month, true
	case quarter:
		return Quarter, true
	case year:
		return Year, true
	case decade:
		return Decade, true
	case century:
		return Century, true
	}
	return 0, false
}

var unitNames = map[Unit]string{Day: "day", Week: "week", Weekend: "weekend", Month: "month",
	Quarter: "quarter", Year: "year", Decade: "decade", Century: "century"}

// weekday reads "Wednesday", "Wednesday evening", "Wednesday, November 16".
func (p *parser) weekday(t tok) (Expr, bool) {
	if !t.cap || p.back(t.start).has(nameday|each) || p.scan(t.end).has(each) {
		return Expr{}, false
	}
	if e, ok := p.weekdayDate(t); ok {
		return e, true
	}
	if t.has(abbr) {
		return Expr{}, false
	}
	e := Expr{Span: news.Span{Start: t.start, End: t.end}, Rule: "weekday"}
	if !p.pub.IsZero() {
		e.At, e.Rule = nearestWeekday(t.value(), p.pub, p.tense(t.start, t.end))
		e.Interval = one(e.At)
	}
	p.withPart(&e)
	return e, true
}

// weekdayDate reads a weekday followed by its date.
func (p *parser) weekdayDate(t tok) (Expr, bool) {
	n := p.scan(t.end)
	if n.isMark(',') {
		n = p.scan(n.end)
	}
	var e Expr
	ok := false
	switch {
	case n.is(month) && n.cap:
		if d := p.scan(n.end); d.dayOfMonth() {
			e, ok = p.monthDay(n, d)
		}
	case n.dayOfMonth():
		e, ok = p.dayMonth(n)
	}
	e.Start = t.start
	if ok && e.Rule != "full date" {
		p.fitWeekday(&e, t.value())
	}
	return e, ok
}

// fitWeekday moves a date without a year to the year about publication in which it
// falls on the weekday that the text gives.
func (p *parser) fitWeekday(e *Expr, w int) {
	if p.pub.IsZero() {
		return
	}
	for _, y := range [...]int{p.pub.Year, p.pub.Year - 1, p.pub.Year + 1} {
		d := news.Day{Year: y, Month: e.At.Month, Date: e.At.Date}
		if valid(d) && int(d.Weekday()) == w {
			e.At, e.Interval, e.Rule = d, one(d), "day and month on their weekday"
			return
		}
	}
}

// withPart takes a time of day that follows: "evening", "'s evening" it does not.
func (p *parser) withPart(e *Expr) {
	n := p.scan(e.End)
	if n.is(part) && n.value() <= 4 {
		e.Unit, e.Number, e.End = Part, uint8(n.value()), n.end
	}
}

// relday reads "yesterday", "today", "tomorrow", "tonight", with a time of day.
func (p *parser) relday(t tok) (Expr, bool) {
	e := Expr{Span: news.Span{Start: t.start, End: t.end}}
	e.set(Day, p.pub, t.value(), reldayNames[t.value()+1])
	if t.is(tonight) {
		e.Unit, e.Number = Part, 4
	}
	p.withPart(&e)
	return e, true
}

var reldayNames = [...]string{"yesterday", "today", "tomorrow"}

// side reads what begins with last, this or next: "last week", "this October",
// "next Wednesday", "last night", "this year's third quarter".
func (p *parser) side(t tok) (Expr, bool) {
	n, by := p.scan(t.end), t.value()
	if n.is(coming) && t.is(side) && by == 0 {
		n, by = p.scan(n.end), n.value()
	}
	if n.is(fiscal) {
		n = p.scan(n.end)
	}
	e := Expr{Span: news.Span{Start: t.start, End: n.end}}
	switch {
	case n.is(part):
		return p.sidePart(e, n, by)
	case n.is(weekday) && n.cap && !n.has(abbr):
		return p.sideWeekday(e, n, by), true
	case n.is(month) && n.cap:
		return p.sideMonth(e, n, by), true
	case n.is(season):
		return p.sideSeason(e, n, by), true
	}
	u, ok := unitOf(n)
	switch {
	case (!ok || u == Day) && t.is(current) && !t.cap:
		return Expr{Span: news.Span{Start: t.start, End: t.end}, Unit: PresentRef, Rule: "no day"}, true
	case !ok, u == Day, !n.singular(), t.cap && n.cap:
		return Expr{}, false // "This Week" is a title
	}
	return p.sideUnit(e, u, by), true
}

// sideUnit is "last week", and "last year's third quarter".
func (p *parser) sideUnit(e Expr, u Unit, by int) Expr {
	if u == Weekend {
		by = p.weekendShift(by)
	}
	e.set(u, p.pub, by, sideUnits[sign(by)+1][u])
	if o := p.scan(e.End); u == Year && o.kind == owner {
		if q, ok := p.quarterOf(p.scan(o.end), e.At.Year); ok {
			q.Start = e.Start
			return q
		}
	}
	return e
}

// sideUnits are the rules "last week", "this month" …, made once so that a hit costs
// no allocation.
var sideUnits = func() (t [3][Century + 1]string) {
	for i, side := range sideNames {
		for u, unit := range unitNames {
			t[i][u] = side + " " + unit
		}
	}
	return t
}()

// weekendShift: "last weekend" said on a Sunday or a Monday is the one just gone.
func (p *parser) weekendShift(by int) int {
	if by == 0 && !p.pub.IsZero() && p.pub.Weekday() >= 1 && p.pub.Weekday() <= 2 {
		return -1
	}
	return by
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// sidePart is "last night", "this morning".
func (p *parser) sidePart(e Expr, n tok, by int) (Expr, bool) {
	if by > 0 || by < 0 && n.value() < 3 {
		return Expr{}, false
	}
	e.set(Day, p.pub, by, reldayNames[by+1])
	e.Unit, e.Number = Part, uint8(n.value())
	return e, true
}

// sideWeekday: "last Friday" lies before the day of publication, "next Friday"
// after it, "this Friday" in its week.
func (p *parser) sideWeekday(e Expr, n tok, by int) Expr {
	e.Rule = sideNames[by+1] + " weekday"
	if p.pub.IsZero() {
		return e
	}
	switch by {
	case -1:
		e.At, _ = nearestWeekday(n.value(), p.pub.Add(-1), -1)
	case 1:
		e.At, _ = nearestWeekday(n.value(), p.pub.Add(1), 1)
	default:
		e.At = weekOf(p.pub).Add((n.value() + 6) % 7)
	}
	e.Interval = one(e.At)
	p.withPart(&e)
	return e
}

// sideMonth: "last October" is the last one before this month, "next" the first after.
func (p *parser) sideMonth(e Expr, n tok, by int) Expr {
	rule := sideNames[by+1] + " month of the name"
	if p.pub.IsZero() {
		return p.wholeMonth(e, n.value(), 0, rule)
	}
	y := p.pub.Year
	switch {
	case by < 0 && n.value() >= p.pub.Month:
		y--
	case by > 0 && n.value() <= p.pub.Month:
		y++
	}
	if d := p.scan(e.End); d.dayOfMonth() {
		if x, ok := p.dated(e.Start, n.value(), d, d, d.end); ok {
			return x
		}
	}
	return p.wholeMonth(e, n.value(), y, rule)
}

// sideSeason: "last summer" has ended by the day of publication.
func (p *parser) sideSeason(e Expr, n tok, by int) Expr {
	s, y := n.value(), p.pub.Year
	if y != 0 {
		first := news.Day{Year: y, Month: 3 * s, Date: 1}
		switch {
		case by < 0 && p.pub.Before(addMonths(first, 3)):
			y--
		case by > 0 && !p.pub.Before(first):
			y++
		}
	}
	e.setSeason(s, y, sideNames[by+1]+" season")
	return e
}

// anchored reads "same day", "previous week", "following Friday", "that month",
// reckoned from the expression before.
func (p *parser) anchored(t tok) (Expr, bool) {
	n := p.scan(t.end)
	e := Expr{Span: news.Span{Start: t.start, End: n.end}}
	if n.is(weekday) && n.cap && !n.has(abbr) && t.is(anchored) && t.value() != 0 {
		e.Rule = "weekday from the day before"
		if d := p.anchorDay(); !d.IsZero() {
			e.At, _ = nearestWeekday(n.value(), d.Add(t.value()), t.value())
			e.Interval = one(e.At)
		}
		return e, true
	}
	u, ok := unitOf(n)
	if !ok || !n.singular() {
		return Expr{}, false
	}
	if u == Day {
		e.set(Day, p.anchorDay(), t.value(), "from the day named before")
	} else {
		e.set(u, p.anchor.Interval.From, t.value(), "from the "+unitNames[u]+" named before")
	}
	return e, true
}

// anchorDay is the day named before, when it is one day.
func (p *parser) anchorDay() news.Day {
	if p.anchor.Unit > Part {
		return news.Day{}
	}
	return p.anchor.Interval.From
}

// counted reads "two days ago", "a year earlier", "10 days later", "several weeks ago".
func (p *parser) counted(t tok) (Expr, bool) {
	n, count, unsure := p.scan(t.end), t.value(), t.is(vague)
	if t.kind == num {
		count = t.num
	}
	if n.is(vague) && t.is(article) {
		n, unsure = p.scan(n.end), true
	}
	if n.is(of) && unsure {
		n = p.scan(n.end)
	}
	dir, start, stop := p.direction(n)
	if stop == 0 || count > 1000 {
		return Expr{}, false
	}
	e := Expr{Span: news.Span{Start: t.start, End: stop}, Rule: "counted from publication"}
	if start != p.pub {
		e.Rule = "counted from the day named before"
	}
	if unsure {
		e.Unit, e.Rule = PastRef, "no day"
		return e, true
	}
	if n.is(year) && dir < 0 && p.compared(e.Start) {
		p.yearOfResults(&e, count)
		return e, true
	}
	return p.moved(e, n, dir*count, start)
}

// direction reads what follows a counted unit: which way, from which day, and where
// the words end (0 for none).
func (p *parser) direction(n tok) (dir int, start news.Day, stop int) {
	if _, ok := unitOf(n); !ok && !n.is(hour) && !n.is(fortnight) {
		return 0, start, 0
	}
	d := p.scan(n.end)
	switch {
	case d.is(ago):
		return -1, p.pub, d.end
	case d.is(earlier):
		return -1, p.narrative(n), d.end
	case d.is(later):
		return 1, p.narrative(n), d.end
	case d.is(from):
		if w := p.scan(d.end); w.is(present) {
			return 1, p.pub, w.end
		}
	}
	return 0, start, 0
}

// narrative is the day that "two weeks earlier" is reckoned from: the one named
// before, else that of publication. It is none where what was named is longer than the
// units counted: "last month …, two weeks earlier".
func (p *parser) narrative(units tok) news.Day {
	if p.anchor.Interval.IsZero() {
		return p.pub
	}
	if u, ok := unitOf(units); ok && p.anchor.Unit > u && p.anchor.Unit > Part {
		return news.Day{}
	}
	return p.anchor.Interval.From
}

// moved shifts a day by n units of the word u.
func (p *parser) moved(e Expr, u tok, n int, from news.Day) (Expr, bool) {
	switch {
	case u.is(hour):
		e.set(Day, from, 0, e.Rule)
	case u.is(fortnight):
		e.set(Week, from, 2*n, e.Rule)
	default:
		unit, ok := unitOf(u)
		if !ok {
			return Expr{}, false
		}
		e.set(unit, from, n, e.Rule)
	}
	return e, true
}
