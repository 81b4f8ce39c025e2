package imprint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is one word of a passage, its marks put aside.
type word struct {
	start, end int // bytes of the report's text
	low        string
	upper      bool // opens with a capital letter
	number     bool
	opens      bool // first of the passage, or behind the end of a sentence or a bracket
	marked     bool // a mark that no name goes on over stands behind it
	colon      bool // a colon stands right behind it
}

// split cuts text[from:to] into words; (c) is ©.
func split(text string, from, to int) (out []word) {
	opens := true
	for at := from; at < to; {
		r, n := utf8.DecodeRuneInString(text[at:to])
		switch {
		case r == '©', bracketedC(text, from, at, to):
			out = append(out, word{start: at, end: at + n, low: "©", opens: opens})
			opens = false
			at += n
		case !wordRune(r):
			if stop := strings.ContainsRune(".,;:!?()[]|•·—–/\n", r); stop {
				opens = opens || !strings.ContainsRune(",—–/", r)
				mark(out, r, at)
			}
			at += n
		default:
			end := wordEnd(text, at, to)
			out = append(out, newWord(text, at, end, opens))
			opens = false
			at = end
		}
	}
	return out
}

// mark notes mark r at byte at behind the last word.
func mark(out []word, r rune, at int) {
	if len(out) == 0 {
		return
	}
	w := &out[len(out)-1]
	w.marked = true
	w.colon = w.colon || r == ':' && w.end == at
}

// bracketedC reports whether text[at:] is the letter of "(c)", in text[from:to].
func bracketedC(text string, from, at, to int) bool {
	return at > from && at+1 < to && text[at-1] == '(' && (text[at] == 'c' || text[at] == 'C') && text[at+1] == ')'
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' || r == '@' }

// wordEnd gives the end of the word at byte at: marks inside it belong to it, "rt.com",
// "Reporters'", "RFE/RL", "https://rt.com/a".
func wordEnd(text string, at, to int) int {
	if strings.HasPrefix(text[at:to], "http") {
		if n := strings.IndexFunc(text[at:to], unicode.IsSpace); n >= 0 {
			to = at + n
		}
		return at + len(strings.TrimRight(text[at:to], ".,;:!?)]\"'”’"))
	}
	for end := at; end < to; {
		r, n := utf8.DecodeRuneInString(text[end:to])
		if !wordRune(r) {
			after, _ := utf8.DecodeRuneInString(text[end+n : to])
			if !strings.ContainsRune(".-/'’", r) || end+n >= to || !wordRune(after) {
				return end
			}
		}
		end += n
	}
	return to
}

func newWord(text string, start, end int, opens bool) word {
	s := text[start:end]
	first, _ := utf8.DecodeRuneInString(s)
	w := word{start: start, end: end, low: strings.ToLower(s), upper: unicode.IsUpper(first), opens: opens}
	w.number = strings.Trim(s, "0123456789-–") == "" && unicode.IsDigit(first)
	return w
}

// longestName is the most words of a name.
const longestName = 7

// name gives the number of words that the name at word i has, 0 without one, and the words
// of an article before it.
func (x *lexicon) name(ws []word, i int) (article, n int) {
	if i < len(ws) && ws[i].low == "the" && !ws[i].marked {
		article = 1
		i++
	}
	if i >= len(ws) || !ws[i].upper || ws[i].number || x.has("nobody", ws[i].low) {
		return article, 0
	}
	for j := i; j < len(ws) && j < i+longestName; j++ {
		w := &ws[j]
		switch {
		case w.upper || w.number && j > i && w.end-w.start <= 2:
			n = j + 1 - i
		case j == i || !x.has("join", w.low):
			return article, n
		}
		if w.marked || possessive(w.low) {
			break
		}
	}
	if n == 1 && x.has("language", ws[i].low) { // "published in English"
		return article, 0
	}
	return article, n
}

func possessive(low string) bool {
	return strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s")
}

// entry gives the number of words of the longest entry of a set at word i, 0 without one.
func entry(set [][]string, ws []word, i int) int {
	for _, words := range set {
		if holds(words, ws, i) {
			return len(words)
		}
	}
	return 0
}

func holds(words []string, ws []word, i int) bool {
	if i+len(words) > len(ws) {
		return false
	}
	for k, w := range words {
		if ws[i+k].low != w {
			return false
		}
	}
	return true
}
