package encoder

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/internal/encoder/kernel"
	"parley/internal/encoder/modeltest"
	"parley/internal/news"
)

// TestPlan: on any paragraphs, cores cut the units into windows in order, no window is too long,
// whole paragraphs stay together, and what a cut paragraph lacks on a side is made up for by context.
func TestPlan(t *testing.T) {
	e := open(t, modeltest.Random(modeltest.Small, 1), kernel.Best())
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(0, 6).Draw(t, "paragraphs") {
			for range rapid.SampledFrom([]int{0, 1, 20, 150, 400}).Draw(t, "words") {
				text.WriteString(rapid.SampledFrom([]string{"the ", "said ", "abcdefgh ", "No. ", "\" ", strings.Repeat("x", 100) + " ", strings.Repeat("x", 101) + " "}).Draw(t, "word"))
			}
			text.WriteString("\n")
		}
		s := Scores{}
		s.reset(e, text.String())
		for i, p := range lines(text.String()) {
			s.paragraph(i, p)
		}
		s.plan(e.limit)
		checkPlan(t, &s, e.limit)
	})
}

func checkPlan(t *rapid.T, s *Scores, limit int) {
	unit := int32(0)
	for i, w := range s.windows {
		if n := s.piecesOf(int(w.from), int(w.to)); n > limit || w.core != unit || w.rest <= w.core || w.from > w.core || w.to < w.rest {
			t.Fatalf("window %d: %+v of %d pieces, from unit %d on", i, w, n, unit)
		}
		first, last := s.Units[w.from].Para, s.Units[w.to-1].Para
		before := w.from > 0 && s.Units[w.from-1].Para == first
		behind := int(w.to) < len(s.Units) && s.Units[w.to].Para == last
		if (before || behind) && first != last {
			t.Fatalf("window %d: %+v cuts a paragraph that is not alone", i, w)
		}
		if before && s.piecesOf(int(w.from)-1, int(w.core)) <= contextPieces || behind && s.piecesOf(int(w.rest), int(w.to)+1) <= contextPieces {
			t.Fatalf("window %d: %+v has too little context", i, w)
		}
		if i > 0 && (s.windows[i-1].run == w.run) != (w.core != 0 && s.Units[w.core-1].Para == s.Units[w.core].Para) {
			t.Fatalf("window %d: %+v behind %+v", i, w, s.windows[i-1])
		}
		unit = w.rest
	}
	if int(unit) != len(s.Units) {
		t.Fatalf("windows for %d of %d units", unit, len(s.Units))
	}
}

// TestCutAtSentence: a long paragraph is cut behind a sentence.
func TestCutAtSentence(t *testing.T) {
	s := readUnits(t, strings.Repeat(strings.Repeat("the ", 30)+"said “No.” The ", 20))
	if len(s.windows) < 4 {
		t.Fatalf("%d windows", len(s.windows))
	}
	for _, w := range s.windows[1:] {
		u := s.Units[w.core]
		if got := s.text[u.Start:u.End]; got != "The" || s.mark(int(w.core)-1) != '”' {
			t.Errorf("cut before %s", got)
		}
	}
}

// TestApart: what a window says depends neither on the other windows of its batch nor
// on what the memory held before.
func TestApart(t *testing.T) {
	for name, shape := range shapesOfTest() {
		e := open(t, modeltest.Random(shape, 7), kernel.Best())
		// Every paragraph fills more than half a window, so that each has its own.
		var text string
		for i := range 5 {
			text += strings.Repeat(strings.Repeat("said ", i)+"the "+string(rune('a'+i))+" ", 130/(i+2)) + "\n"
		}
		var all, one Scores
		e.Read(text, lines(text), &all)
		if len(all.windows) != 5 {
			t.Fatalf("%s: %d windows", name, len(all.windows))
		}
		want := answersOf(&all)
		var got []byte
		for _, p := range lines(text) {
			e.Read(text, []news.Span{p}, &one)
			got = append(got, answersOf(&one)...)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: paragraphs by themselves are scored otherwise", name)
		}
		e.Read(text, lines(text), &one)
		if !bytes.Equal(answersOf(&one), want) {
			t.Errorf("%s: memory used before changes scores", name)
		}
	}
}

// answersOf are the bits of all units' rows.
func answersOf(s *Scores) []byte {
	var out bytes.Buffer
	writeFloats(&out, s.rows)
	return out.Bytes()
}

// TestReadAllocatesNothing: a warm Scores allocates nothing, whatever it is asked.
func TestReadAllocatesNothing(t *testing.T) {
	text := pages(t)[0][:2000]
	for name, shape := range shapesOfTest() {
		e := open(t, modeltest.Random(shape, 1), kernel.Best())
		var s Scores
		var tags []uint8
		var inside []float32
		var spans []TagSpan
		paragraphs := lines(text)
		h, err := e.TagHead("polnear")
		if err != nil {
			t.Fatal(err)
		}
		read := func() {
			e.Read(text, paragraphs, &s)
			tags = s.Tags(h, tags)
			spans, inside = s.Spans(h, spans, inside)
		}
		read()
		if n := testing.AllocsPerRun(3, read); n > 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
