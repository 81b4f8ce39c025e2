package sqlite

import (
	"context"

	"parley/internal/ledger"
)

// Held implements ledger.Store.
func (s *Store) Held(ctx context.Context, reportID, reader string, at ledger.Place) (held bool, err error) {
	err = s.look(ctx, "look for a report", func(v *view) error {
		return v.get(`SELECT EXISTS (SELECT 1 FROM readings WHERE report = ? AND superseded_by IS NULL AND reader = ?)
			AND EXISTS (SELECT 1 FROM sightings WHERE report = ? AND file = ? AND (? = '' OR uri = ?))`,
			[]any{reportID, reader, reportID, at.File, at.URI, at.URI}, &held)
	})
	return held, err
}

// Report implements ledger.Store.
func (s *Store) Report(ctx context.Context, id string) (rd *ledger.Reading, err error) {
	err = s.look(ctx, "look up a report", func(v *view) error {
		id, err := v.unique("report", "readings WHERE superseded_by IS NULL", "report", id)
		if err != nil {
			return err
		}
		var reading int64
		if err := v.get(`SELECT id FROM readings WHERE report = ? AND superseded_by IS NULL`, []any{id}, &reading); err != nil {
			return err
		}
		rd, err = v.reading(reading)
		return err
	})
	return rd, err
}

// Statement implements ledger.Store.
func (s *Store) Statement(ctx context.Context, id string) (line *ledger.Line, err error) {
	err = s.look(ctx, "look up a statement", func(v *view) error {
		id, err := v.unique("statement", "statements WHERE 1", "id", id)
		if err != nil {
			return err
		}
		var p place
		var superseded bool
		err = v.get(`SELECT row, reading, superseded_by IS NOT NULL FROM statements WHERE id = ?
			ORDER BY superseded_by IS NOT NULL, row DESC LIMIT 1`, []any{id}, &p.row, &p.reading, &superseded)
		if err != nil {
			return err
		}
		found, err := v.line(p)
		found.Superseded = superseded
		line = &found
		return err
	})
	return line, err
}

// reading loads a reading in force in full.
func (v *view) reading(id int64) (*ledger.Reading, error) {
	r, err := v.report(id)
	if err != nil {
		return nil, err
	}
	rd := &ledger.Reading{Report: r}
	var at string
	err = v.get(`SELECT r.reader, v.at, t.sha256 FROM readings r JOIN revisions v ON v.id = r.id JOIN texts t ON t.id = r.text WHERE r.id = ?`,
		[]any{id}, &rd.Reader, &at, &rd.TextSHA256)
	if err != nil {
		return nil, err
	}
	if rd.At, err = moment(at); err != nil {
		return nil, err
	}
	if rd.Sightings, err = v.sightings(r.ID); err != nil {
		return nil, err
	}
	rows, err := v.numbers(`SELECT row FROM statements WHERE reading = ? AND superseded_by IS NULL ORDER BY position`, id)
	for _, row := range rows {
		st, words, err := v.statement(row)
		if err != nil {
			return nil, err
		}
		rd.Statements = append(rd.Statements, st)
		rd.Words = append(rd.Words, words)
	}
	return rd, err
}

func (v *view) sightings(reportID string) (out []ledger.Sighting, err error) {
	err = v.each(`SELECT file, uri, at FROM sightings WHERE report = ? ORDER BY id`, []any{reportID}, func(scan scanner) error {
		var g ledger.Sighting
		var at string
		if err := scan(&g.File, &g.URI, &at); err != nil {
			return err
		}
		g.At, err = moment(at)
		out = append(out, g)
		return err
	})
	return out, err
}

// History implements ledger.Store.
func (s *Store) History(ctx context.Context, reportID string) (out []ledger.Revision, err error) {
	err = s.look(ctx, "look up a history", func(v *view) error {
		ids, err := v.numbers(`SELECT id FROM revisions WHERE report = ? ORDER BY id`, reportID)
		for _, id := range ids {
			r, err := v.revision(id)
			if err != nil {
				return err
			}
			out = append(out, r)
		}
		return err
	})
	return out, err
}

func (v *view) revision(id int64) (r ledger.Revision, err error) {
	var kind, at string
	if err = v.get(`SELECT kind, author, reason, at FROM revisions WHERE id = ?`, []any{id}, &kind, &r.Author, &r.Reason, &at); err != nil {
		return r, err
	}
	r.Kind = ledger.RevisionKind(kind)
	if r.At, err = moment(at); err != nil {
		return r, err
	}
	if r.Kind == ledger.ReadingRevision {
		if r.Report, err = v.report(id); err != nil {
			return r, err
		}
		if err = v.get(`SELECT reader FROM readings WHERE id = ?`, []any{id}, &r.Reader); err != nil {
			return r, err
		}
	}
	r.Entries, err = v.entries(id)
	return r, err
}

func (v *view) entries(revision int64) (out []ledger.Entry, err error) {
	err = v.each(`SELECT r.record, s.superseded_by IS NULL, coalesce(old.id, '')
		FROM statements s JOIN records r ON r.row = s.row LEFT JOIN statements old ON old.row = s.supersedes
		WHERE s.revision = ? ORDER BY s.position`, []any{revision}, func(scan scanner) error {
		var e ledger.Entry
		var record string
		if err := scan(&record, &e.InForce, &e.Supersedes); err != nil {
			return err
		}
		if e.Statement, err = ledger.DecodeStatement([]byte(record)); err != nil {
			return damaged("an entry", err)
		}
		out = append(out, e)
		return nil
	})
	return out, err
}
