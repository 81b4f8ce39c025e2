package actor

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The normal form of a word of a name, under which spellings and
// transliterations of one name fall together:
//
//   - case and diacritics are dropped (Erdoğan, Erdogan), ß ø ł đ æ œ ı þ written out;
//   - a double letter counts once (Zelenskyy, Mohammed, Hussein);
//   - and in words of four letters or more
//     final iy, ij, yj, i → y (Zelenskiy, Zelenskii, Dmitri, Yuri, Medinski),
//     so that final ei is ey (Sergei, Andrei); final iya → ia; final dr → der (Aleksandr);
//     ks → x (Aleksei), ou → u (Mahmoud), first ye → e (Yelena);
//     m, o or u, h, a, m, a or e, d → mohamed.
//
// Both sides are folded, so that a fold which joins two unlike names only widens
// the choice. Nothing is cut off: Kiev and Kyiv, Volodymyr and Vladimir are
// different names and stand in the data.

// mostFolded is the most bytes of a word's normal form that count.
const mostFolded = 48

// nameWord is one word of a text in its normal form.
type nameWord struct {
	hash  uint64
	end   int  // byte after the word
	caps  bool // begins with a capital letter, a digit or a letter without case
	upper bool // has no lower-case letter
	runes int
}

// asciiFold is the lower case of letters and digits, 0 of all other bytes.
var asciiFold = func() (t [256]byte) {
	for c := range utf8.RuneSelf {
		switch lower := c | 0x20; {
		case 'a' <= lower && lower <= 'z':
			t[c] = byte(lower)
		case '0' <= c && c <= '9':
			t[c] = byte(c)
		}
	}
	return t
}()

// readNameWord reads the word of letters and digits that begins at byte i of s. A
// word of no rune means that none begins there. Thousands are read when a directory
// loads and one at every place where a name may stand, so ASCII goes the short way.
func readNameWord(s string, i int) nameWord {
	var buf [mostFolded]byte
	n, w := 0, nameWord{end: i, caps: true, upper: true}
	for w.end < len(s) {
		c := s[w.end]
		lower := asciiFold[c]
		if lower == 0 {
			if c < utf8.RuneSelf {
				break
			}
			r, size := utf8.DecodeRuneInString(s[w.end:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
				break
			}
			n = w.wide(&buf, n, r)
			w.end += size
			continue
		}
		w.see(c != lower || c <= '9')
		n = putLetter(&buf, n, lower)
		w.end++
	}
	w.hash = foldedHash(&buf, n, w.runes)
	return w
}

func (w *nameWord) see(capital bool) {
	if !capital {
		w.upper = false
		if w.runes == 0 {
			w.caps = false
		}
	}
	w.runes++
}

// wide adds a letter outside ASCII, a combining mark not at all.
func (w *nameWord) wide(buf *[mostFolded]byte, n int, r rune) int {
	if unicode.Is(unicode.Mn, r) {
		return n
	}
	w.see(!unicode.IsLower(r))
	if firstPlain <= r && r <= lastPlain {
		for _, b := range []byte(plainLetters[r-firstPlain]) {
			n = putLetter(buf, n, b)
		}
		return n
	}
	var letter [utf8.UTFMax]byte
	for _, b := range letter[:utf8.EncodeRune(letter[:], farLetter(r))] {
		n = putLetter(buf, n, b)
	}
	return n
}

// putLetter adds a byte; a letter that repeats the one before counts once.
func putLetter(buf *[mostFolded]byte, n int, c byte) int {
	if n == mostFolded || (n > 0 && buf[n-1] == c && c < utf8.RuneSelf && c > '9') {
		return n
	}
	buf[n] = c
	return n + 1
}

// firstPlain and lastPlain bound the letters that plainLetters spells.
const firstPlain, lastPlain = 0xC0, 0x24F

var plainLetters = spellPlain()

// farLetter is a letter beyond those, in lower case; ё counts as е, as it is
// mostly printed, and the Azerbaijani ə as a.
func farLetter(r rune) rune {
	switch r = unicode.ToLower(r); r {
	case 'ё':
		return 'е'
	case 'ə':
		return 'a'
	}
	if 0x1E00 <= r && r <= 0x1EFF {
		for _, base := range norm.NFD.String(string(r)) {
			return base
		}
	}
	return r
}

func spellPlain() [lastPlain - firstPlain + 1]string {
	var t [lastPlain - firstPlain + 1]string
	for r := rune(firstPlain); r <= lastPlain; r++ {
		t[r-firstPlain] = withoutMarks(r)
	}
	for r, s := range map[rune]string{
		'ß': "ss", 'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d",
		'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ı': "i", 'þ': "th", 'Þ': "th", 'ħ': "h", 'Ħ': "h",
	} {
		t[r-firstPlain] = s
	}
	return t
}

func withoutMarks(r rune) string {
	for _, base := range norm.NFD.String(string(r)) {
		return string(unicode.ToLower(base))
	}
	return ""
}

// foldedHash folds the spelling of the n letters in buf and hashes them (FNV-1a).
func foldedHash(buf *[mostFolded]byte, n, runes int) uint64 {
	if runes >= 4 && n >= 3 && n < mostFolded {
		n = foldSpelling(buf, n)
	}
	h := uint64(14695981039346656037)
	for _, c := range buf[:n] {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

func foldSpelling(buf *[mostFolded]byte, n int) int {
	n = foldInside(buf, n)
	n = foldEnd(buf, n)
	if n == 7 && string(buf[:n]) != "mohamed" && isMohamed(buf[:n]) {
		copy(buf[:], "mohamed")
	}
	return n
}

// foldInside writes ks as x, ou as u and a first ye as e, in place.
func foldInside(buf *[mostFolded]byte, n int) int {
	if buf[0] == 'y' && buf[1] == 'e' {
		copy(buf[:], buf[1:n])
		n--
	}
	to := 1
	for i := 1; i < n; i++ {
		c := buf[i]
		switch before := buf[to-1]; {
		case c == 's' && before == 'k':
			buf[to-1] = 'x'
			continue
		case c == 'u' && before == 'o':
			buf[to-1] = 'u'
			continue
		}
		buf[to] = c
		to++
	}
	return to
}

func foldEnd(buf *[mostFolded]byte, n int) int {
	if n < 3 {
		return n
	}
	a, z := buf[n-2], buf[n-1]
	switch {
	case z == 'a' && a == 'y' && buf[n-3] == 'i':
		buf[n-2] = 'a'
		return n - 1
	case z == 'r' && a == 'd' && n < mostFolded:
		buf[n-1], buf[n] = 'e', 'r'
		return n + 1
	case (z == 'y' || z == 'j') && (a == 'i' || a == 'y'):
		buf[n-2] = 'y'
		return n - 1
	case z == 'i':
		buf[n-1] = 'y'
		if a == 'y' {
			return n - 1
		}
	}
	return n
}

func isMohamed(b []byte) bool {
	return b[0] == 'm' && (b[1] == 'o' || b[1] == 'u') && b[2] == 'h' && b[3] == 'a' &&
		b[4] == 'm' && (b[5] == 'a' || b[5] == 'e') && b[6] == 'd'
}
