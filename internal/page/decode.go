package page

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	xunicode "golang.org/x/text/encoding/unicode"

	"parley/internal/news"
)

var marks = []struct {
	bom string
	enc encoding.Encoding
}{
	{"\xff\xfe", xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM)},
	{"\xfe\xff", xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM)},
}

// decode gives the characters of a text file or of a page's source. A byte order
// mark decides and is left out of the text; then the label, if the bytes bear it
// out; then the bytes themselves.
func decode(name string, data []byte, label string) (string, error) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(data, []byte(m.bom)); ok {
			return decodeAs(name, rest, m.enc)
		}
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if enc := wideWithoutMark(data); enc != nil {
		return decodeAs(name, data, enc)
	}
	if isBinary(data) {
		return "", news.Refuse("binary", "%s: not text", name)
	}
	if utf8.Valid(data) && !sevenBit(label) {
		return string(data), nil
	}
	if enc, canonical := charset.Lookup(label); enc != nil && canonical != "utf-8" && canonical != "replacement" {
		if text, err := decodeAs(name, data, enc); err == nil {
			return text, nil
		}
	}
	if mostlyUTF8(data) {
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), nil
	}
	return decodeAs(name, data, guessSingleByte(data))
}

// sevenBit reports whether a label names an encoding whose bytes are all valid
// UTF-8 without being it.
func sevenBit(label string) bool {
	_, canonical := charset.Lookup(label)
	return canonical == "iso-2022-jp"
}

func decodeAs(name string, data []byte, enc encoding.Encoding) (string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil || !plausible(out) {
		return "", news.Refuse("undecodable", "%s: in no encoding that can be told", name)
	}
	return string(out), nil
}

// plausible reports whether decoded text holds next to no characters that stand
// for a failure.
func plausible(text []byte) bool {
	bad, all := 0, 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError || r >= 0x80 && r < 0xa0 && r != 0x85 || r == 0 {
			bad++
		}
		all++
		i += n
	}
	return bad*50 <= all
}

// wideWithoutMark finds UTF-16 by its zero bytes.
func wideWithoutMark(data []byte) encoding.Encoding {
	head := data[:min(len(data), 4096)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 4:
		return nil
	case zeros[1]*10 > half*6 && zeros[0]*20 < half:
		return marks[0].enc
	case zeros[0]*10 > half*6 && zeros[1]*20 < half:
		return marks[1].enc
	}
	return nil
}

// isBinary reports whether bytes are no text in any encoding of one or more bytes:
// a known signature, or too many control characters.
func isBinary(data []byte) bool {
	for _, sign := range []string{"%PDF-", "PK\x03\x04", "\x89PNG", "GIF8", "\xff\xd8\xff", "RIFF", "\x7fELF", "MZ\x90", "OggS", "ID3", "wOFF", "wOF2", "BZh", "\xfd7zXZ", "7z\xbc\xaf", "SQLite format 3\x00"} {
		if bytes.HasPrefix(data, []byte(sign)) {
			return true
		}
	}
	control := 0
	for _, c := range data {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b {
			control++
		}
	}
	return control*100 > len(data)
}

// mostlyUTF8 reports whether broken bytes are few beside whole characters of
// several bytes.
func mostlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			whole++
		}
		data = data[n:]
	}
	return whole > 10*broken
}

// guessSingleByte tells Cyrillic text from Western text by how many of its bytes
// lie where windows-1251 has its letters: in Western text accents are rare.
func guessSingleByte(data []byte) encoding.Encoding {
	high, letters := 0, 0
	for _, c := range data {
		switch {
		case c >= 0xc0:
			high++
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		}
	}
	if high > letters {
		return charmap.Windows1251
	}
	return charmap.Windows1252
}
