package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"parley/internal/ledger"
	"parley/internal/news"
)

type checkCmd struct {
	ledgerFlag
	filterFlags
	NoFiles bool `help:"Check the ledger alone, not the files that its reports were read from."`
}

// Run verifies every statement against its stored text, and against the file if it
// is still there.
func (c *checkCmd) Run(ctx context.Context, m *Main) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	var n tally
	for rd, err := range store.Readings(ctx, f) {
		if err != nil {
			return err
		}
		n.reports++
		n.statements += len(rd.Statements)
		for _, p := range ledger.Verify(rd) {
			n.broken++
			fmt.Fprintf(m.Stdout, "does not hold: %v\n", p.Err)
		}
		if !c.NoFiles {
			m.checkFile(rd, &n)
		}
	}
	fmt.Fprintf(m.Stdout, "%d reports, %d statements: %d do not hold; files: %d the same, %d changed, %d gone\n",
		n.reports, n.statements, n.broken, n.same, n.changed, n.gone)
	if n.broken > 0 || n.changed > 0 {
		return &notHolding{n.broken, n.changed}
	}
	return nil
}

type tally struct{ reports, statements, broken, same, changed, gone int }

// notHolding is the error of a check that found something.
type notHolding struct{ broken, changed int }

func (e *notHolding) Error() string {
	return fmt.Sprintf("%d statements or reports do not hold, %d files have changed since they were read", e.broken, e.changed)
}

// checkFile compares the bytes that a report was read from with the file of today.
func (m *Main) checkFile(rd *ledger.Reading, n *tally) {
	name := rd.Report.File
	if name == "" || name == "-" {
		return
	}
	b, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		n.gone++
	case err != nil:
		n.gone++
		m.tell("%s: %v\n", name, err)
	default:
		if sum, _ := news.HashBytes(b); sum == rd.Report.SHA256 {
			n.same++
			return
		}
		n.changed++
		fmt.Fprintf(m.Stdout, "changed: %s is not the file that report %s was read from%s\n", name, rd.Report.ID, lost(rd, b))
	}
}

// lost counts the statements whose words the file of today no longer holds.
func lost(rd *ledger.Reading, b []byte) string {
	n := 0
	for i := range rd.Statements {
		for _, c := range rd.Statements[i].Content {
			if !bytes.Contains(b, []byte(rd.Report.Words(c))) {
				n++
				break
			}
		}
	}
	return fmt.Sprintf("; the words of %d of its %d statements do not stand there as they are", n, len(rd.Statements))
}
