package page

import (
	"strings"

	"github.com/abadojack/whatlanggo"

	"parley/internal/news"
)

// english is the language that the reader knows.
const english = "en"

const (
	sampleBytes = 3000 // of what is read, for telling a language by trigrams
	enoughWords = 80   // to tell English by its small words
	surelyWords = 12   // fewer words than this tell nothing to trigrams
)

// languageOf tells the language of what is read in a report. English is told by its
// small words, which is quick and works on a few lines; the rest by trigrams.
func languageOf(r *news.Report) string {
	words, small := 0, 0
	for i := 0; i < len(r.Passages) && words < enoughWords; i++ {
		if r.Passages[i].Read() {
			n, of := countSmall(r.Words(r.Passages[i].Span), enoughWords-words, lists().english)
			words, small = words+of, small+n
		}
	}
	switch {
	case words == 0:
		return ""
	case small*5 >= words && small > 1:
		return english
	case words < surelyWords && small > 0:
		return english
	}
	sample := sampleOf(r)
	info := whatlanggo.Detect(sample)
	if !info.IsReliable() && words < surelyWords*3 {
		return ""
	}
	if info.Confidence == 0 {
		return "" // two languages are equally near, and which one is named is left to chance
	}
	return info.Lang.Iso6391()
}

// countSmall counts which of the first words, at most so many, are small English ones.
func countSmall(s string, most int, small map[string]bool) (n, all int) {
	for _, w := range fields(s[:min(len(s), sampleBytes)]) {
		if all++; len(w) < 8 && small[strings.ToLower(w)] {
			n++
		}
		if all == most {
			break
		}
	}
	return n, all
}

// sampleOf joins the first passages that are read.
func sampleOf(r *news.Report) string {
	var b strings.Builder
	for _, p := range r.Passages {
		if !p.Read() {
			continue
		}
		b.WriteString(r.Text[p.Span.Start:min(p.Span.End, p.Span.Start+sampleBytes)])
		b.WriteByte('\n')
		if b.Len() >= sampleBytes {
			break
		}
	}
	return b.String()
}
