package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"strings"
	"text/tabwriter"

	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/record"
)

// formatFlag is the format of a list.
type formatFlag struct {
	Format string `short:"f" enum:"text,jsonl,csv" default:"text" help:"text, jsonl or csv (${default})."`
}

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
	p := m.newPrinter(c.Format, c.Explain)
	n := 0
	for l, err := range store.Statements(ctx, f) {
		if err != nil {
			return err
		}
		n++
		if err := p.line(l.Report, &l.Statement); err != nil {
			return err
		}
	}
	m.none(n, "statement")
	return p.end()
}

// none says that a list is empty, so that an empty screen is no riddle.
func (m *Main) none(n int, what string) {
	if n == 0 {
		m.tell("no %s meets this\n", what)
	}
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
	t := m.newTable(c.Format, "published", "statements", "outlet", "title", "file", "id", "unread")
	n := 0
	for l, err := range store.Reports(ctx, f) {
		if err != nil {
			return err
		}
		n++
		rep := &l.Report
		rec := reportRecord{record.FromReport(rep), l.Reader, rep.Unread, l.Statements}
		if err := t.row(rec, rep.Published.String(), fmt.Sprint(l.Statements), rep.Outlet, rep.Title, rep.File, rep.ID, rep.Unread); err != nil {
			return err
		}
	}
	m.none(n, "report")
	return t.end()
}

type timelineCmd struct {
	ledgerFlag
	filterFlags
	formatFlag
	Holder string `placeholder:"NAME" help:"Only where this party stands."`
}

// Run shows the statements that take a stand, by party and day.
func (c *timelineCmd) Run(ctx context.Context, m *Main) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	f.Holder = c.Holder
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if c.Format != "text" {
		return m.timelineRecords(ctx, store, f, c.Format)
	}
	return m.timelineText(ctx, store, f)
}

func (m *Main) timelineRecords(ctx context.Context, store ledger.Store, f ledger.Filter, format string) error {
	p := m.newPrinter(format, false)
	for l, err := range store.Timeline(ctx, f) {
		if err != nil {
			return err
		}
		if err := p.line(l.Report, &l.Statement); err != nil {
			return err
		}
	}
	return p.end()
}

// timelineText prints one line a statement under a heading for each party.
func (m *Main) timelineText(ctx context.Context, store ledger.Store, f ledger.Filter) error {
	k := ink(m.Terminal)
	last, n := "", 0
	for l, err := range store.Timeline(ctx, f) {
		if err != nil {
			return err
		}
		s, rep := &l.Statement, l.Report
		if name := s.Move.Holder.Name; name != last || n == 0 {
			fmt.Fprintf(m.Stdout, "%s%s\n", strings.Repeat("\n", min(n, 1)), k.bold(oneLine(name)))
			last = name
		}
		n++
		words := "“" + clip(oneLine(ledger.Words(rep, s)), 150) + "”"
		fmt.Fprintf(m.Stdout, "  %-10s  %s%s  %s: %s %s\n", dayOf(rep, s), k.stance(s.Move.Stance),
			strings.Repeat(" ", max(0, 11-len(s.Move.Stance))), k.bold(speakerName(s)), words, k.dim(source(rep)))
		if cond := conditions(rep, s.Move); cond != "" {
			fmt.Fprintf(m.Stdout, "  %23s  %s %s\n", "", k.gold("if:"), oneLine(cond))
		}
	}
	m.none(n, "statement with a stand")
	return nil
}

// dayOf is the first day of speaking, or the day of publication in brackets.
func dayOf(rep *news.Report, s *news.Statement) string {
	if w := s.SaidOn; w != nil {
		if !w.From.IsZero() {
			return w.From.String()
		}
		return w.To.String()
	}
	if rep.Published.IsZero() {
		return "(no day)"
	}
	return "≤ " + rep.Published.String()[2:]
}

func source(rep *news.Report) string {
	if rep.Outlet != "" {
		return "[" + oneLine(rep.Outlet) + "]"
	}
	return "[" + oneLine(rep.File) + "]"
}

type searchCmd struct {
	ledgerFlag
	filterFlags
	Format string   `short:"f" enum:"text,jsonl" default:"text" help:"text or jsonl (${default})."`
	Words  []string `arg:"" help:"Words to find; words in quotation marks are found side by side."`
}

// hitRecord is a finding as JSON.
type hitRecord struct {
	Report    string            `json:"report"`
	File      string            `json:"file,omitempty"`
	Statement *record.Statement `json:"statement,omitempty"`
	Snippet   string            `json:"snippet"`
}

// Run finds words.
func (c *searchCmd) Run(ctx context.Context, m *Main) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	q, err := ledger.ParseQuery(quoteArgs(c.Words))
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	n := 0
	var maps mapped
	for h, err := range store.Search(ctx, q, f) {
		if err != nil {
			return err
		}
		n++
		if c.Format == "jsonl" {
			rec := hitRecord{Report: h.Report.ID, File: h.Report.File, Snippet: h.Snippet}
			if h.Statement != nil {
				s := record.From(h.Report, maps.of(h.Report), h.Statement)
				rec.Statement = &s
			}
			err = newEncoder(m.Stdout).Encode(rec)
		} else {
			m.hit(&h)
		}
		if err != nil {
			return err
		}
	}
	m.none(n, "statement or report")
	return nil
}

// quoteArgs keeps an argument of several words together as a phrase.
func quoteArgs(args []string) string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = a
		if len(args) > 1 && strings.ContainsAny(a, " \t") && !strings.Contains(a, `"`) {
			out[i] = `"` + a + `"`
		}
	}
	return strings.Join(out, " ")
}

// hit prints a finding with its words marked.
func (m *Main) hit(h *ledger.Hit) {
	k := ink(m.Terminal)
	var b strings.Builder
	at := 0
	for _, s := range h.Marks {
		b.WriteString(oneLineKeep(h.Snippet[at:s.Start]))
		b.WriteString(k.gold(oneLineKeep(h.Snippet[s.Start:s.End])))
		at = s.End
	}
	b.WriteString(oneLineKeep(h.Snippet[at:]))
	who, id := "(text)", h.Report.ID
	if h.Statement != nil {
		who, id = speakerName(h.Statement), h.Statement.ID
	}
	fmt.Fprintf(m.Stdout, "%s  %s %s\n  %s\n", k.bold(who), h.Report.Published, k.dim(source(h.Report)+" "+id), b.String())
}

// oneLineKeep is oneLine for a piece of a line: spaces at its ends stay.
func oneLineKeep(s string) string {
	out := oneLine("x" + s + "x")
	return out[1 : len(out)-1]
}

// table writes rows as aligned text, csv or jsonl.
type table struct {
	format string
	tw     *tabwriter.Writer
	csv    *csv.Writer
	json   interface{ Encode(any) error }
}

func (m *Main) newTable(format string, columns ...string) *table {
	t := &table{format: format}
	switch format {
	case "jsonl":
		t.json = newEncoder(m.Stdout)
	case "csv":
		t.csv = csv.NewWriter(m.Stdout)
		_ = t.csv.Write(columns) // told by end
	default:
		t.tw = tabwriter.NewWriter(m.Stdout, 2, 8, 2, ' ', 0)
		fmt.Fprintln(t.tw, strings.ToUpper(strings.Join(columns, "\t")))
	}
	return t
}

// row writes rec as JSON, or the cells.
func (t *table) row(rec any, cells ...string) error {
	switch t.format {
	case "jsonl":
		return t.json.Encode(rec)
	case "csv":
		return t.csv.Write(guard(cells))
	}
	for i := range cells {
		cells[i] = clip(oneLine(cells[i]), 60)
	}
	_, err := fmt.Fprintln(t.tw, strings.Join(cells, "\t"))
	return err
}

func (t *table) end() error {
	switch t.format {
	case "jsonl":
		return nil
	case "csv":
		t.csv.Flush()
		return t.csv.Error()
	}
	return t.tw.Flush()
}
