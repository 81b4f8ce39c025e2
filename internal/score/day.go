package score

import (
	"parley/internal/news"
)

// dayRight compares the interval of a predicted statement with gold's. A month or
// year in gold accepts every interval inside it.
func dayRight(g *Gold, got *news.When) bool {
	if got == nil {
		return g.SaidOn == nil || g.DayOrNone
	}
	if g.SaidOn == nil {
		return false
	}
	want, err := g.SaidOn.Interval()
	if err != nil {
		return false
	}
	if len(g.SaidOn.From) < len("2006-01-02") {
		return !got.From.IsZero() && !got.To.IsZero() && want.Holds(got.From) && want.Holds(got.To)
	}
	return got.Interval == want
}
