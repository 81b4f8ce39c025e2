package main

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var colours = regexp.MustCompile("\x1b\\[[0-9]*m")

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"a\n\tb  c": "a b c", "\x1b[31mred": "[31mred", "a\u202eb": "ab", "a\u009bb": "ab", "caf\u00e9": "café", "": "", " \r\n": "",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("oneLine(%q) = %q, want %q", in, got, want)
		}
	}
	if got := oneLineKeep(" a\nb "); got != " a b " {
		t.Errorf("oneLineKeep: %q", got)
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{{"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"äöüß", 3, "äö…"}, {"ab cd", 4, "ab…"}} {
		if got := clip(c.in, c.n); got != c.want {
			t.Errorf("clip(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

// TestWrap: nothing is lost, no line is wider than the terminal where a break is
// possible, and what follows a break is indented.
func TestWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zäß]{1,12}`), 1, 40).Draw(t, "words")
		indent := rapid.IntRange(0, 12).Draw(t, "indent")
		width := rapid.IntRange(40, 90).Draw(t, "width")
		k := ink(true)
		for i := range words {
			if rapid.Bool().Draw(t, "colour") {
				words[i] = k.bold(words[i])
			}
		}
		line := strings.Repeat(" ", indent) + strings.Join(words, " ")
		got := (&Main{Width: width}).wrap(line, indent)
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(line), " ") {
			t.Fatalf("words are lost: %q", got)
		}
		for i, l := range strings.Split(got, "\n") {
			plain := colours.ReplaceAllString(l, "")
			if n := utf8.RuneCountInString(plain); n > width {
				t.Fatalf("line of %d characters, the terminal has %d: %q", n, width, plain)
			}
			if i > 0 && !strings.HasPrefix(l, strings.Repeat(" ", indent)) {
				t.Fatalf("line is not indented: %q", l)
			}
		}
		if (&Main{}).wrap(line, indent) != line {
			t.Fatal("a line is broken without a terminal")
		}
	})
}

func TestSize(t *testing.T) {
	for in, want := range map[string]size{"1": 1, "33554432": 32 << 20, "32MiB": 32 << 20, "64m": 64 << 20, "2 GB": 2 << 30, "10k": 10 << 10} {
		var s size
		if err := s.UnmarshalText([]byte(in)); err != nil || s != want {
			t.Errorf("%q: %d, %v, want %d", in, s, err, want)
		}
	}
	for _, in := range []string{"", "0", "-1", "1x", "M", "1.5M", "9999999999G"} {
		var s size
		if err := s.UnmarshalText([]byte(in)); err == nil {
			t.Errorf("%q is read as %d", in, s)
		}
	}
}

// TestColourIsOnlyColour: a terminal shows the same words as a file holds.
func TestColourIsOnlyColour(t *testing.T) {
	path := filled(t)
	for _, args := range [][]string{
		{"statements", "--explain"}, {"timeline"}, {"reports"}, {"actors"}, {"actors", "Varga"}, {"statements", "-f", "jsonl"}, {"statements", "-f", "csv"},
	} {
		args = append(args, "--ledger", path)
		var out bytes.Buffer
		if code := (&Main{Stdout: &out, Stderr: &bytes.Buffer{}, Colour: true}).Run(context.Background(), args); code != exitDone {
			t.Fatalf("%q: exit code %d", args, code)
		}
		plain := runs(t, exitDone, args...)
		if strings.Contains(plain, "\x1b") {
			t.Errorf("%q: colours without a terminal", args)
		}
		if colours.ReplaceAllString(out.String(), "") != plain {
			t.Errorf("%q: the terminal shows other words", args)
		}
	}
}

// TestFailedWrite: what cannot be printed is an error, not a short result.
func TestFailedWrite(t *testing.T) {
	var errs bytes.Buffer
	m := &Main{Stdout: full{}, Stderr: &errs}
	if code := m.Run(t.Context(), append([]string{"read", filepath.Join(examples, "pages")}, own...)); code != exitFailed {
		t.Errorf("exit code %d, want %d", code, exitFailed)
	}
	if !strings.Contains(errs.String(), "no space") {
		t.Errorf("stderr: %s", &errs)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// TestNoTables holds that the tables of go-dateparser, which cost every start a third
// of a second, are not linked; see third_party/dateparser.
func TestNoTables(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out), "go-dateparser/internal") {
		t.Error("the tables of go-dateparser are linked")
	}
}
