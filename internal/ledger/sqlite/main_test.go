package sqlite_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/ledger/sqlite"
)

// killedLedger, when set, makes the test binary the program that TestKill kills.
const killedLedger = "PARLEY_TEST_KILLED_LEDGER"

func TestMain(m *testing.M) {
	if path := os.Getenv(killedLedger); path != "" {
		if err := addThousand(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// addThousand adds a thousand small reports, one to thirty in a transaction, and
// names each when it is added.
func addThousand(path string) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	for i, size := 0, 1; i < 1000; size = size*7%31 + 1 {
		var group []ledger.Addition
		for range min(size, 1000-i) {
			group = append(group, ledgertest.Corpus(i, 500))
			i++
		}
		results, err := s.Add(ctx, group...)
		if err != nil {
			return err
		}
		for j, r := range results {
			if r.Err != nil {
				return r.Err
			}
			fmt.Println(group[j].Report.ID)
		}
	}
	return nil
}

// TestKill kills the program that adds a thousand reports at random moments.
func TestKill(t *testing.T) {
	k := ledgertest.Kill{
		Command: func(path string) *exec.Cmd {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), killedLedger+"="+path)
			return cmd
		},
		Open: func(t testing.TB, path string) ledger.Store {
			return openAt(t, path, sqlite.Options{ReadOnly: true})
		},
		Named:  func(line string) string { return line },
		Points: 20, Budget: 45 * time.Second,
	}
	if testing.Short() {
		k.Points = 4
	}
	k.Run(t)
}

// TestKillAtOnce kills it in its first milliseconds, while it makes its tables, and
// then reads: about one kill in seven leaves a journal that only a writer can undo.
func TestKillAtOnce(t *testing.T) {
	dir, kills := t.TempDir(), 25
	if testing.Short() {
		kills = 5
	}
	for i := range kills {
		path := filepath.Join(dir, strconv.Itoa(i)+".db")
		killWhileBeginning(t, path)
		s := openAt(t, path, sqlite.Options{ReadOnly: true})
		for _, err := range s.Readings(t.Context(), ledger.Filter{}) {
			if err != nil {
				t.Fatalf("after kill %d: %v", i, err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func killWhileBeginning(t *testing.T, path string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), killedLedger+"="+path)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 10_000 {
		if _, err := os.Stat(path); err == nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	time.Sleep(time.Duration(rand.Int64N(int64(12 * time.Millisecond))))
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}
