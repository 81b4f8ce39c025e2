package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"parley/internal/news"
)

//go:embed migrations/*.sql
var migrations embed.FS

// latest is the version of the tables that this program knows: the number of the last
// file in migrations/.
const latest = 1

// application marks SQLite files that are ledgers: "Prly".
const application = 0x50726c79

// contents is what a file holds.
type contents struct {
	application int64
	tables      int
	version     int64 // of the ledger's tables; 0 when they are not there yet
}

// inspect looks at a file without changing it. It is an error when the file is
// something other than a ledger that this version can use.
func inspect(ctx context.Context, db *sql.DB, path string) (contents, error) {
	var c contents
	var versioned bool
	err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_schema),
		EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'goose_db_version')`).
		Scan(&c.application, &c.tables, &versioned)
	if err != nil {
		return c, failAt(path, "read its head", err)
	}
	if c.application != application && (c.application != 0 || c.tables != 0) {
		e := news.Errorf(news.Unavailable, "%s is a database of another program, not a ledger: name another file with --ledger", path)
		e.Reason = "not a ledger"
		return c, e
	}
	if versioned {
		err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&c.version)
		if err != nil {
			return c, failAt(path, "read its version", err)
		}
	}
	if c.version > latest {
		e := news.Errorf(news.Unavailable, "the ledger %s was made by a newer Parley (its tables have version %d, this program knows %d): use that Parley, or name another ledger with --ledger", path, c.version, latest)
		e.Reason = "newer"
		return c, e
	}
	return c, nil
}

// prepareTables makes sure that the file is a ledger with tables of the latest
// version. Several processes may do so at once on the same file.
func prepareTables(ctx context.Context, db *sql.DB, path string) error {
	have, err := inspect(ctx, db, path)
	if err != nil {
		return err
	}
	if have.application == 0 {
		if _, err := db.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d`, application)); err != nil {
			return failAt(path, "mark it as a ledger", err)
		}
	}
	if _, err := db.ExecContext(ctx, `PRAGMA journal_mode = WAL`); err != nil {
		return failAt(path, "set its journal", err)
	}
	if have.version == latest {
		return nil
	}
	if err := migrate(ctx, db); err != nil {
		// Another process may have been faster: then all is well.
		if have, again := inspect(ctx, db, path); again != nil || have.version != latest {
			return failAt(path, "bring its tables up to date", err)
		}
	}
	return nil
}

func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}
