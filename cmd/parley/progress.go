package main

import (
	"fmt"
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

// step tells that n reports are done; it is shown after half a second, four times a
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
	p.m.tell("\r\x1b[K%d reports, %.0f a second: %s", n, rate, clip(oneLine(name), 50))
}

// clear takes the line away before something else is told.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.m.Stderr, "\r\x1b[K")
		p.shown = false
	}
}
