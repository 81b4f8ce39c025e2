package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/ledger/sqlite"
)

// TestKill kills `parley add` of a thousand reports at random moments: only whole
// reports are in the ledger, and a second run ends as an undisturbed one. It is about
// the ledger, so the reports are read by the rules, which takes a second and not ten.
func TestKill(t *testing.T) {
	folder := thousand(t)
	k := ledgertest.Kill{
		Command: func(path string) *exec.Cmd {
			return exec.Command("parley", "add", "--only", "rules", "--ledger", path, folder)
		},
		Open: func(t testing.TB, path string) ledger.Store {
			s, err := sqlite.Open(t.Context(), path, sqlite.Options{ReadOnly: true})
			if err != nil {
				t.Fatal(err)
			}
			return s
		},
		Points: 12, Budget: 36 * time.Second,
	}
	if testing.Short() {
		k.Points = 2
	}
	k.Run(t)
}

// thousand writes a folder of a thousand reports, each another one, with statements.
func thousand(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	speakers := []string{"Ilka Brandt", "Tobias Renn", "The harbour master", "Carvonia's president", "An aide to Brandt"}
	sayings := []string{
		" said on Tuesday that talks would resume in %d days.", " told reporters: “We counted %d shells in one night.”",
		" denied that %d barges had crossed the marsh.", " called on Zembla to release %d captives, adding that time was short.",
	}
	for i := range 1000 {
		var b strings.Builder
		fmt.Fprintf(&b, "Marsh report number %d\n%d May 2040\n\n", i, 1+i%31)
		for j := range 2 {
			b.WriteString(speakers[(i+j)%len(speakers)])
			fmt.Fprintf(&b, sayings[(i/5+j)%len(sayings)]+"\n\n", i)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.txt", i)), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}
