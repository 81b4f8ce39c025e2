package score

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/news"
)

// TestLoadOffsets: gold that holds no text gets it from the corpus; another text, and
// offsets outside of it, are refused by line.
func TestLoadOffsets(t *testing.T) {
	dir := t.TempDir()
	text := "Žofia Brandt said the talks would resume."
	sum, _ := news.HashBytes([]byte(text))
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	load := func(line string) ([]Case, error) {
		gold := filepath.Join(dir, "gold.jsonl")
		if err := os.WriteFile(gold, []byte(strings.ReplaceAll(line, "SUM", sum)), 0o600); err != nil {
			t.Fatal(err)
		}
		return LoadOffsets(gold, dir)
	}
	good := `{"report":{"file":"a.txt","sha256":"SUM"},"mode":"indirect","content":[{"start":18,"end":40}],"cue":{"start":13,"end":17},"speaker":{"name_at":[0,12]}}`
	cases, err := load(good)
	if err != nil {
		t.Fatal(err)
	}
	g := cases[0].Gold[0]
	if g.Content[0].Text != "the talks would resume" || g.Cue.Text != "said" || g.Speaker.Name != "Žofia Brandt" || g.Line != 1 {
		t.Errorf("%+v", g)
	}
	for _, bad := range []string{
		strings.Replace(good, "SUM", "00", 1), strings.Replace(good, `"end":40`, `"end":99`, 1), strings.Replace(good, "[0,12]", "[5,2]", 1), "{",
	} {
		if _, err := load(bad); news.CodeOf(err) != news.Invalid || !strings.Contains(err.Error(), ":1") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
