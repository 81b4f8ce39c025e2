package main

import (
	"context"
	"fmt"
	"strings"

	"parley/internal/ledger"
	"parley/internal/record"
)

type searchCmd struct {
	ledgerFlag
	filterFlags
	formatFlag
	Words []string `arg:"" help:"Words to find, all of them; words in quotation marks side by side; negotiat* finds all that begin so."`
}

// hitRecord is a finding as JSON.
type hitRecord struct {
	Report    record.Report     `json:"report"`
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
	show, end := m.hits(c.Format)
	n := 0
	for h, err := range store.Search(ctx, q, f) {
		if err != nil {
			return err
		}
		n++
		if err := show(&h); err != nil {
			return err
		}
	}
	if err := end(); err != nil {
		return err
	}
	return m.none(ctx, store, n, "statement or report", f)
}

// hits gives what prints a finding in a format, and what ends the printing.
func (m *Main) hits(format string) (show func(*ledger.Hit) error, end func() error) {
	if format == "text" {
		return m.hit, func() error { return nil }
	}
	t := m.newTable(format, "report", "file", "outlet", "published", "statement", "speaker", "snippet")
	var maps mapped
	return func(h *ledger.Hit) error {
		rec := hitRecord{Report: record.FromReport(h.Report), Snippet: h.Snippet}
		id, speaker := "", ""
		if h.Statement != nil {
			s := record.From(h.Report, maps.of(h.Report), h.Statement)
			rec.Statement, id, speaker = &s, s.ID, s.Speaker.Name
		}
		return t.row(rec, h.Report.ID, h.Report.File, h.Report.Outlet, h.Report.Published.String(), id, speaker, h.Snippet)
	}, t.end
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

// hit prints a finding with its words marked: by colour on a terminal, by *stars*
// elsewhere.
func (m *Main) hit(h *ledger.Hit) error {
	k := ink(m.Colour)
	var b strings.Builder
	at := 0
	for _, s := range h.Marks {
		b.WriteString(oneLineKeep(h.Snippet[at:s.Start]))
		if word := oneLineKeep(h.Snippet[s.Start:s.End]); k {
			b.WriteString(k.gold(word))
		} else {
			b.WriteString("*" + word + "*")
		}
		at = s.End
	}
	b.WriteString(oneLineKeep(h.Snippet[at:]))
	who, id := "(in the text, in no statement)", h.Report.ID
	if h.Statement != nil {
		who, id = speakerName(h.Statement), h.Statement.ID
	}
	head := strings.TrimSpace(h.Report.Published.String() + "  " + k.bold(who) + "  " + k.dim(source(h.Report)+" "+id))
	_, err := fmt.Fprintf(m.Stdout, "%s\n%s\n", m.wrap(head, 2), m.wrap("  "+strings.TrimSpace(b.String()), 2))
	return err
}
