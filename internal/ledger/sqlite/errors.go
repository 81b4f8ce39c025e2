package sqlite

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"parley/internal/news"
)

// remedies say, by SQLite's primary result code, what is wrong with a ledger and what
// helps.
var remedies = map[int]string{
	sqlite3.SQLITE_BUSY:     "another process is writing to it: try again when that is done",
	sqlite3.SQLITE_LOCKED:   "another process is writing to it: try again when that is done",
	sqlite3.SQLITE_NOTADB:   "it is not a ledger: name another file with --ledger",
	sqlite3.SQLITE_CORRUPT:  "it is damaged: take a copy from before, or add the reports to a new ledger",
	sqlite3.SQLITE_FULL:     "the disk is full: make room and run again",
	sqlite3.SQLITE_READONLY: "it cannot be written: check the rights of the file and of its folder",
	sqlite3.SQLITE_PERM:     "it cannot be used: check the rights of the file and of its folder",
	sqlite3.SQLITE_AUTH:     "it cannot be used: check the rights of the file and of its folder",
	sqlite3.SQLITE_IOERR:    "the disk fails: check it, and take a copy of the ledger",
	sqlite3.SQLITE_CANTOPEN: "it cannot be opened: check the rights of the file and of its folder; " +
		"to read a ledger in a folder that cannot be written, copy it with the files beside it that begin with its name",
}

// resultCode is SQLite's extended result code in err's chain, 0 without one.
func resultCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// cannotShare reports whether a file could not be opened because its write-ahead log
// cannot be shared here.
func cannotShare(err error) bool {
	code := resultCode(err) & 0xff
	return code == sqlite3.SQLITE_CANTOPEN || code == sqlite3.SQLITE_READONLY
}

// reasonOf is a short name of the cause, for Error.Reason.
func reasonOf(err error) string {
	switch resultCode(err) & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "locked"
	case sqlite3.SQLITE_NOTADB:
		return "not a ledger"
	case sqlite3.SQLITE_CORRUPT:
		return "damaged"
	}
	return ""
}

// fail makes the error of a failed operation on the ledger. The context's own errors
// and news.Errors keep their kind.
func (s *Store) fail(op string, err error) error { return failAt(s.path, op, err) }

func failAt(path, op string, err error) error {
	var known *news.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("ledger %s: %s: %w", path, op, err)
	}
	code := news.Internal
	remedy, ok := remedies[resultCode(err)&0xff]
	if ok {
		code = news.Unavailable
	} else {
		remedy = op
	}
	return &news.Error{Code: code, Reason: reasonOf(err), Msg: fmt.Sprintf("the ledger %s cannot be used: %s", path, remedy), Err: err}
}
