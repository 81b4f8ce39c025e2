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
	b := make([]byte, 0, len(kind)+1+len(name))
	b = append(append(b, kind...), ':')
	return string(appendSlug(b, name))
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
