package token

import (
	"unicode"
	"unicode/utf8"
)

// charClass is the class of an ASCII byte.
type charClass uint8

const (
	cSymbol charClass = iota
	cSpace
	cLetter // and the low line
	cDigit
	cPunct
	cDot
	cHyphen
	cQuote // " ' `
	cMoney
	cOpen  // [ ( {
	cClose // ] ) }
	cWide  // the first byte of a longer character
)

// classOf classes every byte value.
var classOf = func() (t [256]charClass) {
	set := func(s string, c charClass) {
		for i := range len(s) {
			t[s[i]] = c
		}
	}
	for b := range 256 {
		switch {
		case b >= utf8.RuneSelf:
			t[b] = cWide
		case b >= '0' && b <= '9':
			t[b] = cDigit
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			t[b] = cLetter
		}
	}
	set(" \t\n\v\f\r", cSpace)
	set("_", cLetter)
	set(",:;?!", cPunct)
	set(".", cDot)
	set("-", cHyphen)
	set("\"'`", cQuote)
	set("$", cMoney)
	set("[({", cOpen)
	set("])}", cClose)
	return t
}()

// isSpace reports whether r separates tokens and is part of none: white space and
// the invisible characters of saved pages that are no joiners.
func isSpace(r rune) bool {
	switch r {
	case '\u200b', '\u200e', '\u200f', '\ufeff', '\u180e',
		'\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069':
		return true
	}
	return unicode.IsSpace(r)
}

// isInner reports whether r goes on a word: letters, digits, combining marks and
// the invisible joiners.
func isInner(r rune) bool {
	switch r {
	case '\u00ad', '\u200c', '\u200d', '\u2060', '_':
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isApostrophe reports whether r stands for an apostrophe between two letters.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', '´', '`', '‘', 'ʻ', '\uff07':
		return true
	}
	return false
}

// isPunct reports whether a character beyond ASCII is of kind Punct.
func isPunct(r rune) bool {
	switch r {
	case '–', '—', '―', '‒', '…', '。', '！', '？', '，', '、', '；', '：', '؟', '،', '¿', '¡', '（', '）', '【', '】':
		return true
	}
	return false
}

// upperAt reports whether a capital letter starts at byte i of s.
func upperAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if c := s[i]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// lowerAt reports whether a small letter starts at byte i of s.
func lowerAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if c := s[i]; c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}

// innerAt reports whether a letter or digit starts at byte i of s.
func innerAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	switch classOf[s[i]] {
	case cLetter, cDigit:
		return true
	case cWide:
		r, _ := utf8.DecodeRuneInString(s[i:])
		return isInner(r)
	}
	return false
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && classOf[s[i]] == cDigit }

// skipSpace is the first byte from i on that is not ASCII space or a no-break space.
func skipSpace(s string, i int) int {
	for i < len(s) {
		switch {
		case classOf[s[i]] == cSpace:
			i++
		case s[i] == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0:
			i += 2
		default:
			return i
		}
	}
	return i
}
