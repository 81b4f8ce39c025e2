package web

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"parley/internal/news"
)

// TestSweep holds the sweep over a text against looking at every note each time.
func TestSweep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []note
		for i := range rapid.IntRange(0, 12).Draw(t, "notes") {
			start := rapid.IntRange(0, 40).Draw(t, "start")
			all = append(all, note{Span: news.Span{Start: start, End: start + rapid.IntRange(1, 30).Draw(t, "length")}, statement: i})
		}
		slices.SortStableFunc(all, func(a, b note) int { return cmp.Compare(a.Start, b.Start) })
		var w sweep
		for at := 0; at < 70; {
			s := news.Span{Start: at + rapid.IntRange(0, 5).Draw(t, "gap")}
			s.End = s.Start + rapid.IntRange(1, 9).Draw(t, "words")
			at = s.End
			var want []note
			for _, n := range all {
				if n.Overlaps(s) {
					want = append(want, n)
				}
			}
			if w.moveTo(all, s); !slices.Equal(w.notes, want) {
				t.Fatalf("%v: %v, want %v", s, w.notes, want)
			}
		}
	})
}
