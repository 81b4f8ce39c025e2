package wordpiece

import (
	"errors"
	"strings"
	"testing"

	"parley/internal/news"
)

const sample = "President Kovač told reporters on Monday that the two sides' negotiators would resume “indirect” talks in İstanbul, naïvely or not. "

// TestAppendAllocatesNothing: cutting allocates nothing once the list is large enough.
func TestAppendAllocatesNothing(t *testing.T) {
	v, text := vocabulary(t), strings.Repeat(sample, 50)
	dst := v.Append(nil, text, news.Span{End: len(text)})
	if n := testing.AllocsPerRun(20, func() { dst = v.Append(dst[:0], text, news.Span{End: len(text)}) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestSpan: pieces of a part of a text stand where they stand in the whole.
func TestSpan(t *testing.T) {
	v, text := vocabulary(t), sample
	start := strings.Index(text, "told")
	all := v.Append(nil, text, news.Span{End: len(text)})
	part := v.Append(nil, text, news.Span{Start: start, End: len(text)})
	if tail := all[len(all)-len(part):]; tail[0] != part[0] || tail[len(tail)-1] != part[len(part)-1] {
		t.Errorf("%v, in the whole %v", part[0], tail[0])
	}
}

func TestBadVocabulary(t *testing.T) {
	for name, lines := range map[string]string{
		"twice":   "[UNK]\na\nb\na\n",
		"twice##": "[UNK]\n##a\n##a",
		"UTF-8":   "[UNK]\n\xff\n",
		"none":    "",
	} {
		if _, err := New([]byte(lines), 0); !errors.Is(err, ErrVocabulary) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzAppend: on any bytes, pieces lie in the text in order, first pieces do not
// overlap, and only the first of a word has no ##.
func FuzzAppend(f *testing.F) {
	f.Add(sample, 0, 10)
	f.Add("\xff\xfe a\xc3 한국어 \u0344\u0301", 1, 30)
	v := vocabulary(f)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		start = min(max(start, 0), len(text))
		end = min(max(end, start), len(text))
		last := Piece{Start: int32(start), End: int32(start)}
		for i, p := range v.Append(nil, text, news.Span{Start: start, End: end}) {
			if p.Start < last.Start || p.End < last.End || p.End <= p.Start || int(p.End) > end {
				t.Fatalf("%v behind %v", p, last)
			}
			if p.Continues && i == 0 || !p.Continues && p.Start < last.End {
				t.Fatalf("%v behind %v", p, last)
			}
			if int(p.ID) >= v.Len() || v.rest(int(p.ID)) != p.Continues {
				t.Fatalf("%v is %q", p, v.Piece(int(p.ID)))
			}
			last = p
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	v, text := vocabulary(b), strings.Repeat(sample, 100)
	var dst []Piece
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = v.Append(dst[:0], text, news.Span{End: len(text)})
	}
	b.ReportMetric(float64(len(dst)*b.N)/b.Elapsed().Seconds(), "pieces/s")
}

func BenchmarkNew(b *testing.B) {
	lines := vocabulary(b).lines
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(lines, 100); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChars(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readChars(charLines)
	}
}
