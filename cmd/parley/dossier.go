package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"parley/internal/actor"
	"parley/internal/dossier"
	"parley/internal/news"
)

type dossierCmd struct {
	Check dossierCheckCmd `cmd:"" help:"Check dossier and actor files: impossible days, overlapping roles, unknown names."`
	New   dossierNewCmd   `cmd:"" help:"Write a dossier to start from."`
}

type dossierCheckCmd struct {
	Alone bool     `help:"Check the files alone, not together with the built-in directory."`
	Files []string `arg:"" name:"file" help:"Dossier or actor files; those that build on each other together."`
}

// Run names every fault with file, line and remedy.
func (c *dossierCheckCmd) Run(m *Main) error {
	files, faults, err := parseAll(c.Files)
	if err != nil {
		return err
	}
	if len(faults) == 0 {
		if faults, err = faultsIn(files, c.Alone); err != nil {
			return err
		}
	}
	for _, p := range faults {
		fmt.Fprintf(m.Stdout, "%s:%d: %s\n", p.File, p.Line, oneLine(p.Msg))
	}
	if len(faults) > 0 {
		return finding(count(len(faults), "fault"))
	}
	n := tally{}
	for _, f := range files {
		n["actor"] += len(f.Actors)
		n["issue"] += len(f.Issues)
		for _, a := range f.Actors {
			n["role"] += len(a.Roles)
		}
	}
	fmt.Fprintf(m.Stdout, "%s: no faults; %s, %s, %s\n", strings.Join(c.Files, ", "), count(n["actor"], "actor"), count(n["role"], "role"), count(n["issue"], "issue"))
	return nil
}

// parseAll parses the files and gathers what does not parse.
func parseAll(names []string) (files []*dossier.File, faults []dossier.Problem, err error) {
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, news.Errorf(news.Invalid, "%v", err)
		}
		f, problems := dossier.Parse(name, b)
		files, faults = append(files, f), append(faults, problems...)
	}
	return files, faults, nil
}

// faultsIn checks files over the built-in directory, unless they stand alone, and
// gives what concerns them.
func faultsIn(files []*dossier.File, alone bool) ([]dossier.Problem, error) {
	all := files
	if !alone {
		base, err := actor.BuiltinFiles()
		if err != nil {
			return nil, err
		}
		base = slices.DeleteFunc(base, func(b *dossier.File) bool {
			return slices.ContainsFunc(files, func(f *dossier.File) bool { return standsFor(f.Name, b.Name) })
		})
		all = slices.Concat(base, files)
	}
	return slices.DeleteFunc(dossier.Check(all...), func(p dossier.Problem) bool {
		return !slices.ContainsFunc(files, func(f *dossier.File) bool { return f.Name == p.File })
	}), nil
}

// standsFor reports whether a file is the source of a built-in one, which it then
// takes the place of.
func standsFor(name, builtin string) bool {
	abs, err := filepath.Abs(name)
	return err == nil && strings.HasSuffix(filepath.ToSlash(abs), "/data/actors/"+builtin)
}

// warn tells what parley dossier check would find in the user's files, and goes on
// with what is right in them.
func (m *Main) warn(f dossierFlag) error {
	if len(f.Dossier) == 0 {
		return nil
	}
	files, faults, err := parseAll(f.Dossier)
	if err != nil || len(faults) > 0 {
		return err // told when the reader is made
	}
	if faults, err = faultsIn(files, false); err != nil {
		return err
	}
	for _, p := range faults {
		m.tell("%s:%d: %s\n", p.File, p.Line, oneLine(p.Msg))
	}
	return nil
}

type dossierNewCmd struct {
	Key   string `arg:"" help:"A short name in lower case, such as tesmar."`
	Title string `default:"Talks" placeholder:"WORDS" help:"The dossier's title (${default})."`
}

var validKey = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// Run writes a dossier that passes the check, to be filled in.
func (c *dossierNewCmd) Run(m *Main) error {
	if !validKey.MatchString(c.Key) {
		return news.Errorf(news.Invalid, "%q is no key: small letters, digits and hyphens, such as tesmar", c.Key)
	}
	_, err := fmt.Fprintf(m.Stdout, newDossier, c.Key, oneLine(c.Title))
	return err
}

const newDossier = `# A dossier describes one conflict: its sides, its people and its issues. Change the
# names below, then
#   parley dossier check FILE              finds its faults
#   parley add --dossier FILE FOLDER       reads with it
# docs/formats.md explains every key.

dossier %s
  title: %s
  # The sides and the mediators, by the names of states and organisations that the
  # directory knows or that stand below.
  party: Ukraine
  party: Russia
  mediator: Turkey

issue talks
  name: Holding talks at all
  topic: talks, negotiations, dialogue, negotiating table

# People and organisations that the directory lacks: take the # away and fill in.
# A role is OFFICE of STATE | FROM | TO | SOURCE; days as precise as they are known.
#
# person Jane Doe
#   gender: female
#   role: chief negotiator of Ukraine | 2024-03-01 | | https://example.org/source
`
