package dossier

import "strings"

// Offices tells what office a role's words mean. It is safe for use by many
// goroutines.
type Offices struct {
	single   map[string]bool
	same     map[string]string
	wordings map[string][]meaning // by plain wording
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
	key := o.plain(words)
	o.wordings[key] = append(o.wordings[key], m)
}

// Single reports whether one person at a time holds the canonical office.
func (o *Offices) Single(office string) bool { return o.single[office] }

// Canonical is the office that the words mean in a state or organisation: what
// they mean there rather than what they mean everywhere, the first given rather
// than later ones; the words in lower case when no office has them.
func (o *Offices) Canonical(words, of string) string {
	best := ""
	for _, m := range o.wordings[o.plain(words)] {
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

// plain drops case, articles and hyphens and writes same words alike.
func (o *Offices) plain(words string) string {
	var b strings.Builder
	b.Grow(len(words))
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return r == ' ' || r == '-' }) {
		if w == "the" || w == "a" || w == "an" {
			continue
		}
		if to, ok := o.same[w]; ok {
			w = to
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
