package encoder

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestSpans: the spans are those that more than half of all paths have, counted path by
// path, and so are the probabilities told.
func TestSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "units")
		s, h := decoding(t, n)
		all, of, in := 0.0, map[[2]int]float64{}, make([]float64, n)
		paths(s, h, n, func(path []uint8, score float64) {
			w := math.Exp(score)
			all += w
			for i := 0; i < n; i++ {
				if path[i] > 0 {
					in[i] += w
				}
				if path[i] != 1 {
					continue
				}
				j := i + 1
				for j < n && path[j] == 2 {
					j++
				}
				of[[2]int{i, j}] += w
			}
		})
		got, inside := s.Spans(h, nil, nil)
		for at, w := range of {
			if p := w / all; p > 0.5+1e-6 && !slices.ContainsFunc(got, func(g TagSpan) bool { return int(g.From) == at[0] && int(g.To) == at[1] }) {
				t.Fatalf("span %v of probability %v is missing in %v", at, p, got)
			}
		}
		for i, g := range got {
			if d := float64(g.P) - of[[2]int{int(g.From), int(g.To)}]/all; !(math.Abs(d) < 1e-6) || g.Tag != 1 || i > 0 && g.From < got[i-1].To {
				t.Fatalf("span %d is %+v, off by %v", i, g, d)
			}
		}
		for i, p := range inside {
			if d := float64(p) - in[i]/all; !(math.Abs(d) < 1e-6) {
				t.Fatalf("unit %d lies in a span by %v, counted %v", i, p, in[i]/all)
			}
		}
	})
}

// TestExtremes: whatever the scores, probabilities are numbers from 0 to 1 and an I- never stands alone.
func TestExtremes(t *testing.T) {
	e := &Encoder{model: &Model{Header: Header{Tags: []string{"O", "B-cue", "I-cue"}}}, columns: 3}
	for _, big := range []float32{1, 100, 1e6, 1e30} {
		const n = 5000
		s := &Scores{encoder: e, Units: make([]Unit, n), windows: []window{{to: n, rest: n}}, rows: make([]float32, 3*n)}
		for i := range n {
			s.rows[3*i+2], s.rows[3*i+i%2] = big, -big
		}
		h := TagHead{crf: []float32{-big, -big, -big, -big, big, -big, big, -big, -big}}
		spans, inside := s.Spans(h, nil, nil)
		for _, g := range spans {
			if !(g.P > 0.5 && g.P <= 1+1e-6) || g.To <= g.From {
				t.Fatalf("%v: %+v", big, g)
			}
		}
		tags := s.Tags(h, nil)
		for i, p := range inside {
			if !(p >= 0 && p <= 1+1e-6) || tags[i] == 2 && (i == 0 || tags[i-1] == 0) {
				t.Fatalf("%v: unit %d: tag %d, inside %v", big, i, tags[i], p)
			}
		}
	}
}
