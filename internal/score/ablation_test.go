package score

import (
	"strings"
	"testing"

	"parley/internal/news"
)

// TestAblation: a rule that gives everything adds everything, one that gives nothing adds
// nothing, and a report is read without each rule before the next one is.
func TestAblation(t *testing.T) {
	s := sources("Marek Dorn")
	var order []string
	whole := s.Own
	reader := func(rule string) Reader {
		return ReaderFunc(func(name string, data []byte) (*news.Report, []news.Statement, error) {
			order = append(order, name+" without "+rule)
			rep, out, err := whole.Read(name, data)
			if rule == "said that" {
				out = nil
			}
			return rep, out, err
		})
	}
	for _, rule := range []string{"", "idle", "said that"} {
		s.Rules = append(s.Rules, Leaving{rule, reader(rule), reader(rule)})
	}
	dev := []Document{{Name: "d", Text: "By Nadia Ferro\nDorn said talks would resume.\n",
		Gold: Labels{Spans: []Labelled{{Kind: Cue, Parts: []news.Span{{Start: 20, End: 24}}}, {Kind: Content, Parts: []news.Span{{Start: 25, End: 43}}}}}}}
	a, err := s.ablation(nil, "", dev)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	a.section(&b)
	for _, want := range []string{
		"| rule | right | all sets | tuning | own, tune | own, test | gold | PolNeAR dev, content |",
		"| (whole reader) |  | 100.0 / 100.0 | 100.0 / 100.0 | 100.0 / 100.0 | 100.0 / 100.0 | 0.0 / 0.0 | 100.0 |",
		"| said that | 2 of 2 | +100.00 / +100.00 | +100.00 / +100.00 | +100.00 / +100.00 | +100.00 / +100.00 | 0 / 0 | +100.00 |\n| idle | – | 0 / 0 |",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	for i, read := range order {
		file, _, _ := strings.Cut(order[i-i%3], " ")
		if want := file + " without " + s.Rules[i%3].Rule; read != want {
			t.Errorf("reading %d is %s, want %s", i, read, want)
		}
	}
}

// TestAblationOfNothing: without rules to leave out there is no section.
func TestAblationOfNothing(t *testing.T) {
	if a, err := sources("").ablation(nil, "", nil); a != nil || err != nil {
		t.Errorf("%+v, %v", a, err)
	}
}
