package ledger

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parley/internal/news"
)

// Filter selects reports and statements. Everything that is set must be met; the
// zero Filter selects all.
type Filter struct {
	// Actor is an id or a name; names are compared by Key. It selects what the actor
	// said and what was said for it (Speaker.Side). When no actor that the ledger
	// knows has that id or name, those whose name holds its words in that order are
	// meant: "Lavrov" finds Sergey Lavrov.
	Actor string
	// Holder is an id or a name like Actor, of the party whose stance a move tells.
	Holder string
	Issue  string // key of the issue of the move
	// From and To are inclusive days, absent for open. Reports meet them by their day
	// of publication, statements when the days of DaysOf overlap them. What has no
	// day meets neither.
	From, To news.Day
	Outlet   string    // compared by Key
	Mode     news.Mode // "" for all
	Report   string    // exact id
	Limit    int       // most results to give; 0 for all
}

// Validate checks the filter. Its errors are Invalid.
func (f Filter) Validate() error {
	switch f.Mode {
	case "", news.Direct, news.Indirect, news.Mixed:
	default:
		return news.Errorf(news.Invalid, "mode %q is none of direct, indirect, mixed", f.Mode)
	}
	if !f.From.IsZero() && !f.To.IsZero() && f.To.Before(f.From) {
		return news.Errorf(news.Invalid, "the first day, %s, lies after the last, %s", f.From, f.To)
	}
	for _, name := range []string{f.Actor, f.Holder, f.Outlet} {
		if name != "" && Key(name) == "" {
			return news.Errorf(news.Invalid, "the name %q holds no letter", name)
		}
	}
	if f.Limit < 0 {
		return news.Errorf(news.Invalid, "the limit %d is negative", f.Limit)
	}
	return nil
}

// OnlyStatements reports whether the filter asks for what a report cannot meet.
func (f Filter) OnlyStatements() bool {
	return f.Actor != "" || f.Holder != "" || f.Issue != "" || f.Mode != ""
}

// Key is the form in which names are compared: lower case, without diacritics, runs
// of white space as one space.
func Key(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	space := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case unicode.Is(unicode.Mn, r):
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// HoldsKey reports whether the words of key stand in the words of name, both made
// by Key.
func HoldsKey(name, key string) bool {
	return strings.Contains(" "+name+" ", " "+key+" ")
}

// DaysOf gives the days by which a statement is selected and ordered: those on which
// it was said or, when the text does not tell, its report's day of publication; ok
// is false when there is neither. An absent end is open.
func DaysOf(r *news.Report, s *news.Statement) (days news.Interval, ok bool) {
	if s.SaidOn != nil && !s.SaidOn.IsZero() {
		return s.SaidOn.Interval, true
	}
	return news.Interval{From: r.Published, To: r.Published}, !r.Published.IsZero()
}
