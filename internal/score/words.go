package score

import (
	"sort"
	"strings"
	"unicode"

	"parley/internal/news"
)

// words are the runs of letters and digits of a text, in order.
type words struct {
	text  string
	spans []news.Span
}

func wordsOf(text string) words {
	w := words{text: text}
	from := -1
	for i, r := range text {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			w.spans = append(w.spans, news.Span{Start: from, End: i})
			from = -1
		}
	}
	if from >= 0 {
		w.spans = append(w.spans, news.Span{Start: from, End: len(text)})
	}
	return w
}

// cover gives the indexes [lo, hi) of the words that share a byte with s.
func (w words) cover(s news.Span) run {
	lo := sort.Search(len(w.spans), func(i int) bool { return w.spans[i].End > s.Start })
	hi := sort.Search(len(w.spans), func(i int) bool { return w.spans[i].Start >= s.End })
	return run{lo, max(lo, hi)}
}

// run is a run of words [lo, hi); runs of one content are ascending and disjoint.
type run struct{ lo, hi int }

// cover gives the runs of several spans in order of text, overlaps joined.
func (w words) all(spans []news.Span) []run {
	runs := make([]run, 0, len(spans))
	for _, s := range spans {
		runs = append(runs, w.cover(s))
	}
	sort.Slice(runs, func(i, j int) bool { return runs[i].lo < runs[j].lo })
	out := runs[:0]
	for _, r := range runs {
		if n := len(out); n > 0 && r.lo < out[n-1].hi {
			out[n-1].hi = max(out[n-1].hi, r.hi)
			continue
		}
		out = append(out, r)
	}
	return out
}

func size(runs []run) int {
	n := 0
	for _, r := range runs {
		n += r.hi - r.lo
	}
	return n
}

// shared counts the words that stand in both.
func shared(a, b []run) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		n += max(0, min(a[i].hi, b[j].hi)-max(a[i].lo, b[j].lo))
		if a[i].hi < b[j].hi {
			i++
		} else {
			j++
		}
	}
	return n
}

// tokenF1 is 2·shared / (|a| + |b|).
func tokenF1(a, b []run) float64 {
	if n := size(a) + size(b); n > 0 {
		return 2 * float64(shared(a, b)) / float64(n)
	}
	return 0
}

// bagF1 is the token F1 of lower-cased words wherever they stand. It serves gold
// whose positions do not fit the text that was read.
func bagF1(a, b string) float64 {
	wa, wb := wordsOf(strings.ToLower(a)), wordsOf(strings.ToLower(b))
	bag := map[string]int{}
	for _, s := range wa.spans {
		bag[s.In(wa.text)]++
	}
	common := 0
	for _, s := range wb.spans {
		if k := s.In(wb.text); bag[k] > 0 {
			bag[k]--
			common++
		}
	}
	if n := len(wa.spans) + len(wb.spans); n > 0 {
		return 2 * float64(common) / float64(n)
	}
	return 0
}
