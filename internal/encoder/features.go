package encoder

import (
	"unicode"
	"unicode/utf8"
)

// Rows of the feature tables.
const (
	shapes, quotes, paras = 6, 2, 2

	shapeLower   = 0 // no upper-case letter
	shapeTitle   = 1 // the first character and no other is upper case
	shapeUpper   = 2 // at least two cased letters, all of them upper case
	shapeMixed   = 3
	shapeNone    = 4 // no letter
	shapeSpecial = 5 // [CLS], [SEP]
)

// shapeOf tells the shape of a unit's letters. As in Python, a lower-case letter is one
// of category Ll or with the property Other_Lowercase, an upper-case one is of Lu, and title case is neither.
func shapeOf(unit string) uint8 {
	var letters, upper, cased int
	first := false
	for i, r := range unit {
		switch {
		case r < utf8.RuneSelf && (r|0x20 < 'a' || r|0x20 > 'z'), r >= utf8.RuneSelf && !unicode.IsLetter(r):
			continue
		case unicode.IsUpper(r):
			upper++
			cased++
			first = first || i == 0
		case unicode.IsLower(r), r >= utf8.RuneSelf && unicode.Is(unicode.Other_Lowercase, r):
			cased++
		}
		letters++
	}
	switch {
	case letters == 0:
		return shapeNone
	case upper == 0:
		return shapeLower
	case upper == 1 && first:
		return shapeTitle
	case upper > 1 && upper == cased:
		return shapeUpper
	}
	return shapeMixed
}

// quoteAt gives the state of double quotation marks behind the unit at text[start:end],
// given the one before it and the text up to the paragraph's end. All marks are units of their own.
func quoteAt(on uint8, paragraph string, start int) uint8 {
	switch c := paragraph[start]; {
	case c == '"':
		return 1 - on
	case c == '`' && start+1 < len(paragraph) && paragraph[start+1] == '`':
		return 1
	case c == '\'' && start+1 < len(paragraph) && paragraph[start+1] == '\'':
		return 0
	case c < utf8.RuneSelf:
		return on
	}
	switch r, _ := utf8.DecodeRuneInString(paragraph[start:]); r {
	case '“', '„', '«':
		return 1
	case '”', '»':
		return 0
	}
	return on
}
