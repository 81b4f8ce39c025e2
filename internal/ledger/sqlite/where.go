package sqlite

import (
	"strconv"
	"strings"

	"parley/internal/ledger"
)

// where gathers the conditions of a query with their arguments.
type where struct {
	conds []string
	args  []any
}

func (w *where) add(cond string, args ...any) {
	w.conds = append(w.conds, cond)
	w.args = append(w.args, args...)
}

func (w *where) String() string { return " WHERE " + strings.Join(w.conds, " AND ") }

// in asks that one of the columns holds one of the rows. Row numbers begin at 1, so
// that 0 is none.
func (w *where) in(rows []int64, columns ...string) {
	if len(rows) == 0 {
		rows = []int64{0}
	}
	list := make([]byte, 0, 8*len(rows))
	for i, r := range rows {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, r, 10)
	}
	for i, c := range columns {
		// What every row must meet is said again: without it SQLite would not use the
		// partial indexes for the sides of an OR.
		columns[i] = "(" + c + " IN (" + string(list) + ") AND s.superseded_by IS NULL)"
	}
	w.add("(" + strings.Join(columns, " OR ") + ")")
}

// statements are the conditions on statements, as s.
func (v *view) statements(f ledger.Filter) (*where, error) {
	w := &where{}
	w.add("s.superseded_by IS NULL")
	if err := v.statementsOnly(w, f); err != nil {
		return nil, err
	}
	if f.Outlet != "" {
		w.add("s.reading IN (SELECT id FROM readings WHERE outlet_key = ? AND superseded_by IS NULL)", ledger.Key(f.Outlet))
	}
	if f.Report != "" {
		w.add("s.reading IN (SELECT id FROM readings WHERE report = ? AND superseded_by IS NULL)", f.Report)
	}
	// Days and modes select the least. The plus keeps SQLite, which does not know that,
	// from starting with their indexes where another condition has one.
	plus := ""
	if len(w.conds) > 1 {
		plus = "+"
	}
	if !f.From.IsZero() || !f.To.IsZero() {
		w.add(plus+"s.day_to >= ?", f.From.String()) // also without From: a day must be known
		plus = "+"
	}
	if !f.To.IsZero() {
		w.add("s.day_from <= ?", f.To.String())
	}
	if f.Mode != "" {
		w.add(plus+"s.mode = ?", string(f.Mode))
	}
	return w, nil
}

// statementsOnly adds the conditions that a report cannot meet, but for the mode.
func (v *view) statementsOnly(w *where, f ledger.Filter) error {
	if f.Actor != "" {
		rows, err := v.actors(f.Actor)
		if err != nil {
			return err
		}
		w.in(rows, "s.speaker", "s.side")
	}
	if f.Holder != "" {
		rows, err := v.actors(f.Holder)
		if err != nil {
			return err
		}
		w.in(rows, "s.holder")
	}
	if f.Issue != "" {
		w.add("s.issue = ?", f.Issue)
	}
	return nil
}

// reports are the conditions on readings, as r.
func (v *view) reports(f ledger.Filter) (*where, error) {
	w := &where{}
	w.add("r.superseded_by IS NULL")
	if !f.From.IsZero() {
		w.add("r.published >= ?", f.From.String())
	}
	if !f.To.IsZero() {
		w.add("r.published > '' AND r.published <= ?", f.To.String())
	}
	if f.Outlet != "" {
		w.add("r.outlet_key = ?", ledger.Key(f.Outlet))
	}
	if f.Report != "" {
		w.add("r.report = ?", f.Report)
	}
	if f.OnlyStatements() {
		holds := &where{}
		holds.add("s.superseded_by IS NULL")
		if err := v.statementsOnly(holds, f); err != nil {
			return nil, err
		}
		if f.Mode != "" {
			holds.add("s.mode = ?", string(f.Mode))
		}
		w.add("r.id IN (SELECT s.reading FROM statements s"+holds.String()+")", holds.args...)
	}
	return w, nil
}

// actors gives the rows of the actors that a filter's name means.
func (v *view) actors(name string) ([]int64, error) {
	key := ledger.Key(name)
	rows, err := v.numbers(`SELECT id FROM actors WHERE ref = ? OR key = ?`, name, key)
	if err != nil || len(rows) > 0 {
		return rows, err
	}
	return v.numbers(`SELECT id FROM actors WHERE instr(' ' || key || ' ', ?) > 0`, " "+key+" ")
}

// numbers gives the first column of a fixed query.
func (v *view) numbers(query string, args ...any) ([]int64, error) {
	var out []int64
	err := v.each(query, args, appendTo(&out))
	return out, err
}

func appendTo(out *[]int64) func(scanner) error {
	return func(scan scanner) error {
		var n int64
		err := scan(&n)
		*out = append(*out, n)
		return err
	}
}

// limit is the clause for a filter's limit.
func limit(n int) string {
	if n == 0 {
		return ""
	}
	return " LIMIT " + strconv.Itoa(n)
}
