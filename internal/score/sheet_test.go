package score

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"parley/internal/news"
)

const marked = `⟦f:By Nadia Ferro⟧
⟦1s:Dorn⟧ ⟦1c:said⟧ ⟦1:talks would resume⟧. ⟦?:More⟧.
⟦⟦
report style=wire published=2031-10-08
1 speaker="Marek Dorn" mode=indirect by=surname
`

func plainPage(name string, data []byte) (*news.Report, error) {
	rep := plainReport(name, string(data))
	rep.Published = news.Day{Year: 2031, Month: 10, Date: 8}
	rep.Passages[0].Kind, rep.Passages[0].Reason = news.Furniture, "byline"
	return rep, nil
}

// sources read every report as one statement by somebody.
func sources(speaker string) *Sources {
	r := ReaderFunc(func(name string, data []byte) (*news.Report, []news.Statement, error) {
		rep, err := plainPage(name, data)
		i := strings.Index(rep.Text, "talks")
		s := news.Statement{
			Mode: news.Indirect, Speaker: news.Speaker{Name: speaker, By: "surname"}, Rule: "said that",
			Content: []news.Span{{Start: i, End: i + len("talks would resume")}},
		}
		return rep, []news.Statement{s}, err
	})
	return &Sources{
		Examples: fstest.MapFS{
			"corpus/tune/a.txt": &fstest.MapFile{Data: []byte(marked)}, "corpus/test/b.txt": &fstest.MapFile{Data: []byte(marked)},
			"corpus/test/notes.md": &fstest.MapFile{Data: []byte("no report")},
		},
		Page: plainPage, Own: r, World: r, Labeller: fixed(),
	}
}

func TestSheet(t *testing.T) {
	halves, err := sources("Marek Dorn").Halves()
	if err != nil {
		t.Fatal(err)
	}
	first := Sheet(nil, halves, &Corpora{Dev: ScoreDocuments(nil, fixed(), false)})
	for _, want := range []string{
		"| measure | tune | test |", "| reports | 1 | 1 |", "| **speaker and content right**: precision / recall / **F1** | 100.0 / 100.0 / 100.0 |",
		"| furniture, characters | 100.0 / 100.0 / 100.0 |", "| surname | 1 of 1: 100.0 |", "| wire | 100.0 / 100.0 / 100.0 of 1 |", "### PolNeAR dev",
	} {
		if !strings.Contains(string(first), want) {
			t.Errorf("no %q in\n%s", want, first)
		}
	}
	if again := Sheet(first, halves, nil); string(again) != string(first) {
		t.Errorf("without corpora the sheet changes:\n%s", again)
	}
	if err := CheckSheet(first, halves); err != nil {
		t.Error(err)
	}
}

// TestSheetBeside: a section of readers stays when the others are written, and the other way about.
func TestSheetBeside(t *testing.T) {
	s := sources("Marek Dorn")
	halves, err := s.Halves()
	if err != nil {
		t.Fatal(err)
	}
	first := Sheet(nil, halves, nil)
	columns := []Column{{Name: "built-in"}, {Name: "large-1", Shape: "12 layers of 768, 110 MB"}}
	for i := range columns {
		columns[i].Own, columns[i].Gold, columns[i].Instances = halves, halves[0].Score, ScoreInstances(nil, fixed())
		columns[i].News = halves
		columns[i].Speed = Speed{Words: 3000, Pieces: 4000, Took: 2 * time.Second}
	}
	both := SheetBeside(first, columns, "a loom")
	for _, want := range []string{"| measure | built-in | large-1 |", "12 layers of 768", "| 2000 / 1500 | 2000 / 1500 |", "own set, test", "a loom"} {
		if !strings.Contains(string(both), want) {
			t.Errorf("no %q in\n%s", want, both)
		}
	}
	if err := CheckSheet(both, halves); err != nil {
		t.Error(err)
	}
	if again := Sheet(both, halves, nil); string(again) != string(both) {
		t.Errorf("the section of readers was not kept:\n%s", again)
	}
}

func TestSheetOfWrappedTexts(t *testing.T) {
	s := sources("Marek Dorn")
	fsys := s.Examples.(fstest.MapFS)
	blocks := strings.Replace(strings.Replace(marked, "⟧\n⟦1s", "⟧\n\n⟦1s", 1), "style=wire", `style=wire blocks="f b"`, 1)
	fsys["corpus/test/c.txt"] = &fstest.MapFile{Data: []byte(blocks)}
	for _, site := range []string{"a", "b"} {
		fsys["templates/"+site+".html"] = &fstest.MapFile{Data: []byte("⟦f:Home⟧\n{{range .Blocks}}{{.HTML}}\n{{end}}")}
	}
	halves, err := s.Halves()
	if err != nil {
		t.Fatal(err)
	}
	sheet := string(Sheet(nil, halves, nil))
	for _, want := range []string{"### Pages against plain text", "| measure | test, plain texts | test, in templates |", "| reports | 1 | 2 |"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %q in\n%s", want, sheet)
		}
	}
}

func TestFurnitureIsToldOfMisses(t *testing.T) {
	s := sources("Marek Dorn")
	page := func(name string, data []byte) (*news.Report, error) {
		rep, err := plainPage(name, data)
		rep.Passages[1].Kind, rep.Passages[1].Reason = news.Furniture, "share count"
		return rep, err
	}
	cases, err := LoadMarked(s.Examples, "corpus/tune", page)
	if err != nil {
		t.Fatal(err)
	}
	none := ReaderFunc(func(name string, data []byte) (*news.Report, []news.Statement, error) {
		rep, err := page(name, data)
		return rep, nil, err
	})
	got, err := ScoreStatements(cases, none, Options{Misses: true})
	if err != nil {
		t.Fatal(err)
	}
	if got.InFurn != 1 || len(got.Misses) != 1 || got.Misses[0].Pred != "taken for furniture: share count" {
		t.Errorf("%d in furniture, misses %+v", got.InFurn, got.Misses)
	}
	if p := got.Furniture.PRF(); p.Recall != 1 || p.Precision >= 1 {
		t.Errorf("furniture %+v", got.Furniture)
	}
}

func TestCheckSheetNamesWhatChanged(t *testing.T) {
	was, err := sources("Marek Dorn").Halves()
	if err != nil {
		t.Fatal(err)
	}
	is, err := sources("Petr Hollan").Halves()
	if err != nil {
		t.Fatal(err)
	}
	err = CheckSheet(Sheet(nil, was, nil), is)
	if news.CodeOf(err) != news.Conflict || !strings.Contains(err.Error(), "- | speaker right | 1 of 1: 100.0 |") || !strings.Contains(err.Error(), "+ | speaker right | 0 of 1: 0.0 |") {
		t.Errorf("error %v", err)
	}
}

func TestCorpora(t *testing.T) {
	dir := writeAll(t, map[string]string{
		"gold/a.txt":                               "By Nadia Ferro\nDorn said talks would resume.\n",
		"gold/silent.txt":                          "By Nadia Ferro\nNobody has held talks would resume.\n",
		"gold/examples.jsonl":                      `{"report":{"file":"a.txt"},"speaker":{"name":"Marek Dorn"},"content":[{"start":25,"end":43,"text":"talks would resume"}]}`,
		"corpora/polnear/dev/text/a.txt":           bratText,
		"corpora/polnear/dev/attributions/a_1.ann": bratAnn,
		"corpora/polnear/cofenet-valid.jsonl":      rows,
		"corpora/timebank/marsh1.tml":              timeMLText,
	})
	c, err := sources("Marek Dorn").Corpora(dir)
	if err != nil {
		t.Fatal(err)
	}
	if c.Gold.Reports != 2 || c.Gold.Both.GoldHits != 1 || c.Gold.Both.Pred != 2 || c.Dev.Texts != 1 || c.Instances.Texts != 2 {
		t.Errorf("gold %+v, dev %d, instances %d", c.Gold.Both, c.Dev.Texts, c.Instances.Texts)
	}
	s := string(Sheet(nil, nil, c))
	for _, want := range []string{"### CofeNet's instances", "### DATE expressions of TimeBank", "| gold expressions that count | 3 | 0 | 3 |"} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q in\n%s", want, s)
		}
	}
	if _, err := sources("").Corpora(t.TempDir()); news.CodeOf(err) != news.NotFound {
		t.Errorf("empty folder: %v", err)
	}
}
