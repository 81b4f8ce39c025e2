package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	longestCaption = 80 // words
	longestCredit  = 90 // bytes from a credit's first word to the end of the line
)

// isCredit reports whether a line is a caption: it bears a picture credit at its
// start or end ("…, Photo: Reuters", "… ©  AFP / A. Name") or starts as captions do.
func (d *reader) isCredit(s string, u *unit) bool {
	if u.words > longestCaption {
		return false
	}
	if d.captionLead(s) {
		return true
	}
	tail := max(0, len(s)-longestCredit)
	if i := strings.LastIndex(s, "©"); i >= 0 && (i >= tail || i == 0) {
		return true
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != ':' && c != '/' && c != '|' && c != '(' && c != '[' {
			continue
		}
		if i > 30 && i < tail {
			i = tail - 1
			continue
		}
		if d.creditAt(s, i) {
			return true
		}
	}
	return !u.stops() && u.words <= 2*long && d.endsInAgency(s)
}

// captionLead reports whether the line starts with words such as "File photo".
func (d *reader) captionLead(s string) bool {
	for i, w := range fields(s) {
		if i > 24 {
			return false
		}
		if d.credits["lead"][strings.ToLower(strings.TrimRight(s[:i+len(w)], ",.:"))] {
			return true
		}
	}
	return false
}

// creditAt reports whether a credit stands around the mark at i: a label before a
// colon, a label or agency before or after a slash, an agency after the others.
func (d *reader) creditAt(s string, i int) bool {
	before, after := s[:i], strings.TrimLeft(s[i+1:], " \u00a0")
	if len(after) == 0 || len(after) > longestCredit {
		return false
	}
	switch s[i] {
	case ':':
		return d.endsIn("label", before) && opensName(after)
	case '/':
		trimmed := strings.TrimRight(before, " \u00a0")
		return (d.endsIn("label", trimmed) || d.endsIn("agency", trimmed)) && opensName(after) ||
			d.startsWithAgency(after)
	}
	return d.startsWithAgency(after)
}

// opensName reports whether s starts as a name does.
func opensName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || r == '@' || unicode.IsDigit(r)
}

// endsIn reports whether s ends in a word or two of a set, the first with a capital.
// The capital may follow other letters without space: "in 2008Image".
func (d *reader) endsIn(set, s string) bool {
	for n, at := 0, len(s); n < 3 && at > 0; n++ {
		at = strings.LastIndexFunc(s[:at], func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) + 1
		word := s[at:]
		if up := strings.LastIndexFunc(word, unicode.IsUpper); n == 0 && up > 0 && d.credits[set][strings.ToLower(word[up:])] {
			return true
		}
		if word != "" && d.credits[set][strings.ToLower(word)] && (opensName(word) || at == 0) {
			return true
		}
		at = len(strings.TrimRight(s[:at], " \u00a0"))
	}
	return false
}

// startsWithAgency reports whether s starts with an agency and little else follows.
func (d *reader) startsWithAgency(s string) bool {
	for i, w := range fields(s) {
		if i > 20 {
			return false
		}
		words := s[:i+len(w)]
		trimmed := strings.TrimRight(words, ")]/.,")
		if d.credits["agency"][strings.ToLower(trimmed)] && opensName(trimmed) {
			rest := strings.TrimLeft(s[len(trimmed):], " )].,/\u00a0")
			return rest == "" || opensName(rest)
		}
	}
	return false
}

// endsInAgency reports whether the line's last words are "via Agency", "by Name /
// Agency" or the like without a mark that creditAt looks for.
func (d *reader) endsInAgency(s string) bool {
	i := strings.LastIndex(s, " via ")
	return i >= 0 && d.startsWithAgency(s[i+5:])
}
