package sqlite

import (
	"context"
	"iter"

	"parley/internal/ledger"
	"parley/internal/news"
)

// place is where a statement stands: its row and its reading.
type place struct{ row, reading int64 }

// The orders of lists. The plus keeps SQLite from walking a whole index that has the
// order, rather than using the one that fits the filter.
const (
	inOrder     = " ORDER BY s.published, s.report, s.position"
	sortOrder   = " ORDER BY +s.published, +s.report, +s.position"
	reportOrder = " ORDER BY +r.published, +r.report"
)

// Statements implements ledger.Store.
func (s *Store) Statements(ctx context.Context, f ledger.Filter) iter.Seq2[ledger.Line, error] {
	return s.lines(ctx, "list statements", f, (*view).statementsQuery)
}

func (v *view) statementsQuery(f ledger.Filter) (string, []any, error) {
	w, err := v.statements(f)
	if err != nil {
		return "", nil, err
	}
	order := sortOrder
	if len(w.conds) == 1 {
		order = inOrder
	}
	return "SELECT s.row, s.reading FROM statements s" + w.String() + order + limit(f.Limit), w.args, nil
}

// Timeline implements ledger.Store.
func (s *Store) Timeline(ctx context.Context, f ledger.Filter) iter.Seq2[ledger.Line, error] {
	return s.lines(ctx, "list the timeline", f, (*view).timelineQuery)
}

func (v *view) timelineQuery(f ledger.Filter) (string, []any, error) {
	w, err := v.statements(f)
	if err != nil {
		return "", nil, err
	}
	w.add("s.holder IS NOT NULL")
	// CROSS: look at the statements first, whatever SQLite thinks of it.
	return "SELECT s.row, s.reading FROM statements s CROSS JOIN actors h ON h.id = s.holder" + w.String() +
		" ORDER BY h.name, h.ref, coalesce(s.day_from, ''), s.published, s.report, s.position" + limit(f.Limit), w.args, nil
}

// lines lists the statements that a query for the filter finds.
func (s *Store) lines(ctx context.Context, what string, f ledger.Filter, find func(*view, ledger.Filter) (string, []any, error)) iter.Seq2[ledger.Line, error] {
	return sequence(ctx, s, what, f, func(v *view, yield func(ledger.Line) bool) error {
		query, args, err := find(v, f)
		if err != nil {
			return err
		}
		return v.lines(query, args, yield)
	})
}

// lines yields the statements at the places that a query gives.
func (v *view) lines(query string, args []any, yield func(ledger.Line) bool) error {
	places, err := v.places(query, args)
	if err != nil {
		return err
	}
	for _, p := range places {
		line, err := v.line(p)
		if err != nil {
			return err
		}
		if !yield(line) {
			return nil
		}
	}
	return nil
}

func (v *view) places(query string, args []any) ([]place, error) {
	var out []place
	err := v.list(query, args, func(scan scanner) error {
		var p place
		err := scan(&p.row, &p.reading)
		out = append(out, p)
		return err
	})
	return out, err
}

func (v *view) line(p place) (ledger.Line, error) {
	r, err := v.report(p.reading)
	if err != nil {
		return ledger.Line{}, err
	}
	s, _, err := v.statement(p.row)
	return ledger.Line{Report: r, Statement: s}, err
}

// Reports implements ledger.Store.
func (s *Store) Reports(ctx context.Context, f ledger.Filter) iter.Seq2[ledger.ReportLine, error] {
	return sequence(ctx, s, "list reports", f, func(v *view, yield func(ledger.ReportLine) bool) error {
		readings, err := v.readings(f)
		if err != nil {
			return err
		}
		for _, id := range readings {
			line, err := v.reportLine(id)
			if err != nil {
				return err
			}
			if !yield(line) {
				return nil
			}
		}
		return nil
	})
}

// readings gives the readings in force that meet the filter, in the order of reports.
func (v *view) readings(f ledger.Filter) ([]int64, error) {
	query, args, err := v.reportsQuery(f)
	if err != nil {
		return nil, err
	}
	var out []int64
	err = v.list(query, args, appendTo(&out))
	return out, err
}

func (v *view) reportsQuery(f ledger.Filter) (string, []any, error) {
	w, err := v.reports(f)
	if err != nil {
		return "", nil, err
	}
	return "SELECT r.id FROM readings r" + w.String() + reportOrder + limit(f.Limit), w.args, nil
}

func (v *view) reportLine(reading int64) (ledger.ReportLine, error) {
	var statements int
	r, reader, err := v.head(`SELECT `+headColumns+`, (SELECT count(*) FROM statements s WHERE s.reading = r.id AND s.superseded_by IS NULL)
		FROM readings r WHERE r.id = ?`, reading, &statements)
	if err != nil {
		return ledger.ReportLine{}, err
	}
	return ledger.ReportLine{Report: *r, Reader: reader, Statements: statements}, nil
}

// Readings implements ledger.Store.
func (s *Store) Readings(ctx context.Context, f ledger.Filter) iter.Seq2[*ledger.Reading, error] {
	return sequence(ctx, s, "list readings", f, func(v *view, yield func(*ledger.Reading) bool) error {
		readings, err := v.readings(f)
		if err != nil {
			return err
		}
		for _, id := range readings {
			rd, err := v.reading(id)
			if err != nil {
				return err
			}
			if !yield(rd) {
				return nil
			}
		}
		return nil
	})
}

// Actors implements ledger.Store.
func (s *Store) Actors(ctx context.Context, f ledger.Filter) (out []ledger.ActorLine, err error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	err = s.look(ctx, "list actors", func(v *view) error {
		query, args, err := v.actorsQuery(f)
		if err != nil {
			return err
		}
		return v.list(query, args, func(scan scanner) error {
			line, err := actorLine(scan)
			out = append(out, line)
			return err
		})
	})
	return out, err
}

func (v *view) actorsQuery(f ledger.Filter) (string, []any, error) {
	w, err := v.statements(f)
	if err != nil {
		return "", nil, err
	}
	// Grouped by number before names come in, which is several times as fast; without a
	// filter in the order of an index, like the orders above.
	group := "s.speaker"
	if len(w.conds) > 1 {
		group = "+s.speaker"
	}
	return `SELECT a.ref, a.name, a.kind, g.n, g.reports, g.first, g.last FROM (
		SELECT s.speaker, count(*) AS n, count(DISTINCT s.reading) AS reports,
			coalesce(min(nullif(s.published, '')), '') AS first, max(s.published) AS last
		FROM statements s` + w.String() + ` GROUP BY ` + group + `
	) g CROSS JOIN actors a ON a.id = g.speaker ORDER BY g.n DESC, a.name, a.ref, a.kind` + limit(f.Limit), w.args, nil
}

func actorLine(scan scanner) (a ledger.ActorLine, err error) {
	var kind, first, last string
	if err = scan(&a.ID, &a.Name, &kind, &a.Statements, &a.Reports, &first, &last); err != nil {
		return a, err
	}
	a.Kind = news.ActorKind(kind)
	if a.First, err = day(first); err == nil {
		a.Last, err = day(last)
	}
	return a, err
}
