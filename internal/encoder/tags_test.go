package encoder

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/internal/encoder/kernel"
	"parley/internal/encoder/modeltest"
	"parley/internal/news"
)

// decoding makes Scores of n units in one window with the emissions drawn, and three tags.
func decoding(t *rapid.T, n int) (*Scores, TagHead) {
	score := rapid.Custom(func(t *rapid.T) float32 { return float32(rapid.IntRange(-6, 6).Draw(t, "quarter")) / 4 })
	e := &Encoder{model: &Model{Header: Header{Tags: []string{"O", "B-cue", "I-cue"}}}, columns: 4}
	s := &Scores{encoder: e, Units: make([]Unit, n), windows: []window{{to: int32(n), rest: int32(n)}}}
	s.rows = rapid.SliceOfN(score, 4*n, 4*n).Draw(t, "rows")
	return s, TagHead{column: 1, crf: rapid.SliceOfN(score, 9, 9).Draw(t, "crf")}
}

// paths calls yield with all allowed paths of n units and their scores. Sums of quarters are exact.
func paths(s *Scores, h TagHead, n int, yield func(path []uint8, score float64)) {
	var grow func(path []uint8, score float64)
	grow = func(path []uint8, score float64) {
		if len(path) == n {
			yield(path, score)
			return
		}
		for tag := range uint8(3) {
			more := float64(s.rows[4*len(path)+1+int(tag)])
			if len(path) == 0 && tag == 2 || len(path) > 0 && tag == 2 && path[len(path)-1] == 0 {
				continue
			}
			if len(path) > 0 {
				more += float64(h.crf[3*path[len(path)-1]+tag])
			}
			grow(append(path[:len(path):len(path)], tag), score+more)
		}
	}
	grow(nil, 0)
}

// TestTags: the path found is as good as the best of all.
func TestTags(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "units")
		s, h := decoding(t, n)
		tags := s.Tags(h, nil)
		best, of := math.Inf(-1), math.NaN()
		paths(s, h, n, func(path []uint8, score float64) {
			best = max(best, score)
			if string(path) == string(tags) {
				of = score
			}
		})
		if of != best {
			t.Fatalf("%v scores %v, the best path %v", tags, of, best)
		}
	})
}

// TestTies: of equals the lower tag wins.
func TestTies(t *testing.T) {
	e := &Encoder{model: &Model{Header: Header{Tags: []string{"O", "B-cue", "I-cue"}}}, columns: 3}
	s := &Scores{encoder: e, Units: make([]Unit, 3), windows: []window{{to: 3, rest: 3}}, rows: make([]float32, 9)}
	if got := s.Tags(TagHead{crf: make([]float32, 9)}, nil); string(got) != "\x00\x00\x00" {
		t.Errorf("%v", got)
	}
}

// TestRuns: a cut paragraph is decoded as one run, so that its cuts part no span.
func TestRuns(t *testing.T) {
	s := readUnits(t, strings.Repeat("the said ", 300)+"\nof of\nof")
	if s.runEnd(0) != 600 || s.runEnd(600) != 603 || len(s.windows) < 4 {
		t.Fatalf("%d windows, runs end at %d and %d", len(s.windows), s.runEnd(0), s.runEnd(600))
	}
	h := TagHead{crf: make([]float32, 49)}
	for u := range s.Units { // I-source throughout, B-source first
		copy(s.rows[u*s.encoder.columns:], []float32{0, 0, 9, 0, 0, 0, 0})
	}
	for u, tag := range s.Tags(h, nil) {
		if want := map[bool]uint8{true: 1, false: 2}[u == 0 || u == 600]; tag != want {
			t.Fatalf("unit %d has tag %d, not %d", u, tag, want)
		}
	}
}

// TestLink: links are dot products of the heads' columns; that to None is with [CLS] of the window.
func TestLink(t *testing.T) {
	e := open(t, modeltest.Random(modeltest.Small, 3), kernel.Best())
	text := strings.Repeat("the said ", 100) + "\n" + strings.Repeat("said of ", 100)
	var s Scores
	e.Read(text, lines(text), &s)
	h, err := e.LinkHead("content")
	if err != nil {
		t.Fatal(err)
	}
	from, to := e.Model().Head["content_from"][0], e.Model().Head["content_to"][0]
	for _, other := range []int{None, 0, 399} {
		row := s.rows[max(other, 0)*e.columns:]
		if other == None {
			row = s.cls[1*e.columns:]
		}
		want := 0.0
		for i := range 16 {
			want += float64(s.rows[300*e.columns+from+i]) * float64(row[to+i]) / 8
		}
		if got := s.Link(h, 300, other); math.Abs(float64(got)-want) > 1e-5 {
			t.Errorf("%d: %v, want %v", other, got, want)
		}
	}
}

func TestNoHead(t *testing.T) {
	e := open(t, modeltest.Random(modeltest.Small, 3), kernel.Best())
	for _, name := range []string{"x", "source", "source_from"} {
		if _, err := e.TagHead(name); !errors.Is(err, ErrHead) {
			t.Errorf("tags %s: %v", name, err)
		}
	}
	for _, name := range []string{"x", "statement", "source_from"} {
		if _, err := e.LinkHead(name); !errors.Is(err, ErrHead) {
			t.Errorf("links %s: %v", name, err)
		}
	}
}

// FuzzRead: any text in any paragraphs is read; units lie in them in order, each with a tag and
// a confidence.
func FuzzRead(f *testing.F) {
	f.Add("“We talk,” he said.\n\xff No\u0301.", 3, 12)
	f.Add(strings.Repeat("word ", 300), 0, 1500)
	e := open(f, modeltest.Random(modeltest.Small, 1), kernel.Best())
	h, err := e.TagHead("statement")
	if err != nil {
		f.Fatal(err)
	}
	var s Scores
	f.Fuzz(func(t *testing.T, text string, cut, end int) {
		cut = min(max(cut, 0), len(text))
		end = min(max(cut, end), len(text))
		spans := []news.Span{{End: cut}, {Start: cut, End: end}}
		e.Read(text, spans, &s)
		at := 0
		for _, u := range s.Units {
			if p := spans[u.Para]; int(u.Start) < max(at, p.Start) || u.End <= u.Start || int(u.End) > p.End {
				t.Fatalf("%+v behind %d", u, at)
			}
			at = int(u.End)
		}
		s.Tags(h, nil)
		_, inside := s.Spans(h, nil, nil)
		for i, p := range inside {
			if !(p >= 0 && p <= 1+1e-6) {
				t.Fatalf("unit %d: %v", i, p)
			}
		}
	})
}
