package sqlite

import (
	"context"
	"database/sql"
	"sync"

	"parley/internal/news"
)

// sessions are the connections of a store to its file. Database/sql's own transactions
// and statements start a goroutine for every query, to watch its context, and prepare
// anew what another connection has prepared; that costs several times as much as the
// short queries by which lists are fetched. So a session holds one connection, with
// BEGIN and ROLLBACK said by hand and with its own prepared statements, and goes back
// to the idle ones after use.
type sessions struct {
	db    *sql.DB
	begin string        // how a transaction begins
	slot  chan struct{} // holds the one session in use; nil when there may be any number

	mu     sync.Mutex
	idle   []*session
	closed bool
}

// maxIdle is how many sessions are kept for later use.
const maxIdle = 4

// reading makes sessions that see the ledger of the moment of their first query.
func reading(db *sql.DB) *sessions { return &sessions{db: db, begin: "BEGIN"} }

// writing makes sessions that may write, one at a time: the others wait in line here
// rather than try again and again for the file's lock.
func writing(db *sql.DB) *sessions {
	return &sessions{db: db, begin: "BEGIN IMMEDIATE", slot: make(chan struct{}, 1)}
}

// close closes the idle connections, and lets those in use close after their use.
func (p *sessions) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	for _, s := range p.idle {
		s.drop()
	}
	p.idle = nil
	return p.db.Close()
}

// session is one connection in a transaction, used by one goroutine. Its methods take
// queries that constants spell, but for list.
type session struct {
	ctx   context.Context
	quick context.Context // ctx without its end, which is looked at between queries
	conn  *sql.Conn
	stmts map[string]*sql.Stmt
	pool  *sessions
	open  bool // the transaction is neither committed nor rolled back
}

// start takes a session and begins its transaction.
func (p *sessions) start(ctx context.Context) (*session, error) {
	if p.slot != nil {
		select {
		case p.slot <- struct{}{}:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	s, err := p.take(ctx)
	if err != nil {
		p.free()
		return nil, err
	}
	if _, err := s.conn.ExecContext(ctx, p.begin); err != nil {
		s.end()
		return nil, err
	}
	s.open = true
	return s, nil
}

func (p *sessions) take(ctx context.Context) (s *session, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch last := len(p.idle) - 1; {
	case p.closed:
		return nil, news.Errorf(news.Unavailable, "the ledger is closed")
	case last >= 0:
		s, p.idle = p.idle[last], p.idle[:last]
	default:
		s = &session{pool: p, stmts: make(map[string]*sql.Stmt)}
		if s.conn, err = p.db.Conn(ctx); err != nil {
			return nil, err
		}
	}
	s.ctx, s.quick = ctx, context.WithoutCancel(ctx)
	return s, nil
}

func (p *sessions) free() {
	if p.slot != nil {
		<-p.slot
	}
}

// end undoes what was not committed and gives the session back.
func (s *session) end() {
	var err error
	if s.open {
		_, err = s.conn.ExecContext(s.quick, "ROLLBACK")
	}
	s.ctx, s.quick, s.open = nil, nil, false
	p := s.pool
	p.mu.Lock()
	if err == nil && !p.closed && len(p.idle) < maxIdle {
		p.idle = append(p.idle, s)
	} else {
		s.drop()
	}
	p.mu.Unlock()
	p.free()
}

// drop closes the session's connection. Errors would say nothing: all that counts was
// committed or rolled back.
func (s *session) drop() {
	for _, st := range s.stmts {
		_ = st.Close()
	}
	_ = s.conn.Close()
}

// commit ends the transaction for good. It is not broken off half way: either it
// fails or all is kept.
func (s *session) commit() error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	_, err := s.conn.ExecContext(s.quick, "COMMIT")
	s.open = err != nil
	return err
}

func (s *session) stmt(query string) (*sql.Stmt, error) {
	if err := s.ctx.Err(); err != nil {
		return nil, err
	}
	if st, ok := s.stmts[query]; ok {
		return st, nil
	}
	st, err := s.conn.PrepareContext(s.quick, query)
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
	return st.ExecContext(s.quick, args...)
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
	return st.QueryRowContext(s.quick, args...).Scan(dest...)
}

// scanner reads the columns of a row.
type scanner func(dest ...any) error

// each runs a query and calls f for every row; f must not run the same query.
func (s *session) each(query string, args []any, f func(scanner) error) error {
	st, err := s.stmt(query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(s.quick, args...)
	return forRows(rows, err, f)
}

// list is each for a query that was put together for a filter and is not kept.
func (s *session) list(query string, args []any, f func(scanner) error) error {
	rows, err := s.conn.QueryContext(s.ctx, query, args...)
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
