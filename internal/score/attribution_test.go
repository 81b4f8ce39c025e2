package score

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/internal/news"
)

const bratText = "Reth saïd “we wait,” and added, “for Tavel.”\n\nThe paper says that all is well.\n"

const bratAnn = "T1\tSource 0 4\tReth\n" +
	"T2\tCue 5 9\tsaïd\n" +
	"T3\tContent 10 20;32 44\t“we wait,” “for\n" +
	"Tavel.” a line that goes on\n" +
	"T4\tAttribution 5 9\tsaïd\n" +
	"E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n" +
	"T5\tSource 46 55\tThe paper\n" +
	"T6\tCue 56 60\tsays\n" +
	"T7\tContent 61 77\tthat all is well\n" +
	"T8\tDiscuss 0 4\tReth\n" +
	"E2\tAttribution:T9 Content:T7 Content2:T3 Cue:T6 Source:T5\n" +
	"#1\tAnnotatorNotes T1\tnote\n"

func TestReadBrat(t *testing.T) {
	l, err := ReadBrat(bratText, strings.NewReader(bratAnn))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range l.Spans {
		var parts []string
		for _, p := range s.Parts {
			parts = append(parts, p.In(bratText))
		}
		got = append(got, string(s.Kind)+": "+strings.Join(parts, " … "))
	}
	want := []string{
		"source: Reth", "cue: saïd", "content: “we wait,” … “for Tavel.”",
		"source: The paper", "cue: says", "content: that all is well",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]Relation{{0, 1, 2}, {3, 4, 5}, {3, 4, 2}}, l.Relations); d != "" {
		t.Error(d)
	}
}

func TestReadBratRefuses(t *testing.T) {
	for _, ann := range []string{"T1\tSource 0 400\tx\n", "T1\tSource 9 4\tx\n", "T1\tSource a b\tx\n", "T1\tSource\tx\n"} {
		if _, err := ReadBrat(bratText, strings.NewReader(ann)); news.CodeOf(err) != news.Invalid {
			t.Errorf("%q: error %v", ann, err)
		}
	}
}

func TestReadBratDir(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	dir := fstest.MapFS{
		"text/b.txt": file(bratText), "text/a.txt": file("Nothing."), "text/c.txt": file("Without annotations."),
		"attributions/b_2.ann": file("T1\tSource 0 4000\tx\n"), "attributions/b_1.ann": file(bratAnn), "attributions/a_9.ann": file(""),
	}
	docs, err := ReadBratDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].Name != "a" || docs[1].Name != "b" || len(docs[1].Gold.Relations) != 3 {
		t.Errorf("%+v", docs)
	}
	if _, err := ReadBratDir(fstest.MapFS{}); news.CodeOf(err) != news.NotFound {
		t.Errorf("empty folder: %v", err)
	}
	dir["text/b.txt"] = file("\xff")
	if _, err := ReadBratDir(dir); news.CodeOf(err) != news.Invalid {
		t.Errorf("text that is not UTF-8: %v", err)
	}
}

const rows = `{"tokens":["Reth","'s","aide","said","` + "``" + `","we","-LRB-","all","-RRB-","wait","''","."],"labels":["B-source","I-source","I-source","B-cue","B-content","I-content","I-content","I-content","I-content","I-content","I-content","O"],"pos":["X"],"id":"a"}

{"tokens":["` + "`" + `","No","'","."],"labels":["I-content","B-content","B-content","I-cue"],"id":"b"}
`

func TestReadInstances(t *testing.T) {
	in, err := ReadInstances(strings.NewReader(rows))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := in[0].Text, "Reth ’s aide said “ we ( all ) wait ” ."; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if got, want := in[1].Text, "‘ No ’ ."; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	want := []Labelled{{Source, []news.Span{{Start: 0, End: 3}}}, {Cue, []news.Span{{Start: 3, End: 4}}}, {Content, []news.Span{{Start: 4, End: 11}}}}
	if d := cmp.Diff(want, in[0].Gold.Spans); d != "" {
		t.Error(d)
	}
	// An I without its B begins nothing, and an I of another kind ends a span.
	if d := cmp.Diff([]Labelled{{Content, []news.Span{{Start: 1, End: 2}}}, {Content, []news.Span{{Start: 2, End: 3}}}}, in[1].Gold.Spans); d != "" {
		t.Error(d)
	}
}

func TestReadInstancesRefuses(t *testing.T) {
	for _, row := range []string{`{"tokens":["a"],"labels":[]}`, `[`, `{"tokens":"a"}`} {
		if _, err := ReadInstances(strings.NewReader(row)); news.CodeOf(err) != news.Invalid {
			t.Errorf("%s: error %v", row, err)
		}
	}
}

// fixed labels every report with the same words, found in its text.
func fixed(spans ...Labelled) Labeller {
	return LabellerFunc(func(rep *news.Report) Labels { return Labels{Spans: spans} })
}

func TestScoreInstances(t *testing.T) {
	in, err := ReadInstances(strings.NewReader(rows))
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string) []news.Span { return []news.Span{spanIn(t, in[0].Text, words)} }
	// The whole source; the cue with a token too many; content that begins inside a token, so one token late.
	got := ScoreInstances(in[:1], fixed(
		Labelled{Source, at("Reth ’s aide")}, Labelled{Cue, at("said “")}, Labelled{Content, at("e ( all ) wait ”")}))
	exact := []PRF{got.Source.Exact.PRF(), got.Cue.Exact.PRF(), got.Content.Exact.PRF()}
	if d := cmp.Diff([]PRF{{1, 1, 1}, {}, {}}, exact); d != "" {
		t.Error(d)
	}
	begin := []PRF{got.Source.Begin.PRF(), got.Cue.Begin.PRF(), got.Content.Begin.PRF()}
	if d := cmp.Diff([]PRF{{1, 1, 1}, {1, 1, 1}, {}}, begin); d != "" {
		t.Error(d)
	}
	// Tokens 6 to 11 of 4 to 11: five of seven shared.
	if m := got.Content.Mean(); math.Abs(m-5.0/7) > 1e-9 {
		t.Errorf("content's Jaccard %v, want 5/7", m)
	}
}

// TestSpanScoreAsCofeNet follows the example in CofeNet's own evaluator by hand.
func TestSpanScoreAsCofeNet(t *testing.T) {
	span := func(a, b int) news.Span { return news.Span{Start: a, End: b} }
	var s SpanScore
	s.add([]news.Span{span(1, 3), span(5, 7), span(8, 9), span(9, 19)}, []news.Span{span(1, 3), span(5, 6), span(12, 13), span(20, 24)})
	if got, want := s.Exact.PRF(), (PRF{0.25, 0.25, 0.25}); got != want {
		t.Errorf("exact %v", got)
	}
	if got, want := s.Begin.PRF(), (PRF{0.5, 0.5, 0.5}); got != want {
		t.Errorf("begin %v", got)
	}
	// Gold earns 1, 1/2, 0, 1/10; of the predicted only 20–24 touches nothing.
	if got := s.Mean(); math.Abs(got-1.6/5) > 1e-9 {
		t.Errorf("mean Jaccard %v, want 0.32", got)
	}
	if got := s.Jaccard.PRF(); math.Abs(got.Recall-1.6/4) > 1e-9 || math.Abs(got.Precision-1.6/4) > 1e-9 {
		t.Errorf("Jaccard %v", got)
	}
}

func TestRelations(t *testing.T) {
	gold, err := ReadBrat(bratText, strings.NewReader(strings.Replace(bratAnn, " Content2:T3", "", 1)))
	if err != nil {
		t.Fatal(err)
	}
	at := func(words ...string) []news.Span {
		var out []news.Span
		for _, w := range words {
			out = append(out, spanIn(t, bratText, w))
		}
		return out
	}
	label := LabellerFunc(func(rep *news.Report) Labels {
		if len(rep.Passages) != 2 || rep.Words(rep.Passages[1].Span) != "The paper says that all is well." {
			t.Errorf("passages %v", rep.Passages)
		}
		return Labels{
			Spans: []Labelled{
				{Source, at("Reth")}, {Content, at("“we wait,”", "“for Tavel.”")},
				{Source, at("paper")}, {Content, at("all is well")}, {Content, at("added")},
			},
			Relations: []Relation{{0, -1, 1}, {2, -1, 3}, {-1, -1, 4}},
		}
	})
	got := ScoreDocuments([]Document{{Name: "a", Text: bratText, Gold: gold}}, label, true)
	if p := got.Relations.Exact.PRF(); p.Recall != 0.5 || math.Abs(p.Precision-1.0/3) > 1e-9 {
		t.Errorf("exact %v", p)
	}
	if p := got.Relations.Overlap.PRF(); p.Recall != 1 || math.Abs(p.Precision-2.0/3) > 1e-9 {
		t.Errorf("overlap %v", p)
	}
	if d, i := got.ByMode["direct"].Exact, got.ByMode["indirect"].Exact; d != (Count{1, 1, 1, 1}) || i != (Count{1, 2, 0, 0}) {
		t.Errorf("direct %v, indirect %v", d, i)
	}
	if len(got.Misses) != 2 || got.Misses[0].Kind != "wrong end" || got.Misses[1].Kind != "spurious" {
		t.Errorf("misses %+v", got.Misses)
	}
}

func TestAttributionJSON(t *testing.T) {
	b, err := json.Marshal(ScoreInstances(nil, fixed()))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]map[string]map[string]float64
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"source", "cue", "content"} {
		for _, measure := range []string{"exact", "begin", "jaccard"} {
			for _, n := range []string{"precision", "recall", "f1"} {
				if _, ok := got[kind][measure][n]; !ok {
					t.Errorf("no %s.%s.%s in %s", kind, measure, n, b)
				}
			}
		}
	}
}

func TestModeOf(t *testing.T) {
	for words, want := range map[string]news.Mode{
		"“we wait,”": news.Direct, "we wait,": news.Direct, "saïd “we wait,” and": news.Mixed, "that all is well": news.Indirect,
	} {
		if got := modeOf(bratText, quoted(bratText), []news.Span{spanIn(t, bratText, words)}); got != want {
			t.Errorf("%q is %s, want %s", words, got, want)
		}
	}
	nyt := "''We wait,'' he said. ``So it is.''\n\"An open mark\nAnother line"
	for words, want := range map[string]news.Mode{"We wait": news.Direct, "he said": news.Indirect, "So it is": news.Direct, "open": news.Direct, "Another": news.Indirect} {
		if got := modeOf(nyt, quoted(nyt), []news.Span{spanIn(t, nyt, words)}); got != want {
			t.Errorf("%q is %s, want %s", words, got, want)
		}
	}
}

// TestPerfectLabelsScoreOne draws gold and hands it back as the prediction.
func TestPerfectLabelsScoreOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "n")
		tokens, labels := make([]string, n), make([]string, n)
		for i := range tokens {
			tokens[i] = rapid.SampledFrom([]string{"a", "bc", "``", "''", ".", "ä"}).Draw(t, "token")
			labels[i] = rapid.SampledFrom([]string{"O", "B-source", "B-cue", "B-content", "I-content"}).Draw(t, "label")
		}
		i := newInstance("x", tokens, labels)
		var pred Labels
		for _, s := range i.Gold.Spans {
			from, to := i.starts[s.Parts[0].Start], i.starts[s.Parts[0].End-1]+1
			pred.Spans = append(pred.Spans, Labelled{s.Kind, []news.Span{{Start: from, End: to}}})
		}
		got := ScoreInstances([]Instance{i}, fixed(pred.Spans...))
		for k, s := range map[Kind]SpanScore{Source: got.Source, Cue: got.Cue, Content: got.Content} {
			if s.Exact.Gold > 0 && (s.Exact.PRF().F1 != 1 || s.Begin.PRF().F1 != 1 || s.Mean() != 1) {
				t.Fatalf("%s: %+v for %v %v", k, s, tokens, labels)
			}
		}
	})
}

func FuzzReadBrat(f *testing.F) {
	f.Add(bratText, bratAnn)
	f.Add("ä", "T1\tCue 0 1\t\nE1\tCue:T1 Content:T1\n")
	f.Fuzz(func(t *testing.T, body, ann string) {
		body = strings.ToValidUTF8(body, "?")
		l, err := ReadBrat(body, strings.NewReader(ann))
		if err != nil {
			return
		}
		same := LabellerFunc(func(*news.Report) Labels { return l })
		s := ScoreDocuments([]Document{{Text: body, Gold: l}}, same, true)
		if c := s.Relations.Exact; c.GoldHits != float64(c.Gold) {
			t.Fatalf("gold against itself: %+v", c)
		}
	})
}

func FuzzReadInstances(f *testing.F) {
	f.Add(rows)
	f.Fuzz(func(t *testing.T, s string) {
		in, err := ReadInstances(strings.NewReader(s))
		if err != nil {
			return
		}
		ScoreInstances(in, fixed(Labelled{Content, []news.Span{{Start: 0, End: 1 << 20}}}))
	})
}
