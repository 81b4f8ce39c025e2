// Command parley reads news reports about a conflict and its peace talks and keeps
// a ledger of who said what about talking.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"parley/internal/news"
)

// version is set by the linker.
var version = "dev"

// The exit codes, as documented in docs/formats.md.
const (
	exitDone   = 0
	exitFailed = 1 // some inputs failed; each is named, the others are done
	exitUsage  = 2
	exitLedger = 3 // the ledger could not be used
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	m := &Main{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Terminal: isTerminal(os.Stdout), Progress: isTerminal(os.Stderr)}
	code := m.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// Main is the program with its surroundings, so that tests can run it.
type Main struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Terminal       bool // results go to a terminal: colours
	Progress       bool // messages go to a terminal: progress
}

// Run runs one command line and gives the exit code.
func (m *Main) Run(ctx context.Context, args []string) int {
	if len(args) == 0 {
		fmt.Fprint(m.Stdout, firstSteps)
		return exitDone
	}
	var c cli
	code := -1
	k, err := kong.New(&c,
		kong.Name("parley"),
		kong.Description("Reads news reports about a conflict and its peace talks and keeps a ledger of who said what about talking."),
		kong.UsageOnError(),
		kong.Writers(m.Stdout, m.Stderr),
		kong.Exit(func(n int) { code = n; panic(exited{}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Vars{"version": version},
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(m),
	)
	if err != nil {
		fmt.Fprintln(m.Stderr, "parley:", err)
		return exitUsage
	}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exited); !ok {
				panic(r)
			}
		}
	}()
	return m.dispatch(k, args, &code)
}

// exited unwinds from kong's exit after --help and --version.
type exited struct{}

func (m *Main) dispatch(k *kong.Kong, args []string, code *int) (result int) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exited); !ok {
				panic(r)
			}
			result = *code
		}
	}()
	kctx, err := k.Parse(args)
	if err != nil {
		fmt.Fprintf(m.Stderr, "parley: %v\n\nparley --help shows the commands, parley COMMAND --help what one takes.\n", err)
		return exitUsage
	}
	return m.exit(kctx.Run())
}

// exit tells an error and gives its exit code.
func (m *Main) exit(err error) int {
	var some *someFailed
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &some):
		fmt.Fprintln(m.Stderr, "parley:", err)
		return exitFailed
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(m.Stderr, "parley: stopped; what was done is kept, run it again to go on")
		return exitFailed
	}
	fmt.Fprintln(m.Stderr, "parley:", err)
	switch news.CodeOf(err) {
	case news.Unavailable:
		return exitLedger
	case news.Invalid:
		return exitUsage
	}
	return exitFailed
}

// someFailed tells that some inputs failed; each was named already.
type someFailed struct{ n, of int }

func (e *someFailed) Error() string {
	return fmt.Sprintf("%d of %d inputs could not be read; the others are done", e.n, e.of)
}

const firstSteps = `Parley reads news reports and keeps a ledger of who said what about talking.

Three steps to start with:

  parley read FILE             print the statements of one saved page, keep nothing
  parley add FOLDER            read a folder of saved pages into the ledger parley.db
  parley timeline              who was for talks, against, or set conditions, by day

parley --help lists all commands, parley COMMAND --help what one takes.
`
