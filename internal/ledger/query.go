package ledger

import (
	"strings"
	"unicode"

	"parley/internal/news"
)

// Query is what Search looks for: all of its terms.
type Query struct {
	Terms []Term
}

// Term is a word or, when it holds several, a phrase whose words stand one after
// another. Prefix means that the last word may go on.
type Term struct {
	Words  string
	Prefix bool
}

// ParseQuery reads a query as people type it. Words are separated by white space.
// Words inside quotation marks (" " or “ ”) are a phrase; a mark that never closes
// reaches to the end. A star at the end of a word ("negotiat*") finds all words that
// begin so. No other sign has a meaning: what is neither letter nor digit only
// separates, so "cease-fire" is a phrase of two words. A query without any word is
// Invalid.
func ParseQuery(s string) (Query, error) {
	var q Query
	for s != "" {
		var t Term
		t, s = nextTerm(s)
		if strings.IndexFunc(t.Words, isWord) >= 0 {
			q.Terms = append(q.Terms, t)
		}
	}
	if len(q.Terms) == 0 {
		return q, news.Errorf(news.Invalid, "the search has no words: give at least one, such as ceasefire or \"security guarantees\"")
	}
	return q, nil
}

// nextTerm takes the first term off s; it may be without a word.
func nextTerm(s string) (Term, string) {
	s = strings.TrimLeftFunc(s, isSeparator)
	for _, mark := range []struct{ open, end string }{{`"`, `"`}, {"“", "”"}} {
		if after, ok := strings.CutPrefix(s, mark.open); ok {
			words, rest, _ := strings.Cut(after, mark.end)
			return clean(words), rest
		}
	}
	end := strings.IndexFunc(s, func(r rune) bool { return isSeparator(r) || r == '"' || r == '“' })
	if end < 0 {
		end = len(s)
	}
	return clean(s[:end]), s[end:]
}

// clean makes a term of words: control characters separate, a star at the end of the
// last word asks for a prefix.
func clean(words string) Term {
	words = strings.ToValidUTF8(words, " ")
	words = strings.Join(strings.FieldsFunc(words, isSeparator), " ")
	bare := strings.TrimRight(words, "*")
	last := strings.LastIndexFunc(bare, isWord)
	prefix := len(bare) < len(words) && last >= 0 && strings.TrimLeftFunc(bare[last:], isWord) == ""
	return Term{Words: bare, Prefix: prefix}
}

func isSeparator(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// isWord reports whether r is part of a word rather than between words.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
