package parley_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers lists the packages from the ground up; a package imports only packages of
// lower layers, or of its own layer where the architecture says so.
var layers = [][]string{
	{"data", "internal/news"},
	{"internal/text"},
	{"internal/token", "internal/page", "internal/encoder", "internal/dossier", "internal/record"},
	{"internal/attribution", "internal/actor", "internal/when", "internal/move"},
	{"internal/reading"},
	{"internal/ledger", "internal/corroborate", "internal/position"},
	{"internal/ledger/sqlite", "internal/ledger/postgres", "internal/ledger/ledgertest"},
	{"internal/api", "internal/web", "internal/intake", "internal/score", "internal/score/marks", "."},
	{"cmd/parley"},
}

// forbidden names what the reading side must not know.
var forbidden = []string{"net/http", "database/sql", "log", "log/slog", "os/exec", "time.Now"}

// TestImportRule holds the blueprint's import rule: imports point down only, stores
// do not know each other, and the reading side knows no store, HTTP or logger.
func TestImportRule(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}: {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		from, imports, _ := strings.Cut(line, ": ")
		level := layerOf(from)
		if level < 0 {
			if !strings.HasPrefix(from, "parley/data/") && !strings.HasPrefix(from, "parley/examples") {
				t.Errorf("%s stands in no layer: name it in architecture_test.go", from)
			}
			continue
		}
		for _, to := range strings.Fields(imports) {
			checkImport(t, from, to, level)
		}
	}
}

func checkImport(t *testing.T, from, to string, level int) {
	t.Helper()
	if slices.Contains(forbidden, to) && level <= layerOf("parley/internal/reading") {
		t.Errorf("%s imports %s: the reading side knows no store, no HTTP and no logger", from, to)
	}
	if !strings.HasPrefix(to, "parley") {
		return
	}
	if n := layerOf(to); n >= level && !sameFamily(from, to) {
		t.Errorf("%s imports %s, which does not stand below it", from, to)
	}
}

// sameFamily allows a package its own sub-packages (score and score/marks).
func sameFamily(from, to string) bool { return strings.HasPrefix(to, from+"/") }

func layerOf(pkg string) int {
	name := strings.TrimPrefix(strings.TrimPrefix(pkg, "parley"), "/")
	if name == "" {
		name = "."
	}
	return slices.IndexFunc(layers, func(l []string) bool { return slices.Contains(l, name) })
}
