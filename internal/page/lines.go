package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// A line is a text file's line, trimmed of space.
type line struct {
	news.Span
	runes  int
	indent bool // space stands before its first word
	gap    bool // an empty line stands before it
}

// splitLines gives the lines of text that are not empty.
func splitLines(text string) []line {
	lines := make([]line, 0, 1+strings.Count(text, "\n"))
	gap := false
	for at := 0; at < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		raw := text[at:end]
		cut := strings.TrimLeftFunc(raw, unicode.IsSpace)
		from := at + len(raw) - len(cut)
		cut = strings.TrimRightFunc(cut, unicode.IsSpace)
		if cut == "" {
			gap = true
		} else {
			lines = append(lines, line{news.Span{Start: from, End: from + len(cut)}, utf8.RuneCountInString(cut), from > at, gap})
			gap = false
		}
		at = next
	}
	return lines
}

const (
	narrow      = 40  // no text is wrapped narrower than this
	wide        = 130 // nor wider
	fewestWraps = 4   // pairs of lines that it takes to see the width
)

// wrapWidth gives the width at which the lines were broken hard, 0 when they were
// not. A line was broken by wrapping when the next line's first word did not fit
// on it; in wrapped text nearly all lines inside paragraphs are such.
func wrapWidth(text string, lines []line) int {
	var lengths []int
	for i := 1; i < len(lines); i++ {
		if !lines[i].gap {
			lengths = append(lengths, lines[i-1].runes)
		}
	}
	if len(lengths) < fewestWraps {
		return 0
	}
	slices.Sort(lengths)
	width := lengths[len(lengths)*95/100]
	if width < narrow || width > wide {
		return 0
	}
	full, lowered := 0, 0
	for i := 1; i < len(lines); i++ {
		if !lines[i].gap && overflows(text, lines[i-1], lines[i], width) {
			full++
			if r, _ := utf8.DecodeRuneInString(text[lines[i].Start:]); unicode.IsLower(r) {
				lowered++
			}
		}
	}
	// Lists of titles have lines of like length too, but they start with capitals.
	if full < fewestWraps || full*10 < len(lengths)*6 || lowered*10 < full*4 {
		return 0
	}
	return width
}

// overflows reports whether b's first word would not have fitted on a's line.
func overflows(text string, a, b line, width int) bool {
	word := text[b.Start:b.End]
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	return a.runes+1+utf8.RuneCountInString(word) > width
}

// paragraphs joins the lines of each paragraph, in place. The runes of a joined
// line are those of its last part, which decides about the next.
func paragraphs(text string, lines []line) []line {
	width := wrapWidth(text, lines)
	out := lines[:0]
	for _, l := range lines {
		if n := len(out) - 1; n >= 0 && !l.gap && joins(text, out[n], l, width) {
			out[n].End, out[n].runes, out[n].indent = l.End, l.runes, l.indent
			continue
		}
		out = append(out, l)
	}
	return out
}

// joins reports whether line b goes on with the paragraph that ends in line a.
func joins(text string, a, b line, width int) bool {
	if width > 0 {
		return overflows(text, a, b, width) && (a.indent || !b.indent)
	}
	// A tool that breaks the line at every link leaves halves that begin small.
	first, _ := utf8.DecodeRuneInString(text[b.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:a.End])
	return a.runes >= narrow && (unicode.IsLower(first) || strings.ContainsRune(",;)’", first)) &&
		(unicode.IsLetter(last) || last == ',')
}
