package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"parley"
	"parley/internal/token"
)

// narrative is a report of n paragraphs in the report's own voice, each different.
func narrative(n int) []byte {
	var b strings.Builder
	b.WriteString("Rain over the marsh\n\n")
	for i := range n {
		fmt.Fprintf(&b, "In the %d villages along the river the rain went on through the night, and the ferries to Karsk stayed in the harbour. "+
			"Some %d carts waited at the bridge while soldiers cleared the road, as they had done in each of the %d days before that one.\n\n", i+2, i+3, i+4)
	}
	return []byte(b.String())
}

// TestNoAllocationPerToken reads a long report and one four times as long that hold
// no statement: what more is allocated is far less than the tokens that are more.
func TestNoAllocationPerToken(t *testing.T) {
	for _, c := range []struct {
		name   string
		reader parley.Options
		short  int // paragraphs
		runs   int
	}{{"rules", rules, 50, 5}, {"full", full, 12, 1}} {
		t.Run(c.name, func(t *testing.T) {
			r := newReader(t, c.reader)
			measure := func(n int) (allocs float64, tokens int) {
				rep, err := r.OpenReport("rain.txt", narrative(n))
				if err != nil {
					t.Fatal(err)
				}
				return testing.AllocsPerRun(c.runs, func() { r.Statements(rep) }), len(token.Parse(rep).Tokens)
			}
			long, many := measure(4 * c.short) // first, so that what the reader keeps has its size
			short, few := measure(c.short)
			per := (long - short) / float64(many-few)
			t.Logf("%.0f allocations more for %d tokens more: %.3f a token", long-short, many-few, per)
			if per > 0.05 {
				t.Error("that is too many")
			}
		})
	}
}
