package dossier

import (
	"cmp"
	"fmt"
	"slices"

	"parley/internal/news"
)

// Check finds what Parse cannot see: impossible days, one office held by two
// people, actors twice in one file, and names that nobody has. The files are laid
// over one another in order, as the directory does, so that a user's dossier is
// checked with the built-in files before it. Problems come in the order of files
// and lines.
func Check(files ...*File) []Problem {
	var c checker
	c.merged, c.offices = MergeOffices(files...)
	c.know()
	for i, f := range files {
		c.dates(f)
		c.twice(f)
		c.ambiguous(f, files[:i])
		c.names(f)
		c.dossier(f)
	}
	c.overlaps()
	order := map[string]int{}
	for i, f := range files {
		order[f.Name] = i
	}
	slices.SortStableFunc(c.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(order[a.File], order[b.File]), cmp.Compare(a.Line, b.Line))
	})
	return c.problems
}

type checker struct {
	merged   *File
	offices  *Offices
	bodies   map[string]string // name or spelling of a state or organisation → its name
	actors   map[string]bool   // names and spellings of all actors
	problems []Problem
}

func (c *checker) say(pos Position, format string, args ...any) {
	c.problems = append(c.problems, Problem{pos, fmt.Sprintf(format, args...)})
}

func (c *checker) know() {
	c.bodies, c.actors = map[string]string{}, map[string]bool{}
	for _, a := range c.merged.Actors {
		for _, name := range append([]string{a.Name}, a.Also...) {
			c.actors[name] = true
			if _, taken := c.bodies[name]; a.Kind != news.Person && (!taken || name == a.Name) {
				c.bodies[name] = a.Name
			}
		}
	}
}

func (c *checker) dates(f *File) {
	for _, a := range f.Actors {
		for i := range a.Roles {
			r := &a.Roles[i]
			for _, d := range []Date{r.From, r.To} {
				if !d.Real() {
					c.say(r.Pos, "%s: no calendar has %s: correct it, or give the month or year only", a.Name, d)
				}
			}
			if !r.From.IsZero() && !r.To.IsZero() && r.To.Last().Before(r.From.First()) {
				c.say(r.Pos, "%s: %s ends on %s before it begins on %s: correct one of the days", a.Name, r, r.To, r.From)
			}
		}
	}
}

// twice finds actors that stand twice in one file: they would not be merged.
func (c *checker) twice(f *File) {
	ids := map[string]*Actor{}
	for _, a := range f.Actors {
		if had, ok := ids[a.ID]; ok {
			c.say(a.Pos, "%s stands in this file already, on line %d (%s): make one entry of the two, or give each its own wikidata item", a.Name, had.Pos.Line, a.ID)
			continue
		}
		ids[a.ID] = a
	}
}

// ambiguous finds entries without an item whose name several earlier actors have.
func (c *checker) ambiguous(f *File, earlier []*File) {
	had := map[string][]string{}
	for _, e := range earlier {
		for _, a := range e.Actors {
			key := string(a.Kind) + " " + a.Name
			if !slices.Contains(had[key], a.ID) {
				had[key] = append(had[key], a.ID)
			}
		}
	}
	for _, a := range f.Actors {
		if ids := had[string(a.Kind)+" "+a.Name]; a.Wikidata == "" && len(ids) > 1 {
			c.say(a.Pos, "%s may be any of %v: say which with wikidata", a.Name, ids)
		}
	}
}

func (c *checker) names(f *File) {
	for _, a := range f.Actors {
		c.body(a.Pos, a.Of)
		for i := range a.Roles {
			c.body(a.Roles[i].Pos, a.Roles[i].Of)
		}
	}
	for _, o := range f.Offices {
		for _, w := range o.Says {
			c.body(o.Pos, w.Of)
		}
	}
}

func (c *checker) body(pos Position, name string) {
	if name == "" || c.bodies[name] != "" {
		return
	}
	if c.actors[name] {
		c.say(pos, "%q is a person: name the state or organisation", name)
		return
	}
	c.say(pos, "no state or organisation is called %q: correct the name, or add it with \"state %s\" or \"organisation %s\"", name, name, name)
}

func (c *checker) dossier(f *File) {
	keys := map[string]int{}
	for _, i := range f.Issues {
		if line, ok := keys[i.Key]; ok {
			c.say(i.Pos, "issue %s stands in this file already, on line %d: give one of them another key", i.Key, line)
		}
		keys[i.Key] = i.Pos.Line
	}
	if f.Key != "" && len(f.Parties) == 0 {
		c.say(f.Pos, "dossier %s has no party: add \"party: NAME\" lines", f.Key)
	}
	names := map[string]int{}
	for _, p := range f.Parties {
		if line, ok := names[p.Name]; ok {
			c.say(p.Pos, "%s is a %s already, on line %d: take one out", p.Name, p.Kind, line)
		}
		names[p.Name] = p.Pos.Line
		for _, name := range append([]string{p.Name}, p.Members...) {
			if !c.actors[name] {
				c.say(p.Pos, "nobody is called %q: correct the name, or add it as a state, organisation or person", name)
			}
		}
	}
}
