package main

import (
	"cmp"
	"slices"

	"parley/internal/dossier"
	"parley/internal/news"
)

// mend joins terms of one holder and resolves what cannot be: two holders of an
// office that one person holds.
func (h *holders) mend(offices *dossier.Offices) {
	for _, a := range h.people {
		h.join(a)
	}
	for _, terms := range h.single(offices) {
		h.untangle(terms)
	}
	for _, a := range h.people {
		a.Roles = slices.DeleteFunc(a.Roles, func(r dossier.Role) bool { return r.Office == "" })
		h.count.kept += len(a.Roles)
	}
	h.people = slices.DeleteFunc(h.people, func(a *dossier.Actor) bool { return len(a.Roles) == 0 })
}

// join makes one role of terms of one office that follow on one another.
func (h *holders) join(a *dossier.Actor) {
	slices.SortStableFunc(a.Roles, func(x, y dossier.Role) int {
		return cmp.Or(cmp.Compare(x.Of, y.Of), cmp.Compare(x.Office, y.Office), x.From.First().Compare(y.From.First()))
	})
	var out []dossier.Role
	for _, r := range a.Roles {
		if n := len(out) - 1; n >= 0 && follows(&out[n], &r) {
			extend(&out[n], &r)
			h.count.joined++
			continue
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(x, y dossier.Role) int { return x.From.First().Compare(y.From.First()) })
	a.Roles = out
}

// follows reports whether the next term of the same office begins no later than
// two days after the end of the one before.
func follows(before, next *dossier.Role) bool {
	if before.Office != next.Office || before.Of != next.Of {
		return false
	}
	end := before.To.Last()
	return end.IsZero() || next.From.IsZero() || next.From.First().Compare(end.Add(2)) <= 0
}

// extend makes the term reach to the end of the next one, if that is later.
func extend(t, next *dossier.Role) {
	if t.From.IsZero() {
		t.From = next.From
	}
	if t.To.IsZero() || next.To.IsZero() || t.To.Last().Before(next.To.Last()) {
		t.To, t.Source = next.To, max(t.Source, next.Source)
	}
}

// term is a role by its place, as roles move while they are joined.
type term struct {
	who  *dossier.Actor
	role int
}

func (t term) get() *dossier.Role { return &t.who.Roles[t.role] }

// single gives the terms of each office with one holder, in order of beginning.
func (h *holders) single(offices *dossier.Offices) map[[2]string][]term {
	all := map[[2]string][]term{}
	for _, a := range h.people {
		for i := range a.Roles {
			r := &a.Roles[i]
			office := offices.Canonical(r.Office, r.Of)
			if offices.Single(office) {
				key := [2]string{office, r.Of}
				all[key] = append(all[key], term{a, i})
			}
		}
	}
	for _, terms := range all {
		slices.SortStableFunc(terms, func(x, y term) int {
			return cmp.Or(x.get().From.First().Compare(y.get().From.First()), cmp.Compare(x.who.ID, y.who.ID))
		})
	}
	return all
}

// untangle goes through the terms of one office and mends each that overlaps an
// earlier one for sure.
func (h *holders) untangle(terms []term) {
	for i, b := range terms {
		for _, a := range terms[:i] {
			if a.who != b.who && a.get().Office != "" && b.get().Office != "" && overlap(a.get(), b.get()) {
				h.settle(a.get(), b.get())
			}
		}
	}
}

// overlap reports whether two roles share more than the day of a handover for
// sure.
func overlap(a, b *dossier.Role) bool {
	x, y := a.Narrowest(), b.Narrowest()
	if x.From.IsZero() || y.From.IsZero() || x.To.IsZero() || y.To.IsZero() {
		return false
	}
	return x.From.Before(y.To) && y.From.Before(x.To) && x.From.Before(x.To) && y.From.Before(y.To)
}

// settle mends role b, which begins in the term of role a. An end that is missing is
// the successor's start; a stand-in within another's term was acting; the dates of
// a handover that differ by days are only sure to the month or year. What is left
// contradicts itself and goes.
func (h *holders) settle(a, b *dossier.Role) {
	switch {
	case a.To.IsZero() && b.From != a.From:
		a.To = b.From
		a.Source = "successor; " + a.Source
		h.count.ended++
	case !b.To.IsZero() && b.To.Last().Compare(endOf(a)) <= 0 && days(b) <= 200:
		b.Office = "acting " + b.Office
		h.count.acting++
	case blur(a, b):
		h.count.blurred++
	default:
		*b = dossier.Role{}
		h.count.dropped++
	}
}

func endOf(r *dossier.Role) news.Day {
	if r.To.IsZero() {
		return r.AsOf()
	}
	return r.To.Last()
}

func days(r *dossier.Role) int {
	return int(r.To.First().Time().Sub(r.From.First().Time()).Hours() / 24)
}

// blur writes the end of a and the start of b to the month, or the year, in which
// both lie; false when they lie in none.
func blur(a, b *dossier.Role) bool {
	if a.To.Year != b.From.Year || a.To.IsZero() {
		return false
	}
	same := dossier.Date{Year: a.To.Year}
	if a.To.Month == b.From.Month {
		same.Month = a.To.Month
	}
	a.To, b.From = same, same
	return true
}
