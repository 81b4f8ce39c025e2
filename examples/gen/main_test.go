package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/news"
	"parley/internal/page"
	"parley/internal/score/marks"
)

func readPage(name string, data []byte) (*news.Report, error) {
	return page.Parse(name, data, page.Options{})
}

func TestPagesUpToDate(t *testing.T) {
	pages, err := stripped("..")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range pages {
		got, err := os.ReadFile(filepath.Join("..", "pages", name))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("examples/pages/%s is not what the corpus gives (%v): go run ./examples/gen", name, err)
		}
	}
	err = filepath.WalkDir("../pages", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if name, _ := filepath.Rel("../pages", p); pages[name] == nil {
			t.Errorf("%s has no source in the corpus: go run ./examples/gen", p)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestCorpus places every source, as it is and in every site template.
func TestCorpus(t *testing.T) {
	templates, err := filepath.Glob("../templates/*.html")
	if err != nil || len(templates) < 4 {
		t.Fatalf("templates %v, %v", templates, err)
	}
	for half, least := range map[string]int{"tune": 150, "test": 150} {
		sources, err := filepath.Glob("../corpus/" + half + "/*.*")
		if err != nil || len(sources) < 12 {
			t.Fatalf("%s: sources %v, %v", half, sources, err)
		}
		statements, styles := 0, map[string]bool{}
		for _, source := range sources {
			b, err := os.ReadFile(source)
			if err != nil {
				t.Fatal(err)
			}
			p := place(t, source, b)
			statements += len(p.Statements)
			styles[p.File.Report["style"]] = true
			for _, tmpl := range templates {
				wrapped(t, source, b, tmpl, p)
			}
		}
		if statements < least || len(styles) < 5 {
			t.Errorf("%s: %d statements in styles %v", half, statements, styles)
		}
	}
}

// place reads a source and checks what holds for every one.
func place(t *testing.T, name string, source []byte) *marks.Placed {
	t.Helper()
	f, err := marks.Parse(name, source)
	if err != nil {
		t.Fatal(err)
	}
	p, err := f.Place(readPage)
	if err != nil {
		t.Fatal(err)
	}
	runes := []rune(p.Read.Text)
	for _, s := range p.Statements {
		for _, c := range s.Content {
			got := string(runes[c.Start:c.End])
			if got != c.Text || got != strings.TrimSpace(got) || got == "" {
				t.Errorf("%s: statement %d: content %q", name, s.Number, got)
			}
			for _, u := range p.Furniture {
				if c.Start < u.End && u.Start < c.End {
					t.Errorf("%s: statement %d lies in furniture", name, s.Number)
				}
			}
		}
	}
	return p
}

// wrapped checks that a plain source keeps its statements in a site template.
func wrapped(t *testing.T, name string, source []byte, template string, plain *marks.Placed) {
	t.Helper()
	b, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	tmpl, err := marks.Template(template, string(b))
	if err != nil {
		t.Fatal(err)
	}
	w, ok, err := marks.Wrap(name, source, tmpl)
	if err != nil {
		t.Fatalf("%s in %s: %v", name, template, err)
	}
	if !ok {
		return
	}
	p := place(t, name+" in "+template+".html", w)
	for i, s := range p.Statements {
		for j, c := range s.Content {
			if want := plain.Statements[i].Content[j].Text; strings.Join(strings.Fields(c.Text), " ") != strings.Join(strings.Fields(want), " ") {
				t.Errorf("%s in %s: statement %d: %q, want %q", name, template, s.Number, c.Text, want)
			}
		}
	}
}
