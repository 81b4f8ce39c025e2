package web

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"parley/internal/news"
)

var update = flag.Bool("update", false, "write testdata/page.html anew")

// find is the span of words in a text, the n-th time they stand there.
func find(t testing.TB, text, words string, n int) news.Span {
	t.Helper()
	at := 0
	for ; ; n-- {
		i := strings.Index(text[at:], words)
		if i < 0 {
			t.Fatalf("%q does not stand in %q", words, text)
		}
		if n == 0 {
			return news.Span{Start: at + i, End: at + i + len(words)}
		}
		at += i + len(words)
	}
}

const sampleText = `Menu | Cookies
Varga: we may talk
KARSK – “We will talk,” Ilse Varga said on Tuesday, “if the guns stop.”
She recalled that Kell had said: ‘Never.’
A block
(mp)`

// sample is a small report with a broken quotation, a nested statement, a dateline
// on a line with text, and spans that overlap.
func sample(t testing.TB) PageInput {
	t.Helper()
	at := func(words string, n int) news.Span { return find(t, sampleText, words, n) }
	sum, id := news.HashBytes([]byte(sampleText))
	r := &news.Report{
		ID: id, SHA256: sum, File: "pages/a.txt", URI: "https://courier.example/a", Outlet: "The Karsk Courier", Title: "Varga: we may talk",
		Published: news.Day{Year: 2031, Month: 10, Date: 8}, Language: "en", Text: sampleText,
		Passages: []news.Passage{
			{Kind: news.Furniture, Span: at("Menu |", 0), Reason: "menu"},
			{Kind: news.Furniture, Span: at("Cookies", 0), Reason: "cookie notice"},
			{Kind: news.Headline, Span: at("Varga: we may talk", 0)},
			{Kind: news.Furniture, Span: at("KARSK –", 0), Reason: "dateline"},
			{Kind: news.Body, Span: at("“We will talk,” Ilse Varga said on Tuesday, “if the guns stop.”", 0)},
			{Kind: news.Body, Span: at("She recalled that Kell had said: ‘Never.’", 0)},
			{Kind: news.BlockQuote, Span: at("A block", 0)},
			{Kind: news.Furniture, Span: at("(mp)", 0), Reason: "sign-off"},
		},
	}
	tuesday := news.Day{Year: 2031, Month: 10, Date: 7}
	ss := []news.Statement{
		{
			Mode: news.Indirect, Passage: news.Headline, Content: []news.Span{at("we may talk", 0)},
			Speaker: news.Speaker{Name: "Ilse Varga", Mention: at("Varga", 0), Side: &news.Ref{Name: "Valdoria"}},
			Move:    &news.Move{Issue: "talks", Stance: news.For, Holder: news.Ref{Name: "Valdoria"}},
		},
		{
			Mode: news.Direct, Passage: news.Body, Content: []news.Span{at("We will talk,", 0), at("if the guns stop.", 0)}, Cue: at("said", 0),
			Speaker: news.Speaker{Name: "Ilse Varga", Mention: at("Ilse Varga", 0), Side: &news.Ref{Name: "Valdoria"}},
			SaidOn:  &news.When{Interval: news.Interval{From: tuesday, To: tuesday}, Mention: at("on Tuesday", 0)},
			Move: &news.Move{
				Issue: "talks", Stance: news.Conditional, Holder: news.Ref{Name: "Valdoria"}, Conditions: []news.Span{at("if the guns stop", 0)},
			},
		},
		{
			Mode: news.Mixed, Passage: news.Body, Content: []news.Span{at("Kell had said: ‘Never.’", 0)}, Cue: at("recalled", 0),
			Speaker: news.Speaker{Name: "Ilse Varga", Mention: at("She", 0)},
		},
		{
			Mode: news.Direct, Passage: news.Body, Content: []news.Span{at("Never.", 0)}, Cue: at("said", 1),
			Speaker: news.Speaker{Mention: at("Kell", 0), Reason: "two people are called Kell"},
			Move:    &news.Move{Issue: "talks", Stance: news.Against, Holder: news.Ref{Name: "Merovia"}},
		},
	}
	for i := range ss {
		ss[i].ReportID, ss[i].ID = r.ID, news.StatementID(r.ID, ss[i].Content)
	}
	return PageInput{Title: "The Tesmar talks", Reader: "parley/test", Parties: []string{"Merovia"}, Reports: []Report{{r, ss}}}
}

func TestPageGolden(t *testing.T) {
	const name = "testdata/page.html"
	got := render(t, sample(t))
	checkPage(t, sample(t), got)
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); d != "" {
		t.Errorf("%s (go test ./internal/web -update):\n%s", name, d)
	}
}

func TestPageSays(t *testing.T) {
	out := string(render(t, sample(t)))
	for what, want := range map[string]string{
		"title":             "<title>The Tesmar talks</title>",
		"unknown speaker":   `<th scope="row">unknown</th>`,
		"why unknown":       "unresolved: two people are called Kell",
		"reason":            `title="furniture: cookie notice"`,
		"inline furniture":  `<span class="furniture-word" title="furniture: dateline">KARSK –</span>`,
		"publication day":   "by 8 Oct 2031",
		"condition":         `<span class="w x"`,
		"nested":            `<span class="w ww"`,
		"reader":            "Read by parley/test.",
		"original":          `<a href="https://courier.example/a"`,
		"language":          `<div class="text" lang="en">`,
		"stance has words":  "conditional</span>",
		"stance has shapes": `<use href="#g-against"`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s: no %s", what, want)
		}
	}
	if merovia, valdoria := strings.Index(out, ">Merovia</text>"), strings.Index(out, ">Valdoria</text>"); merovia < 0 || merovia > valdoria {
		t.Error("the parties are not in the given order")
	}
}

func TestEmptyPage(t *testing.T) {
	out := render(t, PageInput{})
	checkPage(t, PageInput{}, out)
	if !bytes.Contains(out, []byte("No statement about holding talks was found.")) {
		t.Error("an empty page does not say so")
	}
}

func TestSameReportAndStatementOnce(t *testing.T) {
	in := sample(t)
	in.Reports[0].Statements = append(in.Reports[0].Statements, in.Reports[0].Statements[0])
	in.Reports = append(in.Reports, in.Reports[0])
	checkPage(t, sample(t), render(t, in))
}

func TestFaultyStatement(t *testing.T) {
	in := sample(t)
	in.Reports[0].Statements[0].Content[0].End = 1 << 20
	if err := Page(&bytes.Buffer{}, in); news.CodeOf(err) != news.Internal {
		t.Errorf("error %v", err)
	}
	in = sample(t)
	in.Reports[0].Passages[0].Span.End = 1 << 20
	if err := Page(&bytes.Buffer{}, in); news.CodeOf(err) != news.Internal {
		t.Errorf("error %v", err)
	}
}

type brokenWriter struct{}

var errBroken = errors.New("broken")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriterFails(t *testing.T) {
	if err := Page(brokenWriter{}, sample(t)); !errors.Is(err, errBroken) {
		t.Errorf("error %v", err)
	}
}

const hostile = `</title></style></svg></a><script>alert(1)</script>"'><img src=x onerror=alert(1)>{{.}}` + "\u202e\x00"

// hostileInput puts the words wherever a report can put words.
func hostileInput(words string, cut int) PageInput {
	text := words + "\n" + words
	sum, id := news.HashBytes([]byte(text))
	first, second := news.Span{Start: 0, End: len(words)}, news.Span{Start: len(words) + 1, End: len(text)}
	r := &news.Report{
		ID: id, SHA256: sum, Text: text, File: words, URI: "javascript:" + words, Outlet: words, Title: words, Language: words, Unread: words,
		Passages: []news.Passage{{Kind: news.Body, Span: first}, {Kind: news.Furniture, Span: second, Reason: words}},
	}
	s := news.Statement{
		ReportID: id, Mode: news.Mode(words), Content: []news.Span{first}, Speaker: news.Speaker{Name: words, Reason: words},
		Move: &news.Move{Stance: news.For, Holder: news.Ref{Name: words}},
	}
	for cut > 0 && !utf8.RuneStart(words[cut]) {
		cut--
	}
	if cut > 0 {
		s.Content = []news.Span{{Start: 0, End: cut}, {Start: cut, End: len(words)}}
		s.Move.Conditions = s.Content[1:]
	}
	s.ID = news.StatementID(id, s.Content)
	return PageInput{Title: words, Issue: words, Reader: words, Parties: []string{words}, Reports: []Report{{r, []news.Statement{s}}}}
}

func TestHostileWords(t *testing.T) {
	in := hostileInput(hostile, 20)
	out := render(t, in)
	checkPage(t, in, out)
	if bytes.Contains(out, []byte("<script")) || bytes.Contains(out, []byte("javascript:")) {
		t.Error("hostile words came through")
	}
}

func FuzzPage(f *testing.F) {
	f.Add(hostile, 7)
	f.Add("a\r\n“b” 𝄞", 3)
	f.Add("<!--", 1)
	f.Fuzz(func(t *testing.T, words string, cut int) {
		if !utf8.ValidString(words) || words == "" || strings.TrimSpace(words) == "" {
			return
		}
		in := hostileInput(words, max(cut, 0)%len(words))
		out := render(t, in)
		if strings.Contains(words, "; ") || !printable(words) {
			return // titles cannot be told apart, or HTML replaces signs
		}
		checkPage(t, in, out)
	})
}

func printable(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\t' || r == utf8.RuneError || r >= 0x7f && r < 0xa0
	}) < 0
}
