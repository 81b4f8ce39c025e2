package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"parley/internal/chain"
	"parley/internal/ledger"
	"parley/internal/news"
	"parley/internal/record"
	"parley/internal/text"
)

// printer writes statements in one of the formats.
type printer interface {
	line(rep *news.Report, s *news.Statement) error
	report(rep *news.Report, ss []news.Statement) error // all of a report that was read
	end() error
}

// detail says how much a text tells of a statement.
type detail struct {
	ids     bool // its id, by which parley show finds it in the ledger
	explain bool // the rules by which it was made
}

// newPrinter makes the printer of a format: text, jsonl or csv.
func (m *Main) newPrinter(format string, d detail) printer {
	switch format {
	case "jsonl":
		return &jsonPrinter{enc: newEncoder(m.Stdout)}
	case "csv":
		return &csvPrinter{w: csv.NewWriter(m.Stdout)}
	}
	return &textPrinter{m: m, ink: ink(m.Colour), detail: d}
}

func newEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// each prints a report's statements one by one.
func each(p printer, rep *news.Report, ss []news.Statement) error {
	for i := range ss {
		if err := p.line(rep, &ss[i]); err != nil {
			return err
		}
	}
	return nil
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

func (p *jsonPrinter) report(rep *news.Report, ss []news.Statement) error { return each(p, rep, ss) }

func (p *jsonPrinter) end() error { return nil }

// csvColumns are the columns of --format csv; docs/formats.md explains them.
var csvColumns = []string{"id", "report", "file", "uri", "outlet", "title", "published", "passage",
	"speaker", "speaker_id", "speaker_kind", "speaker_side", "speaker_by", "speaker_reason",
	"mode", "said_from", "said_to", "cue", "words", "addressee", "chain", "issue", "holder", "stance", "conditions",
	"within", "confidence", "start", "end", "reader"}

type csvPrinter struct {
	mapped
	w      *csv.Writer
	headed bool
}

func (p *csvPrinter) head() error {
	if p.headed {
		return nil
	}
	p.headed = true
	return p.w.Write(csvColumns)
}

func (p *csvPrinter) line(rep *news.Report, s *news.Statement) error {
	if err := p.head(); err != nil {
		return err
	}
	return p.w.Write(guard(csvRow(rep, p.of(rep), s)))
}

func (p *csvPrinter) report(rep *news.Report, ss []news.Statement) error { return each(p, rep, ss) }

func (p *csvPrinter) end() error {
	if err := p.head(); err != nil {
		return err
	}
	p.w.Flush()
	return p.w.Error()
}

// csvRow gives the cells in the order of csvColumns.
func csvRow(rep *news.Report, m *text.Mapper, s *news.Statement) []string {
	r := record.From(rep, m, s)
	var side, from, to, cue, addressee, issue, holder, stance, conds string
	if s.Speaker.Side != nil {
		side = s.Speaker.Side.Name
	}
	if s.SaidOn != nil {
		from, to = s.SaidOn.From.String(), s.SaidOn.To.String()
	}
	if !s.Cue.IsZero() {
		cue = rep.Words(s.Cue)
	}
	if s.Addressee != nil {
		addressee = s.Addressee.Name
	}
	if mv := s.Move; mv != nil {
		issue, holder, stance, conds = mv.Issue, mv.Holder.Name, string(mv.Stance), conditions(rep, mv)
	}
	return []string{r.ID, rep.ID, rep.File, rep.URI, rep.Outlet, rep.Title, rep.Published.String(), string(s.Passage),
		s.Speaker.Name, s.Speaker.ID, string(s.Speaker.Kind), side, s.Speaker.By, s.Speaker.Reason,
		string(s.Mode), from, to, cue, ledger.Words(rep, s), addressee, chainOf(s.Chain), issue, holder, stance, conds,
		s.Within, fmt.Sprintf("%.2f", s.Confidence), fmt.Sprint(r.Content[0].Start), fmt.Sprint(r.Content[len(r.Content)-1].End), s.Reader}
}

// guard keeps spreadsheets from taking a cell for a formula.
func guard(row []string) []string {
	for i, c := range row {
		if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			row[i] = "'" + c
		}
	}
	return row
}

// conditions joins the words of a move's conditions.
func conditions(rep *news.Report, mv *news.Move) string {
	var c []string
	for _, s := range mv.Conditions {
		c = append(c, rep.Words(s))
	}
	return strings.Join(c, "; ")
}

// chainOf joins the links between speaker and page.
func chainOf(links []news.Link) string {
	var c []string
	for _, l := range links {
		c = append(c, chain.Describe(l))
	}
	return strings.Join(c, "; ")
}
