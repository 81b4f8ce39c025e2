package marks

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
	"parley/internal/record"
	"parley/internal/text"
)

// ReadPage reads a saved page into a report.
type ReadPage func(name string, data []byte) (*news.Report, error)

// Placed is a marked report with its gold at the places where the page's reading
// puts it.
type Placed struct {
	File       *File
	Read       *news.Report // the page as it was read, without marks
	Statements []Statement
	Optional   []record.Words
	Furniture  []record.Words
}

// Statement is one gold statement of the project's own set.
type Statement struct {
	record.Statement
	Number    int
	By        string // how the source is written: "name", "pronoun", …
	DayOrNone bool   // the day given is right, and so is none
	OpenMove  bool   // a move or none counts neither way
}

// Place reads the page twice, with marks and without, and places the gold. The two
// readings must agree in everything but white space; the marks' words are then
// found by counting what is not white space, because a mark between two elements
// may itself come out as a line.
func (f *File) Place(read ReadPage) (*Placed, error) {
	clean, err := read(f.Name, f.Page)
	if err != nil {
		return nil, err
	}
	held, err := read(f.Name, f.held)
	if err != nil {
		return nil, err
	}
	spans, err := f.align(clean.Text, held.Text)
	if err != nil {
		return nil, err
	}
	p := &placer{f: f, rep: clean, m: text.NewMapper(clean.Text), spans: spans}
	return p.place()
}

// align gives the span of each mark in the clean text.
func (f *File) align(clean, held string) ([]news.Span, error) {
	spans := make([]news.Span, len(f.marks))
	seen := make([]bool, 2*len(f.marks))
	next, last := skipSpace(clean, 0), 0
	for _, r := range held {
		if i := int(r) - private; i >= 0 && i < 2*len(f.marks) {
			if seen[i] = true; i%2 == 0 {
				spans[i/2].Start = next
			} else {
				spans[i/2].End = last
			}
			continue
		}
		if unicode.IsSpace(r) {
			continue
		}
		got, n := utf8.DecodeRuneInString(clean[next:])
		if got != r {
			return nil, f.fail(1, "the page reads otherwise without marks: %q … at byte %d", shorten(clean[next:]), next)
		}
		last = next + n
		next = skipSpace(clean, last)
	}
	if next < len(clean) {
		return nil, f.fail(1, "the page reads otherwise without marks: %q is new", shorten(clean[next:]))
	}
	for i, ok := range seen {
		if m := f.marks[i/2]; !ok || spans[i/2].Empty() {
			return nil, f.fail(1, "the mark %v was lost in reading the page", m)
		}
	}
	return spans, nil
}

func skipSpace(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += n
	}
	return i
}

// placer makes gold of marks with known spans.
type placer struct {
	f     *File
	rep   *news.Report
	m     *text.Mapper
	spans []news.Span
}

func (p *placer) words(s news.Span) record.Words {
	start, end := p.m.SpanToRunes(s)
	return record.Words{Start: start, End: end, Text: p.rep.Words(s)}
}

func (p *placer) place() (*Placed, error) {
	out := &Placed{File: p.f, Read: p.rep}
	for i, m := range p.f.marks {
		switch {
		case m.optional:
			out.Optional = append(out.Optional, p.words(p.spans[i]))
		case m.furniture:
			out.Furniture = append(out.Furniture, p.words(p.spans[i]))
		}
	}
	for _, e := range p.f.Entries {
		s, err := p.statement(e)
		if err != nil {
			return nil, p.f.fail(1, "statement %d: %v", e.Number, err)
		}
		out.Statements = append(out.Statements, s)
	}
	return out, nil
}

// role lists the words marked with a role for a statement, in order of text.
func (p *placer) role(number int, role byte) []record.Words {
	var out []record.Words
	for i, m := range p.f.marks {
		for _, r := range m.refs {
			if r.number == number && r.role == role {
				out = append(out, p.words(p.spans[i]))
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// first is the first of a role's words, nil without any.
func (p *placer) first(number int, role byte) *record.Words {
	if ws := p.role(number, role); len(ws) > 0 {
		return &ws[0]
	}
	return nil
}
