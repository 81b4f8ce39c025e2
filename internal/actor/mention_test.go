package actor

import (
	"fmt"
	"strings"
	"testing"

	"parley/data"
)

func TestMentions(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ text, want string }{
		{
			"Valdorian Foreign Minister Ilse Varga told reporters she trusts Tavel.",
			"name:Valdorian Foreign Minister Ilse Varga group:reporters pronoun:she state:Tavel",
		},
		{
			"The Merovian defence ministry and US officials read a leaked internal letter.",
			"organisation:The Merovian defence ministry group:US officials document:a leaked internal letter",
		},
		{
			"Merovia’s chief negotiator met the envoy of the Continental Forum, who smiled.",
			"state:Merovia role:chief negotiator role:the envoy organisation:the Continental Forum pronoun:who",
		},
		{
			"Officials tell HBC many will stay.",
			"group:Officials organisation:HBC group:many",
		},
		{
			"In May, Theresa Mayhew and Will Harte spoke to the New Harbour Times on Friday.",
			"name:Theresa Mayhew name:Will Harte organisation:the New Harbour Times",
		},
		{
			"The company, Dale & Hart, and the United Council of Brenn agreed.",
			"organisation:The company organisation:Dale & Hart organisation:the United Council unknown:Brenn",
		},
		{"He’s sure they’ve left; I’m not.", "pronoun:He pronoun:they pronoun:I"},
	} {
		m := readMarked(c.text)
		var got []string
		for _, mention := range d.Mentions(m.doc) {
			got = append(got, mention.Kind.String()+":"+m.doc.Report.Words(mention.Span))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

func TestMentionsOfOneActorShareItsIndex(t *testing.T) {
	d := worldDirectory(t)
	m := readMarked("Ilse Varga spoke. Varga left. Judge Mila Sarne stayed. Sarne laughed.")
	got := d.Mentions(m.doc)
	if len(got) != 4 {
		t.Fatalf("%d mentions: %+v", len(got), got)
	}
	if got[0].Entity != got[1].Entity || got[2].Entity != got[3].Entity || got[0].Entity == got[2].Entity || got[0].Entity < 0 {
		t.Errorf("actors %d %d %d %d", got[0].Entity, got[1].Entity, got[2].Entity, got[3].Entity)
	}
	if got[1].Actor() != "person:ilse-varga" || got[3].Actor() != "" || got[1].Gender() != "female" || got[1].Kind != SurnameMention {
		t.Errorf("got %+v and %+v", got[1], got[3])
	}
	if h := m.doc.Report.Words(got[2].Head()); h != "Mila Sarne" {
		t.Errorf("head %q", h)
	}
}

// The lexicon's files hold nothing that their reader would pass over.
func TestLexiconFiles(t *testing.T) {
	section := ""
	for n, line := range strings.Split(data.Nouns, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
			if _, known := sections[section]; !known {
				t.Errorf("nouns.txt:%d: no section %q", n+1, section)
			}
		case section == "" || !strings.Contains(line, ": "):
			t.Errorf("nouns.txt:%d: %q is no list of words", n+1, line)
		}
	}
	names := 0
	for n, line := range strings.Split(data.Forenames, "\n") {
		switch {
		case line == "" || line[0] == '#':
		case len(line) > 2 && strings.ContainsRune("mfx", rune(line[0])) && line[1] == ' ':
			names += len(strings.Fields(line[2:]))
		default:
			t.Errorf("forenames.txt:%d: %q", n+1, line)
		}
	}
	if names < 1500 {
		t.Errorf("%d forenames", names)
	}
}

func TestWordsOfTheLexicon(t *testing.T) {
	w := lexicon()
	for _, c := range []struct {
		word string
		want flag
	}{
		{"spokeswoman", isPerson}, {"Spokesmen", isPeople}, {"Sen.", isHonorific}, {"ministries", isBody},
		{"surveys", isDocument}, {"many", isGroupAlone}, {"Lavinia", 0}, {"Monday", isCalendar}, {"Elena", isForename}, {"von", isParticle},
	} {
		if got := w.find(c.word).flags; got&c.want != c.want || c.want == 0 && got != 0 {
			t.Errorf("%s: %b, want %b", c.word, got, c.want)
		}
	}
	if g := w.find("Elena").forename; g != female {
		t.Errorf("Elena is %q", fmt.Sprint(g))
	}
	if n := testing.AllocsPerRun(100, func() { w.find("Spokeswoman") }); n != 0 {
		t.Errorf("a look-up allocates %v times", n)
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Hornsby", "Hornsbyova", true}, {"Reth", "Ret", true}, {"Milbey", "Milby", true}, {"Chavel", "Chevel", true},
		{"Kell", "Kellermann", false}, {"Soro", "Sora", false}, {"Varga", "Vargas", true}, {"Dorn", "Born", false}, {"Tann", "Tannova", true},
	} {
		if alike(c.a, c.b) != c.want || alike(c.b, c.a) != c.want {
			t.Errorf("alike(%s, %s) is not %v", c.a, c.b, c.want)
		}
	}
}
