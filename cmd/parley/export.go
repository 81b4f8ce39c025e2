package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"

	"parley/internal/news"
)

type exportCmd struct {
	ledgerFlag
	filterFlags
	Format string `short:"f" enum:"csv,jsonl,html" default:"jsonl" help:"csv, jsonl or html, one self-contained page (${default})."`
	Output string `short:"o" default:"-" placeholder:"FILE" help:"Where to write; - for standard output."`
	Title  string `default:"Who said what about talking" help:"The html page's title."`
}

// Run writes the ledger, whole or not at all.
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
		out := *m
		out.Stdout = w
		p := out.newPrinter(c.Format, false)
		for l, err := range store.Statements(ctx, f) {
			if err != nil {
				return err
			}
			if err := p.line(l.Report, &l.Statement); err != nil {
				return err
			}
		}
		return p.end()
	})
}

// output writes to standard output, or to a file that appears only when it is whole.
func (m *Main) output(name string, write func(io.Writer) error) (err error) {
	if name == "-" {
		w := bufio.NewWriter(m.Stdout)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	t, err := os.CreateTemp(filepath.Dir(name), ".parley-*")
	if err != nil {
		return news.Errorf(news.Invalid, "--output: %v", err)
	}
	defer os.Remove(t.Name()) // fails once it is renamed
	w := bufio.NewWriter(t)
	if err = write(w); err == nil {
		err = w.Flush()
	}
	if e := t.Chmod(0o644); err == nil {
		err = e
	}
	if e := t.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(t.Name(), name)
}
