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
		if u.words == 0 || u.words > 14 || u.reason == "sign-off" || up.words < 4 || !d.isSignature(d.text[u.Start:u.End]) || d.isSignature(d.text[up.Start:up.End]) {
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

// shortestSigned is the number of bytes of the shortest paragraph that a sign-off may
// end; longestSign is that of the longest sign-off.
const (
	shortestSigned = 40
	longestSign    = 120
)

// signOff gives where the sign-off at a paragraph's end starts, 0 without one: after
// the last full stop "(ahm)", "(Reporting by A. Name)", "(MP)", "-Agency", "-0-".
func (d *reader) signOff(s string) int {
	if len(s) < shortestSigned {
		return 0
	}
	start := -1
	if s[len(s)-1] == ')' {
		start = strings.LastIndexByte(s, '(')
	} else if tail := max(0, len(s)-longestSign); !strings.ContainsRune(".!?", rune(s[len(s)-1])) {
		start = tail + strings.LastIndexAny(s[tail:], ".!?\"") + 1
		if i := strings.LastIndex(s[tail:], "”"); i >= 0 {
			start = max(start, tail+i+len("”"))
		}
	}
	if start < shortestSigned || start == len(s) || len(s)-start > longestSign || ending(s[:start]) != '.' {
		return 0
	}
	if s[start] == '(' {
		if strings.HasSuffix(s, ")") && d.signs(s[start+1:len(s)-1]) {
			return start
		}
		return 0
	}
	rest := strings.TrimLeft(s[start:], " \u00a0")
	name := strings.TrimLeft(rest, "-–— ")
	if name != rest && (name == "0-" || name == "0–" || d.isName(name) && strings.Count(name, " ") < 3) {
		return start
	}
	return 0
}

// signs reports whether the words in brackets are initials, names, or begin as
// sign-offs do.
func (d *reader) signs(inside string) bool {
	if inside == "" {
		return false
	}
	initials := len(inside) <= 12 && strings.IndexFunc(inside, func(r rune) bool { return !unicode.IsLower(r) && r != '/' && r != ',' && r != ' ' }) < 0
	if initials || len(inside) < 40 && !strings.Contains(inside, "/") && d.isName(inside) && strings.Count(inside, " ") < 4 {
		return true
	}
	sh := d.meter.measure(inside)
	r, ok := d.rules.match(d.meter.norm, sh)
	return ok && r.list.name == "sign-off"
}

// segments gives the reason of a line that marks cut into a day or other furniture
// and names: "Meridian Press | Karsk | Updated: 29-11-2031 00:26", "" for any other.
func (d *reader) segments(s string) string {
	// One search for each mark: a search for any of several is slower than all else here.
	if len(s) > 200 || !strings.Contains(s, "|") && !strings.Contains(s, "•") && !strings.Contains(s, "·") {
		return ""
	}
	reason, days := "", len(d.marks)
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("|•·", r) }) {
		part = strings.TrimFunc(part, func(r rune) bool { return unicode.IsSpace(r) || r == '<' || r == '>' })
		if part == "" {
			continue
		}
		if mark, ok := d.readDateLine(part, false); ok && mark.end == len(part) {
			mark.unit = len(d.units)
			d.marks = append(d.marks, mark)
			continue
		}
		sh := d.meter.measure(part)
		if r, ok := d.rules.match(d.meter.norm, sh); ok {
			reason = r.list.name
		} else if sh.words > 5 || !d.isName(part) {
			d.marks = d.marks[:days]
			return ""
		}
	}
	if len(d.marks) > days {
		return "date line"
	}
	return reason
}

// longestDateline in bytes, up to its dash.
const longestDateline = 70

// dateline gives the length of a dateline with the dash or colon and the space after
// it: "GAZA – ", "KARSK, Nov 3 (MP) — ", "TAVEL: ". The place is in capitals, or a
// day or an agency in brackets stands after it.
// The colon will do in the first paragraph only: elsewhere it follows the names of
// speakers in a transcript.
func (d *reader) dateline(s string, first bool) int {
	if n := d.agencyBrackets(s); n > 0 {
		rest := strings.TrimLeft(s[n:], "–—-:")
		n = skipSpace(s, len(s)-len(rest))
		return n + d.dateline(s[n:], false)
	}
	if n := d.slashes(s, first); n > 0 {
		return n
	}
	head := s[:min(len(s), longestDateline)]
	for i, r := range head {
		switch {
		case strings.HasPrefix(s[i:], "-- ") && d.isDateline(s[:i], false):
			return skipSpace(s, i+2)
		case strings.ContainsRune("–—-−―", r) && d.dashEnds(s, i) && d.isDateline(s[:i], false):
			return d.namedAgency(s, skipSpace(s, i+utf8.RuneLen(r)))
		case r == ':' && first && strings.HasPrefix(s[i:], ": ") && d.isDateline(s[:i], true):
			return skipSpace(s, i+1)
		case r == '.' && i > 24, strings.ContainsRune("“”\"?!;", r):
			return 0
		}
	}
	return 0
}

// namedAgency passes an agency's name and full stop after the dash: "KARSK, February
// 24 – Meridian Press. ".
func (d *reader) namedAgency(s string, at int) int {
	name, _, ok := strings.Cut(s[at:min(len(s), at+30)], ". ")
	if ok && d.credits["agency"][strings.ToLower(name)] {
		return at + len(name) + len(". ")
	}
	return at
}

// agencyBrackets gives the length of an agency's name in brackets before all else:
// "(MP) ", "(LUMEFN- Valdorian News Agency (VNA)) ".
func (d *reader) agencyBrackets(s string) int {
	if s == "" || s[0] != '(' {
		return 0
	}
	depth := 0
	for i := range min(len(s), longestDateline) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth > 0 {
			continue
		}
		inside, short := s[1:i], false
		for _, w := range fields(strings.Map(func(r rune) rune {
			if notWord(r) {
				return ' '
			}
			return r
		}, inside)) {
			short = short || len(w) > 1 && strings.ToUpper(w) == w
		}
		if rest := skipSpace(s, i+1); short && d.isName(inside) && rest > i+1 {
			return rest
		}
		return 0
	}
	return 0
}

// slashes gives the length of a dateline with an agency between slashes: "KARSK,
// February 11. /MP/. ", and in the first paragraph "Tavel/12.11.31/MP: ".
func (d *reader) slashes(s string, first bool) int {
	head := s[:min(len(s), longestDateline)]
	i := strings.IndexByte(head, '/')
	if i < 2 {
		return 0
	}
	n := strings.IndexByte(head[i+1:], '/')
	if n < 1 {
		return 0
	}
	j := i + 1 + n
	if s[i-1] == ' ' && d.isName(s[i+1:j]) && d.isDateline(strings.TrimRight(s[:i], " .")+" (A)", false) {
		return skipSpace(s, j+1+len(s[j+1:])-len(strings.TrimLeft(s[j+1:], ".-–— :")))
	}
	colon := strings.IndexByte(head[j:], ':')
	if first && colon > 0 && strings.Trim(s[i+1:j], "0123456789.- ") == "" && isPlace(s[:i], true) && d.isName(s[j+1:j+colon]) {
		return skipSpace(s, j+colon+1)
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
