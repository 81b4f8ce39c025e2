package main

import (
	"os"
	"runtime"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"parley/internal/news"
)

// isTerminal reports whether a person looks at what is written to f.
func isTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// hasColour reports whether what is written to f may be coloured. Old consoles of
// Windows print the signs for colours as they are.
func hasColour(f *os.File) bool {
	modern := runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != "" || os.Getenv("TERM") != ""
	return isTerminal(f) && os.Getenv("NO_COLOR") == "" && modern
}

// widthOf is the width of the terminal that f is, 0 when it is none.
func widthOf(f *os.File) int {
	if !isTerminal(f) {
		return 0
	}
	w, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return w
}

// ink colours words on a terminal and leaves them plain elsewhere.
type ink bool

func (i ink) paint(code, s string) string {
	if !i || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (i ink) bold(s string) string  { return i.paint("1", s) }
func (i ink) dim(s string) string   { return i.paint("2", s) }
func (i ink) green(s string) string { return i.paint("32", s) }
func (i ink) red(s string) string   { return i.paint("31", s) }
func (i ink) gold(s string) string  { return i.paint("33", s) }

// stance colours a stance; the word itself is always there.
func (i ink) stance(s news.Stance) string {
	switch s {
	case news.For:
		return i.green(string(s))
	case news.Against:
		return i.red(string(s))
	case news.Conditional:
		return i.gold(string(s))
	}
	return i.dim(string(s))
}

// oneLine folds white space and takes the control characters out that could drive a
// terminal or turn the order of letters round.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.Map(printable, s)), " ")
}

func printable(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return ' '
	case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == utf8.RuneError:
		return -1
	}
	return r
}

// oneLineKeep is oneLine for a piece of a line: spaces at its ends stay.
func oneLineKeep(s string) string {
	out := oneLine("x" + s + "x")
	return out[1 : len(out)-1]
}

// clip shortens s to n characters.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:n-1]), " ") + "…"
}

// wrap breaks a line at spaces so that it fits the terminal, and indents what
// follows the first break. Without a terminal the line stays whole.
func (m *Main) wrap(line string, indent int) string {
	if m.Width == 0 || utf8.RuneCountInString(line) <= m.Width {
		return line
	}
	room := max(m.Width, indent+20)
	var b strings.Builder
	at := 0
	for i, word := range strings.Split(line, " ") {
		n := visible(word)
		switch {
		case i == 0:
		case at+1+n > room && at > indent:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			at = indent
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}

// visible counts the characters of a word that take room: all but colour signs.
func visible(s string) int {
	n := utf8.RuneCountInString(s)
	for {
		_, rest, ok := strings.Cut(s, "\x1b[")
		if !ok {
			return n
		}
		code, after, _ := strings.Cut(rest, "m")
		n -= len(code) + 3
		s = after
	}
}
