package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/news"
)

// TestFaultOfTheReader: a panic while one input is read names the input and does not
// end the run.
func TestFaultOfTheReader(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(name, []byte("Renn said no."), 0o644); err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	r := (&Main{Stderr: &errs}).newRun(nil, []string{name, name}, intakeFlags{}) // no reader: every input panics
	handed := 0
	err := r.each(t.Context(), nil, func(*news.Report, []news.Statement) error { handed++; return nil })
	if err != nil || handed != 0 || r.bad["fault of parley"] != 2 {
		t.Errorf("error %v, %d handed on, %v", err, handed, r.bad)
	}
	if strings.Count(errs.String(), name) != 2 {
		t.Errorf("stderr: %s", &errs)
	}
}

// TestStopped: a run that is stopped says so and hands nothing more on.
func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	m := &Main{Stderr: &bytes.Buffer{}, Stdout: &bytes.Buffer{}}
	reader, err := m.readerOf(intakeFlags{MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	r := m.newRun(reader, []string{filepath.Join(examples, "pages")}, intakeFlags{})
	handed := 0
	err = r.each(ctx, nil, func(*news.Report, []news.Statement) error { handed++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || handed == 0 || handed > 10 {
		t.Errorf("error %v, %d handed on", err, handed)
	}
	if code := m.exit(err); code != exitFailed {
		t.Errorf("exit code %d, want %d", code, exitFailed)
	}
}

// TestErrorEndsTheRun: when the ledger fails, the run ends with its error.
func TestErrorEndsTheRun(t *testing.T) {
	m := &Main{Stderr: &bytes.Buffer{}}
	reader, err := m.readerOf(intakeFlags{MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	full := news.Errorf(news.Unavailable, "the disk is full")
	r := m.newRun(reader, []string{filepath.Join(examples, "pages")}, intakeFlags{})
	err = r.each(t.Context(), nil, func(*news.Report, []news.Statement) error { return full })
	if !errors.Is(err, full) || m.exit(err) != exitLedger {
		t.Errorf("error %v", err)
	}
}
