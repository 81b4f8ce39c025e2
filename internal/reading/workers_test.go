package reading_test

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"testing"

	"parley"
)

// long is a report of many stretches: the corpus's plain pages over and over, each
// paragraph with a number that tells it from its like.
func long(tb testing.TB, times int) page {
	tb.Helper()
	pages, _ := plainPages(tb)
	var b bytes.Buffer
	for n := range times {
		for _, p := range pages {
			for i, paragraph := range bytes.Split(p.data, []byte("\n\n")) {
				fmt.Fprintf(&b, "%s In all %d of them.\n\n", paragraph, 1000*n+i)
			}
		}
	}
	return page{"long.txt", b.Bytes()}
}

// TestWorkers reads one long report on one core and on several: the same records.
func TestWorkers(t *testing.T) {
	p := long(t, 2)
	for name, o := range map[string]parley.Options{"chance": chance, "joined": joined} {
		t.Run(name, func(t *testing.T) {
			r := newReader(t, o)
			var got []string
			for _, cores := range []int{1, 3} {
				old := runtime.GOMAXPROCS(cores)
				got = append(got, records(t, r, p))
				runtime.GOMAXPROCS(old)
			}
			if got = slices.Compact(got); len(got) > 1 {
				t.Errorf("%d bytes are read in %d ways", len(p.data), len(got))
			}
			if n := bytes.Count([]byte(got[0]), []byte("\n")); n < 300 {
				t.Errorf("%d statements are too few to tell", n)
			}
		})
	}
}
