package wordpiece

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// A class says what a character does to the words around it.
type class uint32

const (
	word  class = iota // part of a word
	alone              // a word of its own: punctuation, CJK
	space              // ends a word
	drop               // as if it were not there: control characters, accents
)

// An entry tells all about one code point: the lowest two bits are its class, bit 2 says that
// the rest is an index into expansions; else the rest is what the character
// becomes, 0 for itself.
type entry uint32

const (
	classBits = 3
	expands   = 4
	rest      = 3 // how far the rest is shifted
	block     = 256
	blocks    = (utf8.MaxRune + 1) / block
)

func (e entry) class() class { return class(e & classBits) }

// A charTable holds the entries of all code points; equal blocks are shared.
type charTable struct {
	ascii      [utf8.RuneSelf]entry
	blocks     [blocks]*[block]entry
	owned      [blocks]bool // not shared
	expansions []string
}

//go:embed chars.txt
var charLines string

// chars gives the table of chars.txt.
var chars = sync.OnceValue(func() *charTable { return readChars(charLines) })

// readChars reads chars.txt; it panics on a broken file, which is built into the program.
func readChars(lines string) *charTable {
	t := new(charTable)
	var uniform [4]*[block]entry
	for c := range uniform {
		uniform[c] = new([block]entry)
		for i := range uniform[c] {
			uniform[c][i] = entry(c)
		}
	}
	for i := range t.blocks {
		t.blocks[i] = uniform[word]
	}
	for line := range strings.Lines(lines) {
		fields := strings.Fields(line)
		switch kind := fields[0]; kind {
		case "#":
		case "map":
			t.become(hex(fields[1]), fields[2:])
		default:
			c := map[string]class{"alone": alone, "space": space, "drop": drop}[kind]
			t.fill(hex(fields[1]), hex(fields[len(fields)-1]), c, uniform[c])
		}
	}
	copy(t.ascii[:], t.blocks[0][:])
	return t
}

// fill gives the code points first to last a class; blocks that they fill are whole.
func (t *charTable) fill(first, last rune, c class, whole *[block]entry) {
	for r := first; r <= last; {
		if r%block == 0 && r+block-1 <= last {
			t.blocks[r/block], t.owned[r/block] = whole, false
			r += block
			continue
		}
		t.own(r)[r%block] = entry(c)
		r++
	}
}

// own gives the block of r to write into, parted from those it was shared with.
func (t *charTable) own(r rune) *[block]entry {
	i := r / block
	if !t.owned[i] {
		b := *t.blocks[i]
		t.blocks[i], t.owned[i] = &b, true
	}
	return t.blocks[i]
}

// become notes what r turns into: one character or several.
func (t *charTable) become(r rune, into []string) {
	e := &t.own(r)[r%block]
	if len(into) == 1 {
		*e |= entry(hex(into[0])) << rest
		return
	}
	runes := make([]rune, len(into))
	for i, h := range into {
		runes[i] = hex(h)
	}
	*e |= entry(len(t.expansions))<<rest | expands
	t.expansions = append(t.expansions, string(runes))
}

func hex(s string) rune {
	n, err := strconv.ParseUint(s, 16, 21)
	if err != nil {
		panic("wordpiece: chars.txt: " + err.Error())
	}
	return rune(n)
}

// look gives the entry of r.
func (t *charTable) look(r rune) entry { return t.blocks[r/block][r%block] }

// Hangul syllables are decomposed by rule: The Unicode Standard, section 3.12.
const (
	hangulFirst, hangulLast       = 0xAC00, 0xD7A3
	jamoLead, jamoVowel, jamoTail = 0x1100, 0x1161, 0x11A7
	jamoTails, jamoVowelsAndTails = 28, 588
)

// appendChar adds what r becomes to dst; count tells how many characters that is.
func (t *charTable) appendChar(dst []byte, r rune, e entry) (out []byte, count int) {
	switch {
	case e&expands != 0:
		s := t.expansions[e>>rest]
		return append(dst, s...), utf8.RuneCountInString(s)
	case e>>rest != 0:
		return utf8.AppendRune(dst, rune(e>>rest)), 1
	case r >= hangulFirst && r <= hangulLast:
		n := r - hangulFirst
		dst = utf8.AppendRune(dst, jamoLead+n/jamoVowelsAndTails)
		dst = utf8.AppendRune(dst, jamoVowel+n%jamoVowelsAndTails/jamoTails)
		if n %= jamoTails; n == 0 {
			return dst, 2
		}
		return utf8.AppendRune(dst, jamoTail+n), 3
	}
	return utf8.AppendRune(dst, r), 1
}
