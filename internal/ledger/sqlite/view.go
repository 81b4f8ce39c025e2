package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"parley/internal/ledger"
	"parley/internal/news"
)

// view is a reading transaction: all of its queries see the ledger of one moment.
type view struct {
	*session
	last   *news.Report // the report that was loaded last; lists go report by report
	lastOf int64        // its reading
}

// look runs f in a view.
func (s *Store) look(ctx context.Context, op string, f func(*view) error) error {
	tx, err := s.read.start(ctx)
	if err != nil {
		return s.fail(op, err)
	}
	defer tx.end()
	return s.fail(op, f(&view{session: tx}))
}

// sequence makes a sequence of what run yields. Run stops when yield says false.
func sequence[T any](ctx context.Context, s *Store, op string, f ledger.Filter, run func(v *view, yield func(T) bool) error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		if err := f.Validate(); err != nil {
			yield(zero, err)
			return
		}
		stopped := false
		err := s.look(ctx, op, func(v *view) error {
			return run(v, func(t T) bool {
				stopped = !yield(t, nil)
				return !stopped
			})
		})
		if err != nil && !stopped {
			yield(zero, err)
		}
	}
}

// report loads the report of a reading.
func (v *view) report(reading int64) (*news.Report, error) {
	if v.last != nil && v.lastOf == reading {
		return v.last, nil
	}
	var text, passages string
	r, _, err := v.head(`SELECT `+headColumns+`, t.body, r.passages FROM readings r JOIN texts t ON t.id = r.text WHERE r.id = ?`,
		reading, &text, &passages)
	if err != nil {
		return nil, err
	}
	r.Text = text
	if r.Passages, err = ledger.DecodePassages([]byte(passages)); err != nil {
		return nil, damaged("report "+r.ID, err)
	}
	v.last, v.lastOf = r, reading
	return r, nil
}

const headColumns = `r.report, r.sha256, r.reader, r.published, r.file, r.uri, r.outlet, r.title, r.author, r.language, r.unread`

// head loads a report without text and passages, and its reader, by a query for
// headColumns; more takes the columns after those.
func (v *view) head(query string, reading int64, more ...any) (*news.Report, string, error) {
	var r news.Report
	var published, reader string
	columns := []any{&r.ID, &r.SHA256, &reader, &published, &r.File, &r.URI, &r.Outlet, &r.Title, &r.Author, &r.Language, &r.Unread}
	if err := v.get(query, []any{reading}, append(columns, more...)...); err != nil {
		return nil, "", err
	}
	var err error
	r.Published, err = day(published)
	return &r, reader, err
}

// statement decodes the record of a row.
func (v *view) statement(row int64) (s news.Statement, words string, err error) {
	var record string
	if err = v.get(`SELECT record, words FROM records WHERE row = ?`, []any{row}, &record, &words); err != nil {
		return s, "", err
	}
	if s, err = ledger.DecodeStatement([]byte(record)); err != nil {
		return s, "", damaged(fmt.Sprintf("statement in row %d", row), err)
	}
	return s, words, nil
}

// damaged is the error of a stored value that does not have its form.
func damaged(what string, err error) error {
	return &news.Error{
		Code: news.Unavailable, Reason: "damaged",
		Msg: "the ledger is damaged: " + what, Err: err,
	}
}

func day(s string) (news.Day, error) {
	if s == "" {
		return news.Day{}, nil
	}
	d, err := news.ParseDay(s)
	if err != nil {
		return d, damaged("a day", err)
	}
	return d, nil
}

func moment(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return t, damaged("a time", err)
	}
	return t, nil
}

// unique finds the one id in a table that is the given one or begins with it. From is
// the table with conditions that every row meets, without WHERE's end.
func (v *view) unique(kind, from, column, id string) (string, error) {
	if id == "" {
		return "", news.Errorf(news.Invalid, "the id of a %s is missing", kind)
	}
	var found string
	err := v.get("SELECT "+column+" FROM "+from+" AND "+column+" = ? LIMIT 1", []any{id}, &found)
	if err == nil || !errors.Is(err, sql.ErrNoRows) {
		return found, err
	}
	const shown = 4
	var ids []string
	err = v.each("SELECT DISTINCT "+column+" FROM "+from+" AND "+column+" > ? AND "+column+" < ? ORDER BY 1 LIMIT "+fmt.Sprint(shown+1),
		[]any{id, id + "\U0010FFFF"}, func(scan scanner) error {
			err := scan(&found)
			ids = append(ids, found)
			return err
		})
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", news.Errorf(news.NotFound, "the ledger holds no %s %s", kind, id)
	case len(ids) == 1:
		return found, nil
	case len(ids) > shown:
		ids[shown] = "…"
	}
	return "", news.Errorf(news.Invalid, "several %ss begin with %s: %s; give more of the id", kind, id, strings.Join(ids, ", "))
}
