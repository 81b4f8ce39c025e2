package web

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"parley/internal/news"
)

// Sizes of the picture, in units of its view box.
const (
	chartWidth  = 1120
	mostName    = 24 // letters of a party's name
	leastName   = 12
	chartRight  = 30
	chartTop    = 44 // the scale stands here
	laneHeight  = 20
	rowPadding  = 14
	glyphWidth  = 9.0
	letterWidth = 6.1 // of the labels' type, on average
	nameWidth   = 8.8 // of the parties' names
	mostLabel   = 14  // letters of a label's name
	mostLanes   = 8   // a row that needs more drops its labels
	undatedGap  = 90  // room for statements without any day
)

// timeline is the picture: a row for each party, a glyph for each statement about
// talks, from left to right by day.
type timeline struct {
	Width, Height int
	Rows          []band
	Ticks         []tick
	Undated       float64 // where statements without a day stand; 0 when there are none
	Conditions    []conditionView
	Bottom        int
	from, to      news.Day
}

// band is the row of a party.
type band struct {
	Party, Name string // Name is cut short where it is long
	Y, Height   int
	LabelY      int
	Glyphs      []glyph
	Shaded      bool
}

// glyph is one statement. Number points to the list of conditions.
type glyph struct {
	ID          string
	Stance      news.Stance
	X, Y, TextX float64
	Label       string
	Title       string
	Number      int
	Faint       bool // the day is that of publication
	Foreign     bool // said by another side than the party
}

type tick struct {
	X     float64
	Text  string
	Major bool
}

// conditionView is a line of the list under the picture.
type conditionView struct {
	Number               int
	ID                   string
	Party, Speaker, Text string
	Day                  day
}

// newTimeline places the rows, which are in order of days, and numbers those with
// conditions (in rows, too).
func newTimeline(rows []row, parties []string) *timeline {
	t := &timeline{Width: chartWidth}
	t.number(rows)
	undated := t.extent(rows)
	names := partiesOf(rows, parties)
	scale := t.scale(nameRoom(names), undated)
	y := chartTop
	for i, party := range names {
		b := band{Party: party, Name: shorten(party, mostName), Y: y, Shaded: i%2 == 0}
		lanes := b.place(rows, scale)
		b.Height = lanes*laneHeight + 2*rowPadding
		b.LabelY = y + b.Height/2 + 5
		y += b.Height
		t.Rows = append(t.Rows, b)
	}
	t.Bottom, t.Height = y, y+6
	t.ticks(scale)
	return t
}

// number gives each row with conditions its number and lists it.
func (t *timeline) number(rows []row) {
	for i := range rows {
		r := &rows[i]
		if len(r.Conditions) == 0 {
			continue
		}
		r.Condition = len(t.Conditions) + 1
		t.Conditions = append(t.Conditions, conditionView{
			Number: r.Condition, ID: r.ID, Party: r.Party, Speaker: r.Speaker, Day: r.Day, Text: strings.Join(r.Conditions, " … "),
		})
	}
}

// extent finds the first and the last day; undated reports rows without any.
func (t *timeline) extent(rows []row) (undated bool) {
	for _, r := range rows {
		d := r.Day.at()
		if d.IsZero() {
			undated = true
			continue
		}
		if t.from.IsZero() || d.Before(t.from) {
			t.from = d
		}
		if t.to.IsZero() || t.to.Before(d) {
			t.to = d
		}
	}
	return undated
}

// partiesOf lists who has a row: the given parties first, in their order, then the
// others as they come.
func partiesOf(rows []row, given []string) []string {
	var has []string
	for _, r := range rows {
		if !slices.Contains(has, r.Party) {
			has = append(has, r.Party)
		}
	}
	var out []string
	for _, p := range append(slices.Clone(given), has...) {
		if slices.Contains(has, p) && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// nameRoom is the width that the parties' names need.
func nameRoom(names []string) float64 {
	letters := leastName
	for _, n := range names {
		letters = max(letters, min(utf8.RuneCountInString(n), mostName))
	}
	return math.Round(nameWidth*float64(letters)) + 34
}

// scale maps a day to its place from left to right.
func (t *timeline) scale(left float64, undated bool) func(news.Day) float64 {
	right := float64(chartWidth - chartRight - 60)
	if undated {
		right -= undatedGap
		t.Undated = right + undatedGap
	}
	days := t.days()
	return func(d news.Day) float64 {
		switch {
		case d.IsZero():
			return t.Undated
		case days == 0:
			return math.Round((left + right) / 2)
		}
		return math.Round(left + (right-left)*float64(daysBetween(t.from, d))/float64(days))
	}
}

// days is the length of the picture.
func (t *timeline) days() int { return daysBetween(t.from, t.to) }

// daysBetween counts by seconds, because a Duration ends at 292 years.
func daysBetween(from, to news.Day) int {
	return int((to.Time().Unix() - from.Time().Unix()) / 86400)
}

// place puts the party's glyphs into lanes so that neither they nor their labels
// overlap, and gives the number of lanes.
func (b *band) place(rows []row, scale func(news.Day) float64) int {
	lanes := b.lanes(rows, scale, true)
	if lanes > mostLanes {
		lanes = b.lanes(rows, scale, false)
	}
	return lanes
}

func (b *band) lanes(rows []row, scale func(news.Day) float64, labels bool) int {
	b.Glyphs = b.Glyphs[:0]
	var ends []float64 // the right end of each lane
	for i := range rows {
		if rows[i].Party != b.Party {
			continue
		}
		g := newGlyph(&rows[i], scale(rows[i].Day.at()), labels)
		lane := slices.IndexFunc(ends, func(end float64) bool { return end <= g.X-glyphWidth })
		if lane < 0 {
			lane, ends = len(ends), append(ends, 0)
		}
		ends[lane] = g.X + glyphWidth + 4
		if g.Label != "" {
			ends[lane] = g.TextX + letterWidth*float64(utf8.RuneCountInString(g.Label)) + 6
		}
		g.Y = float64(b.Y + rowPadding + lane*laneHeight + laneHeight/2)
		b.Glyphs = append(b.Glyphs, g)
	}
	return len(ends)
}

func newGlyph(r *row, x float64, labels bool) glyph {
	g := glyph{ID: r.ID, Stance: r.Stance, X: x, TextX: x + glyphWidth + 2, Number: r.Condition, Faint: !r.Day.Told}
	if g.Number > 0 {
		g.TextX += 12
	}
	if labels {
		g.Label = surname(r.Speaker)
	}
	if labels && r.Side != "" {
		g.Label += " of " + shorten(r.Side, mostLabel)
		g.Foreign = true
	}
	g.Title = r.Day.Text() + ", " + r.Speaker + ": " + string(r.Stance)
	if r.Side != "" {
		g.Title += " of " + r.Party + ", said by " + r.Side
	}
	if len(r.Conditions) > 0 {
		g.Title += " (" + strings.Join(r.Conditions, "; ") + ")"
	}
	return g
}

// surname is the last word of a name, cut short where it is long.
func surname(name string) string {
	if f := strings.Fields(name); len(f) > 1 {
		name = f[len(f)-1]
	}
	return shorten(name, mostLabel)
}

// shorten cuts a text to a number of letters.
func shorten(s string, letters int) string {
	if r := []rune(s); len(r) > letters {
		return string(r[:letters-1]) + "…"
	}
	return s
}

// ticks marks days on the scale: single days in a short time, the beginnings and
// middles of months in a longer one, years in a very long one. What would overlap
// the mark before it is left out.
func (t *timeline) ticks(scale func(news.Day) float64) {
	if t.from.IsZero() {
		return
	}
	end := -letterWidth * 100
	for d := t.from; !t.to.Before(d); d = t.next(d) {
		k := t.tick(d)
		k.X = scale(d)
		if k.Text == "" || k.X < end {
			continue
		}
		end = k.X + letterWidth*float64(len(k.Text)) + 12
		t.Ticks = append(t.Ticks, k)
	}
}

const (
	longTime     = 45      // days: from here on months are marked
	longerTime   = 240     // no middles of months any more
	veryLongTime = 3 * 366 // years only
)

// next is the next day that may be marked.
func (t *timeline) next(d news.Day) news.Day {
	if t.days() > veryLongTime {
		return news.Day{Year: d.Year + 1, Month: 1, Date: 1}
	}
	return d.Add(1)
}

// tick is the mark of a day; its text is empty for none.
func (t *timeline) tick(d news.Day) tick {
	days, first := t.days(), d == t.from
	switch {
	case days > veryLongTime:
		return tick{Text: d.Time().Format("2006"), Major: true}
	case days <= longTime:
		return tick{Text: d.Time().Format("2 Jan"), Major: first || d.Date == 1}
	case first || d.Date == 1:
		return tick{Text: monthText(d, first), Major: true}
	case days < longerTime && d.Date == 15:
		return tick{Text: "15"}
	}
	return tick{}
}

// monthText names a month, with its year where it is the first or January.
func monthText(d news.Day, first bool) string {
	switch {
	case first && d.Date != 1:
		return d.Time().Format("2 Jan 2006")
	case first || d.Month == 1:
		return d.Time().Format("Jan 2006")
	}
	return d.Time().Format("Jan")
}
