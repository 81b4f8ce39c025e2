package wordpiece

import (
	"unicode/utf8"

	"parley/internal/news"
)

// maxChars is the length of a word beyond which it is unknown, in characters of
// what it becomes.
const maxChars = 100

// maxBytes holds a word of so many characters and what one more becomes, at most three.
const maxBytes = 4*maxChars + 3*4

// A Piece is one word piece and the bytes of the text that it stands for. Pieces of
// one word follow one another; where a character became several (Hangul), their bytes may be the same.
type Piece struct {
	ID         int32
	Start, End int32 // bytes of the text
	Continues  bool  // a piece with ##: not the first of its word
}

// Append cuts the words of text[span] into pieces and adds them to dst; positions are those of text,
// which is shorter than 2 GiB. It allocates nothing but dst.
func (v *Vocabulary) Append(dst []Piece, text string, span news.Span) []Piece {
	var w current
	at, end := span.Start, span.End
	for at < end {
		if c := text[at]; c < utf8.RuneSelf {
			e := v.chars.ascii[c]
			switch e.class() {
			case word:
				b := c
				if e>>rest != 0 {
					b = byte(e >> rest)
				}
				w.addByte(b, at)
			case drop:
			default:
				dst = w.end(v, dst)
				if e.class() == alone {
					w.addByte(c, at)
					dst = w.end(v, dst)
				}
			}
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:end])
		switch e := v.chars.look(r); e.class() {
		case word:
			w.add(v.chars, r, e, at, n)
		case drop:
		case space:
			dst = w.end(v, dst)
		case alone:
			dst = w.end(v, dst)
			w.add(v.chars, r, e, at, n)
			dst = w.end(v, dst)
		}
		at += n
	}
	return w.end(v, dst)
}

// current is the word being read: what its characters become, and where each of
// those bytes comes from.
type current struct {
	bytes  [maxBytes]byte
	from   [maxBytes]int32 // start of the text's character behind a byte
	until  [maxBytes]int32 // and its end
	hashes [maxBytes]uint32
	n      int   // bytes
	chars  int   // counted on beyond maxChars, where no bytes are kept
	lastTo int32 // end of the last character
}

// addByte adds an ASCII character that becomes b.
func (w *current) addByte(b byte, at int) {
	w.chars++
	w.lastTo = int32(at + 1)
	if w.chars > maxChars {
		return
	}
	w.bytes[w.n], w.from[w.n], w.until[w.n] = b, int32(at), int32(at+1)
	w.n++
}

// add adds character r of n bytes.
func (w *current) add(t *charTable, r rune, e entry, at, n int) {
	w.lastTo = int32(at + n)
	if w.chars > maxChars {
		return
	}
	out, count := t.appendChar(w.bytes[:w.n], r, e)
	w.chars += count
	for i := w.n; i < len(out); i++ {
		w.from[i], w.until[i] = int32(at), int32(at+n)
	}
	w.n = len(out)
}

// end cuts the word into pieces, adds them to dst and begins the next word.
func (w *current) end(v *Vocabulary, dst []Piece) []Piece {
	if w.n == 0 {
		return dst
	}
	old := len(dst)
	n := w.n
	if w.chars > maxChars {
		n = 0
	}
	for at := 0; at < n; {
		id, size := v.longestAt(w.bytes[at:n], at > 0, &w.hashes)
		if id < 0 {
			n = 0
			break
		}
		dst = append(dst, Piece{id, w.from[at], w.until[at+size-1], at > 0})
		at += size
	}
	if n == 0 {
		dst = append(dst[:old], Piece{v.unknown, w.from[0], w.lastTo, false})
	}
	w.n, w.chars = 0, 0
	return dst
}
