package encoder

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"parley/internal/encoder/kernel"
	"parley/internal/encoder/modeltest"
	"parley/internal/news"
)

// miniLM is a random model of the small reader's shape, 23 MB with as many words.
var miniLM = sync.OnceValue(func() []byte {
	shape := modeltest.MiniLM
	words := strings.Builder{}
	words.WriteString(shape.Vocabulary)
	for i := range 30000 {
		fmt.Fprintf(&words, "word%d\n", i)
	}
	shape.Vocabulary = words.String()
	return modeltest.Random(shape, 1)
})

// sentences gives a text of windows of n pieces each, and the windows' spans: paragraphs that fill more than
// half a window, or that are read one by one.
func sentences(n, count int) (string, []news.Span) {
	line := strings.Repeat("The said of, ", n/4) + strings.Repeat("of ", n%4) + "\n"
	text := strings.Repeat(line, count)
	return text, lines(text)
}

// BenchmarkRead measures windows of one length, as many as fill a batch.
func BenchmarkRead(b *testing.B) {
	for _, k := range kernel.Available() {
		if k.Name == "generic" && testing.Short() {
			continue
		}
		e := open(b, miniLM(), k)
		for _, n := range []int{40, 128, 254} {
			b.Run(fmt.Sprintf("%s/%d", k.Name, n), func(b *testing.B) { benchmarkRead(b, e, n) })
		}
	}
}

func benchmarkRead(b *testing.B, e *Encoder, n int) {
	e.limit = n // so that each paragraph is a window
	text, spans := sentences(n, 1024/n)
	var s Scores
	e.Read(text, spans, &s)
	if len(s.windows) != len(spans) {
		b.Fatalf("%d windows for %d paragraphs", len(s.windows), len(spans))
	}
	pieces := len(s.pieces)
	b.ReportAllocs()
	for b.Loop() {
		e.Read(text, spans, &s)
	}
	b.ReportMetric(float64(pieces*b.N)/b.Elapsed().Seconds(), "pieces/s")
}

// BenchmarkOpen measures what every start costs: reading and packing 23 MB.
func BenchmarkOpen(b *testing.B) {
	file := miniLM()
	b.SetBytes(int64(len(file)))
	b.Run("parse", func(b *testing.B) {
		for b.Loop() {
			if _, err := Parse(file); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("parse+pack", func(b *testing.B) {
		for b.Loop() {
			open(b, file, kernel.Best())
		}
	})
}

// BenchmarkDecode measures the best tags and the spans, a unit.
func BenchmarkDecode(b *testing.B) {
	e := open(b, modeltest.Random(modeltest.Small, 1), kernel.Best())
	text, spans := sentences(254, 10)
	var s Scores
	e.Read(text, spans, &s)
	h, err := e.TagHead("statement")
	if err != nil {
		b.Fatal(err)
	}
	tags := s.Tags(h, nil)
	spansFound, inside := s.Spans(h, nil, nil)
	perUnit := func(b *testing.B) { b.ReportMetric(float64(len(s.Units)*b.N)/b.Elapsed().Seconds(), "units/s") }
	b.Run("tags", func(b *testing.B) {
		for b.Loop() {
			tags = s.Tags(h, tags)
		}
		perUnit(b)
	})
	b.Run("spans", func(b *testing.B) {
		for b.Loop() {
			spansFound, inside = s.Spans(h, spansFound, inside)
		}
		perUnit(b)
	})
}
