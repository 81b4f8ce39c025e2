package page

import (
	"parley/internal/news"
)

// finish fills in the report: passages, title, day, author, language.
func (d *reader) finish(r *news.Report) {
	r.Passages = make([]news.Passage, 0, len(d.units)+2)
	paragraphs, titled := 0, false
	for i := range d.units {
		u := &d.units[i]
		if u.kind == news.Headline && !titled {
			r.Title, titled = oneLine(d.text[u.Start:u.End]), true
		}
		if u.kind != news.Body && u.kind != news.Standfirst {
			r.Passages = append(r.Passages, news.Passage{Kind: u.kind, Span: u.Span, Reason: u.reason})
			continue
		}
		paragraphs++
		r.Passages = d.appendBody(r.Passages, u, d.cuts(u, paragraphs))
	}
	if r.Published.IsZero() {
		r.Published = d.published()
	}
	if r.Author == "" {
		r.Author = d.author
	}
	if r.Outlet == "" {
		r.Outlet = d.outlet
	}
	r.Language = languageOf(r)
}

// appendBody appends a paragraph with its dateline before and its sign-off after it.
func (d *reader) appendBody(ps []news.Passage, u *unit, c cut) []news.Passage {
	s := u.Span
	if c.head > 0 && s.Start+c.head < s.End {
		ps = append(ps, news.Passage{Kind: news.Furniture, Reason: "dateline",
			Span: news.Span{Start: s.Start, End: trimEnd(d.text, s.Start, s.Start+c.head)}})
		s.Start += c.head
	}
	end := s.End
	if c.tail > 0 && u.Start+c.tail > s.Start {
		s.End = trimEnd(d.text, s.Start, u.Start+c.tail)
	}
	ps = append(ps, news.Passage{Kind: u.kind, Span: s})
	if s.End < end {
		ps = append(ps, news.Passage{Kind: news.Furniture, Reason: "sign-off", Span: news.Span{Start: u.Start + c.tail, End: end}})
	}
	return ps
}

// published gives the day that the date lines tell: a labelled one first, then one
// in the page's head, then the only one anywhere, then that of a change.
func (d *reader) published() news.Day {
	var head, updated news.Day
	for _, m := range d.marks {
		switch {
		case m.day.IsZero():
		case m.updated:
			updated = m.day
		case m.labelled:
			return m.day
		case head.IsZero() && (m.unit < d.first || d.onlyDate(m.day)):
			head = m.day
		}
	}
	if head.IsZero() {
		return updated
	}
	return head
}

// onlyDate reports whether no date line tells another day.
func (d *reader) onlyDate(day news.Day) bool {
	for _, m := range d.marks {
		if !m.day.IsZero() && m.day != day && !m.updated {
			return false
		}
	}
	return true
}
