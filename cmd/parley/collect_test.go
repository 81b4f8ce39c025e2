package main

import "testing"

func TestGrowth(t *testing.T) {
	const room = 200 << 20
	for _, c := range []struct {
		live uint64
		want int
	}{{0, mostGrowth}, {1, mostGrowth}, {30 << 20, mostGrowth}, {50 << 20, 300}, {100 << 20, 100}, {160 << 20, leastGrowth}, {200 << 20, leastGrowth}, {1 << 40, leastGrowth}} {
		if got := growth(c.live, room); got != c.want {
			t.Errorf("%d bytes in use grow by %d %%, want %d", c.live, got, c.want)
		}
	}
}
