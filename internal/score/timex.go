package score

import (
	"regexp"
	"strconv"
	"time"

	"parley/internal/news"
)

// timexForm is one form of a TIMEX3 value that is a span of days.
type timexForm struct {
	unit string
	re   *regexp.Regexp
	days func(n []int, s string) news.Interval // of the numbers in it and of what is no number
}

// timexForms are those of TimeML 1.2.1; what a value says beyond the day is passed over.
// Decades and centuries are also written with X, as SUTime does.
var timexForms = []timexForm{
	{"day", regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$`), func(n []int, _ string) news.Interval { return months(n[0], n[1], n[2], 0) }},
	{"week", regexp.MustCompile(`^(\d{4})-W(\d\d)$`), func(n []int, _ string) news.Interval { return weekDays(n[0], n[1], 1, 7) }},
	{"weekend", regexp.MustCompile(`^(\d{4})-W(\d\d)-WE$`), func(n []int, _ string) news.Interval { return weekDays(n[0], n[1], 6, 7) }},
	{"month", regexp.MustCompile(`^(\d{4})-(\d\d)$`), func(n []int, _ string) news.Interval { return months(n[0], n[1], 1, 1) }},
	{"quarter", regexp.MustCompile(`^(\d{4})-Q([1-4])$`), func(n []int, _ string) news.Interval { return months(n[0], 3*n[1]-2, 1, 3) }},
	{"half", regexp.MustCompile(`^(\d{4})-H([12])$`), func(n []int, _ string) news.Interval { return months(n[0], 6*n[1]-5, 1, 6) }},
	{"season", regexp.MustCompile(`^(\d{4})-(SP|SU|FA|WI)$`), func(n []int, s string) news.Interval { return months(n[0], seasonMonths[s], 1, 3) }},
	{"year", regexp.MustCompile(`^(\d{4})$`), func(n []int, _ string) news.Interval { return months(n[0], 1, 1, 12) }},
	{"decade", regexp.MustCompile(`^(\d{3})X?$`), func(n []int, _ string) news.Interval { return months(10*n[0], 1, 1, 120) }},
	{"century", regexp.MustCompile(`^(\d\d)(?:XX)?$`), func(n []int, _ string) news.Interval { return months(100*n[0], 1, 1, 1200) }},
}

var seasonMonths = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// timexDays gives the span of days that a value means and its unit; "" if it means none.
func timexDays(value string) (days news.Interval, unit string) {
	for _, f := range timexForms {
		m := f.re.FindStringSubmatch(value)
		if m == nil {
			continue
		}
		var n []int
		for _, s := range m[1:] {
			if i, err := strconv.Atoi(s); err == nil {
				n = append(n, i)
			}
		}
		days := f.days(n, m[len(m)-1])
		if days.IsZero() {
			return days, ""
		}
		return days, f.unit
	}
	return news.Interval{}, ""
}

// months is the span of some months from a day on, of 0 that day alone; none if the day
// is not in the calendar.
func months(y, m, d, n int) news.Interval {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	first := news.Day{Year: y, Month: m, Date: d}
	switch {
	case news.DayOf(t) != first:
		return news.Interval{}
	case n == 0:
		return news.Interval{From: first, To: first}
	}
	return news.Interval{From: first, To: news.DayOf(t.AddDate(0, n, -1))}
}

// weekDays is the span of the days from–to, Monday 1, of a week of ISO 8601.
func weekDays(y, week, from, to int) news.Interval {
	fourth := news.Day{Year: y, Month: 1, Date: 4} // lies in the first week
	monday := fourth.Add(-(int(fourth.Weekday())+6)%7 + 7*(week-1))
	return news.Interval{From: monday.Add(from - 1), To: monday.Add(to - 1)}
}
