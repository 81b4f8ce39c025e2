package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// connection is a pool of connections with the fixed statements that were prepared on
// it: to prepare one costs several times as much as to run it. A pool for writing
// keeps none, since its one connection is taken while there is a transaction.
type connection struct {
	*sql.DB
	writes bool
	mu     sync.Mutex
	stmts  map[string]*sql.Stmt
}

func newConnection(db *sql.DB) *connection {
	return &connection{DB: db, stmts: make(map[string]*sql.Stmt)}
}

// forWriting lets the pool have one connection, so that writers queue for it rather
// than try again and again for the lock.
func (c *connection) forWriting() *connection {
	c.SetMaxOpenConns(1)
	c.writes = true
	return c
}

// stmt gives the prepared statement of a query that a constant spells.
func (c *connection) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if st, ok := c.stmts[query]; ok {
		return st, nil
	}
	st, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	c.stmts[query] = st
	return st, nil
}

// close closes statements and connections.
func (c *connection) close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	var errs []error
	for _, st := range c.stmts {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, c.Close())...)
}

// session is one transaction, used by one goroutine. Its methods take queries that
// constants spell, but for list.
type session struct {
	ctx   context.Context
	conn  *connection
	tx    *sql.Tx
	stmts map[string]*sql.Stmt // bound to tx
}

func begin(ctx context.Context, conn *connection) (*session, error) {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	return &session{ctx: ctx, conn: conn, tx: tx, stmts: make(map[string]*sql.Stmt)}, nil
}

// end rolls back what was not committed.
func (s *session) end() { _ = s.tx.Rollback() }

func (s *session) stmt(query string) (*sql.Stmt, error) {
	if st, ok := s.stmts[query]; ok {
		return st, nil
	}
	st, err := s.prepare(query)
	if err != nil {
		return nil, err
	}
	s.stmts[query] = st
	return st, nil
}

func (s *session) prepare(query string) (*sql.Stmt, error) {
	if s.conn.writes {
		return s.tx.PrepareContext(s.ctx, query)
	}
	st, err := s.conn.stmt(s.ctx, query)
	if err != nil {
		return nil, err
	}
	return s.tx.StmtContext(s.ctx, st), nil
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

// scanner reads the columns of a row.
type scanner func(dest ...any) error

// each runs a query and calls f for every row; f must not run the same query.
func (s *session) each(query string, args []any, f func(scanner) error) error {
	st, err := s.stmt(query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(s.ctx, args...)
	return forRows(rows, err, f)
}

// list is each for a query that was put together for a filter and is not kept.
func (s *session) list(query string, args []any, f func(scanner) error) error {
	rows, err := s.tx.QueryContext(s.ctx, query, args...)
	return forRows(rows, err, f)
}

func forRows(rows *sql.Rows, err error, f func(scanner) error) error {
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
