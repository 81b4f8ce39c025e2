package ledgertest

import (
	"strings"
	"testing"

	"parley/internal/ledger"
	"parley/internal/news"
)

// Say is one statement of a fixture: who said what.
type Say struct {
	Who    news.Ref
	Kind   news.ActorKind // a person when ""
	Side   news.Ref       // none when zero
	Words  string         // parts of a broken quotation are separated by " … "
	Mode   news.Mode      // indirect when ""
	SaidOn news.Interval  // none when zero
	Issue  string         // no move when ""
	Holder news.Ref
	Stance news.Stance
}

// Page makes an addition of what was said, one sentence to a paragraph, as the
// fixtures' reader reads it.
func Page(file, outlet string, published news.Day, says ...Say) ledger.Addition {
	var text strings.Builder
	r := &news.Report{File: file, Outlet: outlet, Title: "Fixture " + file, Published: published, Language: "en"}
	var ss []news.Statement
	text.WriteString("Fixture " + file + "\n")
	r.Passages = append(r.Passages, news.Passage{Kind: news.Headline, Span: news.Span{End: text.Len() - 1}})
	for _, say := range says {
		start := text.Len()
		ss = append(ss, say.write(&text))
		r.Passages = append(r.Passages, news.Passage{Kind: news.Body, Span: news.Span{Start: start, End: text.Len()}})
		text.WriteString("\n")
	}
	start := text.Len()
	text.WriteString("We use cookies")
	r.Passages = append(r.Passages, news.Passage{Kind: news.Furniture, Span: news.Span{Start: start, End: text.Len()}, Reason: "cookie notice"})
	r.Text = text.String()
	r.SHA256, r.ID = news.HashBytes([]byte(r.Text))
	for i := range ss {
		ss[i].ReportID, ss[i].ID = r.ID, news.StatementID(r.ID, ss[i].Content)
	}
	return ledger.Addition{Report: r, Statements: ss, Reader: Reader}
}

func (say Say) write(text *strings.Builder) news.Statement {
	span := func(words string) news.Span {
		start := text.Len()
		text.WriteString(words)
		return news.Span{Start: start, End: text.Len()}
	}
	s := news.Statement{Mode: say.Mode, Passage: news.Body, Reader: Reader, Confidence: 0.5, Rule: "fixture"}
	s.Speaker = news.Speaker{ID: say.Who.ID, Name: say.Who.Name, Kind: say.Kind, By: "name"}
	if say.Kind == "" {
		s.Speaker.Kind = news.Person
	}
	if say.Mode == "" {
		s.Mode = news.Indirect
	}
	if say.Who.Name == "" {
		s.Speaker.Reason = "the report names nobody"
	} else {
		s.Speaker.Mention = span(say.Who.Name)
	}
	if say.Side != (news.Ref{}) {
		s.Speaker.Side = &say.Side
	}
	text.WriteString(" ")
	s.Cue = span("said")
	for _, part := range strings.Split(say.Words, " … ") {
		text.WriteString(" ")
		s.Content = append(s.Content, span(part))
	}
	if !say.SaidOn.IsZero() {
		s.SaidOn = &news.When{Interval: say.SaidOn, By: "fixture"}
	}
	if say.Issue != "" {
		s.Move = &news.Move{Issue: say.Issue, Holder: say.Holder, Stance: say.Stance, By: "fixture"}
	}
	text.WriteString(".")
	return s
}

// As is the addition as another version of the reader would make it.
func As(reader string, a ledger.Addition) ledger.Addition {
	ss := make([]news.Statement, len(a.Statements))
	copy(ss, a.Statements)
	for i := range ss {
		ss[i].Reader = reader
	}
	return ledger.Addition{Report: a.Report, Statements: ss, Reader: reader}
}

// At is the addition as met at another place.
func At(file string, a ledger.Addition) ledger.Addition {
	r := *a.Report
	r.File = file
	a.Report = &r
	return a
}

// must adds what has to be taken and gives the outcomes.
func must(t testing.TB, s ledger.Store, additions ...ledger.Addition) []ledger.Outcome {
	t.Helper()
	results, err := s.Add(t.Context(), additions...)
	if err != nil {
		t.Fatalf("Add: %v", err)
	}
	out := make([]ledger.Outcome, len(results))
	for i, r := range results {
		if r.Err != nil {
			t.Fatalf("Add refused number %d: %v", i, r.Err)
		}
		out[i] = r.Outcome
	}
	return out
}
