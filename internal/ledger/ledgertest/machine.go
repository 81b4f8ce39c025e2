package ledgertest

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"parley/internal/ledger"
	"parley/internal/news"
)

// genText draws a text that is UTF-8, with signs of one to four bytes.
var genText = rapid.StringOfN(rapid.SampledFrom([]rune("abc XYZ.\n“”é日😀\x00\x02")), 3, 60, -1)

// genSpan draws a span of the text; zero now and then when absent is allowed.
func genSpan(text string, absent bool) *rapid.Generator[news.Span] {
	return rapid.Custom(func(t *rapid.T) news.Span {
		if absent && rapid.IntRange(0, 3).Draw(t, "absent") == 0 {
			return news.Span{}
		}
		s := news.Span{Start: rapid.IntRange(0, len(text)-1).Draw(t, "start")}
		for !utf8.RuneStart(text[s.Start]) {
			s.Start--
		}
		s.End = rapid.IntRange(s.Start+1, len(text)).Draw(t, "end")
		for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
			s.End++
		}
		return s
	})
}

var genDay = rapid.Custom(func(t *rapid.T) news.Day {
	if rapid.IntRange(0, 3).Draw(t, "no day") == 0 {
		return news.Day{}
	}
	return news.Day{Year: 2031, Month: 1, Date: 1}.Add(rapid.IntRange(-700000, 2900000).Draw(t, "day"))
})

// genAddition draws an addition with every field set at random, by reflection: a
// field that is added to package news and forgotten by a store is found out.
func genAddition(rt *rapid.T) ledger.Addition {
	text := genText.Draw(rt, "text")
	types := map[reflect.Type]*rapid.Generator[any]{
		reflect.TypeFor[news.Span](): genSpan(text, true).AsAny(),
		reflect.TypeFor[news.Day]():  genDay.AsAny(),
	}
	r := rapid.MakeCustom[news.Report](rapid.MakeConfig{Types: types}).Draw(rt, "report")
	r.Text = text
	r.SHA256, r.ID = news.HashBytes([]byte(rapid.String().Draw(rt, "bytes")))
	r.Passages = nil
	for _, c := range content(rt, text) {
		r.Passages = append(r.Passages, news.Passage{Kind: news.Furniture, Span: c, Reason: rapid.StringN(1, 9, -1).Draw(rt, "reason")})
	}
	reader := rapid.StringN(1, 30, -1).Draw(rt, "reader")
	gen := rapid.MakeCustom[news.Statement](rapid.MakeConfig{Types: types})
	var ss []news.Statement
	for range rapid.IntRange(0, 3).Draw(rt, "statements") {
		s := gen.Draw(rt, "statement")
		s.ReportID, s.Reader, s.Within = r.ID, reader, ""
		s.Content = content(rt, text)
		s.ID = news.StatementID(r.ID, s.Content)
		if s.Speaker.Name == "" {
			s.Speaker.Reason += "unknown"
		}
		if !slices.ContainsFunc(ss, func(o news.Statement) bool { return o.ID == s.ID }) {
			ss = append(ss, s)
		}
	}
	if len(ss) > 1 {
		ss[1].Within = ss[0].ID
	}
	return ledger.Addition{Report: &r, Statements: ss, Reader: reader}
}

// content draws spans of the text, in order and disjoint.
func content(rt *rapid.T, text string) (out []news.Span) {
	end := 0
	for range rapid.IntRange(1, 3).Draw(rt, "parts") {
		if end == len(text) {
			break
		}
		c := genSpan(text[end:], false).Draw(rt, "part")
		out = append(out, news.Span{Start: end + c.Start, End: end + c.End})
		end += c.End
	}
	return out
}

// testRoundTrip: every field of reports and statements comes back as it was, nil
// apart from empty.
func testRoundTrip(t *testing.T, open func(t testing.TB) ledger.Store) {
	s := open(t)
	defer s.Close()
	rapid.Check(t, func(rt *rapid.T) {
		a := genAddition(rt)
		if _, err := s.Report(context.Background(), a.Report.ID); err == nil {
			rt.Skip("drawn before")
		}
		results, err := s.Add(context.Background(), a)
		if err != nil || results[0].Err != nil {
			rt.Fatalf("Add: %v, %v", results, err)
		}
		rd, err := s.Report(context.Background(), a.Report.ID)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(a.Report, rd.Report); diff != "" {
			rt.Fatalf("report (-added +got):\n%s", diff)
		}
		if diff := cmp.Diff(a.Statements, rd.Statements, topEmpty); diff != "" {
			rt.Fatalf("statements (-added +got):\n%s", diff)
		}
		if p := ledger.Verify(rd); len(p) > 0 {
			rt.Fatalf("the reading does not verify: %v", p)
		}
	})
}

// topEmpty lets a report without statements come back either way.
var topEmpty = cmp.FilterPath(func(p cmp.Path) bool { return len(p) == 1 }, cmpopts.EquateEmpty())

// testMachine adds, re-reads, meets again and lists at random, and holds every answer
// against Memory's.
func testMachine(t *testing.T, open func(t testing.TB) ledger.Store) {
	rapid.Check(t, func(rt *rapid.T) {
		m := &machine{store: open(t), model: NewMemory()}
		defer m.store.Close()
		rt.Repeat(map[string]func(*rapid.T){
			"add":      m.add,
			"list":     m.list,
			"actors":   m.actors,
			"search":   m.search,
			"look up":  m.lookUp,
			"dump all": m.dumpAll,
		})
	})
}

type machine struct {
	store, model ledger.Store
	ids          []string // of reports and statements added
}

var genAdditions = rapid.Custom(func(t *rapid.T) ledger.Addition {
	as := pages()
	n := rapid.IntRange(0, len(as)+5).Draw(t, "page")
	a := Corpus(n, 900)
	if n < len(as) {
		a = as[n]
	}
	a = As(fmt.Sprintf("parley/test+rules-%d", rapid.IntRange(1, 2).Draw(t, "reader")), a)
	if len(a.Statements) > 1 && rapid.Bool().Draw(t, "drop one") {
		a.Statements = a.Statements[1:]
	}
	if rapid.IntRange(0, 4).Draw(t, "elsewhere") == 0 {
		a = At("elsewhere.txt", a)
	}
	return a
})

var genFilter = rapid.Custom(func(t *rapid.T) ledger.Filter {
	names := []string{"", "", "Merovia", "kell", "person:elena-soro", "Tesmar Council", "Marek", "nobody"}
	day := rapid.Custom(func(t *rapid.T) news.Day {
		return news.Day{Year: 2031, Month: 3, Date: 1}.Add(rapid.IntRange(0, 330).Draw(t, "day"))
	})
	f := ledger.Filter{
		Actor: rapid.SampledFrom(names).Draw(t, "actor"), Holder: rapid.SampledFrom(names).Draw(t, "holder"),
		Issue:  rapid.SampledFrom([]string{"", "", "talks", "ceasefire"}).Draw(t, "issue"),
		Outlet: rapid.SampledFrom([]string{"", "", "lume24", "Union Herald"}).Draw(t, "outlet"),
		Mode:   rapid.SampledFrom([]news.Mode{"", "", news.Direct, news.Indirect}).Draw(t, "mode"),
		Limit:  rapid.IntRange(0, 4).Draw(t, "limit"),
	}
	if rapid.Bool().Draw(t, "from") {
		f.From = day.Draw(t, "from day")
	}
	if rapid.Bool().Draw(t, "to") {
		f.To = day.Draw(t, "to day")
	}
	if !f.From.IsZero() && !f.To.IsZero() && f.To.Before(f.From) {
		f.From, f.To = f.To, f.From
	}
	return f
})

func (m *machine) add(t *rapid.T) {
	as := rapid.SliceOfN(genAdditions, 1, 3).Draw(t, "additions")
	got, err := m.store.Add(context.Background(), as...)
	want, _ := m.model.Add(context.Background(), as...)
	agree(t, "Add", got, err, want, nil)
	for _, a := range as {
		m.ids = append(m.ids, a.Report.ID)
		for _, s := range a.Statements {
			m.ids = append(m.ids, s.ID)
		}
	}
}

func (m *machine) list(t *rapid.T) {
	ctx, f := context.Background(), genFilter.Draw(t, "filter")
	statements, err := gather(m.store.Statements(ctx, f))
	wantStatements, _ := gather(m.model.Statements(ctx, f))
	agree(t, "Statements", statements, err, wantStatements, nil)
	timeline, err := gather(m.store.Timeline(ctx, f))
	wantTimeline, _ := gather(m.model.Timeline(ctx, f))
	agree(t, "Timeline", timeline, err, wantTimeline, nil)
	reports, err := gather(m.store.Reports(ctx, f))
	wantReports, _ := gather(m.model.Reports(ctx, f))
	agree(t, "Reports", reports, err, wantReports, nil)
}

func (m *machine) actors(t *rapid.T) {
	f := genFilter.Draw(t, "filter")
	got, err := m.store.Actors(context.Background(), f)
	want, _ := m.model.Actors(context.Background(), f)
	agree(t, "Actors", got, err, want, nil)
}

// search compares which statements and reports were hit, since their order is the
// store's own; a limit would let it choose.
func (m *machine) search(t *rapid.T) {
	ctx, f := context.Background(), genFilter.Draw(t, "filter")
	f.Limit = 0
	typed := rapid.SampledFrom([]string{"alpha", "fixture", "the bridge", `"of the"`, "b*", "cookies gamma", "more -read"}).Draw(t, "query")
	q, err := ledger.ParseQuery(typed)
	if err != nil {
		t.Fatal(err)
	}
	got, err := gather(m.store.Search(ctx, q, f))
	want, _ := gather(m.model.Search(ctx, q, f))
	agree(t, "Search", hitIDs(got), err, hitIDs(want), nil)
}

func hitIDs(hits []ledger.Hit) []string {
	out := make([]string, len(hits))
	for i, h := range hits {
		if out[i] = h.Report.ID; h.Statement != nil {
			out[i] = h.Statement.ID
		}
	}
	slices.Sort(out)
	return out
}

func (m *machine) lookUp(t *rapid.T) {
	if len(m.ids) == 0 {
		return
	}
	ctx, id := context.Background(), rapid.SampledFrom(m.ids).Draw(t, "id")
	if strings.HasPrefix(id, "r") {
		got, err := m.store.History(ctx, id)
		want, wantErr := m.model.History(ctx, id)
		agree(t, "History", got, err, want, wantErr)
	}
	id = id[:rapid.IntRange(1, len(id)).Draw(t, "digits")]
	rd, err := m.store.Report(ctx, id)
	wantRd, wantErr := m.model.Report(ctx, id)
	agree(t, "Report", rd, err, wantRd, wantErr)
	line, err := m.store.Statement(ctx, id)
	wantLine, wantErr := m.model.Statement(ctx, id)
	agree(t, "Statement", line, err, wantLine, wantErr)
}

func (m *machine) dumpAll(t *rapid.T) {
	var got, want bytes.Buffer
	err := ledger.Dump(context.Background(), m.store, &got)
	wantErr := ledger.Dump(context.Background(), m.model, &want)
	agree(t, "Dump", got.String(), err, want.String(), wantErr)
}

func agree(t *rapid.T, what string, got any, err error, want any, wantErr error) {
	t.Helper()
	if news.CodeOf(err) != news.CodeOf(wantErr) {
		t.Fatalf("%s: error %v, the model's is %v", what, err, wantErr)
	}
	opts := cmp.Options{
		cmpopts.IgnoreFields(ledger.Sighting{}, "At"), cmpopts.IgnoreFields(ledger.Reading{}, "At"),
		cmpopts.IgnoreFields(ledger.Revision{}, "At"), cmpopts.EquateEmpty(),
	}
	if diff := cmp.Diff(want, got, opts); err == nil && diff != "" {
		t.Fatalf("%s: not what the model says (-model +store):\n%s", what, diff)
	}
}
