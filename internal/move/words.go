package move

import (
	"fmt"
	"io/fs"
	"strings"

	"parley/internal/dossier"
)

// class is the use of a word or phrase.
type class uint8

const (
	other class = iota
	topic
	verb
	pro // "for" in the files
	weak
	contra
	good
	bad
	urge
	begin
	ending
	aside
	alonePro
	aloneContra
	condition
	conditionOpen
	unless
	ifNot
	negation
	modal
	will
	be
	first
	third
	both
	preposition
	relative
	but
	deny
	pronoun
	may
	raising
	nominal
	flip
	soft
	only
	onlyThen
	precondition
	party    // found through Parties
	comma    // , – —
	sentence // . ? ! ;
)

// uses are the lists of the files. A word of several lists has the classes of all.
var uses = map[string]class{
	"topic": topic, "verb": verb, "for": pro, "weak": weak, "against": contra, "good": good, "bad": bad,
	"urge": urge, "begin": begin, "end": ending, "aside": aside, "alone-for": alonePro,
	"alone-against": aloneContra, "condition": condition, "condition-open": conditionOpen,
	"unless": unless, "if-not": ifNot, "negation": negation, "modal": modal, "will": will, "be": be,
	"first": first, "third": third, "both": both, "preposition": preposition, "relative": relative,
	"but": but, "deny": deny, "pronoun": pronoun, "may": may, "raising": raising, "nominal": nominal, "flip": flip, "soft": soft, "only": only, "only-then": onlyThen, "precondition": precondition,
}

// set is a set of classes.
type set uint64

func (s set) has(c class) bool { return s>>c&1 == 1 }
func (s set) any(o set) bool   { return s&o != 0 }
func of(cs ...class) (s set) {
	for _, c := range cs {
		s |= 1 << c
	}
	return s
}

// pattern is a phrase with its classes.
type pattern struct {
	words []string // lower case
	open  []bool   // the word may have any ending
	is    set
}

// lexicon finds phrases by the first two letters of their first word: one look into
// a table for every word of a content, and few phrases to compare.
type lexicon struct {
	starts [1 << 10][]pattern
}

// start is the place of a word in the table: its first two bytes, folded.
func start[T string | []byte](w T) int {
	if len(w) < 2 {
		return int(w[0]) & 31
	}
	return int(w[0])&31<<5 | int(w[1])&31
}

// loadWords reads lines "list: phrase, phrase …" into the lists.
func loadWords(fsys fs.FS, file string) (map[string][]string, error) {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	lists := map[string][]string{}
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, rest, ok := strings.Cut(line, ":")
		if _, known := uses[key]; !ok || !known {
			return nil, fmt.Errorf("%s:%d: no list %q", file, n, key)
		}
		lists[key] = append(lists[key], strings.Split(rest, ",")...)
	}
	return lists, nil
}

// addAll adds lists; one that is not known is passed over, as a dossier may have
// words for other stages.
func (l *lexicon) addAll(lists map[string][]string) {
	for key, phrases := range lists {
		c, ok := uses[key]
		if !ok {
			continue
		}
		for _, ph := range phrases {
			l.add(ph, c)
		}
	}
}

func (l *lexicon) add(phrase string, c class) {
	var p pattern
	for w := range strings.FieldsSeq(strings.ToLower(phrase)) {
		stem := strings.TrimSuffix(w, "*")
		p.words, p.open = append(p.words, strings.ReplaceAll(stem, "’", "'")), append(p.open, stem != w)
	}
	if len(p.words) == 0 || len(p.words[0]) < 1 || p.open[0] && len(p.words[0]) < 2 {
		return
	}
	p.is = of(c)
	list := l.starts[start(p.words[0])]
	for i := range list {
		if list[i].same(p) {
			list[i].is |= p.is
			return
		}
	}
	l.starts[start(p.words[0])] = append(list, p)
}

func (p pattern) same(o pattern) bool {
	if len(p.words) != len(o.words) {
		return false
	}
	for i := range p.words {
		if p.words[i] != o.words[i] || p.open[i] != o.open[i] {
			return false
		}
	}
	return true
}

// fits reports whether the i-th word of the pattern is w, lower case.
func (p pattern) fits(i int, w []byte) bool {
	if p.open[i] {
		return len(w) >= len(p.words[i]) && string(w[:len(p.words[i])]) == p.words[i]
	}
	return string(w) == p.words[i]
}

// lexiconOf makes the lexicon of one issue: the words of every dossier and its own.
func lexiconOf(common map[string][]string, is *dossier.Issue) *lexicon {
	l := new(lexicon)
	l.addAll(common)
	l.addAll(is.Words)
	return l
}

// only gives the lexicon of the phrases that have one of the classes.
func (l *lexicon) only(cs set) *lexicon {
	o := new(lexicon)
	for i, list := range l.starts {
		for _, p := range list {
			if p.is.any(cs) {
				o.starts[i] = append(o.starts[i], p)
			}
		}
	}
	return o
}
