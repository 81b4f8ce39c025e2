package dossier

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parley/internal/news"
)

// ActorID is the id of an actor: its Wikidata item, or else its kind and its name
// in lower case without diacritics: "person:emily-horne".
func ActorID(kind news.ActorKind, name, wikidata string) string {
	if wikidata != "" {
		return wikidata
	}
	var room [64]byte // for nearly all: one string is all that a slug costs
	return string(appendSlug(append(append(room[:0], kind...), ':'), name))
}

func appendSlug(b []byte, name string) []byte {
	start, gap := len(b), false
	for _, r := range decomposed(name) {
		switch {
		case r == '.' || r == '\'' || r == '’' || (r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r)):
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = len(b) > start
		default:
			if gap {
				b, gap = append(b, '-'), false
			}
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}

// decomposed spares names of plain letters the work.
func decomposed(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return norm.NFD.String(s)
		}
	}
	return s
}
