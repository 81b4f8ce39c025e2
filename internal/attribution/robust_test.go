package attribution_test

import (
	"strings"
	"testing"
	"time"

	"parley/internal/attribution"
	"parley/internal/news"
	"parley/internal/token"
)

// check holds what every list of attributions must keep, whatever the text.
func check(t testing.TB, r *news.Report, as []attribution.Attribution) {
	t.Helper()
	seen := map[news.Span]bool{}
	for i, a := range as {
		s := news.Statement{ID: news.StatementID(r.ID, a.Content), ReportID: r.ID, Content: a.Content, Cue: a.Cue,
			Speaker: news.Speaker{Name: "x", Mention: a.Source}}
		if err := s.Validate(r); err != nil {
			t.Fatalf("attribution %d: %v", i, err)
		}
		if seen[a.Content[0]] {
			t.Fatalf("attribution %d has the words of an earlier one", i)
		}
		seen[a.Content[0]] = true
		if a.CarriedOn == i || a.CarriedOn >= len(as) || a.Within == i || a.Within >= len(as) {
			t.Fatalf("attribution %d points to %d and %d of %d", i, a.CarriedOn, a.Within, len(as))
		}
		if a.Mode == "" || a.Rule == "" || a.Score <= 0 {
			t.Fatalf("attribution %d lacks mode, rule or score: %+v", i, a)
		}
		for n, k := 0, i; as[k].CarriedOn >= 0; n, k = n+1, as[k].CarriedOn {
			if n > len(as) {
				t.Fatalf("attribution %d is carried on in a circle", i)
			}
		}
	}
}

func FuzzAttribute(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Add("“‘ said that, \" he said; “adding that. “ according to , as put it: : — “")
	x := rules(f)
	f.Fuzz(func(t *testing.T, text string) {
		r := parse(strings.ToValidUTF8(text, "?"))
		check(t, r, attribution.Attribute(token.Parse(r), x.Lexicon, x))
	})
}

// TestHostile reads texts made to be slow; each must stay linear, far below the bound.
func TestHostile(t *testing.T) {
	x := rules(t)
	for name, text := range map[string]string{
		"one sentence of cues": strings.Repeat("he said that ", 40_000),
		"quotation marks":      strings.Repeat("“a” ", 60_000),
		"open marks":           strings.Repeat("“we said ", 40_000),
		"carried on":           strings.Repeat("“We will go on with it,” he said. “It will not end.” ", 10_000),
		"nested":               strings.Repeat("“She said: ‘They said: «We go now»’” ", 10_000),
		"commas":               strings.Repeat("who, which, said, ", 40_000),
	} {
		r := parse(text)
		start := time.Now()
		check(t, r, attribution.Attribute(token.Parse(r), x.Lexicon, x))
		t.Logf("%s: %v for %d kB", name, time.Since(start), len(text)>>10)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: %v for %d kB", name, d, len(text)>>10)
		}
	}
}

// bench is a report of plain news about invented people.
var bench = strings.Repeat(`Foreign Minister Ilse Varga said on Tuesday that the talks would resume in Port Sorrel next week, adding that nobody expected them to be short. The road along the river was quiet for the first time since the spring, and families walked to the market.

“We have never left the table,” Varga told reporters. “The chairs on the other side were empty.” According to Merovian officials quoted by Meridian Press, the army will hold its fire “as long as the other side does”, though few people in Tavel believe it.

`, 40)

func BenchmarkAttribute(b *testing.B) {
	x := rules(b)
	doc := token.Parse(parse(bench))
	b.SetBytes(int64(len(bench)))
	b.ReportAllocs()
	for b.Loop() {
		attribution.Attribute(doc, x.Lexicon, x)
	}
}

// TestAllocations holds that nothing is allocated per token: the text's plain half
// costs no more than a fixed number of allocations per statement.
func TestAllocations(t *testing.T) {
	x := rules(t)
	plain := token.Parse(parse(strings.Repeat("The road along the river was quiet and families walked to the market with their carts. ", 2000)))
	if n := testing.AllocsPerRun(3, func() { attribution.Attribute(plain, x.Lexicon, x) }); n > 60 {
		t.Errorf("%v allocations for %d tokens without a statement", n, len(plain.Tokens))
	}
}
