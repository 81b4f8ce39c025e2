package sqlite

import (
	"context"
	"database/sql"
)

// session is one transaction with the statements that it has prepared; they end with
// it. It is used by one goroutine.
type session struct {
	ctx   context.Context
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
}

func begin(ctx context.Context, db *sql.DB) (*session, error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	return &session{ctx: ctx, tx: tx, stmts: make(map[string]*sql.Stmt)}, nil
}

// end rolls back what was not committed.
func (s *session) end() { _ = s.tx.Rollback() }

func (s *session) stmt(query string) (*sql.Stmt, error) {
	if st, ok := s.stmts[query]; ok {
		return st, nil
	}
	st, err := s.tx.PrepareContext(s.ctx, query)
	if err != nil {
		return nil, err
	}
	s.stmts[query] = st
	return st, nil
}

func (s *session) exec(query string, args ...any) (sql.Result, error) {
	st, err := s.stmt(query)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(s.ctx, args...)
}

// insert runs an INSERT and gives the row's number.
func (s *session) insert(query string, args ...any) (int64, error) {
	res, err := s.exec(query, args...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// get reads the one row that a query gives; sql.ErrNoRows when it gives none.
func (s *session) get(query string, args []any, dest ...any) error {
	st, err := s.stmt(query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(s.ctx, args...).Scan(dest...)
}

// each runs a query and calls f for every row; f must not run the same query.
func (s *session) each(query string, args []any, f func(scan func(...any) error) error) error {
	st, err := s.stmt(query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(s.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
