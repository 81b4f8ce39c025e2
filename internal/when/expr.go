package when

import (
	"fmt"

	"parley/internal/news"
)

// Unit is how precise a date expression is.
type Unit uint8

// The units, and the three references that name no day.
const (
	Day Unit = iota
	Part
	Week
	Weekend
	Month
	Quarter
	Half
	Season
	Year
	Decade
	Century
	PresentRef
	PastRef
	FutureRef
)

// Expr is one date expression of a text.
type Expr struct {
	news.Span               // its words, without preposition and without a possessive 's
	Interval  news.Interval // the days it means; absent when they cannot be reckoned
	At        news.Day      // first day of the unit; a zero month or date where unknown
	Unit      Unit
	Number    uint8  // part of the day, quarter, half or season
	Owner     bool   // a possessive 's follows: Wednesday's
	Rule      string // how the days were reckoned: "weekday before publication"
}

var partCodes = [...]string{"", "TMO", "TAF", "TEV", "TNI", "T12:00"}
var seasonCodes = [...]string{"", "SP", "SU", "FA", "WI"}

// Value is the expression's value as TIMEX3 of TimeML 1.2.1 writes it: "2022-11-16",
// "2022-W46", "2022-10", "2022-Q3", "PRESENT_REF"; X stands for what is not known.
func (e Expr) Value() string {
	switch e.Unit {
	case PresentRef:
		return "PRESENT_REF"
	case PastRef:
		return "PAST_REF"
	case FutureRef:
		return "FUTURE_REF"
	}
	y := "XXXX"
	if e.At.Year != 0 {
		y = fmt.Sprintf("%04d", e.At.Year)
	}
	switch e.Unit {
	case Week, Weekend:
		return e.weekValue()
	case Month:
		return y + "-" + two(e.At.Month)
	case Quarter:
		return fmt.Sprintf("%s-Q%d", y, e.Number)
	case Half:
		return fmt.Sprintf("%s-H%d", y, e.Number)
	case Season:
		return y + "-" + seasonCodes[e.Number]
	case Year:
		return y
	case Decade:
		return y[:3]
	case Century:
		return y[:2]
	}
	v := y + "-" + two(e.At.Month) + "-" + two(e.At.Date)
	if e.Unit == Part {
		v += partCodes[e.Number]
	}
	return v
}

func (e Expr) weekValue() string {
	v := "XXXX-WXX"
	if e.At.Year != 0 && e.At.Date != 0 {
		y, w := e.At.Time().ISOWeek()
		v = fmt.Sprintf("%04d-W%02d", y, w)
	}
	if e.Unit == Weekend {
		v += "-WE"
	}
	return v
}

func two(n int) string {
	if n == 0 {
		return "XX"
	}
	return fmt.Sprintf("%02d", n)
}
