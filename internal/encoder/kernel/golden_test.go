package kernel

import (
	"encoding/binary"
	"hash/fnv"
	"math/rand/v2"
	"testing"
)

// golden is the hash of what goldenRun computes. It changes only with the arithmetic
// of docs/encoder.md, and then every model's scores change too.
const golden = 0xd0a669ed76978ead

// plain returns n floats of ±8, made without functions that differ among machines.
func plain(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(int32(r.Uint32())>>8) / (1 << 20)
	}
	return x
}

// TestGolden holds every set on every machine to the same bits, through a layer with
// all operations.
func TestGolden(t *testing.T) {
	for _, s := range Available() {
		if got := goldenRun(t, s); got != golden {
			t.Errorf("%s: hash %#x, want %#x", s.Name, got, uint64(golden))
		}
	}
}

func goldenRun(t *testing.T, s *Set) uint64 {
	t.Helper()
	const rows, heads, d = 45, 3, 32
	const width, wide = heads * d, 4 * heads * d
	r := rand.New(rand.NewPCG(41, 1))
	layer := func(out, in int) *Matrix {
		scale := plain(r, out)
		for i := range scale {
			scale[i] /= 512
		}
		w := make([]int8, out*in)
		for i := range w {
			w[i] = int8(r.Uint32()%(2*maxWeight+1)) - maxWeight
		}
		return mustPack(t, w, scale, plain(r, out), out, in)
	}
	x, gain, bias := plain(r, rows*width), plain(r, width), plain(r, width)
	qkv, out, up, down, head := layer(3*width, width), layer(width, width), layer(wide, width), layer(width, wide), layer(41, width)
	u, scale := make([]byte, rows*wide), make([]float32, rows)
	y, z, scores := make([]float32, rows*wide), make([]float32, rows*width), make([]float32, rows*41)
	var scratch Scratch

	s.Norm(x, rows, width, gain, bias, 1e-12)
	s.Quantize(u, scale, x, rows, width)
	for range 2 {
		s.Linear(y, u, scale, rows, qkv)
		s.Attention(z, y, rows, heads, d, plain(r, heads*(2*rows-1)), &scratch)
		s.Quantize(u, scale, z, rows, width)
		s.Linear(z, u, scale, rows, out)
		s.AddNormQuantize(u, scale, x, z, rows, width, gain, bias, 1e-12)
		s.Linear(y, u, scale, rows, up)
		s.GeluQuantize(u, scale, y, rows, wide)
		s.Linear(z, u, scale, rows, down)
		s.AddNormQuantize(u, scale, x, z, rows, width, gain, bias, 1e-12)
	}
	s.Linear(scores, u, scale, rows, head)
	scores = append(scores, s.LaneSum(x), s.Dot(x, z))

	for _, v := range scores {
		if v-v != 0 {
			t.Fatalf("a score is %g", v)
		}
	}
	h := fnv.New64a()
	for _, v := range []any{x, z, u, scale, scores} {
		if err := binary.Write(h, binary.LittleEndian, v); err != nil {
			t.Fatal(err)
		}
	}
	return h.Sum64()
}
