package record

import (
	"time"

	"parley/internal/news"
)

// Interval is the days that From and To stand for. A month ("2023-12") or a year
// ("2023") runs from its first day to its last.
func (w *When) Interval() (news.Interval, error) {
	from, _, err := days(w.From)
	if err != nil {
		return news.Interval{}, err
	}
	_, to, err := days(w.To)
	if err != nil {
		return news.Interval{}, err
	}
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return news.Interval{}, news.Errorf(news.Invalid, "said_on ends (%s) before it begins (%s)", w.To, w.From)
	}
	return news.Interval{From: from, To: to}, nil
}

// days gives the first and the last day of a day, month or year in ISO form; ""
// gives absent days.
func days(s string) (first, last news.Day, err error) {
	if s == "" {
		return first, last, nil
	}
	for _, p := range []struct {
		layout       string
		month, years int
	}{{time.DateOnly, 0, 0}, {"2006-01", 1, 0}, {"2006", 0, 1}} {
		t, err := time.Parse(p.layout, s)
		if err != nil {
			continue
		}
		end := t
		if p.month+p.years > 0 {
			end = t.AddDate(p.years, p.month, -1)
		}
		return news.DayOf(t), news.DayOf(end), nil
	}
	return first, last, news.Errorf(news.Invalid, "%q is no day (2006-01-02), month (2006-01) or year", s)
}
