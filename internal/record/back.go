package record

import (
	"parley/internal/news"
	"parley/internal/text"
)

// Back makes a statement of rep from its record. m must map rep.Text. Every span
// must lie in the text and its words must be the report's words there: a record
// that no longer fits its report is refused with a news.Conflict error, one that
// is ill-formed with news.Invalid. Words without a position become absent spans.
func (r *Statement) Back(rep *news.Report, m *text.Mapper) (news.Statement, error) {
	b := back{rep: rep, m: m}
	s := news.Statement{
		ID: r.ID, ReportID: rep.ID, Mode: r.Mode, Passage: r.Passage.Kind,
		Speaker: b.speaker(&r.Speaker), Addressee: b.party(r.Addressee),
		Cue: b.words(r.Cue), Content: b.list(r.Content),
		SaidOn: b.when(r.SaidOn), Occasion: b.occasion(r.Occasion),
		Chain: b.chain(r.Chain), Move: b.move(r.Move),
		Within: r.Within, Reader: r.Reader, Confidence: r.Confidence, Rule: r.Rule,
	}
	return s, b.err
}

// back turns code points of one report into bytes and keeps the first error.
type back struct {
	rep *news.Report
	m   *text.Mapper
	err error
}

func (b *back) at(w Words) news.Span {
	if !w.Placed() || b.err != nil {
		return news.Span{}
	}
	s, ok := b.m.RunesToSpan(w.Start, w.End)
	switch {
	case !ok || s.Empty():
		b.err = news.Errorf(news.Conflict, "span %d-%d does not lie in the report", w.Start, w.End)
	case w.Text != "" && b.rep.Words(s) != w.Text:
		b.err = news.Errorf(news.Conflict, "span %d-%d is %q, not %q", w.Start, w.End, b.rep.Words(s), w.Text)
	}
	if b.err != nil {
		return news.Span{}
	}
	return s
}

func (b *back) words(w *Words) news.Span {
	if w == nil {
		return news.Span{}
	}
	return b.at(*w)
}

func (b *back) list(ws []Words) []news.Span {
	var out []news.Span
	for _, w := range ws {
		if s := b.at(w); !s.IsZero() {
			out = append(out, s)
		}
	}
	return out
}

func (r *Ref) back() news.Ref {
	if r == nil {
		return news.Ref{}
	}
	return news.Ref{ID: r.ID, Name: r.Name}
}

func (b *back) speaker(s *Speaker) news.Speaker {
	out := news.Speaker{
		ID: s.ID, Name: s.Name, Kind: s.Kind, Anonymous: s.Anonymous,
		Mention: b.words(s.Mention), Trail: b.list(s.Trail), Role: s.Role,
		By: s.By, Reason: s.Reason, Confidence: s.Confidence,
	}
	if s.Side != nil {
		side := s.Side.back()
		out.Side = &side
	}
	for _, c := range s.Candidates {
		out.Candidates = append(out.Candidates, news.Candidate{Ref: c.back(), Confidence: c.Confidence})
	}
	return out
}

func (b *back) party(p *Party) *news.Party {
	if p == nil {
		return nil
	}
	return &news.Party{Ref: p.back(), Mention: b.words(p.Mention)}
}

func (b *back) when(w *When) *news.When {
	if w == nil {
		return nil
	}
	days, err := w.Interval()
	if err != nil && b.err == nil {
		b.err = err
	}
	return &news.When{Interval: days, Mention: b.at(Words{w.Start, w.End, w.Text}), By: w.By}
}

func (b *back) occasion(o *Occasion) *news.Occasion {
	if o == nil {
		return nil
	}
	return &news.Occasion{ID: o.ID, Kind: o.Kind, Mention: b.at(Words{o.Start, o.End, o.Text})}
}

func (b *back) chain(links []Link) []news.Link {
	var out []news.Link
	for _, l := range links {
		out = append(out, news.Link{Name: l.Name, Kind: l.Kind, Mention: b.words(l.Mention)})
	}
	return out
}

func (b *back) move(m *Move) *news.Move {
	if m == nil {
		return nil
	}
	out := &news.Move{
		Plover: m.Plover, Cameo: m.Cameo, Issue: m.Issue, Holder: m.Holder.back(),
		Stance: m.Stance, Conditions: b.list(m.Conditions), By: m.By,
	}
	if m.Target != nil {
		target := m.Target.back()
		out.Target = &target
	}
	return out
}
