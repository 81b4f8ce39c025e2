package main

import (
	"context"
	"os"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"parley"
	"parley/internal/ledger"
	"parley/internal/ledger/sqlite"
	"parley/internal/news"
)

// cli is the command line.
type cli struct {
	Version kong.VersionFlag `help:"Print the version."`

	Read       readCmd       `cmd:"" help:"Print the statements of reports, keep nothing."`
	Add        addCmd        `cmd:"" help:"Read reports into the ledger."`
	Statements statementsCmd `cmd:"" help:"List statements."`
	Reports    reportsCmd    `cmd:"" help:"List reports."`
	Actors     actorsCmd     `cmd:"" help:"List speakers, or show one with dated roles and what it said."`
	Timeline   timelineCmd   `cmd:"" help:"Show who stood where on talks, by party and day."`
	Search     searchCmd     `cmd:"" help:"Find words in statements and reports."`
	Show       showCmd       `cmd:"" help:"Show one statement or report with its evidence in context."`
	Check      checkCmd      `cmd:"" help:"Verify every statement against its report."`
	Export     exportCmd     `cmd:"" help:"Write the ledger as csv, jsonl or one html page."`
	Score      scoreCmd      `cmd:"" help:"Score the reader against a corpus or gold."`
	Dossier    dossierCmd    `cmd:"" help:"Make and check the files that describe a conflict."`
	Completion completionCmd `cmd:"" help:"Print a completion script for bash, zsh or fish."`
}

// ledgerFlag names the ledger.
type ledgerFlag struct {
	Ledger string `default:"parley.db" env:"PARLEY_LEDGER" placeholder:"FILE" help:"The ledger (${default}; or set PARLEY_LEDGER)."`
}

// open opens the ledger to be read.
func (l ledgerFlag) open(ctx context.Context) (ledger.Store, error) {
	return sqlite.Open(ctx, l.Ledger, sqlite.Options{ReadOnly: true})
}

// readerFlags say with what files and limits to read.
type readerFlags struct {
	Dossier  []string `short:"d" placeholder:"FILE" help:"A dossier or actor file of your own, merged over the built-in ones; may be repeated."`
	MaxBytes int64    `default:"33554432" placeholder:"N" help:"Refuse inputs larger than this (${default} bytes)."`
}

// reader makes the reader with the user's files merged in.
func (f readerFlags) reader() (*parley.Reader, error) {
	if f.MaxBytes <= 0 {
		return nil, news.Errorf(news.Invalid, "--max-bytes %d: must be positive", f.MaxBytes)
	}
	o := parley.Options{MaxBytes: f.MaxBytes}
	for _, name := range f.Dossier {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, news.Errorf(news.Invalid, "--dossier: %v", err)
		}
		o.Files = append(o.Files, parley.File{Name: name, Data: b})
	}
	return parley.New(o)
}

// filterFlags select statements.
type filterFlags struct {
	Actor  string `short:"a" placeholder:"NAME" help:"Only what this actor said, or what was said for it (name or id)."`
	Issue  string `short:"i" placeholder:"KEY" help:"Only statements about this issue of the dossier."`
	From   string `placeholder:"DAY" help:"Only from this day on (2022-11-17)."`
	To     string `placeholder:"DAY" help:"Only up to this day."`
	Outlet string `placeholder:"NAME" help:"Only reports of this outlet."`
	Mode   string `enum:",direct,indirect,mixed" default:"" help:"Only direct, indirect or mixed statements."`
	Limit  int    `short:"n" placeholder:"N" help:"At most N results."`
}

func (f filterFlags) filter() (ledger.Filter, error) {
	out := ledger.Filter{Actor: f.Actor, Issue: f.Issue, Outlet: f.Outlet, Mode: news.Mode(f.Mode), Limit: f.Limit}
	for _, d := range []struct {
		flag, value string
		to          *news.Day
	}{{"--from", f.From, &out.From}, {"--to", f.To, &out.To}} {
		if d.value == "" {
			continue
		}
		day, err := news.ParseDay(d.value)
		if err != nil {
			return out, news.Errorf(news.Invalid, "%s: %v", d.flag, err)
		}
		*d.to = day
	}
	return out, out.Validate()
}

func isTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
