package reading_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"parley"
	"parley/internal/news"
	"parley/internal/record"
	"parley/internal/text"
)

// fataler is what *testing.T, *testing.F and *rapid.T share.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// sound reads a document and holds whatever comes out against the blueprint's
// invariants. It gives the statements as records, or nothing when it is refused.
func sound(t fataler, r *parley.Reader, name string, data []byte) string {
	t.Helper()
	rep, err := r.OpenReport(name, data)
	if err != nil {
		if news.CodeOf(err) != news.Unreadable {
			t.Fatalf("%s: %v", name, err)
		}
		return ""
	}
	if err := rep.Validate(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	ss := r.Statements(rep)
	ids := map[string]bool{}
	for i := range ss {
		if ids[ss[i].ID] {
			t.Fatalf("%s: statement %s is there twice", name, ss[i].ID)
		}
		ids[ss[i].ID] = true
	}
	m := text.NewMapper(rep.Text)
	var out []byte
	for i := range ss {
		s := &ss[i]
		if s.Within != "" && (s.Within == s.ID || !ids[s.Within]) {
			t.Fatalf("%s: statement %s lies within %q", name, s.ID, s.Within)
		}
		if err := told(rep, s); err != nil {
			t.Fatalf("%s: %v\n%+v", name, err, s)
		}
		line := len(out)
		rec := record.From(rep, m, s)
		out = append(rec.AppendJSON(out), '\n')
		if err := comesBack(rep, m, s, out[line:]); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return string(out)
}

// told holds one statement against invariants 1, 2 and 4: its spans lie in the text on
// rune boundaries; every resolved field says by what rule; nothing is certain that is
// not told.
func told(rep *news.Report, s *news.Statement) error {
	if err := s.Validate(rep); err != nil {
		return err
	}
	sp := &s.Speaker
	switch {
	case s.Mode == "" || s.Rule == "" || s.Reader == "" || s.Passage == "" || s.Passage == news.Furniture:
		return fmt.Errorf("mode %q, rule %q, reader %q, passage %q", s.Mode, s.Rule, s.Reader, s.Passage)
	case s.Confidence < 0 || s.Confidence > 1 || sp.Confidence < 0 || sp.Confidence > 1:
		return fmt.Errorf("confidence %v, of the speaker %v", s.Confidence, sp.Confidence)
	case sp.By == "" || sp.ID != "" && sp.Name == "" || sp.Name != "" && sp.Kind == "":
		return fmt.Errorf("a speaker by no rule, without a name or of no kind")
	case s.SaidOn != nil && (s.SaidOn.By == "" || s.SaidOn.From.IsZero() || s.SaidOn.To.Before(s.SaidOn.From)):
		return fmt.Errorf("a day by no rule, or not one: %+v", *s.SaidOn)
	case s.SaidOn != nil && rep.Published.IsZero() && !strings.ContainsFunc(rep.Text, unicode.IsDigit):
		return fmt.Errorf("a day, %v, where nothing gives one", s.SaidOn.From)
	case s.Move != nil && (s.Move.By == "" || s.Move.Issue == "" || s.Move.Stance == "" || s.Move.Holder.Name == ""):
		return fmt.Errorf("a move that is not told: %+v", *s.Move)
	case s.Occasion != nil && (s.Occasion.ID == "" || s.Occasion.Kind == ""):
		return fmt.Errorf("an occasion that is not told: %+v", *s.Occasion)
	}
	return nil
}

// comesBack reads a record again: its words stand in the report at its code points, and
// it is the statement that it was made of.
func comesBack(rep *news.Report, m *text.Mapper, s *news.Statement, line []byte) error {
	rec, err := record.Decode(line)
	if err != nil {
		return err
	}
	runes := []rune(rep.Text)
	for _, c := range rec.Content {
		if got := string(runes[c.Start:c.End]); c.Text == "" || c.Text != got {
			return fmt.Errorf("content %d-%d is %q, not %q", c.Start, c.End, got, c.Text)
		}
	}
	back, err := rec.Back(rep, m)
	if err != nil {
		return err
	}
	if diff := cmp.Diff(*s, back, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(news.Statement{}, "Evidence")); diff != "" {
		return fmt.Errorf("a record comes back otherwise (-read +back):\n%s", diff)
	}
	return nil
}

// Random reports are put together of the parts of sentences that each stage looks for,
// in order and out of it, with broken pieces between them.
var (
	speakers = []string{"Marek Dorn", "Dorn", "Foreign Minister Ilse Varga", "The minister", "She", "he", "Merovia", "The Merovian side",
		"Merovian officials", "A letter seen by HBC", "According to Dorn"}
	cues = []string{" said ", " said that ", " told reporters on Monday that ", ", adding that ", " warned last week: ", " denied ", " was quoted by HBC as saying ",
		" said at a press conference on 16 November that ", " said in an interview with the Tavel Morning Post ", ", ", " "}
	contents = []string{"the talks would resume", "there will be no talks with Merovia", "Valdoria is ready for talks if the shelling ends", "we want peace",
		"“we wait”", "“We go,", "“We said: ‘No talks.’”", "Varga had said “enough”", "that", ""}
	ends  = []string{". ", ",” he said. ", ",” said Varga in October. ", ".\n\n", ", as she put it. ", "? ", "\n\n“And again. ", ", Dorn said, adding that it was late. ", ""}
	parts = [][]string{speakers, cues, contents, ends}

	pieces = []string{"“", "”", "‘", "’", "\"", "'", "«", "»", "``", "''", "(", ")", "[", "]", ": ", "\n\n", "\n", " – ", " – Tavel", "…",
		"Read more", "Photo: Meridian Press", "2031-10-07", "\u00a0", "é", "𝕏", "e\u0301", "\r\n", "\u200b", "العربية", "\xff", "U.S.", "5'11\"", "<b>", "&amp;"}
)

func drawReport(t *rapid.T) []byte {
	var b strings.Builder
	b.WriteString("The talks and what was said of them in the town\n\n")
	if rapid.Bool().Draw(t, "dated") {
		b.WriteString("17 Nov, 2031 10:37\n\n")
	}
	for range rapid.IntRange(0, 20).Draw(t, "sentences") {
		for _, of := range parts {
			b.WriteString(rapid.SampledFrom(of).Draw(t, "part"))
		}
		if rapid.IntRange(0, 3).Draw(t, "broken") == 0 {
			b.WriteString(rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom(cues), rapid.String()).Draw(t, "piece"))
		}
	}
	return []byte(b.String())
}

// TestAnyReport: whatever a report says, and whatever spans and links are seen in it,
// what is read from it keeps the invariants, and reading it again, by another reader of
// the same version, gives the same bytes.
func TestAnyReport(t *testing.T) {
	names := rapid.SampledFrom([]string{"a.txt", "a.html"})
	twice := func(t fataler, by [2]*parley.Reader, name string, data []byte) {
		if first := sound(t, by[0], name, data); sound(t, by[1], name, data) != first {
			t.Fatalf("the same bytes are read in two ways:\n%q", data)
		}
	}
	for name, o := range map[string]parley.Options{"rules": rules, "chance": chance, "joined": joined} {
		t.Run(name, func(t *testing.T) {
			by := [2]*parley.Reader{newReader(t, o), newReader(t, o)}
			rapid.Check(t, func(t *rapid.T) { twice(t, by, names.Draw(t, "name"), drawReport(t)) })
		})
	}
	t.Run("full", func(t *testing.T) {
		by := [2]*parley.Reader{newReader(t, full), newReader(t, full)}
		for i := range 12 {
			twice(t, by, names.Example(i), rapid.Custom(drawReport).Example(i))
		}
	})
}

// FuzzRead reads any text by the rules and by chance, a short one by the full reader too.
func FuzzRead(f *testing.F) {
	readers := []*parley.Reader{newReader(f, full), newReader(f, rules), newReader(f, chance), newReader(f, joined)}
	const short = 500
	f.Add("“We wait,” said Marek Dorn on Monday. “We go.”\n\nMerovia’s minister, Adrian Kell, told HBC: ‘No talks’", false)
	f.Add("<p>Varga: <b>“No”</b><blockquote>according to HBC</blockquote>", true)
	f.Fuzz(func(t *testing.T, text string, html bool) {
		name := "a.txt"
		if html {
			name = "a.html"
		}
		by := readers
		if len(text) > short {
			by = by[1:]
		}
		for _, r := range by {
			sound(t, r, name, []byte(text))
		}
	})
}

// TestExamples holds all pages of the corpus against the invariants, one after the
// other and all at once: the same bytes.
func TestExamples(t *testing.T) {
	for name, c := range map[string]struct {
		reader parley.Options
		least  int // statements
	}{"full": {full, 150}, "rules": {rules, 150}, "chance": {chance, 150}, "joined": {joined, 150}} {
		t.Run(name, func(t *testing.T) { examples(t, newReader(t, c.reader), c.least) })
	}
}

func examples(t *testing.T, r *parley.Reader, least int) {
	pages := allPages(t)
	serial, parallel := make([]string, len(pages)), make([]string, len(pages))
	statements := 0
	for i, p := range pages {
		serial[i] = sound(t, r, p.name, p.data)
		statements += strings.Count(serial[i], "\n")
	}
	t.Logf("%d statements in %d pages", statements, len(pages))
	if statements < least {
		t.Errorf("less than %d", least)
	}
	var all sync.WaitGroup
	for i, p := range pages {
		all.Go(func() { parallel[i] = records(t, r, p) })
	}
	all.Wait()
	for i := range pages {
		if serial[i] != parallel[i] {
			t.Errorf("%s is read otherwise beside others:\n%s\nwant\n%s", pages[i].name, parallel[i], serial[i])
		}
	}
}
