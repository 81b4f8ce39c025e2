package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/internal/news"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden reads pages of several house styles and compares what became of them,
// passage by passage. A golden file without a page fails.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, name := range files {
		if page, ok := strings.CutSuffix(name, ".golden"); ok {
			if _, err := os.Stat(page); err != nil {
				t.Errorf("%s has no page", name)
			}
			continue
		}
		if info, err := os.Stat(name); err != nil || info.IsDir() {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) { compare(t, name) })
	}
}

func compare(t *testing.T, name string) {
	r := parseFile(t, name)
	got := render(r)
	if *update {
		if err := os.WriteFile(name+".golden", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name + ".golden")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

func parseFile(t *testing.T, name string) *news.Report {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, name, string(data))
}

// parse reads a page that can be read and checks what holds for every report.
func parse(t testing.TB, name, data string) *news.Report {
	t.Helper()
	r, err := Parse(name, []byte(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := sound(r); err != nil {
		t.Error(err)
	}
	return r
}

// sound checks the invariants of a report: valid, and each byte that is no space in
// a passage.
func sound(r *news.Report) error {
	if err := r.Validate(); err != nil {
		return err
	}
	at := 0
	for _, p := range r.Passages {
		if strings.TrimSpace(r.Text[at:p.Span.Start]) != "" {
			return fmt.Errorf("%q lies in no passage", r.Text[at:p.Span.Start])
		}
		if w := r.Words(p.Span); strings.TrimSpace(w) != w {
			return fmt.Errorf("%s %q is not trimmed", p.Kind, w)
		}
		if p.Kind == "" || p.Kind != news.Furniture && p.Reason != "" {
			return fmt.Errorf("%q is undecided", r.Words(p.Span))
		}
		at = p.Span.End
	}
	if strings.TrimSpace(r.Text[at:]) != "" {
		return fmt.Errorf("%q lies in no passage", r.Text[at:])
	}
	return nil
}

// render writes a report for a reviewer's eye.
func render(r *news.Report) string {
	var b strings.Builder
	for _, f := range [][2]string{{"title", r.Title}, {"outlet", r.Outlet}, {"author", r.Author}, {"published", r.Published.String()},
		{"uri", r.URI}, {"language", r.Language}, {"unread", r.Unread}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
		}
	}
	for _, p := range r.Passages {
		kind := string(p.Kind)
		if p.Kind == news.Furniture {
			kind = "- " + p.Reason
		}
		fmt.Fprintf(&b, "\n%s\n\t%s\n", kind, strings.ReplaceAll(r.Words(p.Span), "\n", "\n\t"))
	}
	return b.String()
}
