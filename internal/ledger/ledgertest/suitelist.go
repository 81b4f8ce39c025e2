package ledgertest

import (
	"slices"
	"testing"

	"parley/internal/ledger"
	"parley/internal/news"
)

var (
	valdoria = news.Ref{ID: "state:valdoria", Name: "Valdoria"}
	merovia  = news.Ref{ID: "state:merovia", Name: "Merovia"}
	soro     = news.Ref{ID: "person:elena-soro", Name: "Elena Soro"}
	kell     = news.Ref{ID: "person:adrian-kell", Name: "Adrian Kell"}
	lena     = news.Ref{Name: "Lena Kell"} // the directory lacks her
	varga    = news.Ref{ID: "person:ilse-varga", Name: "Ilse Varga"}
)

func october(day int) news.Day { return news.Day{Year: 2031, Month: 10, Date: day} }

func on(day int) news.Interval { return news.Interval{From: october(day), To: october(day)} }

// pages are the fixtures of the lists: what each says is also its statement's name in
// the tests.
func pages() []ledger.Addition {
	return []ledger.Addition{
		Page("a.txt", "Lume24", october(10),
			Say{Who: soro, Side: merovia, Words: "alpha", Mode: news.Direct, Issue: "talks", Holder: merovia, Stance: news.Against},
			Say{Who: varga, Side: valdoria, Words: "beta", SaidOn: on(8), Issue: "ceasefire", Holder: merovia, Stance: news.For}),
		Page("b.txt", "Tavel Morning Post", october(5),
			Say{Who: lena, Words: "gamma … delta", Mode: news.Mixed},
			Say{Who: kell, Side: merovia, Words: "epsilon", SaidOn: news.Interval{From: october(1), To: october(20)}, Issue: "talks", Holder: valdoria, Stance: news.Conditional}),
		Page("c.txt", "Lume24", news.Day{}, // a page without a day
			Say{Who: merovia, Kind: news.State, Words: "zeta", Issue: "talks", Holder: merovia, Stance: news.For},
			Say{Words: "eta", SaidOn: on(3), Mode: news.Direct}),
		Page("d.txt", "Mérídian  Press", october(12)), // no statements
		Page("e.txt", "lume24", october(12),
			Say{Who: soro, Words: "theta", SaidOn: news.Interval{To: october(2)}}),
	}
}

// named gives the first word of each statement.
func named(t testing.TB, lines []ledger.Line) []string {
	t.Helper()
	out := []string{}
	for _, l := range lines {
		if err := l.Statement.Validate(l.Report); err != nil {
			t.Error(err)
		}
		out = append(out, l.Report.Words(l.Statement.Content[0]))
	}
	return out
}

func testFilters(t *testing.T, s ledger.Store) {
	must(t, s, pages()...)
	files := func(f ledger.Filter) []string {
		out := []string{}
		for _, l := range collect(t, s.Reports(t.Context(), f)) {
			out = append(out, l.Report.File)
		}
		return out
	}
	for _, c := range []struct {
		name              string
		f                 ledger.Filter
		statements, files []string
	}{
		{"none", ledger.Filter{}, list("zeta eta gamma epsilon alpha beta theta"), list("c b a e d")},
		{"actor by id", ledger.Filter{Actor: "person:elena-soro"}, list("alpha theta"), list("a e")},
		{"actor by name, any case, accents, space", ledger.Filter{Actor: " élena  SORO "}, list("alpha theta"), list("a e")},
		{"state: its own words and those of its side", ledger.Filter{Actor: "Merovia"}, list("zeta epsilon alpha"), list("c b a")},
		{"surname of two", ledger.Filter{Actor: "kell"}, list("gamma epsilon"), list("b")},
		{"full name before part of a name", ledger.Filter{Actor: "Lena Kell"}, list("gamma"), list("b")},
		{"part of a word is nobody", ledger.Filter{Actor: "Kel"}, list(""), list("")},
		{"unknown actor", ledger.Filter{Actor: "Goran Pilch"}, list(""), list("")},
		{"issue", ledger.Filter{Issue: "talks"}, list("zeta epsilon alpha"), list("c b a")},
		{"holder", ledger.Filter{Holder: "state:merovia"}, list("zeta alpha beta"), list("c a")},
		{"holder who is none", ledger.Filter{Holder: "Elena Soro"}, list(""), list("")},
		{"mode", ledger.Filter{Mode: news.Direct}, list("eta alpha"), list("c a")},
		{"outlet in any case", ledger.Filter{Outlet: "LUME24"}, list("zeta eta alpha beta theta"), list("c a e")},
		{"outlet by key", ledger.Filter{Outlet: "meridian press"}, list(""), list("d")},
		{"report", ledger.Filter{Report: pages()[1].Report.ID}, list("gamma epsilon"), list("b")},
		{"from", ledger.Filter{From: october(10)}, list("epsilon alpha"), list("a e d")},
		{"to", ledger.Filter{To: october(4)}, list("eta epsilon theta"), list("")},
		{"from and to", ledger.Filter{From: october(4), To: october(9)}, list("gamma epsilon beta"), list("b")},
		{"one day", ledger.Filter{From: october(1), To: october(1)}, list("epsilon theta"), list("")},
		{"all together", ledger.Filter{Actor: "Merovia", Issue: "talks", From: october(6), To: october(30), Outlet: "Lume24", Mode: news.Direct}, list("alpha"), list("a")},
		{"limit", ledger.Filter{Limit: 3}, list("zeta eta gamma"), list("c b a")},
		{"limit under a filter", ledger.Filter{Actor: "Merovia", Limit: 2}, list("zeta epsilon"), list("c b")},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i := range c.files {
				c.files[i] += ".txt"
			}
			same(t, "statements", named(t, collect(t, s.Statements(t.Context(), c.f))), c.statements)
			same(t, "reports", files(c.f), c.files)
		})
	}
}

func list(words string) []string {
	_, out := wordsOf(words)
	return out
}

func testWrongFilters(t *testing.T, s ledger.Store) {
	q, _ := ledger.ParseQuery("bridge")
	for _, f := range []ledger.Filter{
		{Mode: "loud"}, {From: october(5), To: october(4)}, {Limit: -1}, {Actor: " \t"}, {Holder: "\u0301"}, {Outlet: "  "},
	} {
		ctx := t.Context()
		_, err := gather(s.Statements(ctx, f))
		wantCode(t, "Statements", err, news.Invalid)
		_, err = gather(s.Reports(ctx, f))
		wantCode(t, "Reports", err, news.Invalid)
		_, err = gather(s.Readings(ctx, f))
		wantCode(t, "Readings", err, news.Invalid)
		_, err = gather(s.Timeline(ctx, f))
		wantCode(t, "Timeline", err, news.Invalid)
		_, err = gather(s.Search(ctx, q, f))
		wantCode(t, "Search", err, news.Invalid)
		_, err = s.Actors(ctx, f)
		wantCode(t, "Actors", err, news.Invalid)
	}
}

func testTimeline(t *testing.T, s ledger.Store) {
	must(t, s, pages()...)
	for _, c := range []struct {
		f    ledger.Filter
		want []string
	}{
		{ledger.Filter{}, list("zeta beta alpha epsilon")},
		{ledger.Filter{Holder: "Merovia"}, list("zeta beta alpha")},
		{ledger.Filter{Holder: "Merovia", Limit: 2}, list("zeta beta")},
		{ledger.Filter{Actor: "Elena Soro"}, list("alpha")},
		{ledger.Filter{Issue: "talks", From: october(1)}, list("alpha epsilon")},
	} {
		same(t, "timeline", named(t, collect(t, s.Timeline(t.Context(), c.f))), c.want)
	}
}

func testActors(t *testing.T, s ledger.Store) {
	must(t, s, pages()...)
	must(t, s, As("parley/test+rules-2", pages()[0])) // superseded ones do not count
	line := func(r news.Ref, kind news.ActorKind, statements, reports int, first, last news.Day) ledger.ActorLine {
		return ledger.ActorLine{Ref: r, Kind: kind, Statements: statements, Reports: reports, First: first, Last: last}
	}
	for _, c := range []struct {
		name string
		f    ledger.Filter
		want []ledger.ActorLine
	}{
		{"all", ledger.Filter{}, []ledger.ActorLine{
			line(soro, news.Person, 2, 2, october(10), october(12)),
			line(news.Ref{}, news.Person, 1, 1, news.Day{}, news.Day{}),
			line(kell, news.Person, 1, 1, october(5), october(5)),
			line(varga, news.Person, 1, 1, october(10), october(10)),
			line(lena, news.Person, 1, 1, october(5), october(5)),
			line(merovia, news.State, 1, 1, news.Day{}, news.Day{}),
		}},
		{"one issue", ledger.Filter{Issue: "talks", Limit: 2}, []ledger.ActorLine{
			line(kell, news.Person, 1, 1, october(5), october(5)),
			line(soro, news.Person, 1, 1, october(10), october(10)),
		}},
	} {
		got, err := s.Actors(t.Context(), c.f)
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.name, got, c.want)
	}
}

func testSearch(t *testing.T, s ledger.Store) {
	spoken := Page("spoken.txt", "Lume24", october(10),
		Say{Who: soro, Words: "the cease-fire on the Lume has to hold, as José agreed"},
		Say{Who: kell, Words: "no security … guarantees were given"},
		Say{Who: varga, Words: "guarantees for security come before talks"})
	silent := Page("silent.txt", "Lume24", october(11))
	must(t, s, spoken, silent, Page("none.txt", "Lume24", october(12), Say{Who: soro, Words: "nothing"}))
	must(t, s, As("parley/test+rules-2", spoken)) // what is superseded is not found
	for _, c := range []struct {
		query string
		want  []string // first word of the statement, or the file of a report
	}{
		{"hold", list("the")},
		{"HOLD cease", list("the")},
		{"cease-fire", list("the")},
		{`"fire cease"`, nil},
		{"jose", list("the")},
		{"JOSÉ", list("the")},
		{"security guarantees", list("guarantees no")},
		{`"security guarantees"`, list("no")},
		{"guarant*", list("guarantees no")},
		{"guarant", nil},
		{"“come before” talk*", list("guarantees")},
		{`"come before`, list("guarantees")},
		{"cookies", []string{"none.txt", "silent.txt", "spoken.txt"}},
		{"Fixture silent", []string{"silent.txt"}},
		{"nothing", list("nothing")},
		{"nothing hold", nil},
	} {
		t.Run(c.query, func(t *testing.T) {
			q, err := ledger.ParseQuery(c.query)
			if err != nil {
				t.Fatal(err)
			}
			got := []string{}
			for _, h := range collect(t, s.Search(t.Context(), q, ledger.Filter{})) {
				checkHit(t, h, q)
				if h.Statement == nil {
					got = append(got, h.Report.File)
				} else {
					_, words := wordsOf(h.Report.Words(h.Statement.Content[0]))
					got = append(got, words[0])
				}
			}
			slices.Sort(got)
			same(t, "hits", got, c.want)
		})
	}
}

// checkHit holds a hit against what every hit promises.
func checkHit(t *testing.T, h ledger.Hit, q ledger.Query) {
	t.Helper()
	if h.Report == nil || h.Report.Text == "" {
		t.Fatal("a hit without its report")
	}
	if !h.At.IsZero() && h.At.In(h.Report.Text) != h.Snippet {
		t.Errorf("snippet %q is not at its place, %q", h.Snippet, h.At.In(h.Report.Text))
	}
	if h.At.IsZero() && (h.Statement == nil || len(h.Statement.Content) == 1) {
		t.Errorf("snippet %q has no place", h.Snippet)
	}
	if len(h.Marks) < 1 {
		t.Errorf("no mark in snippet %q for %v", h.Snippet, q)
	}
	end := 0
	for _, m := range h.Marks {
		if m.Start < end || m.Empty() || m.End > len(h.Snippet) {
			t.Fatalf("marks %v do not lie in order in a snippet of %d bytes", h.Marks, len(h.Snippet))
		}
		end = m.End
		if find(m.In(h.Snippet), ledger.Query{Terms: q.Terms[:1]}) == nil && len(q.Terms) == 1 {
			t.Errorf("mark %q of snippet %q does not match %v", m.In(h.Snippet), h.Snippet, q)
		}
	}
}

func testSearchFilters(t *testing.T, s ledger.Store) {
	must(t, s, pages()...)
	q, _ := ledger.ParseQuery("fixture")
	alpha, _ := ledger.ParseQuery("a*")
	for _, c := range []struct {
		name              string
		q                 ledger.Query
		f                 ledger.Filter
		statements, files int
	}{
		{"text of all", q, ledger.Filter{}, 0, 5},
		{"text, limited", q, ledger.Filter{Limit: 3}, 0, 3},
		{"text of an outlet", q, ledger.Filter{Outlet: "Lume24"}, 0, 3},
		{"text on days", q, ledger.Filter{From: october(10), To: october(12)}, 0, 3},
		{"text under an actor", q, ledger.Filter{Actor: "Elena Soro"}, 0, 0},
		{"statement, and the text of another", alpha, ledger.Filter{}, 1, 1},
		{"statement under its actor", alpha, ledger.Filter{Actor: "Elena Soro"}, 1, 0},
		{"statement under another", alpha, ledger.Filter{Actor: "Ilse Varga"}, 0, 0},
		{"limited to the statement", alpha, ledger.Filter{Limit: 1}, 1, 0},
		{"limited to one more", alpha, ledger.Filter{Limit: 2}, 1, 1},
	} {
		statements, files := 0, 0
		for _, h := range collect(t, s.Search(t.Context(), c.q, c.f)) {
			if checkHit(t, h, c.q); h.Statement != nil {
				statements++
			} else {
				files++
			}
		}
		if statements != c.statements || files != c.files {
			t.Errorf("%s: %d statements and %d texts, want %d and %d", c.name, statements, files, c.statements, c.files)
		}
	}
}

// testStrangeQueries: whatever is typed is either searched for or refused as Invalid.
func testStrangeQueries(t *testing.T, s ledger.Store) {
	must(t, s, pages()...)
	for _, typed := range []string{
		"", " ", `"`, `""`, `" "`, "-", "*", "--", "'", "“", "”", "()", "a:b", "words:alpha", "^alpha", "+alpha",
		"NEAR(alpha beta)", "alpha NOT beta", "AND", "OR", "NOT", "alpha AND", "{words}: x", "a\x00b", "\x00", "\xff", "alpha\xffbeta",
		`al"pha`, `a""b`, `"a" "b`, "-alpha", "al-pha", "alpha*beta", "**alpha**", "日本語", "ⅷ", "𐤀", "\u0301", "a\u0301", "😀", "🄰", "'; DROP TABLE statements; --",
	} {
		q, err := ledger.ParseQuery(typed)
		if err != nil {
			wantCode(t, typed, err, news.Invalid)
			continue
		}
		if _, err := gather(s.Search(t.Context(), q, ledger.Filter{})); err != nil {
			t.Errorf("searching for %q (%+v): %v", typed, q, err)
		}
	}
	_, err := gather(s.Search(t.Context(), ledger.Query{}, ledger.Filter{}))
	wantCode(t, "a query without terms", err, news.Invalid)
}
