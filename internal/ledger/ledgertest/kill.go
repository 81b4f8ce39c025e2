package ledgertest

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"parley/internal/ledger"
)

// Kill runs a program that adds reports to a ledger, kills it at random moments (the
// way kill -9 does), and checks that
//
//   - only whole reports are in the ledger, each as an undisturbed run adds it,
//   - whatever the program had named as added is there,
//   - the program, run again, ends with the ledger of an undisturbed run.
type Kill struct {
	// Command makes the program's next run. It adds the same reports in the same order
	// each time and ends without error when nobody disturbs it.
	Command func(ledgerPath string) *exec.Cmd
	// Open opens a ledger that the program wrote.
	Open func(t testing.TB, ledgerPath string) ledger.Store
	// Named tells the report that a line of the program's output says was added, "" for
	// another line; nil when the output names none.
	Named func(line string) (reportID string)
	// Points is how many kills to aim at; Budget ends the test before that.
	Points int
	Budget time.Duration
}

// killsOnOne is how many times one ledger is disturbed before it may be finished.
const killsOnOne = 2

// Run is the test.
func (k Kill) Run(t *testing.T) {
	began := time.Now()
	path := filepath.Join(t.TempDir(), "undisturbed.db")
	if out, err := k.Command(path).CombinedOutput(); err != nil {
		t.Fatalf("the undisturbed run: %v\n%s", err, out)
	}
	r := &killing{Kill: k, took: time.Since(began)}
	r.want = k.dump(t, path)
	r.whole = k.readings(t, path)
	for _, rd := range r.whole {
		for _, p := range ledger.Verify(rd) {
			t.Fatalf("the undisturbed run: %v", p.Err)
		}
	}
	for r.kills < k.Points && time.Since(began) < k.Budget {
		r.disturb(t, filepath.Join(t.TempDir(), "parley.db"))
	}
	t.Logf("%d kills in %v; an undisturbed run takes %v and adds %d reports; after the kills the ledgers held %v", r.kills, time.Since(began), r.took, len(r.whole), r.held)
	if r.kills == 0 {
		t.Error("no run was killed before it ended")
	}
}

type killing struct {
	Kill
	took  time.Duration
	want  string                     // dump of the undisturbed ledger
	whole map[string]*ledger.Reading // its reports, by id
	kills int
	held  []int // reports in the ledger after each kill
}

// disturb kills several runs on one ledger, then lets one finish.
func (r *killing) disturb(t *testing.T, path string) {
	t.Helper()
	for range killsOnOne {
		delay := time.Duration(rand.Int64N(int64(r.took) + 1))
		named, killed := r.killAfter(t, path, delay)
		if !killed {
			break // it was done before
		}
		r.kills++
		r.check(t, path, named)
	}
	if out, err := r.Command(path).CombinedOutput(); err != nil {
		t.Fatalf("running again after a kill: %v\n%s", err, out)
	}
	if r.dump(t, path) != r.want {
		t.Fatal("after a kill and another run the ledger is not that of an undisturbed run")
	}
}

// killAfter gives what the program named before it was killed.
func (r *killing) killAfter(t *testing.T, path string, delay time.Duration) (named []string, killed bool) {
	t.Helper()
	cmd := r.Command(path)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(delay, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	timer.Stop()
	if r.Named == nil {
		return nil, err != nil
	}
	lines := strings.Split(out.String(), "\n")
	for _, line := range lines[:len(lines)-1] { // the last may be cut off
		if id := r.Named(line); id != "" {
			named = append(named, id)
		}
	}
	return named, err != nil
}

// check looks at the ledger that a killed program left.
func (r *killing) check(t *testing.T, path string, named []string) {
	t.Helper()
	if _, err := os.Stat(path); os.IsNotExist(err) && len(named) == 0 {
		r.held = append(r.held, 0)
		return // killed before it made one
	}
	there := r.readings(t, path)
	r.held = append(r.held, len(there))
	for id, rd := range there {
		want := r.whole[id]
		if want == nil {
			t.Fatalf("after a kill there is a report %s that an undisturbed run does not add", id)
		}
		rd.At, rd.Sightings = want.At, want.Sightings // times; the dump at the end compares the places
		if !reflect.DeepEqual(rd, want) {
			t.Fatalf("after a kill report %s is not whole:\n%+v\nwant\n%+v", id, rd, want)
		}
	}
	for _, id := range named {
		if there[id] == nil {
			t.Errorf("report %s was named as added, but is not there after a kill", id)
		}
	}
}

// readings reads a whole ledger.
func (k Kill) readings(t *testing.T, path string) map[string]*ledger.Reading {
	t.Helper()
	s := k.Open(t, path)
	defer s.Close()
	out := make(map[string]*ledger.Reading)
	for _, rd := range collect(t, s.Readings(t.Context(), ledger.Filter{})) {
		out[rd.Report.ID] = rd
	}
	return out
}

func (k Kill) dump(t *testing.T, path string) string {
	t.Helper()
	s := k.Open(t, path)
	defer s.Close()
	return dump(t, s)
}
