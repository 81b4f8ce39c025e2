package main

import (
	"fmt"
	"os"
	"strings"

	"parley"
	"parley/internal/actor"
	"parley/internal/dossier"
	"parley/internal/news"
)

type dossierCmd struct {
	Check dossierCheckCmd `cmd:"" help:"Check dossier and actor files: impossible days, overlapping roles, unknown parties."`
	New   dossierNewCmd   `cmd:"" help:"Write a dossier to start from."`
}

type dossierCheckCmd struct {
	Alone bool     `help:"Check the files alone, not together with the built-in directory."`
	Files []string `arg:"" name:"file" help:"Dossier or actor files."`
}

// Run names every fault with file, line and remedy.
func (c *dossierCheckCmd) Run(m *Main) error {
	var files []*dossier.File
	var faults []dossier.Problem
	for _, name := range c.Files {
		b, err := os.ReadFile(name)
		if err != nil {
			return news.Errorf(news.Invalid, "%v", err)
		}
		f, problems := dossier.Parse(name, b)
		files, faults = append(files, f), append(faults, problems...)
	}
	if len(faults) == 0 {
		all := files
		if !c.Alone {
			base, err := actor.BuiltinFiles()
			if err != nil {
				return err
			}
			all = append(base, files...)
		}
		faults = ofFiles(check(all...), c.Files)
	}
	if len(faults) > 0 {
		return parley.Problems(faults)
	}
	actors, issues := 0, 0
	for _, f := range files {
		actors, issues = actors+len(f.Actors), issues+len(f.Issues)
	}
	fmt.Fprintf(m.Stdout, "%s: nothing to complain of: %d actors, %d issues\n", strings.Join(c.Files, ", "), actors, issues)
	return nil
}

// ofFiles keeps the faults that concern the named files.
func ofFiles(ps []dossier.Problem, names []string) (out []dossier.Problem) {
	for _, p := range ps {
		for _, n := range names {
			if p.File == n {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

type dossierNewCmd struct {
	Key   string `arg:"" help:"A short name in lower case: tesmar."`
	Title string `default:"Talks" help:"The dossier's title."`
}

// Run writes a dossier that passes the check once its parties are filled in.
func (c *dossierNewCmd) Run(m *Main) error {
	_, err := fmt.Fprintf(m.Stdout, newDossier, c.Key, c.Title)
	return err
}

const newDossier = `# A dossier describes one conflict. parley dossier check FILE finds its faults;
# parley add --dossier FILE reads with it. docs/formats.md tells every key.

dossier %s
  title: %s
  # Sides of the conflict and mediators, by the names of states or organisations that
  # the directory knows or that stand below.
  party: Ukraine
  party: Russia
  mediator: Turkey

issue talks
  name: Holding talks at all
  topic: talks, negotiations, dialogue, negotiating table

# People whom the directory lacks.
# person Jane Doe
#   gender: female
#   role: chief negotiator of Ukraine | 2024-03-01 | | https://example.org/source
`
