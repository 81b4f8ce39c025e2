package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"parley"
	"parley/internal/attribution"
	"parley/internal/news"
	"parley/internal/score"
)

type scoreCmd struct {
	Attribution scoreAttributionCmd `cmd:"" help:"Score spans and relations on brat stand-off or token instances (PolNeAR)."`
	Statements  scoreStatementsCmd  `cmd:"" help:"Score statements on gold records or on a marked corpus."`
	Sheet       scoreSheetCmd       `cmd:"" help:"Write or check docs/scores.md."`
}

type scoreAttributionCmd struct {
	Format string `short:"f" enum:"text,json" default:"text" help:"text or json (${default})."`
	Errors bool   `help:"List what was missed, spurious or cut wrongly, with its sentence."`
	Path   string `arg:"" help:"A folder with text/ and attributions/ (brat), or a .jsonl file of instances."`
}

// Run scores attribution.
func (c *scoreAttributionCmd) Run(m *Main) error {
	r, err := parley.New(parley.Options{})
	if err != nil {
		return err
	}
	s, err := scoreAttribution(r, c.Path, c.Errors)
	if err != nil {
		return err
	}
	if c.Errors {
		return score.WriteMisses(m.Stdout, s.Misses)
	}
	if c.Format == "json" {
		return newEncoder(m.Stdout).Encode(s)
	}
	return s.WriteText(m.Stdout)
}

func scoreAttribution(r *parley.Reader, path string, misses bool) (*score.Attribution, error) {
	l := score.PolNeAR(func(rep *news.Report) []attribution.Attribution { return r.Attributions(rep) })
	if filepath.Ext(path) == ".jsonl" {
		f, err := os.Open(path)
		if err != nil {
			return nil, news.Errorf(news.Invalid, "%v", err)
		}
		defer f.Close()
		in, err := score.ReadInstances(f)
		if err != nil {
			return nil, err
		}
		return score.ScoreInstances(in, l), nil
	}
	if _, err := os.Stat(path); err != nil {
		return nil, news.Errorf(news.Invalid, "%v", err)
	}
	docs, err := score.ReadBratDir(os.DirFS(path))
	if err != nil {
		return nil, err
	}
	return score.ScoreDocuments(docs, l, misses), nil
}

type scoreStatementsCmd struct {
	readerFlags
	Format string `short:"f" enum:"text,json" default:"text" help:"text or json (${default})."`
	Errors bool   `help:"List what was missed, spurious, cut wrongly or ascribed wrongly."`
	Gold   string `arg:"" help:"Gold records (.jsonl), a folder of marked sources, or one of them."`
}

// Run scores statements.
func (c *scoreStatementsCmd) Run(m *Main) error {
	r, err := c.reader()
	if err != nil {
		return err
	}
	cases, err := score.LoadAny(c.Gold, r.OpenReport)
	if err != nil {
		return err
	}
	s, err := score.ScoreStatements(cases, reads(r), score.Options{Canonical: r.Canonical, Misses: c.Errors})
	if err != nil {
		return err
	}
	if c.Errors {
		return score.WriteMisses(m.Stdout, s.Misses)
	}
	if c.Format == "json" {
		return newEncoder(m.Stdout).Encode(s)
	}
	return s.WriteText(m.Stdout, c.Gold)
}

// reads makes the scorer's reader.
func reads(r *parley.Reader) score.Reader {
	return score.ReaderFunc(func(name string, b []byte) (*news.Report, []news.Statement, error) {
		rep, err := r.Open(name, b, "")
		if err != nil {
			return nil, nil, err
		}
		return rep, r.Statements(rep), nil
	})
}

type scoreSheetCmd struct {
	Examples string `default:"examples" help:"Folder of the project's own set (${default})."`
	Shared   string `default:"../shared" help:"Folder of the corpora; their sections stay as they are without it (${default})."`
	Out      string `placeholder:"FILE" help:"Write the sheet here."`
	Check    string `placeholder:"FILE" help:"Compare the golden section of this sheet with the reader's scores."`
}

// Run writes or checks the score sheet.
func (c *scoreSheetCmd) Run(m *Main) error {
	halves, err := c.halves()
	if err != nil {
		return err
	}
	if c.Check != "" {
		b, err := os.ReadFile(c.Check)
		if err != nil {
			return news.Errorf(news.Invalid, "%v", err)
		}
		if err := score.CheckSheet(b, halves); err != nil {
			return err
		}
		fmt.Fprintf(m.Stdout, "%s: the scores of the project's own set are as it says\n", c.Check)
		return nil
	}
	corpora, err := c.corpora(m)
	if err != nil {
		return err
	}
	if c.Out == "" {
		_, err := m.Stdout.Write(score.Sheet(nil, halves, corpora))
		return err
	}
	old, err := os.ReadFile(c.Out)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	sheet := score.Sheet(old, halves, corpora)
	if bytes.Equal(old, sheet) {
		return nil
	}
	return os.WriteFile(c.Out, sheet, 0o644)
}

// halves scores the project's own set, with its own actors and dossier.
func (c *scoreSheetCmd) halves() ([]score.Half, error) {
	f := readerFlags{MaxBytes: 32 << 20, Dossier: []string{filepath.Join(c.Examples, "tesmar.actors"), filepath.Join(c.Examples, "tesmar.dossier")}}
	r, err := f.reader()
	if err != nil {
		return nil, err
	}
	var out []score.Half
	for _, half := range []struct{ name, dir string }{{"tune", "tune"}, {"test", "test"}} {
		cases, err := score.LoadMarked(os.DirFS(filepath.Join(c.Examples, "corpus")), half.dir, r.OpenReport)
		if err != nil {
			return nil, err
		}
		s, err := score.ScoreStatements(cases, reads(r), score.Options{Canonical: r.Canonical})
		if err != nil {
			return nil, err
		}
		out = append(out, score.Half{Name: half.name, Score: s})
	}
	return out, nil
}

// corpora scores what stands outside the repository, nil when it is not there.
func (c *scoreSheetCmd) corpora(m *Main) (*score.Corpora, error) {
	if _, err := os.Stat(c.Shared); err != nil {
		m.tell("%s is not there: the sections of the corpora stay as they are\n", c.Shared)
		return nil, nil
	}
	r, err := parley.New(parley.Options{})
	if err != nil {
		return nil, err
	}
	out := &score.Corpora{}
	cases, err := score.LoadAny(filepath.Join(c.Shared, "gold", "examples.jsonl"), r.OpenReport)
	if err != nil {
		return nil, err
	}
	if out.Gold, err = score.ScoreStatements(cases, reads(r), score.Options{Canonical: r.Canonical}); err != nil {
		return nil, err
	}
	polnear := filepath.Join(c.Shared, "corpora", "polnear")
	if out.Dev, err = scoreAttribution(r, filepath.Join(polnear, "dev"), false); err != nil {
		return nil, err
	}
	out.Instances, err = scoreAttribution(r, filepath.Join(polnear, "cofenet-valid.jsonl"), false)
	return out, err
}
