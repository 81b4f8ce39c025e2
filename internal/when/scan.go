package when

import "strings"

// kind is the kind of a scanned piece of text.
type kind uint8

const (
	end   kind = iota
	word       // letters
	num        // digits, with an ordinal or plural ending
	junk       // a number that is no date: $60, 1,000, 3.5, 5pm
	owner      // 's
	mark       // anything else, one byte
)

// tok is one piece of text. Plain values: making one allocates nothing.
type tok struct {
	start, end int
	kind       kind
	entry      entry
	num        int  // value of digits
	digits     int  // how many
	ord        bool // 16th
	plural     bool // 1980s
	cap        bool // first letter is a capital
	dot        bool // abbreviation with its full stop
	mark       byte
}

func (t tok) is(c class) bool    { return t.kind == word && t.entry.class == c }
func (t tok) isMark(b byte) bool { return t.kind == mark && t.mark == b }
func (t tok) has(f flag) bool    { return t.kind == word && t.entry.flags&f != 0 }
func (t tok) dash() bool         { return t.kind == mark && (t.mark == '-' || t.mark == dash) }
func (t tok) value() int         { return int(t.entry.value) }
func (t tok) numeric() bool      { return t.kind == num && t.digits <= 2 && !t.plural }
func (t tok) fourDigits() bool   { return t.kind == num && t.digits == 4 && !t.ord }
func (t tok) singular() bool     { return t.entry.value == 1 }
func (t tok) dayOfMonth() bool   { return t.numeric() && t.num >= 1 && t.num <= 31 }
func (t tok) yearNumber() bool   { return t.fourDigits() && t.num >= 1500 && t.num < 2200 && !t.plural }

// dash and apostrophe stand for the bytes of – — and ’ in tok.mark.
const (
	dash       = 1
	apostrophe = 2
)

const (
	cSpace = iota
	cLetter
	cDigit
	cOther
)

// byteClass tells letters, digits and space apart; bytes of multi-byte characters
// count as letters but for those that begin general punctuation (E2).
var byteClass = func() (t [256]uint8) {
	for i := range t {
		switch {
		case i|0x20 >= 'a' && i|0x20 <= 'z' && i < 0x80, i >= 0x80 && i != 0xE2:
			t[i] = cLetter
		case i >= '0' && i <= '9':
			t[i] = cDigit
		case i == ' ' || i == '\t' || i == '\n' || i == '\r':
			t[i] = cSpace
		default:
			t[i] = cOther
		}
	}
	return t
}()

// scan reads the piece of text at or after i, ending before stop.
func (p *parser) scan(i int) tok {
	for i < p.stop && byteClass[p.text[i]] == cSpace {
		i++
	}
	if i >= p.stop {
		return tok{start: p.stop, end: p.stop}
	}
	switch byteClass[p.text[i]] {
	case cLetter:
		return p.scanWord(i)
	case cDigit:
		return p.scanNumber(i)
	}
	return p.scanMark(i)
}

func (p *parser) scanWord(i int) tok {
	j, ascii := i, true
	for j < p.stop && byteClass[p.text[j]] == cLetter {
		ascii = ascii && p.text[j] < 0x80
		j++
	}
	t := tok{start: i, end: j, kind: word, cap: p.text[i] >= 'A' && p.text[i] <= 'Z'}
	if ascii {
		t.entry = p.lex.find(p.text[i:j])
	}
	if t.has(abbr) && j < p.stop && p.text[j] == '.' {
		t.end, t.dot = j+1, true
	}
	return t
}

func (p *parser) scanNumber(i int) tok {
	t := tok{start: i, kind: num}
	if i > 0 && strings.IndexByte("$.#/", p.text[i-1]) >= 0 {
		t.kind = junk
	}
	j := i
	for ; j < p.stop && byteClass[p.text[j]] == cDigit; j++ {
		t.num = t.num*10 + int(p.text[j]-'0')
		if t.num > 1e8 {
			t.num = 1e8
		}
	}
	t.digits, t.end = j-i, j
	if j < p.stop && byteClass[p.text[j]] == cLetter {
		p.scanEnding(&t)
	}
	if j+1 < p.stop && strings.IndexByte(",.:/", p.text[j]) >= 0 && byteClass[p.text[j+1]] == cDigit {
		t.kind = junk
	}
	return t
}

// scanEnding reads the letters that touch a number: 16th, 1980s, 5pm.
func (p *parser) scanEnding(t *tok) {
	j := t.end
	for j < p.stop && byteClass[p.text[j]] == cLetter {
		j++
	}
	switch p.text[t.end:j] {
	case "st", "nd", "rd", "th":
		t.ord = true
	case "s":
		t.plural = true
	default:
		t.kind = junk
	}
	t.end = j
}

func (p *parser) scanMark(i int) tok {
	t := tok{start: i, end: i + 1, kind: mark, mark: p.text[i]}
	if t.mark == 0xE2 && i+2 < p.stop {
		t.end = i + 3
		switch p.text[i+1 : i+3] {
		case "\x80\x93", "\x80\x94", "\x80\x90", "\x80\x91":
			t.mark = dash
		case "\x80\x99":
			t.mark = apostrophe
		}
	}
	if t.mark == '\'' || t.mark == apostrophe {
		if p.letterS(t.end) {
			t.kind, t.end = owner, t.end+1
		}
	}
	return t
}

// letterS reports whether a lone letter s stands at i.
func (p *parser) letterS(i int) bool {
	return i < p.stop && p.text[i] == 's' && (i+1 >= p.stop || byteClass[p.text[i+1]] != cLetter)
}

// back is the piece of text before i: a word or a mark, end at the start.
func (p *parser) back(i int) tok {
	for i > p.start && byteClass[p.text[i-1]] == cSpace {
		i--
	}
	if i == p.start {
		return tok{start: i, end: i}
	}
	if byteClass[p.text[i-1]] != cLetter {
		return tok{start: i - 1, end: i, kind: mark, mark: p.text[i-1]}
	}
	j := i
	for j > p.start && byteClass[p.text[j-1]] == cLetter {
		j--
	}
	return p.scanWord(j)
}
