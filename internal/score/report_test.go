package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/news"
)

func writeAll(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, s := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAttributionOf(t *testing.T) {
	dir := writeAll(t, map[string]string{"text/a.txt": bratText, "attributions/a_1.ann": bratAnn, "rows.jsonl": rows})
	for name, relations := range map[string]bool{"": true, "rows.jsonl": false} {
		a, err := AttributionOf(filepath.Join(dir, name), fixed(), false)
		if err != nil {
			t.Fatal(err)
		}
		if (a.Relations != nil) != relations || a.Source.Exact.Gold == 0 {
			t.Errorf("%q: %+v", name, a)
		}
		var b strings.Builder
		if err := a.WriteText(&b); err != nil || !strings.Contains(b.String(), "| cue | 0.0 / 0.0 / 0.0 |") {
			t.Errorf("%q: %v\n%s", name, err, b.String())
		}
	}
	if _, err := AttributionOf(filepath.Join(dir, "none"), fixed(), false); news.CodeOf(err) != news.NotFound {
		t.Errorf("error %v", err)
	}
}

func TestLoadAny(t *testing.T) {
	dir := writeAll(t, map[string]string{"tune/a.txt": marked, "gold.jsonl": `{"report":{"file":"tune/a.txt"},"content":[{"start":0,"end":2}]}`, "empty/x.md": ""})
	for name, want := range map[string]int{"tune": 2, "tune/a.txt": 2, "gold.jsonl": 1} {
		cases, err := LoadAny(filepath.Join(dir, name), plainPage)
		if err != nil {
			t.Fatal(err)
		}
		if len(cases) != 1 || len(cases[0].Gold) != want || cases[0].Marked == strings.HasSuffix(name, "jsonl") {
			t.Errorf("%s: %+v", name, cases)
		}
	}
	for _, name := range []string{"none", "empty", "none.txt", "none.jsonl"} {
		if _, err := LoadAny(filepath.Join(dir, name), plainPage); news.CodeOf(err) != news.NotFound {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestStatementsJSON(t *testing.T) {
	halves, err := sources("Marek Dorn").Halves()
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(halves[0].Score)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"speaker_and_content":{"precision":1,"recall":1,"f1":1}`, `"speaker":{"right":1,"of":1}`, `"by_mention":{"surname":{"right":1,"of":1}}`, `"by_style":{"wire":`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %s in %s", want, b)
		}
	}
	var text strings.Builder
	if err := halves[0].Score.WriteText(&text, "gold"); err != nil || !strings.HasPrefix(text.String(), "| measure | gold |\n") {
		t.Errorf("%v\n%s", err, text.String())
	}
}
