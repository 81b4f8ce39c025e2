package ledger_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/news"
)

func TestParseQuery(t *testing.T) {
	word := func(w string) ledger.Term { return ledger.Term{Words: w} }
	for _, c := range []struct {
		typed string
		want  []ledger.Term
	}{
		{"ceasefire", []ledger.Term{word("ceasefire")}},
		{"  two\twords\n", []ledger.Term{word("two"), word("words")}},
		{`"security guarantees" talks`, []ledger.Term{word("security guarantees"), word("talks")}},
		{"“security  guarantees” talks", []ledger.Term{word("security guarantees"), word("talks")}},
		{`talks"security guarantees"now`, []ledger.Term{word("talks"), word("security guarantees"), word("now")}},
		{`"never closed`, []ledger.Term{word("never closed")}},
		{"negotiat*", []ledger.Term{{Words: "negotiat", Prefix: true}}},
		{`"call for negot*"`, []ledger.Term{{Words: "call for negot", Prefix: true}}},
		{"cease-fire -talks AND or* *", []ledger.Term{word("cease-fire"), word("-talks"), word("AND"), {Words: "or", Prefix: true}}},
		{"fire-*", []ledger.Term{word("fire-")}},
		{`- "" “” "--" ok`, []ledger.Term{word("ok")}},
		{"a\x00b \xff", []ledger.Term{word("a"), word("b")}},
	} {
		got, err := ledger.ParseQuery(c.typed)
		if diff := cmp.Diff(ledger.Query{Terms: c.want}, got); diff != "" || err != nil {
			t.Errorf("ParseQuery(%q): %v (-want +got)\n%s", c.typed, err, diff)
		}
	}
	for _, typed := range []string{"", "  ", "-", `"`, `""`, "*", "…", "\x00"} {
		if q, err := ledger.ParseQuery(typed); news.CodeOf(err) != news.Invalid {
			t.Errorf("ParseQuery(%q) = %v, %v; want it to be invalid", typed, q, err)
		}
	}
}

// FuzzParseQuery: every query ends, and every term of it holds a word and no control
// character.
func FuzzParseQuery(f *testing.F) {
	for _, seed := range []string{"ceasefire", `"a b" c*`, "“x", "-a \"", "é\x00*"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		q, err := ledger.ParseQuery(typed)
		if (err == nil) == (len(q.Terms) == 0) {
			t.Fatalf("%d terms and error %v", len(q.Terms), err)
		}
		for _, term := range q.Terms {
			if again, err := ledger.ParseQuery(`"` + term.Words + `"`); err != nil || len(again.Terms) == 0 {
				t.Errorf("term %q holds no word", term.Words)
			}
			if strings.ContainsAny(term.Words, "\x00\n\t") {
				t.Errorf("term %q holds a control character", term.Words)
			}
		}
	})
}

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		"Elena Soro": "elena soro", "  Élena\u00a0 SORO\n": "elena soro", "E\u0301lena Soro": "elena soro",
		"Dvořák": "dvorak", "НАТО": "нато", "": "", " \t": "", "\u0301": "",
	} {
		if got := ledger.Key(in); got != want {
			t.Errorf("Key(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDaysOf(t *testing.T) {
	published := news.Day{Year: 2031, Month: 10, Date: 10}
	said := news.Interval{From: news.Day{Year: 2031, Month: 10, Date: 1}}
	for _, c := range []struct {
		published news.Day
		said      *news.When
		want      news.Interval
		ok        bool
	}{
		{published, nil, news.Interval{From: published, To: published}, true},
		{published, &news.When{Interval: said}, said, true},
		{published, &news.When{By: "an occasion without a day"}, news.Interval{From: published, To: published}, true},
		{news.Day{}, &news.When{Interval: said}, said, true},
		{news.Day{}, nil, news.Interval{}, false},
	} {
		got, ok := ledger.DaysOf(&news.Report{Published: c.published}, &news.Statement{SaidOn: c.said})
		if got != c.want || ok != c.ok {
			t.Errorf("DaysOf(published %v, said %v) = %v, %t; want %v, %t", c.published, c.said, got, ok, c.want, c.ok)
		}
	}
}

// TestStoredForm pins the stored form: ledgers on people's disks hold it. A change
// here needs a migration.
func TestStoredForm(t *testing.T) {
	day := news.Day{Year: 2031, Month: 10, Date: 2}
	s := news.Statement{
		ID: "s1", ReportID: "r1", Mode: news.Mixed, Passage: news.Body,
		Speaker: news.Speaker{
			ID: "person:elena-soro", Name: "Elena Soro", Kind: news.Person, Anonymous: true, Mention: news.Span{Start: 1, End: 2},
			Trail: []news.Span{{Start: 3, End: 4}}, Role: "president", Side: &news.Ref{ID: "state:merovia", Name: "Merovia"},
			By: "surname", Reason: "two of that name", Candidates: []news.Candidate{{Ref: news.Ref{ID: "x", Name: "Y"}, Confidence: 0.25}}, Confidence: 0.5,
		},
		Addressee: &news.Party{Ref: news.Ref{Name: "journalists"}, Mention: news.Span{Start: 5, End: 6}},
		Cue:       news.Span{Start: 7, End: 8}, Content: []news.Span{{Start: 9, End: 10}, {Start: 11, End: 12}},
		SaidOn:   &news.When{Interval: news.Interval{From: day, To: day}, Mention: news.Span{Start: 13, End: 14}, By: "weekday"},
		Occasion: &news.Occasion{ID: "o1", Kind: "press conference", Mention: news.Span{Start: 15, End: 16}},
		Chain:    []news.Link{{Name: "HBC", Kind: news.QuotedBy, Mention: news.Span{Start: 17, End: 18}}},
		Move: &news.Move{
			Plover: "REJECT", Cameo: "12", Issue: "talks", Holder: news.Ref{ID: "state:merovia", Name: "Merovia"},
			Target: &news.Ref{Name: "Valdoria"}, Stance: news.Conditional, Conditions: []news.Span{{Start: 19, End: 20}}, By: "only if",
		},
		Within: "s0", Reader: "parley/0.1.0+rules-1", Confidence: 0.75, Rule: "said that",
	}
	const want = `{"id":"s1","report":"r1","mode":"mixed","passage":"body","speaker":{"id":"person:elena-soro","name":"Elena Soro","kind":"person","anonymous":true,` +
		`"mention":[1,2],"trail":[[3,4]],"role":"president","side":{"id":"state:merovia","name":"Merovia"},"by":"surname","reason":"two of that name",` +
		`"candidates":[{"id":"x","name":"Y","confidence":0.25}],"confidence":0.5},"addressee":{"name":"journalists","mention":[5,6]},"cue":[7,8],` +
		`"content":[[9,10],[11,12]],"said_on":{"from":"2031-10-02","to":"2031-10-02","mention":[13,14],"by":"weekday"},` +
		`"occasion":{"id":"o1","kind":"press conference","mention":[15,16]},"chain":[{"name":"HBC","kind":"quoted by","mention":[17,18]}],` +
		`"move":{"plover":"REJECT","cameo":"12","issue":"talks","holder":{"id":"state:merovia","name":"Merovia"},"target":{"name":"Valdoria"},` +
		`"stance":"conditional","conditions":[[19,20]],"by":"only if"},"within":"s0","reader":"parley/0.1.0+rules-1","confidence":0.75,"rule":"said that"}`
	got, err := ledger.EncodeStatement(&s)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("the stored form changed (-want +got):\n%s", diff)
	}
	back, err := ledger.DecodeStatement([]byte(want))
	if diff := cmp.Diff(s, back); diff != "" || err != nil {
		t.Errorf("read back: %v (-want +got)\n%s", err, diff)
	}
}

func TestEncodeRefuses(t *testing.T) {
	for name, s := range map[string]news.Statement{
		"a confidence that is no number": {Confidence: math.NaN()},
		"a day that does not exist":      {SaidOn: &news.When{Interval: news.Interval{From: news.Day{Year: 2031, Month: 2, Date: 30}}}},
	} {
		if b, err := ledger.EncodeStatement(&s); err == nil {
			t.Errorf("%s was stored as %s", name, b)
		}
	}
	for _, bad := range []string{"", "{", `{"content":[[1]`, `{"said_on":{"from":"soon"}}`} {
		if _, err := ledger.DecodeStatement([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(a *ledger.Addition)
		want  string // "" for none
	}{
		{"nothing wrong", func(*ledger.Addition) {}, ""},
		{"no report", func(a *ledger.Addition) { a.Report = nil }, "needs a report"},
		{"no reader", func(a *ledger.Addition) { a.Reader = "" }, "reader's version"},
		{"another reader", func(a *ledger.Addition) { a.Statements[1].Reader = "x" }, "was read by"},
		{"an id of its own", func(a *ledger.Addition) { a.Report.ID = "r0000000000000000" }, "does not follow from the hash"},
		{"a short hash", func(a *ledger.Addition) { a.Report.SHA256 = a.Report.SHA256[:16] }, "does not follow from the hash"},
		{"a passage outside", func(a *ledger.Addition) { a.Report.Passages[0].Span.End = 1 << 20 }, "passage 0"},
		{"the same statement twice", func(a *ledger.Addition) { a.Statements = append(a.Statements, a.Statements[0]) }, "is there twice"},
		{"within nothing", func(a *ledger.Addition) { a.Statements[0].Within = "s0" }, "lies within"},
		{"within itself", func(a *ledger.Addition) { a.Statements[0].Within = a.Statements[0].ID }, "lies within"},
		{"within another", func(a *ledger.Addition) { a.Statements[0].Within = a.Statements[1].ID }, ""},
	} {
		a := ledgertest.Corpus(1, 1500)
		c.spoil(&a)
		err := ledger.Check(a)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}
