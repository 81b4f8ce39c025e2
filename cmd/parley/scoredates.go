package main

import (
	"path/filepath"

	"parley/internal/score"
)

type scoreDatesCmd struct {
	scoreFlags
	Against string `placeholder:"FILE" help:"Score what a peer found beside ours (.jsonl; see bench/peers)."`
	Half    string `enum:"all,even,odd" default:"all" placeholder:"even|odd" help:"With --errors: only documents whose name ends in such a digit."`
	Path    string `arg:"" help:"A folder of documents of TimeML (.tml)."`
}

// Run scores expressions of dates.
func (c *scoreDatesCmd) Run(m *Main) error {
	docs, err := score.LoadTimeML(c.Path)
	if err != nil {
		return usage(err)
	}
	if c.Errors {
		return score.WriteMisses(m.Stdout, score.DatesOf(c.half(docs), score.FoundDates, true).Misses)
	}
	columns := score.DateColumns(docs, score.FoundDates, "")
	if c.Against != "" {
		found, err := score.LoadTimexes(c.Against, docs)
		if err != nil {
			return usage(err)
		}
		peer := func(d score.DateDoc) []score.Timex { return found[d.Name] }
		columns = append(columns, score.DateColumns(docs, peer, ", "+filepath.Base(c.Against))...)
	}
	by := map[string]*score.Dates{}
	for _, col := range columns {
		by[col.Name] = col.Dates
	}
	return m.printScore(c.scoreFlags, by, nil, func() error { return score.WriteDates(m.Stdout, columns) })
}

func (c *scoreDatesCmd) half(docs []score.DateDoc) []score.DateDoc {
	if c.Half == "all" {
		return docs
	}
	return score.HalfOfDates(docs, c.Half == "odd")
}
