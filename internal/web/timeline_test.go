package web

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"parley/internal/news"
)

func on(year, month, date int) day {
	d := news.Day{Year: year, Month: month, Date: date}
	return day{Interval: news.Interval{From: d, To: d}, Told: true}
}

func TestDayText(t *testing.T) {
	october := news.Day{Year: 2031, Month: 10, Date: 8}
	for want, d := range map[string]day{
		"no day given":          {},
		"by 8 Oct 2031":         {Interval: news.Interval{To: october}},
		"8 Oct 2031":            {Interval: news.Interval{From: october, To: october}, Told: true},
		"until 8 Oct 2031":      {Interval: news.Interval{To: october}, Told: true},
		"1–8 Oct 2031":          {Interval: news.Interval{From: october.Add(-7), To: october}, Told: true},
		"29 Sep–8 Oct 2031":     {Interval: news.Interval{From: october.Add(-9), To: october}, Told: true},
		"8 Oct 2031–7 Oct 2032": {Interval: news.Interval{From: october, To: october.Add(365)}, Told: true},
	} {
		if got := d.Text(); got != want {
			t.Errorf("%+v: %q, want %q", d, got, want)
		}
	}
}

func TestTicks(t *testing.T) {
	for name, c := range map[string]struct {
		from, to day
		want     []string
	}{
		"one day": {on(2031, 10, 8), on(2031, 10, 8), []string{"8 Oct"}},
		"months":  {on(2031, 9, 20), on(2031, 12, 20), []string{"20 Sep 2031", "15", "Nov", "15", "Dec", "15"}},
		"years":   {on(2022, 5, 1), on(2031, 1, 1), []string{"2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029", "2030", "2031"}},
	} {
		tl := newTimeline([]row{{Party: "A", Day: c.from}, {Party: "A", Day: c.to}}, nil)
		var got []string
		for _, k := range tl.Ticks {
			got = append(got, k.Text)
		}
		if len(got) < len(c.want) || got[0] != c.want[0] || got[len(got)-1] != c.want[len(c.want)-1] {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestNothingOverlaps draws rows and checks that glyphs and labels of a lane stay
// apart and inside their row, and that each row is shown once.
func TestNothingOverlaps(t *testing.T) {
	names := []string{"Ilse Varga", "Daniel Osk", "Valdoria", "a spokesman of the committee for river navigation"}
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) row {
			r := row{Party: rapid.SampledFrom([]string{"Valdoria", "Merovia", ""}).Draw(t, "party"), Speaker: rapid.SampledFrom(names).Draw(t, "speaker")}
			if rapid.Bool().Draw(t, "dated") {
				r.Day = on(2031, 1, 1)
				r.Day.From = r.Day.From.Add(rapid.IntRange(0, 400).Draw(t, "day"))
				r.Day.To = r.Day.From
			}
			if rapid.Bool().Draw(t, "condition") {
				r.Conditions = []string{"if"}
			}
			return r
		}), 1, 60).Draw(t, "rows")
		sortRows(rows)
		tl := newTimeline(rows, []string{"Merovia"})
		shown := 0
		for _, b := range tl.Rows {
			ends := map[float64]float64{}
			for _, g := range b.Glyphs {
				shown++
				if g.X-glyphWidth < ends[g.Y] {
					t.Fatalf("%q at %v begins before %v", g.Label, g.X, ends[g.Y])
				}
				ends[g.Y] = g.X + glyphWidth
				if g.Label != "" {
					ends[g.Y] = g.TextX + letterWidth*float64(utf8.RuneCountInString(g.Label))
				}
				if g.Y < float64(b.Y) || g.Y > float64(b.Y+b.Height) || g.X > chartWidth {
					t.Fatalf("%+v stands outside of row %+v", g, b)
				}
			}
		}
		if shown != len(rows) {
			t.Fatalf("%d of %d shown", shown, len(rows))
		}
	})
}
