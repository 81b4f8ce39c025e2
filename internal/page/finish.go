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
		head := 0
		if paragraphs <= datelined || d.units[i-1].reason == "section heading" {
			head = d.dateline(d.text[u.Start:u.End], paragraphs == 1)
			d.dateIn(d.text[u.Start : u.Start+head])
		}
		r.Passages = appendBody(r.Passages, u, head, d.text)
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

// datelined is the number of paragraphs that may have a dateline: agencies print
// several reports in one.
const datelined = 3

// dateIn notes the day that a dateline gives.
func (d *reader) dateIn(line string) {
	n := len(d.marks)
	if d.noteStamp(line); len(d.marks) > n {
		d.marks[n].dateline = true
	}
}

// appendBody appends a paragraph with the dateline of head bytes before it.
func appendBody(ps []news.Passage, u *unit, head int, text string) []news.Passage {
	s := u.Span
	if head > 0 && s.Start+head < s.End {
		ps = append(ps, news.Passage{Kind: news.Furniture, Reason: "dateline",
			Span: news.Span{Start: s.Start, End: trimEnd(text, s.Start, s.Start+head)}})
		s.Start += head
	}
	return append(ps, news.Passage{Kind: u.kind, Span: s})
}

// published gives the day that the date lines tell: a labelled one first, then that
// of the dateline, then one between headline and story, then one above the headline,
// where some sites print the day of the visit, then the only one anywhere, then that
// of a change.
func (d *reader) published() news.Day {
	var best news.Day
	rank := 0
	for _, m := range d.marks {
		if m.day.IsZero() {
			continue
		}
		if r := d.trust(m); r > rank {
			best, rank = m.day, r
		}
	}
	return best
}

func (d *reader) trust(m dateMark) int {
	switch {
	case m.updated:
		return 1
	case m.labelled:
		return 6
	case m.dateline:
		return 5
	case m.unit >= d.title && m.unit < d.first:
		return 4
	case m.unit < d.title:
		return 3
	case d.onlyDate(m.day):
		return 2
	}
	return 0
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
