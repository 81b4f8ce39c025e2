package dossier

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Offices tells what office a role's words mean. It is safe for use by many
// goroutines.
type Offices struct {
	single   map[string]bool
	same     map[string]string
	wordings map[string][]meaning // by plain wording
	slab     []meaning
}

type meaning struct{ office, of string }

// NewOffices reads the offices and same words of a file, merged if there are
// several.
func NewOffices(f *File) *Offices {
	o := &Offices{
		single:   make(map[string]bool, len(f.Offices)),
		same:     map[string]string{},
		wordings: make(map[string][]meaning, 8*len(f.Offices)),
	}
	for _, s := range f.Same {
		for _, form := range s.Forms {
			o.same[strings.ToLower(form)] = strings.ToLower(s.Word)
		}
	}
	for _, f := range f.Offices {
		o.single[f.Name] = f.Single
		o.add(f.Name, meaning{office: f.Name})
		for _, w := range f.Says {
			o.add(w.Words, meaning{f.Name, w.Of})
		}
	}
	return o
}

func (o *Offices) add(words string, m meaning) {
	var buf [plainSize]byte
	key := o.plain(buf[:0], words)
	if had, ok := o.wordings[string(key)]; ok {
		o.wordings[string(key)] = append(had, m)
		return
	}
	o.wordings[string(key)] = o.one(m)
}

// one cuts a list of one meaning from a slab, as most wordings have one.
func (o *Offices) one(m meaning) []meaning {
	if len(o.slab) == 0 {
		o.slab = make([]meaning, 256)
	}
	list := o.slab[:1:1]
	o.slab = o.slab[1:]
	list[0] = m
	return list
}

// Single reports whether one person at a time holds the canonical office.
func (o *Offices) Single(office string) bool { return o.single[office] }

// Canonical is the office that the words mean in a state or organisation: what
// they mean there rather than what they mean everywhere, the first given rather
// than later ones; the words in lower case when no office has them.
func (o *Offices) Canonical(words, of string) string {
	var buf [plainSize]byte
	best := ""
	for _, m := range o.wordings[string(o.plain(buf[:0], words))] {
		if m.of == of && of != "" {
			return m.office
		}
		if m.of == "" && (best == "" || m.office == words) {
			best = m.office
		}
	}
	if best == "" {
		return strings.ToLower(words)
	}
	return best
}

// plainSize is room for the longest usual wording.
const plainSize = 96

// plain appends the words to b without case, articles and hyphens, and with same
// words alike.
func (o *Offices) plain(b []byte, words string) []byte {
	for len(words) > 0 {
		word := words
		if i := strings.IndexAny(words, " -"); i >= 0 {
			word, words = words[:i], words[i+1:]
		} else {
			words = ""
		}
		start := len(b)
		if start > 0 {
			b = append(b, ' ')
		}
		b = o.plainWord(b, word)
		if len(b) == start+1 && start > 0 {
			b = b[:start]
		}
	}
	return b
}

func (o *Offices) plainWord(b []byte, word string) []byte {
	start := len(b)
	b = appendLower(b, word)
	switch w := b[start:]; string(w) {
	case "the", "a", "an":
		return b[:start]
	default:
		if to, ok := o.same[string(w)]; ok {
			return append(b[:start], to...)
		}
	}
	return b
}

func appendLower(b []byte, word string) []byte {
	for _, r := range word {
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}
