package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"
)

// BenchmarkFirstStatement starts parley on a short report, on as many cores as -cpu
// says, and tells the median time until its first statement is printed.
func BenchmarkFirstStatement(b *testing.B) {
	dir := b.TempDir()
	program, report := filepath.Join(dir, "parley"), filepath.Join(dir, "report.txt")
	const words = "Marsh talks\n\nIlka Brandt said on Tuesday that Zembla would return to the table. “We need no stage,” she added.\n"
	if err := os.WriteFile(report, []byte(words), 0o644); err != nil {
		b.Fatal(err)
	}
	build := exec.Command("go", "build", "-buildvcs=false", "-ldflags", "-s -w", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, c := range []struct {
		name string
		args []string
	}{{"full", nil}, {"rules", []string{"--only", "rules"}}} {
		b.Run(c.name, func(b *testing.B) {
			args := append([]string{"read", "-f", "jsonl", report}, c.args...)
			first(b, program, args) // so that the file lies in memory
			var took []time.Duration
			for b.Loop() {
				took = append(took, first(b, program, args))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
		})
	}
}

// first starts a program and gives the time until it has printed a line.
func first(b *testing.B, program string, args []string) time.Duration {
	b.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS="+strconv.Itoa(runtime.GOMAXPROCS(0)))
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		b.Errorf("%s %q prints no statement", program, args)
	}
	took := time.Since(start)
	for lines.Scan() {
		continue
	}
	if err := cmd.Wait(); err != nil {
		b.Fatal(err)
	}
	return took
}
