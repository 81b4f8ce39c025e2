package web

import (
	"path/filepath"
	"sort"
	"strings"

	"parley/internal/news"
)

// row is a statement as the tables and the picture show it.
type row struct {
	ID, ReportID   string
	Day            day
	Party, Speaker string // whose stance it is, who said so
	Side           string // the speaker's own side, where it is another than Party
	Stance         news.Stance
	Mode           news.Mode
	Words          []piece // the content, with conditions marked
	Conditions     []string
	Condition      int // number in the list of conditions, from 1; 0 without one
	Outlet         string
}

// day is the day of a statement, and how it is known.
type day struct {
	news.Interval
	Told bool // the text gives it; else it is the day of publication
}

// Text is the day as shown: "8 Oct 2031", "6–12 Oct 2031", "by 8 Oct 2031".
func (d day) Text() string {
	switch {
	case d.IsZero():
		return "no day given"
	case !d.Told:
		return "by " + dayText(d.To)
	case d.From == d.To || d.To.IsZero():
		return dayText(d.From)
	case d.From.IsZero():
		return "until " + dayText(d.To)
	}
	return span(d.From, d.To)
}

// span writes an interval without repeating what both ends share.
func span(from, to news.Day) string {
	layout := "2 Jan 2006"
	switch {
	case from.Year == to.Year && from.Month == to.Month:
		layout = "2"
	case from.Year == to.Year:
		layout = "2 Jan"
	}
	return from.Time().Format(layout) + "–" + dayText(to)
}

func dayText(d news.Day) string { return d.Time().Format("2 Jan 2006") }

// at is the day by which a row is sorted and placed; zero when there is none.
func (d day) at() news.Day {
	if d.From.IsZero() {
		return d.To
	}
	return d.From
}

// piece is a run of words, marked or not.
type piece struct {
	Text      string
	Condition bool
}

func (v *view) addRow(r *Report, s *news.Statement) {
	x := row{
		ID: s.ID, ReportID: r.ID, Day: dayOf(r.Report, s), Speaker: speakerName(s), Mode: s.Mode,
		Outlet: outletOf(r.Report),
	}
	if s.Speaker.Side != nil {
		x.Party = s.Speaker.Side.Name
	}
	if s.Move == nil {
		x.Words = pieces(r.Text, s.Content, nil)
		v.Others = append(v.Others, x)
		return
	}
	x.Stance = s.Move.Stance
	if holder := s.Move.Holder.Name; holder != "" && holder != x.Party {
		x.Party, x.Side = holder, x.Party
	}
	x.Words = pieces(r.Text, s.Content, s.Move.Conditions)
	for _, c := range s.Move.Conditions {
		x.Conditions = append(x.Conditions, flat(r.Words(c)))
	}
	v.Talks = append(v.Talks, x)
}

func dayOf(r *news.Report, s *news.Statement) day {
	if s.SaidOn != nil && !s.SaidOn.IsZero() {
		return day{Interval: s.SaidOn.Interval, Told: true}
	}
	return day{Interval: news.Interval{To: r.Published}}
}

func speakerName(s *news.Statement) string {
	if s.Speaker.Name != "" {
		return s.Speaker.Name
	}
	return "unknown"
}

// outletOf names where a report stood: the outlet, else the file without its folders.
func outletOf(r *news.Report) string {
	file := r.File
	if file != "" {
		file = filepath.Base(file)
	}
	for _, name := range []string{r.Outlet, file, r.URI} {
		if name != "" {
			return name
		}
	}
	return r.ID
}

// pieces cuts contents at the ends of conditions; parts are joined by an ellipsis.
func pieces(text string, content, conditions []news.Span) []piece {
	var out []piece
	for i, c := range content {
		if i > 0 {
			out = append(out, piece{Text: " … "})
		}
		at := c.Start
		for _, x := range inside(conditions, c) {
			if x.Start < at {
				continue // overlaps the condition before it
			}
			out = appendPiece(out, text[at:x.Start], false)
			out = appendPiece(out, text[x.Start:x.End], true)
			at = x.End
		}
		out = appendPiece(out, text[at:c.End], false)
	}
	return out
}

func appendPiece(out []piece, text string, condition bool) []piece {
	if text == "" {
		return out
	}
	return append(out, piece{flat(text), condition})
}

// inside gives the spans that lie in c, in order.
func inside(spans []news.Span, c news.Span) []news.Span {
	var in []news.Span
	for _, s := range spans {
		if c.Contains(s) && !s.Empty() {
			in = append(in, s)
		}
	}
	sort.Slice(in, func(i, j int) bool { return in[i].Start < in[j].Start })
	return in
}

// flat puts line ends out of a table's cell but keeps the spaces at both ends.
func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, s)
}

// sortRows puts rows in order of days, those without a day last.
func sortRows(rows []row) {
	sort.SliceStable(rows, func(i, j int) bool {
		a, b := rows[i].Day.at(), rows[j].Day.at()
		if a.IsZero() != b.IsZero() {
			return b.IsZero()
		}
		return a.Before(b)
	})
}
