package dossier

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// failer is a testing.T or a rapid.T.
type failer interface {
	Helper()
	Fatal(...any)
}

func parsed(t failer, name, text string) *File {
	t.Helper()
	f, problems := Parse(name, []byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return f
}

func TestMerge(t *testing.T) {
	base := parsed(t, "base", `
state Merovia
  capital: Tavel
  metonym: Stonegate
person Elena Soro
  wikidata: Q1
  gender: female
  role: president of Merovia | 2028-03-01 | | atlas 2030-01-01
  role: mayor of Merovia | 2020
person Adrian Kell
  wikidata: Q2
office president
  holders: one
  say: head of state
`)
	user := parsed(t, "user", `
state Merovia
  capital: New Tavel
  metonym: Stonegate, Hill
person Yelena Soro
  wikidata: Q1
  role: head of state of Merovia | 2028-03 | 2031-05
  not: mayor of Merovia | 2020
person Adrian Kell
  also: A. Kell
person Lena Kell
office president
  say: first citizen
`)
	got := Merge(base, user)
	if len(got.Actors) != 4 {
		t.Fatalf("%d actors, want 4", len(got.Actors))
	}
	state, soro, kell := got.Actors[0], got.Actors[1], got.Actors[2]
	if state.Capital != "New Tavel" || strings.Join(state.Metonyms, " ") != "Stonegate Hill" {
		t.Errorf("state: %+v", state)
	}
	if soro.ID != "Q1" || soro.Name != "Yelena Soro" || strings.Join(soro.Also, "") != "Elena Soro" || soro.Gender != "female" {
		t.Errorf("soro: %+v", soro)
	}
	if len(soro.Roles) != 1 || soro.Roles[0].Office != "head of state" || soro.Roles[0].To.String() != "2031-05" {
		t.Errorf("roles: %+v", soro.Roles)
	}
	if kell.ID != "Q2" || len(kell.Also) != 1 {
		t.Errorf("kell: %+v", kell)
	}
	if o := got.Offices[0]; len(o.Says) != 2 || !o.Single {
		t.Errorf("office: %+v", o)
	}
	if base.Actors[1].Name != "Elena Soro" || len(base.Actors[1].Roles) != 2 || len(base.Offices[0].Says) != 1 {
		t.Error("the base file was changed")
	}
}

func TestMergeKeepsNamesakesOfOneFileApart(t *testing.T) {
	f := parsed(t, "f", "person A B\n  wikidata: Q1\nperson A B\n  wikidata: Q2\n")
	if got := Merge(f); len(got.Actors) != 2 {
		t.Errorf("%d actors, want 2", len(got.Actors))
	}
	other := parsed(t, "g", "person A B\n  wikidata: Q3\n")
	if got := Merge(f, other); len(got.Actors) != 3 {
		t.Errorf("%d actors with another item, want 3", len(got.Actors))
	}
}

// Laying a file over itself changes nothing, nor does laying a later file twice.
func TestMergeTwiceIsMergeOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawFile(t, "a"), drawFile(t, "b")
		want := Merge(a, b)
		if diff := cmp.Diff(want, Merge(a, b, b)); diff != "" {
			t.Fatalf("laid twice (-once +twice)\n%s", diff)
		}
		if diff := cmp.Diff(Merge(a), Merge(a, a)); diff != "" {
			t.Fatalf("over itself (-once +twice)\n%s", diff)
		}
	})
}

// drawFile makes a file of a few actors with names and items that meet in others.
func drawFile(t *rapid.T, name string) *File {
	var b strings.Builder
	b.WriteString("state Merovia\n")
	for i := range rapid.IntRange(0, 4).Draw(t, "people") {
		fmt.Fprintf(&b, "person P%d\n", i)
		if rapid.Bool().Draw(t, "item") {
			fmt.Fprintf(&b, "  wikidata: Q%d\n", i+1)
		}
		if rapid.Bool().Draw(t, "spelling") {
			fmt.Fprintf(&b, "  also: %s\n", rapid.StringMatching(`[A-C]( [A-C])?`).Draw(t, "also"))
		}
		year := 2000
		for range rapid.IntRange(0, 2).Draw(t, "roles") {
			year += rapid.IntRange(1, 9).Draw(t, "gap")
			fmt.Fprintf(&b, "  role: king of Merovia | %d\n", year)
		}
	}
	return parsed(t, name, b.String())
}
