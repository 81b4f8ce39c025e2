package news

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const said = "“Wir kämen,” said Dorn on Monday."

// sample is a report of one line and a statement read from it, all fields with spans
// filled.
func sample() (*Report, *Statement) {
	at := func(words string) Span {
		i := strings.Index(said, words)
		return Span{i, i + len(words)}
	}
	r := &Report{ID: "r1", Text: said, Passages: []Passage{
		{Kind: Body, Span: at("“Wir kämen,” said Dorn")}, {Kind: Furniture, Span: at("on Monday."), Reason: "share count"},
	}}
	s := &Statement{ReportID: r.ID, Mode: Direct, Content: []Span{at("Wir"), at("kämen")}, Cue: at("said"),
		Speaker:   Speaker{Name: "Marek Dorn", Mention: at("Dorn"), Trail: []Span{at("Dorn")}},
		Addressee: &Party{Mention: at("Dorn")}, SaidOn: &When{Mention: at("on Monday")}, Occasion: &Occasion{Mention: at("on")},
		Chain: []Link{{Mention: at("Dorn")}}, Move: &Move{Conditions: []Span{at("kämen")}}}
	s.ID = StatementID(r.ID, s.Content)
	return r, s
}

func TestReportValidate(t *testing.T) {
	r, _ := sample()
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	for want, change := range map[string]func(*Report){
		"not UTF-8":        func(r *Report) { r.Text = "\xff" + r.Text },
		"cuts a character": func(r *Report) { r.Passages[0].Span.Start = 1 },
		"does not lie":     func(r *Report) { r.Passages[1].Span.End = len(r.Text) + 1 },
		"overlaps":         func(r *Report) { r.Passages[1].Span.Start = r.Passages[0].Span.End - 1 },
		"without a reason": func(r *Report) { r.Passages[1].Reason = "" },
	} {
		r, _ := sample()
		change(r)
		if err := r.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want one that says %q", err, want)
		}
	}
}

// TestStatementValidate puts each span of a statement inside a character, or takes
// away what must be there: each is found out, and named.
func TestStatementValidate(t *testing.T) {
	r, s := sample()
	if err := s.Validate(r); err != nil {
		t.Fatal(err)
	}
	cut := Span{1, 5} // inside “
	again := func(s *Statement) { s.ID = StatementID(s.ReportID, s.Content) }
	for want, change := range map[string]func(*Statement){
		"is of report":                   func(s *Statement) { s.ReportID = "r2" },
		"has no content":                 func(s *Statement) { s.Content = nil },
		"does not follow from its spans": func(s *Statement) { s.Content[0].End-- },
		"content: span":                  func(s *Statement) { s.Content[0] = cut; again(s) },
		"out of order":                   func(s *Statement) { s.Content[0], s.Content[1] = s.Content[1], s.Content[0]; again(s) },
		"cue: span":                      func(s *Statement) { s.Cue = cut },
		"speaker: span":                  func(s *Statement) { s.Speaker.Mention = cut },
		"trail: span":                    func(s *Statement) { s.Speaker.Trail[0] = cut },
		"addressee: span":                func(s *Statement) { s.Addressee.Mention = cut },
		"day: span":                      func(s *Statement) { s.SaidOn.Mention = cut },
		"occasion: span":                 func(s *Statement) { s.Occasion.Mention = Span{5, 5} },
		"chain: span":                    func(s *Statement) { s.Chain[0].Mention = Span{-1, 3} },
		"condition: span":                func(s *Statement) { s.Move.Conditions[0] = Span{0, 1000} },
		"without a reason":               func(s *Statement) { s.Speaker.Name = "" },
	} {
		r, s := sample()
		change(s)
		if err := s.Validate(r); err == nil || !strings.Contains(err.Error(), want) || CodeOf(err) != Internal {
			t.Errorf("%v, want one that says %q", err, want)
		}
	}
}

// TestStatementID: the id follows from report and content alone, and other spans make
// another one.
func TestStatementID(t *testing.T) {
	seen := map[string]string{}
	rapid.Check(t, func(t *rapid.T) {
		report := rapid.SampledFrom([]string{"r1", "r12"}).Draw(t, "report")
		var content []Span
		for range rapid.IntRange(1, 3).Draw(t, "n") {
			content = append(content, Span{rapid.IntRange(0, 30).Draw(t, "start"), rapid.IntRange(0, 30).Draw(t, "end")})
		}
		id, of := StatementID(report, content), fmt.Sprint(report, content)
		if was, ok := seen[id]; ok && was != of {
			t.Fatalf("%s and %s are both %s", was, of, id)
		}
		seen[id] = of
		if len(id) != 17 || id != StatementID(report, content) {
			t.Fatalf("id %q", id)
		}
	})
	if got := StatementID("r0123456789abcdef", []Span{{3, 9}, {12, 40}}); got != "s42ca31cb41a287c5" {
		t.Errorf("id %s: ids in ledgers no longer follow from the spans", got)
	}
}

func TestHashBytes(t *testing.T) {
	sum, id := HashBytes([]byte("abc"))
	if want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; sum != want || id != "r"+want[:16] {
		t.Errorf("%s, %s", sum, id)
	}
}

func TestDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day{2022, 1, 1}.Add(rapid.IntRange(-200_000, 200_000).Draw(t, "days"))
		n := rapid.IntRange(-5000, 5000).Draw(t, "n")
		if back, err := ParseDay(d.String()); err != nil || back != d {
			t.Fatalf("%v is read as %v, %v", d, back, err)
		}
		if e := d.Add(n); e.Add(-n) != d || e.Before(d) != (n < 0) || d.Compare(e) > 0 != (n < 0) {
			t.Fatalf("%v and %d days is %v", d, n, e)
		}
		if d.Add(7).Weekday() != d.Weekday() {
			t.Fatalf("a week after %v", d)
		}
	})
	for _, s := range []string{"", "2022-02-30", "17 Nov 2022", "2022-11-17T10:00"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("%q is read as %v", s, d)
		}
	}
	if (Day{}).String() != "" {
		t.Error("an absent day has a name")
	}
}

func TestInterval(t *testing.T) {
	a, b, c := Day{2022, 11, 1}, Day{2022, 11, 2}, Day{2022, 11, 3}
	for _, x := range []struct {
		one, two Interval
		want     bool
	}{
		{Interval{a, b}, Interval{b, c}, true}, {Interval{a, a}, Interval{b, c}, false}, {Interval{}, Interval{b, b}, true},
		{Interval{From: b}, Interval{To: a}, false}, {Interval{From: b}, Interval{a, b}, true}, {Interval{To: a}, Interval{To: c}, true},
	} {
		if x.one.Overlaps(x.two) != x.want || x.two.Overlaps(x.one) != x.want {
			t.Errorf("%v and %v share a day: %t", x.one, x.two, !x.want)
		}
	}
	if i := (Interval{From: b}); i.Holds(a) || !i.Holds(b) || !i.Holds(c) {
		t.Error("an open interval")
	}
}

func TestSpan(t *testing.T) {
	s := Span{2, 5}
	if s.In("abcdefg") != "cde" || s.Len() != 3 || s.Empty() || s.Overlaps(Span{5, 6}) || !s.Overlaps(Span{4, 6}) {
		t.Errorf("%v", s)
	}
	if got := s.Cover(Span{7, 9}); got != (Span{2, 9}) {
		t.Errorf("cover %v", got)
	}
	if s.Cover(Span{}) != s || (Span{}).Cover(s) != s {
		t.Error("an absent span adds nothing")
	}
}

func TestErrors(t *testing.T) {
	cause := errors.New("no such file")
	e := &Error{Code: NotFound, Msg: "read a.txt", Err: cause}
	wrapped := fmt.Errorf("add: %w", e)
	if CodeOf(wrapped) != NotFound || !errors.Is(wrapped, cause) || e.Error() != "read a.txt: no such file" {
		t.Errorf("%v of code %s", wrapped, CodeOf(wrapped))
	}
	if CodeOf(nil) != "" || CodeOf(cause) != Internal {
		t.Error("codes of errors that have none")
	}
	if r := Refuse("empty", "%s is empty", "a.txt"); r.Code != Unreadable || r.Reason != "empty" || r.Error() != "a.txt is empty" {
		t.Errorf("%+v", r)
	}
}
