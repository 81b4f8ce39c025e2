package ledgertest

import (
	"bytes"
	"context"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parley/internal/ledger"
	"parley/internal/news"
)

// Run is the suite that every store passes. Open gives a fresh, empty ledger; the
// suite closes it.
func Run(t *testing.T, open func(t testing.TB) ledger.Store) {
	for _, c := range []struct {
		name string
		test func(t *testing.T, s ledger.Store)
	}{
		{"an empty ledger", testEmpty},
		{"outcomes of adding", testOutcomes},
		{"refused additions", testRefused},
		{"a context that ended", testCancelled},
		{"a closed ledger", testClosed},
		{"held", testHeld},
		{"re-reading", testReread},
		{"ids and their beginnings", testIDs},
		{"filters", testFilters},
		{"wrong filters", testWrongFilters},
		{"timeline", testTimeline},
		{"actors", testActors},
		{"readings verify", testReadings},
		{"adding while listing", testAddWhileListing},
		{"many at once", testConcurrent},
		{"batches", testBatch},
		{"search", testSearch},
		{"search under filters", testSearchFilters},
		{"strange queries", testStrangeQueries},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			defer func() {
				if err := s.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			}()
			c.test(t, s)
		})
	}
	t.Run("everything comes back", func(t *testing.T) { testRoundTrip(t, open) })
	t.Run("any course of events", func(t *testing.T) { testMachine(t, open) })
}

// collect reads a sequence to its end.
func collect[T any](t testing.TB, seq iter.Seq2[T, error]) []T {
	t.Helper()
	out, err := gather(seq)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func gather[T any](seq iter.Seq2[T, error]) (out []T, err error) {
	for v, err := range seq {
		if err != nil {
			return out, err
		}
		out = append(out, v)
	}
	return out, nil
}

func wantCode(t testing.TB, what string, err error, want news.Code) {
	t.Helper()
	if got := news.CodeOf(err); got != want {
		t.Errorf("%s: error %v has code %q, want %q", what, err, got, want)
	}
}

// same compares what a ledger gave; times are its own.
func same(t testing.TB, what string, got, want any) {
	t.Helper()
	opts := cmp.Options{
		cmpopts.IgnoreFields(ledger.Sighting{}, "At"),
		cmpopts.IgnoreFields(ledger.Reading{}, "At"),
		cmpopts.IgnoreFields(ledger.Revision{}, "At"),
		cmpopts.EquateEmpty(),
	}
	if diff := cmp.Diff(want, got, opts); diff != "" {
		t.Errorf("%s: not as wanted (-want +got):\n%s", what, diff)
	}
}

func dump(t testing.TB, s ledger.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := ledger.Dump(t.Context(), s, &b); err != nil {
		t.Fatalf("Dump: %v", err)
	}
	return b.String()
}

func testEmpty(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	q, _ := ledger.ParseQuery("bridge")
	same(t, "Statements", collect(t, s.Statements(ctx, ledger.Filter{})), []ledger.Line(nil))
	same(t, "Timeline", collect(t, s.Timeline(ctx, ledger.Filter{Actor: "Elena Soro"})), []ledger.Line(nil))
	same(t, "Reports", collect(t, s.Reports(ctx, ledger.Filter{})), []ledger.ReportLine(nil))
	same(t, "Readings", collect(t, s.Readings(ctx, ledger.Filter{})), []*ledger.Reading(nil))
	same(t, "Search", collect(t, s.Search(ctx, q, ledger.Filter{})), []ledger.Hit(nil))
	if actors, err := s.Actors(ctx, ledger.Filter{}); err != nil || len(actors) > 0 {
		t.Errorf("Actors: %v, %v", actors, err)
	}
	if history, err := s.History(ctx, "r0"); err != nil || len(history) > 0 {
		t.Errorf("History: %v, %v", history, err)
	}
	_, err := s.Report(ctx, "r0")
	wantCode(t, "Report", err, news.NotFound)
	_, err = s.Statement(ctx, "s0")
	wantCode(t, "Statement", err, news.NotFound)
	_, err = s.Statement(ctx, "")
	wantCode(t, "Statement without id", err, news.Invalid)
	if results, err := s.Add(ctx); err != nil || len(results) > 0 {
		t.Errorf("adding nothing: %v, %v", results, err)
	}
}

func testOutcomes(t *testing.T, s ledger.Store) {
	a, b := Corpus(1, 600), Corpus(2, 600)
	same(t, "first time", must(t, s, a), []ledger.Outcome{ledger.Added})
	before := dump(t, s)
	same(t, "same bytes, same reader", must(t, s, a), []ledger.Outcome{ledger.Unchanged})
	if after := dump(t, s); after != before {
		t.Errorf("adding the same again changed the ledger:\n%s\nwas\n%s", after, before)
	}
	same(t, "known, new, twice in one call", must(t, s, a, b, b), []ledger.Outcome{ledger.Unchanged, ledger.Added, ledger.Unchanged})
	same(t, "another file name", must(t, s, At("copy.txt", a), At("copy.txt", a)), []ledger.Outcome{ledger.Sighted, ledger.Unchanged})
	rd, err := s.Report(t.Context(), a.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "sightings", rd.Sightings, []ledger.Sighting{
		{Place: ledger.Place{File: a.Report.File}}, {Place: ledger.Place{File: "copy.txt"}},
	})
	if rd.Report.File != a.Report.File {
		t.Errorf("a further sighting changed the report's file to %q", rd.Report.File)
	}
}

func testRefused(t *testing.T, s ledger.Store) {
	good, bad, clash, odd := Corpus(1, 600), Corpus(2, 600), Corpus(3, 600), Corpus(4, 600)
	bad.Statements[0].Content = []news.Span{{Start: 3, End: 1 << 20}}
	must(t, s, clash)
	other := *clash.Report
	other.SHA256 = clash.Report.SHA256[:16] + "000000000000000000000000000000000000000000000000"
	clash.Report = &other
	odd.Report.Published = news.Day{Year: 2031, Month: 2, Date: 30}
	results, err := s.Add(t.Context(), bad, clash, odd, good)
	if err != nil {
		t.Fatal(err)
	}
	wantCode(t, "a span outside the text", results[0].Err, news.Internal)
	wantCode(t, "the id of other bytes", results[1].Err, news.Conflict)
	wantCode(t, "a day that does not exist", results[2].Err, news.Internal)
	for i, want := range []ledger.Outcome{ledger.Refused, ledger.Refused, ledger.Refused, ledger.Added} {
		if results[i].Outcome != want {
			t.Errorf("number %d is %s, want %s", i, results[i].Outcome, want)
		}
	}
	if n := len(collect(t, s.Reports(t.Context(), ledger.Filter{}))); n != 2 {
		t.Errorf("the ledger holds %d reports, want 2", n)
	}
}

func testCancelled(t *testing.T, s ledger.Store) {
	must(t, s, Corpus(1, 600))
	before := dump(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Add(ctx, Corpus(2, 600)); err == nil || ctx.Err() == nil {
		t.Error("Add went on")
	}
	if _, err := gather(s.Statements(ctx, ledger.Filter{})); err == nil {
		t.Error("Statements went on")
	}
	if after := dump(t, s); after != before {
		t.Error("a call that ended early changed the ledger")
	}
}

func testClosed(t *testing.T, s ledger.Store) {
	must(t, s, Corpus(1, 600))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), Corpus(2, 600)); err == nil {
		t.Error("Add worked after Close")
	}
	if _, err := gather(s.Statements(t.Context(), ledger.Filter{})); err == nil {
		t.Error("Statements worked after Close")
	}
}

func testHeld(t *testing.T, s ledger.Store) {
	a := Corpus(1, 600)
	a.Report.URI = "https://karsk.example/1"
	must(t, s, a)
	for _, c := range []struct {
		id, reader string
		at         ledger.Place
		want       bool
	}{
		{a.Report.ID, Reader, ledger.PlaceOf(a.Report), true},
		{a.Report.ID, Reader, ledger.Place{File: a.Report.File}, true},
		{a.Report.ID, Reader, ledger.Place{File: a.Report.File, URI: "https://karsk.example/2"}, false},
		{a.Report.ID, Reader, ledger.Place{File: "copy.txt"}, false},
		{a.Report.ID, "parley/test+rules-2", ledger.PlaceOf(a.Report), false},
		{"r0123456789abcdef", Reader, ledger.PlaceOf(a.Report), false},
	} {
		got, err := s.Held(t.Context(), c.id, c.reader, c.at)
		if err != nil || got != c.want {
			t.Errorf("Held(%s, %s, %v) = %t, %v; want %t", c.id, c.reader, c.at, got, err, c.want)
		}
	}
}
