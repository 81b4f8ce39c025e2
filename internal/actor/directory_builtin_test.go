package actor

import (
	"os"
	"testing"

	"parley/internal/dossier"
	"parley/internal/news"
)

// userFiles are the files of the repository that are laid over the built-in ones.
func userFiles(t testing.TB) []*dossier.File {
	t.Helper()
	ukraine, err := BuiltinDossier("ukraine")
	if err != nil {
		t.Fatal(err)
	}
	files := []*dossier.File{ukraine}
	for _, name := range []string{"tesmar.actors", "tesmar.dossier"} {
		b, err := os.ReadFile("../../examples/" + name)
		if err != nil {
			t.Fatal(err)
		}
		f, problems := dossier.Parse(name, b)
		if len(problems) > 0 {
			t.Fatal(problems[0])
		}
		files = append(files, f)
	}
	return files
}

func TestBuiltinFilesHaveNoProblem(t *testing.T) {
	files, err := BuiltinFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range dossier.Check(append(files, userFiles(t)...)...) {
		t.Error(p)
	}
}

func TestBuiltinDossierUnknown(t *testing.T) {
	_, err := BuiltinDossier("nowhere")
	if news.CodeOf(err) != news.NotFound {
		t.Errorf("got %v", err)
	}
}

// Every state has a leader's office or is one of the few that have none on purpose,
// and the office that leads a body is one that the directory knows.
func TestBuiltinStates(t *testing.T) {
	d, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	states, leaderless := 0, 0
	for i := range d.Len() {
		e := d.At(i)
		if e.Kind != news.State {
			continue
		}
		states++
		if e.Leader == "" {
			leaderless++
		}
		if m := d.State(e.Name); m.Entry != e || m.How != HowName {
			t.Errorf("%s is not found by its name", e.Name)
		}
	}
	if states < 200 || leaderless > 12 {
		t.Errorf("%d states, %d without leader", states, leaderless)
	}
}

// The offices that most reports name have exactly one holder on a day that the
// Wikidata table covers.
func TestBuiltinHolders(t *testing.T) {
	d, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	day := testDay(t, "2021-12-23")
	for _, phrase := range []string{
		"the Russian foreign minister", "Russia's top diplomat", "the Kremlin chief", "the top US diplomat", "US Secretary of State",
		"the US defense secretary", "the chairman of the US Joint Chiefs of Staff", "the CIA director", "the US National Security Advisor",
		"White House press secretary", "the British prime minister", "UK Foreign Secretary", "the Chancellor of Germany", "the Ukrainian leader",
		"Ukraine's defence minister", "Turkish President", "the Israeli premier", "the UN chief", "NATO chief", "the EU's foreign policy chief",
		"the Iranian supreme leader", "the Emir of Qatar", "Jordan's king", "the Rwandan president", "Colombia's foreign minister", "the head of Russia’s Foreign Intelligence Service",
		"Kremlin spokesman", "the Armenian prime minister", "the Pope",
	} {
		found := d.Offices(phrase)
		if len(found) == 0 {
			t.Errorf("%s: no office", phrase)
			continue
		}
		if got := d.Holders(found[0].Name, found[0].Of, day); len(got) != 1 {
			t.Errorf("%s: %v is held by %d: %s", phrase, found[0], len(got), namesOf(got))
		}
	}
}

func TestBuiltinCounts(t *testing.T) {
	files, err := BuiltinFiles()
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, f := range files {
		for _, a := range f.Actors {
			counts[f.Name] += len(a.Roles)
		}
	}
	if counts["holders.txt"] < 5500 || counts["people.txt"] < 1200 {
		t.Errorf("roles: %v", counts)
	}
}

// The whole directory is to load in under 20 ms.
func BenchmarkBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Builtin(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLongestAt(b *testing.B) {
	d, err := Builtin()
	if err != nil {
		b.Fatal(err)
	}
	text, err := os.ReadFile("../../examples/tesmar.actors")
	if err != nil {
		b.Fatal(err)
	}
	s := string(text)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		for i := 0; i < len(s); {
			end, _ := d.LongestAt(s, i)
			for i = end; i < len(s) && isLetter(s[i]); i++ {
			}
			for ; i < len(s) && !isLetter(s[i]); i++ {
			}
		}
	}
}
