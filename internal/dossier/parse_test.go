package dossier

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/internal/news"
)

const sample = `# A remark.
source invented

dossier tesmar
  title: Talks over Tesmar
  party: Valdoria
  party: Merovia | Tesmar Council, Viktor Aman
  mediator: Halden
issue talks
  name: Holding talks at all
  topic: talks, negotiations,
  topic: dialogue
  conditional: only if
state Merovia
  also: Federation of Merovia
  adjective: Merovian
  people: Merovians
  capital: Tavel, Old Tavel
  metonym: Stonegate
  leader: president
organisation Tesmar Council
  class: armed group
  of: Merovia
person Viktor Aman
  gender: male
  surname: Aman
  wikidata: Q1
  role: chief of the general staff of Merovia | 2030-05 | | archive 2031-01-02
  role: deputy minister of state of the Federation of Merovia | 2028 | 2030-05-01
  not: president of Merovia
office chief of the general staff
  holders: one
  say: top general, army chief | Merovia
same defence
  also: defense
`

func TestParse(t *testing.T) {
	got, problems := Parse("t.dossier", []byte(sample))
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	at := func(line int) Position { return Position{"t.dossier", line} }
	want := &File{
		Name: "t.dossier", Key: "tesmar", Title: "Talks over Tesmar", Pos: at(4),
		Parties: []Party{
			{Name: "Valdoria", Kind: "party", Pos: at(6)},
			{Name: "Merovia", Kind: "party", Members: []string{"Tesmar Council", "Viktor Aman"}, Pos: at(7)},
			{Name: "Halden", Kind: "mediator", Pos: at(8)},
		},
		Issues: []Issue{{
			Key: "talks", Name: "Holding talks at all", Pos: at(9),
			Words: map[string][]string{"topic": {"talks", "negotiations", "dialogue"}, "conditional": {"only if"}},
		}},
		Actors: []*Actor{
			{
				ID: "state:merovia", Kind: news.State, Name: "Merovia", Also: []string{"Federation of Merovia"},
				Adjectives: []string{"Merovian"}, People: []string{"Merovians"}, Capital: "Tavel",
				CapitalsToo: []string{"Old Tavel"}, Metonyms: []string{"Stonegate"}, Leader: "president", Pos: at(14),
			},
			{
				ID: "organisation:tesmar-council", Kind: news.Organisation, Name: "Tesmar Council",
				Class: "armed group", Of: "Merovia", Pos: at(21),
			},
			{
				ID: "Q1", Kind: news.Person, Name: "Viktor Aman", Gender: "male", Wikidata: "Q1", Surnames: []string{"Aman"}, Pos: at(24),
				Roles: []Role{
					{Office: "chief of the general staff", Of: "Merovia", From: Date{2030, 5, 0}, Source: "archive 2031-01-02", Pos: at(28)},
					{Office: "deputy minister of state", Of: "Federation of Merovia", From: Date{Year: 2028}, To: Date{2030, 5, 1}, Source: "invented", Pos: at(29)},
				},
				Not: []Role{{Office: "president", Of: "Merovia", Source: "invented", Pos: at(30)}},
			},
		},
		Offices: []Office{{
			Name: "chief of the general staff", Single: true, Pos: at(31),
			Says: []Wording{{"top general", "Merovia"}, {"army chief", "Merovia"}},
		}},
		Same: []Same{{Word: "defence", Forms: []string{"defense"}, Pos: at(34)}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestParseProblems(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"unknown block", "\nstat Merovia\n  capital: Tavel\n", `f:2: "stat" begins no block: write dossier, issue, state,`},
		{"no name", "person\n", `f:1: "person" has no name: write "person NAME"`},
		{"key outside", "  capital: Tavel\n", `f:1: "capital" stands in no block`},
		{"no colon", "state M\n  Tavel\n", `f:2: "Tavel" is no "key: value" line`},
		{"no value", "state M\n  capital:\n", `f:2: capital has no value`},
		{"slip of a key", "state M\n  adjectiv: Merovian\n", `f:2: state has no key "adjectiv": did you mean "adjective"?`},
		{"unknown key", "person A B\n  zodiac: fish\n", `f:2: person has no key "zodiac": it has also, surname`},
		{"key of another block", "person A B\n  capital: Tavel\n", `f:2: person has no key "capital"`},
		{"slip in an issue", "issue talks\n  topics: talks\n", `f:2: issue has no key "topics": did you mean "topic"?`},
		{"gender", "person A B\n  gender: m\n", `f:2: gender is "m": write male or female`},
		{"item", "person A B\n  wikidata: 58217\n", `f:2: wikidata is "58217": write the item, such as Q58217`},
		{"date", "person A B\n\n  role: king of M | 12 May 2030\n", `f:3: "12 May 2030" is no date: write a day, month or year such as 2004-03-09`},
		{"month", "person A B\n  role: king of M | 2030-5\n", `f:2: "2030-5" is no date`},
		{"zero", "person A B\n  role: king of M | 2030-00\n", `f:2: "2030-00" is no date`},
		{"no office", "person A B\n  role: | 2030\n", `f:2: the role has no office`},
		{"too many fields", "person A B\n  role: king of M | 1 | 2 | 3 | 4\n", `f:2: a role has four fields`},
		{"holders", "office king\n  holders: 1\n", `f:2: holders is "1": write one or many`},
		{"second dossier", "dossier a\n  party: M\ndossier b\n", `f:3: a second dossier "b" in one file`},
		{"not UTF-8", "state M\xff\n", `f:0: the file is not UTF-8`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, problems := Parse("f", []byte(test.text))
			if len(problems) != 1 {
				t.Fatalf("%d problems, want one: %v", len(problems), problems)
			}
			if got := problems[0].String(); !strings.HasPrefix(got, test.want) {
				t.Errorf("got  %s\nwant %s…", got, test.want)
			}
		})
	}
}

func TestParseGoesOn(t *testing.T) {
	f, problems := Parse("f", []byte("stat X\n  capital: Y\nperson A B\n  gender: x\n  also: C D\r\n"))
	if len(problems) != 2 || len(f.Actors) != 1 || f.Actors[0].Also[0] != "C D" {
		t.Errorf("problems %v, actors %+v", problems, f.Actors)
	}
}

func TestSplitOffice(t *testing.T) {
	for _, test := range []struct{ in, office, of string }{
		{"foreign minister of Merovia", "foreign minister", "Merovia"},
		{"secretary of state of the Ostland Union", "secretary of state", "Ostland Union"},
		{"head of the Office of the President of Merovia", "head", "Office of the President of Merovia"},
		{"ambassador to the Ostland Union, Halden", "ambassador to the Ostland Union", "Halden"},
		{"king", "king", ""},
		{"leader of 7th Column", "leader", "7th Column"},
		{"president of Élan", "president", "Élan"},
		{"chief of staff of the", "chief of staff of the", ""},
	} {
		office, of := SplitOffice(test.in)
		if office != test.office || of != test.of {
			t.Errorf("SplitOffice(%q) = %q, %q; want %q, %q", test.in, office, of, test.office, test.of)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	for _, name := range []string{"../../examples/tesmar.actors", "../../examples/tesmar.dossier"} {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Add("person A\n role: a of B|2021-02-30||\n not: a of B\nperson A\n")
	f.Fuzz(func(t *testing.T, text string) {
		file, problems := Parse("f", []byte(text))
		lines := strings.Count(text, "\n") + 1
		for _, p := range append(problems, Check(file)...) {
			if p.Line > lines {
				t.Fatalf("problem %s after the last line %d", p, lines)
			}
		}
		for _, a := range file.Actors {
			for i := range a.Roles {
				checkRoleText(t, &a.Roles[i])
			}
		}
		Merge(file, file)
	})
}

// checkRoleText: what String writes, the parser reads back.
func checkRoleText(t *testing.T, r *Role) {
	office, of := SplitOffice(r.String())
	if office != r.Office || of != r.Of {
		t.Fatalf("role %q of %q reads back as %q of %q", r.Office, r.Of, office, of)
	}
}
