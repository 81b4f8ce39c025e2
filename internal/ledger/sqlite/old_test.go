package sqlite_test

import (
	"bytes"
	"compress/gzip"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/ledger/sqlite"
)

var update = flag.Bool("update", false, "write testdata/v1.db.gz and v1.jsonl anew; only before version 1 is released")

// TestOldLedgers: a ledger that version 1 of the tables made is read, and added to, as
// on the day it was made.
func TestOldLedgers(t *testing.T) {
	if *update {
		makeOld(t, "testdata/v1")
	}
	path := filepath.Join(t.TempDir(), "parley.db")
	if err := os.WriteFile(path, gunzip(t, "testdata/v1.db.gz"), 0o644); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/v1.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{true, false} {
		s := openAt(t, path, sqlite.Options{ReadOnly: readOnly})
		if got := dumpOf(t, s); got != string(want) {
			t.Errorf("read only %t: the ledger reads as\n%s\nwant\n%s", readOnly, got, want)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := openAt(t, path, sqlite.Options{})
	defer s.Close()
	for _, a := range oldAdditions() {
		results, err := s.Add(t.Context(), a)
		if err != nil || results[0].Err != nil {
			t.Errorf("adding %s again: %v, %v", a.Report.File, results, err)
		}
	}
}

func oldAdditions() []ledger.Addition {
	a := ledgertest.Corpus(1, 900)
	return []ledger.Addition{a, ledgertest.Corpus(2, 900), ledgertest.At("copy.txt", a), ledgertest.As("parley/test+rules-2", a)}
}

func makeOld(t *testing.T, name string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "parley.db")
	s := openAt(t, path, sqlite.Options{Now: func() time.Time { return time.Date(2031, 11, 2, 9, 30, 0, 0, time.UTC) }})
	if _, err := s.Add(t.Context(), oldAdditions()...); err != nil {
		t.Fatal(err)
	}
	dump := dumpOf(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for file, content := range map[string][]byte{name + ".db.gz": packed.Bytes(), name + ".jsonl": []byte(dump)} {
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func gunzip(t *testing.T, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func dumpOf(t *testing.T, s ledger.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := ledger.Dump(t.Context(), s, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// FuzzSearch: whatever is typed, SQLite never sees a query that it cannot read.
func FuzzSearch(f *testing.F) {
	for _, seed := range []string{"bridge", `"grain truck" gu*`, "a:b NEAR(c) ^d", "é\x00 “x*", `"`, "ⅷ 𐤀"} {
		f.Add(seed)
	}
	s := openAt(f, filepath.Join(f.TempDir(), "parley.db"), sqlite.Options{})
	defer s.Close()
	fill(f, s, 0, 5)
	f.Fuzz(func(t *testing.T, typed string) {
		q, err := ledger.ParseQuery(typed)
		if err != nil {
			return
		}
		for hit, err := range s.Search(t.Context(), q, ledger.Filter{Limit: 3}) {
			if err != nil {
				t.Fatalf("%+v: %v", q, err)
			}
			if !hit.At.IsZero() && hit.At.In(hit.Report.Text) != hit.Snippet {
				t.Fatalf("%+v: snippet %q is not at its place", q, hit.Snippet)
			}
		}
	})
}
