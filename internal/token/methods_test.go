package token

import (
	"strings"
	"testing"

	"parley/internal/news"
)

func TestWordWithoutPossessive(t *testing.T) {
	for text, want := range map[string]string{
		"Dorn's": "Dorn", "Dorn’s": "Dorn", "guards'": "guards", "guards’": "guards",
		"U.S.'s": "U.S.", "It's": "It", "talks": "talks", "don't": "don't", "'s": "'s", "2031's": "2031's",
	} {
		d := Parse(report("The " + text + " x"))
		if got := d.Word(1); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

const looked = "“We ‘go’ now,” he said. They left.\njunk| Menu\nWe stay."

func TestLookUpByByte(t *testing.T) {
	d := Parse(report(looked))
	for _, c := range []struct {
		at              string
		token, sentence int
	}{
		{"“We", 0, 0}, {"We", 1, 0}, {"‘go", 2, 0}, {"go", 3, 0}, {" now", 5, 0}, {"” he", 7, 0},
		{" he", 8, 0}, {" They", 11, -1}, {"They", 11, 1}, {"Menu", 14, -1}, {"We stay", 14, 2},
	} {
		b := strings.Index(looked, c.at)
		if got := d.TokenAt(b); got != c.token {
			t.Errorf("%q: token %d, want %d", c.at, got, c.token)
		}
		if got := d.SentenceAt(b); got != c.sentence {
			t.Errorf("%q: sentence %d, want %d", c.at, got, c.sentence)
		}
	}
	if got := d.TokenAt(len(looked)); got != len(d.Tokens) {
		t.Errorf("behind the text: token %d, want %d", got, len(d.Tokens))
	}
}

func TestTokensIn(t *testing.T) {
	d := Parse(report("We go to Brenn."))
	for _, c := range []struct{ start, end, first, last int }{{0, 2, 0, 1}, {1, 4, 0, 2}, {2, 3, 1, 1}, {3, 15, 1, 5}, {15, 15, 5, 5}} {
		first, last := d.TokensIn(news.Span{Start: c.start, End: c.end})
		if first != c.first || last != c.last {
			t.Errorf("%d-%d: tokens %d-%d, want %d-%d", c.start, c.end, first, last, c.first, c.last)
		}
	}
}

func TestSentenceOf(t *testing.T) {
	d := Parse(report(looked))
	for i, s := range d.Sentences {
		for k := s.First; k < s.Last; k++ {
			if got := d.SentenceOf(k); got != i {
				t.Errorf("token %d: sentence %d, want %d", k, got, i)
			}
		}
	}
}
