package text

import (
	"sort"
	"unicode/utf8"

	"parley/internal/news"
)

// Span is news.Span: a half-open range of bytes on rune boundaries.
type Span = news.Span

// step is the distance in bytes between two checkpoints of a Mapper.
const step = 512

// Mapper converts positions in one text. It holds a checkpoint every 512 bytes,
// so that a conversion costs O(512) and the map itself 3/64 of the text.
type Mapper struct {
	text  string
	marks []mark
	lines []int // byte offset of each line's start
	ascii bool
}

type mark struct{ bytes, runes, utf16 int }

// NewMapper reads the text once. The text must be valid UTF-8.
func NewMapper(s string) *Mapper {
	m := &Mapper{text: s, lines: []int{0}, ascii: true}
	runes, units, next := 0, 0, 0
	for i := 0; i < len(s); {
		if i >= next {
			m.marks = append(m.marks, mark{i, runes, units})
			next += step
		}
		if s[i] < utf8.RuneSelf {
			if s[i] == '\n' {
				m.lines = append(m.lines, i+1)
			}
			i, runes, units = i+1, runes+1, units+1
			continue
		}
		m.ascii = false
		r, n := utf8.DecodeRuneInString(s[i:])
		i, runes, units = i+n, runes+1, units+width16(r)
	}
	m.marks = append(m.marks, mark{len(s), runes, units})
	return m
}

func width16(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// walk goes from the checkpoint at or before the wanted position to the first
// rune whose measure is at least want.
func (m *Mapper) walk(want int, of func(mark) int) mark {
	i := sort.Search(len(m.marks), func(i int) bool { return of(m.marks[i]) > want }) - 1
	at := m.marks[max(i, 0)]
	for of(at) < want && at.bytes < len(m.text) {
		r, n := utf8.DecodeRuneInString(m.text[at.bytes:])
		at = mark{at.bytes + n, at.runes + 1, at.utf16 + width16(r)}
	}
	return at
}

// ByteToRune gives the number of code points before byte b; b beyond the text
// counts as its end.
func (m *Mapper) ByteToRune(b int) int {
	if m.ascii {
		return min(max(b, 0), len(m.text))
	}
	return m.walk(b, func(k mark) int { return k.bytes }).runes
}

// RuneToByte gives the byte at which code point r starts.
func (m *Mapper) RuneToByte(r int) int {
	if m.ascii {
		return min(max(r, 0), len(m.text))
	}
	return m.walk(r, func(k mark) int { return k.runes }).bytes
}

// ByteToUTF16 gives the number of UTF-16 units before byte b.
func (m *Mapper) ByteToUTF16(b int) int {
	return m.walk(b, func(k mark) int { return k.bytes }).utf16
}

// UTF16ToByte gives the byte at which UTF-16 unit u starts; a unit inside a
// surrogate pair gives the byte after the pair.
func (m *Mapper) UTF16ToByte(u int) int {
	return m.walk(u, func(k mark) int { return k.utf16 }).bytes
}

// ByteToLine gives line and column of byte b, both from 1; columns count code points.
func (m *Mapper) ByteToLine(b int) (line, column int) {
	line = sort.SearchInts(m.lines, b+1)
	return line, m.ByteToRune(b) - m.ByteToRune(m.lines[line-1]) + 1
}

// SpanToRunes converts both ends of a span to code points.
func (m *Mapper) SpanToRunes(s Span) (start, end int) {
	return m.ByteToRune(s.Start), m.ByteToRune(s.End)
}

// RunesToSpan converts code points to a span; ok is false when they do not lie in
// the text in order.
func (m *Mapper) RunesToSpan(start, end int) (s Span, ok bool) {
	total := m.marks[len(m.marks)-1].runes
	if start < 0 || end < start || end > total {
		return Span{}, false
	}
	return Span{Start: m.RuneToByte(start), End: m.RuneToByte(end)}, true
}
