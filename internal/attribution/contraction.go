package attribution

import (
	"strings"

	"parley/internal/news"
)

// Pronouns with their auxiliary in one word: "He's suggesting", "They've argued".

// contracted is the length of the pronoun in a contraction at item i ("He" of "He's"),
// 0 for any other word.
func (u *unit) contracted(i int) int {
	if u.class(i)&Clausal == 0 {
		return 0
	}
	w := u.text[u.items[i].Start:u.items[i].End]
	n := strings.IndexAny(w, "'’")
	switch {
	case n <= 0:
		return 0
	case strings.EqualFold(w[:n], "who") && len(w) == n+len("'s") || strings.EqualFold(w, "who’s"):
		return n
	case strings.EqualFold(w[:n], "he"), strings.EqualFold(w[:n], "she"), strings.EqualFold(w[:n], "they"), strings.EqualFold(w[:n], "we"), strings.EqualFold(w, "I've"), strings.EqualFold(w, "I’ve"):
		return n
	}
	return 0
}

// perfectOnly reports whether a past form at item i after a contraction at p is no
// passive: "he's said", "they've asked", but not "he's called a hero".
func (u *unit) perfectOnly(p int, f Frame) bool {
	w := u.text[u.items[p].Start:u.items[p].End]
	if strings.HasSuffix(w, "ve") {
		return true
	}
	return strings.HasSuffix(w, "s") && f&(Person|PersonTo|As|Complement) == 0
}

// sourceAt is the words of a subject, without the auxiliary of a contraction.
func (u *unit) sourceAt(p phraseAt) news.Span {
	s := u.at(p)
	if n := u.contracted(p.from); n > 0 && p.to == p.from+1 {
		s.End = s.Start + n
	}
	return s
}
