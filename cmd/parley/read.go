package main

import (
	"context"
	"fmt"
	"strings"

	"parley"
	"parley/internal/ledger"
	"parley/internal/ledger/sqlite"
	"parley/internal/news"
)

type readCmd struct {
	intakeFlags
	formatFlag
	Explain bool     `help:"Tell for each statement by which rules it was made."`
	Inputs  []string `arg:"" name:"input" help:"Files, folders, addresses, or - for standard input."`
}

// Run prints the statements of every input.
func (c *readCmd) Run(ctx context.Context, m *Main) error {
	r, err := m.readerOf(c.intakeFlags)
	if err != nil {
		return err
	}
	p := m.newPrinter(c.Format, detail{explain: c.Explain})
	run := m.newRun(r, c.Inputs, c.intakeFlags)
	err = run.each(ctx, nil, func(rep *news.Report, ss []news.Statement) error {
		if rep.Unread != "" {
			m.tell("%s: not read: %s\n", placeOf(rep), unread(rep))
			return nil
		}
		if err := p.report(rep, ss); err != nil {
			return err
		}
		return m.flush()
	})
	if e := p.end(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return run.failed()
}

// readerOf makes the reader, and warns of faults in the user's files.
func (m *Main) readerOf(f intakeFlags) (*parley.Reader, error) {
	r, err := f.reader(f.MaxBytes)
	if err != nil {
		return nil, err
	}
	return r, m.warn(f.dossierFlag)
}

// unread says why a report was not read.
func unread(rep *news.Report) string {
	if rep.Unread == "language" {
		return "its language (" + rep.Language + ") is not English"
	}
	return rep.Unread
}

type addCmd struct {
	intakeFlags
	ledgerFlag
	Inputs []string `arg:"" name:"input" help:"Files, folders, addresses, or - for standard input."`
}

// Run reads every input into the ledger.
func (c *addCmd) Run(ctx context.Context, m *Main) (err error) {
	r, err := m.readerOf(c.intakeFlags)
	if err != nil {
		return err
	}
	store, err := c.with(ctx, sqlite.Options{})
	if err != nil {
		return err
	}
	defer func() {
		if e := store.Close(); err == nil {
			err = e
		}
	}()
	a := &adding{run: m.newRun(r, c.Inputs, c.intakeFlags), store: store, outcomes: map[ledger.Outcome]int{}}
	if err := a.all(ctx, r); err != nil {
		return err
	}
	a.tell(c.Ledger)
	return a.run.failed()
}

// adding is a run into the ledger and what became of its reports.
type adding struct {
	run        *run
	store      ledger.Store
	outcomes   map[ledger.Outcome]int
	statements int
}

func (a *adding) all(ctx context.Context, r *parley.Reader) error {
	batch := ledger.NewBatch(a.store, a.done)
	known := func(rep *news.Report) (bool, error) {
		return a.store.Held(ctx, rep.ID, r.Version(), ledger.PlaceOf(rep))
	}
	err := a.run.each(ctx, known, func(rep *news.Report, ss []news.Statement) error {
		return batch.Add(ctx, ledger.Addition{Report: rep, Statements: ss, Reader: r.Version()})
	})
	// What was read before the run was stopped is kept.
	if e := batch.Flush(context.WithoutCancel(ctx)); err == nil {
		err = e
	}
	return err
}

// done counts what became of an addition, once it is in the ledger.
func (a *adding) done(add ledger.Addition, res ledger.Result) {
	a.outcomes[res.Outcome]++
	switch res.Outcome {
	case ledger.Refused:
		a.run.fail(placeOf(add.Report), res.Err)
	case ledger.Added, ledger.Reread:
		a.statements += len(add.Statements)
		if add.Report.Unread != "" {
			a.run.m.tell("%s: kept without statements: %s\n", placeOf(add.Report), unread(add.Report))
		}
	}
}

// tell sums up.
func (a *adding) tell(name string) {
	n := a.outcomes
	parts := []string{count(n[ledger.Added], "report") + " added"}
	for _, more := range []struct {
		n    int
		what string
	}{
		{n[ledger.Reread], "read again by this reader"}, {n[ledger.Sighted], "known from another place"},
		{n[ledger.Unchanged] + a.run.skipped, "known already"},
	} {
		if more.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", more.n, more.what))
		}
	}
	passed := ""
	if p := a.run.passed; len(p) > 0 {
		passed = fmt.Sprintf("; %d passed over%s", p.sum(), p)
	}
	a.run.m.tell("%s: %s; %s%s\n", name, strings.Join(parts, ", "), count(a.statements, "new statement"), passed)
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
