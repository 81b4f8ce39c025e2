package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"unicode"
	"unicode/utf8"

	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/web"
)

type exportCmd struct {
	ledgerFlag
	dossierFlag
	filterFlags
	Format string `short:"f" enum:"csv,jsonl,html" default:"jsonl" placeholder:"csv|jsonl|html" help:"What to write; html is one self-contained page (${default})."`
	Output string `short:"o" default:"-" placeholder:"FILE" help:"Where to write; - for standard output."`
	Title  string `default:"Who said what about talking" placeholder:"WORDS" help:"The html page's title."`
}

// Run writes the ledger; a file is written whole or not at all.
func (c *exportCmd) Run(ctx context.Context, m *Main) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	return m.output(c.Output, func(w io.Writer) error {
		if c.Format == "html" {
			return c.page(ctx, store, f, w)
		}
		out := *m
		out.Stdout = w
		_, err := lines(out.newPrinter(c.Format, detail{}), store.Statements(ctx, f))
		return err
	})
}

// page writes the self-contained page.
func (c *exportCmd) page(ctx context.Context, store ledger.Store, f ledger.Filter, w io.Writer) error {
	in := web.PageInput{Title: c.Title}
	var err error
	if f.OnlyStatements() || f.Limit > 0 {
		in.Reports, err = matching(ctx, store, f)
	} else {
		in.Reports, err = whole(ctx, store, f)
	}
	if err != nil {
		return err
	}
	if err := c.describe(&in); err != nil {
		return err
	}
	return web.Page(w, in)
}

// whole gives reports with all their statements.
func whole(ctx context.Context, store ledger.Store, f ledger.Filter) (out []web.Report, err error) {
	for rd, err := range store.Readings(ctx, f) {
		if err != nil {
			return nil, err
		}
		out = append(out, web.Report{Report: rd.Report, Statements: rd.Statements})
	}
	return out, nil
}

// matching gives reports with only the statements that meet the filter.
func matching(ctx context.Context, store ledger.Store, f ledger.Filter) (out []web.Report, err error) {
	for l, err := range store.Statements(ctx, f) {
		if err != nil {
			return nil, err
		}
		if n := len(out); n == 0 || out[n-1].ID != l.Report.ID {
			out = append(out, web.Report{Report: l.Report})
		}
		last := &out[len(out)-1]
		last.Statements = append(last.Statements, l.Statement)
	}
	return out, nil
}

// describe fills in what the dossiers tell: the parties in their order, and the
// issue's name when the page is about one.
func (c *exportCmd) describe(in *web.PageInput) error {
	r, err := c.reader(0)
	if err != nil {
		return err
	}
	in.Reader = r.Version()
	issue := onlyIssue(in.Reports)
	for _, d := range r.Dossiers() {
		for _, p := range d.Parties {
			in.Parties = append(in.Parties, p.Name)
		}
		for _, i := range d.Issues {
			if i.Key == issue {
				in.Issue = lowerFirst(i.Name)
			}
		}
	}
	return nil
}

// lowerFirst makes a name fit inside a sentence: "holding talks at all".
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) {
		return s // an abbreviation
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// onlyIssue is the issue of all moves, "" when there are none or several.
func onlyIssue(reports []web.Report) string {
	issue := ""
	for i := range reports {
		for j := range reports[i].Statements {
			mv := reports[i].Statements[j].Move
			switch {
			case mv == nil || mv.Issue == issue:
			case issue == "":
				issue = mv.Issue
			default:
				return ""
			}
		}
	}
	return issue
}

// output writes to standard output, or to a file that appears only when it is whole.
func (m *Main) output(name string, write func(io.Writer) error) (err error) {
	if name == "-" {
		return write(m.Stdout)
	}
	switch info, err := os.Stat(name); {
	case err == nil && info.IsDir():
		return news.Errorf(news.Invalid, "--output: %s is a folder: name a file", name)
	case err == nil && !info.Mode().IsRegular():
		return m.device(name, write)
	}
	t, err := os.CreateTemp(filepath.Dir(name), ".parley-*")
	if err != nil {
		return news.Errorf(news.Invalid, "--output: %v", err)
	}
	defer os.Remove(t.Name()) // fails once it is renamed
	if err := errorOf(fill(t, write), t.Chmod(0o644), t.Close()); err != nil {
		return err
	}
	return os.Rename(t.Name(), name)
}

// device writes to what is no file, such as /dev/null or a pipe, which must not be
// replaced.
func (m *Main) device(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return news.Errorf(news.Invalid, "--output: %v", err)
	}
	return errorOf(fill(f, write), f.Close())
}

func fill(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// errorOf is the first error among several.
func errorOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
