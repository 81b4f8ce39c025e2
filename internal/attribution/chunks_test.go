package attribution

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parley/internal/news"
)

// TestChunks: stretches hold all that is read, in order, each of bounded length and on
// rune boundaries, whatever the passages.
func TestChunks(t *testing.T) {
	sentence := "The envoy said that the talks would go on. "
	for name, text := range map[string]string{
		"many passages": strings.Repeat(strings.Repeat(sentence, 40)+"\n", 100),
		"one passage":   strings.Repeat(sentence, 10000),
		"one word":      strings.Repeat("ž", 200000),
		"nothing":       "\n\n",
	} {
		rep := &news.Report{Text: text}
		pos := 0
		for n, l := range strings.SplitAfter(text, "\n") {
			kind := news.Body
			if n%7 == 3 {
				kind = news.Furniture
			}
			rep.Passages = append(rep.Passages, news.Passage{Kind: kind, Span: news.Span{Start: pos, End: pos + len(strings.TrimRight(l, "\n"))}})
			pos += len(l)
		}
		want, got := 0, 0
		for _, p := range rep.Passages {
			if p.Kind != news.Furniture {
				want += p.Span.Len()
			}
		}
		end := 0
		for _, c := range chunks(rep) {
			if c[len(c)-1].End-c[0].Start > stretch {
				t.Errorf("%s: a stretch of %d bytes", name, c[len(c)-1].End-c[0].Start)
			}
			for _, p := range c {
				if p.Start < end || p.Empty() || !utf8.ValidString(text[p.Start:p.End]) {
					t.Fatalf("%s: %v behind %d", name, p, end)
				}
				end, got = p.End, got+p.Len()
			}
		}
		if got != want {
			t.Errorf("%s: %d bytes are read, not %d", name, got, want)
		}
	}
}
