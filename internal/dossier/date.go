package dossier

import (
	"fmt"
	"time"

	"parley/internal/news"
)

// ParseDate reads a day, a month or a year: "2004-03-09", "2004-03", "2004". It
// takes days that no calendar has; Real tells them.
func ParseDate(s string) (Date, bool) {
	switch len(s) {
	case 4, 7, 10:
	default:
		return Date{}, false
	}
	var d Date
	ok := number(s[:4], &d.Year) && d.Year > 0
	if ok && len(s) >= 7 {
		ok = s[4] == '-' && number(s[5:7], &d.Month) && d.Month > 0
	}
	if ok && len(s) == 10 {
		ok = s[7] == '-' && number(s[8:], &d.Day) && d.Day > 0
	}
	if !ok {
		return Date{}, false
	}
	return d, true
}

func number(s string, n *int) bool {
	*n = 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		*n = *n*10 + int(s[i]-'0')
	}
	return true
}

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d == Date{} }

// Real reports whether a calendar has the date: not 2021-02-30, not 2021-13.
func (d Date) Real() bool {
	if d.Month == 0 {
		return d.Day == 0
	}
	if d.Month > 12 {
		return false
	}
	return d.Day == 0 || d.Day <= daysIn(d.Year, d.Month)
}

// First is the first day that the date may be; absent when nothing is known.
func (d Date) First() news.Day {
	if d.IsZero() {
		return news.Day{}
	}
	return news.Day{Year: d.Year, Month: max(d.Month, 1), Date: max(d.Day, 1)}
}

// Last is the last day that the date may be; absent when nothing is known.
func (d Date) Last() news.Day {
	switch {
	case d.IsZero():
		return news.Day{}
	case d.Month == 0:
		return news.Day{Year: d.Year, Month: 12, Date: 31}
	case d.Day == 0:
		return news.Day{Year: d.Year, Month: d.Month, Date: daysIn(d.Year, d.Month)}
	}
	return news.Day{Year: d.Year, Month: d.Month, Date: d.Day}
}

// String is the form that ParseDate reads, "" for a date of which nothing is known.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Holds reports whether the role may have been held on the day, each date read as
// widely as its precision allows: a role to 2021 may still be held on 2021-12-31.
// An absent day is held by every role.
func (r *Role) Holds(day news.Day) bool {
	return day.IsZero() || r.Widest().Holds(day)
}

// Widest is the longest interval that the role's dates allow.
func (r *Role) Widest() news.Interval {
	return news.Interval{From: r.From.First(), To: r.To.Last()}
}

// Narrowest is the interval in which the role was surely held; its end lies before
// its start when no day is sure. An absent end reaches to the day of the source,
// when the source is dated.
func (r *Role) Narrowest() news.Interval {
	to := r.To.First()
	if r.To.IsZero() {
		to = r.AsOf()
	}
	return news.Interval{From: r.From.Last(), To: to}
}

// AsOf is the day on which the source of the role was read ("wikidata
// 2022-07-29"), absent when the source does not say.
func (r *Role) AsOf() news.Day {
	if n := len(r.Source); n >= 10 {
		if d, ok := ParseDate(r.Source[n-10:]); ok && d.Real() {
			return d.First()
		}
	}
	return news.Day{}
}
