// Gen makes the saved pages of examples/pages from the marked sources of
// examples/corpus: the same bytes without marks and trailers. Run it from the
// repository's root after a change of the corpus:
//
//	go run ./examples/gen
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"parley/internal/score/marks"
)

func main() {
	if err := generate("examples"); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// generate writes dir/pages anew.
func generate(dir string) error {
	pages, err := stripped(dir)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(dir, "pages")); err != nil {
		return err
	}
	for name, page := range pages {
		to := filepath.Join(dir, "pages", name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, page, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// stripped gives the page of each marked source under dir/corpus, by its path
// below it ("tune/a.html").
func stripped(dir string) (map[string][]byte, error) {
	corpus := filepath.Join(dir, "corpus")
	sources, err := filepath.Glob(filepath.Join(corpus, "*", "*.*"))
	if err != nil {
		return nil, err
	}
	pages := make(map[string][]byte, len(sources))
	for _, source := range sources {
		name, err := filepath.Rel(corpus, source)
		if err != nil {
			return nil, err
		}
		b, err := os.ReadFile(source)
		if err != nil {
			return nil, err
		}
		f, err := marks.Parse(source, b)
		if err != nil {
			return nil, err
		}
		pages[name] = f.Page
	}
	return pages, nil
}
