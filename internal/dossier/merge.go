package dossier

import (
	"cmp"
	"slices"

	"parley/internal/news"
)

// Merge lays later files over earlier ones. An actor of a later file adds to the
// earlier actor of the same Wikidata item or, where either has none, of the same
// kind and name; single words such as its gender replace the earlier ones, its name
// becomes a spelling, and a role replaces the earlier role that it may be (see
// sameRole). Roles under "not" are taken out. Actors of one file are never merged with each other. The files stay as they are.
// Wordings of offices and same words add to those of earlier files; issues and
// parties replace those of the same name; key and title are the last given.
func Merge(files ...*File) *File {
	merged, _ := MergeOffices(files...)
	return merged
}

// MergeOffices is Merge that gives the offices of the merged file as well, for it
// needs them itself.
func MergeOffices(files ...*File) (*File, *Offices) {
	m := merger{file: &File{}}
	n := 0
	for _, f := range files {
		n += len(f.Actors)
		m.names(f)
	}
	m.offices = NewOffices(m.file)
	m.file.Actors = make([]*Actor, 0, n)
	for _, f := range files {
		m.add(f)
	}
	return m.file, m.offices
}

type merger struct {
	file    *File
	offices *Offices
	owned   map[int]bool // actors that are our own copies
}

// names lays what is found by its name only over what earlier files have.
func (m *merger) names(f *File) {
	if f.Key != "" {
		m.file.Name, m.file.Key, m.file.Title, m.file.Pos = f.Name, f.Key, f.Title, f.Pos
	}
	m.file.Parties = overlay(m.file.Parties, f.Parties, func(p Party) string { return p.Name })
	m.file.Issues = overlay(m.file.Issues, f.Issues, func(i Issue) string { return i.Key })
	m.file.Offices = join(m.file.Offices, f.Offices, func(o Office) string { return o.Name }, addOffice)
	m.file.Same = join(m.file.Same, f.Same, func(s Same) string { return s.Word }, addSame)
	m.file.Words = join(m.file.Words, f.Words, func(s Same) string { return s.Word }, addSame)
}

func addOffice(o, later Office) Office {
	o.Single = o.Single || later.Single
	o.Says = slices.Clip(o.Says)
	for _, w := range later.Says {
		if !slices.Contains(o.Says, w) {
			o.Says = append(o.Says, w)
		}
	}
	return o
}

func addSame(s, later Same) Same {
	s.Forms = union(slices.Clip(s.Forms), later.Forms)
	return s
}

func (m *merger) add(f *File) {
	matches := m.matches(f.Actors)
	for i, a := range f.Actors {
		if at, ok := matches[i]; ok {
			m.lay(at, a)
			continue
		}
		m.file.Actors = append(m.file.Actors, a)
	}
}

// matches gives, by index into later, the index of the earlier actor that a later
// one is. Only the smaller side is put into a map, as a directory of thousands
// loads with every start and the files laid over it are small.
func (m *merger) matches(later []*Actor) map[int]int {
	earlier := m.file.Actors
	found := map[int]int{}
	if len(later) <= len(earlier) {
		keys := newActorKeys(later)
		for e, a := range earlier {
			keys.each(a, func(l int) { keep(found, l, e, earlier, later) })
		}
		return found
	}
	keys := newActorKeys(earlier)
	for l, a := range later {
		keys.each(a, func(e int) { keep(found, l, e, earlier, later) })
	}
	return found
}

// keep notes that later actor l is earlier actor e, unless a better match is known:
// the same id comes before the same name, and among names the first.
func keep(found map[int]int, l, e int, earlier, later []*Actor) {
	a, b := earlier[e], later[l]
	if a.ID != b.ID && (a.Kind != b.Kind || (a.Wikidata != "" && b.Wikidata != "")) {
		return
	}
	had, ok := found[l]
	if !ok || (a.ID == b.ID && earlier[had].ID != b.ID) || (e < had && (earlier[had].ID == b.ID) == (a.ID == b.ID)) {
		found[l] = e
	}
}

// actorKeys finds actors by id and by name.
type actorKeys struct {
	first map[string]int   // by id or name
	more  map[string][]int // the others of the same id or name
}

func newActorKeys(actors []*Actor) actorKeys {
	k := actorKeys{make(map[string]int, 2*len(actors)), map[string][]int{}}
	for i, a := range actors {
		for _, key := range [2]string{a.Name, a.ID} {
			if _, taken := k.first[key]; taken {
				k.more[key] = append(k.more[key], i)
				continue
			}
			k.first[key] = i
		}
	}
	return k
}

// each calls f with the index of every actor of the same name or id.
func (k actorKeys) each(a *Actor, f func(int)) {
	for _, key := range [2]string{a.Name, a.ID} {
		i, ok := k.first[key]
		if !ok {
			continue
		}
		f(i)
		if len(k.more) > 0 {
			for _, i := range k.more[key] {
				f(i)
			}
		}
	}
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
		a.Also = union(a.Also, []string{a.Name})
		a.Name = later.Name
	}
	a.Also = union(a.Also, later.Also)
	a.Adjectives = union(a.Adjectives, later.Adjectives)
	a.People = union(a.People, later.People)
	a.CapitalsToo = union(a.CapitalsToo, later.CapitalsToo)
	a.Metonyms = union(a.Metonyms, later.Metonyms)
	a.Surnames = union(a.Surnames, later.Surnames)
	a.Capital = cmp.Or(later.Capital, a.Capital)
	a.Class = cmp.Or(later.Class, a.Class)
	a.Of = cmp.Or(later.Of, a.Of)
	a.Leader = cmp.Or(later.Leader, a.Leader)
	a.Gender = cmp.Or(later.Gender, a.Gender)
	a.Wikidata = cmp.Or(later.Wikidata, a.Wikidata)
	a.ID = ActorID(a.Kind, a.Name, a.Wikidata)
	for i := range later.Not {
		a.Roles = slices.DeleteFunc(a.Roles, func(r Role) bool { return m.sameRole(&r, &later.Not[i]) })
	}
	for _, r := range later.Roles {
		a.Roles = m.layRole(a.Roles, r)
	}
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

// layRole replaces the role that r corrects or completes, or adds r. A role of the
// same start comes before one that only may be the same.
func (m *merger) layRole(roles []Role, r Role) []Role {
	at := slices.IndexFunc(roles, func(had Role) bool { return had.From == r.From && m.sameRole(&had, &r) })
	if at < 0 {
		at = slices.IndexFunc(roles, func(had Role) bool { return m.sameRole(&had, &r) })
	}
	if at < 0 {
		return append(roles, r)
	}
	roles[at] = r
	return roles
}

// sameTerm is how many days apart two files may put the start of one term: the
// election and the oath, say.
const sameTerm = 31

// sameRole reports whether two entries tell of one holding of one office: its
// starts can be the same, as far as each is known, or are days within a month.
func (m *merger) sameRole(a, b *Role) bool {
	if a.Of != b.Of || m.offices.Canonical(a.Office, a.Of) != m.offices.Canonical(b.Office, b.Of) {
		return false
	}
	if a.From.IsZero() || b.From.IsZero() {
		return a.From == b.From || a.Widest().Overlaps(b.Widest())
	}
	x := news.Interval{From: a.From.First(), To: a.From.Last()}
	y := news.Interval{From: b.From.First(), To: b.From.Last()}
	if a.From.Day > 0 && b.From.Day > 0 {
		x.To, y.To = x.To.Add(sameTerm), y.To.Add(sameTerm)
	}
	return x.Overlaps(y)
}

// overlay replaces what has the same key and adds the rest.
func overlay[T any](base, more []T, key func(T) string) []T {
	return join(base, more, key, func(_, later T) T { return later })
}

// join adds more to base, laying what has the same key together.
func join[T any](base, more []T, key func(T) string, lay func(earlier, later T) T) []T {
	for _, x := range more {
		if i := slices.IndexFunc(base, func(b T) bool { return key(b) == key(x) }); i >= 0 {
			base[i] = lay(base[i], x)
			continue
		}
		base = append(base, x)
	}
	return base
}
