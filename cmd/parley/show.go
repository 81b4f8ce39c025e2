package main

import (
	"context"
	"fmt"
	"strings"

	"parley"
	"parley/internal/actor"
	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/record"
	"parley/internal/text"
)

type showCmd struct {
	ledgerFlag
	Format string `short:"f" enum:"text,jsonl" default:"text" help:"text or jsonl (${default})."`
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
	m.evidence(l)
	return nil
}

// report shows a report: its passages with the statements found in them.
func (c *showCmd) report(ctx context.Context, m *Main, store ledger.Store) error {
	rd, err := store.Report(ctx, c.ID)
	if news.CodeOf(err) == news.NotFound {
		return news.Errorf(news.NotFound, "no statement or report has the id %s: parley statements and parley reports list them", c.ID)
	}
	if err != nil {
		return err
	}
	p := m.newPrinter(c.Format, true)
	if c.Format == "text" {
		m.passages(rd.Report)
	}
	for i := range rd.Statements {
		if err := p.line(rd.Report, &rd.Statements[i]); err != nil {
			return err
		}
	}
	return p.end()
}

// passages prints a report's text with its furniture dimmed and named.
func (m *Main) passages(rep *news.Report) {
	k := ink(m.Terminal)
	for _, p := range rep.Passages {
		words := oneLine(rep.Words(p.Span))
		if p.Kind == news.Furniture {
			fmt.Fprintln(m.Stdout, k.dim(fmt.Sprintf("[%s: %s] %s", p.Kind, p.Reason, clip(words, 100))))
			continue
		}
		fmt.Fprintf(m.Stdout, "%s %s\n", k.dim("["+string(p.Kind)+"]"), words)
	}
	fmt.Fprintln(m.Stdout)
}

// evidence prints a statement with its passage and how everything was decided.
func (m *Main) evidence(l *ledger.Line) {
	k, s, rep := ink(m.Terminal), &l.Statement, l.Report
	var b strings.Builder
	reportHead(&b, k, rep)
	fmt.Fprint(m.Stdout, b.String(), "\n")
	for _, sp := range contexts(rep, s) {
		fmt.Fprintf(m.Stdout, "  %s\n\n", inContext(k, rep, s, sp))
	}
	m.field("statement", s.ID+superseded(l.Superseded))
	m.field("speaker", speakerName(s)+about(s))
	m.field("mentions", trail(rep, s))
	m.field("unresolved", s.Speaker.Reason+candidates(s))
	if !s.Cue.IsZero() {
		m.field("cue", rep.Words(s.Cue))
	}
	m.field("words", ledger.Words(rep, s)+" ("+string(s.Mode)+")")
	if s.Addressee != nil {
		m.field("addressee", s.Addressee.Name)
	}
	m.field("said on", said(rep, s))
	if o := s.Occasion; o != nil {
		m.field("occasion", strings.TrimSpace(o.Kind+" "+quoted(rep, o.Mention)))
	}
	for _, c := range s.Chain {
		m.field("chain", fmt.Sprintf("%s %s %s", c.Kind, c.Name, quoted(rep, c.Mention)))
	}
	if mv := s.Move; mv != nil {
		m.field("move", fmt.Sprintf("%s: %s %s by %s", mv.Issue, mv.Holder.Name, k.stance(mv.Stance), mv.By))
		m.field("if", conditions(rep, mv))
	}
	m.field("within", s.Within)
	m.field("rule", s.Rule)
	m.field("confidence", fmt.Sprintf("%.2f", s.Confidence))
	line, col := text.NewMapper(rep.Text).ByteToLine(s.Content[0].Start)
	m.field("place", fmt.Sprintf("%s:%d:%d, %s", rep.File, line, col, s.Passage))
	m.field("reader", s.Reader)
}

// field prints one line of a table, when there is something to tell.
func (m *Main) field(name, value string) {
	if value = oneLineStyled(value); value != "" {
		fmt.Fprintf(m.Stdout, "%-12s %s\n", name, value)
	}
}

// oneLineStyled folds a line but keeps the colours that parley itself put there.
func oneLineStyled(s string) string { return strings.Join(strings.Fields(s), " ") }

func superseded(yes bool) string {
	if yes {
		return " (superseded: no longer in force)"
	}
	return ""
}

// about tells who the speaker is and by what that was decided.
func about(s *news.Statement) string {
	sp := &s.Speaker
	var n []string
	if sp.Role != "" {
		n = append(n, sp.Role)
	}
	if sp.Side != nil && sp.Side.Name != sp.Name {
		n = append(n, "for "+sp.Side.Name)
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

func candidates(s *news.Statement) string {
	if len(s.Speaker.Candidates) == 0 {
		return ""
	}
	var n []string
	for _, c := range s.Speaker.Candidates {
		n = append(n, fmt.Sprintf("%s %.2f", c.Name, c.Confidence))
	}
	return "; candidates: " + strings.Join(n, ", ")
}

func said(rep *news.Report, s *news.Statement) string {
	if s.SaidOn == nil {
		return ""
	}
	return fmt.Sprintf("%s %s by %s", interval(s.SaidOn.Interval), quoted(rep, s.SaidOn.Mention), s.SaidOn.By)
}

func quoted(rep *news.Report, sp news.Span) string {
	if sp.IsZero() {
		return ""
	}
	return "“" + oneLine(rep.Words(sp)) + "”"
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
// colours on a terminal, by [brackets] and _lines_ elsewhere.
func inContext(k ink, rep *news.Report, s *news.Statement, p news.Span) string {
	marks := map[int]string{}
	add := func(sp news.Span, open, shut string) {
		if p.Contains(sp) && !sp.IsZero() {
			marks[sp.Start] += open
			marks[sp.End] = shut + marks[sp.End]
		}
	}
	if k {
		add(s.Speaker.Mention, "\x1b[1m", "\x1b[0m")
		add(s.Cue, "\x1b[4m", "\x1b[0m")
	} else {
		add(s.Speaker.Mention, "‹", "›")
		add(s.Cue, "_", "_")
	}
	for _, c := range s.Content {
		if k {
			add(c, "\x1b[32m", "\x1b[0m")
		} else {
			add(c, "[", "]")
		}
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

type actorsCmd struct {
	ledgerFlag
	readerFlags
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
		f.Actor = c.Name
		r, err := c.reader()
		if err != nil {
			return err
		}
		return c.one(ctx, m, store, f, r)
	}
	list, err := store.Actors(ctx, f)
	if err != nil {
		return err
	}
	t := m.newTable(c.Format, "statements", "reports", "first", "last", "kind", "name", "id")
	for _, a := range list {
		rec := actorRecord{a.ID, a.Name, a.Kind, a.Statements, a.Reports, a.First.String(), a.Last.String()}
		name := a.Name
		if name == "" {
			name = "(unknown)"
		}
		if err := t.row(rec, fmt.Sprint(a.Statements), fmt.Sprint(a.Reports), rec.First, rec.Last, string(a.Kind), name, a.ID); err != nil {
			return err
		}
	}
	m.none(len(list), "speaker")
	return t.end()
}

// one shows an actor with its roles and statements.
func (c *actorsCmd) one(ctx context.Context, m *Main, store ledger.Store, f ledger.Filter, r *parley.Reader) error {
	if c.Format == "text" {
		for _, e := range found(r.Directory(), c.Name) {
			m.roles(e)
		}
	}
	p := m.newPrinter(c.Format, false)
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

// found looks an actor up by id, name or surname.
func found(d *actor.Directory, name string) []*actor.Entry {
	if e := d.ByID(name); e != nil {
		return []*actor.Entry{e}
	}
	if es := d.ByName(name); len(es) > 0 {
		return es
	}
	return d.BySurname(name)
}

// roles prints a directory entry with its dated roles and where each comes from.
func (m *Main) roles(e *actor.Entry) {
	k := ink(m.Terminal)
	fmt.Fprintf(m.Stdout, "%s %s\n", k.bold(e.Name), k.dim(string(e.Kind)+" "+e.ID))
	for _, r := range e.Roles {
		office := r.Office
		if r.Of != "" {
			office += " of " + r.Of
		}
		fmt.Fprintf(m.Stdout, "  %-10s – %-10s  %s  %s\n", date(r.From.Year, r.From.Month, r.From.Day), date(r.To.Year, r.To.Month, r.To.Day), office, k.dim("["+r.Source+"]"))
	}
	fmt.Fprintln(m.Stdout)
}

// date shows a date as precisely as it is known.
func date(y, mo, d int) string {
	switch {
	case y == 0:
		return ""
	case mo == 0:
		return fmt.Sprintf("%04d", y)
	case d == 0:
		return fmt.Sprintf("%04d-%02d", y, mo)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, mo, d)
}
