package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/record"
	"parley/internal/text"
)

// printer writes lines of the ledger in one of the formats.
type printer interface {
	line(rep *news.Report, s *news.Statement) error
	end() error
}

// newPrinter makes the printer of a format: text, jsonl or csv.
func (m *Main) newPrinter(format string, explain bool) printer {
	switch format {
	case "jsonl":
		return &jsonPrinter{enc: newEncoder(m.Stdout)}
	case "csv":
		return &csvPrinter{w: csv.NewWriter(m.Stdout)}
	}
	return &textPrinter{w: m.Stdout, ink: ink(m.Terminal), explain: explain}
}

func newEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// mapped keeps the mapper of the last report, as lines come report by report.
type mapped struct {
	rep *news.Report
	m   *text.Mapper
}

func (p *mapped) of(rep *news.Report) *text.Mapper {
	if p.rep == nil || p.rep.ID != rep.ID {
		p.rep, p.m = rep, text.NewMapper(rep.Text)
	}
	return p.m
}

type jsonPrinter struct {
	mapped
	enc *json.Encoder
}

func (p *jsonPrinter) line(rep *news.Report, s *news.Statement) error {
	return p.enc.Encode(record.From(rep, p.of(rep), s))
}

func (p *jsonPrinter) end() error { return nil }

// csvColumns are the columns of --format csv.
var csvColumns = []string{"id", "report", "file", "outlet", "published", "passage", "speaker", "speaker_id", "speaker_kind", "speaker_by",
	"mode", "said_from", "said_to", "cue", "words", "addressee", "issue", "holder", "stance", "conditions", "within", "confidence", "start", "end"}

type csvPrinter struct {
	mapped
	w      *csv.Writer
	headed bool
}

func (p *csvPrinter) line(rep *news.Report, s *news.Statement) error {
	if !p.headed {
		p.headed = true
		if err := p.w.Write(csvColumns); err != nil {
			return err
		}
	}
	r := record.From(rep, p.of(rep), s)
	row := []string{r.ID, rep.ID, rep.File, rep.Outlet, rep.Published.String(), string(s.Passage), s.Speaker.Name, s.Speaker.ID,
		string(s.Speaker.Kind), s.Speaker.By, string(s.Mode), "", "", "", ledger.Words(rep, s), "", "", "", "", "", s.Within,
		fmt.Sprintf("%.2f", s.Confidence), fmt.Sprint(r.Content[0].Start), fmt.Sprint(r.Content[len(r.Content)-1].End)}
	if s.SaidOn != nil {
		row[11], row[12] = s.SaidOn.From.String(), s.SaidOn.To.String()
	}
	if !s.Cue.IsZero() {
		row[13] = rep.Words(s.Cue)
	}
	if s.Addressee != nil {
		row[15] = s.Addressee.Name
	}
	if mv := s.Move; mv != nil {
		row[16], row[17], row[18], row[19] = mv.Issue, mv.Holder.Name, string(mv.Stance), conditions(rep, mv)
	}
	return p.w.Write(guard(row))
}

// guard keeps spreadsheets from taking a cell for a formula.
func guard(row []string) []string {
	for i, c := range row {
		if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) && i != 22 && i != 23 {
			row[i] = "'" + c
		}
	}
	return row
}

func (p *csvPrinter) end() error {
	if !p.headed {
		if err := p.w.Write(csvColumns); err != nil {
			return err
		}
	}
	p.w.Flush()
	return p.w.Error()
}

// conditions joins the words of a move's conditions.
func conditions(rep *news.Report, mv *news.Move) string {
	var c []string
	for _, s := range mv.Conditions {
		c = append(c, rep.Words(s))
	}
	return strings.Join(c, "; ")
}

// ink colours words on a terminal and leaves them plain elsewhere.
type ink bool

func (i ink) paint(code, s string) string {
	if !i || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (i ink) bold(s string) string  { return i.paint("1", s) }
func (i ink) dim(s string) string   { return i.paint("2", s) }
func (i ink) green(s string) string { return i.paint("32", s) }
func (i ink) red(s string) string   { return i.paint("31", s) }
func (i ink) gold(s string) string  { return i.paint("33", s) }

// stance colours a stance; the word itself is always there.
func (i ink) stance(s news.Stance) string {
	switch s {
	case news.For:
		return i.green(string(s))
	case news.Against:
		return i.red(string(s))
	case news.Conditional:
		return i.gold(string(s))
	}
	return i.dim(string(s))
}

// textPrinter writes statements for people, report by report.
type textPrinter struct {
	w       io.Writer
	ink     ink
	explain bool
	last    string
	n       int
}

func (p *textPrinter) line(rep *news.Report, s *news.Statement) error {
	var b strings.Builder
	if p.last != rep.ID {
		if p.last = rep.ID; p.n > 0 {
			b.WriteByte('\n')
		}
		reportHead(&b, p.ink, rep)
	}
	p.n++
	p.statement(&b, rep, s)
	_, err := io.WriteString(p.w, b.String())
	return err
}

func (p *textPrinter) end() error { return nil }

func reportHead(b *strings.Builder, k ink, rep *news.Report) {
	title := rep.Title
	if title == "" {
		title = "(no title)"
	}
	fmt.Fprintf(b, "%s\n", k.bold(oneLine(title)))
	var parts []string
	for _, s := range []string{rep.Outlet, rep.Published.String(), rep.File, rep.ID} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	fmt.Fprintf(b, "%s\n", k.dim(strings.Join(parts, " · ")))
}

// statement writes one statement in three lines at most.
func (p *textPrinter) statement(b *strings.Builder, rep *news.Report, s *news.Statement) {
	indent := "  "
	if s.Within != "" {
		indent = "      "
	}
	fmt.Fprintf(b, "%s%s%s\n", indent, p.ink.bold(speakerName(s)), p.ink.dim(speakerNote(rep, s)))
	open, shut := "", ""
	if s.Mode == news.Direct {
		open, shut = "“", "”"
	}
	fmt.Fprintf(b, "%s  %s%s%s\n", indent, open, oneLine(ledger.Words(rep, s)), shut)
	if mv := s.Move; mv != nil {
		fmt.Fprintf(b, "%s  → %s %s %s", indent, mv.Holder.Name, p.ink.stance(mv.Stance), mv.Issue)
		if c := conditions(rep, mv); c != "" {
			fmt.Fprintf(b, " · if: %s", oneLine(c))
		}
		b.WriteByte('\n')
	}
	if p.explain {
		p.why(b, indent, rep, s)
	}
}

// why tells by which rules a statement was made.
func (p *textPrinter) why(b *strings.Builder, indent string, rep *news.Report, s *news.Statement) {
	fmt.Fprintf(b, "%s  %s\n", indent, p.ink.dim(fmt.Sprintf("rule: %s · speaker by: %s (%.2f) · %s · confidence %.2f · %s",
		s.Rule, s.Speaker.By, s.Speaker.Confidence, s.Passage, s.Confidence, s.ID)))
	if t := trail(rep, s); t != "" {
		fmt.Fprintf(b, "%s  %s\n", indent, p.ink.dim("mentions: "+t))
	}
	if s.Speaker.Reason != "" {
		fmt.Fprintf(b, "%s  %s\n", indent, p.ink.dim("unresolved: "+s.Speaker.Reason))
	}
}

// trail shows a mention chain: “he” ← “Lavrov” ← “Russian Foreign Minister Sergey Lavrov”.
func trail(rep *news.Report, s *news.Statement) string {
	var parts []string
	for _, sp := range append([]news.Span{s.Speaker.Mention}, s.Speaker.Trail...) {
		if sp.IsZero() {
			continue
		}
		if w := "“" + oneLine(rep.Words(sp)) + "”"; len(parts) == 0 || parts[len(parts)-1] != w {
			parts = append(parts, w)
		}
	}
	return strings.Join(parts, " ← ")
}

func speakerName(s *news.Statement) string {
	if s.Speaker.Name == "" {
		return "(unknown)"
	}
	return oneLine(s.Speaker.Name)
}

// speakerNote is what stands after the speaker: cue, day, mode, addressee, chain.
func speakerNote(rep *news.Report, s *news.Statement) string {
	var n []string
	if s.Cue.IsZero() {
		n = append(n, s.Rule)
	} else {
		n = append(n, oneLine(rep.Words(s.Cue)))
	}
	if s.Addressee != nil {
		n = append(n, "to "+oneLine(s.Addressee.Name))
	}
	if w := s.SaidOn; w != nil {
		n = append(n, "on "+interval(w.Interval))
	}
	n = append(n, string(s.Mode))
	for _, l := range s.Chain {
		n = append(n, string(l.Kind)+" "+l.Name)
	}
	if s.Within != "" {
		n = append(n, "within the statement above")
	}
	return " (" + strings.Join(n, ", ") + ")"
}

// interval shows days: "2022-11-16", "2022-11-07 to 2022-11-13", "since 2022-11-07".
func interval(i news.Interval) string {
	switch {
	case i.From == i.To:
		return i.From.String()
	case i.To.IsZero():
		return "or after " + i.From.String()
	case i.From.IsZero():
		return "or before " + i.To.String()
	}
	return i.From.String() + " to " + i.To.String()
}

// oneLine folds white space and takes the control characters out that could drive a
// terminal.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
}

// clip shortens s to n characters.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:n-1]), " ") + "…"
}
