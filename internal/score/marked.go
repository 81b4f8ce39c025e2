package score

import (
	"io/fs"
	"path"
	"strings"

	"parley/internal/score/marks"
)

// LoadMarked reads a half ("tune" or "test") of the project's own set below dir:
// the marked sources corpus/HALF/*. Cases come by name and hold the saved pages'
// bytes; read must be the page reader that the scored Reader uses.
func LoadMarked(dir fs.FS, half string, read marks.ReadPage) ([]Case, error) {
	names, err := fs.Glob(dir, path.Join("corpus", half, "*"))
	if err != nil {
		return nil, err
	}
	var cases []Case
	for _, name := range names {
		if ext := path.Ext(name); ext != ".txt" && ext != ".html" {
			continue
		}
		source, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		f, err := marks.Parse(strings.TrimPrefix(name, "corpus/"), source)
		if err != nil {
			return nil, err
		}
		placed, err := f.Place(read)
		if err != nil {
			return nil, err
		}
		cases = append(cases, markedCase(placed))
	}
	return cases, nil
}

func markedCase(p *marks.Placed) Case {
	c := Case{
		File: p.File.Name, Data: p.File.Page, Style: p.File.Report["style"],
		Published: p.File.Report["published"], Furniture: p.Furniture, Marked: true,
	}
	for _, s := range p.Statements {
		c.Gold = append(c.Gold, Gold{Statement: s.Statement, Line: s.Number, By: s.By, DayOrNone: s.DayOrNone})
	}
	for _, w := range p.Optional {
		g := Gold{}
		g.Optional, g.Content = true, append(g.Content, w)
		c.Gold = append(c.Gold, g)
	}
	return c
}
