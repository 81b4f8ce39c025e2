package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/ledger/sqlite"
	"parley/internal/news"
)

// run executes SQL on a file behind the store's back.
func run(t testing.TB, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// TestOpenRefuses: what is no usable ledger is refused with a remedy and left as it is.
func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(file("text.db"), bytes.Repeat([]byte("Merovia said no. "), 100), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, file("other.db"), `CREATE TABLE shopping (item TEXT)`)
	run(t, file("marked.db"), `PRAGMA application_id = 77`, `CREATE TABLE goose_db_version (version_id INTEGER)`)
	if err := openAt(t, file("newer.db"), sqlite.Options{}).Close(); err != nil {
		t.Fatal(err)
	}
	run(t, file("newer.db"), `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)`)
	for _, c := range []struct {
		path     string
		readOnly bool
		want     string
	}{
		{file("text.db"), false, "it is not a ledger: name another file with --ledger"},
		{file("text.db"), true, "it is not a ledger"},
		{file("other.db"), false, "a database of another program"},
		{file("other.db"), true, "a database of another program"},
		{file("marked.db"), false, "a database of another program"},
		{file("newer.db"), false, "made by a newer Parley (its tables have version 99, this program knows 1)"},
		{file("newer.db"), true, "made by a newer Parley"},
		{file("missing.db"), true, "there is no ledger"},
		{filepath.Join(dir, "no", "such", "folder.db"), false, "the folder of the ledger"},
		{filepath.Join(file("text.db"), "below-a-file.db"), false, "cannot be used"},
		{dir, false, "is a folder"},
	} {
		before, _ := os.ReadFile(c.path)
		s, err := sqlite.Open(t.Context(), c.path, sqlite.Options{ReadOnly: c.readOnly})
		if err == nil {
			s.Close()
		}
		if news.CodeOf(err) != news.Unavailable || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v (%s), want one with %q", c.path, err, news.CodeOf(err), c.want)
		}
		if after, _ := os.ReadFile(c.path); !bytes.Equal(after, before) {
			t.Errorf("%s was changed", c.path)
		}
	}
	if _, err := os.Stat(file("missing.db")); err == nil {
		t.Error("opening to read made a file")
	}
}

// TestDamaged: damage in the middle of a ledger is named as such.
func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "parley.db")
	s := openAt(t, path, sqlite.Options{})
	fill(t, s, 0, 50)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 8192; i < len(b); i++ { // all but the schema
		b[i] = 0xff
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err = sqlite.Open(t.Context(), path, sqlite.Options{ReadOnly: true})
	if err == nil {
		for _, err = range s.Readings(t.Context(), ledger.Filter{}) {
			break
		}
		s.Close()
	}
	if news.CodeOf(err) != news.Unavailable || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("error %v has code %q, want unavailable, damaged", err, news.CodeOf(err))
	}
}

// TestBegun: a ledger that a killed process had only begun is finished by the next.
func TestBegun(t *testing.T) {
	for _, readOnly := range []bool{false, true} {
		for name, begun := range map[string][]string{
			"empty":  {`VACUUM`},
			"marked": {`PRAGMA application_id = 1349676153`},
			"logged": {`PRAGMA application_id = 1349676153`, `PRAGMA journal_mode = WAL`, `CREATE TABLE goose_db_version (
				id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')))`,
				`INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1)`},
		} {
			path := filepath.Join(t.TempDir(), "parley.db")
			run(t, path, begun...)
			s, err := sqlite.Open(t.Context(), path, sqlite.Options{ReadOnly: readOnly})
			if err != nil {
				t.Errorf("%s, read only %t: %v", name, readOnly, err)
				continue
			}
			for _, err := range s.Reports(t.Context(), ledger.Filter{}) {
				t.Errorf("%s, read only %t: %v", name, readOnly, err)
			}
			s.Close()
		}
	}
}

// TestPaths: no sign in a path is taken for something else.
func TestPaths(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, path := range []string{"a b.db", "50%.db", "x?mode=memory.db", "a#b.db", "ünï&=;.db", "file:x.db", "%41.db", "-", ":memory:", "./sub/../p.db"} {
		if strings.Contains(path, "sub") {
			if err := os.Mkdir("sub", 0o755); err != nil {
				t.Fatal(err)
			}
		}
		s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
		if err != nil {
			t.Errorf("%q: %v", path, err)
			continue
		}
		if err := s.Close(); err != nil {
			t.Errorf("%q: %v", path, err)
		}
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%q: no ledger there: %v", path, err)
		}
		if _, err := os.Stat(path + "-wal"); err == nil {
			t.Errorf("%q: Close left a journal", path)
		}
	}
}

// TestCreateAtOnce: several processes may make the same ledger.
func TestCreateAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "parley.db")
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
			if err != nil {
				t.Errorf("Open: %v", err)
				return
			}
			defer s.Close()
			if _, err := s.Add(context.Background(), ledgertest.Corpus(i, 500)); err != nil {
				t.Errorf("Add: %v", err)
			}
		})
	}
	wg.Wait()
	s := openAt(t, path, sqlite.Options{ReadOnly: true})
	defer s.Close()
	n := 0
	for _, err := range s.Reports(t.Context(), ledger.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 6 {
		t.Errorf("%d reports, want 6", n)
	}
}

// TestLocked: a ledger that another process is writing to can be read, and adding
// says what is the matter.
func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "parley.db")
	s := openAt(t, path, sqlite.Options{Wait: 20 * time.Millisecond})
	defer s.Close()
	if _, err := s.Add(t.Context(), ledgertest.Corpus(0, 500)); err != nil {
		t.Fatal(err)
	}
	other, err := sql.Open("sqlite", path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Add(t.Context(), ledgertest.Corpus(1, 500))
	if news.CodeOf(err) != news.Unavailable || !strings.Contains(err.Error(), "another process is writing to it") {
		t.Errorf("error %v has code %q", err, news.CodeOf(err))
	}
	if _, err := s.Report(t.Context(), ledgertest.Corpus(0, 500).Report.ID); err != nil {
		t.Errorf("reading while another writes: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), ledgertest.Corpus(1, 500)); err != nil {
		t.Errorf("adding when the other is done: %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "parley.db")
	w := openAt(t, path, sqlite.Options{})
	defer w.Close()
	r := openAt(t, path, sqlite.Options{ReadOnly: true})
	defer r.Close()
	a := ledgertest.Corpus(0, 500)
	if _, err := w.Add(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Report(t.Context(), a.Report.ID); err != nil {
		t.Errorf("what another process added is not seen: %v", err)
	}
	_, err := r.Add(t.Context(), a)
	if news.CodeOf(err) != news.Unavailable || !strings.Contains(err.Error(), "read only") {
		t.Errorf("Add: %v", err)
	}
}

// TestClock: revisions and sightings are dated by the clock that was given.
func TestClock(t *testing.T) {
	now := time.Date(2031, 11, 2, 9, 30, 0, 123456789, time.FixedZone("", 3600))
	s := openAt(t, filepath.Join(t.TempDir(), "parley.db"), sqlite.Options{Now: func() time.Time { return now }})
	defer s.Close()
	a := ledgertest.Corpus(0, 500)
	if _, err := s.Add(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	rd, err := s.Report(t.Context(), a.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !rd.At.Equal(now) || !rd.Sightings[0].At.Equal(now) {
		t.Errorf("dated %v and %v, want %v", rd.At, rd.Sightings[0].At, now)
	}
}

// TestOddStrings: what the outside gives as it is, such as a path in another
// character set, comes back byte by byte.
func TestOddStrings(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "parley.db"), sqlite.Options{})
	defer s.Close()
	a := ledgertest.Corpus(0, 500)
	a.Report.File = "pages/\xe9t\xe9.html"
	a.Report.Title = "a\x00b"
	if _, err := s.Add(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	rd, err := s.Report(t.Context(), a.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	if rd.Report.File != a.Report.File || rd.Report.Title != a.Report.Title || rd.Sightings[0].File != a.Report.File {
		t.Errorf("came back as %q, %q, %q", rd.Report.File, rd.Report.Title, rd.Sightings[0].File)
	}
}
