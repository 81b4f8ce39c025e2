package reading_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"parley"
	"parley/internal/encoder/modeltest"
)

// The readers of the tests. The full one takes some milliseconds a sentence, so what is to
// hold for any input is tried on many inputs with the rules and with chance, a small
// model of random weights that sees any spans and any links, and fast: alone, and joined with
// the rules. Some inputs are read by the full reader.
var (
	full   = parley.Options{}
	rules  = parley.Options{Only: "rules"}
	chance = parley.Options{Only: "model", Model: loud(65)}
	joined = parley.Options{Model: loud(29)}
)

// loud is a small model of random weights whose tags change from word to word, each for
// sure. The seeds above are those of eighty that find the most statements.
func loud(seed uint64) []byte {
	shape := modeltest.Small
	shape.Int8 = false
	tensors := shape.Tensors(seed)
	for _, t := range tensors {
		by := float32(1)
		switch t.Name {
		case "head.out.weight":
			by = 60
		case "head.out.bias":
			by = 0
		case "crf.statement", "crf.polnear":
			by = 0.1
		}
		for i := range t.Floats {
			t.Floats[i] *= by
		}
	}
	return modeltest.Write(shape.Header(), modeltest.Quantize(tensors))
}

// newReader makes a reader with the corpus's own actors and dossier.
func newReader(tb testing.TB, o parley.Options) *parley.Reader {
	tb.Helper()
	for _, name := range []string{"../../examples/tesmar.actors", "../../examples/tesmar.dossier"} {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		o.Files = append(slices.Clip(o.Files), parley.File{Name: name, Data: data})
	}
	r, err := parley.New(o)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// page is a saved page of the invented corpus.
type page struct {
	name string
	data []byte
}

// plainPages are the corpus's pages without markup, each of 2 to 4 kB.
func plainPages(tb testing.TB) (pages []page, size int64) {
	tb.Helper()
	pages = pagesOf(tb, "*.txt")
	for _, p := range pages {
		size += int64(len(p.data))
	}
	return pages, size
}

// allPages are all pages of the corpus.
func allPages(tb testing.TB) []page {
	tb.Helper()
	return pagesOf(tb, "*.*")
}

func pagesOf(tb testing.TB, pattern string) (pages []page) {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join("../../examples/pages/*", pattern))
	if err != nil || len(names) < 20 {
		tb.Fatalf("%d example pages: %v", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		pages = append(pages, page{name, data})
	}
	return pages
}
