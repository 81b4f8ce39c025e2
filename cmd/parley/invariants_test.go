package main

import (
	"bytes"
	"database/sql"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/ledger"
	"parley/internal/ledger/sqlite"
	"parley/internal/news"
	"parley/internal/page"
	"parley/internal/record"
	"parley/internal/text"
)

// examples is the folder of the invented corpus.
var examples = filepath.Join("..", "..", "examples")

// own are the flags that read the invented corpus with its own files.
var own = []string{"-d", filepath.Join(examples, "tesmar.actors"), "-d", filepath.Join(examples, "tesmar.dossier")}

// runs runs a command line and gives what it prints.
func runs(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	m := &Main{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs}
	if got := m.Run(t.Context(), args); got != want {
		t.Fatalf("parley %q: exit code %d, want %d\n%s", args, got, want, &errs)
	}
	return out.String()
}

// TestSpans reads every page of the examples and holds each record against the
// report's text: what is quoted stands there, at that place, in code points.
func TestSpans(t *testing.T) {
	args := append([]string{"read", "-f", "jsonl", filepath.Join(examples, "pages")}, own...)
	reports := map[string]*news.Report{}
	n := 0
	err := record.Lines(strings.NewReader(runs(t, exitDone, args...)), func(line int, r record.Statement) error {
		n++
		rep := reports[r.Report.File]
		if rep == nil {
			rep = open(t, r.Report.File)
			reports[r.Report.File] = rep
		}
		s, err := r.Back(rep, text.NewMapper(rep.Text))
		if err != nil {
			return err
		}
		for _, c := range r.Content {
			if c.Text == "" || string([]rune(rep.Text)[c.Start:c.End]) != c.Text {
				t.Errorf("%s: content %d-%d is not %q", r.ID, c.Start, c.End, c.Text)
			}
		}
		return s.Validate(rep)
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < 150 {
		t.Errorf("%d statements, want at least 150", n)
	}
}

func open(t *testing.T, name string) *news.Report {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rep, err := page.Parse(name, b, page.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// TestSameBytes reads the examples on one processor and on two, and again: the
// bytes are the same.
func TestSameBytes(t *testing.T) {
	args := append([]string{"read", "-f", "jsonl", filepath.Join(examples, "pages")}, own...)
	var first []byte
	for _, procs := range []string{"1", "2", "2"} {
		cmd := exec.Command("parley", args...)
		cmd.Env = append(os.Environ(), "GOMAXPROCS="+procs)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out
		}
		if len(out) == 0 || !bytes.Equal(out, first) {
			t.Errorf("GOMAXPROCS=%s: other bytes", procs)
		}
	}
}

// filled makes a ledger of the examples. They are read once; every further ledger is a copy.
func filled(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "parley.db")
	if examplesLedger == nil {
		add(t, path)
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		examplesLedger = b
	} else if err := os.WriteFile(path, examplesLedger, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// examplesLedger is the file that filled copies.
var examplesLedger []byte

func add(t *testing.T, path string) {
	t.Helper()
	runs(t, exitDone, append([]string{"add", "--ledger", path, filepath.Join(examples, "pages")}, own...)...)
}

func dump(t *testing.T, path string) string {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var b bytes.Buffer
	if err := ledger.Dump(t.Context(), s, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAddTwice adds the examples again, with the same reader: nothing changes.
func TestAddTwice(t *testing.T) {
	path := filled(t)
	before := dump(t, path)
	add(t, path)
	if dump(t, path) != before {
		t.Error("adding the same bytes again changed the ledger")
	}
	if got := runs(t, exitDone, "export", "--ledger", path); got != runs(t, exitDone, "statements", "-f", "jsonl", "--ledger", path) {
		t.Error("export and statements differ")
	}
}

// TestCheckFindsTampering changes a ledger behind parley's back, one row each time:
// check names it.
func TestCheckFindsTampering(t *testing.T) {
	runs(t, exitDone, "check", "--ledger", filled(t))
	for name, c := range map[string]struct{ change, want string }{
		"text":  {`UPDATE texts SET body = replace(body, 'e', 'a') WHERE id = 1`, "the stored text is not the one that was added"},
		"words": {`UPDATE records SET words = 'nothing of the kind' WHERE row = 1`, "is not what it quotes"},
		"span":  {`UPDATE records SET record = replace(record, '"content":[[', '"content":[[1') WHERE row = 1`, "does not hold"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t)
			tamper(t, path, c.change)
			if got := runs(t, exitFailed, "check", "--ledger", path); !strings.Contains(got, "does not hold: ") || !strings.Contains(got, c.want) {
				t.Errorf("check says\n%s", got)
			}
		})
	}
}

// tamper takes the triggers away that forbid changes and makes one.
func tamper(t *testing.T, path, change string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		t.Fatal(err)
	}
	var triggers []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		triggers = append(triggers, name)
	}
	for _, name := range triggers {
		if _, err := db.Exec("DROP TRIGGER " + name); err != nil {
			t.Fatal(err)
		}
	}
	res, err := db.Exec(change)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := res.RowsAffected(); n != 1 {
		t.Fatalf("%s changed %d rows", change, n)
	}
}

// TestDamagedLedger: a file of which the end is gone cannot be used, exit code 3.
func TestDamagedLedger(t *testing.T) {
	path := filled(t)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, info.Size()/2); err != nil {
		t.Fatal(err)
	}
	runs(t, exitLedger, "statements", "--ledger", path)
}

// TestEveryExampleIsRead: no page of the examples is refused, and each gives its
// report.
func TestEveryExampleIsRead(t *testing.T) {
	files := 0
	err := filepath.WalkDir(filepath.Join(examples, "pages"), func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got := runs(t, exitDone, "reports", "-f", "jsonl", "--ledger", filled(t))
	if n := strings.Count(got, "\n"); n != files {
		t.Errorf("%d reports of %d files", n, files)
	}
}

// TestReadme holds the README's first screen against the example page and what
// parley reads in it.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(readme), "```")
	if len(blocks) < 5 {
		t.Fatal("the README has not the two blocks of its first screen")
	}
	name := filepath.Join(examples, "pages", "tune", "tmp-brandl-radio.txt")
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	holdsLines(t, "the page", string(page), blocks[1])
	holdsLines(t, "what parley reads", runs(t, exitDone, append([]string{"read", name}, own...)...), blocks[3])
}

func holdsLines(t *testing.T, what, text, block string) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimPrefix(block, "text\n"), "\n") {
		if !strings.Contains(text, line) {
			t.Errorf("%s does not hold the README's line %q", what, line)
		}
	}
}
