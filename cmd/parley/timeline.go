package main

import (
	"context"
	"fmt"
	"strings"

	"parley/internal/ledger"
	"parley/internal/news"
)

type timelineCmd struct {
	ledgerFlag
	filterFlags
	formatFlag
	Holder string `placeholder:"NAME" help:"Only the stand of this party, whoever tells it."`
}

// Run shows the statements that take a stand, by party and day.
func (c *timelineCmd) Run(ctx context.Context, m *Main) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	f.Holder = c.Holder
	if err := f.Validate(); err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	var p printer = &timelinePrinter{m: m, ink: ink(m.Colour)}
	if c.Format != "text" {
		p = m.newPrinter(c.Format, detail{})
	}
	n, err := lines(p, store.Timeline(ctx, f))
	if err != nil {
		return err
	}
	return m.none(ctx, store, n, "statement with a stand on an issue", f)
}

// timelinePrinter prints one line a statement under a heading for each party.
type timelinePrinter struct {
	m      *Main
	ink    ink
	holder string
	n      int
}

// Columns of the timeline: day, stance, words.
const (
	stanceAt = 17
	wordsAt  = stanceAt + 13
	mostShow = 200 // characters of a statement's words; parley show has them all
)

func (p *timelinePrinter) line(rep *news.Report, s *news.Statement) error {
	if name := oneLine(s.Move.Holder.Name); name != p.holder || p.n == 0 {
		fmt.Fprintf(p.m.Stdout, "%s%s\n", strings.Repeat("\n", min(p.n, 1)), p.ink.bold(name))
		p.holder = name
	}
	p.n++
	stance := p.ink.stance(s.Move.Stance) + strings.Repeat(" ", max(1, wordsAt-stanceAt-len(s.Move.Stance)))
	words := "“" + clip(oneLine(ledger.Words(rep, s)), mostShow) + "”"
	line := fmt.Sprintf("  %-*s%s%s: %s %s", stanceAt-2, dayOf(rep, s), stance, p.ink.bold(speakerName(s)), words, p.ink.dim(source(rep)+" "+s.ID))
	if _, err := fmt.Fprintln(p.m.Stdout, p.m.wrap(line, wordsAt)); err != nil {
		return err
	}
	cond := conditions(rep, s.Move)
	if cond == "" {
		return nil
	}
	_, err := fmt.Fprintln(p.m.Stdout, p.m.wrap(strings.Repeat(" ", wordsAt)+p.ink.gold("if:")+" "+oneLine(cond), wordsAt))
	return err
}

func (p *timelinePrinter) report(rep *news.Report, ss []news.Statement) error {
	return each(p, rep, ss)
}

func (p *timelinePrinter) end() error { return nil }

// dayOf is the first day of speaking, or the day of publication marked as such.
func dayOf(rep *news.Report, s *news.Statement) string {
	if w := s.SaidOn; w != nil && !w.IsZero() {
		if !w.From.IsZero() {
			return w.From.String()
		}
		return "by " + w.To.String()
	}
	if rep.Published.IsZero() {
		return "no day"
	}
	return "by " + rep.Published.String()
}
