package page

import (
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"parley/data"
)

// how says where in a line a rule's words must stand.
type how uint8

const (
	is how = iota
	starts
	ends
	has
)

var hows = map[string]how{"is": is, "starts": starts, "ends": ends, "has": has}

// A rule names the list (and so the reason) that its words belong to.
type rule struct {
	words string // normalised as shape's words are
	list  *list
	how   how
}

// A list is one bracketed part of a rule file.
type list struct {
	name  string
	max   int  // longest line, in words, that its rules hold for
	inset bool // a part inside the report, after which the report goes on
	rank  int  // earlier lists win
}

// A lexicon finds the rules that hold for a line, by the first word of each.
type lexicon struct {
	byFirst map[string][]rule
	max     int // largest max of its lists
}

// match gives the best rule that holds for a line of n words, ok false without one.
// The line is in the normal form of shape.
func (l *lexicon) match(norm []byte, n int) (best rule, ok bool) {
	if n > l.max {
		return best, false
	}
	for at := 0; at < len(norm); {
		end := at + bytes.IndexByte(norm[at:], ' ')
		if end < at {
			end = len(norm)
		}
		for _, r := range l.byFirst[string(norm[at:end])] {
			if n <= r.list.max && (!ok || r.list.rank < best.list.rank) && r.holds(norm, at) {
				best, ok = r, true
			}
		}
		at = end + 1
	}
	return best, ok
}

func (r rule) holds(norm []byte, at int) bool {
	end := at + len(r.words)
	if end > len(norm) || string(norm[at:end]) != r.words || end < len(norm) && norm[end] != ' ' {
		return false
	}
	switch r.how {
	case is:
		return at == 0 && end == len(norm)
	case starts:
		return at == 0
	case ends:
		return end == len(norm)
	}
	return true
}

// readLexicon reads the form that data/page/furniture.txt describes.
func readLexicon(src []byte) (*lexicon, error) {
	lex := &lexicon{byFirst: map[string][]rule{}}
	var cur *list
	var sh meter
	for i, line := range strings.Split(string(src), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") || line == "#" {
			continue
		}
		if strings.HasPrefix(line, "[") {
			var err error
			if cur, err = readList(line, i); err != nil {
				return nil, fmt.Errorf("line %d: %w", i+1, err)
			}
			lex.max = max(lex.max, cur.max)
			continue
		}
		kind, words, _ := strings.Cut(line, " ")
		h, ok := hows[kind]
		if !ok || cur == nil {
			return nil, fmt.Errorf("line %d: %q is no rule", i+1, line)
		}
		sh.measure(strings.ReplaceAll(words, "#", "0"))
		norm := string(sh.norm)
		first, _, _ := strings.Cut(norm, " ")
		if norm == "" {
			return nil, fmt.Errorf("line %d: a rule without words", i+1)
		}
		lex.byFirst[first] = append(lex.byFirst[first], rule{norm, cur, h})
	}
	return lex, nil
}

func readList(line string, rank int) (*list, error) {
	inner, ok := strings.CutSuffix(line[1:], "]")
	if !ok {
		return nil, fmt.Errorf("%q does not end in ]", line)
	}
	l := &list{max: 30, rank: rank}
	var name []string
	for _, w := range strings.Fields(inner) {
		if n, ok := strings.CutPrefix(w, "max="); ok {
			v, err := strconv.Atoi(n)
			if err != nil {
				return nil, fmt.Errorf("%q is no number", n)
			}
			l.max = v
		} else if w == "inset" {
			l.inset = true
		} else {
			name = append(name, w)
		}
	}
	l.name = strings.Join(name, " ")
	return l, nil
}

// readSets reads lines "SET WORDS" into sets of words in lower case.
func readSets(src []byte) map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for line := range strings.Lines(string(src)) {
		set, words, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || set == "#" {
			continue
		}
		if sets[set] == nil {
			sets[set] = map[string]bool{}
		}
		sets[set][strings.TrimSpace(words)] = true
	}
	return sets
}

// readOrder reads lines "SET WORDS" into lists in the order of the file.
func readOrder(src []byte) map[string][]string {
	order := map[string][]string{}
	for line := range strings.Lines(string(src)) {
		if set, word, ok := strings.Cut(strings.TrimSpace(line), " "); ok && set != "#" {
			order[set] = append(order[set], word)
		}
	}
	return order
}

// words is everything that data/page holds.
type words struct {
	furniture, sections *lexicon
	credits, dates      map[string]map[string]bool
	names               map[string]map[string]bool
	dateWords           map[string]bool // first words of date labels
	meta                map[string][]string
	classes             classList
}

// lists gives the word lists, read once. The files are part of the binary, so a
// fault in them is a fault of the program; a test reads them too.
var lists = sync.OnceValue(func() *words {
	w, err := readWords(data.Page)
	if err != nil {
		panic("data/page: " + err.Error())
	}
	return w
})

func readWords(files fs.FS) (*words, error) {
	var w words
	for name, lex := range map[string]**lexicon{"furniture": &w.furniture, "sections": &w.sections} {
		src, err := fs.ReadFile(files, "page/"+name+".txt")
		if err != nil {
			return nil, err
		}
		if *lex, err = readLexicon(src); err != nil {
			return nil, fmt.Errorf("%s.txt: %w", name, err)
		}
	}
	for name, sets := range map[string]*map[string]map[string]bool{"credits": &w.credits, "dates": &w.dates, "names": &w.names} {
		src, err := fs.ReadFile(files, "page/"+name+".txt")
		if err != nil {
			return nil, err
		}
		*sets = readSets(src)
	}
	src, err := fs.ReadFile(files, "page/classes.txt")
	if err != nil {
		return nil, err
	}
	w.classes = readClasses(src)
	if src, err = fs.ReadFile(files, "page/meta.txt"); err != nil {
		return nil, err
	}
	w.meta = readOrder(src)
	w.dateWords = map[string]bool{}
	for _, set := range []string{"label", "updated"} {
		for words := range w.dates[set] {
			first, _, _ := strings.Cut(words, " ")
			w.dateWords[first] = true
		}
	}
	return &w, nil
}
