package reading_test

import (
	"math/rand/v2"
	"strings"
	"testing"
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
	r := newReader(t)
	pages, _ := plainPages(t)
	step := 97
	if testing.Short() {
		step = 997
	}
	for _, p := range pages {
		body := string(p.data)
		for i := step; i < len(body); i += step {
			for !utf8.RuneStart(body[i]) {
				i++
			}
			readable(t, r, body[:i])
			readable(t, r, body[i:])
		}
	}
}

// TestShuffled reads reports of sentences that were never written to stand together,
// some with a capital in every word, as in headlines.
func TestShuffled(t *testing.T) {
	r := newReader(t)
	pages, _ := plainPages(t)
	var sentences []string
	for _, p := range pages {
		sentences = append(sentences, strings.SplitAfter(string(p.data), ". ")...)
	}
	rounds := 600
	if testing.Short() {
		rounds = 60
	}
	rng := rand.New(rand.NewPCG(5, 8))
	for range rounds {
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
		readable(t, r, b.String())
	}
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
