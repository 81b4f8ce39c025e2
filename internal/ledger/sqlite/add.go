package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"parley/internal/ledger"
	"parley/internal/news"
)

// Add implements ledger.Store.
func (s *Store) Add(ctx context.Context, additions ...ledger.Addition) ([]ledger.Result, error) {
	if s.write == nil {
		return nil, news.Errorf(news.Unavailable, "the ledger %s was opened to be read only", s.path)
	}
	results := make([]ledger.Result, len(additions))
	for i, a := range additions { // before the lock is taken
		if err := ledger.Check(a); err != nil {
			results[i] = ledger.Result{Outcome: ledger.Refused, Err: err}
		}
	}
	if err := s.addChecked(ctx, additions, results); err != nil {
		return nil, s.fail("add", err)
	}
	return results, nil
}

// addChecked adds what is not refused yet.
func (s *Store) addChecked(ctx context.Context, additions []ledger.Addition, results []ledger.Result) error {
	tx, err := s.write.start(ctx)
	if err != nil {
		return err
	}
	defer tx.end()
	w := &writer{session: tx, at: s.opts.Now().UTC().Format(time.RFC3339Nano), actors: make(map[actor]int64)}
	for i, a := range additions {
		if results[i].Err != nil {
			continue
		}
		outcome, err := w.add(a)
		if refused := (*refusal)(nil); errors.As(err, &refused) {
			outcome, results[i].Err = ledger.Refused, refused.error
		} else if err != nil {
			return err
		}
		results[i].Outcome = outcome
	}
	if err := w.index(); err != nil {
		return err
	}
	return tx.commit()
}

// refusal is an error that concerns one addition; nothing of it was written.
type refusal struct{ error }

// writer adds reports within one transaction.
type writer struct {
	*session
	at     string
	actors map[actor]int64 // rows that this transaction has seen

	// The first text and the first record that this transaction added; 0 without any.
	firstText, firstRecord int64
}

// index adds this transaction's texts and records to the full text. Nobody else
// writes meanwhile, so they are the last ones.
func (w *writer) index() error {
	if w.firstText != 0 {
		if _, err := w.exec(`INSERT INTO text_words (rowid, body) SELECT id, body FROM texts WHERE id >= ?`, w.firstText); err != nil {
			return err
		}
	}
	if w.firstRecord != 0 {
		if _, err := w.exec(`INSERT INTO record_words (rowid, words) SELECT row, words FROM records WHERE row >= ?`, w.firstRecord); err != nil {
			return err
		}
	}
	return nil
}

type actor struct {
	news.Ref
	kind news.ActorKind
}

// current is the reading of a report that is in force.
type current struct {
	reading  int64
	text     int64
	reader   string
	sha256   string
	textHash string
}

func (w *writer) add(a ledger.Addition) (ledger.Outcome, error) {
	rows, err := encodeStatements(a)
	if err != nil {
		return "", &refusal{err}
	}
	old, err := w.current(a.Report.ID)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return ledger.Added, w.insertReading(a, rows, current{}, nil)
	case err != nil:
		return "", err
	case old.sha256 != a.Report.SHA256:
		return "", &refusal{news.Errorf(news.Conflict, "report %s is in the ledger with other bytes", a.Report.ID)}
	case old.reader == a.Reader:
		return w.sight(a.Report)
	}
	return ledger.Reread, w.reread(a, rows, old)
}

func (w *writer) current(reportID string) (c current, err error) {
	err = w.get(`SELECT r.id, r.text, r.reader, r.sha256, t.sha256 FROM readings r JOIN texts t ON t.id = r.text
		WHERE r.report = ? AND r.superseded_by IS NULL`, []any{reportID},
		&c.reading, &c.text, &c.reader, &c.sha256, &c.textHash)
	return c, err
}

// sight notes the place where known bytes were met.
func (w *writer) sight(r *news.Report) (ledger.Outcome, error) {
	res, err := w.exec(`INSERT INTO sightings (report, file, uri, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		r.ID, r.File, r.URI, w.at)
	if err != nil {
		return "", err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return ledger.Unchanged, err
	}
	return ledger.Sighted, nil
}

// reread puts a new reading in the place of the old one. A statement that both found
// supersedes its older self.
func (w *writer) reread(a ledger.Addition, rows []statementRow, old current) error {
	before := make(map[string]int64)
	err := w.each(`SELECT row, id FROM statements WHERE reading = ? AND superseded_by IS NULL`, []any{old.reading},
		func(scan scanner) error {
			var row int64
			var id string
			err := scan(&row, &id)
			before[id] = row
			return err
		})
	if err != nil {
		return err
	}
	return w.insertReading(a, rows, old, before)
}

// insertReading writes a revision with its reading and statements and, when there is
// an old reading, supersedes that.
func (w *writer) insertReading(a ledger.Addition, rows []statementRow, old current, before map[string]int64) error {
	revision, err := w.insert(`INSERT INTO revisions (kind, report, at) VALUES ('reading', ?, ?)`, a.Report.ID, w.at)
	if err != nil {
		return err
	}
	if old.reading != 0 {
		if err := w.supersede(old.reading, revision); err != nil {
			return err
		}
	}
	if err := w.insertReport(a, revision, old); err != nil {
		return err
	}
	for i := range a.Statements {
		if err := w.insertStatement(a, i, rows[i], revision, before[a.Statements[i].ID]); err != nil {
			return err
		}
	}
	return nil
}

// insertReport writes what a reading says of the report itself.
func (w *writer) insertReport(a ledger.Addition, revision int64, old current) error {
	r := a.Report
	text, err := w.text(r.Text, old)
	if err != nil {
		return err
	}
	passages, err := ledger.EncodePassages(r.Passages)
	if err != nil {
		return err
	}
	_, err = w.exec(`INSERT INTO readings (id, report, sha256, reader, published, outlet_key, file, uri, outlet, title, author, language, unread, text, passages)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		revision, r.ID, r.SHA256, a.Reader, r.Published.String(), ledger.Key(r.Outlet), r.File, r.URI, r.Outlet,
		r.Title, r.Author, r.Language, r.Unread, text, string(passages))
	if err != nil {
		return err
	}
	_, err = w.sight(r)
	return err
}

func (w *writer) supersede(reading, by int64) error {
	_, err := w.exec(`UPDATE readings SET superseded_by = ? WHERE id = ?`, by, reading)
	if err != nil {
		return err
	}
	_, err = w.exec(`UPDATE statements SET superseded_by = ? WHERE reading = ? AND superseded_by IS NULL`, by, reading)
	return err
}

// text gives the row of a reading's text; a text that did not change is kept once.
func (w *writer) text(text string, old current) (int64, error) {
	hash := ledger.TextHash(text)
	if old.text != 0 && old.textHash == hash {
		return old.text, nil
	}
	id, err := w.insert(`INSERT INTO texts (sha256, body) VALUES (?, ?)`, hash, text)
	if w.firstText == 0 {
		w.firstText = id
	}
	return id, err
}

// actor gives the row of an actor and adds it when it is new.
func (w *writer) actor(a actor) (int64, error) {
	if id, ok := w.actors[a]; ok {
		return id, nil
	}
	var id int64
	err := w.get(`SELECT id FROM actors WHERE ref = ? AND name = ? AND kind = ?`, []any{a.ID, a.Name, string(a.kind)}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = w.insert(`INSERT INTO actors (ref, name, kind, key) VALUES (?, ?, ?, ?)`, a.ID, a.Name, string(a.kind), ledger.Key(a.Name))
	}
	if err != nil {
		return 0, err
	}
	w.actors[a] = id
	return id, nil
}
