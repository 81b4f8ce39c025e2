package main

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"parley/internal/encoder/modeltest"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"parley": main}) }

// TestScripts runs the command line as people do. Besides parley the scripts have
// $WORLD, an invented conflict as a dossier, $WEB, a server of pages, and the
// commands code, make and jsonl.
func TestScripts(t *testing.T) {
	world, err := filepath.Abs(filepath.Join("testdata", "world", "war.dossier"))
	if err != nil {
		t.Fatal(err)
	}
	pages := httptest.NewServer(http.HandlerFunc(servePage))
	t.Cleanup(pages.Close)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("PARLEY_UPDATE") != "", // rewrites what cmp compares with
		Setup: func(e *testscript.Env) error {
			e.Setenv("WORLD", world)
			e.Setenv("WEB", pages.URL)
			e.Setenv("NO_PROXY", "*")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": exitCode, "make": makeFile, "jsonl": decodes,
		},
	})
}

// servePage serves what addresses are tried with.
func servePage(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/story":
		w.Header().Set("Content-Type", "text/html; charset=windows-1252")
		fmt.Fprint(w, "<html><head><title>Caf\xe9 talks</title></head><body><h1>Caf\xe9 talks</h1>"+
			"<p>Ilka Brandt said on Tuesday that the talks in the caf\xe9 had been useful.</p></body></html>")
	case "/moved":
		http.Redirect(w, r, "/story", http.StatusFound)
	default:
		http.NotFound(w, r)
	}
}

// exitCode runs a program that must end with a code: code 1 parley read none.txt
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N PROGRAM ARGS…")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		code = fmt.Sprint(exit.ExitCode())
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}

// makeFile makes the inputs that a txtar archive cannot hold:
//
//	make gzip FROM TO          compress
//	make half FROM TO          the first half of the bytes
//	make repeat N FROM TO      N times over
//	make bytes HEX TO          bytes
//	make model SEED TO         a small model of random weights
func makeFile(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	switch from := args[len(args)-2]; args[0] {
	case "gzip":
		z := gzip.NewWriter(&b)
		_, err := z.Write([]byte(ts.ReadFile(from)))
		ts.Check(err)
		ts.Check(z.Close())
	case "half":
		all := ts.ReadFile(from)
		b.WriteString(all[:len(all)/2])
	case "repeat":
		n, err := strconv.Atoi(args[1])
		ts.Check(err)
		b.WriteString(strings.Repeat(ts.ReadFile(from), n))
	case "bytes":
		raw, err := hex.DecodeString(from)
		ts.Check(err)
		b.Write(raw)
	case "model":
		seed, err := strconv.ParseUint(from, 10, 64)
		ts.Check(err)
		b.Write(modeltest.Random(modeltest.Small, seed))
	default:
		ts.Fatalf("make %s: unknown", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[len(args)-1]), b.Bytes(), 0o644))
}

// decodes checks that a file holds one JSON value a line: jsonl FILE N
func decodes(ts *testscript.TestScript, _ bool, args []string) {
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile(args[0]), "\n"), "\n")
	for i, line := range lines {
		if !json.Valid([]byte(line)) {
			ts.Fatalf("%s:%d: no JSON: %s", args[0], i+1, line)
		}
	}
	if got := fmt.Sprint(len(lines)); got != args[1] {
		ts.Fatalf("%s has %s lines, want %s", args[0], got, args[1])
	}
}
