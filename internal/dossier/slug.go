package dossier

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parley/internal/news"
)

// ActorID is the id of an actor: its Wikidata item, or else its kind and its name
// in lower case without diacritics: "person:emily-horne".
func ActorID(kind news.ActorKind, name, wikidata string) string {
	if wikidata != "" {
		return wikidata
	}
	return string(kind) + ":" + slug(name)
}

func slug(name string) string {
	var b strings.Builder
	gap := false
	b.Grow(len(name))
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '.' || r == '\'' || r == '’':
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte('-')
				gap = false
			}
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
