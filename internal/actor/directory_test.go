package actor

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/internal/dossier"
	"parley/internal/news"
)

const smallWorld = `source invented
state Merovia
  also: Federation of Merovia, MER, M.R.
  adjective: Merovian
  people: Merovians
  capital: Tavel, Old Tavel
  metonym: Stonegate
  leader: president
state Upper Merovia
  adjective: Merovian, Upper Merovian
state Us
state Valdoria
  also: Côte d'Or
  adjective: Valdorian
  leader: prime minister
organisation Forum
  also: CF, The Forum
  metonym: thirteen-nation bloc
  leader: secretary-general
organisation Joint Staff
  of: Merovia
  leader: chief of the general staff
organisation Merovian Guard
  of: Joint Staff
organisation Tavel Post
  class: outlet
person Yelena Soro
  also: Helena Soro
  gender: female
  role: president of Merovia | 2028-03-01 | 2031-06
  role: mayor of Merovia | 2020 | 2028
person Sergey Kell
  role: foreign minister of Merovia | 2029
person Lena Kell
  role: president of Merovia | 2031-06-10
person Mark A. Brandl
  role: chief of the general staff of Merovia | | 2032
person Pieter van der Aune
person Wu Lang
  surname: Wu
person Mohammed al-Osk Jr.
person Ilse Varga
  role: first minister of Valdoria | 2029-01-01 | | atlas 2030-05-01
person Jonas Reth
  role: prime minister of Valdoria | 2031
person Petr Hollan
  role: secretary of state of Valdoria | 2030
  role: spokesperson of Forum | 2031
person Oskar Lind
  of: Merovian Guard
office leader
  say: leader, chief, head
office president
  holders: one
  say: head of state
  say: Stonegate chief | Merovia
office prime minister
  holders: one
  say: premier, first minister, PM
office foreign minister
  holders: one
  say: top diplomat
  say: secretary of state | Valdoria
office secretary-general
  holders: one
  say: secretary general
office chairman
office spokesperson
office presidential spokesperson
  say: press secretary
  say: Stonegate spokesperson, press secretary | Merovia
office chief of the general staff
  holders: one
  say: top general
office deputy foreign minister
words determiner
  also: the, a
words former
  also: former, ex, then
words acting
  also: acting
words other
  also: deputy
words before surname
  also: al, van, der
words after surname
  also: jr.
same spokesperson
  also: spokesman, spokeswoman
same chairman
  also: chair
`

func testDirectory(t testing.TB) *Directory {
	t.Helper()
	f, problems := dossier.Parse("world", []byte(smallWorld))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return NewDirectory(f)
}

func testDay(t testing.TB, s string) news.Day {
	t.Helper()
	if s == "" {
		return news.Day{}
	}
	d, err := news.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func namesOf(entries []*Entry) string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Name)
	}
	return strings.Join(names, "; ")
}

func TestLongestAt(t *testing.T) {
	d := testDirectory(t)
	for _, test := range []struct{ text, words, want string }{
		{"Merovia said", "Merovia", "Merovia name"},
		{"MEROVIA SAYS NO", "MEROVIA", "Merovia name"},
		{"merovia", "", ""},
		{"Merovian troops", "Merovian", "Merovia adjective; Upper Merovia adjective"},
		{"Merovians fled", "Merovians", "Merovia people"},
		{"Upper Merovian troops", "Upper Merovian", "Upper Merovia adjective"},
		{"Federation of Merovia’s army", "Federation of Merovia", "Merovia also"},
		{"Federation of  Merovia", "Federation of  Merovia", "Merovia also"},
		{"Federation\nof Merovia", "Federation\nof Merovia", "Merovia also"},
		{"Federation\n\nof Merovia", "", ""},
		{"Federation. Of Merovia", "", ""},
		{"MER says", "MER", "Merovia also"},
		{"Mer says", "", ""},
		{"M.R. said", "M.R.", "Merovia also"},
		{"M.R.", "M.R.", "Merovia also"},
		{"Tavel Post reporters", "Tavel Post", "Tavel Post name"},
		{"Tavel's men", "Tavel", "Merovia capital"},
		{"Stonegate-backed", "Stonegate", "Merovia metonym"},
		{"us too", "", ""},
		{"Us too", "Us", "Us name"},
		{"Côte d’Or", "Côte d’Or", "Valdoria also"},
		{"Cote d'Or", "Cote d'Or", "Valdoria also"},
		{"The Forum", "The Forum", "Forum also"},
		{"the Forum", "the Forum", "Forum also"},
		{"the forum", "", ""},
		{"thirteen-nation bloc", "thirteen-nation bloc", "Forum metonym"},
		{"Thirteen nation bloc", "Thirteen nation bloc", "Forum metonym"},
		{"Sergei Kell", "Sergei Kell", "Sergey Kell name"},
		{"Elena Soro", "Elena Soro", "Yelena Soro name"},
		{"Mark Brandl", "Mark Brandl", "Mark A. Brandl also"},
		{"Mark A. Brandl", "Mark A. Brandl", "Mark A. Brandl name"},
		{"Sergei K. Kell said", "Sergei K. Kell", "Sergey Kell name"},
		{"Sergei K", "", ""},
		{"Mohamed al-Osk", "", ""},
		{"", "", ""},
		{"'Merovia", "", ""},
	} {
		end, matches := d.LongestAt(test.text, 0)
		var got []string
		for _, m := range matches {
			got = append(got, fmt.Sprintf("%s %s", m.Entry.Name, m.How))
		}
		if test.text[:end] != test.words || strings.Join(got, "; ") != test.want {
			t.Errorf("%q: %q is %q; want %q is %q", test.text, test.text[:end], got, test.words, test.want)
		}
	}
}

func TestLongestAtAllocatesNothing(t *testing.T) {
	d := testDirectory(t)
	text := "Federation of Merovia and Sergei Kell met Élan in Öland"
	if n := testing.AllocsPerRun(100, func() {
		for i := range text {
			d.LongestAt(text, i)
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestBySurname(t *testing.T) {
	d := testDirectory(t)
	for _, test := range []struct{ surname, want string }{
		{"Kell", "Sergey Kell; Lena Kell"},
		{"Soro", "Yelena Soro"},
		{"van der Aune", "Pieter van der Aune"},
		{"Aune", "Pieter van der Aune"},
		{"Wu", "Wu Lang"},
		{"Lang", ""},
		{"al-Osk", "Mohammed al-Osk Jr."},
		{"Osk", "Mohammed al-Osk Jr."},
		{"Sergey", ""},
		{"Kell said", ""},
	} {
		if got := namesOf(d.BySurname(test.surname)); got != test.want {
			t.Errorf("%q: %q, want %q", test.surname, got, test.want)
		}
	}
}

func TestByNameSpelledExactlyComesFirst(t *testing.T) {
	f, problems := dossier.Parse("f", []byte("person Dmitri Soro\nperson Dmitry Soro\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d := NewDirectory(f)
	for name, want := range map[string]string{
		"Dmitri Soro": "Dmitri Soro; Dmitry Soro", "Dmitry Soro": "Dmitry Soro; Dmitri Soro", "Dmitriy Soro": "Dmitri Soro; Dmitry Soro",
	} {
		if got := namesOf(d.ByName(name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestState(t *testing.T) {
	d := testDirectory(t)
	if m := d.State("Stonegate"); m.Entry == nil || m.Entry.Name != "Merovia" || m.How != HowMetonym {
		t.Errorf("Stonegate: %+v", m)
	}
	if m := d.State("Forum"); m.Entry != nil {
		t.Errorf("an organisation is no state: %v", m.Entry.Name)
	}
	if d.ByID("state:merovia") != d.State("Merovia").Entry || d.ByID("Q0") != nil {
		t.Error("ByID")
	}
}

func TestHolders(t *testing.T) {
	d := testDirectory(t)
	for _, test := range []struct{ office, of, day, want string }{
		{"president", "Merovia", "2030-01-01", "Yelena Soro"},
		{"president", "Merovia", "2028-02-29", ""},
		{"head of state", "Federation of Merovia", "2030-01-01", "Yelena Soro"},
		{"leader", "Merovia", "2030-01-01", "Yelena Soro"},
		{"president", "Merovia", "2031-06-15", "Lena Kell; Yelena Soro"}, // the end is known to the month
		{"president", "Merovia", "2031-07-01", "Lena Kell"},
		{"foreign minister", "Merovia", "2035-01-01", "Sergey Kell"},
		{"chief of the general staff", "Merovia", "1990-01-01", "Mark A. Brandl"},
		{"chief of the general staff", "Merovia", "2032-12-31", "Mark A. Brandl"},
		{"chief of the general staff", "Merovia", "2033-01-01", ""},
		{"prime minister", "Valdoria", "2030-12-31", "Ilse Varga"},
		{"prime minister", "Valdoria", "2031-05-01", "Jonas Reth; Ilse Varga"},
		{"prime minister", "Valdoria", "2032-01-01", "Jonas Reth"}, // a successor ends what has no end
		{"foreign minister", "Valdoria", "2031-01-01", "Petr Hollan"},
		{"secretary of state", "Merovia", "2031-01-01", ""},
		{"president", "", "2030-01-01", "Yelena Soro"},
		{"president", "Merovia", "", "Lena Kell; Yelena Soro"},
		{"pope", "Merovia", "2030-01-01", ""},
		{"president", "Nowhere", "2030-01-01", ""},
	} {
		if got := namesOf(d.Holders(test.office, test.of, testDay(t, test.day))); got != test.want {
			t.Errorf("%s of %s on %s: %q, want %q", test.office, test.of, test.day, got, test.want)
		}
	}
}

func TestRolesOnAndSide(t *testing.T) {
	d := testDirectory(t)
	for _, test := range []struct{ name, day, roles, side string }{
		{"Yelena Soro", "2030-01-01", "president", "Merovia"},
		{"Yelena Soro", "2028-06-01", "president mayor", "Merovia"},
		{"Yelena Soro", "2025-01-01", "mayor", "Merovia"},
		{"Yelena Soro", "2019-01-01", "", ""},
		{"Petr Hollan", "2032-01-01", "spokesperson secretary of state", "Forum"},
		{"Ilse Varga", "2033-01-01", "", ""},
		{"Oskar Lind", "2030-01-01", "", "Merovia"},
		{"Merovia", "2030-01-01", "", "Merovia"},
		{"Merovian Guard", "2030-01-01", "", "Merovia"},
		{"Forum", "2030-01-01", "", "Forum"},
	} {
		e, day := d.ByName(test.name)[0], testDay(t, test.day)
		var roles []string
		for _, r := range d.RolesOn(e, day) {
			roles = append(roles, r.Office)
		}
		side := ""
		if s := d.Side(e, day); s != nil {
			side = s.Name
		}
		if strings.Join(roles, " ") != test.roles || side != test.side {
			t.Errorf("%s on %s: %v for %q; want %q for %q", test.name, test.day, roles, side, test.roles, test.side)
		}
	}
}

func TestMergedDirectoryIsIdempotent(t *testing.T) {
	f, _ := dossier.Parse("world", []byte(smallWorld))
	once, twice := NewDirectory(f), NewDirectory(f, f)
	if once.Len() != twice.Len() {
		t.Fatalf("%d actors, %d when laid twice", once.Len(), twice.Len())
	}
	for i := range once.Len() {
		a, b := once.At(i), twice.At(i)
		if a.ID != b.ID || !slices.Equal(a.Roles, b.Roles) || !slices.Equal(a.Also, b.Also) {
			t.Errorf("%s changed", a.Name)
		}
	}
}
