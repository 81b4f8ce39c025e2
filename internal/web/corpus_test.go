package web

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"parley/internal/news"
	pages "parley/internal/page"
	"parley/internal/record"
	"parley/internal/score/marks"
	"parley/internal/text"
)

var pageFile = flag.String("page", "", "write the page of the invented corpus to this file, to look at it")

// corpus is the tune half of the invented corpus with its gold statements.
func corpus(t testing.TB) PageInput {
	t.Helper()
	sources, err := filepath.Glob("../../examples/corpus/tune/*.*")
	if err != nil || len(sources) == 0 {
		t.Fatal(sources, err)
	}
	in := PageInput{Title: "The Tesmar talks", Issue: "holding talks", Parties: []string{"Valdoria", "Merovia"}}
	for _, name := range sources {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := marks.Parse(filepath.Base(name), b)
		if err != nil {
			t.Fatal(err)
		}
		p, err := f.Place(func(name string, b []byte) (*news.Report, error) { return pages.Parse(name, b, pages.Options{}) })
		if err != nil {
			t.Fatal(err)
		}
		in.Reports = append(in.Reports, Report{p.Read, gold(p)})
	}
	return in
}

// gold makes statements of a marked report's records.
func gold(p *marks.Placed) []news.Statement {
	m := text.NewMapper(p.Read.Text)
	span := func(w *record.Words) news.Span {
		if w == nil {
			return news.Span{}
		}
		s, _ := m.RunesToSpan(w.Start, w.End)
		return s
	}
	var out []news.Statement
	for i := range p.Statements {
		g := &p.Statements[i]
		s := news.Statement{ReportID: p.Read.ID, Mode: g.Mode, Cue: span(g.Cue)}
		for j := range g.Content {
			s.Content = append(s.Content, span(&g.Content[j]))
		}
		s.ID = news.StatementID(p.Read.ID, s.Content)
		s.Speaker = news.Speaker{Name: g.Speaker.Name, Mention: span(g.Speaker.Mention)}
		if g.Speaker.Name == "Tomas Brandl" {
			s.Speaker.Side = &news.Ref{Name: "Valdoria"}
		}
		if g.SaidOn != nil {
			iv, _ := g.SaidOn.Interval()
			s.SaidOn = &news.When{Interval: iv}
		}
		if g.Move != nil {
			s.Move = &news.Move{Issue: g.Move.Issue, Stance: g.Move.Stance, Holder: news.Ref{Name: g.Move.Holder.Name}}
			for j := range g.Move.Conditions {
				s.Move.Conditions = append(s.Move.Conditions, span(&g.Move.Conditions[j]))
			}
		}
		out = append(out, s)
	}
	return out
}

func TestCorpusPage(t *testing.T) {
	out := render(t, corpus(t))
	if *pageFile != "" {
		if err := os.WriteFile(*pageFile, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	checkPage(t, corpus(t), out)
}
