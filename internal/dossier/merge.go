package dossier

import (
	"slices"

	"parley/internal/news"
)

// Merge lays later files over earlier ones. An actor of a later file adds to the
// earlier actor of the same Wikidata item or, where either has none, of the same
// kind and name; single words such as its gender replace the earlier ones, and a
// role replaces the earlier role of the same office that it may be (see sameRole).
// Two actors of one file are never merged unless they have the same item. The
// files stay as they are. Offices, issues and parties of later files replace
// those of the same name; key and title are the last given.
func Merge(files ...*File) *File {
	m := merger{file: &File{}, byKey: make(map[actorKey]int)}
	for _, f := range files {
		m.add(f)
	}
	return m.file
}

type actorKey struct {
	kind news.ActorKind // "" for keys by item
	name string
}

type merger struct {
	file  *File
	byKey map[actorKey]int // index into file.Actors of the first that has the key
	owned map[int]bool     // actors that are our own copies
}

func (m *merger) add(f *File) {
	before := len(m.file.Actors)
	if before == 0 {
		m.file.Actors = slices.Grow(m.file.Actors, len(f.Actors))
	}
	for _, a := range f.Actors {
		m.actor(a, before)
	}
	if f.Key != "" {
		m.file.Name, m.file.Key, m.file.Title, m.file.Pos = f.Name, f.Key, f.Title, f.Pos
	}
	m.file.Parties = overlay(m.file.Parties, f.Parties, func(p Party) string { return p.Name })
	m.file.Issues = overlay(m.file.Issues, f.Issues, func(i Issue) string { return i.Key })
	m.file.Offices = overlay(m.file.Offices, f.Offices, func(o Office) string { return o.Name })
	m.file.Same = overlay(m.file.Same, f.Same, func(s Same) string { return s.Word })
}

// actor adds one actor; before is the number of actors that earlier files gave.
func (m *merger) actor(a *Actor, before int) {
	if i, ok := m.earlier(a, before); ok {
		m.lay(i, a)
		return
	}
	i := len(m.file.Actors)
	m.file.Actors = append(m.file.Actors, a)
	m.index(a, i)
}

func (m *merger) index(a *Actor, i int) {
	for _, k := range []actorKey{{a.Kind, a.Name}, {"", a.ID}} {
		if _, taken := m.byKey[k]; !taken {
			m.byKey[k] = i
		}
	}
}

func (m *merger) earlier(a *Actor, before int) (int, bool) {
	if i, ok := m.byKey[actorKey{"", a.ID}]; ok && (a.Wikidata != "" || i < before) {
		return i, true
	}
	i, ok := m.byKey[actorKey{a.Kind, a.Name}]
	if !ok || i >= before {
		return 0, false
	}
	was := m.file.Actors[i]
	return i, was.Wikidata == "" || a.Wikidata == ""
}

// lay puts the later actor over actor i.
func (m *merger) lay(i int, later *Actor) {
	if m.owned == nil {
		m.owned = map[int]bool{}
	}
	a := m.file.Actors[i]
	if !m.owned[i] {
		a = clone(a)
		m.file.Actors[i], m.owned[i] = a, true
	}
	if later.Name != a.Name {
		a.Also = union(a.Also, []string{later.Name})
	}
	a.Also = union(a.Also, later.Also)
	a.Adjectives = union(a.Adjectives, later.Adjectives)
	a.People = union(a.People, later.People)
	a.CapitalsToo = union(a.CapitalsToo, later.CapitalsToo)
	a.Metonyms = union(a.Metonyms, later.Metonyms)
	a.Surnames = union(a.Surnames, later.Surnames)
	for to, from := range map[*string]string{
		&a.Capital: later.Capital, &a.Class: later.Class, &a.Of: later.Of, &a.Leader: later.Leader,
		&a.Gender: later.Gender, &a.Wikidata: later.Wikidata,
	} {
		if from != "" {
			*to = from
		}
	}
	a.ID = ActorID(a.Kind, a.Name, a.Wikidata)
	for _, r := range later.Roles {
		a.Roles = layRole(a.Roles, r)
	}
	m.index(a, i)
}

func clone(a *Actor) *Actor {
	c := *a
	c.Also, c.Adjectives, c.People = slices.Clone(a.Also), slices.Clone(a.Adjectives), slices.Clone(a.People)
	c.CapitalsToo, c.Metonyms = slices.Clone(a.CapitalsToo), slices.Clone(a.Metonyms)
	c.Surnames, c.Roles = slices.Clone(a.Surnames), slices.Clone(a.Roles)
	return &c
}

func union(to, more []string) []string {
	for _, s := range more {
		if !slices.Contains(to, s) {
			to = append(to, s)
		}
	}
	return to
}

// layRole replaces the role that r corrects or completes, or adds r.
func layRole(roles []Role, r Role) []Role {
	for i := range roles {
		if sameRole(&roles[i], &r) {
			roles[i] = r
			return roles
		}
	}
	return append(roles, r)
}

// sameRole reports whether two entries tell of one holding of one office: the
// starts can be the same day, as far as each is known.
func sameRole(a, b *Role) bool {
	if a.Office != b.Office || a.Of != b.Of {
		return false
	}
	if a.From.IsZero() || b.From.IsZero() {
		return a.From == b.From || a.Widest().Overlaps(b.Widest())
	}
	return news.Interval{From: a.From.First(), To: a.From.Last()}.
		Overlaps(news.Interval{From: b.From.First(), To: b.From.Last()})
}

func overlay[T any](base, more []T, key func(T) string) []T {
	for _, x := range more {
		if i := slices.IndexFunc(base, func(b T) bool { return key(b) == key(x) }); i >= 0 {
			base[i] = x
			continue
		}
		base = append(base, x)
	}
	return base
}
