package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"

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
	Actors     actorsCmd     `cmd:"" help:"List speakers, or show one with its dated roles and what it said."`
	Timeline   timelineCmd   `cmd:"" help:"Show who stood where on talks, by party and day."`
	Search     searchCmd     `cmd:"" help:"Find words in statements and reports."`
	Show       showCmd       `cmd:"" help:"Show one statement or report with its evidence in context."`
	Check      checkCmd      `cmd:"" help:"Verify every statement against its report."`
	Export     exportCmd     `cmd:"" help:"Write the ledger as csv, jsonl or one html page."`
	Score      scoreCmd      `cmd:"" help:"Score the reader against a corpus or gold."`
	Dossier    dossierCmd    `cmd:"" help:"Make and check the files that describe a conflict."`
	Completion completionCmd `cmd:"" help:"Print a completion script for bash, zsh or fish."`
}

// parse reads the command line. The command is nil when all that was asked for is
// printed already; then code is the exit code.
func (m *Main) parse(ctx context.Context, args []string) (command *kong.Context, code int, err error) {
	var c cli
	k, err := kong.New(&c,
		kong.Name("parley"),
		kong.Description("Reads news reports about a conflict and its peace talks and keeps a ledger of who said what about talking."),
		kong.Writers(m.Stdout, m.Stderr),
		kong.Exit(func(n int) { panic(exited(n)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Vars{"version": versions()},
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(m),
	)
	if err != nil {
		return nil, exitUsage, err
	}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case exited:
			command, code, err = nil, int(r), nil
		default:
			panic(r)
		}
	}()
	command, err = k.Parse(args)
	if err != nil {
		err = unknown(k, args[0], err)
	}
	return command, exitDone, err
}

// unknown says of a first word that is no command so, and which one may be meant.
func unknown(k *kong.Kong, word string, err error) error {
	if strings.HasPrefix(word, "-") {
		return err
	}
	meant := ""
	for _, n := range k.Model.Children {
		switch {
		case n.Name == word:
			return err
		case meant == "" && (strings.HasPrefix(n.Name, word) || strings.HasPrefix(word, n.Name)):
			meant = "; did you mean " + n.Name + "?"
		}
	}
	return news.Errorf(news.Invalid, "%s is no command%s", word, meant)
}

// exited unwinds out of kong, whose --help and --version end by calling Exit.
type exited int

// version is set by the linker.
var version string

// versions tells the program's version and the reader's, which stands in every
// statement.
func versions() string {
	v := version
	if info, ok := debug.ReadBuildInfo(); v == "" && ok {
		v = info.Main.Version
	}
	return fmt.Sprintf("parley %s (reader %s)", v, parley.BuiltinVersion())
}

// ledgerFlag names the ledger.
type ledgerFlag struct {
	Ledger string `default:"parley.db" env:"PARLEY_LEDGER" placeholder:"FILE" help:"The ledger (${default})."`
}

// open opens the ledger to be read.
func (l ledgerFlag) open(ctx context.Context) (ledger.Store, error) {
	return l.with(ctx, sqlite.Options{ReadOnly: true})
}

// with opens the ledger, for now always a SQLite file.
func (l ledgerFlag) with(ctx context.Context, o sqlite.Options) (ledger.Store, error) {
	if kind, _, ok := strings.Cut(l.Ledger, "://"); ok {
		return nil, news.Errorf(news.Unavailable, "--ledger: this version keeps ledgers in files only, not at %s addresses: name a file", kind)
	}
	return sqlite.Open(ctx, l.Ledger, o)
}

// dossierFlag names the user's own files.
type dossierFlag struct {
	Model   string   `env:"PARLEY_MODEL" placeholder:"FILE" help:"Read with this model file instead of the built-in one."`
	Only    string   `hidden:"" enum:",rules,model" default:"" help:"Let only the rules or only the model find statements (ablation)."`
	Dossier []string `short:"d" sep:"none" placeholder:"FILE" help:"A dossier or actor file of your own, merged over the built-in ones; may be repeated."`
}

func (f dossierFlag) files() ([]parley.File, error) {
	var out []parley.File
	for _, name := range f.Dossier {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, news.Errorf(news.Invalid, "--dossier: %v", err)
		}
		out = append(out, parley.File{Name: name, Data: b})
	}
	return out, nil
}

// reader makes the reader with the user's files merged in.
func (f dossierFlag) reader(maxBytes size) (*parley.Reader, error) {
	files, err := f.files()
	if err != nil {
		return nil, err
	}
	o := parley.Options{Files: files, MaxBytes: int64(maxBytes), Kernel: os.Getenv("PARLEY_KERNEL"), Only: f.Only}
	if f.Model != "" {
		if o.Model, err = os.ReadFile(f.Model); err != nil {
			return nil, news.Errorf(news.Invalid, "--model: %v", err)
		}
	}
	return parley.New(o)
}

// intakeFlags say what to read with and what to refuse.
type intakeFlags struct {
	dossierFlag
	MaxBytes size `default:"32MiB" placeholder:"N" help:"Refuse inputs larger than this: bytes, or with a unit as in 64MiB (${default})."`
	Private  bool `help:"Also fetch addresses of private networks and of this machine."`
}

// filterFlags select statements.
type filterFlags struct {
	Actor  string `short:"a" placeholder:"NAME" help:"Only what this actor said, or what was said for it (name or id)."`
	Issue  string `short:"i" placeholder:"KEY" help:"Only statements about this issue of the dossier."`
	From   string `placeholder:"DAY" help:"Only from this day on (2022-11-17)."`
	To     string `placeholder:"DAY" help:"Only up to this day."`
	Outlet string `placeholder:"NAME" help:"Only reports of this outlet."`
	Mode   string `placeholder:"direct|indirect|mixed" help:"Only statements of this mode."`
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

// formatFlag is the format of a list.
type formatFlag struct {
	Format string `short:"f" enum:"text,jsonl,csv" default:"text" placeholder:"text|jsonl|csv" help:"How to print (${default})."`
}
