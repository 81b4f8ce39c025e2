package reading_test

import (
	"os"
	"path/filepath"
	"testing"

	"parley"
	"parley/internal/token"
)

// page is a saved page of the invented corpus.
type page struct {
	name string
	data []byte
}

// plainPages are the corpus's pages without markup, each of 2 to 8 kB.
func plainPages(tb testing.TB) (pages []page, size int64) {
	tb.Helper()
	names, err := filepath.Glob("../../examples/pages/*/*.txt")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no example pages: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		pages, size = append(pages, page{name, data}), size+int64(len(data))
	}
	return pages, size
}

// newReader makes a reader with the corpus's own actors and dossier.
func newReader(tb testing.TB) *parley.Reader {
	tb.Helper()
	var o parley.Options
	for _, name := range []string{"../../examples/tesmar.actors", "../../examples/tesmar.dossier"} {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		o.Files = append(o.Files, parley.File{Name: name, Data: data})
	}
	r, err := parley.New(o)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// read reads all pages, from bytes to statements, and counts what it met.
func read(tb testing.TB, r *parley.Reader, pages []page) (statements int) {
	tb.Helper()
	for _, p := range pages {
		rep, err := r.OpenReport(p.name, p.data)
		if err != nil {
			tb.Fatal(err)
		}
		statements += len(r.Statements(rep))
	}
	return statements
}

// tokens counts the tokens of all pages.
func tokens(tb testing.TB, r *parley.Reader, pages []page) (n int) {
	tb.Helper()
	for _, p := range pages {
		rep, err := r.OpenReport(p.name, p.data)
		if err != nil {
			tb.Fatal(err)
		}
		n += len(token.Parse(rep).Tokens)
	}
	return n
}

// BenchmarkRead reads plain pages to statements on one core: the target is 3 MB/s.
func BenchmarkRead(b *testing.B) {
	r := newReader(b)
	pages, size := plainPages(b)
	statements := read(b, r, pages)
	all := tokens(b, r, pages)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		read(b, r, pages)
	}
	allocs := testing.AllocsPerRun(1, func() { read(b, r, pages) })
	b.ReportMetric(float64(statements), "statements")
	b.ReportMetric(allocs/float64(all), "allocs/token")
}

// BenchmarkNew makes a reader, which every start of parley does.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parley.New(parley.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
