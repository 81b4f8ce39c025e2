package news

import (
	"fmt"
	"time"
)

// Day is a calendar day without clock or zone. The zero Day means "absent".
type Day struct {
	Year, Month, Date int
}

// ParseDay reads an ISO day, "2022-11-17".
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("day %q is not of the form 2006-01-02", s)
	}
	return DayOf(t), nil
}

// DayOf is the calendar day of t in t's own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, int(m), d}
}

// IsZero reports whether the day is absent.
func (d Day) IsZero() bool { return d == Day{} }

// Time is midnight UTC of the day.
func (d Day) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Date, 0, 0, 0, 0, time.UTC)
}

// Add moves the day by n days.
func (d Day) Add(n int) Day { return DayOf(d.Time().AddDate(0, 0, n)) }

// Weekday is the day's day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Before reports whether d lies before o.
func (d Day) Before(o Day) bool { return d.Compare(o) < 0 }

// Compare is negative, zero or positive as d lies before, on or after o.
func (d Day) Compare(o Day) int {
	if c := d.Year - o.Year; c != 0 {
		return c
	}
	if c := d.Month - o.Month; c != 0 {
		return c
	}
	return d.Date - o.Date
}

// String is the ISO form, or "" for an absent day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Date)
}

// Interval is a run of days, both ends inclusive; an absent end is open.
type Interval struct {
	From, To Day
}

// IsZero reports whether both ends are absent.
func (i Interval) IsZero() bool { return i.From.IsZero() && i.To.IsZero() }

// Holds reports whether d lies in the interval.
func (i Interval) Holds(d Day) bool {
	return (i.From.IsZero() || !d.Before(i.From)) && (i.To.IsZero() || !i.To.Before(d))
}

// Overlaps reports whether the two intervals share a day.
func (i Interval) Overlaps(o Interval) bool {
	return (i.To.IsZero() || o.From.IsZero() || !i.To.Before(o.From)) &&
		(o.To.IsZero() || i.From.IsZero() || !o.To.Before(i.From))
}
