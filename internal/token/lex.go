package token

import (
	"strings"
	"unicode/utf8"
)

// lex cuts s, the report's text up to the passage's end, from byte i on into
// tokens. Apostrophes at a word's edge come out as marks; the quotation machine
// hands those back to their words that are none.
func (p *Parser) lex(s string, i int) {
	p.space = false
	p.begin = i
	for i < len(s) {
		switch classOf[s[i]] {
		case cSpace:
			p.space = true
			i++
		case cLetter, cDigit:
			i = p.lexWord(s, i)
		case cQuote:
			i = p.lexMarks(s, i)
		case cDot:
			i = p.lexDots(s, i)
		case cHyphen:
			i = p.lexHyphens(s, i)
		case cMoney:
			i = p.lexMoney(s, i, 1)
		case cOpen:
			i = p.lexBracket(s, i)
		case cPunct, cClose:
			i = p.emit(i, i+1, Punct)
		case cWide:
			i = p.lexWide(s, i)
		default:
			i = p.lexSymbol(s, i)
		}
	}
}

// emit adds a token and gives its end.
func (p *Parser) emit(start, end int, kind Kind) int {
	p.doc.Tokens = append(p.doc.Tokens, Token{Start: int32(start), End: int32(end), Kind: kind, Space: p.space, Quote: -1})
	p.space = false
	return end
}

// lexWide cuts a token that begins with a character beyond ASCII.
func (p *Parser) lexWide(s string, i int) int {
	if glyphAt(s, i).family != noFamily {
		return p.lexMarks(s, i)
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case isSpace(r):
		p.space = true
		return i + n
	case r == '…':
		return p.lexDots(s, i)
	case isInner(r):
		return p.lexWord(s, i)
	case isPunct(r):
		return p.emit(i, i+n, Punct)
	case isMoney(r):
		return p.lexMoney(s, i, n)
	}
	return p.emit(i, i+n, Symbol)
}

func isMoney(r rune) bool {
	switch r {
	case '€', '£', '¥', '₽', '₴', '₺', '₹', '₪', '₩', '¢':
		return true
	}
	return false
}

// lexMoney takes a currency sign together with the number that follows it.
func (p *Parser) lexMoney(s string, i, n int) int {
	if !digitAt(s, i+n) {
		return p.emit(i, i+n, Symbol)
	}
	return p.finishWord(s, i, scanWord(s, i+n))
}

// lexSymbol takes one sign, or a name that a sign begins: @name, #word.
func (p *Parser) lexSymbol(s string, i int) int {
	if (s[i] == '@' || s[i] == '#') && innerAt(s, i+1) {
		return p.finishWord(s, i, scanWord(s, i+1))
	}
	return p.emit(i, i+1, Symbol)
}

// lexDots takes a full stop or an ellipsis: "...", "…", ". . .".
func (p *Parser) lexDots(s string, i int) int {
	j := i
	for j < len(s) {
		if s[j] == '.' {
			j++
		} else if strings.HasPrefix(s[j:], "…") {
			j += len("…")
		} else {
			break
		}
	}
	if j == i+1 && strings.HasPrefix(s[j:], " . .") {
		for strings.HasPrefix(s[j:], " .") {
			j += 2
		}
	}
	return p.emit(i, j, Punct)
}

// lexHyphens takes a hyphen or a dash of hyphens.
func (p *Parser) lexHyphens(s string, i int) int {
	j := i + 1
	for j < len(s) && s[j] == '-' {
		j++
	}
	return p.emit(i, j, Punct)
}

// lexBracket takes an opening bracket, or a word whose first letters are bracketed:
// "[t]he".
func (p *Parser) lexBracket(s string, i int) int {
	if s[i] == '[' {
		if j := bracketed(s, i); j > 0 && innerAt(s, j) {
			return p.finishWord(s, i, scanWord(s, j))
		}
	}
	return p.emit(i, i+1, Punct)
}

// bracketed gives the end of "[letters]" at byte i, at most four of them, or 0.
func bracketed(s string, i int) int {
	j := i + 1
	for j < len(s) && classOf[s[j]] == cLetter {
		j++
	}
	if j == i+1 || j > i+5 || j >= len(s) || s[j] != ']' {
		return 0
	}
	return j + 1
}

// lexWord takes a word, a number or an address.
func (p *Parser) lexWord(s string, i int) int {
	if s[i] == 'h' || s[i] == 'w' {
		if j := scanURL(s, i); j > 0 {
			return p.emit(i, j, Symbol)
		}
	}
	j := 0
	if i+1 < len(s) && (s[i+1] == '.' || s[i] >= utf8.RuneSelf) {
		j = scanAcronym(s, i)
	}
	if j == 0 {
		j = scanWord(s, i)
	} else if s[j-1] == '.' {
		return p.tail(s, i, j)
	}
	return p.finishWord(s, i, j)
}

// finishWord adds the full stop of an abbreviation to the word [i, j) and emits it.
func (p *Parser) finishWord(s string, i, j int) int {
	if j < len(s) && s[j] == '.' {
		if p.short(s, i, j) {
			return p.tail(s, i, j+1)
		}
		if k := j + 2; k < len(s) && s[k] == '.' && p.lists.stop(s[i:k]) != notShort {
			return p.tail(s, i, k+1) // Ph.D.
		}
	}
	return p.emit(i, j, kindOf(s[i:j]))
}

// tail emits an abbreviation with what hangs on its stop: "U.S.'s", "U.S.-led".
func (p *Parser) tail(s string, i, j int) int {
	if j < len(s) && joint(s, j) > 0 {
		j = scanWord(s, j)
	}
	return p.emit(i, j, Word)
}

// short reports whether the full stop at j belongs to the word [i, j).
func (p *Parser) short(s string, i, j int) bool {
	if j+1 < len(s) && s[j+1] == '.' {
		return false
	}
	next := skipSpace(s, j+1)
	switch p.lists.stop(s[i:j]) {
	case notShort:
		return j == i+1 && p.initial(s, i, next)
	case number:
		return digitAt(s, next)
	case month:
		return next < len(s) && !upperAt(s, next)
	}
	return true
}

// initial reports whether the capital at i, with a stop after it, is the initial of
// a name: a name or a small letter follows, and not a word that begins sentences.
func (p *Parser) initial(s string, i, next int) bool {
	if !upperAt(s, i) || !innerAt(s, next) || digitAt(s, next) {
		return false
	}
	if s[i] == 'I' && !p.afterName(s) {
		return false
	}
	return !p.lists.is(s[next:scanWord(s, next)], starter)
}

// afterName reports whether the last token is a capitalised word.
func (p *Parser) afterName(s string) bool {
	n := len(p.doc.Tokens)
	return n > 0 && p.doc.Tokens[n-1].Kind == Word && upperAt(s, int(p.doc.Tokens[n-1].Start))
}

// kindOf tells a number from a word: it begins with a digit or a currency sign and
// has at most a short suffix ("16th", "1.5bn", but not "20-year-old").
func kindOf(w string) Kind {
	digits, letters := 0, 0
	for k := range len(w) {
		switch classOf[w[k]] {
		case cDigit:
			digits++
		case cLetter:
			letters++
		}
	}
	switch first := classOf[w[0]]; {
	case digits == 0:
		return Word
	case first == cDigit && letters <= 2, first == cMoney && !compound(w), strings.IndexByte(w, '$') > 0:
		return Number
	case first == cWide && digitAt(w, runeLen(w)):
		return Number
	}
	return Word
}

func runeLen(w string) int {
	_, n := utf8.DecodeRuneInString(w)
	return n
}

// compound reports whether a hyphen stands before a letter in w: $15-an-hour.
func compound(w string) bool {
	i := strings.IndexByte(w, '-')
	return i >= 0 && i+1 < len(w) && classOf[w[i+1]] == cLetter
}
