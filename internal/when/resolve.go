package when

import (
	"time"

	"parley/internal/news"
)

// one is the interval of a single day.
func one(d news.Day) news.Interval { return news.Interval{From: d, To: d} }

// monthOf, weekOf … are the first day of the unit that holds d.
func monthOf(d news.Day) news.Day { return news.Day{Year: d.Year, Month: d.Month, Date: 1} }
func quarterOf(d news.Day) news.Day {
	return news.Day{Year: d.Year, Month: (d.Month-1)/3*3 + 1, Date: 1}
}
func weekOf(d news.Day) news.Day { return d.Add(-(int(d.Weekday()) + 6) % 7) }
func decadeOf(y int) int         { return y / 10 * 10 }

// addMonths moves the first day of a month.
func addMonths(d news.Day, n int) news.Day {
	return news.DayOf(time.Date(d.Year, time.Month(d.Month+n), 1, 0, 0, 0, 0, time.UTC))
}

// valid reports whether the day is in the calendar.
func valid(d news.Day) bool {
	return d.Month >= 1 && d.Month <= 12 && d.Date >= 1 && news.DayOf(d.Time()) == d
}

// unitAt is the unit that holds d, moved by n units.
func unitAt(u Unit, d news.Day, n int) (news.Day, news.Interval) {
	var a, z news.Day
	switch u {
	case Week:
		a = weekOf(d).Add(7 * n)
		z = a.Add(6)
	case Weekend:
		a = weekOf(d).Add(7*n + 5)
		z = a.Add(1)
	case Month:
		a = addMonths(monthOf(d), n)
		z = addMonths(a, 1).Add(-1)
	case Quarter:
		a = addMonths(quarterOf(d), 3*n)
		z = addMonths(a, 3).Add(-1)
	case Year:
		a = news.Day{Year: d.Year + n, Month: 1, Date: 1}
		z = news.Day{Year: d.Year + n, Month: 12, Date: 31}
	case Decade:
		a = news.Day{Year: decadeOf(d.Year) + 10*n, Month: 1, Date: 1}
		z = news.Day{Year: a.Year + 9, Month: 12, Date: 31}
	case Century:
		a = news.Day{Year: d.Year/100*100 + 100*n, Month: 1, Date: 1}
		z = news.Day{Year: a.Year + 99, Month: 12, Date: 31}
	default:
		a = d.Add(n)
		z = a
	}
	return a, news.Interval{From: a, To: z}
}

// set fills an expression with the unit that holds d, moved by n; nothing when d
// is absent.
func (e *Expr) set(u Unit, d news.Day, n int, rule string) {
	e.Unit, e.Rule = u, rule
	if d.IsZero() {
		return
	}
	e.At, e.Interval = unitAt(u, d, n)
	if u == Quarter {
		e.Number = uint8((e.At.Month-1)/3 + 1)
	}
}

// setSeason fills in a season of a year; seasons are those of the north and a
// winter begins in December.
func (e *Expr) setSeason(s, y int, rule string) {
	e.Unit, e.Number, e.Rule = Season, uint8(s), rule
	if y == 0 {
		return
	}
	e.At = news.Day{Year: y, Month: 3 * s, Date: 1}
	e.Interval = news.Interval{From: e.At, To: addMonths(e.At, 3).Add(-1)}
}

// nearestMonth is the year of a month that is named without one: the last such
// month that has begun by publication, or the next when the clause looks ahead.
func nearestMonth(m int, pub news.Day, tense int) int {
	switch {
	case tense > 0 && m < pub.Month:
		return pub.Year + 1
	case tense <= 0 && m > pub.Month:
		return pub.Year - 1
	}
	return pub.Year
}

// nearestDay is the year of a day and month that is named without one: the last
// such day up to publication, or the next when the clause looks ahead or when that
// is some weeks away and the last one many months.
func nearestDay(m, d int, pub news.Day, tense int) int {
	c := news.Day{Year: pub.Year, Month: m, Date: d}
	if c.Before(pub) {
		c.Year++
	}
	switch ahead := daysBetween(pub, c); {
	case tense > 0, tense == 0 && ahead < 120, ahead < 60:
		return c.Year
	case c == pub:
		return c.Year
	}
	return c.Year - 1
}

// daysBetween counts the days from a to b.
func daysBetween(a, b news.Day) int { return int(b.Time().Sub(a.Time()).Hours() / 24) }

// nearestWeekday is the last such weekday up to pub, or the next when the clause
// looks ahead.
func nearestWeekday(w int, pub news.Day, tense int) (news.Day, string) {
	back := (int(pub.Weekday()) - w + 7) % 7
	if tense > 0 {
		return pub.Add((7 - back) % 7), "weekday after publication"
	}
	if back == 0 {
		return pub, "weekday of publication"
	}
	return pub.Add(-back), "weekday before publication"
}
