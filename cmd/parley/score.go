package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"parley"
	"parley/internal/attribution"
	"parley/internal/news"
	"parley/internal/page"
	"parley/internal/score"
)

type scoreCmd struct {
	Attribution scoreAttributionCmd `cmd:"" help:"Score spans and relations on brat stand-off or token instances (PolNeAR)."`
	Statements  scoreStatementsCmd  `cmd:"" help:"Score statements on gold records or on a marked corpus."`
	Dates       scoreDatesCmd       `cmd:"" help:"Score expressions of dates on documents of TimeML (TimeBank)."`
	Sheet       scoreSheetCmd       `cmd:"" help:"Write or check docs/scores.md."`
	Readers     scoreReadersCmd     `cmd:"" help:"Score other model files beside the built-in one, with their speeds, for docs/scores.md."`
}

// scoreFlags are what the scores share.
type scoreFlags struct {
	Format string `short:"f" enum:"text,json" default:"text" placeholder:"text|json" help:"How to print (${default})."`
	Errors bool   `help:"List what was missed, spurious or wrong instead, with its sentence."`
}

// printScore prints a score or, with --errors, its misses.
func (m *Main) printScore(f scoreFlags, s any, misses []score.Miss, text func() error) error {
	switch {
	case f.Errors:
		return score.WriteMisses(m.Stdout, misses)
	case f.Format == "json":
		return json.NewEncoder(m.Stdout).Encode(s)
	}
	return text()
}

type scoreAttributionCmd struct {
	dossierFlag
	scoreFlags
	Path string `arg:"" help:"A folder with text/ and attributions/ (brat), or a .jsonl file of instances."`
}

// Run scores attribution.
func (c *scoreAttributionCmd) Run(m *Main) error {
	r, err := c.reader(0)
	if err != nil {
		return err
	}
	a, err := score.AttributionOf(c.Path, labeller(r, c.Only), c.Errors)
	if err != nil {
		return usage(err)
	}
	return m.printScore(c.scoreFlags, a, a.Misses, func() error { return a.WriteText(m.Stdout) })
}

// labeller gives the spans of the model's PolNeAR head, or the rules' attributions
// brought to PolNeAR's form.
func labeller(r *parley.Reader, only string) score.Labeller {
	if only == "rules" {
		return score.PolNeAR(r.Attributions)
	}
	return score.Trained(r.Spans)
}

type scoreStatementsCmd struct {
	dossierFlag
	scoreFlags
	Corpus string `placeholder:"DIR" help:"The gold holds offsets only; its texts lie here (examples/polnear: ../shared/corpora/polnear)."`
	Gold   string `arg:"" help:"Gold records (.jsonl), a folder of marked sources, or one of them."`
}

// Run scores statements.
func (c *scoreStatementsCmd) Run(m *Main) error {
	r, err := c.reader(0)
	if err != nil {
		return err
	}
	var cases []score.Case
	if c.Corpus != "" {
		cases, err = score.LoadOffsets(c.Gold, c.Corpus)
	} else {
		cases, err = score.LoadAny(c.Gold, r.OpenReport)
	}
	if err != nil {
		return usage(err)
	}
	s, err := score.ScoreStatements(cases, scored(r), score.Options{Canonical: r.Canonical, Misses: c.Errors})
	if err != nil {
		return err
	}
	return m.printScore(c.scoreFlags, s, s.Misses, func() error { return s.WriteText(m.Stdout, c.Gold) })
}

// usage makes a wrong argument of a path that is not there.
func usage(err error) error {
	if news.CodeOf(err) == news.NotFound {
		return &news.Error{Code: news.Invalid, Msg: "nothing to score", Err: err}
	}
	return err
}

// scored makes the scorer's reader.
func scored(r *parley.Reader) score.Reader {
	return score.ReaderFunc(func(name string, b []byte) (*news.Report, []news.Statement, error) {
		rep, err := r.OpenReport(name, b)
		if err != nil {
			return nil, nil, err
		}
		return rep, r.Statements(rep), nil
	})
}

type scoreSheetCmd struct {
	Examples string `default:"examples" placeholder:"DIR" help:"Folder of the project's own set (${default})."`
	Shared   string `default:"../shared" placeholder:"DIR" help:"Folder of the corpora; their sections stay as they are without it (${default})."`
	Out      string `placeholder:"FILE" help:"Write the sheet here, to standard output without it."`
	Model    string `env:"PARLEY_MODEL" placeholder:"FILE" help:"Score this model file instead of the built-in one."`
	Check    string `placeholder:"FILE" help:"Compare the golden section of this sheet with the reader's scores."`
}

// Run writes or checks the score sheet.
func (c *scoreSheetCmd) Run(m *Main) error {
	src, err := c.sources()
	if err != nil {
		return err
	}
	halves, err := src.Halves()
	if err != nil {
		return err
	}
	if c.Check != "" {
		return c.check(m, halves)
	}
	var corpora *score.Corpora
	if _, err := os.Stat(c.Shared); err != nil {
		m.tell("%s is not there: the sections of the corpora stay as they are\n", c.Shared)
	} else if corpora, err = src.Corpora(c.Shared); err != nil {
		return err
	}
	return m.rewrite(c.Out, func(old []byte) []byte { return score.Sheet(old, halves, corpora) })
}

func (c *scoreSheetCmd) check(m *Main, halves []score.Half) error {
	b, err := os.ReadFile(c.Check)
	if err != nil {
		return news.Errorf(news.Invalid, "--check: %v", err)
	}
	if err := score.CheckSheet(b, halves); err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "%s: the scores of the project's own set are as it says\n", c.Check)
	return nil
}

// rewrite puts what a sheet becomes into its file, or on standard output where out is "".
func (m *Main) rewrite(out string, of func(old []byte) []byte) error {
	if out == "" {
		_, err := m.Stdout.Write(of(nil))
		return err
	}
	old, err := os.ReadFile(out)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if sheet := of(old); !bytes.Equal(old, sheet) {
		return os.WriteFile(out, sheet, 0o644)
	}
	return nil
}

// sources are the project's own set, read with its own actors and dossier, and the
// reader of the world.
func (c *scoreSheetCmd) sources() (*score.Sources, error) {
	files, err := filepath.Glob(filepath.Join(c.Examples, "*.actors"))
	if err != nil {
		return nil, err
	}
	dossiers, err := filepath.Glob(filepath.Join(c.Examples, "*.dossier"))
	if err != nil {
		return nil, err
	}
	own, err := dossierFlag{Dossier: append(files, dossiers...), Model: c.Model}.reader(0)
	if err != nil {
		return nil, err
	}
	world, err := dossierFlag{Model: c.Model}.reader(0)
	if err != nil {
		return nil, err
	}
	var alone []score.NamedReader
	for _, only := range [...]string{"rules", "model"} {
		r, err := dossierFlag{Model: c.Model, Only: only}.reader(0)
		if err != nil {
			return nil, err
		}
		alone = append(alone, score.NamedReader{Name: only, Reader: scored(r)})
	}
	var rules []score.Leaving
	names := append([]string{""}, attribution.RuleNames()...)
	for i, r := range own.Without(names...) {
		rules = append(rules, score.Leaving{Rule: names[i], Own: scored(r)})
	}
	for i, r := range world.Without(names...) {
		rules[i].World = scored(r)
	}
	return &score.Sources{
		Examples: os.DirFS(c.Examples), Folder: c.Examples, Own: scored(own), World: scored(world), Labeller: labeller(world, ""), Finders: alone, Rules: rules,
		Page:     func(name string, b []byte) (*news.Report, error) { return page.Parse(name, b, page.Options{}) },
		OwnNames: own.Canonical, WorldNames: world.Canonical,
	}, nil
}
