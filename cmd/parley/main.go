package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"parley/internal/news"
)

// The exit codes, as documented in docs/formats.md.
const (
	exitDone   = 0
	exitFailed = 1 // some inputs failed, or a check found something; each is named, the others are done
	exitUsage  = 2
	exitLedger = 3 // the ledger could not be used
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	collectLess()
	m := &Main{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Colour: hasColour(os.Stdout), Width: widthOf(os.Stdout), Progress: isTerminal(os.Stderr)}
	code := m.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// Main is the program with its surroundings, so that tests can run it.
type Main struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Colour         bool // results are coloured
	Width          int  // of the terminal that results go to; 0 when they go elsewhere and are not wrapped
	Progress       bool // messages go to a terminal: progress is shown
}

// Run runs one command line and gives the exit code.
func (m *Main) Run(ctx context.Context, args []string) int {
	out := bufio.NewWriterSize(m.Stdout, 64<<10)
	in := *m
	in.Stdout = out
	code := in.run(ctx, args)
	if err := out.Flush(); err != nil {
		fmt.Fprintf(m.Stderr, "parley: the results could not be written: %v\n", err)
		return max(code, exitFailed)
	}
	return code
}

func (m *Main) run(ctx context.Context, args []string) int {
	if len(args) == 0 {
		fmt.Fprint(m.Stdout, firstSteps)
		return exitDone
	}
	command, code, err := m.parse(ctx, args)
	switch {
	case err != nil:
		m.tell("parley: %v\n\nparley --help lists the commands, parley COMMAND --help says what one takes.\n", err)
		return exitUsage
	case command == nil:
		return code // --help or --version
	}
	return m.exit(command.Run())
}

// flush hands on what was printed so far.
func (m *Main) flush() error {
	if w, ok := m.Stdout.(*bufio.Writer); ok {
		return w.Flush()
	}
	return nil
}

// tell says something to the person, after the results so far; results never go
// this way.
func (m *Main) tell(format string, args ...any) {
	_ = m.flush() // the fault comes again at the end
	fmt.Fprintf(m.Stderr, format, args...)
}

// exit tells an error and gives its exit code.
func (m *Main) exit(err error) int {
	var found finding
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &found):
		m.tell("parley: %s\n", found)
		return exitFailed
	case errors.Is(err, context.Canceled):
		m.tell("parley: stopped; what was done is kept, run it again to go on\n")
		return exitFailed
	}
	m.tell("parley: %v\n", err)
	switch news.CodeOf(err) {
	case news.Unavailable:
		return exitLedger
	case news.Invalid:
		return exitUsage
	}
	return exitFailed
}

// finding is the error of a command that did its work and found faults, each of
// which it named.
type finding string

func (f finding) Error() string { return string(f) }
