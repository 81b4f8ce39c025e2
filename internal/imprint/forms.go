package imprint

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"parley/data"
)

// A form is a row of elements that words are held against.
type form struct {
	role     Role
	elements []element
}

// An element stands for words, one of a set of words, a name, a number or a place.
type element struct {
	kind     elementKind
	set      [][]string // the words of a set, the longest first; a single entry for a word
	optional bool
	outlet   bool // a name that its words tell to be an outlet's
}

type elementKind uint8

const (
	wordsOf elementKind = iota
	aName
	aNumber
	beginning
	aColon   // behind the word before
	follower // of another credit
)

// lexicon is the content of data/page/imprint.txt.
type lexicon struct {
	in       map[string]bool
	sets     map[string][][]string
	opening  map[string][]*form // forms by each word that they may open with
	anywhere []*form            // forms that open with a name
	agencies map[string]bool
	sites    map[string]string
	holders  [][2]string
}

// builtin gives the forms of the data file, read once. A fault in it is a fault of the
// program, and a test reads it too.
var builtin = sync.OnceValue(func() *lexicon {
	src, err := data.Page.ReadFile("page/imprint.txt")
	if err != nil {
		panic(err)
	}
	x, err := readLexicon(string(src))
	if err != nil {
		panic("data/page/imprint.txt: " + err.Error())
	}
	return x
})

func readLexicon(src string) (*lexicon, error) {
	x := &lexicon{in: map[string]bool{}, sets: map[string][][]string{}, opening: map[string][]*form{},
		agencies: map[string]bool{}, sites: map[string]string{}}
	for line := range strings.Lines(src) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || key == "#" {
			continue
		}
		if err := x.add(key, value); err != nil {
			return nil, fmt.Errorf("%q: %w", strings.TrimSpace(line), err)
		}
	}
	return x, nil
}

func (x *lexicon) add(key, value string) error {
	switch key {
	case "in":
		x.in[value] = true
	case "agency":
		x.agencies[value] = true
	case "site":
		host, name, _ := strings.Cut(value, " ")
		x.sites[host] = name
	case "holder":
		words, name, _ := strings.Cut(value, " = ")
		x.holders = append(x.holders, [2]string{words, name})
	default:
		if role := Role(key); role.known() {
			return x.addForm(role, value)
		}
		x.addWords(key, strings.Fields(value))
	}
	return nil
}

// addWords puts words into a set, behind those that are longer.
func (x *lexicon) addWords(set string, words []string) {
	at := len(x.sets[set])
	for at > 0 && len(x.sets[set][at-1]) < len(words) {
		at--
	}
	x.sets[set] = slices.Insert(x.sets[set], at, words)
}

// addForm reads a form. The sets that it names stand before it in the file.
func (x *lexicon) addForm(role Role, s string) error {
	f := &form{role: role}
	for _, w := range strings.Fields(s) {
		e := element{kind: wordsOf, set: [][]string{{w}}}
		switch {
		case w == "X", w == "Y":
			e = element{kind: aName, outlet: w == "Y"}
		case w == "#":
			e = element{kind: aNumber}
		case w == "^":
			e = element{kind: beginning}
		case w == ":":
			e = element{kind: aColon}
		case w == "+":
			e = element{kind: follower}
		case w[0] == '<':
			name := strings.Trim(w, "<>?")
			e.set, e.optional = x.sets[name], strings.HasSuffix(w, "?")
			if len(e.set) == 0 {
				return fmt.Errorf("no set %q stands before it", name)
			}
		}
		f.elements = append(f.elements, e)
	}
	return x.index(f)
}

// index files a form under the words that it may open with.
func (x *lexicon) index(f *form) error {
	seen := map[string]bool{}
	for _, e := range f.elements {
		switch e.kind {
		case beginning, follower:
			continue
		case aName:
			x.anywhere = append(x.anywhere, f)
			return nil
		case aNumber:
			return fmt.Errorf("a form opens with no number")
		}
		for _, words := range e.set {
			if !seen[words[0]] {
				seen[words[0]] = true
				x.opening[words[0]] = append(x.opening[words[0]], f)
			}
		}
		if !e.optional {
			return nil
		}
	}
	return fmt.Errorf("it holds nothing")
}

// has reports whether a set holds a word.
func (x *lexicon) has(set, word string) bool {
	for _, words := range x.sets[set] {
		if len(words) == 1 && words[0] == word {
			return true
		}
	}
	return false
}
