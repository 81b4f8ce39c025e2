package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parley/internal/news"
	"parley/internal/token"
)

// long is a report of n statements, each of another speaker with a day and an occasion
// of its own, and between them sentences that only name an occasion.
func long(n int, between string) (*token.Doc, []Attr) {
	var b strings.Builder
	in := make([]Attr, n)
	put := func(words string) news.Span {
		at := b.Len()
		b.WriteString(words)
		return news.Span{Start: at, End: b.Len()}
	}
	for i := range in {
		name := fmt.Sprintf("Ana Welk%d", i)
		start := b.Len()
		source := put(name)
		cue := put(" said")
		put(" on Wednesday in an interview with HBC that ")
		content := put("the talks would go on at the meeting")
		put(". ")
		in[i] = Attr{Speaker: name, Name: name, Source: source, Cue: cue, Content: []news.Span{content},
			Context: news.Span{Start: start, End: b.Len()}, CarriedOn: -1, Within: -1}
		put("The interview with Ana Welk was given on Monday" + between)
	}
	text := b.String()
	r := &news.Report{ID: "r0", Text: text, Passages: []news.Passage{{Kind: news.Body, Span: news.Span{End: len(text)}}}}
	return token.Parse(r), in
}

// TestLongReports: eight times the report takes about eight times as long, not sixty-four
// times, whether it has sentences or is one.
func TestLongReports(t *testing.T) {
	for name, between := range map[string]string{"sentences": ". ", "one sentence": ", and "} {
		took := func(n int) time.Duration {
			doc, in := long(n, between)
			best := time.Hour
			for range 3 {
				start := time.Now()
				Days(doc, in, news.Day{Year: 2031, Month: 11, Date: 20})
				best = min(best, time.Since(start))
			}
			return best
		}
		if short, long := took(1000), took(8000); long > 30*short {
			t.Errorf("%s: %v for 1000 statements, %v for 8000", name, short, long)
		}
	}
}
