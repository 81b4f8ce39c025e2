package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/ledger/sqlite"
	"parley/internal/news"
)

func openAt(t testing.TB, path string, o sqlite.Options) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fill adds reports first to last of the corpus, each of 4 kB with about ten
// statements.
func fill(t testing.TB, s ledger.Store, first, last int) (statements int) {
	t.Helper()
	batch := ledger.NewBatch(s, func(a ledger.Addition, r ledger.Result) {
		if r.Err != nil {
			t.Error(r.Err)
		}
		statements += len(a.Statements)
	})
	for i := first; i < last; i++ {
		if err := batch.Add(t.Context(), ledgertest.Corpus(i, 4000)); err != nil {
			t.Fatal(err)
		}
	}
	if err := batch.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	return statements
}

// BenchmarkAdd10k adds ten thousand reports of 4 kB to a fresh ledger: the target is
// less than 60 s and 300 MB.
func BenchmarkAdd10k(b *testing.B) {
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "parley.db")
		s := openAt(b, path, sqlite.Options{})
		n := fill(b, s, 0, 10000)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(n), "statements")
		b.ReportMetric(float64(info.Size())/1e6, "MB-file")
		b.ReportMetric(peakMB(b), "MB-peak-RSS")
	}
}

// peakMB is the process's largest resident size so far.
func peakMB(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0 // not Linux
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kB, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		b.Fatal(err)
	}
	return float64(kB) / 1e3
}

// large makes the ledger of 100,000 statements that the reading benchmarks share.
func large(b *testing.B) *sqlite.Store {
	b.Helper()
	s := openAt(b, filepath.Join(b.TempDir(), "parley.db"), sqlite.Options{})
	b.Cleanup(func() { s.Close() })
	n := fill(b, s, 0, 10000)
	b.Logf("%d statements", n)
	return s
}

// BenchmarkFilteredList100k lists what one actor said about one issue in some time, and
// wider lists: the target is less than 50 ms for the first two.
func BenchmarkFilteredList100k(b *testing.B) {
	s := large(b)
	month := ledger.Filter{From: news.Day{Year: 2031, Month: 9, Date: 1}, To: news.Day{Year: 2031, Month: 9, Date: 30}}
	half := ledger.Filter{From: month.From, To: news.Day{Year: 2032, Month: 2, Date: 28}}
	for _, c := range []struct {
		name string
		f    ledger.Filter
	}{
		{"person+issue+half", with(half, ledger.Filter{Actor: "Marek Dornik", Issue: "talks"})},
		{"state+issue+month", with(month, ledger.Filter{Actor: "Valdoria", Issue: "talks"})},
		{"person", ledger.Filter{Actor: "Marek Dornik"}},
		{"outlet+mode+month", with(month, ledger.Filter{Outlet: "Lume24", Mode: news.Direct})},
		{"state,first100", ledger.Filter{Actor: "Valdoria", Limit: 100}},
	} {
		b.Run(c.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = 0
				for _, err := range s.Statements(b.Context(), c.f) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
			}
			b.ReportMetric(float64(n), "lines")
		})
	}
	b.Run("actors", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Actors(b.Context(), ledger.Filter{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func with(f, g ledger.Filter) ledger.Filter {
	g.From, g.To = f.From, f.To
	return g
}

// BenchmarkSearch gives the first twenty hits in the ledger of 100,000 statements.
func BenchmarkSearch(b *testing.B) {
	s := large(b)
	for _, words := range []string{"bridge", `"grain truck"`, "baba deha", "mediator -winter*"} {
		b.Run(strings.ReplaceAll(words, " ", "_"), func(b *testing.B) {
			q, err := ledger.ParseQuery(words)
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			for b.Loop() {
				n = 0
				for _, err := range s.Search(b.Context(), q, ledger.Filter{Limit: 20}) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
			}
			b.ReportMetric(float64(n), "hits")
		})
	}
}
