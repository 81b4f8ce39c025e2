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
	file  string // furniture, sections, captions
	max   int    // longest line, in words, that its rules hold for
	inset bool   // a part inside the report, after which the report goes on
	rank  int    // earlier lists win
}

// A lexicon finds the rules that hold for a line, by the first word of each.
type lexicon struct {
	opening map[string][]rule // is, starts
	inner   map[string][]rule // ends, has
	some    [256]uint64       // lengths, modulo 64, of inner's words by their first byte
	lists   int
}

// match gives the best rule that holds for a line, ok false without one. The line is
// in the normal form of a meter, with its shape.
func (l *lexicon) match(norm []byte, sh shape) (best rule, ok bool) {
	for at := 0; at < len(norm); {
		end := at + bytes.IndexByte(norm[at:], ' ')
		if end < at {
			end = len(norm)
		}
		if at == 0 {
			for _, r := range l.opening[string(norm[:end])] {
				if r.better(best, ok) && r.fits(sh) && r.holds(norm, at) {
					best, ok = r, true
				}
			}
		}
		if l.some[norm[at]]>>((end-at)&63)&1 == 1 {
			for _, r := range l.inner[string(norm[at:end])] {
				if r.better(best, ok) && r.fits(sh) && r.holds(norm, at) {
					best, ok = r, true
				}
			}
		}
		at = end + 1
	}
	return best, ok
}

func (r rule) better(than rule, found bool) bool { return !found || r.list.rank < than.list.rank }

// fits reports whether the rule is meant for such a line. Only a line that is nothing
// but a rule's words counts when it is a sentence or a quotation as well.
func (r rule) fits(sh shape) bool {
	switch {
	case sh.words > r.list.max:
		return false
	case r.how == is:
		return true
	case r.list.file == "sections":
		return sh.end != '.'
	}
	return !sh.quoted || sh.words < 6
}

func (r rule) holds(norm []byte, at int) bool {
	end := at + len(r.words)
	if end > len(norm) || string(norm[at:end]) != r.words || end < len(norm) && norm[end] != ' ' {
		return false
	}
	switch r.how {
	case is:
		return at == 0 && (end == len(norm) || string(norm[end:]) == " :")
	case starts:
		return at == 0
	case ends:
		return end == len(norm)
	}
	return true
}

func newLexicon() *lexicon {
	return &lexicon{opening: map[string][]rule{}, inner: map[string][]rule{}}
}

// read adds rules of the form that data/page/furniture.txt describes.
func (l *lexicon) read(file string, src []byte) error {
	var cur *list
	for i, line := range strings.Split(string(src), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# ") || line == "#":
		case line[0] == '[':
			var err error
			if cur, err = readList(line); err != nil {
				return fmt.Errorf("%s.txt:%d: %w", file, i+1, err)
			}
			cur.file, cur.rank = file, l.lists
			l.lists++
		case cur == nil || !l.add(cur, line):
			return fmt.Errorf("%s.txt:%d: %q is no rule", file, i+1, line)
		}
	}
	return nil
}

// add adds one rule, false when the line is none.
func (l *lexicon) add(to *list, line string) bool {
	var m meter
	kind, words, _ := strings.Cut(line, " ")
	h, ok := hows[kind]
	m.measure(strings.ReplaceAll(words, "#", "0"))
	if !ok || len(m.norm) == 0 {
		return false
	}
	norm := string(m.norm)
	first, _, _ := strings.Cut(norm, " ")
	if h == is || h == starts {
		l.opening[first] = append(l.opening[first], rule{norm, to, h})
		return true
	}
	l.inner[first] = append(l.inner[first], rule{norm, to, h})
	l.some[first[0]] |= 1 << (len(first) & 63)
	return true
}

func readList(line string) (*list, error) {
	inner, ok := strings.CutSuffix(line[1:], "]")
	if !ok {
		return nil, fmt.Errorf("%q does not end in ]", line)
	}
	l := &list{max: 30}
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

func firstWords(sets ...map[string]bool) map[string]bool {
	firsts := map[string]bool{}
	for _, set := range sets {
		for words := range set {
			first, _, _ := strings.Cut(words, " ")
			firsts[first] = true
		}
	}
	return firsts
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
	rules          *lexicon
	credits, dates map[string]map[string]bool
	names          map[string]map[string]bool
	dateWords      map[string]bool // first words of date labels
	byWords        map[string]bool // first words of bylines
	gluedWords     map[string]bool // first words of labels glued to titles
	meta           map[string][]string
	classes        classList
	english        map[string]bool // its small words
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
	w.rules = newLexicon()
	for _, name := range []string{"sections", "furniture", "captions"} {
		src, err := fs.ReadFile(files, "page/"+name+".txt")
		if err != nil {
			return nil, err
		}
		if err := w.rules.read(name, src); err != nil {
			return nil, err
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
	if src, err = fs.ReadFile(files, "page/english.txt"); err != nil {
		return nil, err
	}
	w.english = readSets(src)["english"]
	w.dateWords = firstWords(w.dates["label"], w.dates["updated"])
	w.byWords = firstWords(w.names["by"])
	w.gluedWords = firstWords(w.names["glued"])
	return &w, nil
}
