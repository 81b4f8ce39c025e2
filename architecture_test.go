package parley_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// layers lists the packages from the ground up; a package imports only packages of
// lower layers, or of its own layer where the architecture says so.
var layers = [][]string{
	{"data", "internal/news"},
	{"internal/text", "internal/imprint", "internal/encoder/kernel", "internal/encoder/wordpiece", "internal/encoder/modeltest"},
	{"internal/token", "internal/page", "internal/encoder", "internal/dossier", "internal/record", "internal/chain"},
	{"internal/attribution", "internal/actor", "internal/when", "internal/move"},
	{"internal/reading"},
	{"internal/ledger", "internal/corroborate", "internal/position"},
	{"internal/ledger/sqlite", "internal/ledger/postgres", "internal/ledger/ledgertest"},
	{"internal/api", "internal/web", "internal/intake", "internal/score", "internal/score/marks", "."},
	{"cmd/parley"},
}

// forbidden names what the reading side must not import: network, store, logger, disk,
// chance.
var forbidden = []string{"net", "net/http", "database/sql", "log", "log/slog", "os", "os/exec", "math/rand", "math/rand/v2"}

// clock is what the reading side must not call.
var clock = regexp.MustCompile(`\btime\.(Now|Since|Until|Local|After|Tick|NewTimer|Sleep)\b`)

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

// TestNoClock: the reading side tells no time, so that the same bytes are read alike on
// any day and in any zone.
func TestNoClock(t *testing.T) {
	files := 0
	for _, layer := range layers[:layerOf("parley/internal/reading")+1] {
		for _, pkg := range layer {
			names, err := filepath.Glob(filepath.Join(filepath.FromSlash(pkg), "*.go"))
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				src, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				files++
				if call := clock.Find(src); call != nil && !strings.HasSuffix(name, "_test.go") {
					t.Errorf("%s uses %s", name, call)
				}
			}
		}
	}
	if files < 50 {
		t.Errorf("%d files looked at", files)
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

// libm are the functions of package math whose results differ from machine to machine.
var libm = regexp.MustCompile(`\bmath\.(Exp|Exp2|Expm1|Log|Log2|Log10|Log1p|Tanh|Erf|Erfc|Pow|Sin|Cos|FMA)\(`)

// TestSameBits: the encoder calls no function of package math but those that are exact,
// so that its scores are the same bits on every machine.
func TestSameBits(t *testing.T) {
	files := 0
	err := filepath.WalkDir("internal/encoder", func(name string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := os.ReadFile(name)
		if call := libm.Find(src); call != nil {
			t.Errorf("%s calls %s)", name, call)
		}
		files++
		return err
	})
	if err != nil || files < 10 {
		t.Errorf("%d files looked at: %v", files, err)
	}
}
