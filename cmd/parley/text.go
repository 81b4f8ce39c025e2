package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"parley/internal/chain"
	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/text"
)

// textPrinter writes statements for people, report by report.
type textPrinter struct {
	m   *Main
	ink ink
	detail
	last string // id of the report whose heading was printed
	n    int
	road []news.Link // what the heading told for all statements of the report
}

func (p *textPrinter) line(rep *news.Report, s *news.Statement) error {
	if err := p.head(rep); err != nil {
		return err
	}
	return p.write(p.statement(rep, s))
}

// report prints a heading for a report without statements too: that it holds none
// is worth knowing.
func (p *textPrinter) report(rep *news.Report, ss []news.Statement) error {
	if err := p.head(rep); err != nil {
		return err
	}
	if len(ss) == 0 {
		return p.write([]string{"  " + p.ink.dim("(no statements found)")})
	}
	if p.road = shared(ss); len(p.road) > 0 {
		if err := p.write([]string{p.at(2, p.ink.dim("all of it "+roadOf(rep, p.road)))}); err != nil {
			return err
		}
	}
	defer func() { p.road = nil }()
	return each(p, rep, ss)
}

// roadOf tells links with the words that prove them: "translated by Ina Holm “Translation by
// Ina Holm”".
func roadOf(rep *news.Report, links []news.Link) string {
	var parts []string
	for _, l := range links {
		parts = append(parts, strings.TrimSpace(oneLine(chain.Describe(l))+" "+quoted(rep, l.Mention)))
	}
	return strings.Join(parts, ", ")
}

func (p *textPrinter) end() error { return nil }

func (p *textPrinter) write(lines []string) error {
	_, err := io.WriteString(p.m.Stdout, strings.Join(lines, "\n")+"\n")
	return err
}

// head prints a report's title and where it is from, when it is another report
// than that of the line before.
func (p *textPrinter) head(rep *news.Report) error {
	if p.last == rep.ID {
		return nil
	}
	lines := p.m.reportHead(rep)
	if p.last = rep.ID; p.n > 0 {
		lines = append([]string{""}, lines...)
	}
	p.n++
	return p.write(lines)
}

func (m *Main) reportHead(rep *news.Report) []string {
	k, title := ink(m.Colour), rep.Title
	if title == "" {
		title = "(no title)"
	}
	var parts []string
	for _, s := range []string{rep.Outlet, rep.Published.String(), placeOf(rep), rep.ID} {
		if s != "" {
			parts = append(parts, oneLine(s))
		}
	}
	return []string{m.wrap(k.bold(oneLine(title)), 0), m.wrap(k.dim(strings.Join(parts, " · ")), 0)}
}

// statement tells one statement in three lines at most, more with --explain.
func (p *textPrinter) statement(rep *news.Report, s *news.Statement) []string {
	indent := 2
	if s.Within != "" {
		indent = 6
	}
	head := p.ink.bold(speakerName(s)) + p.ink.dim(speakerNote(rep, s, p.road))
	if p.ids {
		head += "  " + p.ink.dim(s.ID)
	}
	words := oneLine(ledger.Words(rep, s))
	if s.Mode == news.Direct {
		words = "“" + words + "”"
	}
	lines := []string{p.at(indent, head), p.at(indent+2, words)}
	if s.Move != nil {
		lines = append(lines, p.at(indent+2, p.move(rep, s.Move)))
	}
	if p.explain {
		for _, why := range explained(rep, s) {
			lines = append(lines, p.at(indent+2, p.ink.dim(why)))
		}
	}
	return lines
}

// at indents a line and what is broken off it.
func (p *textPrinter) at(indent int, line string) string {
	return p.m.wrap(strings.Repeat(" ", indent)+line, indent)
}

func (p *textPrinter) move(rep *news.Report, mv *news.Move) string {
	line := "→ " + oneLine(mv.Holder.Name) + " " + p.ink.stance(mv.Stance) + " " + mv.Issue
	if c := conditions(rep, mv); c != "" {
		line += " · if: " + oneLine(c)
	}
	return line
}

// explained tells by which rules a statement was made.
func explained(rep *news.Report, s *news.Statement) []string {
	why := []string{fmt.Sprintf("rule: %s · speaker by: %s (%.2f) · in: %s · confidence %.2f", s.Rule, s.Speaker.By, s.Speaker.Confidence, s.Passage, s.Confidence)}
	add := func(format string, args ...any) { why = append(why, oneLine(fmt.Sprintf(format, args...))) }
	if e := evidence(&s.Evidence); e != "" {
		add("found by: %s", e)
	}
	if t := trail(rep, s, nil); t != "" {
		add("mentions: %s", t)
	}
	if s.Speaker.Reason != "" {
		add("unresolved: %s%s", s.Speaker.Reason, candidates(s))
	}
	if s.SaidOn != nil {
		add("day: %s", said(rep, s))
	}
	if s.Move != nil && s.Move.By != "" {
		add("move by: %s", s.Move.By)
	}
	return why
}

// evidence tells what found a statement and how sure it was: the probabilities of the
// trained reader's spans, and by how much the link from content to cue beats none.
func evidence(e *news.Evidence) string {
	if e.Found == "" {
		return ""
	}
	out := e.Found
	for _, part := range []struct {
		name  string
		value float64
	}{{"source", e.Source}, {"cue", e.Cue}, {"content", e.Content}, {"content to the model", e.Support}, {"link", e.Link}, {"speaker's rule", e.Speaker}} {
		if part.value != 0 {
			out += fmt.Sprintf(" · %s %.2f", part.name, part.value)
		}
	}
	if e.Cut {
		out += " · ends where the model ends it"
	}
	return out
}

// trail shows a mention chain: “he” ← “Lavrov” ← “Russian Foreign Minister Sergey Lavrov”
// (line 3). Where the passages shown are given, mentions outside them tell their line, so that
// they can be found.
func trail(rep *news.Report, s *news.Statement, shown []news.Span) string {
	var parts []string
	var lines *text.Mapper
	if shown != nil {
		lines = text.NewMapper(rep.Text)
	}
	for _, sp := range append([]news.Span{s.Speaker.Mention}, s.Speaker.Trail...) {
		if sp.IsZero() {
			continue
		}
		w := quoted(rep, sp)
		if lines != nil && !slices.ContainsFunc(shown, func(p news.Span) bool { return p.Contains(sp) }) {
			line, _ := lines.ByteToLine(sp.Start)
			w += fmt.Sprintf(" (line %d)", line)
		}
		if len(parts) == 0 || parts[len(parts)-1] != w {
			parts = append(parts, w)
		}
	}
	return strings.Join(parts, " ← ")
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

func speakerName(s *news.Statement) string {
	if s.Speaker.Name == "" {
		return "(unknown)"
	}
	return oneLine(s.Speaker.Name)
}

// speakerNote is what stands after the speaker: cue, addressee, day, mode, chain but for the
// last links, which the heading told.
func speakerNote(rep *news.Report, s *news.Statement, told []news.Link) string {
	n := []string{s.Rule}
	if !s.Cue.IsZero() {
		n[0] = oneLine(rep.Words(s.Cue))
	}
	if s.Addressee != nil {
		n = append(n, "to "+oneLine(s.Addressee.Name))
	}
	if w := s.SaidOn; w != nil {
		n = append(n, interval(w.Interval))
	}
	n = append(n, string(s.Mode))
	if c := chainOf(s.Chain[:len(s.Chain)-len(told)]); c != "" {
		n = append(n, oneLine(c))
	}
	if s.Within != "" {
		n = append(n, "within another statement")
	}
	return " (" + strings.Join(n, ", ") + ")"
}

// interval shows days: "on 2022-11-16", "2022-11-07 to 2022-11-13", "on or after 2022-11-07".
func interval(i news.Interval) string {
	switch {
	case i.From == i.To:
		return "on " + i.From.String()
	case i.To.IsZero():
		return "on or after " + i.From.String()
	case i.From.IsZero():
		return "on or before " + i.To.String()
	}
	return i.From.String() + " to " + i.To.String()
}

func said(rep *news.Report, s *news.Statement) string {
	if s.SaidOn == nil {
		return ""
	}
	return strings.Join(strings.Fields(fmt.Sprintf("%s %s by %s", interval(s.SaidOn.Interval), quoted(rep, s.SaidOn.Mention), s.SaidOn.By)), " ")
}

func quoted(rep *news.Report, sp news.Span) string {
	if sp.IsZero() {
		return ""
	}
	return "“" + oneLine(rep.Words(sp)) + "”"
}

// placeOf is the file or address of a report.
func placeOf(rep *news.Report) string {
	if rep.File == "" {
		return rep.URI
	}
	return inputName(rep.File)
}

// inputName says what "-" stands for.
func inputName(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// source names a report in few words: its outlet, else its file's name or address.
func source(rep *news.Report) string {
	switch {
	case rep.Outlet != "":
		return "[" + oneLine(rep.Outlet) + "]"
	case rep.File != "":
		return "[" + oneLine(filepath.Base(rep.File)) + "]"
	}
	return "[" + oneLine(rep.URI) + "]"
}

// shared are the last links that all statements of a report have in common, where it has
// several: what its small print tells.
func shared(ss []news.Statement) []news.Link {
	if len(ss) < 2 {
		return nil
	}
	common := ss[0].Chain
	for i := range ss {
		n := 0
		for c := ss[i].Chain; n < len(c) && n < len(common) && c[len(c)-1-n] == common[len(common)-1-n]; n++ {
		}
		common = common[len(common)-n:]
	}
	return common
}
