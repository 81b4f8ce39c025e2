package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// The tests of this file hold every set of this machine against plain Go, bit for bit.

// others runs f for each set but plain Go.
func others(t *testing.T, f func(t *testing.T, s *Set)) {
	t.Helper()
	for _, s := range Available()[1:] {
		t.Run(s.Name, func(t *testing.T) { f(t, s) })
	}
}

// times is n, or few where a machine is emulated (tools/avx512.sh).
func times(n int) int {
	if testing.Short() {
		return n/10 + 1
	}
	return n
}

func sameFloats(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("%s: value %d is %g (%08x), want %g (%08x)", what, i, got[i], math.Float32bits(got[i]), want[i], math.Float32bits(want[i]))
		}
	}
}

func sameBytes(t *testing.T, what string, got, want []byte) {
	t.Helper()
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%s: byte %d is %d, want %d", what, i, got[i], want[i])
		}
	}
}

// kinds of floats that rows are filled with.
var kinds = []struct {
	name string
	fill func(r *rand.Rand) float32
}{
	{"usual", func(r *rand.Rand) float32 { return float32(r.NormFloat64() * 2) }},
	{"zeros", func(*rand.Rand) float32 { return 0 }},
	{"negative zeros", func(*rand.Rand) float32 { return float32(math.Copysign(0, -1)) }},
	{"denormal", func(r *rand.Rand) float32 { return math.Float32frombits(r.Uint32() & 0x807FFFFF) }},
	{"tiny", func(r *rand.Rand) float32 { return float32(r.NormFloat64() * 1e-36) }},
	{"huge", func(r *rand.Rand) float32 { return float32(r.NormFloat64() * 1e15) }},
	{"halves", func(r *rand.Rand) float32 { return float32(r.IntN(509)-254) / 2 }},
	{"one large", func(r *rand.Rand) float32 { return float32(math.Exp(r.Float64()*20 - 10)) }},
}

func filled(r *rand.Rand, kind, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = kinds[kind].fill(r)
	}
	return x
}

func TestSetsLinear(t *testing.T) {
	others(t, func(t *testing.T, s *Set) {
		r := rand.New(rand.NewPCG(11, 1))
		for range times(150) {
			rows, out, in := 1+r.IntN(30), 1+r.IntN(150), 16*(1+r.IntN(12))
			if r.IntN(10) == 0 {
				in = 1536
			}
			w, a := weights(r, out*in), make([]byte, rows*in)
			for i := range a {
				a[i] = byte(r.Uint32())
			}
			if r.IntN(4) == 0 { // the extremes, at which the sums of products are greatest
				for i := range a {
					a[i] = 255 * byte(r.IntN(8)/7)
				}
				for i := range w {
					w[i] = int8(maxWeight - 2*maxWeight*(i/in%2))
				}
			}
			scale, bias, rs := noise(r, out, 1), noise(r, out, 1), noise(r, rows, 1)
			m := mustPack(t, w, scale, bias, out, in)
			got, want := make([]float32, rows*out+1), make([]float32, rows*out)
			got[rows*out] = 7
			generic.Linear(want, a, rs, rows, m)
			s.Linear(got[:rows*out], a, rs, rows, m)
			sameFloats(t, fmt.Sprintf("%d×%d×%d", rows, in, out), got, want)
			if got[rows*out] != 7 {
				t.Fatalf("%d×%d×%d: written beyond the end", rows, in, out)
			}
		}
	})
}

// TestSetsExtremes: all bytes 255 and all weights ±64, in the longest rows.
func TestSetsExtremes(t *testing.T) {
	others(t, func(t *testing.T, s *Set) {
		const rows, out, in = 13, 64, 3072
		w, a, one := make([]int8, out*in), make([]byte, rows*in), make([]float32, out)
		for i := range one {
			one[i] = 1
		}
		for _, sign := range []int8{1, -1} {
			for _, u := range []byte{0, 1, 128, 255} {
				for i := range w {
					w[i] = sign * maxWeight
				}
				for i := range a {
					a[i] = u
				}
				got, want := make([]float32, rows*out), (float32(u)-128)*float32(sign)*maxWeight*in+1
				s.Linear(got, a, one[:rows], rows, mustPack(t, w, one, one, out, in))
				for i, y := range got {
					if y != want {
						t.Fatalf("%d × %d: output %d is %g, want %g", u, sign*maxWeight, i, y, want)
					}
				}
			}
		}
	})
}

func TestSetsRows(t *testing.T) {
	others(t, func(t *testing.T, s *Set) {
		r := rand.New(rand.NewPCG(12, 1))
		for kind := range kinds {
			for _, shape := range [][2]int{{1, 16}, {3, 32}, {7, 48}, {2, 384}, {5, 768}, {2, 1536}} {
				rows, n := shape[0], shape[1]
				what := fmt.Sprintf("%s %d×%d", kinds[kind].name, rows, n)
				checkRows(t, s, r, what, filled(r, kind, rows*n), filled(r, kind, rows*n), rows, n)
			}
		}
	})
}

func checkRows(t *testing.T, s *Set, r *rand.Rand, what string, x, y []float32, rows, n int) {
	t.Helper()
	gain, bias := noise(r, n, 1), noise(r, n, 1)
	run := func(s *Set) (floats []float32, bytes []byte) {
		u, scale := make([]byte, 3*rows*n), make([]float32, 3*rows)
		added, normed, curve := append([]float32(nil), x...), append([]float32(nil), x...), append([]float32(nil), x...)
		s.Quantize(u, scale, x, rows, n)
		s.AddNormQuantize(u[rows*n:], scale[rows:], added, y, rows, n, gain, bias, 1e-12)
		s.GeluQuantize(u[2*rows*n:], scale[2*rows:], curve, rows, n)
		s.Norm(normed, rows, n, gain, bias, 1e-5)
		floats = append(append(append(scale, added...), normed...), curve...)
		return append(floats, s.LaneSum(x), s.Dot(x, y)), u
	}
	gotF, gotU := run(s)
	wantF, wantU := run(generic)
	sameFloats(t, what, gotF, wantF)
	sameBytes(t, what, gotU, wantU)
}

// TestSetsCurves: GELU over the floats between −20 and 20, in steps of their bits.
func TestSetsCurves(t *testing.T) {
	others(t, func(t *testing.T, s *Set) {
		var x []float32
		for bits := uint32(0); bits < math.Float32bits(20); bits += uint32(2000003 / times(32)) {
			x = append(x, math.Float32frombits(bits), -math.Float32frombits(bits))
		}
		x = x[:len(x)/unit*unit]
		got, want := append([]float32(nil), x...), append([]float32(nil), x...)
		s.Gelu(got)
		generic.Gelu(want)
		sameFloats(t, "gelu", got, want)
	})
}

func TestSetsAttention(t *testing.T) {
	others(t, func(t *testing.T, s *Set) {
		r := rand.New(rand.NewPCG(13, 1))
		var mine, theirs Scratch
		for i := range times(130) {
			length, heads, d := 1+i, 1+r.IntN(4), 16*(1+r.IntN(4))
			if i >= 120 {
				length, heads, d = 301-r.IntN(50), 1, 16
			}
			var relative []float32
			if r.IntN(2) == 0 {
				relative = noise(r, heads*(2*length-1), 3)
			}
			kind := r.IntN(len(kinds) - 1)
			if i%2 == 0 {
				kind = 0
			}
			qkv := filled(r, kind, length*3*heads*d)
			got, want := make([]float32, length*heads*d), make([]float32, length*heads*d)
			generic.Attention(want, qkv, length, heads, d, relative, &theirs)
			s.Attention(got, qkv, length, heads, d, relative, &mine)
			sameFloats(t, fmt.Sprintf("%s, length %d, %d heads of %d", kinds[kind].name, length, heads, d), got, want)
		}
	})
}

// TestNoAllocation: what is warm allocates nothing, in every set.
func TestNoAllocation(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 1))
	const rows, n, heads = 13, 64, 2
	x, y, qkv := noise(r, rows*n, 1), noise(r, rows*n, 1), noise(r, rows*3*n, 1)
	u, scale, ctx := make([]byte, rows*n), make([]float32, rows), make([]float32, rows*n)
	m := mustPack(t, weights(r, 50*n), y[:50], y[:50], 50, n)
	relative := noise(r, heads*(2*rows-1), 1)
	for _, s := range Available() {
		var scratch Scratch
		got := testing.AllocsPerRun(10, func() {
			s.AddNormQuantize(u, scale, x, y, rows, n, y[:n], y[:n], 1e-12)
			s.GeluQuantize(u, scale, x, rows, n)
			s.Linear(ctx, u, scale, rows, m)
			s.Attention(ctx, qkv, rows, heads, n/heads, relative, &scratch)
			ctx[0] += s.LaneSum(x) + s.Dot(x, y)
		})
		if got != 0 {
			t.Errorf("%s allocates %v times", s.Name, got)
		}
	}
}

func TestByName(t *testing.T) {
	for _, s := range Available() {
		if got, err := ByName(s.Name); got != s || err != nil {
			t.Errorf("ByName(%q) = %v, %v", s.Name, got, err)
		}
	}
	if _, err := ByName("mmx"); err == nil {
		t.Error("there is a set mmx")
	}
	if Best() != Available()[len(Available())-1] || Available()[0].Name != "generic" {
		t.Error("the sets are out of order")
	}
}

// TestShare: blocks are no larger than allowed, nearly equal, and use all rows up.
func TestShare(t *testing.T) {
	for limit := 1; limit <= blockRows; limit++ {
		for n := 1; n <= 300; n++ {
			least, most := n, 0
			for left := n; left > 0; {
				block := share(left, limit)
				least, most, left = min(least, block), max(most, block), left-block
			}
			if least < 1 || most > limit || most-least > 1 {
				t.Fatalf("%d rows by %d: blocks of %d to %d", n, limit, least, most)
			}
		}
	}
}
