package dossier

import (
	"cmp"
	"slices"

	"parley/internal/news"
)

// term is one holding of an office.
type term struct {
	who  *Actor
	role *Role
	sure news.Interval
}

// overlaps finds offices of one holder that two people held at once for sure, and
// terms of one person that overlap. A day shared at a handover is none, nor is what
// the precision of the dates leaves open.
func (c *checker) overlaps() {
	terms := map[[2]string][]term{}
	for _, a := range c.merged.Actors {
		for i := range a.Roles {
			r := &a.Roles[i]
			of := r.Of
			if name := c.bodies[of]; name != "" {
				of = name
			}
			office := c.offices.Canonical(r.Office, of)
			if c.offices.Single(office) {
				key := [2]string{office, of}
				terms[key] = append(terms[key], term{a, r, r.Narrowest()})
			}
		}
	}
	for _, list := range terms {
		slices.SortStableFunc(list, func(x, y term) int {
			return cmp.Or(x.sure.From.Compare(y.sure.From), cmp.Compare(x.who.ID, y.who.ID))
		})
		c.neighbours(list)
	}
}

// neighbours compares each term with those that begin before it ends.
func (c *checker) neighbours(list []term) {
	for i, b := range list {
		for _, a := range list[:i] {
			if clash(a, b) {
				c.report(a, b)
				break
			}
		}
	}
}

func (c *checker) report(a, b term) {
	if a.role.Pos.File == b.role.Pos.File && b.role.Pos.Line < a.role.Pos.Line {
		a, b = b, a
	}
	where := a.role.Pos
	if a.who == b.who {
		c.say(b.role.Pos, "%s is %s twice at once, see %s:%d: join the two terms or correct a day", b.who.Name, b.role, where.File, where.Line)
		return
	}
	c.say(b.role.Pos, "%s (%s:%d) and %s are both %s in %s: end one term, or write \"acting\" before the office",
		a.who.Name, where.File, where.Line, b.who.Name, b.role, shared(a, b))
}

// shared says when two terms overlap, by the later of the two starts.
func shared(a, b term) string {
	day := a.sure.From
	if day.Before(b.sure.From) {
		day = b.sure.From
	}
	return Date{Year: day.Year, Month: day.Month}.String()
}

// clash reports whether two terms share more than one day for sure. A term whose
// start is unknown, or whose end no source dates, clashes with none that begins
// later: an absent end says only that nothing is known after it.
func clash(a, b term) bool {
	if a.sure.From.IsZero() || b.sure.From.IsZero() {
		return false
	}
	if open(a) && open(b) {
		return a.role.From == b.role.From && a.who != b.who
	}
	x, y := a.sure, b.sure
	return before(x.From, y.To) && before(y.From, x.To) && before(x.From, x.To) && before(y.From, y.To)
}

// open reports whether the term has no end that a source dates.
func open(t term) bool { return t.sure.To.IsZero() }

// before is a.Before(b) where an absent end is never reached.
func before(a, b news.Day) bool { return b.IsZero() || a.Before(b) }
