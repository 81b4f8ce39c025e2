package wordpiece

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"
)

// ErrVocabulary says that a list of word pieces cannot be used.
var ErrVocabulary = errors.New("bad vocabulary")

// A Vocabulary finds the longest word piece at the beginning of some bytes. It is a
// hash table with open addressing: hashes of all beginnings of a word come from one pass over it, the
// whole word is looked up first, and most words are whole pieces. It is not changed once made.
type Vocabulary struct {
	lines   []byte
	starts  []uint32 // of each piece's letters, without ##, in lines; one more at the end
	ends    []uint32
	slots   []slot
	mask    uint32
	longest int // bytes of the longest piece
	unknown int32
	chars   *charTable
}

// A slot holds a piece's hash and its id + 1; 0 is an empty slot.
type slot struct{ hash, id uint32 }

// FNV-1a of 32 bits; a piece with ## begins from another basis.
const (
	basisFirst, basisRest uint32 = 2166136261, 3339451269
	prime                 uint32 = 16777619
)

const maxPieces = 1 << 20

// New reads a list of word pieces, one a line; the line number is the id. The list is
// kept, not copied. A word that no pieces make up gets the id unknown.
func New(lines []byte, unknown int) (*Vocabulary, error) {
	v := &Vocabulary{lines: lines, unknown: int32(unknown), chars: chars()}
	if !utf8.Valid(lines) {
		return nil, fmt.Errorf("%w: not UTF-8", ErrVocabulary)
	}
	if n := bytes.Count(lines, []byte{'\n'}); n > maxPieces {
		return nil, fmt.Errorf("%w: %d pieces, at most %d", ErrVocabulary, n, maxPieces)
	}
	v.cut()
	if unknown < 0 || unknown >= v.Len() {
		return nil, fmt.Errorf("%w: unknown piece %d of %d", ErrVocabulary, unknown, v.Len())
	}
	return v, v.fill()
}

// Len is the number of pieces.
func (v *Vocabulary) Len() int { return len(v.starts) }

// Piece gives the piece of an id as the list has it, with ##.
func (v *Vocabulary) Piece(id int) string {
	if v.rest(id) {
		return "##" + string(v.letters(id))
	}
	return string(v.letters(id))
}

// cut finds the lines' ends. A last line without a line feed counts.
func (v *Vocabulary) cut() {
	for at := 0; at < len(v.lines); {
		end := bytes.IndexByte(v.lines[at:], '\n')
		next := at + end + 1
		if end < 0 {
			next = len(v.lines)
			end = next - at
		}
		line := bytes.TrimSuffix(v.lines[at:at+end], []byte{'\r'})
		start := at
		if len(line) > 2 && line[0] == '#' && line[1] == '#' {
			start += 2
		}
		v.starts = append(v.starts, uint32(start))
		v.ends = append(v.ends, uint32(at+len(line)))
		v.longest = max(v.longest, at+len(line)-start)
		at = next
	}
}

// letters gives the bytes of piece id without ##.
func (v *Vocabulary) letters(id int) []byte { return v.lines[v.starts[id]:v.ends[id]] }

// rest reports whether piece id begins with ##: it continues a word.
func (v *Vocabulary) rest(id int) bool {
	s := v.starts[id]
	return s >= 2 && v.lines[s-1] == '#' && v.lines[s-2] == '#'
}

// fill puts all pieces into the table, at most a quarter full.
func (v *Vocabulary) fill() error {
	size := uint32(16)
	for int(size) < 4*v.Len() {
		size *= 2
	}
	v.slots, v.mask = make([]slot, size), size-1
	for id := range v.Len() {
		letters, h := v.letters(id), basis(v.rest(id))
		for _, c := range letters {
			h = (h ^ uint32(c)) * prime
		}
		if old := v.find(letters, h, v.rest(id)); old >= 0 && len(letters) > 0 {
			return fmt.Errorf("%w: piece %q is there twice, %d and %d", ErrVocabulary, v.Piece(id), old, id)
		}
		at := h & v.mask
		for v.slots[at].id != 0 {
			at = (at + 1) & v.mask
		}
		v.slots[at] = slot{h, uint32(id) + 1}
	}
	return nil
}

func basis(rest bool) uint32 {
	if rest {
		return basisRest
	}
	return basisFirst
}

// find gives the id of the piece with these letters and this hash, or -1.
func (v *Vocabulary) find(letters []byte, h uint32, rest bool) int32 {
	for at := h & v.mask; v.slots[at].id != 0; at = (at + 1) & v.mask {
		if v.slots[at].hash != h {
			continue
		}
		id := int(v.slots[at].id - 1)
		if v.rest(id) == rest && bytes.Equal(v.letters(id), letters) {
			return int32(id)
		}
	}
	return -1
}

// longestAt gives the longest piece that letters begin with, and its bytes; -1 if
// there is none. It writes into hashes.
func (v *Vocabulary) longestAt(letters []byte, rest bool, hashes *[maxBytes]uint32) (id int32, n int) {
	h := basis(rest)
	letters = letters[:min(len(letters), v.longest, len(hashes))]
	for i, c := range letters {
		h = (h ^ uint32(c)) * prime
		hashes[i] = h
	}
	for n := len(letters); n > 0; n-- {
		if id := v.find(letters[:n], hashes[n-1], rest); id >= 0 {
			return id, n
		}
	}
	return -1, 0
}
