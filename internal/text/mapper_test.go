package text

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// drawText draws valid UTF-8 of every width, long enough for several checkpoints.
func drawText(t *rapid.T) string {
	pieces := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "é", "“", "𝕏", "\n", "\r\n", "word ", "e\u0301", strings.Repeat("x", step)}), 0, 60)
	return strings.Join(pieces.Draw(t, "text"), "")
}

// TestMapperAgreesWithCounting holds every conversion against counting from the start.
func TestMapperAgreesWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawText(t)
		m := NewMapper(s)
		for b := 0; b <= len(s); b++ {
			if b < len(s) && !utf8.RuneStart(s[b]) {
				continue
			}
			before := s[:b]
			runes, units := utf8.RuneCountInString(before), len(utf16.Encode([]rune(before)))
			if got := m.ByteToRune(b); got != runes {
				t.Fatalf("byte %d is rune %d, want %d", b, got, runes)
			}
			if got := m.RuneToByte(runes); got != b {
				t.Fatalf("rune %d is byte %d, want %d", runes, got, b)
			}
			if got := m.ByteToUTF16(b); got != units {
				t.Fatalf("byte %d is unit %d, want %d", b, got, units)
			}
			if got := m.UTF16ToByte(units); got != b {
				t.Fatalf("unit %d is byte %d, want %d", units, got, b)
			}
			line, column := m.ByteToLine(b)
			start := strings.LastIndexByte(before, '\n') + 1
			if wantLine, wantColumn := strings.Count(before, "\n")+1, utf8.RuneCountInString(before[start:])+1; line != wantLine || column != wantColumn {
				t.Fatalf("byte %d is at %d:%d, want %d:%d", b, line, column, wantLine, wantColumn)
			}
		}
	})
}

func TestSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawText(t)
		m := NewMapper(s)
		total := utf8.RuneCountInString(s)
		start := rapid.IntRange(0, total).Draw(t, "start")
		end := rapid.IntRange(start, total).Draw(t, "end")
		span, ok := m.RunesToSpan(start, end)
		if !ok || span.In(s) != string([]rune(s)[start:end]) {
			t.Fatalf("runes %d-%d are %v", start, end, span)
		}
		if a, z := m.SpanToRunes(span); a != start || z != end {
			t.Fatalf("%v is %d-%d, want %d-%d", span, a, z, start, end)
		}
	})
	m := NewMapper("é𝕏")
	for _, c := range [][2]int{{-1, 1}, {1, 0}, {0, 3}} {
		if s, ok := m.RunesToSpan(c[0], c[1]); ok {
			t.Errorf("runes %v lie in the text, at %v", c, s)
		}
	}
}

// TestBeyond: positions outside the text count as its ends.
func TestBeyond(t *testing.T) {
	for _, s := range []string{"", "abc", "é𝕏"} {
		m := NewMapper(s)
		n := utf8.RuneCountInString(s)
		if m.ByteToRune(-1) != 0 || m.ByteToRune(len(s)+9) != n || m.RuneToByte(-1) != 0 || m.RuneToByte(n+9) != len(s) {
			t.Errorf("%q", s)
		}
	}
	if got := NewMapper("𝕏a").UTF16ToByte(1); got != 4 {
		t.Errorf("a unit inside a pair is byte %d, want 4", got)
	}
}

func BenchmarkByteToRune(b *testing.B) {
	m := NewMapper(strings.Repeat("“Wir kämen”, sagte sie. ", 40_000))
	b.ReportAllocs()
	for b.Loop() {
		m.ByteToRune(700_000)
	}
}
