package actor

import (
	"slices"
	"strings"
	"sync"

	"parley/internal/dossier"
	"parley/internal/news"
)

// Entry is one actor of the directory.
type Entry struct {
	*dossier.Actor
	until []news.Day // by role: the day on which a known successor ends a role that has no end of its own; nil when none does
}

// How says by which of its words an actor was found.
type How uint8

// The ways of finding an actor, the surest first.
const (
	HowName      How = iota // its name
	HowAlso                 // another full form or spelling
	HowAdjective            // Russian
	HowPeople               // Russians
	HowCapital              // Moscow, for the state
	HowMetonym              // Kremlin
	HowSurname              // Lavrov
)

var howNames = [...]string{"name", "also", "adjective", "people", "capital", "metonym", "surname"}

// String is the way in a word.
func (h How) String() string { return howNames[h] }

// Match is an actor and how it was found.
type Match struct {
	Entry *Entry
	How   How
}

// Directory finds actors by their words and tells who held which office when. It
// is safe for use by many goroutines, as nothing changes it once it is made; what
// its methods return belongs to it and is not to be changed.
type Directory struct {
	entries  []Entry
	byID     func() map[string]*Entry // made when first asked for
	names    index
	surnames index
	holders  map[holding]*tenures
	offices  *offices
	file     *dossier.File

	beforeSurname, afterSurname map[string]bool

	scenes sync.Pool // of *Scene, whose room is used from report to report
}

// index is a trie whose phrases stand for actors, mostly for one.
type index struct {
	trie *trie
	one  []Match            // by form: the first actor that goes by it
	more map[uint32][]Match // by form: all of them, where they are several
}

func newIndex(phrases int) index {
	return index{trie: newTrie(phrases), one: make([]Match, 0, phrases), more: map[uint32][]Match{}}
}

// at gives the actors of a form.
func (x *index) at(form uint32) []Match {
	if len(x.more) > 0 {
		if several := x.more[form]; several != nil {
			return several
		}
	}
	return x.one[form : form+1 : form+1]
}

// NewDirectory merges the files, later over earlier (see dossier.Merge), and
// indexes them. It keeps the files' actors and does not change them. Faults in
// files are not its business: dossier.Check tells them.
func NewDirectory(files ...*dossier.File) *Directory {
	file, known := dossier.MergeOffices(files...)
	n := len(file.Actors)
	d := &Directory{
		scenes:   sync.Pool{New: func() any { return new(Scene) }},
		file:     file,
		entries:  make([]Entry, n),
		names:    newIndex(3 * n),
		surnames: newIndex(n),
	}
	for i, a := range file.Actors {
		d.entries[i].Actor = a
	}
	var all sync.WaitGroup
	all.Go(d.indexSurnames)
	all.Go(func() { d.offices = newOffices(file, known) })
	d.indexNames()
	all.Wait()
	d.indexHolders()
	d.byID = sync.OnceValue(d.indexIDs)
	return d
}

func (d *Directory) indexIDs() map[string]*Entry {
	byID := make(map[string]*Entry, len(d.entries))
	for i := range d.entries {
		byID[d.entries[i].ID] = &d.entries[i]
	}
	return byID
}

func (d *Directory) indexNames() {
	for i := range d.entries {
		d.addNames(&d.entries[i])
	}
}

func (d *Directory) addNames(e *Entry) {
	d.names.add(e.Name, Match{e, HowName})
	for _, words := range []struct {
		of  []string
		how How
	}{{e.Also, HowAlso}, {e.Adjectives, HowAdjective}, {e.People, HowPeople}, {e.CapitalsToo, HowCapital}, {e.Metonyms, HowMetonym}} {
		for _, w := range words.of {
			d.names.add(w, Match{e, words.how})
		}
	}
	if e.Capital != "" {
		d.names.add(e.Capital, Match{e, HowCapital})
	}
	if e.Kind == news.Person {
		if short := dropInitials(e.Name); short != e.Name {
			d.names.add(short, Match{e, HowAlso})
		}
	}
}

// add notes the match under the phrase, once for an actor.
func (x *index) add(phrase string, m Match) {
	fresh := uint32(len(x.one))
	f := x.trie.add(phrase, fresh)
	if f == nil {
		return
	}
	if f.at == fresh {
		x.one = append(x.one, m)
		return
	}
	had := x.at(f.at)
	if !slices.ContainsFunc(had, func(o Match) bool { return o.Entry == m.Entry }) {
		x.more[f.at] = append(had, m)
	}
}

// LongestAt finds the longest name, spelling, adjective, demonym, capital or
// metonym that begins at byte start of text, which must be the start of a word. It
// gives the byte after it and the actors that go by it, or no match. A possessive
// 's stays outside. It allocates nothing.
//
// Words are compared in their normal form (case and diacritics dropped,
// transliterations folded), but a capital letter of the directory has to be one in
// the text, and short acronyms have to be all capitals: "us" and "who" are nobody.
func (d *Directory) LongestAt(text string, start int) (end int, matches []Match) {
	end, at, ok := d.names.trie.longestAt(text, start)
	if !ok {
		return start, nil
	}
	return end, d.names.at(at)
}

// ByName gives the actors whose name, spelling, adjective, demonym, capital or
// metonym the words are, as a whole; those that spell it exactly so come first.
func (d *Directory) ByName(words string) []*Entry {
	return d.names.whole(words)
}

// BySurname gives the persons who are called by the words for short: the last word
// of their name with or without the particle before it ("von der Leyen", "al-Sisi"
// and "Sisi"), or what the directory says ("Xi").
func (d *Directory) BySurname(surname string) []*Entry {
	return d.surnames.whole(surname)
}

func (x *index) whole(words string) []*Entry {
	start := firstLetter(words)
	end, at, ok := x.trie.longestAt(words, start)
	if !ok || end != len(words) {
		return nil
	}
	matches := x.at(at)
	found := make([]*Entry, 0, len(matches))
	for _, m := range matches {
		found = append(found, m.Entry)
	}
	slices.SortStableFunc(found, func(a, b *Entry) int {
		return exactness(b, words) - exactness(a, words)
	})
	return found
}

func exactness(e *Entry, words string) int {
	switch {
	case e.Name == words:
		return 2
	case slices.Contains(e.Also, words) || strings.HasSuffix(e.Name, words) || slices.Contains(e.Surnames, words):
		return 1
	}
	return 0
}

// State finds a state by its name, spelling, adjective, demonym, capital or
// metonym; the first when several go by it, a match without entry when none does.
func (d *Directory) State(words string) Match {
	for _, m := range d.Matches(words) {
		if m.Entry.Kind == news.State {
			return m
		}
	}
	return Match{}
}

// Matches gives all actors that go by the words, as a whole, and how.
func (d *Directory) Matches(words string) []Match {
	end, at, ok := d.names.trie.longestAt(words, 0)
	if !ok || end != len(words) {
		return nil
	}
	return d.names.at(at)
}

// ByID gives the actor of an id, or nil.
func (d *Directory) ByID(id string) *Entry { return d.byID()[id] }

// Len is the number of actors.
func (d *Directory) Len() int { return len(d.entries) }

// At gives actor i of Len, in the order of the files.
func (d *Directory) At(i int) *Entry { return &d.entries[i] }

// File gives the merged files: parties, issues and offices with the actors.
func (d *Directory) File() *dossier.File { return d.file }
