package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"parley/internal/ledger"
	"parley/internal/news"
)

// Store is a ledger in a SQLite file. Open makes one.
type Store struct {
	path  string
	opts  Options
	write *sessions // nil when read-only
	read  *sessions
}

var _ ledger.Store = (*Store)(nil)

// Options say how to open a ledger.
type Options struct {
	ReadOnly bool             // add nothing; the file must exist. Older tables are still brought up to date
	Now      func() time.Time // the clock that dates revisions; time.Now when nil
	Wait     time.Duration    // for another process that writes; ten seconds when zero
}

// Open opens the ledger at path and, unless it is to be read only, makes it when
// there is none and brings an older one up to this version's tables. A file that is
// no ledger is left untouched. Errors are Unavailable and say what to do.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, unavailable(err, "ledger %s: %v", path, err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Wait == 0 {
		o.Wait = 10 * time.Second
	}
	s := &Store{path: path, opts: o}
	if err := checkPath(path, o.ReadOnly); err != nil {
		return nil, err
	}
	if o.ReadOnly {
		err = s.openRead(ctx, abs)
	} else {
		err = s.openWrite(ctx, abs)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// checkPath tells in plain words what SQLite would only call "unable to open".
func checkPath(path string, readOnly bool) error {
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return unavailable(nil, "%s is a folder, not a ledger", path)
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return unavailable(err, "the ledger %s cannot be used: %v", path, err)
	case readOnly:
		return unavailable(err, "there is no ledger at %s: make one with parley add, or name another with --ledger", path)
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return unavailable(err, "the folder of the ledger %s does not exist", path)
	}
	return nil
}

func (s *Store) openWrite(ctx context.Context, abs string) error {
	db := s.file(abs, "mode=rwc", "_txlock=immediate", "_pragma=synchronous(FULL)", "_pragma=foreign_keys(1)", "_pragma=cache_size(-32768)")
	s.write = writing(db)
	if err := prepareTables(ctx, db, s.path); err != nil {
		return err
	}
	s.read = reading(s.file(abs, "mode=ro", "_pragma=cache_size(-16384)"))
	return nil
}

// openRead opens for reading only. A ledger that an older version made, or that a
// killed process had only begun, is brought up to date first.
func (s *Store) openRead(ctx context.Context, abs string) error {
	if holdsData(abs + "-journal") { // begun and left: only a writer can undo it
		if err := s.bringUpToDate(ctx); err != nil {
			return err
		}
	}
	db := s.fileToRead(ctx, abs)
	s.read = reading(db)
	have, err := inspect(ctx, db, s.path)
	if err != nil || have.version == latest {
		return err
	}
	// What was opened before may go on seeing the file as it was.
	if err := errors.Join(s.read.close(), s.bringUpToDate(ctx)); err != nil {
		return err
	}
	s.read = reading(s.fileToRead(ctx, abs))
	return nil
}

// bringUpToDate opens the ledger once for writing, which undoes what a killed process
// left half done and makes its tables those of the latest version.
func (s *Store) bringUpToDate(ctx context.Context) error {
	w, err := Open(ctx, s.path, Options{Now: s.opts.Now, Wait: s.opts.Wait})
	if err != nil {
		return err
	}
	return w.Close()
}

// holdsData tells whether a file is there and not empty.
func holdsData(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// fileToRead is the file for reading. In a folder that cannot be written SQLite cannot
// share a write-ahead log; when there is none left to share, the file is whole and is
// read as one that nobody changes.
func (s *Store) fileToRead(ctx context.Context, abs string) *sql.DB {
	db := s.file(abs, "mode=ro", "_pragma=cache_size(-16384)")
	_, err := db.ExecContext(ctx, "SELECT count(*) FROM sqlite_schema")
	if err == nil || !cannotShare(err) {
		return db
	}
	if holdsData(abs + "-wal") {
		return db // the error comes again at the first use, with its remedy
	}
	_ = db.Close() // it never held anything
	return s.file(abs, "immutable=1")
}

// file names the file with its parameters; it is opened at its first use. The path
// goes in as a URI, so that no sign in it is taken for a parameter.
func (s *Store) file(abs string, params ...string) *sql.DB {
	p := filepath.ToSlash(abs)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a drive letter
	}
	u := url.URL{Scheme: "file", OmitHost: true, Path: p}
	params = append(params, fmt.Sprintf("_pragma=busy_timeout(%d)", s.opts.Wait.Milliseconds()), "_pragma=temp_store(MEMORY)")
	u.RawQuery = strings.Join(params, "&")
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		panic(err) // only an unregistered driver
	}
	return db
}

// Close implements ledger.Store. It leaves one file, without a journal beside it,
// when no other process has the ledger open.
func (s *Store) Close() error {
	var errs []error
	if s.read != nil {
		errs = append(errs, s.read.close())
	}
	if s.write != nil {
		errs = append(errs, s.write.close())
	}
	if err := errors.Join(errs...); err != nil {
		return s.fail("close", err)
	}
	return nil
}

func unavailable(cause error, format string, args ...any) *news.Error {
	e := news.Errorf(news.Unavailable, format, args...)
	e.Reason = reasonOf(cause)
	return e
}
