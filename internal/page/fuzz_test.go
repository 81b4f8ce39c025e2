package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/internal/news"
)

// FuzzParse: whatever the bytes, Parse gives a sound report or refuses them with a
// reason, and gives the same again. Making an input smaller takes long here: run it
// with -fuzzminimizetime 20x.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/*.txt", "testdata/*.html", "testdata/*.mhtml", "testdata/*.gz"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(filepath.Base(name), data)
		}
	}
	f.Add("a.html", []byte("<p>a<br>b<q>c</q><pre>d\n\ne</pre><blockquote><footer>— X"))
	f.Add("a.txt", []byte("By A\n\ndate 2031-11-03 B\n— C\n(d)\nKARSK – e. (f)"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		opt := Options{MaxBytes: 1 << 18}
		r, err := Parse(name, data, opt)
		if err != nil {
			if news.CodeOf(err) != news.Unreadable {
				t.Fatalf("error of another code: %v", err)
			}
			return
		}
		if err := sound(r); err != nil {
			t.Fatal(err)
		}
		again, err := Parse(name, data, opt)
		if err != nil || render(again) != render(r) {
			t.Fatalf("not the same again: %v", err)
		}
	})
}

// pieces of pages, put together at random.
var pieces = []string{
	"Dorn rules out talks", "President Marek Dorn said on Monday that Valdoria would not come to the table before the winter.",
	"Read more", "“No list was ever signed” – Tavel", "17 Nov, 2031 10:37", "Home > World", "Share", "— Oskar Lind", "(ahm)",
	"Dorn, Photo: Meridian Press", "TAVEL – Merovia will wait, Adrian Kell said.", "Top stories", "Podcasts", "", "", "\r", " \u00a0", "\u200b",
	"date 2031-11-17 Talks should rest on the list, the president has said", "By Nadia Ferro", "©", "«", "x", "العربيةespрус", "1.", "12:20",
	"\"We waited,\" she said. (ab/cd)", "Title: a", "URL: b", "A | B", "lume of a line that goes on and on until nobody can say where it began", "e\u0301",
}

// TestAnyText: dumps of any lines are sound, and their text is theirs unchanged.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.String()), 1, 40).Draw(t, "lines")
		text := strings.Join(lines, rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(t, "end"))
		r, err := Parse("a.txt", []byte(text), Options{})
		if err != nil {
			return
		}
		if r.Text != strings.TrimPrefix(text, "\ufeff") {
			t.Fatalf("text %q of %q", r.Text, text)
		}
		if err := sound(r); err != nil {
			t.Fatal(err)
		}
	})
}

// TestAnyHTML: pages of any elements are sound, and hold each visible word once.
func TestAnyHTML(t *testing.T) {
	tags := []string{"p", "div", "b", "a", "li", "h1", "h2", "blockquote", "aside", "nav", "span", "q", "pre", "figcaption", "article", "td"}
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(1, 30).Draw(t, "n") {
			tag := rapid.SampledFrom(tags).Draw(t, "tag")
			b.WriteString("<" + tag + ">" + strings.ReplaceAll(rapid.SampledFrom(pieces).Draw(t, "piece"), "<", ""))
			if rapid.Bool().Draw(t, "close") {
				b.WriteString("</" + tag + ">")
			}
		}
		r, err := Parse("a.html", []byte("<html><body>"+b.String()), Options{})
		if err != nil {
			return
		}
		if err := sound(r); err != nil {
			t.Fatal(err)
		}
		if want := strings.Count(b.String(), "Valdoria would not"); strings.Count(r.Text, "Valdoria would not") != want {
			t.Fatalf("%d of %d sentences in %q", strings.Count(r.Text, "Valdoria would not"), want, r.Text)
		}
	})
}
