package kernel

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// perSet runs f as a benchmark of each set.
func perSet(b *testing.B, name string, f func(b *testing.B, s *Set)) {
	for _, s := range Available() {
		b.Run(name+"/"+s.Name, func(b *testing.B) { f(b, s) })
	}
}

// BenchmarkLinear goes through layers of the size of a whole model's, so that weights
// come from memory as they do when reading; GOP/s counts a product and a sum as two.
func BenchmarkLinear(b *testing.B) {
	r := rand.New(rand.NewPCG(21, 1))
	for _, shape := range [][3]int{{128, 384, 1152}, {128, 384, 1536}, {128, 1536, 384}, {40, 384, 1536}, {40, 1536, 384}} {
		rows, in, out := shape[0], shape[1], shape[2]
		layers := make([]*Matrix, 12)
		for i := range layers {
			layers[i] = mustPack(b, weights(r, out*in), noise(r, out, 1), noise(r, out, 1), out, in)
		}
		a, rs, dst := make([]byte, rows*in), noise(r, rows, 1), make([]float32, rows*out)
		for i := range a {
			a[i] = byte(r.Uint32())
		}
		perSet(b, fmt.Sprintf("%dx%dx%d", rows, in, out), func(b *testing.B, s *Set) {
			i := 0
			for b.Loop() {
				s.Linear(dst, a, rs, rows, layers[i%len(layers)])
				i++
			}
			b.ReportMetric(2*float64(rows*in*out)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GOP/s")
		})
	}
}

// BenchmarkAttention is one layer of 12 heads of 32, a window of the given pieces.
func BenchmarkAttention(b *testing.B) {
	r := rand.New(rand.NewPCG(22, 1))
	const heads, d = 12, 32
	for _, length := range []int{40, 128, 256} {
		qkv, ctx := noise(r, length*3*heads*d, 1), make([]float32, length*heads*d)
		perSet(b, fmt.Sprint(length), func(b *testing.B, s *Set) {
			var scratch Scratch
			for b.Loop() {
				s.Attention(ctx, qkv, length, heads, d, nil, &scratch)
			}
			perPiece(b, length)
		})
	}
}

// perPiece reports the time a row of the batch took.
func perPiece(b *testing.B, rows int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/piece")
}

// BenchmarkRows holds the work by rows, for a batch of 128 pieces.
func BenchmarkRows(b *testing.B) {
	r := rand.New(rand.NewPCG(23, 1))
	const rows, n, wide = 128, 384, 1536
	x, y, up := noise(r, rows*n, 1), noise(r, rows*n, 1), noise(r, rows*wide, 1)
	u, scale, curve := make([]byte, rows*wide), make([]float32, rows), make([]float32, rows*wide)
	perSet(b, "quantize384", func(b *testing.B, s *Set) {
		for b.Loop() {
			s.Quantize(u, scale, x, rows, n)
		}
		perPiece(b, rows)
	})
	perSet(b, "addnormquantize384", func(b *testing.B, s *Set) {
		for b.Loop() {
			s.AddNormQuantize(u, scale, x, y, rows, n, y[:n], y[:n], 1e-12)
		}
		perPiece(b, rows)
	})
	perSet(b, "gelu1536", func(b *testing.B, s *Set) {
		for b.Loop() {
			copy(curve, up)
			s.Gelu(curve)
		}
		perPiece(b, rows)
	})
	perSet(b, "geluquantize1536", func(b *testing.B, s *Set) {
		for b.Loop() {
			copy(curve, up)
			s.GeluQuantize(u, scale, curve, rows, wide)
		}
		perPiece(b, rows)
	})
}
