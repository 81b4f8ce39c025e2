package score

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/internal/news"
	"parley/internal/record"
	"parley/internal/text"
)

const story = "Dorn said that talks will resume soon if the guns fall silent. “We wait for Tavel,” Reth said, adding that nobody knows the day. " +
	"A half-quoted “swift end” was called for. Kell denied everything that had been claimed.\n"

// quote gives gold with the content's place found in the story.
func quote(t testing.TB, speaker string, contents ...string) Gold {
	t.Helper()
	var g Gold
	g.Speaker.Name = speaker
	for _, c := range contents {
		s := spanIn(t, story, c)
		start, end := text.NewMapper(story).SpanToRunes(s)
		g.Content = append(g.Content, record.Words{Start: start, End: end, Text: c})
	}
	return g
}

func spanIn(t testing.TB, in, words string) news.Span {
	t.Helper()
	i := strings.Index(in, words)
	if i < 0 {
		t.Fatalf("text lacks %q", words)
	}
	return news.Span{Start: i, End: i + len(words)}
}

func said(t testing.TB, speaker string, contents ...string) news.Statement {
	s := news.Statement{Speaker: news.Speaker{Name: speaker}, Mode: news.Indirect, Rule: "said that"}
	for _, c := range contents {
		s.Content = append(s.Content, spanIn(t, story, c))
	}
	return s
}

func readerOf(pred ...news.Statement) Reader {
	return ReaderFunc(func(name string, data []byte) (*news.Report, []news.Statement, error) {
		return &news.Report{ID: "r", File: name, Text: string(data)}, pred, nil
	})
}

func scoreOf(t testing.TB, gold []Gold, pred []news.Statement, o Options) *Statements {
	t.Helper()
	s, err := ScoreStatements([]Case{{File: "a.txt", Data: []byte(story), Gold: gold}}, readerOf(pred...), o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStatementsCounts(t *testing.T) {
	optional := quote(t, "", "“swift end”")
	optional.Optional = true
	nested := said(t, "Lena Kell", "nobody knows the day")
	nested.Within = "s1"
	type counts struct{ gold, same, right, both, pred int }
	for name, c := range map[string]struct {
		gold []Gold
		pred []news.Statement
		want counts
	}{
		"whole":             {[]Gold{quote(t, "Marek Dorn", "talks will resume soon if the guns fall silent")}, []news.Statement{said(t, "Marek Dorn", "talks will resume soon if the guns fall silent")}, counts{1, 1, 1, 1, 1}},
		"wrong speaker":     {[]Gold{quote(t, "Marek Dorn", "talks will resume soon if the guns fall silent")}, []news.Statement{said(t, "Petr Hollan", "talks will resume soon if the guns fall silent")}, counts{1, 1, 1, 0, 1}},
		"half the words":    {[]Gold{quote(t, "Marek Dorn", "talks will resume soon if the guns fall silent")}, []news.Statement{said(t, "Marek Dorn", "talks will resume soon")}, counts{1, 1, 0, 0, 1}},
		"elsewhere":         {[]Gold{quote(t, "Marek Dorn", "talks will resume soon")}, []news.Statement{said(t, "Marek Dorn", "if the guns fall silent")}, counts{1, 0, 0, 0, 1}},
		"optional ignored":  {[]Gold{optional}, []news.Statement{said(t, "", "swift end")}, counts{0, 0, 0, 0, 0}},
		"covered ignored":   {[]Gold{optional}, []news.Statement{said(t, "", "swift")}, counts{0, 0, 0, 0, 0}},
		"more than ignored": {[]Gold{optional}, []news.Statement{said(t, "", "A half-quoted “swift end” was called for")}, counts{0, 0, 0, 0, 1}},
		"nested ignored":    {nil, []news.Statement{nested}, counts{0, 0, 0, 0, 0}},
		"twice":             {[]Gold{quote(t, "Jonas Reth", "We wait for Tavel")}, []news.Statement{said(t, "Petr Hollan", "We wait for Tavel"), said(t, "Jonas Reth", "We wait for Tavel")}, counts{1, 1, 1, 1, 2}},
		"parts":             {[]Gold{quote(t, "Marek Dorn", "talks will resume soon", "if the guns fall silent")}, []news.Statement{said(t, "Marek Dorn", "talks will resume soon if the guns fall silent")}, counts{1, 1, 1, 1, 1}},
	} {
		s := scoreOf(t, c.gold, c.pred, Options{})
		got := counts{s.Both.Gold, int(s.Same.GoldHits), int(s.Right.GoldHits), int(s.Both.GoldHits), s.Right.Pred}
		if got != c.want {
			t.Errorf("%s: gold, same, right, both, predicted are %v, want %v", name, got, c.want)
		}
	}
}

func TestStatementsFields(t *testing.T) {
	day := news.Interval{From: news.Day{Year: 2031, Month: 10, Date: 7}, To: news.Day{Year: 2031, Month: 10, Date: 7}}
	a := quote(t, "Marek Dorn", "talks will resume soon if the guns fall silent")
	a.Mode, a.By, a.Cue, a.SaidOn = news.Indirect, "surname", &record.Words{Text: "said"}, &record.When{From: "2031-10", To: "2031-10"}
	b := quote(t, "Jonas Reth", "We wait for Tavel")
	b.Mode, b.By = news.Direct, "surname"
	pa := said(t, "Marek Dorn", "talks will resume soon if the guns fall silent")
	pa.Cue, pa.SaidOn, pa.Speaker.By = spanIn(t, story, "said"), &news.When{Interval: day, By: "weekday"}, "surname"
	pb := said(t, "Petr Hollan", "We wait for Tavel")
	pb.SaidOn = &news.When{Interval: day, By: "occasion"}
	s := scoreOf(t, []Gold{a, b}, []news.Statement{pa, pb}, Options{})
	got := []Share{s.Speaker, s.Mode, s.Cue, s.Day, s.FalseDay}
	if d := cmp.Diff([]Share{{1, 2}, {1, 2}, {2, 2}, {1, 1}, {1, 1}}, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(Table{"surname": {1, 2}}, s.ByMention); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(Table{"direct": {0, 1}, "indirect": {1, 1}}, s.ByMode); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(Table{"weekday": {1, 1}, "occasion": {0, 1}}, s.ByDay); d != "" {
		t.Error(d)
	}
}

func TestDayRight(t *testing.T) {
	on := func(a, b int) *news.When {
		return &news.When{Interval: news.Interval{From: news.Day{Year: 2031, Month: 10, Date: a}, To: news.Day{Year: 2031, Month: 10, Date: b}}}
	}
	for name, c := range map[string]struct {
		gold *record.When
		none bool
		got  *news.When
		want bool
	}{
		"same day":        {&record.When{From: "2031-10-07", To: "2031-10-07"}, false, on(7, 7), true},
		"other day":       {&record.When{From: "2031-10-07", To: "2031-10-07"}, false, on(7, 8), false},
		"in the month":    {&record.When{From: "2031-10", To: "2031-10"}, false, on(3, 9), true},
		"the whole month": {&record.When{From: "2031-10", To: "2031-10"}, false, on(1, 31), true},
		"other month":     {&record.When{From: "2031-11", To: "2031-11"}, false, on(7, 7), false},
		"open end":        {&record.When{From: "2031-10", To: "2031-10"}, false, &news.When{Interval: news.Interval{From: news.Day{Year: 2031, Month: 10, Date: 1}}}, false},
		"none at all":     {nil, false, nil, true},
		"missed":          {&record.When{From: "2031-10-07", To: "2031-10-07"}, false, nil, false},
		"may be missed":   {&record.When{From: "2031-10-07", To: "2031-10-07"}, true, nil, true},
		"false":           {nil, false, on(7, 7), false},
	} {
		g := Gold{DayOrNone: c.none}
		g.SaidOn = c.gold
		if got := dayRight(&g, c.got); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestNames(t *testing.T) {
	n := names{func(s string) string {
		if s == "Merovian Republic" {
			return "Merovia"
		}
		return ""
	}}
	for _, c := range []struct {
		gold, pred string
		want       bool
	}{
		{"Ilse Varga", "ilse  VARGA", true},
		{"Continental Forum", "the Continental Forum", true},
		{"Petr Dornsky", "Petr Dornskyy", true},
		{"Petr Dornsky", "Petr Dornskiy", true},
		{"Sergej Holm", "Sergey Holm", true},
		{"Türmland", "Turmland", true},
		{"Merovia", "Merovian Republic", true},
		{"Ilse Varga", "Varga", false},
		{"Ilse Varga", "", false},
		{"", "", true},
		{"", "Ilse Varga", false},
	} {
		if got := n.right(&record.Speaker{Ref: record.Ref{Name: c.gold}}, c.pred); got != c.want {
			t.Errorf("gold %q, read %q: %v", c.gold, c.pred, got)
		}
	}
	if !n.right(&record.Speaker{Ref: record.Ref{Name: "statement"}, Names: []string{"Amber House"}}, "the Amber House") {
		t.Error("another name of gold is not accepted")
	}
}

func TestChain(t *testing.T) {
	g := quote(t, "Jonas Reth", "We wait for Tavel")
	g.Chain = []record.Link{{Name: "the Tavel Morning Post", Kind: news.QuotedBy}}
	p := said(t, "Jonas Reth", "We wait for Tavel")
	for want, link := range map[bool]news.Link{true: {Name: "Tavel Morning Post", Kind: news.QuotedBy}, false: {Name: "Tavel Morning Post", Kind: news.Interview}} {
		p.Chain = []news.Link{{Name: "Lume24", Kind: news.QuotedBy}, link}
		if s := scoreOf(t, []Gold{g}, []news.Statement{p}, Options{}); (s.Chain != Share{int(one(want)), 1}) {
			t.Errorf("%v: %v", link, s.Chain)
		}
	}
}

func TestGoldThatDoesNotFit(t *testing.T) {
	g := quote(t, "Marek Dorn", "talks will resume soon")
	g.Content[0].Start, g.Content[0].End = 1, 4
	s := scoreOf(t, []Gold{g}, []news.Statement{said(t, "Marek Dorn", "talks will resume soon")}, Options{})
	if s.Unfit != 1 || s.Both.GoldHits != 1 {
		t.Errorf("unfit %d, hits %v: words should be compared as a bag", s.Unfit, s.Both.GoldHits)
	}
}

func TestMisses(t *testing.T) {
	gold := []Gold{quote(t, "Marek Dorn", "talks will resume soon if the guns fall silent"), quote(t, "Adrian Kell", "everything that had been claimed")}
	gold[0].Line = 7
	s := scoreOf(t, gold, []news.Statement{said(t, "Petr Hollan", "talks will resume soon"), said(t, "", "nobody knows the day")}, Options{Misses: true})
	var b bytes.Buffer
	if err := WriteMisses(&b, s.Misses); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"WRONG END  a.txt:7\n  gold  Marek Dorn | – | talks will", "WRONG SPEAKER  a.txt:7\n", "MISSED  a.txt\n  gold  Adrian Kell",
		"SPURIOUS  a.txt\n  read  – | indirect | by – | nobody knows the day\n  rule  said that\n  text  ",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in:\n%s", want, b.String())
		}
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", "A")
	write("b.txt", "B")
	write("gold.jsonl", `{"report":{"file":"b.txt","published":"2031-01-02"},"content":[{"start":0,"end":1,"text":"B"}]}
{"report":{"file":"a.txt"},"content":[{"start":0,"end":1,"text":"A"}]}
{"report":{"file":"b.txt"},"optional":true,"content":[{"start":0,"end":1,"text":"B"}]}
`)
	cases, err := Load(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) != 2 || cases[0].File != filepath.Join(dir, "b.txt") || string(cases[0].Data) != "B" || cases[0].Published != "2031-01-02" || cases[0].Gold[1].Line != 3 {
		t.Errorf("%+v", cases)
	}
	for _, bad := range []string{`{"content":[]}`, `{"report":{"file":"none.txt"}}`, `{"report":`} {
		write("bad.jsonl", bad)
		if _, err := Load(filepath.Join(dir, "bad.jsonl")); err == nil {
			t.Errorf("%s is accepted", bad)
		}
	}
}

// TestTokenF1 checks the bounds and symmetry that any F1 has.
func TestTokenF1(t *testing.T) {
	w := wordsOf(story)
	span := rapid.Custom(func(t *rapid.T) news.Span {
		a := rapid.IntRange(0, len(story)-1).Draw(t, "a")
		return news.Span{Start: a, End: rapid.IntRange(a+1, len(story)).Draw(t, "b")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := w.all(rapid.SliceOfN(span, 1, 4).Draw(t, "a")), w.all(rapid.SliceOfN(span, 1, 4).Draw(t, "b"))
		f := tokenF1(a, b)
		if f < 0 || f > 1 || f != tokenF1(b, a) {
			t.Fatalf("F1 %v, reversed %v", f, tokenF1(b, a))
		}
		if size(a) > 0 && tokenF1(a, a) != 1 {
			t.Fatalf("F1 with itself is %v", tokenF1(a, a))
		}
		if shared(a, b) > min(size(a), size(b)) {
			t.Fatal("more shared than there is")
		}
	})
}

func TestMove(t *testing.T) {
	words := "talks will resume soon if the guns fall silent"
	cond := quote(t, "", "if the guns fall silent").Content
	gold := func(stance news.Stance, open bool) Gold {
		g := quote(t, "Marek Dorn", words)
		g.By, g.OpenMove = "surname", open
		if stance != "" {
			g.Move = &record.Move{Stance: stance, Holder: &record.Ref{Name: "Valdoria"}, Conditions: cond}
		}
		return g
	}
	read := func(stance news.Stance, holder string) news.Statement {
		s := said(t, "Marek Dorn", words)
		if stance != "" {
			s.Move = &news.Move{Stance: stance, Holder: news.Ref{Name: holder}, Conditions: []news.Span{spanIn(t, story, "if the guns")}}
		}
		return s
	}
	for name, c := range map[string]struct {
		gold        Gold
		pred        news.Statement
		move, false Share
	}{
		"right":        {gold(news.Conditional, false), read(news.Conditional, "Valdoria"), Share{1, 1}, Share{}},
		"wrong stance": {gold(news.Conditional, false), read(news.For, "Valdoria"), Share{0, 1}, Share{}},
		"wrong holder": {gold(news.Conditional, false), read(news.Conditional, "Merovia"), Share{0, 1}, Share{}},
		"missed":       {gold(news.Conditional, false), read("", ""), Share{0, 1}, Share{}},
		"false":        {gold("", false), read(news.For, "Valdoria"), Share{}, Share{1, 1}},
		"rightly none": {gold("", false), read("", ""), Share{}, Share{0, 1}},
		"open":         {gold("", true), read(news.For, "Valdoria"), Share{}, Share{}},
	} {
		s, err := ScoreStatements([]Case{{File: "a.txt", Data: []byte(story), Gold: []Gold{c.gold}, Marked: true}}, readerOf(c.pred), Options{Misses: true})
		if err != nil {
			t.Fatal(err)
		}
		if s.Move != c.move || s.FalseMove != c.false {
			t.Errorf("%s: move %v, false %v", name, s.Move, s.FalseMove)
		}
		faulty := c.move.Right < c.move.Of || c.false.Right > 0
		if got := len(s.Misses) > 0 && s.Misses[len(s.Misses)-1].Kind == "wrong move"; got != faulty {
			t.Errorf("%s: misses %v", name, s.Misses)
		}
		if name == "right" {
			if c := s.Condition; c.Gold != 5 || c.Pred != 3 || c.GoldHits != 3 {
				t.Errorf("conditions %+v", c)
			}
		}
	}
}
