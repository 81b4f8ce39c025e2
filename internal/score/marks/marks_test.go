package marks

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/internal/news"
	"parley/internal/record"
)

const source = `<html><body>⟦f:<nav>Home</nav>
<p>By Nadia Ferro</p>⟧
<p>Foreign Minister ⟦1s:Ilse Varga⟧ ⟦1c:told⟧ ⟦1a:reporters⟧ ⟦1d:on Tuesday⟧ that ⟦1:talks &amp; more would <b>resume</b> ⟦1x:only if the shelling stops⟧⟧, ⟦1k:MP reported⟧.</p>
<p>“⟦2:We ⟦?:wait⟧⟧,” ⟦2s,3s:she⟧ ⟦2c:said⟧. “⟦3:Nothing⟧ … ⟦3:more⟧.”</p></body></html>
⟦⟦
# a remark
report outlet="The Karsk Courier" published=2031-10-08 style=broadsheet
1 speaker="Ilse Varga|Varga" mode=indirect by=name day=2031-10-07? chain="Meridian Press/quoted by" rules=6 move=talks/conditional/Valdoria
2 speaker="Ilse Varga" mode=direct by=pronoun day=2031-10
3 mode=direct by=carried within=2 optional openmove
`

var tags = regexp.MustCompile(`<[^>]*>`)

// readTags is a page reader for tests: tags out, one entity undone.
func readTags(name string, data []byte) (*news.Report, error) {
	t := tags.ReplaceAllString(string(data), "\n")
	return &news.Report{ID: "r1", File: name, Text: strings.ReplaceAll(t, "&amp;", "&")}, nil
}

func place(t *testing.T) *Placed {
	t.Helper()
	f, err := Parse("a.html", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	p, err := f.Place(readTags)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func texts(ws []record.Words) string {
	var out []string
	for _, w := range ws {
		out = append(out, strings.Join(strings.Fields(w.Text), " "))
	}
	return strings.Join(out, " | ")
}

func TestPlace(t *testing.T) {
	p := place(t)
	if page := string(p.File.Page); strings.ContainsAny(page, "⟦⟧") || !strings.HasSuffix(page, "</html>\n") {
		t.Errorf("page %q", page)
	}
	if got := texts(p.Furniture); got != "Home By Nadia Ferro" {
		t.Errorf("furniture %q", got)
	}
	if got := texts(p.Optional); got != "wait" {
		t.Errorf("optional %q", got)
	}
	for i, want := range []string{"talks & more would resume only if the shelling stops", "We wait", "Nothing | more"} {
		if got := texts(p.Statements[i].Content); got != want {
			t.Errorf("content %d: %q, want %q", i+1, got, want)
		}
	}
	runes := []rune(p.Read.Text)
	for _, s := range p.Statements {
		for _, c := range s.Content {
			if got := string(runes[c.Start:c.End]); got != c.Text {
				t.Errorf("%d-%d is %q, not %q", c.Start, c.End, got, c.Text)
			}
		}
	}
}

func TestStatementFields(t *testing.T) {
	p := place(t)
	s := p.Statements[0]
	if s.Speaker.Name != "Ilse Varga" || s.Speaker.Names[0] != "Varga" || s.Speaker.Mention.Text != "Ilse Varga" {
		t.Errorf("speaker %+v", s.Speaker)
	}
	if s.Cue.Text != "told" || s.Addressee.Mention.Text != "reporters" || s.By != "name" || s.Mode != news.Indirect {
		t.Errorf("cue %v, addressee %v, by %q, mode %q", s.Cue, s.Addressee, s.By, s.Mode)
	}
	if s.SaidOn.From != "2031-10-07" || s.SaidOn.To != "2031-10-07" || s.SaidOn.Text != "on Tuesday" || !s.DayOrNone {
		t.Errorf("day %+v", s.SaidOn)
	}
	if s.Chain[0].Kind != news.QuotedBy || s.Chain[0].Mention.Text != "MP reported" {
		t.Errorf("chain %+v", s.Chain)
	}
	if s.Move.Stance != news.Conditional || s.Move.Holder.Name != "Valdoria" || texts(s.Move.Conditions) != "only if the shelling stops" {
		t.Errorf("move %+v", s.Move)
	}
	if s := p.Statements[2]; s.Cue != nil || s.Speaker.Name != "" || s.Speaker.Mention.Text != "she" || s.Within != "2" || !s.Optional || !s.OpenMove || s.SaidOn != nil {
		t.Errorf("third %+v", s)
	}
	if d := cmp.Diff("2031-10-08", p.File.Report["published"]); d != "" {
		t.Error(d)
	}
}

func TestNoLineAtEnd(t *testing.T) {
	for end, want := range map[string]string{"\n": "words", "\r\n": "words"} {
		f, err := Parse("a.txt", []byte("⟦1:words⟧"+end+"⟦⟦"+end+"report noeol"+end+"1 mode=direct"+end))
		if err != nil {
			t.Fatal(err)
		}
		if string(f.Page) != want {
			t.Errorf("page %q, want %q", f.Page, want)
		}
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ page, trailer, want string }{
		"no trailer":       {"words\n", "", "no trailer"},
		"open mark":        {"⟦1:words\n", "⟦⟦\n1 mode=direct\n", "not closed"},
		"stray bracket":    {"words⟧\n", "⟦⟦\n", "closes no mark"},
		"bad label":        {"one\n⟦1z:words⟧\n", "⟦⟦\n", "a.txt:2: \"1z\" is no label"},
		"unlisted":         {"⟦1:words⟧\n", "⟦⟦\n", "not in the trailer"},
		"no content":       {"⟦1s:words⟧\n", "⟦⟦\n1 mode=direct\n", "no content mark"},
		"twice":            {"⟦1:words⟧\n", "⟦⟦\n1 mode=direct\n1 mode=direct\n", "twice"},
		"open value":       {"⟦1:words⟧\n", "⟦⟦\n1 speaker=\"A\n", "a.txt:3: the value of speaker"},
		"not a number":     {"⟦1:words⟧\n", "⟦⟦\none mode=direct\n", "neither"},
		"wrong mode":       {"⟦1:words⟧\n", "⟦⟦\n1 mode=loud\n", "mode"},
		"wrong day":        {"⟦1:words⟧\n", "⟦⟦\n1 mode=direct day=Monday\n", "no day"},
		"wrong chain":      {"⟦1:words⟧\n", "⟦⟦\n1 mode=direct chain=MP\n", "chain"},
		"wrong move":       {"⟦1:words⟧\n", "⟦⟦\n1 mode=direct move=talks/warm/Valdoria\n", "stance"},
		"incomplete move":  {"⟦1:words⟧\n", "⟦⟦\n1 mode=direct move=talks\n", "move"},
		"mark over spaces": {"⟦1: ⟧\n", "⟦⟦\n1 mode=direct\n", "lost"},
	} {
		f, err := Parse("a.txt", []byte(c.page+c.trailer))
		if err == nil {
			_, err = f.Place(readTags)
		}
		if news.CodeOf(err) != news.Invalid || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

func TestPagesThatReadOtherwise(t *testing.T) {
	f, err := Parse("a.txt", []byte("⟦1:words⟧ and more\n⟦⟦\n1 mode=direct\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Place(func(name string, data []byte) (*news.Report, error) {
		r, _ := readTags(name, data)
		if strings.ContainsRune(r.Text, private) {
			r.Text = strings.ReplaceAll(r.Text, "more", "")
		}
		return r, nil
	})
	if err == nil || !strings.Contains(err.Error(), "otherwise") {
		t.Errorf("error %v", err)
	}
}

// TestMarksAreExact draws texts, marks words of them and finds them again.
func TestMarksAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zä𝄞“]{1,4}`), 1, 12).Draw(t, "words")
		from := rapid.IntRange(0, len(words)-1).Draw(t, "from")
		to := rapid.IntRange(from, len(words)-1).Draw(t, "to")
		want := strings.Join(words[from:to+1], " ")
		marked := append([]string(nil), words...)
		marked[from] = "⟦1:" + marked[from]
		marked[to] += "⟧"
		f, err := Parse("a.txt", []byte(strings.Join(marked, " ")+"\n⟦⟦\n1 mode=direct\n"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := f.Place(readTags)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Statements[0].Content[0]; got.Text != want || len([]rune(want)) != got.End-got.Start {
			t.Fatalf("%+v, want %q", got, want)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(source))
	f.Add([]byte("⟦?:a⟦f:b⟧⟧\n⟦⟦\nreport noeol\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Parse("a.txt", b)
		if err != nil {
			return
		}
		if p, err := file.Place(readTags); err == nil && len(p.Statements) != len(file.Entries) {
			t.Fatalf("%d statements of %d entries", len(p.Statements), len(file.Entries))
		}
	})
}
