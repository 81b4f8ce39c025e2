package token

import (
	"slices"
	"strings"
	"testing"
)

// restyled is an invented report whose marks are all printed and all balanced. The
// apostrophes in it are written ~, so that each style can set its own.
const restyled = `“We have never refused to talk. The guards~ families know it,” Kell told reporters. “Those who say ‘Merovia does not want peace~s price’ have not read what we wrote.”
Petr Hollan called the offer “a trick [by those who broke it]” and Dorn~s reply “late”; the talks~ end was near.
“Why wait?” Okoro asked. “We are ready – ‘at last’ – and the ~30s are gone.”
He named the “plan”, the “road” and the others~ “maps” (“all of them”).
“If it does not open,” Lind said, “there will be no ‘second round’.”
`

var styles = []struct{ name, open, close, inOpen, inClose, apostrophe string }{
	{"printed", "“", "”", "‘", "’", "’"},
	{"typed", `"`, `"`, "'", "'", "'"},
	{"British", "‘", "’", "“", "”", "’"},
	{"British typed", "'", "'", `"`, `"`, "'"},
	{"Penn treebank", "``", "''", "`", "'", "'"},
	{"two apostrophes", "''", "''", "'", "'", "'"},
	{"German", "„", "“", "‚", "‘", "’"},
	{"French", "« ", " »", "“", "”", "’"},
	{"Japanese", "「", "」", "『", "』", "'"},
	{"opening shape only", "“", "“", "‘", "’", "’"},
	{"closing shape only", "”", "”", "‘", "’", "’"},
	{"printed, typed apostrophes", "“", "”", "‘", "’", "'"},
}

// insides are the words inside every quotation, without marks.
func insides(d *Doc) []string {
	var out []string
	for _, q := range d.Quotes {
		var words []string
		for t := q.First; t < q.Last; t++ {
			if d.Tokens[t].Kind != Mark {
				words = append(words, strings.Map(noMark, d.Text(int(t))))
			}
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func noMark(r rune) rune {
	if strings.ContainsRune("'’‘`‚“”", r) {
		return -1
	}
	return r
}

// TestStylesAgree: the same report in every house style of marks has the same
// quotations and sentences.
func TestStylesAgree(t *testing.T) {
	var want []string
	sentences := 0
	for _, s := range styles {
		text := strings.NewReplacer("“", s.open, "”", s.close, "‘", s.inOpen, "’", s.inClose, "~", s.apostrophe).Replace(restyled)
		d := Parse(report(text))
		if want == nil {
			want, sentences = insides(d), len(d.Sentences)
			if len(want) != 15 {
				t.Fatalf("%d quotations, want 15: %q", len(want), want)
			}
		}
		if got := insides(d); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", s.name, got, want)
		}
		if len(d.Sentences) != sentences {
			t.Errorf("%s: %d sentences, want %d", s.name, len(d.Sentences), sentences)
		}
	}
}

// TestOneLostMark: when one mark of a double pair is lost, every quotation that is
// not around it, in it or of it stays as it was.
func TestOneLostMark(t *testing.T) {
	for _, s := range styles[:2] {
		text := strings.NewReplacer("“", s.open, "”", s.close, "‘", s.inOpen, "’", s.inClose, "~", s.apostrophe).Replace(restyled)
		whole := Parse(report(text))
		for i, q := range whole.Quotes {
			if q.Parent >= 0 {
				continue
			}
			for _, lost := range []int{q.Open.Start, q.Close.Start} {
				n := q.Open.Len()
				d := Parse(report(text[:lost] + text[lost+n:]))
				got := insides(d)
				for k, w := range insides(whole) {
					if outermost(whole, k) != i && !slices.Contains(got, w) {
						t.Errorf("%s: without the mark at %d, %q is lost in %q", s.name, lost, w, got)
					}
				}
			}
		}
	}
}

// outermost is the quotation around quotation q that no other one is around.
func outermost(d *Doc, q int) int {
	for d.Quotes[q].Parent >= 0 {
		q = int(d.Quotes[q].Parent)
	}
	return q
}
