package actor

import (
	"slices"

	"parley/internal/dossier"
)

// leaderOffice is the office that means whatever office leads the state or
// organisation: "the Ukrainian leader", "the NATO chief".
const leaderOffice = "leader"

// chairOffice is, of a part of a state, another word for its leader: "chairman of
// the Joint Chiefs of Staff".
const chairOffice = "chairman"

// offices knows canonical offices and their wordings. Articles do not count in
// wordings, and the same words of the files count as one.
type offices struct {
	trie     *trie
	meanings [][]meaning // by form
	known    *dossier.Offices
	same     map[uint64]uint64   // folded words → the folded word that they count as
	lead     map[uint64]leadKind // folded words that stand before an office
}

// leadKind is what a word before an office says about it.
type leadKind uint8

const (
	leadPass   leadKind = iota + 1 // nothing
	leadFormer                     // it was held before
	leadActing
	leadOther // it is another office: deputy, shadow
)

var leadLists = map[string]leadKind{"determiner": leadPass, "former": leadFormer, "acting": leadActing, "other": leadOther}

// wordSet is a list of words of the files.
func wordSet(file *dossier.File, use string) map[string]bool {
	set := map[string]bool{}
	for _, list := range file.Words {
		if list.Word == use {
			for _, w := range list.Forms {
				set[w] = true
			}
		}
	}
	return set
}

// meaning is an office that a wording stands for, in one state only or in all.
type meaning struct{ office, of string }

func newOffices(file *dossier.File, known *dossier.Offices) *offices {
	o := &offices{
		trie:  newTrie(8 * len(file.Offices)),
		known: known,
		same:  map[uint64]uint64{},
		lead:  map[uint64]leadKind{},
	}
	for use, kind := range leadLists {
		for w := range wordSet(file, use) {
			o.lead[readNameWord(w, 0).hash] = kind
		}
	}
	for _, s := range file.Same {
		to := readNameWord(s.Word, 0).hash
		for _, form := range s.Forms {
			o.same[readNameWord(form, 0).hash] = to
		}
	}
	for _, f := range file.Offices {
		if !slices.ContainsFunc(f.Says, func(w dossier.Wording) bool { return w.Words == f.Name }) {
			o.add(f.Name, meaning{office: f.Name})
		}
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
	if !slices.Contains(o.meanings[at], m) {
		o.meanings[at] = append(o.meanings[at], m)
	}
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
