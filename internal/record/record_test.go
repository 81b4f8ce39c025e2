package record

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/internal/news"
	"parley/internal/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

const sample = "Türen zu: on Wednesday he told “journalists” at a press conference that Valdoria <was> & is ready – if Merovia stops, HBC reported.\n"

func find(t testing.TB, words string) news.Span {
	t.Helper()
	i := strings.Index(sample, words)
	if i < 0 {
		t.Fatalf("sample lacks %q", words)
	}
	return news.Span{Start: i, End: i + len(words)}
}

func sampleReport() *news.Report {
	sum, id := news.HashBytes([]byte(sample))
	return &news.Report{
		ID: id, File: "pages/a.html", URI: "https://courier.example/a", Outlet: "The Karsk Courier", Title: "Türen zu",
		Published: news.Day{Year: 2031, Month: 11, Date: 17}, Language: "en", SHA256: sum, Text: sample,
	}
}

func sampleStatement(t testing.TB, rep *news.Report) news.Statement {
	at := func(w string) news.Span { return find(t, w) }
	day := news.Day{Year: 2031, Month: 11, Date: 12}
	content := []news.Span{at("Valdoria <was> & is ready"), at("if Merovia stops")}
	return news.Statement{
		ID: news.StatementID(rep.ID, content), ReportID: rep.ID, Mode: news.Indirect, Passage: news.Body,
		Speaker: news.Speaker{
			ID: "person:marek-dorn", Name: "Marek Dorn", Kind: news.Person, Mention: at("he"), Trail: []news.Span{at("Türen")},
			Role: "president of Valdoria", Side: &news.Ref{ID: "state:valdoria", Name: "Valdoria"},
			By: "coreference", Confidence: 0.97,
		},
		Addressee: &news.Party{Ref: news.Ref{Name: "journalists"}, Mention: at("journalists")},
		Cue:       at("told"), Content: content,
		SaidOn:   &news.When{Interval: news.Interval{From: day, To: day}, Mention: at("on Wednesday"), By: "weekday before publication"},
		Occasion: &news.Occasion{ID: "o1", Kind: "press conference", Mention: at("at a press conference")},
		Chain:    []news.Link{{Name: "HBC", Kind: news.QuotedBy, Mention: at("HBC reported")}},
		Move: &news.Move{
			Plover: "AGREE", Cameo: "03", Issue: "talks", Holder: news.Ref{ID: "state:valdoria", Name: "Valdoria"},
			Target: &news.Ref{Name: "Merovia"}, Stance: news.Conditional, Conditions: []news.Span{at("if Merovia stops")}, By: "if",
		},
		Within: "s0", Reader: "parley/0.1.0+rules-1", Confidence: 0.95, Rule: "said that",
	}
}

func TestGolden(t *testing.T) {
	rep := sampleReport()
	m := text.NewMapper(rep.Text)
	whole := sampleStatement(t, rep)
	unknown := news.Statement{
		ID: "s1", ReportID: rep.ID, Mode: news.Direct, Content: []news.Span{find(t, "Türen")},
		Speaker: news.Speaker{
			Mention: find(t, "he"), Reason: "two men were named", By: "coreference",
			Candidates: []news.Candidate{{Ref: news.Ref{ID: "a", Name: "Marek Dorn"}, Confidence: 0.5}, {Ref: news.Ref{Name: "Petr Hollan"}}},
		},
	}
	var got []byte
	for _, s := range []news.Statement{whole, unknown} {
		r := From(rep, m, &s)
		got = append(r.AppendJSON(got), '\n')
	}
	const file = "testdata/golden.jsonl"
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("golden file differs (-update writes it anew):\n%s", cmp.Diff(string(want), string(got)))
	}
}

func TestBackGivesTheStatement(t *testing.T) {
	rep := sampleReport()
	m := text.NewMapper(rep.Text)
	want := sampleStatement(t, rep)
	r := From(rep, m, &want)
	again, err := Decode(r.AppendJSON(nil))
	if err != nil {
		t.Fatal(err)
	}
	got, err := again.Back(rep, m)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestBackRefuses(t *testing.T) {
	rep := sampleReport()
	m := text.NewMapper(rep.Text)
	for name, c := range map[string]struct {
		r    Statement
		code news.Code
	}{
		"other words":     {Statement{Content: []Words{{0, 5, "Tueren"}}}, news.Conflict},
		"beyond the text": {Statement{Cue: &Words{0, 5000, "Türen"}}, news.Conflict},
		"backwards":       {Statement{Cue: &Words{9, 4, ""}}, news.Conflict},
		"no day":          {Statement{SaidOn: &When{From: "soon"}}, news.Invalid},
	} {
		if _, err := c.r.Back(rep, m); news.CodeOf(err) != c.code {
			t.Errorf("%s: error %v, want code %q", name, err, c.code)
		}
	}
}

func TestDecodeGold(t *testing.T) {
	s, err := Decode([]byte(`{"report": {"file": "a.txt", "published": "2031-12-16"}, "mode": "indirect", "speaker": {"name": "Marek Dorn", "names": ["Dorn"]},
		"cue": {"text": "said"}, "content": [{"start": 0, "end": 5, "text": "Türen"}], "said_on": {"from": "2031-12", "to": "2031-12"}, "note": "venue=CF", "later": 1}`))
	if err != nil {
		t.Fatal(err)
	}
	days, err := s.SaidOn.Interval()
	want := news.Interval{From: news.Day{Year: 2031, Month: 12, Date: 1}, To: news.Day{Year: 2031, Month: 12, Date: 31}}
	if err != nil || days != want {
		t.Errorf("interval %v, %v; want %v", days, err, want)
	}
	if s.Cue.Placed() || s.Cue.Text != "said" || s.Optional || s.Speaker.Names[0] != "Dorn" || s.Note != "venue=CF" {
		t.Errorf("decoded %+v", s)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, line := range []string{
		``, `[]`, `{"content":[{"start":5,"end":5}]}`, `{"content":[{"start":5,"end":9},{"start":7,"end":12}]}`,
		`{"content":[{"text":"unplaced"}]}`, `{"cue":{"start":3,"end":1}}`, `{"content":[{"start":-1,"end":5}]}`,
		`{"said_on":{"from":"2031-13"}}`, `{"said_on":{"from":"2031-02-02","to":"2031-02-01"}}`,
	} {
		if _, err := Decode([]byte(line)); news.CodeOf(err) != news.Invalid {
			t.Errorf("%s: error %v, want code invalid", line, err)
		}
	}
}

func TestLines(t *testing.T) {
	var got []int
	err := Lines(strings.NewReader("{\"id\":\"a\"}\n\n{\"id\":\"b\"}\nnonsense\n{}"), func(n int, s Statement) error {
		got = append(got, n)
		return nil
	})
	if d := cmp.Diff([]int{1, 3}, got); d != "" {
		t.Error(d)
	}
	if err == nil || !strings.HasPrefix(err.Error(), "line 4: ") || news.CodeOf(err) != news.Invalid {
		t.Errorf("error %v", err)
	}
}

func TestQuote(t *testing.T) {
	rep := &news.Report{Text: strings.Repeat("ä", 40) + "mitte" + "ö end"}
	span := news.Span{Start: 80, End: 85}
	exact, prefix, suffix := Quote(rep, span)
	if exact != "mitte" || prefix != strings.Repeat("ä", Context) || suffix != "ö end" {
		t.Errorf("%q %q %q", exact, prefix, suffix)
	}
}

func TestNumbersThatJSONLacks(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0} {
		r := Statement{ID: "a", Confidence: v}
		if got := string(r.AppendJSON(nil)); got != `{"id":"a"}` {
			t.Errorf("%v: %s", v, got)
		}
	}
}

// TestStringAsEncodingJSON holds the encoder to the standard one with HTML
// escaping off, broken UTF-8 included.
func TestStringAsEncodingJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.SampledFrom([]byte("aé\xc3\xe2\x80\xa8\xa9\"\\\n\r\t\b\f\x00\x1f\x7f<>&\xff"))).Draw(t, "s"))
		if rapid.Bool().Draw(t, "runes") {
			s = rapid.String().Draw(t, "string")
		}
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(s); err != nil {
			t.Fatal(err)
		}
		if got := string(appendString(nil, s)) + "\n"; got != want.String() {
			t.Fatalf("%q: %s, want %s", s, got, want.String())
		}
	})
}

// TestRoundTrip draws statements over any text and takes them out and back.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := "aä𝄞 " + rapid.String().Draw(t, "text")
		m := text.NewMapper(body)
		_, runes := m.SpanToRunes(news.Span{End: len(body)})
		span := func(name string) news.Span {
			from := rapid.IntRange(0, runes-1).Draw(t, name)
			s, _ := m.RunesToSpan(from, rapid.IntRange(from+1, runes).Draw(t, name))
			return s
		}
		word := rapid.StringMatching(`\pL*`)
		rep := &news.Report{ID: "r1", Text: body}
		want := news.Statement{
			ID: word.Draw(t, "id"), ReportID: "r1", Mode: news.Mixed, Cue: span("cue"), Content: []news.Span{span("content")},
			Speaker:    news.Speaker{Name: word.Draw(t, "name"), Mention: span("mention"), Anonymous: rapid.Bool().Draw(t, "anonymous")},
			Addressee:  &news.Party{Mention: span("addressee")},
			Occasion:   &news.Occasion{Mention: span("occasion")},
			Chain:      []news.Link{{Name: word.Draw(t, "link"), Kind: news.Interview, Mention: span("chain")}},
			Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"),
		}
		r := From(rep, m, &want)
		line := r.AppendJSON(nil)
		again, err := Decode(line)
		if err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		got, err := again.Back(rep, m)
		if err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"content":[{"start":0,"end":5,"text":"Türen"}],"said_on":{"from":"2031"}}`))
	f.Add([]byte(`{"speaker":{"candidates":[{"confidence":1e300}]},"move":{"conditions":[{}]}}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		s, err := Decode(line)
		if err != nil {
			return
		}
		out := s.AppendJSON(nil)
		again, err := Decode(out)
		if err != nil {
			t.Fatalf("%s: own output refused: %v", out, err)
		}
		if second := again.AppendJSON(nil); !bytes.Equal(out, second) {
			t.Fatalf("%s is written again as %s", out, second)
		}
	})
}

func BenchmarkAppendJSON(b *testing.B) {
	rep := sampleReport()
	m := text.NewMapper(rep.Text)
	s := sampleStatement(b, rep)
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		r := From(rep, m, &s)
		buf = r.AppendJSON(buf[:0])
	}
}
