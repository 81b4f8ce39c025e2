package reading_test

import (
	"path/filepath"
	"slices"
	"testing"

	"parley"
	"parley/internal/encoder/kernel"
)

// TestKernels reads the corpus through every set of instructions that this machine
// has: the same records, byte by byte. Plain Go, which reads some two hundred word
// pieces a second, reads the two shortest pages. See also internal/encoder's
// TestSameBits and package kernel's golden results.
func TestKernels(t *testing.T) {
	readers := map[string]*parley.Reader{}
	var names []string // fastest first
	for _, k := range slices.Backward(kernel.Available()) {
		o := full
		o.Kernel = k.Name
		readers[k.Name] = newReader(t, o)
		names = append(names, k.Name)
	}
	pages := allPages(t)
	slices.SortStableFunc(pages, func(a, b page) int { return len(a.data) - len(b.data) })
	for i, p := range pages {
		by := names
		if i >= 2 {
			by = names[:len(names)-1]
		}
		if len(by) < 2 {
			continue
		}
		t.Run(filepath.Base(p.name), func(t *testing.T) {
			t.Parallel()
			want := records(t, readers[by[0]], p)
			for _, name := range by[1:] {
				if got := records(t, readers[name], p); got != want {
					t.Errorf("%s reads\n%s\nwant, as %s\n%s", name, got, by[0], want)
				}
			}
		})
	}
}

// records are a page's statements as they are printed.
func records(t *testing.T, r *parley.Reader, p page) string {
	t.Helper()
	rd, err := r.Read(p.name, p.data)
	if err != nil {
		t.Error(err)
		return ""
	}
	var b []byte
	for i := range rd.Statements {
		b = append(rd.Statements[i].AppendJSON(b), '\n')
	}
	return string(b)
}
