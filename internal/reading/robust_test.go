package reading_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parley"
	"parley/internal/news"
)

// readable reads a text and holds what comes out against it.
func readable(t *testing.T, r *parley.Reader, body string) {
	t.Helper()
	rep, err := r.OpenReport("report.txt", []byte(body))
	if err != nil {
		if news.CodeOf(err) != news.Unreadable {
			t.Fatalf("%v\n%q", err, body)
		}
		return
	}
	for _, s := range r.Statements(rep) {
		if err := s.Validate(rep); err != nil {
			t.Fatalf("%v\n%q", err, body)
		}
	}
}

// TestCutAnywhere reads pages that end or begin anywhere.
func TestCutAnywhere(t *testing.T) {
	pages, _ := plainPages(t)
	for _, c := range []struct {
		name        string
		reader      parley.Options
		pages, step int
	}{{"rules", rules, len(pages), 97}, {"chance", chance, len(pages), 397}, {"joined", joined, len(pages), 997}, {"full", full, 5, 997}} {
		t.Run(c.name, func(t *testing.T) {
			r := newReader(t, c.reader)
			if testing.Short() {
				c.step = 997
			}
			for _, p := range pages[:c.pages] {
				cuts(t, r, string(p.data), c.step)
			}
		})
	}
}

func cuts(t *testing.T, r *parley.Reader, body string, step int) {
	t.Helper()
	for i := step; i < len(body); i += step {
		for !utf8.RuneStart(body[i]) {
			i++
		}
		readable(t, r, body[:i])
		readable(t, r, body[i:])
	}
}

// TestShuffled reads reports of sentences that were never written to stand together,
// some with a capital in every word, as in headlines.
func TestShuffled(t *testing.T) {
	pages, _ := plainPages(t)
	var sentences []string
	for _, p := range pages {
		sentences = append(sentences, strings.SplitAfter(string(p.data), ". ")...)
	}
	for _, c := range []struct {
		name   string
		reader parley.Options
		rounds int
	}{{"rules", rules, 600}, {"chance", chance, 200}, {"joined", joined, 100}, {"full", full, 15}} {
		t.Run(c.name, func(t *testing.T) {
			r := newReader(t, c.reader)
			if testing.Short() {
				c.rounds /= 10
			}
			rng := rand.New(rand.NewPCG(5, 8))
			for range c.rounds {
				readable(t, r, shuffled(rng, sentences))
			}
		})
	}
}

func shuffled(rng *rand.Rand, sentences []string) string {
	var b strings.Builder
	for range 1 + rng.IntN(25) {
		s := sentences[rng.IntN(len(sentences))]
		switch rng.IntN(8) {
		case 0:
			s = capitals(s) + "\n\n"
		case 1:
			s = strings.ToUpper(s) + "\n\n"
		case 2:
			s = "Interestingly " + s
		}
		b.WriteString(s)
	}
	return b.String()
}

// capitals gives every word a capital.
func capitals(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		c, n := utf8.DecodeRuneInString(w)
		words[i] = strings.ToUpper(string(c)) + w[n:]
	}
	return strings.Join(words, " ")
}

// numbered are n sentences, each another one: page takes what is repeated for furniture.
func numbered(sentence string, n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf(sentence, i))
	}
	return out
}

// TestHostile reads long texts made to be slow, with whatever spans and links chance
// puts into them; each must stay linear, far below the bound.
func TestHostile(t *testing.T) {
	readers := []*parley.Reader{newReader(t, chance), newReader(t, joined)}
	for name, text := range map[string]string{
		"one sentence of cues": strings.Repeat("he said that ", 6_000),
		"quotation marks":      strings.Repeat("“a” ", 12_000),
		"open marks":           strings.Repeat("“we said ", 6_000),
		"carried on":           strings.Repeat("“We will go on with it,” he said. “It will not end.” ", 1_500),
		"nested":               strings.Repeat("“She said: ‘They said: «We go now»’” ", 1_500),
		"paragraphs":           strings.Join(numbered("Varga said “no” to it %d times.\n\n", 4_000), ""),
	} {
		start := time.Now()
		for _, r := range readers {
			readable(t, r, "The talks and what was said of them in the town\n\n"+text)
		}
		t.Logf("%s: %v for %d kB", name, time.Since(start), len(text)>>10)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: %v for %d kB", name, d, len(text)>>10)
		}
	}
}
