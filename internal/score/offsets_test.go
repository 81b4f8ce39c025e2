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

// TestLoadOffsetsOfTimeML: offsets count in the TEXT element; the case begins with its day.
func TestLoadOffsetsOfTimeML(t *testing.T) {
	dir := t.TempDir()
	doc := `<TimeML><DCT><TIMEX3 value="2031-05-02" functionInDocument="CREATION_TIME">05/02</TIMEX3></DCT>
<TEXT>
Žofia Brandt <EVENT>said</EVENT> <TIMEX3 type="DATE" value="2031-05-01">Thursday</TIMEX3> that A &amp; B would talk.</TEXT></TimeML>`
	sum, _ := news.HashBytes([]byte(doc))
	line := `{"report":{"file":"a.tml","sha256":"` + sum + `"},"content":[{"start":33,"end":49}],"speaker":{"name_at":[1,13]},"said_on":{"from":"2031-05-01","to":"2031-05-01"}}`
	for name, text := range map[string]string{"a.tml": doc, "gold.jsonl": line} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cases, err := LoadOffsets(filepath.Join(dir, "gold.jsonl"), dir)
	if err != nil {
		t.Fatal(err)
	}
	c := cases[0]
	if !strings.HasPrefix(string(c.Data), "Friday, May 2, 2031\n\nŽofia") || c.File != "a.txt" || c.Published != "2031-05-02" {
		t.Errorf("%q %q %q", c.File, c.Published, c.Data)
	}
	if g := c.Gold[0]; g.Content[0].Text != "A & B would talk" || g.Speaker.Name != "Žofia Brandt" || g.SaidOn == nil || g.SaidOn.From != "2031-05-01" {
		t.Errorf("%+v", g)
	}
}
