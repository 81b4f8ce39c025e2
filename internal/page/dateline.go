package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// A dateMark is a page's date line: its day and what its label says of it.
type dateMark struct {
	day      news.Day
	labelled bool // a label such as "Published" stood before it
	updated  bool // the label tells of a change
	dateline bool // it stands in a dateline
	unit     int  // where it stands
	end      int  // bytes of the line that belong to it
}

// readDateLine reads a date line: a label or weekday, a day, a clock time. What
// comes after mark.end is something else. In the head of a page a date needs no
// label to be cut off the words that follow it.
func (w *words) readDateLine(s string, head bool) (m dateMark, ok bool) {
	if !w.mayStartDate(s) {
		return m, false
	}
	at := w.dateLabel(s, &m)
	if n := partial(s[at:]); n > 0 && m.labelled {
		m.end = at + n
		return m, true
	}
	st, found := scanDate(s[at:])
	if !found || at == 0 && !st.weekday && st.day.IsZero() {
		return m, false
	}
	m.day, m.end = st.day, at+st.n
	m.end += w.clock(s[m.end:])
	rest := strings.TrimLeftFunc(s[m.end:], isSeparator)
	set := len(s) - m.end - len(rest) // bytes of separators
	m.end = len(s) - len(rest)
	if strings.TrimLeftFunc(rest, notWord) == "" {
		m.end = len(s)
		return m, true
	}
	iso := len(st.raw(s[at:])) > 4 && isDigit(s[at+3])
	switch {
	case set == 0 || st.day.IsZero():
		return m, false
	case m.labelled && iso, set > 2:
		return m, true
	case at > 0 && !m.labelled:
		return m, false
	}
	return m, (m.labelled || st.weekday || head) && (opensSentence(rest) || m.labelled && strings.HasPrefix(rest, "by "))
}

// partial gives the length of a machine's date that lacks its day: "2031-11".
func partial(s string) int {
	c := cursor{s: s}
	if _, n := c.number(4); n != 4 {
		return 0
	}
	if c.byte("-") != 0 {
		if _, n := c.number(2); n != 2 {
			return 0
		}
	}
	if c.at < len(s) && s[c.at] != ' ' {
		return 0
	}
	return c.at
}

func (st stamp) raw(s string) string { return s[:st.n] }

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// isSeparator reports whether a character may set a date off from what follows. A
// comma may not: "On May 7, 2015, the" is a sentence.
func isSeparator(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("|•·●►»–—-/:", r)
}

func opensSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || strings.ContainsRune(openMarks, r)
}

// mayStartDate is a quick look at the first word.
func (w *words) mayStartDate(s string) bool {
	if s == "" || isDigit(s[0]) {
		return s != ""
	}
	c := cursor{s: s}
	word := c.peekWord()
	if len(word) < 2 || len(word) > 12 {
		return false
	}
	var low [12]byte
	for i := range len(word) {
		low[i] = word[i] | 0x20
	}
	return w.dateWords[string(low[:len(word)])] || isWeekday(word) || monthOf(word) > 0
}

// dateLabel passes the words before a date and notes what they say.
func (w *words) dateLabel(s string, m *dateMark) int {
	low := strings.ToLower(s[:min(len(s), 40)])
	for end := min(len(low), len(s)); end > 0; end-- {
		if end < len(low) && isLetterByte(low[end]) || !isLetterByte(low[end-1]) {
			continue
		}
		word := low[:end]
		if w.dates["label"][word] || w.dates["updated"][word] {
			m.labelled, m.updated = word != "on", w.dates["updated"][word]
			return len(s) - len(strings.TrimLeftFunc(s[end:], isSeparator))
		}
	}
	return 0
}

// clock gives the length of a clock time and zone at the start of s.
func (w *words) clock(s string) int {
	end, seen := 0, false
	for at := 0; at < len(s); {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if !unicode.IsSpace(r) && !strings.ContainsRune("-–—,.:()+|@/", r) {
				break
			}
			at += n
			continue
		}
		stop := at + strings.IndexFunc(s[at:]+" ", func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;()|", r) })
		word := strings.ToLower(s[at:stop])
		isTime := isClock(word)
		if !isTime && !w.dates["zone"][strings.TrimRight(word, ".")] && !w.dates["zone"][word] {
			break
		}
		seen = seen || isTime
		at = stop
		if seen {
			end = stop
		}
	}
	return end
}

// isClock reports whether a word is a clock time: 10:37, 7.20pm, 10:37:05.
func isClock(word string) bool {
	word = strings.TrimRight(word, ".apmh")
	i := strings.IndexAny(word, ":.")
	if i < 1 || i > 2 || len(word) > 8 {
		return false
	}
	for _, c := range []byte(word) {
		if !isDigit(c) && c != ':' && c != '.' {
			return false
		}
	}
	return len(word) >= i+3
}
