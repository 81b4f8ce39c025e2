package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// pullQuotes finds a line of words with a line "— Name" under it: both are a block
// quotation.
func (d *reader) pullQuotes() {
	for i := 1; i < len(d.units); i++ {
		u, up := &d.units[i], &d.units[i-1]
		if u.words == 0 || u.words > 14 || up.words < 4 || !d.isSignature(d.text[u.Start:u.End]) || d.isSignature(d.text[up.Start:up.End]) {
			continue
		}
		if up.kind == news.Furniture && up.reason != "section heading" && up.reason != "repeated" {
			continue
		}
		if up.reason != "repeated" {
			up.kind, up.reason = news.BlockQuote, ""
		}
		u.kind, u.reason = news.BlockQuote, ""
	}
}

// isSignature reports whether a line is a dash and a name.
func (d *reader) isSignature(s string) bool {
	rest := strings.TrimLeft(s, "—–-~ \u00a0")
	if rest == s || rest == "" || strings.HasSuffix(rest, ".") && !strings.HasSuffix(rest, "r.") {
		return false
	}
	lower := 0
	for _, w := range fields(rest) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(@\"“'"))
		if unicode.IsLower(r) && !d.names["small"][strings.ToLower(w)] {
			lower++
		}
	}
	return opensName(rest) && lower == 0
}

// A cut is where a paragraph's dateline ends or its sign-off starts, 0 for none.
type cut struct{ head, tail int }

// cuts finds the dateline and the sign-off in a paragraph.
// Only the first three paragraphs may have a dateline, as agencies print several
// reports in one; the n-th counts from 1.
func (d *reader) cuts(u *unit, n int) cut {
	s := d.text[u.Start:u.End]
	var c cut
	if n <= 3 {
		c.head = d.dateline(s, n == 1)
	}
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") && d.isInitials(s[:i], s[i+1:len(s)-1]) {
		c.tail = i
	}
	return c
}

// isInitials reports whether brackets after a full stop hold the initials of writer
// and editor: "(ahm)", "(ab/cd)".
func (d *reader) isInitials(before, inside string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	stopped := strings.HasSuffix(strings.TrimRight(before, closeMarks), ".")
	return stopped && inside != "" && len(inside) <= 12 &&
		strings.IndexFunc(inside, func(r rune) bool { return !unicode.IsLower(r) && r != '/' && r != ',' && r != ' ' }) < 0
}

// longestDateline in bytes, up to its dash.
const longestDateline = 70

// dateline gives the length of a dateline with the dash or colon and the space after
// it: "GAZA – ", "KARSK, Nov 3 (MP) — ", "TAVEL: ". The place is in capitals, or a
// day or an agency in brackets stands after it.
// The colon will do in the first paragraph only: elsewhere it follows the names of
// speakers in a transcript.
func (d *reader) dateline(s string, first bool) int {
	head := s[:min(len(s), longestDateline)]
	for i, r := range head {
		switch {
		case strings.HasPrefix(s[i:], "-- ") && d.isDateline(s[:i], false):
			return skipSpace(s, i+2)
		case strings.ContainsRune("–—-−―", r) && d.dashEnds(s, i) && d.isDateline(s[:i], false):
			return skipSpace(s, i+utf8.RuneLen(r))
		case r == ':' && first && strings.HasPrefix(s[i:], ": ") && d.isDateline(s[:i], true):
			return skipSpace(s, i+1)
		case r == '.' && i > 24, strings.ContainsRune("“”\"?!;", r):
			return 0
		}
	}
	return 0
}

// dashEnds reports whether the dash at i is one between words, not inside one.
func (d *reader) dashEnds(s string, i int) bool {
	return i > 0 && (s[i] != '-' || s[i-1] == ' ' || s[i-1] == ')')
}

// isDateline judges the words before the dash or, for houses that print "TAVEL:",
// the colon, where nothing but capitals will do.
func (d *reader) isDateline(s string, colon bool) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	place, agency := s, false
	if i := strings.IndexByte(s, '('); i >= 0 {
		if !strings.HasSuffix(s, ")") {
			return false
		}
		place, agency = strings.TrimRight(s[:i], " ,"), true
	}
	dated := false
	for at := range fields(place) {
		if st, ok := scanDate(place[at:]); ok {
			if strings.TrimFunc(place[at+st.n:], notWord) != "" {
				return false
			}
			place, dated = strings.TrimRight(place[:at], " ,"), true
			break
		}
	}
	if place == "" {
		return agency && !colon
	}
	return isPlace(place, (agency || dated) && !colon)
}

// isPlace reports whether words are a place: capitals throughout, up to the first
// comma at least; with loose, words that start with capitals.
func isPlace(s string, loose bool) bool {
	first, region, _ := strings.Cut(s, ",")
	n := 0
	for _, w := range fields(first) {
		n++
		r, _ := utf8.DecodeRuneInString(w)
		if n > 4 || !unicode.IsUpper(r) || !loose && strings.ToUpper(w) != w {
			return false
		}
	}
	for _, w := range fields(region) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return n > 0 && (loose || utf8.RuneCountInString(first) > 2)
}
