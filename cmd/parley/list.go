package main

import (
	"context"
	"fmt"
	"iter"

	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/record"
)

type statementsCmd struct {
	ledgerFlag
	filterFlags
	formatFlag
	Explain bool `help:"Tell for each statement by which rules it was made."`
}

// Run lists statements.
func (c *statementsCmd) Run(ctx context.Context, m *Main) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	n, err := lines(m.newPrinter(c.Format, detail{ids: true, explain: c.Explain}), store.Statements(ctx, f))
	if err != nil {
		return err
	}
	return m.none(ctx, store, n, "statement", f)
}

// lines prints a sequence of statements and counts them.
func lines(p printer, seq iter.Seq2[ledger.Line, error]) (n int, err error) {
	for l, err := range seq {
		if err != nil {
			return n, err
		}
		n++
		if err := p.line(l.Report, &l.Statement); err != nil {
			return n, err
		}
	}
	return n, p.end()
}

// none says why a list is empty, so that an empty screen is no riddle.
func (m *Main) none(ctx context.Context, store ledger.Store, n int, what string, f ledger.Filter) error {
	if n > 0 {
		return nil
	}
	for _, err := range store.Reports(ctx, ledger.Filter{Limit: 1}) {
		if err != nil {
			return err
		}
		m.tell("no %s meets this%s\n", what, hint(f))
		return nil
	}
	m.tell("the ledger is empty: parley add reads reports into it\n")
	return nil
}

// hint tells where the names in a filter can be looked up.
func hint(f ledger.Filter) string {
	switch {
	case f.Actor != "" || f.Holder != "":
		return "; parley actors lists the names that the ledger knows"
	case f.Outlet != "":
		return "; parley reports lists the outlets that the ledger knows"
	case !f.From.IsZero() || !f.To.IsZero():
		return "; reports and statements without a day meet no --from or --to"
	}
	return ""
}

type reportsCmd struct {
	ledgerFlag
	filterFlags
	formatFlag
}

// reportRecord is a report in a list.
type reportRecord struct {
	record.Report
	Reader     string `json:"reader"`
	Unread     string `json:"unread,omitempty"`
	Statements int    `json:"statements"`
}

// Run lists reports.
func (c *reportsCmd) Run(ctx context.Context, m *Main) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	t := m.newTable(c.Format, "published", "statements", "outlet", "title", "file", "id", "unread", "uri")
	n := 0
	for l, err := range store.Reports(ctx, f) {
		if err != nil {
			return err
		}
		n++
		rep := &l.Report
		rec := reportRecord{record.FromReport(rep), l.Reader, rep.Unread, l.Statements}
		if err := t.row(rec, rep.Published.String(), fmt.Sprint(l.Statements), rep.Outlet, rep.Title, rep.File, rep.ID, rep.Unread, rep.URI); err != nil {
			return err
		}
	}
	if err := t.end(); err != nil {
		return err
	}
	return m.none(ctx, store, n, "report", f)
}

type actorsCmd struct {
	ledgerFlag
	dossierFlag
	filterFlags
	formatFlag
	Name string `arg:"" optional:"" help:"Show this actor: its dated roles, where each comes from, and what it said."`
}

// actorRecord is a speaker in a list.
type actorRecord struct {
	ID         string         `json:"id,omitempty"`
	Name       string         `json:"name,omitempty"`
	Kind       news.ActorKind `json:"kind,omitempty"`
	Statements int            `json:"statements"`
	Reports    int            `json:"reports"`
	First      string         `json:"first,omitempty"`
	Last       string         `json:"last,omitempty"`
}

// Run lists speakers, or shows one.
func (c *actorsCmd) Run(ctx context.Context, m *Main) error {
	if c.Name != "" {
		c.Actor = c.Name
	}
	f, err := c.filter()
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if c.Name != "" {
		return c.one(ctx, m, store, f)
	}
	list, err := store.Actors(ctx, f)
	if err != nil {
		return err
	}
	t := m.newTable(c.Format, "statements", "reports", "first", "last", "kind", "name", "id")
	for _, a := range list {
		rec := actorRecord{a.ID, a.Name, a.Kind, a.Statements, a.Reports, a.First.String(), a.Last.String()}
		name := a.Name
		if name == "" && c.Format == "text" {
			name = "(unknown)"
		}
		if err := t.row(rec, fmt.Sprint(a.Statements), fmt.Sprint(a.Reports), rec.First, rec.Last, string(a.Kind), name, a.ID); err != nil {
			return err
		}
	}
	if err := t.end(); err != nil {
		return err
	}
	return m.none(ctx, store, len(list), "speaker", f)
}

// one shows an actor with its roles and statements.
func (c *actorsCmd) one(ctx context.Context, m *Main, store ledger.Store, f ledger.Filter) error {
	if c.Format == "text" {
		d, err := c.directory()
		if err != nil {
			return err
		}
		for _, e := range found(d, c.Name) {
			m.roles(e)
		}
	}
	n, err := lines(m.newPrinter(c.Format, detail{ids: true}), store.Statements(ctx, f))
	if err != nil {
		return err
	}
	return m.none(ctx, store, n, "statement", f)
}
