package page

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// judge decides a unit by its own words, where they suffice. The meter still holds
// the unit's normal form.
func (d *reader) judge(u *unit) {
	norm, s := d.meter.norm, d.text[u.Start:u.End]
	if r, ok := d.rules.match(norm, u.shape); ok {
		switch r.list.file {
		case "captions":
			u.kind = news.Caption
		case "sections":
			u.section = r.list
			fallthrough
		default:
			u.furniture(r.list.name)
		}
		return
	}
	switch {
	case u.words == 0:
		u.furniture("no words")
	case isURL(s):
		u.furniture("address")
	case strings.HasPrefix(s, "©") && u.words <= shortLine && u.numbers > 0 && !strings.Contains(s, "/"):
		u.furniture("copyright notice")
	case bytes.Count(norm, []byte("icon")) >= 3:
		u.furniture("icon names")
	case u.numbers > 0 && isReference(s):
		u.furniture("reference")
	case u.words > shortLine*2:
	case u.words <= 6 && u.mixed > 0 && u.latin > 0 && u.other > 0:
		u.furniture("language list")
	case u.words <= 6 && (u.words == u.numbers || d.clock(s) >= len(strings.TrimRight(s, ".:"))):
		u.furniture("numbers")
	case u.words <= 6 && s[0] == '(' && s[len(s)-1] == ')':
		u.furniture("sign-off")
	case u.words <= shortLine && d.byWords[firstWord(norm)] && d.isByline(s):
		u.furniture("byline")
		d.noteStamp(s)
	case u.words <= shortLine && !u.stops() && d.isCrumbs(s, norm):
		u.furniture("menu")
	case u.words <= shortLine && d.datedLine(s, u):
		u.furniture("date line")
	case d.isCredit(s, u):
		u.kind = news.Caption
	}
}

// longestOutlet is the most bytes of an outlet and a date behind a title.
const longestOutlet = 80

// isReference reports whether a line is an entry of a list of sources, a title in marks with
// its outlet and date: “Boats leave Port Sorrel” — Vend Times, May 3, 2031. What ends with a
// full stop inside its marks is a quotation and who said it.
func isReference(s string) bool {
	for _, dash := range []string{" — ", " – "} {
		i := strings.LastIndex(s, dash)
		if i < 1 || len(s)-i > longestOutlet {
			continue
		}
		title, tail := s[:i], strings.TrimRight(s[i+len(dash):], " .")
		bare := strings.TrimRight(title, "\"”")
		if len(bare) == len(title) || bare == "" || strings.IndexByte(".,!?", bare[len(bare)-1]) >= 0 || len(tail) < 6 || !unicode.IsUpper(rune(tail[0])) {
			return false
		}
		return isYear(tail[len(tail)-4:]) && strings.Contains(tail, ",")
	}
	return false
}

// isYear reports whether a string is a year of this or the last century.
func isYear(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")
}

func firstWord(norm []byte) string {
	first, _, _ := bytes.Cut(norm, []byte(" "))
	return string(first)
}

// shortLine is the largest number of words in a byline, a trail of navigation or a
// line with a date in it.
const shortLine = 16

// isByline reports whether a line is "By" and names, and notes the authors.
func (d *reader) isByline(s string) bool {
	rest, ok := d.cutBy(s)
	if !ok {
		return false
	}
	if i := strings.IndexAny(rest, "|•·–—"); i >= 0 {
		rest = rest[:i] // what follows is a date or an outlet
	}
	names, stop := 0, len(rest)
	for at, w := range fields(rest) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(@"))
		low := strings.ToLower(strings.Trim(w, ",.;()"))
		switch {
		case unicode.IsUpper(r):
			names++
		case d.names["joins"][low]:
		case r == '-' || r == '&' || unicode.IsDigit(r) || d.names["small"][low]:
			stop = min(stop, at)
		default:
			return false
		}
	}
	if names == 0 || names > 12 {
		return false
	}
	if i := strings.IndexByte(rest[:stop], ','); i > 0 {
		stop = i
	}
	if d.author == "" {
		d.author = strings.Trim(rest[:stop], " \u00a0.:")
	}
	return true
}

// cutBy takes the words that open a byline off a line.
func (d *reader) cutBy(s string) (string, bool) {
	end := 0
	for i, w := range fields(s) {
		if i > 12 {
			break
		}
		end = i + len(w)
		if d.names["by"][strings.ToLower(strings.TrimRight(s[:end], ":"))] {
			return strings.TrimLeft(s[end:], " :\u00a0"), end < len(s)
		}
	}
	return "", false
}

// fields yields the space-separated words of s with their offsets.
func fields(s string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at := 0; at < len(s); {
			at = skipSpace(s, at)
			end := strings.IndexFunc(s[at:], unicode.IsSpace)
			if end < 0 {
				end = len(s) - at
			}
			if end > 0 && !yield(at, s[at:at+end]) {
				return
			}
			at += end
		}
	}
}

// isCrumbs reports whether a line is a trail of navigation: "Home > World",
// "HomeWorld News".
func (d *reader) isCrumbs(s string, norm []byte) bool {
	marks := 0
	for i, r := range s {
		set := i > 0 && s[i-1] == ' '
		switch {
		case strings.ContainsRune("›»→", r) || r == '>' && set:
			marks++
		case (r == '/' || r == '|') && set && marks == 0:
			marks = 1
		}
	}
	c := cursor{s: s}
	word := c.peekWord()
	if marks > 1 || marks > 0 && d.names["crumb"][firstWord(norm)] {
		return true
	}
	if d.gluedWords[firstWord(norm)] && d.isGlued(s) {
		return true
	}
	for n := 3; n+1 < len(word) && n < 10; n++ { // glued to what follows: no space was printed
		if classes[word[n]] == cupper && classes[word[n-1]] == clower && d.names["crumb"][string(norm[:n])] {
			return true
		}
	}
	return false
}

// noteStamp notes the first whole date in a line.
func (d *reader) noteStamp(s string) {
	for at := range fields(s) {
		if st, ok := scanDate(s[at:]); ok && !st.day.IsZero() {
			d.marks = append(d.marks, dateMark{day: st.day, unit: len(d.units) - 1})
			return
		}
	}
}

// isGlued reports whether a line starts with a label and, with no space between, a
// title: "Next articleForum invites both sides".
func (d *reader) isGlued(s string) bool {
	for label := range d.names["glued"] {
		if n := len(label); len(s) > n && strings.EqualFold(s[:n], label) && opensName(s[n:]) {
			return true
		}
	}
	return false
}

// datedLine reports whether a short line is a date with a name or place beside it,
// and notes the date.
func (d *reader) datedLine(s string, u *unit) bool {
	if u.numbers == 0 || u.stops() {
		return false
	}
	for at := range fields(s) {
		st, ok := scanDate(s[at:])
		if !ok || st.day.IsZero() {
			continue
		}
		end := at + st.n
		end += d.clock(s[end:])
		if !d.labelsOnly(s[:at]) || !d.labelsOnly(s[end:]) {
			return false
		}
		d.marks = append(d.marks, dateMark{day: st.day, unit: len(d.units) - 1})
		return true
	}
	return false
}

// labelsOnly reports whether words beside a date are names and labels: at most five,
// each with a capital or a label's word.
func (d *reader) labelsOnly(s string) bool {
	n := 0
	for _, w := range fields(s) {
		w = strings.TrimFunc(w, notWord)
		r, _ := utf8.DecodeRuneInString(w)
		low := strings.ToLower(w)
		if w == "" || unicode.IsDigit(r) || d.dateWords[low] || d.dates["zone"][low] {
			continue
		}
		if n++; n > 5 || !unicode.IsUpper(r) && !d.names["small"][low] {
			return false
		}
	}
	return true
}
