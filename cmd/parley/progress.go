package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// progress shows how far long work has come, on a terminal only.
type progress struct {
	m     *Main
	start time.Time
	last  time.Time
	shown bool
}

func (m *Main) newProgress() *progress { return &progress{m: m, start: time.Now()} }

// step tells that n inputs are done; it is shown after half a second, four times a
// second.
func (p *progress) step(n int, name string) {
	if !p.m.Progress {
		return
	}
	now := time.Now()
	if now.Sub(p.start) < 500*time.Millisecond || now.Sub(p.last) < 250*time.Millisecond {
		return
	}
	p.last, p.shown = now, true
	rate := float64(n) / now.Sub(p.start).Seconds()
	fmt.Fprintf(p.m.Stderr, "\r\x1b[K%d read, %.0f a second: %s", n, rate, clip(oneLine(name), 60))
}

// clear takes the line away before something else is told.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.m.Stderr, "\r\x1b[K")
	}
}

func (p *progress) end() {
	p.clear()
	p.shown = false
}

// tell says something to the person; results never go this way.
func (m *Main) tell(format string, args ...any) {
	fmt.Fprintf(m.Stderr, format, args...)
}

// passedWhy tells what was passed over in folders: " (3 scripts, 2 images)".
func (r *run) passedWhy() string {
	if len(r.passedFor) == 0 {
		return ""
	}
	var parts []string
	for _, why := range slices.Sorted(maps.Keys(r.passedFor)) {
		parts = append(parts, fmt.Sprintf("%d %s", r.passedFor[why], why))
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
