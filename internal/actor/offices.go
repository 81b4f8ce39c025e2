package actor

import (
	"strings"

	"parley/internal/dossier"
)

// leaderOffice is the office that means whatever office leads the state or
// organisation: "the Ukrainian leader", "the NATO chief".
const leaderOffice = "leader"

// offices knows canonical offices and their wordings. Articles do not count in
// wordings, and the same words of the files count as one.
type offices struct {
	trie     *trie
	meanings [][]meaning // by form
	single   map[string]bool
	same     map[uint64]uint64 // folded words → the folded word that they count as
}

// meaning is an office that a wording stands for, in one state only or in all.
type meaning struct{ office, of string }

func newOffices(file *dossier.File) *offices {
	o := &offices{
		trie:   newTrie(8 * len(file.Offices)),
		single: make(map[string]bool, len(file.Offices)),
		same:   map[uint64]uint64{},
	}
	for _, s := range file.Same {
		to := readNameWord(s.Word, 0).hash
		for _, form := range s.Forms {
			o.same[readNameWord(form, 0).hash] = to
		}
	}
	for _, f := range file.Offices {
		o.single[f.Name] = f.Single
		o.add(f.Name, meaning{office: f.Name})
		for _, w := range f.Says {
			o.add(w.Words, meaning{f.Name, w.Of})
		}
	}
	return o
}

func (o *offices) add(words string, m meaning) {
	node, f, n := uint32(0), form{at: uint32(len(o.meanings))}, 0
	for i := firstLetter(words); i >= 0 && n < mostWords; {
		w := readNameWord(words, i)
		if w.runes == 0 {
			break
		}
		if !isArticleWord(words[i:w.end]) {
			node = o.trie.grow(node, o.fold(w.hash))
			f.note(w, n)
			n++
		}
		i = skipSpace(words, w.end, w.runes)
	}
	if n == 0 {
		return
	}
	at := o.trie.form(node, f).at
	if int(at) == len(o.meanings) {
		o.meanings = append(o.meanings, nil)
	}
	o.meanings[at] = append(o.meanings[at], m)
}

func (o *offices) fold(hash uint64) uint64 {
	if to, ok := o.same[hash]; ok {
		return to
	}
	return hash
}

func isArticleWord(w string) bool {
	switch w {
	case "the", "a", "an", "The", "A", "An", "THE":
		return true
	}
	return false
}

// canonical is the office that a role's words mean in a state or organisation:
// what a wording of that state says before what one of all states says; the words
// in lower case when no office has them.
func (o *offices) canonical(words, of string) string {
	if _, ok := o.single[words]; ok && !o.redefined(words, of) {
		return words
	}
	meanings, end := o.at(words)
	best := ""
	if end == len(words) {
		for _, m := range meanings {
			if m.of == of || (m.of == "" && best == "") {
				best = m.office
			}
		}
	}
	if best == "" {
		return strings.ToLower(words)
	}
	return best
}

// redefined reports whether the name of an office means another office in the
// state: "secretary of state" is a junior office nearly everywhere.
func (o *offices) redefined(words, of string) bool {
	meanings, end := o.at(words)
	if of == "" || end != len(words) {
		return false
	}
	for _, m := range meanings {
		if m.of == of {
			return true
		}
	}
	return false
}

// at finds the meanings of the longest wording at the start of words.
func (o *offices) at(words string) ([]meaning, int) {
	w := officeWalk{offices: o, text: words}
	w.run(0, nil)
	return w.meanings, w.end
}
