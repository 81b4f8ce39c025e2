package attribution

import (
	"reflect"
	"runtime"
	"strings"
	"testing"

	"parley/internal/news"
	"parley/internal/token"
)

// TestInOrder: what is nested stands behind its stretch, and relations that share a source
// point to the same one as before.
func TestInOrder(t *testing.T) {
	rel := func(rule string, same int) Relation { return Relation{Rule: rule, Same: same} }
	f := finding{ends: []int{2, 2, 4}, nested: [][]Relation{{rel("x", -1)}, nil, {rel("y", -1), rel("z", -1)}}}
	f.j.out = []Relation{rel("a", -1), rel("b", 0), rel("c", 1), rel("d", 2), rel("e", 3)}
	want := []Relation{rel("a", -1), rel("b", 0), rel("x", -1), rel("c", 1), rel("d", 3), rel("y", -1), rel("z", -1), rel("e", 4)}
	if got := f.inOrder(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// TestFaultOfAWorker: what a worker panics with comes to who asked, and no worker is left.
func TestFaultOfAWorker(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	f := new(Trained) // without a network every stretch fails
	text := strings.Repeat("The envoy said that the talks would go on. ", 8000)
	rep := &news.Report{Text: text, Passages: []news.Passage{{Kind: news.Body, Span: news.Span{End: len(text)}}}}
	defer func() {
		if recover() == nil {
			t.Error("nothing failed")
		}
		if n := f.busy.Load(); n != 0 {
			t.Errorf("%d goroutines read still", n)
		}
	}()
	f.Find(token.Parse(rep))
}
