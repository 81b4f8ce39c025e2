package dossier

import (
	"strings"
	"testing"
)

const checkBase = `state Merovia
  also: Federation of Merovia
organisation Forum
office king
  holders: one
  say: monarch
office envoy
`

func TestCheck(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "person A B\n  role: king of Merovia | 2030 | 2031\n", nil},
		{"impossible day", "person A B\n  role: king of Merovia | 2021-02-30\n",
			[]string{"u:2: A B: no calendar has 2021-02-30: correct it"}},
		{"impossible month", "person A B\n  role: king of Merovia | 2020 | 2021-13\n",
			[]string{"u:2: A B: no calendar has 2021-13"}},
		{"backwards", "person A B\n  role: king of Merovia | 2031 | 2030\n",
			[]string{"u:2: A B: king of Merovia ends on 2030 before it begins on 2031"}},
		{"two kings", "person A B\n  role: king of Merovia | 2030-01-01 | 2031-06-01\nperson C D\n  role: monarch of Federation of Merovia | 2031-05-01 | 2032\n",
			[]string{"u:4: A B (u:2) and C D are both monarch of Federation of Merovia in 2031-05: end one term"}},
		{"handover on a day", "person A B\n  role: king of Merovia | 2030 | 2031-06-01\nperson C D\n  role: king of Merovia | 2031-06-01 | 2032\n", nil},
		{"handover within a year", "person A B\n  role: king of Merovia | 2030 | 2031\nperson C D\n  role: king of Merovia | 2031 | 2032\n", nil},
		{"open end, then another", "person A B\n  role: king of Merovia | 2030\nperson C D\n  role: king of Merovia | 2031\n", nil},
		{"open end of a dated source", "person A B\n  role: king of Merovia | 2030 | | atlas 2031-09-01\nperson C D\n  role: king of Merovia | 2031-05-01 | 2032\n",
			[]string{"u:4: A B (u:2) and C D are both king of Merovia in 2031-05"}},
		{"two envoys", "person A B\n  role: envoy of Merovia | 2030\nperson C D\n  role: envoy of Merovia | 2030\n", nil},
		{"kings of two states", "state Halden\nperson A B\n  role: king of Merovia | 2030\nperson C D\n  role: king of Halden | 2030\n", nil},
		{"twice king", "person A B\n  role: king of Merovia | 2029-01-01 | 2031-06-01\n  role: king of Merovia | 2030-01-01 | 2032-06-01\n",
			[]string{"u:3: A B is king of Merovia twice at once, see u:2: join the two terms"}},
		{"unknown state", "person A B\n  role: king of Halden\n",
			[]string{`u:2: no state or organisation is called "Halden": correct the name, or add it with "state Halden"`}},
		{"a person as state", "person A B\nperson C D\n  role: envoy of A B\n", []string{`u:3: "A B" is a person`}},
		{"unknown part of", "organisation Bureau\n  of: Halden\n", []string{`u:1: no state or organisation is called "Halden"`}},
		{"unknown wording", "office guard\n  say: watch | Halden\n", []string{`u:1: no state or organisation is called "Halden"`}},
		{"same name twice", "person A B\nperson A B\n",
			[]string{"u:2: A B stands in this file already, on line 1 (person:a-b): make one entry of the two"}},
		{"same name, other items", "person A B\n  wikidata: Q1\nperson A B\n  wikidata: Q2\n", nil},
		{"same item twice", "person A B\n  wikidata: Q1\nperson C D\n  wikidata: Q1\n", []string{"u:3: C D stands in this file already, on line 1 (Q1)"}},
		{"no party", "dossier d\n", []string{"u:1: dossier d has no party"}},
		{"unknown party", "dossier d\n  party: Merovia\n  mediator: Halden\n", []string{`u:3: nobody is called "Halden"`}},
		{"unknown member", "dossier d\n  party: Merovia | Front\n", []string{`u:2: nobody is called "Front"`}},
		{"party twice", "dossier d\n  party: Merovia\n  mediator: Merovia\n", []string{"u:3: Merovia is a mediator already, on line 2"}},
		{"issue twice", "issue a\nissue a\n", []string{"u:2: issue a stands in this file already, on line 1"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			base, problems := Parse("base", []byte(checkBase))
			user, more := Parse("u", []byte(test.text))
			if problems = append(problems, more...); len(problems) > 0 {
				t.Fatal(problems)
			}
			got := Check(base, user)
			if len(got) != len(test.want) {
				t.Fatalf("%d problems, want %d: %v", len(got), len(test.want), got)
			}
			for i, p := range got {
				if !strings.HasPrefix(p.String(), test.want[i]) {
					t.Errorf("got  %s\nwant %s…", p, test.want[i])
				}
			}
		})
	}
}

func TestCheckAmbiguousName(t *testing.T) {
	base, _ := Parse("base", []byte("person A B\n  wikidata: Q1\nperson A B\n  wikidata: Q2\n"))
	user, _ := Parse("u", []byte("\nperson A B\n"))
	got := Check(base, user)
	if len(got) != 1 || !strings.HasPrefix(got[0].String(), "u:2: A B may be any of [Q1 Q2]: say which with wikidata") {
		t.Errorf("got %v", got)
	}
}
