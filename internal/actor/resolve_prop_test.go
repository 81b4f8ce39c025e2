package actor

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"parley/internal/news"
	"parley/internal/token"
)

// pieces are what generated reports are made of.
var pieces = []string{
	"Ilse Varga", "Varga", "President Dorn", "Adrian Kell", "Lena Kell", "Kell", "Mr Kell", "she", "He", "they", "it", "who", "which", "I", "his",
	"the minister", "The Merovian leader", "a diplomat", "Merovian officials", "Tavel's", "Tavel", "the ministry", "a letter", "both sides", "some of them",
	"said", "told", "that", "in", "of", "and", ",", ".", "“", "”", "'s", "the", "The", "former", "Council", "named", "24", "\n", "\n# ", "Secretary of State", "CEO of the",
	"von der", "é", "&", "(", ")", "’", "Smith Jr.", "KARSK", "al-Assad", "—",
	"Farmers’", "Inc.", "company", "18", "%", "/", "poll", "May", "amp", "the 71-year-old", "out of", "the retired", "\u00a0", "\xff"[:0],
}

// generated draws a report's text and sources anywhere in it.
func generated(t *rapid.T) (*token.Doc, []Source) {
	text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), " ")
	doc := token.Parse(reportOf(text))
	n := rapid.IntRange(0, 6).Draw(t, "sources")
	sources := make([]Source, n)
	for i := range sources {
		sources[i] = Source{
			Mention: drawSpan(t, text), Addressee: drawSpan(t, text), Cue: drawSpan(t, text), Content: []news.Span{drawSpan(t, text)},
			CarriedOn: rapid.IntRange(-1, n).Draw(t, "carried on"), Within: rapid.IntRange(-1, n).Draw(t, "within"),
		}
	}
	return doc, sources
}

// drawSpan draws a span on rune boundaries, often an empty one.
func drawSpan(t *rapid.T, text string) news.Span {
	a, b := rapid.IntRange(0, len(text)).Draw(t, "start"), rapid.IntRange(0, len(text)).Draw(t, "end")
	for a > 0 && a < len(text) && !utf8.RuneStart(text[a]) {
		a--
	}
	for b > 0 && b < len(text) && !utf8.RuneStart(text[b]) {
		b--
	}
	if a >= b {
		return news.Span{}
	}
	return news.Span{Start: a, End: b}
}

func TestResolveKeepsItsPromises(t *testing.T) {
	d := worldDirectory(t)
	rapid.Check(t, func(t *rapid.T) {
		doc, sources := generated(t)
		checkResolved(t, d, doc, sources)
	})
}

func FuzzResolve(f *testing.F) {
	d := worldDirectory(f)
	f.Add("Ilse Varga met the Merovian leader, who said \"I agree\". She smiled.", 0, 10, 40)
	f.Add("# MINISTER SAYS NO\nThe CEO of the Relief Council Evan Salmond said so.", 3, 12, 60)
	f.Add("One of the women, Jana Petrova, and Mr. X's aide's of the of", 0, 30, 50)
	f.Fuzz(func(t *testing.T, text string, a, b, c int) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			return
		}
		doc := token.Parse(reportOf(text))
		spanOf := func(a, b int) news.Span {
			if a < 0 || b > len(text) || a >= b || !utf8.RuneStart(text[a]) || b < len(text) && !utf8.RuneStart(text[b]) {
				return news.Span{}
			}
			return news.Span{Start: a, End: b}
		}
		checkResolved(t, d, doc, []Source{
			{Mention: spanOf(a, b), CarriedOn: -1, Within: 1}, {Mention: spanOf(b, c), Addressee: spanOf(a, c), CarriedOn: 0, Within: -1},
			{Mention: spanOf(a, c), Content: []news.Span{spanOf(b, c)}, CarriedOn: 1, Within: 0},
		})
	})
}

// checker is what rapid and testing have in common.
type checker interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkResolved holds what must be true of every outcome.
func checkResolved(t checker, d *Directory, doc *token.Doc, sources []Source) {
	t.Helper()
	got := d.Resolve(doc, sources)
	if len(got) != len(sources) {
		t.Fatalf("%d speakers of %d sources", len(got), len(sources))
	}
	for i := range got {
		s := &got[i].Speaker
		switch {
		case s.By == "" || s.Confidence < 0 || s.Confidence > 1:
			t.Fatalf("speaker %d: by %q, confidence %v", i, s.By, s.Confidence)
		case s.Name == "" && s.Reason == "":
			t.Fatalf("speaker %d has neither name nor reason", i)
		case s.Name != "" && s.Confidence == 0:
			t.Fatalf("speaker %d, %q, has no confidence", i, s.Name)
		case s.Mention != sources[i].Mention && !s.Mention.IsZero():
			t.Fatalf("speaker %d: mention %v of source %v", i, s.Mention, sources[i].Mention)
		}
		for _, sp := range s.Trail {
			checkSpan(t, doc.Report.Text, sp)
		}
	}
	checkMentions(t, d.Mentions(doc), doc.Report.Text)
	if again := d.Resolve(doc, sources); !reflect.DeepEqual(got, again) {
		t.Fatalf("two readings differ:\n%+v\n%+v", got, again)
	}
}

func checkSpan(t checker, text string, s news.Span) {
	t.Helper()
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		t.Fatalf("span %v does not lie in a text of %d bytes", s, len(text))
	}
}

// checkMentions holds that mentions are in order, disjoint and inside the text.
func checkMentions(t checker, mentions []Mention, text string) {
	t.Helper()
	end := 0
	for i := range mentions {
		m := &mentions[i]
		checkSpan(t, text, m.Span)
		checkSpan(t, text, m.Head())
		if m.Span.Start < end || !m.Span.Contains(m.Head()) {
			t.Fatalf("mention %v with head %v begins before %d", m.Span, m.Head(), end)
		}
		end = m.Span.End
	}
}

// TestHostile resolves the words of long texts made to be slow: each must stay linear, far below
// the bound.
func TestHostile(t *testing.T) {
	d := worldDirectory(t)
	for what, text := range map[string]string{
		"legal forms":   strings.Repeat("Inc. Holdings Co ", 10_000),
		"slashes":       strings.Repeat("Lume/", 15_000) + "Lume poll",
		"surnames":      "Adrian Merovia left. " + strings.Repeat("Merovia said so. ", 10_000),
		"one of months": "Eliza May left. " + strings.Repeat("“May a ", 10_000) + strings.Repeat("! ", 10_000),
	} {
		start := time.Now()
		d.Resolve(token.Parse(reportOf(text)), nil)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: %v for %d kB", what, took, len(text)>>10)
		}
	}
}
