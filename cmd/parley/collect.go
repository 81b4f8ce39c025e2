package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Between two collections the heap may grow by mostGrowth per cent of what is in use, which
// takes a quarter off the time of reading for some 40 MB, but not beyond a room that grows
// with the processors, each of which reads a report. What needs more than the room, such as
// one report of 10 MB, still grows by leastGrowth per cent, so that collecting does not
// take the time.
const (
	mostGrowth  = 400
	leastGrowth = 25
	sharedRoom  = 160 << 20
	roomOfEach  = 32 << 20
)

// collectLess sets how far the heap grows after each collection anew, by what was found in
// use. GOGC or GOMEMLIMIT go before it.
func collectLess() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	room := sharedRoom + uint64(runtime.GOMAXPROCS(0))*roomOfEach
	now := mostGrowth
	debug.SetGCPercent(now)
	afterCollections(func() {
		if next := growth(inUse(), room); next != now {
			now = next
			debug.SetGCPercent(now)
		}
	})
}

// growth is by how many per cent a heap of which live bytes are in use may grow.
func growth(live, room uint64) int {
	if live == 0 || room/live > mostGrowth {
		return mostGrowth
	}
	return min(max(int(room*100/live)-100, leastGrowth), mostGrowth)
}

// inUse is how many bytes the last collection found in use.
func inUse() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// afterCollections calls f after every collection from now on: the collector itself calls
// it for a thing that nobody holds.
func afterCollections(f func()) {
	type unheld struct{ _ *byte } // with a pointer, so that it is no part of a larger block
	runtime.AddCleanup(new(unheld), func(f func()) {
		f()
		afterCollections(f)
	}, f)
}
