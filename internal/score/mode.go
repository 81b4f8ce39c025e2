package score

import (
	"strings"
	"unicode"

	"parley/internal/news"
)

// modes lists the modes in the order in which they are reported.
var modes = [...]news.Mode{news.Direct, news.Indirect, news.Mixed}

// quoted tells of each byte whether it stands inside double quotation marks, or
// two apostrophes or backquotes in their place. Corpora differ in their marks and
// lose some, so each line begins outside.
func quoted(t string) []bool {
	in := make([]bool, len(t))
	on := false
	for i := 0; i < len(t); {
		n, mark := doubleMark(t[i:])
		switch mark {
		case 0:
			in[i] = on
		case '“':
			on = true
		case '”', '\n':
			on = false
		default:
			on = !on
		}
		i += n
	}
	return in
}

// doubleMark tells what stands at the head of s: '“' opens, '”' closes, '"' does
// either, '\n' ends a line, 0 is something else; n is its length in bytes.
func doubleMark(s string) (n int, mark rune) {
	for _, m := range [...]struct {
		sign string
		mark rune
	}{{"“", '“'}, {"„", '“'}, {"«", '“'}, {"``", '“'}, {"”", '”'}, {"»", '”'}, {"''", '"'}, {"\"", '"'}, {"\n", '\n'}} {
		if strings.HasPrefix(s, m.sign) {
			return len(m.sign), m.mark
		}
	}
	return 1, 0
}

// modeOf tells how far the letters of the spans stand in quotation marks.
func modeOf(t string, in []bool, spans []news.Span) news.Mode {
	inside, outside := 0, 0
	for _, s := range spans {
		for i, r := range s.In(t) {
			switch {
			case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			case in[s.Start+i]:
				inside++
			default:
				outside++
			}
		}
	}
	switch {
	case inside == 0:
		return news.Indirect
	case outside == 0:
		return news.Direct
	}
	return news.Mixed
}
