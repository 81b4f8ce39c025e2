package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// A stamp is a date as printed at the start of a string.
type stamp struct {
	day     news.Day // zero without a year, or when day and month cannot be told apart
	n       int      // bytes
	weekday bool     // a weekday stood before it
}

var (
	months   = namesOf("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
	weekdays = namesOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)

// namesOf numbers names from 1, each also cut to three, four and five letters.
func namesOf(names ...string) map[string]int {
	m := map[string]int{}
	for i, name := range names {
		for _, n := range []int{3, 4, 5, len(name)} {
			m[name[:min(n, len(name))]] = i + 1
		}
	}
	return m
}

// nameIn gives a name's number, 0 when it is none of them.
func nameIn(names map[string]int, w string) int {
	if len(w) < 3 || len(w) > 9 {
		return 0
	}
	var low [9]byte
	for i := range len(w) {
		low[i] = w[i] | 0x20
	}
	return names[string(low[:len(w)])]
}

// monthOf gives the number of a month's name, whole or cut to three letters or more.
func monthOf(w string) int { return nameIn(months, w) }

func isWeekday(w string) bool { return nameIn(weekdays, w) > 0 }

// scanDate reads a date at the start of s.
func scanDate(s string) (st stamp, ok bool) {
	c := cursor{s: s}
	if w := c.peekWord(); isWeekday(w) {
		c.at += len(w)
		c.skip(".,")
		st.weekday = true
	}
	if !st.weekday && (c.at >= len(s) || !isDigit(s[c.at]) && monthOf(c.peekWord()) == 0) {
		return st, false
	}
	from := c
	for _, read := range []func(*cursor) (news.Day, bool){isoDate, dottedDate, dayMonth, monthDay} {
		c = from
		if d, fine := read(&c); fine {
			st.day, st.n = d, c.at
			return st, true
		}
	}
	return st, false
}

type cursor struct {
	s  string
	at int
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (c *cursor) peekWord() string {
	end := c.at
	for end < len(c.s) && c.s[end] < utf8.RuneSelf && (classes[c.s[end]] == clower || classes[c.s[end]] == cupper) {
		end++
	}
	return c.s[c.at:end]
}

// skip passes spaces and at most one of the marks.
func (c *cursor) skip(marks string) {
	c.spaces()
	if c.at < len(c.s) && strings.IndexByte(marks, c.s[c.at]) >= 0 {
		c.at++
		c.spaces()
	}
}

func (c *cursor) spaces() {
	for c.at < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[c.at:])
		if !unicode.IsSpace(r) {
			return
		}
		c.at += n
	}
}

// number reads up to most digits that no further digit follows.
func (c *cursor) number(most int) (v, digits int) {
	for c.at < len(c.s) && isDigit(c.s[c.at]) && digits <= most {
		v = v*10 + int(c.s[c.at]-'0')
		c.at++
		digits++
	}
	if digits > most {
		return 0, 0
	}
	return v, digits
}

func (c *cursor) byte(marks string) byte {
	if c.at < len(c.s) && strings.IndexByte(marks, c.s[c.at]) >= 0 {
		c.at++
		return c.s[c.at-1]
	}
	return 0
}

// isoDate reads 2031-11-03, 2031/11/03 and 2031.11.03, with a clock time after T.
func isoDate(c *cursor) (news.Day, bool) {
	y, n := c.number(4)
	sep := c.byte("-/.")
	m, nm := c.number(2)
	if n != 4 || sep == 0 || nm == 0 || c.byte(string(sep)) == 0 {
		return news.Day{}, false
	}
	d, nd := c.number(2)
	if nd == 0 {
		return news.Day{}, false
	}
	if rest := c.s[c.at:]; len(rest) > 1 && rest[0] == 'T' && isDigit(rest[1]) {
		c.at += 1 + strings.IndexFunc(rest[1:]+" ", func(r rune) bool { return !strings.ContainsRune("0123456789:.+-Z", r) })
	}
	return validDay(y, m, d)
}

// dottedDate reads 3.11.2031, 03/11/2031 and 03-11-2031. With points the day comes
// first; otherwise only a number above twelve can tell.
func dottedDate(c *cursor) (news.Day, bool) {
	a, na := c.number(2)
	sep := c.byte("-/.")
	b, nb := c.number(2)
	if na == 0 || sep == 0 || nb == 0 || c.byte(string(sep)) == 0 {
		return news.Day{}, false
	}
	y, ny := c.number(4)
	if ny != 4 {
		return news.Day{}, false
	}
	switch {
	case sep == '.' || a > 12 || a == b:
		return validDay(y, b, a)
	case b > 12:
		return validDay(y, a, b)
	}
	_, ok := validDay(y, a, b)
	return news.Day{}, ok
}

// dayMonth reads "17 Nov, 2022", "17th of November 2022" and the like.
func dayMonth(c *cursor) (news.Day, bool) {
	d, n := c.number(2)
	if n == 0 {
		return news.Day{}, false
	}
	c.ordinal()
	c.skip(".-")
	if w := c.peekWord(); strings.EqualFold(w, "of") {
		c.at += len(w)
		c.spaces()
	}
	w := c.peekWord()
	m := monthOf(w)
	c.at += len(w)
	if m == 0 {
		return news.Day{}, false
	}
	return c.year(m, d)
}

// monthDay reads "Nov. 17, 2022", "November 17th 2022" and the like.
func monthDay(c *cursor) (news.Day, bool) {
	w := c.peekWord()
	m := monthOf(w)
	c.at += len(w)
	c.skip(".")
	d, n := c.number(2)
	if m == 0 || n == 0 || d == 0 || d > 31 {
		return news.Day{}, false
	}
	c.ordinal()
	return c.year(m, d)
}

func (c *cursor) ordinal() {
	switch w := strings.ToLower(c.peekWord()); w {
	case "st", "nd", "rd", "th":
		c.at += 2
	}
}

// year reads the year after day and month. Without one the date stands, but names no day.
func (c *cursor) year(m, d int) (news.Day, bool) {
	back := c.at
	c.skip(",.-")
	c.skip(",")
	y, n := c.number(4)
	if n != 4 {
		c.at = back
		_, ok := validDay(2000, m, d)
		return news.Day{}, ok
	}
	return validDay(y, m, d)
}

func validDay(y, m, d int) (news.Day, bool) {
	if y < 1800 || y > 2199 || m < 1 || m > 12 || d < 1 {
		return news.Day{}, false
	}
	day := news.Day{Year: y, Month: m, Date: d}
	return day, news.DayOf(day.Time()) == day
}
