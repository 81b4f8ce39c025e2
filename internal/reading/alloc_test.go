package reading_test

import (
	"fmt"
	"strings"
	"testing"

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
	r := newReader(t)
	measure := func(n int) (allocs float64, tokens int) {
		rep, err := r.OpenReport("rain.txt", narrative(n))
		if err != nil {
			t.Fatal(err)
		}
		return testing.AllocsPerRun(5, func() { r.Statements(rep) }), len(token.Parse(rep).Tokens)
	}
	short, few := measure(50)
	long, many := measure(200)
	if per := (long - short) / float64(many-few); per > 0.05 {
		t.Errorf("%.0f allocations more for %d tokens more: %.3f a token", long-short, many-few, per)
	}
}
