package score

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parley/internal/record"
)

// endings are spellings of one transliterated ending; the first stands for all.
var endings = [...][]string{{"sky", "skyy", "skiy", "skyi", "skyj", "skij", "ski"}, {"ey", "ei", "ej"}}

// plainName brings a speaker's name to the form in which names are compared:
// without case, diacritics, punctuation or leading article, and with
// transliterated endings spelled one way.
func plainName(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(plainLetter(r))
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '.':
		default:
			b.WriteByte(' ')
		}
	}
	f := strings.Fields(b.String())
	for len(f) > 1 && (f[0] == "the" || f[0] == "a" || f[0] == "an" || f[0] == "both") {
		f = f[1:]
	}
	for i, w := range f {
		f[i] = plainEnding(w)
	}
	return strings.Join(f, " ")
}

// plainLetter undoes letters that NFKD keeps whole.
func plainLetter(r rune) rune {
	switch r {
	case 'ı':
		return 'i'
	case 'ł':
		return 'l'
	case 'ø':
		return 'o'
	case 'đ':
		return 'd'
	}
	return r
}

func plainEnding(w string) string {
	for _, group := range endings {
		for _, e := range group {
			if stem, ok := strings.CutSuffix(w, e); ok && len(stem) > 1 {
				return stem + group[0]
			}
		}
	}
	return w
}

// names compares speakers. canonical, where given, maps any spelling of a known
// actor to one name.
type names struct{ canonical func(string) string }

func (n names) plain(s string) string {
	if n.canonical != nil {
		if c := n.canonical(s); c != "" {
			s = c
		}
	}
	return plainName(s)
}

// right reports whether name is one of those that gold accepts; an unnamed
// speaker is right where gold names none.
func (n names) right(gold *record.Speaker, name string) bool {
	if gold.Name == "" && len(gold.Names) == 0 {
		return name == ""
	}
	if name == "" {
		return false
	}
	p := n.plain(name)
	if gold.Name != "" && n.plain(gold.Name) == p {
		return true
	}
	for _, g := range gold.Names {
		if n.plain(g) == p {
			return true
		}
	}
	return false
}
