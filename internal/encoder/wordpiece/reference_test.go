package wordpiece

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"flag"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"testing"

	"parley/internal/news"
)

// The test data are made by train/check_pieces.py from Hugging Face `tokenizers`.
//
//go:embed testdata/vocab.txt.gz
var vocabGz []byte

//go:embed testdata/fragments.json
var fragmentsJSON []byte

//go:embed testdata/lines.crc
var lineSums []byte

//go:embed testdata/codepoints.crc
var blockSums []byte

var reference = flag.String("reference", "", "a file of `lines` that train/check_pieces.py made, to compare as well")

func vocabulary(t testing.TB) *Vocabulary {
	t.Helper()
	unzip, err := gzip.NewReader(bytes.NewReader(vocabGz))
	if err != nil {
		t.Fatal(err)
	}
	lines, err := io.ReadAll(unzip)
	if err != nil {
		t.Fatal(err)
	}
	v, err := New(lines, 100)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// chance is the generator of check_pieces.py.
type chance uint64

func (c *chance) below(n int) int {
	*c = *c*6364136223846793005 + 1442695040888963407
	return int(uint64(*c) >> 33 % uint64(n))
}

// line puts a line together as check_pieces.py does.
func line(pool []string, c *chance) string {
	var b strings.Builder
	for n := 1 + c.below(12); n > 0; n-- {
		b.WriteString(pool[c.below(len(pool))])
		if c.below(3) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// flat gives the pieces of a text as check_pieces.py does: id, start, end.
func flat(v *Vocabulary, text string) []int32 {
	var out []int32
	for _, p := range v.Append(nil, text, news.Span{End: len(text)}) {
		out = append(out, p.ID, p.Start, p.End)
	}
	return out
}

func sum(old uint32, flat []int32) uint32 {
	var b []byte
	for _, x := range flat {
		b = binary.LittleEndian.AppendUint32(b, uint32(x))
	}
	return crc32.Update(old, crc32.IEEETable, b)
}

// TestLines compares the pieces of invented lines with the reference library's.
func TestLines(t *testing.T) {
	v, c := vocabulary(t), chance(2)
	var pool []string
	if err := json.Unmarshal(fragmentsJSON, &pool); err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for i := range len(lineSums) / 4 {
		text := line(pool, &c)
		if sum(0, flat(v, text)) != binary.LittleEndian.Uint32(lineSums[4*i:]) {
			wrong++
			if wrong < 10 {
				t.Errorf("line %d: %q: %s", i, text, spell(v, flat(v, text)))
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d lines are cut otherwise than by the reference", wrong, len(lineSums)/4)
	}
}

// TestCodePoints compares every code point in a word and at the end of one.
func TestCodePoints(t *testing.T) {
	v := vocabulary(t)
	for i := range len(blockSums) / 4 {
		var got uint32
		for r := rune(256 * i); r < rune(256*i+256); r++ {
			if r < 0xD800 || r >= 0xE000 {
				got = sum(got, flat(v, "In"+string(r)+"to e"+string(r)))
			}
		}
		if got != binary.LittleEndian.Uint32(blockSums[4*i:]) {
			t.Errorf("code points %04X to %04X differ from the reference", 256*i, 256*i+255)
		}
	}
}

// TestReference compares the lines of the file that -reference names.
func TestReference(t *testing.T) {
	if *reference == "" {
		return
	}
	file, err := os.Open(*reference)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	v, lines, wrong, pieces := vocabulary(t), 0, 0, 0
	for in := bufio.NewReader(file); ; lines++ {
		raw, err := in.ReadBytes('\n')
		if err != nil {
			break
		}
		var want struct {
			Text   string
			Pieces []int32
		}
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatal(err)
		}
		pieces += len(want.Pieces) / 3
		if got := flat(v, want.Text); sum(0, got) != sum(0, want.Pieces) {
			if wrong++; wrong < 10 {
				t.Errorf("%q\n got %s\nwant %s", want.Text, spell(v, got), spell(v, want.Pieces))
			}
		}
	}
	t.Logf("%d lines, %d pieces, %d lines differ", lines, pieces, wrong)
}

// spell writes pieces for people.
func spell(v *Vocabulary, flat []int32) string {
	var b strings.Builder
	for i := 0; i < len(flat); i += 3 {
		b.WriteString(v.Piece(int(flat[i])))
		b.WriteString(" ")
		x, _ := json.Marshal(flat[i+1 : i+3])
		b.Write(x)
	}
	return b.String()
}
