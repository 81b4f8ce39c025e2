package actor

import "unicode/utf8"

// trie finds the longest of many phrases that begins at a place in a text, word by
// word, under the normal form of words. Edges lie in one open-addressed table keyed
// by node and word, so that a probe is a hash and mostly one look; nothing is
// allocated.
type trie struct {
	edges []edge // length is a power of two
	used  int
	nodes []uint32 // by node: its first form, counted from 1; 0 is none. Node 0 is the root
	forms []form
}

type edge struct {
	key uint64 // of node and word; 0 is free
	to  uint32
}

// form is one way of writing the phrase that ends at a node. Phrases of the same
// folded words with other capitals are other forms: "Who" is not "WHO".
type form struct {
	caps    uint16 // words that begin with a capital letter in the phrase, by bit
	acronym uint16 // words of at most three letters that are all capitals in it
	dot     bool   // ends in a full stop: "U.S."
	at      uint32 // what the owner keeps for the phrase
	next    uint32 // the node's next form, counted from 1; 0 is none
}

// mostWords is the most words of a phrase.
const mostWords = 16

func newTrie(phrases int) *trie {
	size := 64
	for size < 2*phrases {
		size *= 2
	}
	return &trie{edges: make([]edge, size), nodes: make([]uint32, 1, size/2), forms: make([]form, 0, phrases)}
}

func edgeKey(node uint32, hash uint64) uint64 {
	k := (hash ^ uint64(node)*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
	return (k ^ k>>32) | 1
}

func (t *trie) step(node uint32, hash uint64) (uint32, bool) {
	key := edgeKey(node, hash)
	mask := uint64(len(t.edges) - 1)
	for i := key >> 1 & mask; ; i = (i + 1) & mask {
		switch t.edges[i].key {
		case key:
			return t.edges[i].to, true
		case 0:
			return 0, false
		}
	}
}

// grow is step that adds the edge it misses, in the free place at which the search ended.
func (t *trie) grow(node uint32, hash uint64) uint32 {
	key := edgeKey(node, hash)
	mask := uint64(len(t.edges) - 1)
	i := key >> 1 & mask
	for t.edges[i].key != 0 {
		if t.edges[i].key == key {
			return t.edges[i].to
		}
		i = (i + 1) & mask
	}
	to := uint32(len(t.nodes))
	t.nodes = append(t.nodes, 0)
	if t.used++; 2*t.used > len(t.edges) {
		t.double()
		t.put(edge{key, to})
	} else {
		t.edges[i] = edge{key, to}
	}
	return to
}

func (t *trie) put(e edge) {
	mask := uint64(len(t.edges) - 1)
	i := e.key >> 1 & mask
	for t.edges[i].key != 0 {
		i = (i + 1) & mask
	}
	t.edges[i] = e
}

func (t *trie) double() {
	old := t.edges
	t.edges = make([]edge, 2*len(old))
	for _, e := range old {
		if e.key != 0 {
			t.put(e)
		}
	}
}

// add puts a phrase in and returns where its form keeps its owner's number, which
// is fresh when no phrase of the same form was there. A phrase without a word, or
// of too many, gives nil.
func (t *trie) add(phrase string, fresh uint32) *form {
	node, f, n := uint32(0), form{at: fresh}, 0
	w := readNameWord(phrase, firstLetter(phrase))
	for w.runes > 0 && n < mostWords {
		node = t.grow(node, w.hash)
		if n > 0 || phrase[:w.end] != "The" {
			f.note(w, n)
		}
		n++
		next := skipSpace(phrase, w.end, w.runes)
		if next < 0 {
			f.dot = w.end < len(phrase) && phrase[w.end] == '.'
			return t.form(node, f)
		}
		w = readNameWord(phrase, next)
	}
	return nil
}

func (f *form) note(w nameWord, n int) {
	if w.caps {
		f.caps |= 1 << n
		if w.upper && w.runes > 1 && w.runes <= 3 {
			f.acronym |= 1 << n
		}
	}
}

func (t *trie) form(node uint32, f form) *form {
	for i := t.nodes[node]; i != 0; i = t.forms[i-1].next {
		if had := &t.forms[i-1]; had.caps == f.caps && had.acronym == f.acronym {
			had.dot = had.dot || f.dot
			return had
		}
	}
	f.next = t.nodes[node]
	t.forms = append(t.forms, f)
	t.nodes[node] = uint32(len(t.forms))
	return &t.forms[len(t.forms)-1]
}

// longestAt finds the longest phrase that begins at byte start of s, and where it
// ends. Letters that the phrase has as capitals are capitals in the text as well.
func (t *trie) longestAt(s string, start int) (end int, at uint32, ok bool) {
	node, caps, upper := uint32(0), uint16(0), uint16(0)
	for i, n := start, 0; i >= 0 && n < mostWords; {
		w := readNameWord(s, i)
		if w.runes == 0 {
			break
		}
		next, found := t.step(node, w.hash)
		if !found {
			if i = skipInitial(s, w); n == 0 {
				break
			}
			continue
		}
		node = next
		if w.caps {
			caps |= 1 << n
		}
		if w.upper {
			upper |= 1 << n
		}
		n++
		if f := t.agreeing(node, caps, upper); f != nil {
			end, at, ok = w.end, f.at, true
			if f.dot && w.end < len(s) && s[w.end] == '.' {
				end++
			}
		}
		i = skipSpace(s, w.end, w.runes)
	}
	return end, at, ok
}

// skipInitial goes over a middle initial that the phrase does not have: "Mark A.
// Milley" is "Mark Milley". It is -1 when the word is none.
func skipInitial(s string, w nameWord) int {
	if w.runes != 1 || !w.caps || w.end >= len(s) || s[w.end] != '.' {
		return -1
	}
	return skipSpace(s, w.end, 1)
}

// agreeing is the node's form with the most capitals that the text's capitals allow.
func (t *trie) agreeing(node uint32, caps, upper uint16) *form {
	var best *form
	for i := t.nodes[node]; i != 0; i = t.forms[i-1].next {
		f := &t.forms[i-1]
		if f.caps&^caps == 0 && f.acronym&^upper == 0 && (best == nil || f.caps|f.acronym > best.caps|best.acronym) {
			best = f
		}
	}
	return best
}

// firstLetter is the byte at which the first word of a phrase begins.
func firstLetter(s string) int {
	if s != "" && isLetter(s[0]) {
		return 0
	}
	for i := range s {
		if readNameWord(s, i).runes > 0 {
			return i
		}
	}
	return len(s)
}

// skipSpace goes from a word's end to the start of the next word of the same name:
// over one or two spaces, hyphens or apostrophes, or one line end, or the full stop
// of an initial or a short title and the space after it. It is -1 where the name
// cannot go on.
func skipSpace(s string, i, runes int) int {
	j, lines := i, 0
	if j < len(s) && s[j] == '.' && runes <= 3 {
		j++
	}
	for gap := 0; j < len(s) && gap < 3; gap++ {
		size := gapSize(s[j:])
		if size == 0 {
			break
		}
		if s[j] == '\n' {
			lines++
		}
		j += size
	}
	if j == i || j >= len(s) || lines > 1 {
		return -1
	}
	return j
}

// gapSize is the size of the space, hyphen or apostrophe at the start of s; 0 when
// there is none.
func gapSize(s string) int {
	switch c := s[0]; {
	case c == ' ' || c == '-' || c == '\'' || c == '\n' || c == '\r' || c == '\t':
		return 1
	case c < utf8.RuneSelf:
		return 0
	}
	switch r, size := utf8.DecodeRuneInString(s); r {
	case '\u00a0', '\u202f', '’', '‐', '‑':
		return size
	}
	return 0
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
