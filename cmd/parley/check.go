package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/page"
)

type checkCmd struct {
	ledgerFlag
	filterFlags
	NoFiles bool `help:"Check the ledger alone, not the files that its reports were read from."`
}

// checked counts what was verified.
type checked struct {
	reports, statements, broken int // broken: faults of the ledger
	same, changed, gone         int // files
}

// Run verifies every statement against its stored text, and the files against what
// was read from them, as far as they are still there.
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
	var n checked
	progress := m.newProgress()
	for rd, err := range store.Readings(ctx, f) {
		if err != nil {
			return err
		}
		m.checkReading(rd, &n)
		if !c.NoFiles {
			m.checkFiles(rd, &n)
		}
		progress.step(n.reports, rd.Report.ID)
	}
	progress.clear()
	fmt.Fprintf(m.Stdout, "%s, %s: %s\n", count(n.reports, "report"), count(n.statements, "statement"), n.ledger())
	if !c.NoFiles {
		fmt.Fprintf(m.Stdout, "%s: %d as they were read, %d changed, %d no longer there\n", count(n.same+n.changed+n.gone, "file"), n.same, n.changed, n.gone)
	}
	return n.finding()
}

func (m *Main) checkReading(rd *ledger.Reading, n *checked) {
	n.reports++
	n.statements += len(rd.Statements)
	for _, p := range ledger.Verify(rd) {
		n.broken++
		fmt.Fprintf(m.Stdout, "does not hold: %s\n", oneLine(p.Err.Error()))
	}
}

func (n *checked) ledger() string {
	if n.broken == 0 {
		return "all hold"
	}
	return count(n.broken, "thing") + " named above do not hold"
}

func (n *checked) finding() error {
	var parts []string
	if n.broken > 0 {
		parts = append(parts, count(n.broken, "fault")+" in the ledger: it was changed by something else than parley; take a copy from before, or add the reports to a new one")
	}
	if n.changed > 0 {
		parts = append(parts, count(n.changed, "file")+" changed since: the ledger still has what was read then; parley add reads the new text as a report of its own")
	}
	if len(parts) == 0 {
		return nil
	}
	return finding(strings.Join(parts, "; "))
}

// checkFiles compares the bytes that a report was read from with the files of today.
func (m *Main) checkFiles(rd *ledger.Reading, n *checked) {
	for _, at := range rd.Sightings {
		if at.File == "" || at.File == "-" {
			continue
		}
		b, err := os.ReadFile(at.File)
		if err != nil {
			n.gone++
			if !errors.Is(err, fs.ErrNotExist) {
				m.tell("%v\n", err)
			}
			continue
		}
		if sum, _ := news.HashBytes(b); sum == rd.Report.SHA256 {
			n.same++
			continue
		}
		n.changed++
		fmt.Fprintf(m.Stdout, "changed: %s is not the file that report %s was read from: %s\n", oneLine(at.File), rd.Report.ID, compared(rd, at.File, b))
	}
}

// compared tells how many of the statements' words the file of today still holds.
func compared(rd *ledger.Reading, name string, b []byte) string {
	now, err := page.Parse(name, b, page.Options{})
	if err != nil {
		return "it can no longer be read (" + oneLine(err.Error()) + ")"
	}
	held := 0
	for i := range rd.Statements {
		if holds(now.Text, rd.Report, &rd.Statements[i]) {
			held++
		}
	}
	return fmt.Sprintf("the words of %d of %s still stand in it", held, count(len(rd.Statements), "statement"))
}

func holds(text string, rep *news.Report, s *news.Statement) bool {
	for _, c := range s.Content {
		if !strings.Contains(text, rep.Words(c)) {
			return false
		}
	}
	return true
}
