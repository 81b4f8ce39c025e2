package attribution_test

import (
	"slices"
	"testing"

	"parley/internal/attribution"
	"parley/internal/token"
)

// TestWithout: every rule of the cases is listed, and finds nothing when it is left out.
func TestWithout(t *testing.T) {
	f := rules(t)
	names := attribution.RuleNames()
	for _, c := range cases {
		r := parse(c.text)
		for _, a := range attribution.Attribute(token.Parse(r), f.Lexicon, f) {
			if !slices.Contains(names, a.Rule) {
				t.Errorf("%s: %q is not listed", c.name, a.Rule)
			}
			x := f.Lexicon.Without(a.Rule)
			for _, b := range attribution.Attribute(token.Parse(r), x, &attribution.Rules{Lexicon: x}) {
				if b.Rule == a.Rule {
					t.Errorf("%s: %q is found without it", c.name, a.Rule)
				}
			}
		}
	}
}

// TestWithoutFallsBack: what a rule found falls to the rules behind it, and who shares the
// voice of a cue that is gone keeps it.
func TestWithoutFallsBack(t *testing.T) {
	for _, c := range []struct{ without, text, want string }{
		{"broken quotation", `“We will come,” Varga said, “if the guns are silent.”`, "Varga > said > We will come, | direct"},
		{"said", `Aune said the talks had failed, adding that she would try again.`, "Aune > adding > she would try again | indirect"},
		{"quotation, then cue", `“We will come,” Varga said, “if the guns are silent.”`,
			"Varga > said > We will come, // if the guns are silent. | direct"},
	} {
		x := rules(t).Lexicon.Without(c.without)
		r := parse(c.text)
		got := lines(r, attribution.Attribute(token.Parse(r), x, &attribution.Rules{Lexicon: x}))
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("without %s:\ngot  %q\nwant %q", c.without, got, c.want)
		}
	}
}
