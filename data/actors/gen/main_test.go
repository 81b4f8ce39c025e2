package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/internal/dossier"
)

const testOffices = `office president
  holders: one
office foreign minister
  holders: one
office deputy foreign minister
office ambassador to Halden
`

// generate runs the program over rows and gives the file without its header.
func generate(t *testing.T, rows string) string {
	t.Helper()
	dir := t.TempDir()
	in, out, offices := filepath.Join(dir, "in.csv"), filepath.Join(dir, "out.txt"), filepath.Join(dir, "offices.txt")
	for name, text := range map[string]string{in: columns + "\n" + rows, offices: testOffices} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var log strings.Builder
	if err := run(in, out, offices, &log); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := dossier.Parse("out.txt", b); len(problems) > 0 {
		t.Errorf("what was written does not parse: %v", problems)
	}
	body, ok := strings.CutPrefix(string(b), header)
	if !ok {
		t.Fatalf("no header: %s", b)
	}
	return strings.TrimSpace(body)
}

func TestRun(t *testing.T) {
	for _, test := range []struct{ name, rows, want string }{
		{"kept and left out", `merovia,Minister of Foreign Affairs,Adrian Kell,Q1,2029-01-05,,male,2031-01-01
merovia,Minister of Tea,Lena Kell,Q2,2029,,female,2031-01-01
merovia,Deputy Minister of Foreign Affairs,Mira Tann,Q3,2029-03,2030,female,2031-01-02
`, `source wikidata 2031-01-01

person Adrian Kell
  wikidata: Q1
  gender: male
  role: foreign minister of Merovia | 2029-01-05

source wikidata 2031-01-02

person Mira Tann
  wikidata: Q3
  gender: female
  role: deputy foreign minister of Merovia | 2029-03 | 2030`},
		{"other scripts and dates that no calendar has", `merovia,President,Мира Танн,Q1,2029,,female,2031-01-01
merovia,President,Elena Soro,Q2,2029-02-30,2030,female,2031-01-01
`, `source wikidata 2031-01-01

person Elena Soro
  wikidata: Q2
  gender: female
  role: president of Merovia | | 2030`},
		{"terms that follow are one", `merovia,President,Elena Soro,Q2,2024-05-01,2028-05-01,,2031-01-01
merovia,President,Elena Soro,Q2,2028-05-02,,,2031-01-01
`, `source wikidata 2031-01-01

person Elena Soro
  wikidata: Q2
  role: president of Merovia | 2024-05-01`},
		{"a missing end is the successor's start", `merovia,President,Marek Dorn,Q1,2024-05-01,,,2031-01-01
merovia,President,Elena Soro,Q2,2028-05-02,,,2031-01-01
`, `source wikidata 2031-01-01

person Elena Soro
  wikidata: Q2
  role: president of Merovia | 2028-05-02

person Marek Dorn
  wikidata: Q1
  role: president of Merovia | 2024-05-01 | 2028-05-02 | successor; wikidata 2031-01-01`},
		{"a stand-in was acting", `merovia,President,Marek Dorn,Q1,2024-05-01,2030-01-01,,2031-01-01
merovia,President,Elena Soro,Q2,2028-05-02,2028-06-02,,2031-01-01
`, `source wikidata 2031-01-01

person Elena Soro
  wikidata: Q2
  role: acting president of Merovia | 2028-05-02 | 2028-06-02

person Marek Dorn
  wikidata: Q1
  role: president of Merovia | 2024-05-01 | 2030-01-01`},
		{"a handover that differs by days", `merovia,President,Marek Dorn,Q1,2024-05-01,2030-03-20,,2031-01-01
merovia,President,Elena Soro,Q2,2030-03-12,,,2031-01-01
`, `source wikidata 2031-01-01

person Elena Soro
  wikidata: Q2
  role: president of Merovia | 2030-03

person Marek Dorn
  wikidata: Q1
  role: president of Merovia | 2024-05-01 | 2030-03`},
		{"surnames", `china,President,Wu Lang,Q1,2024,2025,,2031-01-01
spain,President,Ana María Welk Soro,Q2,2024,2025,,2031-01-01
`, `source wikidata 2031-01-01

person Ana María Welk Soro
  wikidata: Q2
  surname: Soro, Welk Soro
  role: president of Spain | 2024 | 2025

person Wu Lang
  wikidata: Q1
  surname: Wu
  role: president of China | 2024 | 2025`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, generate(t, test.rows)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestRules(t *testing.T) {
	r, err := readRules()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ jurisdiction, office, name, body string }{
		{"united-states", "Secretary of State", "secretary of state", "United States"},
		{"spain", "Secretary of State", "", ""},
		{"canada", "Premier of Quebec", "premier of Quebec", "Canada"},
		{"international", "Secretary-General of the United Nations", "secretary-general", "United Nations"},
		{"bosnia-herzegovina", "Prime Minister", "prime minister", "Bosnia and Herzegovina"},
		{"south-korea", "Minister of Foreign Affairs and Trade", "foreign minister", "South Korea"},
		{"uganda", "ambassador to the Russian Federation", "ambassador to Russia", "Uganda"},
		{"italy", "president of Lazio", "", ""},
		{"india", "Minister of Foreign Affairs", "foreign secretary", "India"},
	} {
		name, body := r.office(test.jurisdiction, test.office)
		if name != test.name || body != test.body {
			t.Errorf("%s, %s: %q of %q; want %q of %q", test.jurisdiction, test.office, name, body, test.name, test.body)
		}
	}
}

func TestRunRefusesOtherTables(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.csv")
	if err := os.WriteFile(in, []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	offices := filepath.Join(dir, "offices.txt")
	if err := os.WriteFile(offices, []byte(testOffices), 0o600); err != nil {
		t.Fatal(err)
	}
	err := run(in, filepath.Join(dir, "out.txt"), offices, &strings.Builder{})
	if err == nil || !strings.Contains(err.Error(), "columns a,b") {
		t.Errorf("got %v", err)
	}
}
