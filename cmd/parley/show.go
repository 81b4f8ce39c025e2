package main

import (
	"context"
	"fmt"
	"strings"

	"parley/internal/actor"
	"parley/internal/chain"
	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/record"
	"parley/internal/text"
)

type showCmd struct {
	ledgerFlag
	dossierFlag
	Format string `short:"f" enum:"text,jsonl" default:"text" placeholder:"text|jsonl" help:"How to print (${default})."`
	ID     string `arg:"" help:"The id of a statement or report, or the beginning of it."`
}

// Run shows one thing with its evidence.
func (c *showCmd) Run(ctx context.Context, m *Main) error {
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	l, err := store.Statement(ctx, c.ID)
	if news.CodeOf(err) == news.NotFound {
		return c.report(ctx, m, store)
	}
	if err != nil {
		return err
	}
	if c.Format == "jsonl" {
		return newEncoder(m.Stdout).Encode(record.From(l.Report, text.NewMapper(l.Report.Text), &l.Statement))
	}
	d, err := c.directory()
	if err != nil {
		return err
	}
	m.evidence(l, d)
	return nil
}

// report shows a report: its passages, then the statements found in them.
func (c *showCmd) report(ctx context.Context, m *Main, store ledger.Store) error {
	rd, err := store.Report(ctx, c.ID)
	if news.CodeOf(err) == news.NotFound {
		return news.Errorf(news.NotFound, "no statement or report has the id %s: parley statements and parley reports list them", c.ID)
	}
	if err != nil {
		return err
	}
	p := m.newPrinter(c.Format, detail{ids: true, explain: true})
	if c.Format == "text" {
		m.passages(rd)
	}
	if err := p.report(rd.Report, rd.Statements); err != nil {
		return err
	}
	return p.end()
}

// passages prints what is known of a report and its text, furniture dimmed and with
// its reason.
func (m *Main) passages(rd *ledger.Reading) {
	k, rep := ink(m.Colour), rd.Report
	m.field("report", rep.ID)
	m.field("address", rep.URI)
	for _, s := range rd.Sightings {
		m.field("seen at", strings.TrimSpace(s.File+" "+k.dim(s.At.Format("2006-01-02 15:04"))))
	}
	m.field("author", rep.Author)
	m.field("language", rep.Language)
	if rep.Unread != "" {
		m.field("unread", unread(rep))
	}
	m.field("sha256", rep.SHA256)
	m.field("reader", rd.Reader)
	fmt.Fprintln(m.Stdout)
	for _, p := range rep.Passages {
		kind, words := string(p.Kind), oneLine(rep.Words(p.Span))
		if p.Kind == news.Furniture {
			fmt.Fprintln(m.Stdout, m.wrap(k.dim("["+kind+": "+p.Reason+"] "+clip(words, 100)), 4))
			continue
		}
		fmt.Fprintln(m.Stdout, m.wrap(k.dim("["+kind+"]")+" "+words, 4))
	}
	fmt.Fprintln(m.Stdout)
}

// evidence prints a statement with its passage and how everything was decided.
func (m *Main) evidence(l *ledger.Line, d *actor.Directory) {
	k, s, rep := ink(m.Colour), &l.Statement, l.Report
	fmt.Fprintln(m.Stdout, strings.Join(m.reportHead(rep), "\n"))
	fmt.Fprintln(m.Stdout)
	for _, sp := range contexts(rep, s) {
		fmt.Fprintf(m.Stdout, "%s\n\n", m.wrap("  "+inContext(k, rep, s, sp), 2))
	}
	superseded := ""
	if l.Superseded {
		superseded = " (superseded: no longer in force)"
	}
	m.field("statement", s.ID+superseded)
	m.field("speaker", k.bold(speakerName(s))+about(s))
	m.field("mentions", trail(rep, s, contexts(rep, s)))
	m.field("unresolved", s.Speaker.Reason+candidates(s))
	for _, role := range rolesOf(d, rep, s) {
		m.field("role", role)
	}
	if !s.Cue.IsZero() {
		m.field("cue", oneLine(rep.Words(s.Cue)))
	}
	m.field("words", oneLine(ledger.Words(rep, s))+" ("+string(s.Mode)+")")
	if s.Addressee != nil {
		m.field("addressee", oneLine(s.Addressee.Name))
	}
	m.field("said", said(rep, s))
	if o := s.Occasion; o != nil {
		m.field("occasion", o.Kind+" "+quoted(rep, o.Mention))
	}
	for _, c := range s.Chain {
		m.field("chain", oneLine(chain.Describe(c))+" "+quoted(rep, c.Mention))
	}
	if mv := s.Move; mv != nil {
		m.field("move", oneLine(mv.Holder.Name)+" "+k.stance(mv.Stance)+" "+mv.Issue+" (by rule: "+mv.By+")")
		m.field("if", oneLine(conditions(rep, mv)))
	}
	m.field("within", s.Within)
	m.field("rule", s.Rule)
	m.field("found by", evidence(&s.Evidence))
	m.field("confidence", fmt.Sprintf("%.2f", s.Confidence))
	line, col := text.NewMapper(rep.Text).ByteToLine(s.Content[0].Start)
	m.field("place", fmt.Sprintf("%s:%d:%d, %s", placeOf(rep), line, col, s.Passage))
	m.field("reader", s.Reader)
}

// fieldWidth is the width of a field's name.
const fieldWidth = 13

// field prints one line of a table, when there is something to tell.
func (m *Main) field(name, value string) {
	if value = strings.TrimSpace(value); value != "" {
		fmt.Fprintln(m.Stdout, m.wrap(fmt.Sprintf("%-*s%s", fieldWidth, name, value), fieldWidth))
	}
}

// about tells who the speaker is and by what that was decided.
func about(s *news.Statement) string {
	sp := &s.Speaker
	var n []string
	if sp.Role != "" {
		n = append(n, oneLine(sp.Role))
	}
	if sp.Side != nil && sp.Side.Name != sp.Name {
		n = append(n, "for "+oneLine(sp.Side.Name))
	}
	if sp.Anonymous {
		n = append(n, "unnamed")
	}
	n = append(n, fmt.Sprintf("by %s, %.2f", sp.By, sp.Confidence))
	if sp.ID != "" {
		n = append(n, sp.ID)
	}
	return " (" + strings.Join(n, "; ") + ")"
}

// contexts gives the passages that hold a statement's parts.
func contexts(rep *news.Report, s *news.Statement) (out []news.Span) {
	for _, p := range rep.Passages {
		hit := p.Span.Overlaps(s.Cue)
		for _, c := range s.Content {
			hit = hit || p.Span.Overlaps(c)
		}
		if hit {
			out = append(out, p.Span)
		}
	}
	return out
}

// inContext prints a passage with the statement's words, cue and source marked: by
// colours on a terminal, by [brackets], _lines_ and ‹angles› elsewhere.
func inContext(k ink, rep *news.Report, s *news.Statement, p news.Span) string {
	marks := map[int]string{}
	add := func(sp news.Span, open, shut string) {
		if p.Contains(sp) && !sp.IsZero() {
			marks[sp.Start] += open
			marks[sp.End] = shut + marks[sp.End]
		}
	}
	type pen struct{ open, shut string }
	source, cue, content := pen{"‹", "›"}, pen{"_", "_"}, pen{"[", "]"}
	if k {
		source, cue, content = pen{"\x1b[1m", "\x1b[0m"}, pen{"\x1b[4m", "\x1b[0m"}, pen{"\x1b[32m", "\x1b[0m"}
	}
	add(s.Speaker.Mention, source.open, source.shut)
	add(s.Cue, cue.open, cue.shut)
	for _, c := range s.Content {
		add(c, content.open, content.shut)
	}
	var b strings.Builder
	at := p.Start
	for i := p.Start; i <= p.End; i++ {
		if mk, ok := marks[i]; ok {
			b.WriteString(oneLineKeep(rep.Text[at:i]))
			b.WriteString(mk)
			at = i
		}
	}
	b.WriteString(oneLineKeep(rep.Text[at:p.End]))
	return b.String()
}
