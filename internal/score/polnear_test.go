package score

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/internal/attribution"
	"parley/internal/news"
)

// stub is a finder that gives the same attributions for every report.
func stub(atts ...attribution.Attribution) Labeller {
	return PolNeAR(func(*news.Report) []attribution.Attribution { return atts })
}

func told(l Labels, text string) []string {
	var out []string
	words := func(i int) string {
		var parts []string
		for _, s := range l.at(i) {
			parts = append(parts, s.In(text))
		}
		return "[" + strings.Join(parts, " … ") + "]"
	}
	for _, r := range l.Relations {
		out = append(out, words(r.Source)+words(r.Cue)+words(r.Content))
	}
	return out
}

func TestPolNeARForm(t *testing.T) {
	att := func(text, source, cue string, contents ...string) attribution.Attribution {
		a := attribution.Attribution{CarriedOn: -1, Within: -1, Context: news.Span{Start: 0, End: len(text)}}
		if source != "" {
			a.Source = spanIn(t, text, source)
		}
		if cue != "" {
			a.Cue = spanIn(t, text, cue)
		}
		for _, c := range contents {
			a.Content = append(a.Content, spanIn(t, text, c))
		}
		return a
	}
	after := func(a attribution.Attribution) attribution.Attribution { a.CarriedOn = 0; return a }
	within := func(a attribution.Attribution) attribution.Attribution { a.Within = 0; return a }
	for _, c := range []struct {
		text string
		atts func(text string) []attribution.Attribution
		want []string
	}{
		{"The envoy has also said that all is well.", func(s string) []attribution.Attribution {
			return []attribution.Attribution{att(s, "envoy", "said", "all is well")}
		}, []string{"[The envoy][has also said][that all is well]"}},
		{"“We wait,” Lind said. “For peace.”", func(s string) []attribution.Attribution {
			return []attribution.Attribution{att(s, "Lind", "said", "We wait,"), after(att(s, "", "", "For peace."))}
		}, []string{"[Lind][said][“We wait,” … “For peace.”]"}},
		{"'' We wait '' , Lind said , adding : “ For peace . ”", func(s string) []attribution.Attribution {
			return []attribution.Attribution{att(s, "Lind", "said", "We wait"), after(att(s, "", "adding", "For peace ."))}
		}, []string{"[Lind][said][We wait]", "[Lind][adding][“ For peace . ”]"}},
		{"Oskar Lind, a special envoy, said: \"We wait.\"", func(s string) []attribution.Attribution {
			return []attribution.Attribution{att(s, "Oskar Lind", "said", "We wait.")}
		}, []string{"[Oskar Lind, a special envoy,][said:][\"We wait.\"]"}},
		{"Lind, however, said all is well.", func(s string) []attribution.Attribution {
			return []attribution.Attribution{att(s, "Lind", "said", "all is well")}
		}, []string{"[Lind][said][all is well]"}},
		{"“We wait,” said Oskar Lind, who leads the talks.", func(s string) []attribution.Attribution {
			return []attribution.Attribution{att(s, "Oskar Lind", "said", "We wait,")}
		}, []string{"[Oskar Lind, who leads the talks][said][“We wait,”]"}},
		{"Lind said Reth said ‘no’. It is the envoys' word.", func(s string) []attribution.Attribution {
			return []attribution.Attribution{att(s, "Lind", "said", "Reth said ‘no’"), within(att(s, "Reth", "said", "no")), att(s, "", "", "the envoys")}
		}, []string{"[Lind][said][Reth said ‘no’]", "[][][the envoys]"}},
	} {
		got := told(stub(c.atts(c.text)...).Label(&news.Report{Text: c.text}), c.text)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s\n%s", c.text, d)
		}
	}
}

func FuzzPolNeAR(f *testing.F) {
	f.Add("The envoy, a man, has also said: “that is so.”", uint16(4), uint16(9), uint16(29), uint16(33), uint16(38), uint16(46))
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g uint16) {
		text = strings.ToValidUTF8(text, "?")
		span := func(x, y uint16) news.Span {
			from := min(int(x), len(text))
			return news.Span{Start: from, End: min(max(from, int(y)), len(text))}
		}
		att := attribution.Attribution{
			Source: span(a, b), Cue: span(c, d), Content: []news.Span{span(e, g)}, Context: news.Span{End: len(text)}, CarriedOn: -1, Within: -1,
		}
		for _, s := range stub(att).Label(&news.Report{Text: text}).Spans {
			for _, p := range s.Parts {
				if p.Start < 0 || p.End > len(text) || p.End < p.Start {
					t.Fatalf("%s %v of %d bytes", s.Kind, p, len(text))
				}
			}
		}
	})
}
