package token

import (
	"strings"
	"unicode/utf8"
)

// scanWord gives the end of the word whose first character is at i: letters and
// digits, joined by what joint allows. It always takes the first character.
func scanWord(s string, i int) int {
	j := i
	for j < len(s) {
		switch c := classOf[s[j]]; {
		case c == cLetter || c == cDigit:
			j++
			continue
		case c == cSpace:
			return max(j, i+1)
		case c == cWide:
			if r, n := utf8.DecodeRuneInString(s[j:]); isInner(r) {
				j += n
				continue
			} else if n > 1 && j > i && (r == '′' || r == '″') && digitAt(s, j-1) {
				j += n
				continue
			}
		}
		n := joint(s, j)
		if n == 0 {
			break
		}
		j += n
		if s[j-1] == '-' {
			if k := scanAcronym(s, j); k > 0 { // non-U.S.
				j = k
			}
		}
	}
	if j == i {
		_, n := utf8.DecodeRuneInString(s[i:])
		return i + n
	}
	return j
}

// joint gives the length of what joins two parts of one word at byte j, or 0: an
// apostrophe or a hyphen between letters, the signs inside a number, the dot of an
// internet name, the letters in brackets of "talk[s]".
func joint(s string, j int) int {
	if j == 0 {
		return 0
	}
	switch s[j] {
	case '\'':
		return between(s, j, 1)
	case '-':
		if n := between(s, j, 1); n > 0 {
			return n
		}
		return hyphenMark(s, j)
	case '.':
		if digitAt(s, j-1) && digitAt(s, j+1) {
			return 1
		}
		return domainDot(s, j)
	case ',':
		if digitAt(s, j-1) && digitAt(s, j+1) && digitAt(s, j+2) && digitAt(s, j+3) && !digitAt(s, j+4) {
			return 1
		}
	case ':', '/':
		if digitAt(s, j-1) && digitAt(s, j+1) {
			return 1
		}
	case '&':
		if upperAt(s, j-1) && upperAt(s, j+1) {
			return 1
		}
	case '@':
		return between(s, j, 1)
	case '$':
		if upperAt(s, j-1) && digitAt(s, j+1) {
			return 1
		}
	case '[':
		if n := bracketed(s, j); n > 0 {
			return n - j
		}
	}
	if s[j] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s[j:])
		if isApostrophe(r) || r == '‐' || r == '‑' {
			return between(s, j, n)
		}
	}
	return 0
}

// between gives n when a letter or digit stands on both sides of the n bytes at j.
func between(s string, j, n int) int {
	if c := s[j-1]; classOf[c] != cLetter && classOf[c] != cDigit && c < utf8.RuneSelf && c != '.' {
		return 0
	}
	if !innerAt(s, j+n) {
		return 0
	}
	return n
}

// hyphenMark joins "al-‘Arabi": a hyphen, an apostrophe and a letter.
func hyphenMark(s string, j int) int {
	if j+1 >= len(s) || s[j+1] == '`' {
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[j+1:])
	if !isApostrophe(r) || !lowerAt(s, j-1) || !upperAt(s, j+1+n) {
		return 0
	}
	return 1 + n
}

// domainDot joins "gazeta.ru": a dot between letters, and the part after it, or the
// one after that, is the last of an internet name.
func domainDot(s string, j int) int {
	if !innerAt(s, j-1) {
		return 0
	}
	for range 2 {
		k := j + 1
		for k < len(s) && s[k] >= 'a' && s[k] <= 'z' {
			k++
		}
		if lists().is(s[j+1:k], domain) && !innerAt(s, k) {
			return 1
		}
		if k == j+1 || k >= len(s) || s[k] != '.' {
			return 0
		}
		j = k
	}
	return 0
}

// scanAcronym gives the end of letters each with a full stop, at least two of
// them: "U.S.", "a.m.", "U.S.A"; or 0.
func scanAcronym(s string, i int) int {
	j, letters := i, 0
	for j < len(s) {
		n := letterLen(s, j)
		if n == 0 || j+n < len(s) && s[j+n] != '.' && innerAt(s, j+n) {
			break
		}
		letters++
		j += n
		if j >= len(s) || s[j] != '.' {
			break
		}
		j++
	}
	if letters < 2 {
		return 0
	}
	return j
}

// letterLen is the length of the letter at j, 0 if there is none.
func letterLen(s string, j int) int {
	switch {
	case classOf[s[j]] == cLetter:
		return 1
	case classOf[s[j]] == cWide && (upperAt(s, j) || lowerAt(s, j)):
		return runeLen(s[j:])
	}
	return 0
}

// scanURL gives the end of an address at i, or 0. The marks of the sentence behind
// it are left out.
func scanURL(s string, i int) int {
	if !strings.HasPrefix(s[i:], "http://") && !strings.HasPrefix(s[i:], "https://") && !strings.HasPrefix(s[i:], "www.") {
		return 0
	}
	j := i
	for j < len(s) && s[j] > ' ' && s[j] < utf8.RuneSelf && strings.IndexByte("\"<>`{}|\\^[]()", s[j]) < 0 {
		j++
	}
	for j > i && strings.IndexByte(".,:;?!'-", s[j-1]) >= 0 {
		j--
	}
	return j
}
