package imprint

import (
	"slices"
	"strings"

	"parley/internal/news"
)

// Role says what a credit tells of the name in it.
type Role string

// The roles of a credit.
const (
	Original    Role = "original"    // published the words first
	Republisher Role = "republisher" // the outlet of the page, which passes another's words on
	Republished Role = "republished" // somebody passes another's words on; no name
	Translator  Role = "translator"  // a person, an outlet or a tool
	Translation Role = "translated"  // a translation; no name
	Owner       Role = "owner"       // holds the copyright
	distributed Role = "distributed" // the owner's words are another's on this page
	source      Role = "source"      // whose words, or whose chart
	visit       Role = "visit"       // an address
)

func (r Role) known() bool {
	switch r {
	case Original, Republisher, Republished, Translator, Translation, Owner, distributed, source, visit:
		return true
	}
	return false
}

// A Credit is one thing that the small print tells.
type Credit struct {
	Role Role
	Name string // "" for the roles without one
	Span news.Span
}

// Read gives the credits in the furniture of a report, in the order of the text.
func Read(rep *news.Report) []Credit { return builtin().read(rep) }

// Outlet gives the outlet that the small print of a report names as its own, "" where it
// leaves that open: who passes the words on, or else who alone holds the copyright, or whose
// address it tells the reader to visit.
func Outlet(rep *news.Report) string { return outletOf(Read(rep)) }

func outletOf(credits []Credit) string {
	owner, several, others := "", false, false
	for _, c := range credits {
		switch c.Role {
		case Republisher:
			return c.Name
		case Owner:
			several = several || owner != "" && owner != c.Name
			owner = c.Name
		case Original, Republished:
			others = true
		}
	}
	if several {
		return ""
	}
	if owner != "" {
		return owner
	}
	for _, c := range credits {
		if c.Role == visit && !others {
			return c.Name
		}
	}
	return ""
}

func (x *lexicon) read(rep *news.Report) (out []Credit) {
	last := 0 // passage of the report's last words
	for i := range rep.Passages {
		if k := rep.Passages[i].Kind; k == news.Body || k == news.BlockQuote {
			last = i
		}
	}
	for i := range rep.Passages {
		p := &rep.Passages[i]
		if p.Kind != news.Furniture || !x.in[p.Reason] {
			continue
		}
		ws := split(rep.Text, p.Span.Start, p.Span.End)
		found := x.credits(rep.Text, ws)
		head := p.Reason == "byline" || p.Reason == "date line"
		if head || p.Reason == "sign-off" {
			found = withBare(found, x.bare(rep.Text, ws))
		}
		out = append(out, x.owned(found, i > last, head)...)
	}
	slices.SortStableFunc(out, func(a, b Credit) int { return a.Span.Start - b.Span.Start })
	return out
}

// withBare adds the bare credits that lie in none of those found.
func withBare(found, bare []Credit) []Credit {
	for _, b := range bare {
		if !slices.ContainsFunc(found, func(c Credit) bool { return c.Span.Start < b.Span.End && b.Span.Start < c.Span.End }) {
			found = append(found, b)
		}
	}
	return found
}

// credits gives what the forms find in a passage, each stretch of words once.
func (x *lexicon) credits(text string, ws []word) (out []Credit) {
	behind := -1 // word behind the last credit
	for i := 0; i < len(ws); {
		best, end := Credit{}, 0
		try := func(f *form) {
			if c, n, ok := x.match(text, f, ws, i, behind); ok && (n > end || n == end && best.Name == "" && c.Name != "") {
				best, end = c, n
			}
		}
		for _, f := range x.opening[ws[i].low] {
			try(f)
		}
		if ws[i].upper {
			for _, f := range x.anywhere {
				try(f)
			}
		}
		if end == 0 {
			i++
			continue
		}
		out = append(out, best)
		i, behind = end, end
	}
	return out
}

// owned turns the owner beside a distributor into whose words they are, and an agency that
// holds the copyright. An owner before the report's last words is one of a picture, which
// tells nothing, and so does a source there that is not in the page's head. What is left of
// distributors is dropped.
func (x *lexicon) owned(found []Credit, below, head bool) (out []Credit) {
	passed := false
	for _, c := range found {
		passed = passed || c.Role == distributed
	}
	for _, c := range found {
		switch {
		case c.Role == distributed, c.Role == Owner && !below, c.Role == source && !below && !head:
			continue
		case c.Role == source:
			c.Role = Original
		case c.Role == Owner && (passed || x.agencies[strings.ToLower(Bare(c.Name))]):
			c.Role = Original
		}
		out = append(out, c)
	}
	return out
}

// longestBare is the most words of a byline, date line or sign-off that names an agency alone.
const longestBare = 14

// bare gives the agency that a byline, a date line or a sign-off names, set off from other
// words: "By Ina Holm, Associated Press", "AFP | Karsk", "(TASS)".
func (x *lexicon) bare(text string, ws []word) []Credit {
	if len(ws) > longestBare {
		return nil
	}
	for i := range ws {
		if !ws[i].upper || i > 0 && !ws[i-1].marked && ws[i-1].low != "by" && ws[i-1].low != "the" {
			continue
		}
		for n := min(4, len(ws)-i); n > 0; n-- {
			s := text[ws[i].start:ws[i+n-1].end]
			if !x.agencies[strings.ToLower(s)] || len(s) <= 3 && strings.ToUpper(s) != s {
				continue
			}
			if i+n == len(ws) || ws[i+n-1].marked || x.has("staff", ws[i+n].low) {
				return []Credit{{Original, s, news.Span{Start: ws[i].start, End: ws[i+n-1].end}}}
			}
		}
	}
	return nil
}
