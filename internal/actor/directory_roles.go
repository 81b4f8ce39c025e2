package actor

import (
	"cmp"
	"slices"

	"parley/internal/dossier"
	"parley/internal/news"
)

// holding is an office of one state or organisation, both in canonical form.
type holding struct{ office, of string }

// tenure is one role of one actor.
type tenure struct {
	entry *Entry
	role  int32
	from  int32 // the first day that the role may have begun, as yyyymmdd
}

func newTenure(e *Entry, role int) tenure {
	d := e.Roles[role].From.First()
	return tenure{e, int32(role), int32(d.Year*10000 + d.Month*100 + d.Date)}
}

func (t tenure) get() *dossier.Role { return &t.entry.Roles[t.role] }

// tenures are all roles of one office in one state or organisation, in order of
// beginning.
type tenures struct {
	list []tenure
	n    int // how many there will be
}

// A roleIndex brings the roles of the files to the tenures of their offices. Thousands of
// roles are written in a few hundred ways, and mostly a role is written as one before it.
type roleIndex struct {
	d       *Directory
	written map[holding]*tenures // by office and body as the files write them
	bodies  map[string]string    // canonical names
	last    holding
	at      *tenures
	slab    []tenures
}

func (d *Directory) indexHolders() {
	x := roleIndex{d: d, written: make(map[holding]*tenures, len(d.entries)/2), bodies: map[string]string{}}
	d.holders = make(map[holding]*tenures, len(d.entries)/2)
	x.sort()
	byBeginning := func(a, b tenure) int { return cmp.Compare(a.from, b.from) }
	for h, t := range d.holders {
		if len(t.list) < 2 {
			continue
		}
		if !slices.IsSortedFunc(t.list, byBeginning) {
			slices.SortStableFunc(t.list, byBeginning)
		}
		if d.offices.known.Single(h.office) {
			endBySuccessor(t.list)
		}
	}
}

// sort puts the roles of all actors into their tenures. They are counted first, so that all
// lie in one slab.
func (x *roleIndex) sort() {
	entries := x.d.entries
	of := make([]*tenures, 0, 2*len(entries))
	for i := range entries {
		for j := range entries[i].Roles {
			r := &entries[i].Roles[j]
			t := x.tenures(holding{r.Office, r.Of})
			t.n++
			of = append(of, t)
		}
	}
	slab := make([]tenure, len(of))
	for i := range entries {
		e := &entries[i]
		for j := range e.Roles {
			t := of[j]
			if t.list == nil {
				t.list, slab = slab[:0:t.n], slab[t.n:]
			}
			t.list = append(t.list, newTenure(e, j))
		}
		of = of[len(e.Roles):]
	}
}

func (x *roleIndex) tenures(as holding) *tenures {
	if x.at != nil && as == x.last {
		return x.at
	}
	t := x.written[as]
	if t == nil {
		t = x.fresh(as)
		x.written[as] = t
	}
	x.last, x.at = as, t
	return t
}

// fresh gives the tenures of a way of writing that was not met before.
func (x *roleIndex) fresh(as holding) *tenures {
	of, ok := x.bodies[as.of]
	if !ok {
		of = x.d.bodyName(as.of)
		x.bodies[as.of] = of
	}
	h := holding{x.d.offices.known.Canonical(as.office, of), of}
	t := x.d.holders[h]
	if t == nil {
		if len(x.slab) == 0 {
			x.slab = make([]tenures, 128)
		}
		t, x.slab = &x.slab[0], x.slab[1:]
		x.d.holders[h] = t
	}
	return t
}

// canonical names the body of a holding by its short name, where the directory
// knows it, and the office by its canonical name.
func (d *Directory) canonical(h holding) holding {
	h.of = d.bodyName(h.of)
	h.office = d.offices.known.Canonical(h.office, h.of)
	return h
}

func (d *Directory) bodyName(name string) string {
	if e := d.body(name); e != nil {
		return e.Name
	}
	return name
}

// body finds a state or organisation by its name or other full form.
func (d *Directory) body(name string) *Entry {
	for _, m := range d.Matches(name) {
		if m.How <= HowAlso && m.Entry.Kind != news.Person {
			return m.Entry
		}
	}
	return nil
}

// endBySuccessor ends the roles of a single-holder office that have no end where
// the next holder begins: "nothing known after" is known by then. The list is in
// order of beginning.
func endBySuccessor(list []tenure) {
	for i, t := range list {
		if !t.get().To.IsZero() {
			continue
		}
		for _, next := range list[i+1:] {
			from := next.get().From
			if next.entry == t.entry || from.First().Compare(t.get().From.Last()) <= 0 {
				continue
			}
			if t.entry.until == nil {
				t.entry.until = make([]news.Day, len(t.entry.Roles))
			}
			t.entry.until[t.role] = from.Last()
			break
		}
	}
}

// holds reports whether the actor may have held the role on the day.
func (e *Entry) holds(role int, day news.Day) bool {
	if !e.Roles[role].Holds(day) {
		return false
	}
	return e.until == nil || day.IsZero() || e.until[role].IsZero() || day.Compare(e.until[role]) <= 0
}

// held reports whether the actor's role had ended by the day, or ever if that is absent.
func (e *Entry) held(role int, day news.Day) bool {
	if e.until != nil && !e.until[role].IsZero() {
		return day.IsZero() || e.until[role].Compare(day) < 0
	}
	to := e.Roles[role].To
	return !to.IsZero() && (day.IsZero() || to.Last().Compare(day) < 0)
}

// Holders gives who may have held the office of the state or organisation on the
// day, each date read as widely as its precision allows (an end in 2021 is open
// within 2021); who came last comes first. Office is a canonical office or a
// wording of one ("secretary of state"), "leader" the office that leads there; of
// is a name or spelling, "" any. An absent day gives all who ever held it.
func (d *Directory) Holders(office, of string, day news.Day) []*Entry {
	if e := d.body(of); e != nil {
		of = e.Name
		if office == leaderOffice {
			office, of = d.leads(e, office)
		}
	}
	office = d.offices.known.Canonical(office, of)
	var found []tenure
	if of != "" {
		found = d.holders[holding{office, of}].on(day, found)
		return lastFirst(found)
	}
	for h, t := range d.holders {
		if h.office == office {
			found = t.on(day, found)
		}
	}
	return lastFirst(found)
}

func (t *tenures) on(day news.Day, found []tenure) []tenure {
	if t == nil {
		return found
	}
	for _, one := range t.list {
		if one.entry.holds(int(one.role), day) {
			found = append(found, one)
		}
	}
	return found
}

func lastFirst(found []tenure) []*Entry {
	slices.SortStableFunc(found, func(a, b tenure) int {
		return cmp.Or(cmp.Compare(b.from, a.from), cmp.Compare(a.entry.ID, b.entry.ID))
	})
	out := make([]*Entry, 0, len(found))
	for _, t := range found {
		if !slices.Contains(out, t.entry) {
			out = append(out, t.entry)
		}
	}
	return out
}

// RolesOn gives the roles that the actor may have held on the day, as the files
// write them, what began last first. An absent day gives all roles.
func (d *Directory) RolesOn(e *Entry, day news.Day) []dossier.Role {
	var roles []dossier.Role
	for i := range e.Roles {
		if e.holds(i, day) {
			roles = append(roles, e.Roles[i])
		}
	}
	slices.SortStableFunc(roles, func(a, b dossier.Role) int { return b.From.First().Compare(a.From.First()) })
	return roles
}

// Office gives the canonical office of a role: "foreign minister" of "secretary of
// state" of the United States. An office that the directory does not know is its
// own.
func (d *Directory) Office(r dossier.Role) string {
	return d.canonical(holding{r.Office, r.Of}).office
}

// Side is the state or organisation that the actor speaks for on the day: a state
// is its own side, an organisation that of what it is part of, a person that of
// the role begun last. It is nil when the directory knows none.
func (d *Directory) Side(e *Entry, day news.Day) *Entry {
	if e.Kind == news.State {
		return e
	}
	if e.Of != "" {
		return d.top(d.body(e.Of))
	}
	if e.Kind != news.Person {
		return e
	}
	for _, r := range d.RolesOn(e, day) {
		if body := d.body(r.Of); body != nil {
			return d.top(body)
		}
	}
	return nil
}

// top goes from an organisation to what it is part of, at most a few steps.
func (d *Directory) top(e *Entry) *Entry {
	for range 4 {
		if e == nil || e.Of == "" {
			return e
		}
		above := d.body(e.Of)
		if above == nil {
			return e
		}
		e = above
	}
	return e
}
