package record

import (
	"parley/internal/news"
	"parley/internal/text"
)

// From makes the record of a statement of rep. m must map rep.Text.
func From(rep *news.Report, m *text.Mapper, s *news.Statement) Statement {
	e := edge{rep, m}
	return Statement{
		ID: s.ID, Mode: s.Mode,
		Report:  FromReport(rep),
		Passage: Passage{s.Passage},
		Speaker: e.speaker(&s.Speaker), Addressee: e.party(s.Addressee),
		Cue: e.words(s.Cue), Content: e.list(s.Content),
		SaidOn: e.when(s.SaidOn), Occasion: e.occasion(s.Occasion),
		Chain: e.chain(s.Chain), Move: e.move(s.Move),
		Within: s.Within, Reader: s.Reader, Confidence: s.Confidence, Rule: s.Rule,
	}
}

// FromReport is what records say about the report.
func FromReport(rep *news.Report) Report {
	return Report{
		ID: rep.ID, File: rep.File, URI: rep.URI, Outlet: rep.Outlet, Title: rep.Title,
		Published: rep.Published.String(), Language: rep.Language, SHA256: rep.SHA256,
	}
}

// edge turns bytes of one report into code points.
type edge struct {
	rep *news.Report
	m   *text.Mapper
}

func (e edge) at(s news.Span) Words {
	start, end := e.m.SpanToRunes(s)
	return Words{Start: start, End: end, Text: e.rep.Words(s)}
}

func (e edge) words(s news.Span) *Words {
	if s.IsZero() {
		return nil
	}
	w := e.at(s)
	return &w
}

func (e edge) list(spans []news.Span) []Words {
	if len(spans) == 0 {
		return nil
	}
	out := make([]Words, len(spans))
	for i, s := range spans {
		out[i] = e.at(s)
	}
	return out
}

func ref(r news.Ref) *Ref {
	if r == (news.Ref{}) {
		return nil
	}
	return &Ref{r.ID, r.Name}
}

func (e edge) speaker(s *news.Speaker) Speaker {
	out := Speaker{
		Ref: Ref{s.ID, s.Name}, Kind: s.Kind, Anonymous: s.Anonymous,
		Mention: e.words(s.Mention), Trail: e.list(s.Trail), Role: s.Role,
		By: s.By, Reason: s.Reason, Confidence: s.Confidence,
	}
	if s.Side != nil {
		out.Side = ref(*s.Side)
	}
	for _, c := range s.Candidates {
		out.Candidates = append(out.Candidates, Candidate{Ref{c.ID, c.Name}, c.Confidence})
	}
	return out
}

func (e edge) party(p *news.Party) *Party {
	if p == nil {
		return nil
	}
	return &Party{Ref{p.ID, p.Name}, e.words(p.Mention)}
}

func (e edge) when(w *news.When) *When {
	if w == nil {
		return nil
	}
	out := &When{From: w.From.String(), To: w.To.String(), By: w.By}
	if at := e.words(w.Mention); at != nil {
		out.Text, out.Start, out.End = at.Text, at.Start, at.End
	}
	return out
}

func (e edge) occasion(o *news.Occasion) *Occasion {
	if o == nil {
		return nil
	}
	out := &Occasion{ID: o.ID, Kind: o.Kind}
	if at := e.words(o.Mention); at != nil {
		out.Text, out.Start, out.End = at.Text, at.Start, at.End
	}
	return out
}

func (e edge) chain(links []news.Link) []Link {
	var out []Link
	for _, l := range links {
		out = append(out, Link{l.Name, l.Kind, e.words(l.Mention)})
	}
	return out
}

func (e edge) move(m *news.Move) *Move {
	if m == nil {
		return nil
	}
	out := &Move{
		Plover: m.Plover, Cameo: m.Cameo, Issue: m.Issue, Holder: ref(m.Holder),
		Stance: m.Stance, Conditions: e.list(m.Conditions), By: m.By,
	}
	if m.Target != nil {
		out.Target = ref(*m.Target)
	}
	return out
}
