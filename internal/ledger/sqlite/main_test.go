package sqlite_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
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
