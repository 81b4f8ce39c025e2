package sqlite

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/news"
)

// wholeTable is a step of a plan that goes through all of a table that grows. Lists
// of numbers, subqueries and the dictionary of actors may be gone through.
var wholeTable = regexp.MustCompile(`^SCAN (s|r|statements|readings|records|texts)\b`)

// TestPlans: no filtered list goes through a whole table, whatever the filter, and an
// unfiltered list of statements is not sorted.
func TestPlans(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "parley.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range 30 {
		if _, err := s.Add(t.Context(), ledgertest.Corpus(i, 1000)); err != nil {
			t.Fatal(err)
		}
	}
	err = s.look(t.Context(), "plan", func(v *view) error {
		for _, f := range filters() {
			for name, query := range map[string]func(ledger.Filter) (string, []any, error){
				"statements": v.statementsQuery, "timeline": v.timelineQuery, "reports": v.reportsQuery, "actors": v.actorsQuery,
				"search statements": func(f ledger.Filter) (string, []any, error) { return v.statementSearch(`"bridge"`, f) },
				"search texts":      func(f ledger.Filter) (string, []any, error) { return v.textSearch(`"bridge"`, f) },
			} {
				if plan := explain(t, v, query, f); scans(plan) {
					t.Errorf("%s under %+v goes through a whole table:\n%s", name, f, strings.Join(plan, "\n"))
				}
			}
		}
		plan := explain(t, v, v.statementsQuery, ledger.Filter{})
		if len(plan) != 1 || !strings.Contains(plan[0], "statements_in_order") {
			t.Errorf("the list of all statements is sorted:\n%s", strings.Join(plan, "\n"))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// filters gives every set of conditions but the empty one.
func filters() (out []ledger.Filter) {
	day := news.Day{Year: 2031, Month: 10, Date: 1}
	set := []func(*ledger.Filter){
		func(f *ledger.Filter) { f.Actor = "Merovia" }, // several rows
		func(f *ledger.Filter) { f.Holder = "Nobody" }, // no row
		func(f *ledger.Filter) { f.Issue = "talks" },
		func(f *ledger.Filter) { f.From = day },
		func(f *ledger.Filter) { f.To = day.Add(30) },
		func(f *ledger.Filter) { f.Outlet = "Lume24" },
		func(f *ledger.Filter) { f.Mode = news.Direct },
		func(f *ledger.Filter) { f.Report = "r0123456789abcdef" },
	}
	for bits := 1; bits < 1<<len(set); bits++ {
		var f ledger.Filter
		for i, apply := range set {
			if bits&(1<<i) != 0 {
				apply(&f)
			}
		}
		out = append(out, f)
	}
	return out
}

func explain(t *testing.T, v *view, query func(ledger.Filter) (string, []any, error), f ledger.Filter) (plan []string) {
	t.Helper()
	q, args, err := query(f)
	if err != nil {
		t.Fatal(err)
	}
	err = v.list("EXPLAIN QUERY PLAN "+q, args, func(scan scanner) error {
		var id, parent, unused int
		var detail string
		err := scan(&id, &parent, &unused, &detail)
		plan = append(plan, detail)
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	return plan
}

func scans(plan []string) bool {
	for _, step := range plan {
		if wholeTable.MatchString(step) {
			return true
		}
	}
	return false
}
