package sqlite_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/ledger/sqlite"
)

// reread makes a ledger with a report that was read twice.
func reread(t testing.TB) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "parley.db")
	s := openAt(t, path, sqlite.Options{})
	defer s.Close()
	a := ledgertest.Corpus(0, 1500)
	if _, err := s.Add(t.Context(), a, ledgertest.As("parley/test+rules-2", a), ledgertest.Corpus(1, 1500)); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAppendOnly: the file itself refuses to forget.
func TestAppendOnly(t *testing.T) {
	db, err := sql.Open("sqlite", reread(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, change := range []string{
		`DELETE FROM revisions`, `DELETE FROM texts`, `DELETE FROM readings`, `DELETE FROM sightings`,
		`DELETE FROM actors`, `DELETE FROM statements`, `DELETE FROM records`,
		`UPDATE revisions SET at = ''`, `UPDATE texts SET body = ''`, `UPDATE readings SET title = 'x'`,
		`UPDATE sightings SET file = 'x'`, `UPDATE actors SET name = 'x'`, `UPDATE statements SET mode = 'direct'`,
		`UPDATE records SET words = ''`, `UPDATE statements SET superseded_by = NULL WHERE superseded_by IS NOT NULL`,
		`UPDATE statements SET superseded_by = 3 WHERE superseded_by IS NOT NULL`, `UPDATE readings SET superseded_by = NULL`,
		`INSERT INTO readings SELECT 3, NULL, report, sha256, reader, published, outlet_key, file, uri, outlet, title, author, language, unread, text, passages FROM readings WHERE id = 2`,
	} {
		if _, err := db.Exec(change); err == nil {
			t.Errorf("%s went through", change)
		}
	}
}

// TestFullTextWhole: the full text holds what the tables hold.
func TestFullTextWhole(t *testing.T) {
	path := reread(t)
	run(t, path, `INSERT INTO text_words (text_words, rank) VALUES ('integrity-check', 1)`,
		`INSERT INTO record_words (record_words, rank) VALUES ('integrity-check', 1)`)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var check string
	if err := db.QueryRow(`PRAGMA integrity_check`).Scan(&check); err != nil || check != "ok" {
		t.Errorf("integrity_check: %s, %v", check, err)
	}
	var texts, statements int
	if err := db.QueryRow(`SELECT (SELECT count(*) FROM texts), (SELECT count(*) FROM statements WHERE supersedes IS NOT NULL)`).Scan(&texts, &statements); err != nil {
		t.Fatal(err)
	}
	if texts != 2 || statements == 0 {
		t.Errorf("%d texts, want 2: a new reading of the same text keeps none; %d statements supersede, want some", texts, statements)
	}
}

// TestVerifyFindsTampering: what was changed behind the store's back is found out.
func TestVerifyFindsTampering(t *testing.T) {
	for _, c := range []struct{ name, drop, change, want string }{
		{"text outside any statement", `DROP TRIGGER texts_hold`, `UPDATE texts SET body = replace(body, 'Read more', 'Raed more')`, "not the one that was added"},
		{"stored words", `DROP TRIGGER records_hold`, `UPDATE records SET words = words || '!'`, "is not what it quotes"},
		{"a span", `DROP TRIGGER records_hold`, `UPDATE records SET record = json_set(record, '$.content[0][0]', json_extract(record, '$.content[0][0]') + 1)`, "id does not follow"},
		{"a speaker without reason", `DROP TRIGGER records_hold`, `UPDATE records SET record = json_remove(record, '$.speaker.name')`, "without a reason"},
	} {
		path := reread(t)
		run(t, path, c.drop, c.change)
		s := openAt(t, path, sqlite.Options{ReadOnly: true})
		found := ""
		for rd, err := range s.Readings(t.Context(), ledger.Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range ledger.Verify(rd) {
				found += p.Err.Error() + "\n"
			}
		}
		if !strings.Contains(found, c.want) {
			t.Errorf("%s: Verify says %q, want %q", c.name, found, c.want)
		}
		s.Close()
	}
}
