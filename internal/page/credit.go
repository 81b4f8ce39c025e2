package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	longestCaption = 80 // words
	longestCredit  = 90 // bytes from a credit's mark to the end of the line
)

// isCredit reports whether a line is a caption: it bears a picture credit at its
// start or end ("…, Photo: Reuters", "… ©  AFP / A. Name") or starts as captions do.
func (d *reader) isCredit(s string, u *unit) bool {
	if u.words > longestCaption || u.bullet {
		return false
	}
	tail := max(0, len(s)-longestCredit)
	if strings.HasPrefix(s, "©") || strings.Contains(s[tail:], "©") {
		return true
	}
	for i := tail; i < len(s); i++ {
		switch s[i] {
		case ':', '/', '|', '(', '[':
			if d.creditAt(s, i) {
				return true
			}
		}
	}
	for _, before := range []string{" via ", ". "} {
		if _, after, ok := strings.Cut(s[tail:], before); ok && d.agencyAt(after) {
			return true
		}
	}
	return false
}

// creditAt reports whether a credit stands around the mark at i, and runs to the end
// of the line: a label before a colon, a label or agency before or after a slash, an
// agency after the others.
func (d *reader) creditAt(s string, i int) bool {
	before, after := strings.TrimRight(s[:i], " \u00a0"), strings.TrimLeft(s[i+1:], " \u00a0")
	switch s[i] {
	case ':':
		return d.endsIn("label", before) && d.isName(after)
	case '/':
		return (d.endsIn("label", before) || d.endsIn("agency", before)) && d.isName(after) ||
			d.agencyAt(after) && d.isName(lastFields(before, 2))
	}
	return d.agencyAt(after) || s[i] != '|' && d.isPair(after)
}

// isPair reports whether s is "A. Name/Agency" and a closing bracket.
func (d *reader) isPair(s string) bool {
	inside := strings.TrimRight(s, ")].")
	a, b, ok := strings.Cut(inside, "/")
	return ok && len(inside) < len(s) && len(inside) < 60 && d.isName(a) && d.isName(b) && strings.Contains(a, " ")
}

// lastFields gives the last n words of s.
func lastFields(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		at = strings.LastIndexByte(s[:at], ' ')
		at = max(at, 0)
	}
	return strings.TrimLeft(s[at:], " (\u00a0")
}

// opensName reports whether s starts as a name does.
func opensName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || r == '@' || unicode.IsDigit(r)
}

// isName reports whether s is one to ten words with capitals, small words aside.
func (d *reader) isName(s string) bool {
	n := 0
	for _, w := range fields(s) {
		w = strings.TrimFunc(w, notWord)
		if w == "" || d.names["small"][w] {
			continue
		}
		if n++; n > 10 || !opensName(w) {
			return false
		}
	}
	return n > 0 && opensName(s)
}

// endsIn reports whether s ends in one to three words of a set, the first with a
// capital. That may follow other letters without space: "in 2008Image".
func (d *reader) endsIn(set, s string) bool {
	for n, at := 0, len(s); n < 3 && at > 0; n++ {
		at = strings.LastIndexFunc(s[:at], func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) + 1
		word := s[at:]
		if up := strings.LastIndexFunc(word, unicode.IsUpper); n == 0 && up > 0 && d.credits[set][strings.ToLower(word[up:])] {
			return true
		}
		if opensName(word) && d.credits[set][strings.ToLower(word)] {
			return true
		}
		at = len(strings.TrimRight(s[:at], " \u00a0"))
	}
	return false
}

// agencyAt reports whether s starts with an agency and only names follow.
func (d *reader) agencyAt(s string) bool {
	for i, w := range fields(s) {
		if i > 20 {
			return false
		}
		agency := strings.TrimRight(s[:i+len(w)], ")]/.,")
		if name, _, ok := strings.Cut(w, "/"); ok && i == 0 && name != "" {
			agency = name
		}
		if opensName(agency) && d.credits["agency"][strings.ToLower(agency)] {
			rest := strings.Trim(s[len(agency):], " )].,/\u00a0")
			return rest == "" || d.isName(rest)
		}
	}
	return false
}
