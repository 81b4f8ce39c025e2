package score

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/news"
)

// timeMLText is invented; its day of creation, 2031-11-20, is a Thursday.
const timeMLText = `<?xml version="1.0" ?>
<TimeML>
<DOCID>marsh1</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2031-11-20T10:00" functionInDocument="CREATION_TIME">11/20/31</TIMEX3></DCT>
<TEXT>Kell &amp; Dörn <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-11-19">Wednesday</TIMEX3>.
The rains of <TIMEX3 tid="t2" type="DATE" value="2030-10">October last year</TIMEX3> were long.
<TIMEX3 tid="t3" type="DATE" value="PRESENT_REF">Now</TIMEX3> the ferry runs for <TIMEX3 tid="t4" type="DURATION" value="P3D">three days</TIMEX3>,
as it did <TIMEX3 tid="t5" type="DATE" value="2031-W46">last week</TIMEX3> and <TIMEX3 tid="t6" type="DATE" value="2031-QX">that quarter</TIMEX3>.
</TEXT>
<TLINK lid="l1" relatedToTime="t0" />
</TimeML>
`

func timeMLDoc(t *testing.T) DateDoc {
	t.Helper()
	doc, err := ReadTimeML(strings.NewReader(timeMLText))
	if err != nil {
		t.Fatal(err)
	}
	doc.Name = "marsh1.tml"
	return doc
}

func TestReadTimeML(t *testing.T) {
	doc := timeMLDoc(t)
	if !strings.HasPrefix(doc.Text, "Kell & Dörn met on Wednesday.\n") || doc.Created != (news.Day{Year: 2031, Month: 11, Date: 20}) || len(doc.Gold) != 6 {
		t.Errorf("%+v", doc)
	}
	if g := doc.Gold[1]; g.In(doc.Text) != "October last year" || g.Type != "DATE" || g.Value != "2030-10" {
		t.Errorf("%+v", g)
	}
	for _, bad := range []string{"<TimeML><TEXT>No day.</TEXT></TimeML>", "<TimeML><TEXT>"} {
		if _, err := ReadTimeML(strings.NewReader(bad)); news.CodeOf(err) != news.Invalid {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}

func TestTimexDays(t *testing.T) {
	for _, c := range []struct{ value, from, to, unit string }{
		{"2031-11-20", "2031-11-20", "2031-11-20", "day"},
		{"2031-11-20TMO", "2031-11-20", "2031-11-20", "day"},
		{"2031-W01", "2030-12-30", "2031-01-05", "week"},
		{"2031-W46-WE", "2031-11-15", "2031-11-16", "weekend"},
		{"2032-02", "2032-02-01", "2032-02-29", "month"},
		{"2031-Q3", "2031-07-01", "2031-09-30", "quarter"},
		{"2031-H2", "2031-07-01", "2031-12-31", "half"},
		{"2031-WI", "2031-12-01", "2032-02-29", "season"},
		{"2031", "2031-01-01", "2031-12-31", "year"},
		{"203", "2030-01-01", "2039-12-31", "decade"},
		{"203X", "2030-01-01", "2039-12-31", "decade"},
		{"20XX", "2000-01-01", "2099-12-31", "century"},
		{"2031-13-01", "", "", ""}, {"2031-QX", "", "", ""}, {"XXXX-11", "", "", ""}, {"PAST_REF", "", "", ""}, {"", "", "", ""},
	} {
		days, unit := timexDays(c.value)
		if days.From.String() != c.from || days.To.String() != c.to || unit != c.unit {
			t.Errorf("%q: %v–%v %q", c.value, days.From, days.To, unit)
		}
	}
}

// foundWords makes a finder of words with values.
func foundWords(typ string, words ...string) DateFinder {
	return func(doc DateDoc) []Timex {
		var out []Timex
		for i := 0; i < len(words); i += 2 {
			at := strings.Index(doc.Text, words[i])
			out = append(out, Timex{Span: news.Span{Start: at, End: at + len(words[i])}, Type: typ, Value: words[i+1]})
		}
		return out
	}
}

func TestDatesOf(t *testing.T) {
	docs := []DateDoc{timeMLDoc(t)}
	for _, c := range []struct {
		name                  string
		find                  DateFinder
		pred                  int
		exact, overlap, value float64
	}{
		{"ours", FoundDates, 3, 3, 3, 3},
		{"half an extent, the same days", foundWords("DATE", "October", "2030-10"), 1, 0, 1, 1},
		{"a day for its month", foundWords("DATE", "October last year", "2030-10-01"), 1, 1, 1, 0},
		{"one for two", foundWords("DATE", "Wednesday.\nThe rains of October", "2030-10"), 1, 0, 1, 0},
		{"a false date", foundWords("DATE", "three days", "2031-11-20"), 1, 0, 0, 0},
		{"no days in gold", foundWords("DATE", "that quarter", "2031-Q3", "Now", "2031-11-20"), 0, 0, 0, 0},
		{"no days found", foundWords("DATE", "Now", "PRESENT_REF"), 0, 0, 0, 0},
		{"no DATE", foundWords("TIME", "Wednesday", "2031-11-19TMO"), 0, 0, 0, 0},
	} {
		d := DatesOf(docs, c.find, true)
		if d.Exact.Gold != 3 || d.Exact.Pred != c.pred || d.Exact.GoldHits != c.exact || d.Overlap.PredHits != c.overlap || d.Value.GoldHits != c.value {
			t.Errorf("%s: exact %+v, overlap %+v, value %+v", c.name, d.Exact, d.Overlap, d.Value)
		}
		if d.Aside["PRESENT_REF"] != 1 || d.Aside["DURATION"] != 1 || d.Aside["unknown part"] != 1 {
			t.Errorf("%s: left out %v", c.name, d.Aside)
		}
	}
}

func TestDateMisses(t *testing.T) {
	d := DatesOf([]DateDoc{timeMLDoc(t)}, foundWords("DATE", "October", "2031-10", "Dörn", "2031"), true)
	var b bytes.Buffer
	if err := WriteMisses(&b, d.Misses); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"SPURIOUS  marsh1.tml\n  read  \"Dörn\" 2031\n", "WRONG END  marsh1.tml\n  gold  \"October last year\" 2030-10\n  read  \"October\" 2031-10\n",
		"WRONG VALUE", "MISSED  marsh1.tml\n  gold  \"last week\" 2031-W46\n  text  as it did last week and that quarter.",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

func TestLoadTimexes(t *testing.T) {
	doc, file := timeMLDoc(t), filepath.Join(t.TempDir(), "peer.jsonl")
	load := func(rows string) (map[string][]Timex, error) {
		if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
			t.Fatal(err)
		}
		return LoadTimexes(file, []DateDoc{doc})
	}
	got, err := load(`{"file":"marsh1.tml","start":19,"end":28,"type":"DATE","value":"2031-11-19"}` + "\n")
	if err != nil || len(got["marsh1.tml"]) != 1 || got["marsh1.tml"][0].In(doc.Text) != "Wednesday" {
		t.Errorf("%v %+v", err, got)
	}
	for _, bad := range []string{"{", `{"file":"none.tml","start":1,"end":2}`, `{"file":"marsh1.tml","start":1,"end":20000}`} {
		if _, err := load(bad); news.CodeOf(err) != news.Invalid {
			t.Errorf("%s: error %v", bad, err)
		}
	}
	if _, err := LoadTimexes(file+".none", nil); news.CodeOf(err) != news.NotFound {
		t.Errorf("error %v", err)
	}
}

func TestDateColumns(t *testing.T) {
	a, b := timeMLDoc(t), timeMLDoc(t)
	b.Name = "marsh2.tml"
	columns := DateColumns([]DateDoc{a, b, b}, FoundDates, "")
	var text bytes.Buffer
	if err := WriteDates(&text, columns); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| measure | all | even | odd |", "| documents | 3 | 2 | 1 |", "| **values** | 100.0 / 100.0 / 100.0 |", "| found with the right days: week | 3 of 3: 100.0 |", "DURATION 2, PRESENT_REF 2"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
	j, err := json.Marshal(columns[0].Dates)
	if err != nil || !strings.Contains(string(j), `"extent_exact":{"precision":1,"recall":1,"f1":1}`) {
		t.Errorf("%v %s", err, j)
	}
}
