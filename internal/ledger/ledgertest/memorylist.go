package ledgertest

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"unicode"

	"parley/internal/ledger"
	"parley/internal/news"
)

// Reports implements ledger.Store.
func (m *Memory) Reports(ctx context.Context, f ledger.Filter) iter.Seq2[ledger.ReportLine, error] {
	return sequence(ctx, m, f, func() (out []ledger.ReportLine) {
		for _, rev := range m.readings(f) {
			r := *rev.Report
			r.Text, r.Passages = "", nil
			out = append(out, ledger.ReportLine{Report: r, Reader: rev.Reader, Statements: len(rev.Entries)})
		}
		return out
	})
}

// Readings implements ledger.Store.
func (m *Memory) Readings(ctx context.Context, f ledger.Filter) iter.Seq2[*ledger.Reading, error] {
	return sequence(ctx, m, f, func() (out []*ledger.Reading) {
		for _, rev := range m.readings(f) {
			out = append(out, m.reports[rev.Report.ID].reading())
		}
		return out
	})
}

// readings are those in force that meet the filter, in order.
func (m *Memory) readings(f ledger.Filter) (out []*ledger.Revision) {
	means := m.meaning(f)
	for _, h := range m.reports {
		rev := h.inForce()
		if reportMeets(rev, f, means) {
			out = append(out, rev)
		}
	}
	slices.SortFunc(out, byReport)
	return cut(out, f.Limit)
}

func reportMeets(rev *ledger.Revision, f ledger.Filter, means meaning) bool {
	r := rev.Report
	if !f.From.IsZero() && r.Published.Before(f.From) {
		return false
	}
	if !f.To.IsZero() && (r.Published.IsZero() || f.To.Before(r.Published)) {
		return false
	}
	if !placeMeets(r, f) {
		return false
	}
	return !f.OnlyStatements() || slices.ContainsFunc(rev.Entries, func(e ledger.Entry) bool { return ownMeets(&e.Statement, f, means) })
}

func placeMeets(r *news.Report, f ledger.Filter) bool {
	return (f.Outlet == "" || ledger.Key(f.Outlet) == ledger.Key(r.Outlet)) && (f.Report == "" || f.Report == r.ID)
}

// ownMeets tells whether a statement meets what a report cannot.
func ownMeets(s *news.Statement, f ledger.Filter, means meaning) bool {
	return (f.Actor == "" || means.actor.any(sidesOf(s))) &&
		(f.Holder == "" || means.holder.any(holdersOf(s))) &&
		(f.Issue == "" || s.Move != nil && s.Move.Issue == f.Issue) &&
		(f.Mode == "" || s.Mode == f.Mode)
}

func statementMeets(r *news.Report, s *news.Statement, f ledger.Filter, means meaning) bool {
	if !f.From.IsZero() || !f.To.IsZero() {
		days, ok := ledger.DaysOf(r, s)
		if !ok || !days.Overlaps(news.Interval{From: f.From, To: f.To}) {
			return false
		}
	}
	return placeMeets(r, f) && ownMeets(s, f, means)
}

// refs are the actors that a name means.
type refs map[news.Ref]bool

func (rs refs) any(of []news.Ref) bool {
	return slices.ContainsFunc(of, func(r news.Ref) bool { return rs[r] })
}

type meaning struct{ actor, holder refs }

func (m *Memory) meaning(f ledger.Filter) meaning {
	return meaning{m.means(f.Actor), m.means(f.Holder)}
}

func (m *Memory) means(name string) refs {
	exact, holding := make(refs), make(refs)
	for r := range m.actors {
		if r.ID == name || ledger.Key(r.Name) == ledger.Key(name) {
			exact[r] = true
		}
		if ledger.HoldsKey(ledger.Key(r.Name), ledger.Key(name)) {
			holding[r] = true
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return holding
}

// Statements implements ledger.Store.
func (m *Memory) Statements(ctx context.Context, f ledger.Filter) iter.Seq2[ledger.Line, error] {
	return sequence(ctx, m, f, func() []ledger.Line { return cut(m.lines(f), f.Limit) })
}

// lines are the statements in force that meet the filter, in order, without regard to
// its limit.
func (m *Memory) lines(f ledger.Filter) (out []ledger.Line) {
	means := m.meaning(f)
	for _, rev := range m.readings(ledger.Filter{}) {
		for _, e := range rev.Entries {
			if statementMeets(rev.Report, &e.Statement, f, means) {
				out = append(out, ledger.Line{Report: rev.Report, Statement: e.Statement})
			}
		}
	}
	return out
}

// Timeline implements ledger.Store.
func (m *Memory) Timeline(ctx context.Context, f ledger.Filter) iter.Seq2[ledger.Line, error] {
	return sequence(ctx, m, f, func() []ledger.Line {
		lines := slices.DeleteFunc(m.lines(f), func(l ledger.Line) bool { return l.Statement.Move == nil })
		slices.SortStableFunc(lines, func(a, b ledger.Line) int {
			ha, hb := a.Statement.Move.Holder, b.Statement.Move.Holder
			da, _ := ledger.DaysOf(a.Report, &a.Statement)
			db, _ := ledger.DaysOf(b.Report, &b.Statement)
			return cmp.Or(cmp.Compare(ha.Name, hb.Name), cmp.Compare(ha.ID, hb.ID), da.From.Compare(db.From))
		})
		return cut(lines, f.Limit)
	})
}

// Actors implements ledger.Store.
func (m *Memory) Actors(ctx context.Context, f ledger.Filter) ([]ledger.ActorLine, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	defer m.lock()()
	if err := m.usable(ctx); err != nil {
		return nil, err
	}
	type speaker struct {
		news.Ref
		kind news.ActorKind
	}
	counts := make(map[speaker]*ledger.ActorLine)
	last := make(map[speaker]string) // report; lines come report by report
	for _, l := range m.lines(f) {
		sp := speaker{news.Ref{ID: l.Statement.Speaker.ID, Name: l.Statement.Speaker.Name}, l.Statement.Speaker.Kind}
		a := counts[sp]
		if a == nil {
			a = &ledger.ActorLine{Ref: sp.Ref, Kind: sp.kind}
			counts[sp] = a
		}
		a.Statements++
		if last[sp] != l.Report.ID {
			a.Reports++
			last[sp] = l.Report.ID
		}
		if a.First.IsZero() {
			a.First = l.Report.Published
		}
		a.Last = l.Report.Published
	}
	var out []ledger.ActorLine
	for _, a := range counts {
		out = append(out, *a)
	}
	slices.SortFunc(out, func(a, b ledger.ActorLine) int {
		return cmp.Or(-cmp.Compare(a.Statements, b.Statements), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Kind, b.Kind))
	})
	return cut(out, f.Limit), nil
}

// Search implements ledger.Store.
func (m *Memory) Search(ctx context.Context, q ledger.Query, f ledger.Filter) iter.Seq2[ledger.Hit, error] {
	if len(q.Terms) == 0 {
		return func(yield func(ledger.Hit, error) bool) {
			yield(ledger.Hit{}, news.Errorf(news.Invalid, "the search has no words"))
		}
	}
	return sequence(ctx, m, f, func() (out []ledger.Hit) {
		given := make(map[string]bool)
		for _, l := range m.lines(f) {
			words := ledger.Words(l.Report, &l.Statement)
			if marks := find(words, q); marks != nil {
				h := ledger.Hit{Report: l.Report, Statement: &l.Statement, Snippet: words, Marks: marks}
				if len(l.Statement.Content) == 1 {
					h.At = l.Statement.Content[0]
				}
				out = append(out, h)
				given[l.Report.ID] = true
			}
		}
		if f.OnlyStatements() {
			return cut(out, f.Limit)
		}
		all := f
		all.Limit = 0
		for _, rev := range m.readings(all) {
			r := rev.Report
			if marks := find(r.Text, q); marks != nil && !given[r.ID] {
				out = append(out, ledger.Hit{Report: r, Snippet: r.Text, Marks: marks, At: news.Span{End: len(r.Text)}})
			}
		}
		return cut(out, f.Limit)
	})
}

// find gives the places of all terms in the text, nil when one is not there.
func find(text string, q ledger.Query) (marks []news.Span) {
	where, words := wordsOf(text)
	for _, t := range q.Terms {
		_, want := wordsOf(t.Words)
		before := len(marks)
		for i := 0; i+len(want) <= len(words); i++ {
			if matches(words[i:i+len(want)], want, t.Prefix) {
				marks = append(marks, where[i].Cover(where[i+len(want)-1]))
			}
		}
		if len(marks) == before {
			return nil
		}
	}
	slices.SortFunc(marks, func(a, b news.Span) int { return cmp.Compare(a.Start, b.Start) })
	return marks
}

func matches(words, want []string, prefix bool) bool {
	last := len(want) - 1
	if prefix && strings.HasPrefix(words[last], want[last]) {
		return slices.Equal(words[:last], want[:last])
	}
	return slices.Equal(words, want)
}

// wordsOf splits a text as a full text index does.
func wordsOf(text string) (where []news.Span, words []string) {
	start := -1
	for i, r := range text + " " {
		switch inside := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r); {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			where = append(where, news.Span{Start: start, End: i})
			words = append(words, ledger.Key(text[start:i]))
			start = -1
		}
	}
	return where, words
}

func cut[T any](s []T, limit int) []T {
	if limit > 0 && len(s) > limit {
		return s[:limit]
	}
	return s
}
