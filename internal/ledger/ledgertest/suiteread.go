package ledgertest

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"parley/internal/ledger"
	"parley/internal/news"
)

// testReread: another version drops the first statement and finds it no more.
func testReread(t *testing.T, s ledger.Store) {
	first := Corpus(1, 1500)
	second := As("parley/test+rules-2", first)
	second.Statements = second.Statements[1:]
	changed := *first.Report
	changed.Text += " " // another way of getting at the text
	changed.Title = "Another title"
	third := As(Reader, first)
	third.Report = &changed
	same(t, "outcomes", must(t, s, first, second, second, third),
		[]ledger.Outcome{ledger.Added, ledger.Reread, ledger.Unchanged, ledger.Reread})
	must(t, s, second)

	lines := collect(t, s.Statements(t.Context(), ledger.Filter{}))
	same(t, "statements in force", statementsOf(lines), second.Statements)
	rd, err := s.Report(t.Context(), first.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "report in force", rd.Report, second.Report)

	gone, err := s.Statement(t.Context(), first.Statements[0].ID)
	if err != nil {
		t.Fatalf("a statement that is no longer found: %v", err)
	}
	same(t, "what it was", *gone, ledger.Line{Report: &changed, Statement: third.Statements[0], Superseded: true})
	kept, err := s.Statement(t.Context(), first.Statements[1].ID)
	if err != nil || kept.Superseded || kept.Statement.Reader != second.Reader {
		t.Errorf("a statement that is found again is %+v, %v", kept, err)
	}
	testRereadHistory(t, s, first, second, third)
}

func testRereadHistory(t *testing.T, s ledger.Store, first, second, third ledger.Addition) {
	t.Helper()
	revision := func(a ledger.Addition, inForce bool, supersedes func(i int) bool) ledger.Revision {
		rev := ledger.Revision{Kind: ledger.ReadingRevision, Reader: a.Reader, Report: a.Report}
		for i, st := range a.Statements {
			e := ledger.Entry{Statement: st, InForce: inForce}
			if supersedes(i) {
				e.Supersedes = st.ID
			}
			rev.Entries = append(rev.Entries, e)
		}
		return rev
	}
	never, always := func(int) bool { return false }, func(int) bool { return true }
	got, err := s.History(t.Context(), first.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "history", got, []ledger.Revision{
		revision(first, false, never),
		revision(second, false, always),
		revision(third, false, func(i int) bool { return i > 0 }),
		revision(second, true, always),
	})
	for i := 1; i < len(got); i++ {
		if got[i].At.Before(got[i-1].At) {
			t.Errorf("revision %d is dated before the one it supersedes", i)
		}
	}
}

func statementsOf(lines []ledger.Line) (out []news.Statement) {
	for _, l := range lines {
		out = append(out, l.Statement)
	}
	return out
}

func testIDs(t *testing.T, s ledger.Store) {
	a, b := Corpus(1, 1200), Corpus(2, 1200)
	must(t, s, a, b)
	ctx := t.Context()
	for _, st := range a.Statements {
		for _, id := range []string{st.ID, st.ID[:12]} {
			line, err := s.Statement(ctx, id)
			if err != nil {
				t.Fatalf("Statement(%q): %v", id, err)
			}
			same(t, id, *line, ledger.Line{Report: a.Report, Statement: st})
		}
	}
	rd, err := s.Report(ctx, b.Report.ID[:9])
	if err != nil {
		t.Fatal(err)
	}
	same(t, "report by the beginning of its id", rd.Report, b.Report)
	same(t, "its statements", rd.Statements, b.Statements)

	_, err = s.Statement(ctx, "s")
	wantCode(t, "an ambiguous statement", err, news.Invalid)
	_, err = s.Report(ctx, "r")
	wantCode(t, "an ambiguous report", err, news.Invalid)
	for _, id := range []string{a.Report.ID, "%", "s_", a.Statements[0].ID + "0", "S", "s\xff"} {
		_, err = s.Statement(ctx, id)
		wantCode(t, fmt.Sprintf("statement %q", id), err, news.NotFound)
	}
}

func testReadings(t *testing.T, s ledger.Store) {
	for i := range 20 {
		must(t, s, Corpus(i, 900))
	}
	readings := collect(t, s.Readings(t.Context(), ledger.Filter{}))
	if len(readings) != 20 {
		t.Fatalf("%d readings, want 20", len(readings))
	}
	var last *news.Report
	for _, rd := range readings {
		for _, p := range ledger.Verify(rd) {
			t.Errorf("%s %s: %v", p.ReportID, p.StatementID, p.Err)
		}
		if last != nil && (rd.Report.Published.Compare(last.Published) < 0 ||
			rd.Report.Published == last.Published && rd.Report.ID < last.ID) {
			t.Errorf("reading of %s stands after that of %s", rd.Report.ID, last.ID)
		}
		last = rd.Report
	}
}

// testAddWhileListing: a loop sees the ledger as it was when it began, and its body
// may use the store.
func testAddWhileListing(t *testing.T, s ledger.Store) {
	for i := range 5 {
		must(t, s, Corpus(i, 900))
	}
	want := len(collect(t, s.Statements(t.Context(), ledger.Filter{})))
	got, n := 0, 5
	for line, err := range s.Statements(t.Context(), ledger.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if got++; got%3 == 0 {
			must(t, s, Corpus(n, 900), As("parley/test+rules-2", Corpus(n%5, 900)))
			n++
		}
		if _, err := s.Report(t.Context(), line.Report.ID); err != nil {
			t.Fatal(err)
		}
	}
	if got != want {
		t.Errorf("the loop saw %d statements, there were %d when it began", got, want)
	}
	for range s.Statements(t.Context(), ledger.Filter{}) {
		break // must not hold the ledger
	}
	must(t, s, Corpus(1000, 900))
}

// testConcurrent: the same reports come from several goroutines at once, while others
// list.
func testConcurrent(t *testing.T, s ledger.Store) {
	const goroutines, reports = 4, 24
	var wg sync.WaitGroup
	for range goroutines {
		wg.Go(func() {
			for i := range reports {
				if _, err := s.Add(t.Context(), Corpus(i, 600)); err != nil {
					t.Errorf("Add: %v", err)
				}
			}
		})
		wg.Go(func() {
			for range 5 {
				for rd, err := range s.Readings(t.Context(), ledger.Filter{}) {
					if err != nil {
						t.Errorf("Readings: %v", err)
					} else if len(rd.Statements) == 0 || len(ledger.Verify(rd)) > 0 {
						t.Errorf("report %s is not whole", rd.Report.ID)
					}
				}
			}
		})
	}
	wg.Wait()
	alone := NewMemory()
	for i := range reports {
		must(t, alone, Corpus(i, 600))
	}
	if dump(t, s) != dump(t, alone) {
		t.Error("the ledger is not that of one goroutine alone")
	}
}

func testBatch(t *testing.T, s ledger.Store) {
	var order []string
	b := ledger.NewBatch(s, func(a ledger.Addition, r ledger.Result) {
		if r.Err != nil {
			t.Error(r.Err)
		}
		order = append(order, a.Report.File)
	})
	const n = 600
	for i := range n {
		if err := b.Add(t.Context(), Corpus(i, 400)); err != nil {
			t.Fatal(err)
		}
	}
	if len(order) == 0 || len(order) == n {
		t.Errorf("%d of %d were added before the flush, want some", len(order), n)
	}
	for range 2 { // a flush of nothing does nothing
		if err := b.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if len(order) != n {
		t.Fatalf("%d results, want %d", len(order), n)
	}
	for i, file := range order {
		if !strings.Contains(file, fmt.Sprintf("%05d", i)) {
			t.Fatalf("result %d is that of %s", i, file)
		}
	}
}
