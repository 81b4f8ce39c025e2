package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The tests of this file hold plain Go against what the words of docs/encoder.md say,
// written again in whole numbers and float64, without packing or lanes.

func noise(r *rand.Rand, n int, spread float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * spread)
	}
	return x
}

func weights(r *rand.Rand, n int) []int8 {
	w := make([]int8, n)
	for i := range w {
		w[i] = int8(r.IntN(2*maxWeight+1) - maxWeight)
	}
	return w
}

func mustPack(t testing.TB, w []int8, scale, bias []float32, out, in int) *Matrix {
	t.Helper()
	m, err := Pack(w, scale, bias, out, in)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func near(t *testing.T, what string, got float32, want, tolerance float64) {
	t.Helper()
	if d := math.Abs(float64(got) - want); !(d <= tolerance) {
		t.Fatalf("%s: %g, want %g within %g", what, got, want, tolerance)
	}
}

func TestLinearReference(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, shape := range [][3]int{{1, 1, 16}, {3, 7, 16}, {5, 33, 48}, {13, 64, 384}, {2, 270, 32}} {
		rows, out, in := shape[0], shape[1], shape[2]
		w, a := weights(r, out*in), make([]byte, rows*in)
		for i := range a {
			a[i] = byte(r.IntN(256))
		}
		scale, bias, rs := noise(r, out, 1), noise(r, out, 1), noise(r, rows, 1)
		got := make([]float32, rows*out)
		generic.Linear(got, a, rs, rows, mustPack(t, w, scale, bias, out, in))
		for i := range rows {
			for o := range out {
				acc := 0
				for k := range in {
					acc += (int(a[i*in+k]) - 128) * int(w[o*in+k])
				}
				if want := float32(float32(float32(acc)*rs[i])*scale[o]) + bias[o]; got[i*out+o] != want {
					t.Fatalf("%v: row %d output %d is %g, want %g", shape, i, o, got[i*out+o], want)
				}
			}
		}
	}
}

// TestPackRefuses: what the inner loops could not compute exactly is refused.
func TestPackRefuses(t *testing.T) {
	w, s := make([]int8, 32), []float32{1, 1}
	for name, pack := range map[string]func() (*Matrix, error){
		"weight 65":     func() (*Matrix, error) { w := append([]int8(nil), w...); w[3] = 65; return Pack(w, s, s, 2, 16) },
		"weight -65":    func() (*Matrix, error) { w := append([]int8(nil), w...); w[3] = -65; return Pack(w, s, s, 2, 16) },
		"15 inputs":     func() (*Matrix, error) { return Pack(w[:30], s, s, 2, 15) },
		"no outputs":    func() (*Matrix, error) { return Pack(nil, nil, nil, 0, 16) },
		"short scales":  func() (*Matrix, error) { return Pack(w, s[:1], s, 2, 16) },
		"short biases":  func() (*Matrix, error) { return Pack(w, s, s[:1], 2, 16) },
		"short weights": func() (*Matrix, error) { return Pack(w[:31], s, s, 2, 16) },
	} {
		if _, err := pack(); err == nil {
			t.Errorf("%s is packed", name)
		}
	}
}

func TestQuantizeReference(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	const rows, n = 40, 48
	x := noise(r, rows*n, 3)
	clear(x[:n])
	x[n] = 1e30
	u, scale := make([]byte, rows*n), make([]float32, rows)
	generic.Quantize(u, scale, x, rows, n)
	for i := range rows {
		top := 0.0
		for _, v := range x[i*n:][:n] {
			top = math.Max(top, math.Abs(float64(v)))
		}
		near(t, "scale", scale[i], top/127, top*1e-7)
		for j, v := range x[i*n:][:n] {
			near(t, "value", scale[i]*(float32(u[i*n+j])-128), float64(v), top/127*0.50001)
		}
	}
	if scale[0] != 0 || u[5] != 128 {
		t.Errorf("a row of zeros has scale %g and byte %d", scale[0], u[5])
	}
}

// TestRoundTies: halves go to the even neighbour.
func TestRoundTies(t *testing.T) {
	for x := float32(-130); x <= 130; x += 0.25 {
		if got, want := roundInt(x), int32(math.RoundToEven(float64(x))); got != want {
			t.Errorf("round(%g) = %d, want %d", x, got, want)
		}
	}
}

func TestNormReference(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	const rows, n, eps = 5, 384, 1e-12
	x, residual, gain, bias := noise(r, rows*n, 2), noise(r, rows*n, 2), noise(r, n, 1), noise(r, n, 1)
	got := append([]float32(nil), x...)
	generic.AddNorm(got, residual, rows, n, gain, bias, eps)
	for i := range rows {
		mean, variance := 0.0, 0.0
		for j := range n {
			mean += (float64(x[i*n+j]) + float64(residual[i*n+j])) / n
		}
		for j := range n {
			d := float64(x[i*n+j]) + float64(residual[i*n+j]) - mean
			variance += d * d / n
		}
		for j := range n {
			d := float64(x[i*n+j]) + float64(residual[i*n+j]) - mean
			near(t, "norm", got[i*n+j], d/math.Sqrt(variance+eps)*float64(gain[j])+float64(bias[j]), 1e-5)
		}
	}
}

func TestGeluReference(t *testing.T) {
	worst := 0.0
	for i := -1000000; i <= 1000000; i++ {
		x := float32(i) / 1e5
		worst = math.Max(worst, math.Abs(float64(gelu(x))-float64(x)*math.Erfc(-float64(x)/math.Sqrt2)/2))
	}
	if worst > 1.12e-5 {
		t.Errorf("GELU is off by %g", worst)
	}
}

func TestExpReference(t *testing.T) {
	for i := 0; i <= 870000; i++ {
		x := -float32(i) / 1e4
		if got, want := float64(exp(x)), math.Exp(float64(x)); math.Abs(got-want) > 2e-7*want {
			t.Fatalf("exp(%g) = %g, want %g", x, got, want)
		}
	}
	if exp(0) != 1 || exp(-1e30) != exp(-87) {
		t.Errorf("exp(0) = %g, exp(-1e30) = %g", exp(0), exp(-1e30))
	}
}

func TestLaneSumReference(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1))
	x, y := noise(r, 400, 1), noise(r, 400, 1)
	sum, dot := 0.0, 0.0
	for i := range x {
		sum += float64(x[i])
		dot += float64(x[i]) * float64(y[i])
	}
	near(t, "sum", generic.LaneSum(x), sum, 1e-4)
	near(t, "dot", generic.Dot(x, y), dot, 1e-4)
	// Joined as a tree: 2²⁴+1+1 is lost where lanes are added one after the other.
	ties := make([]float32, unit)
	ties[0], ties[4], ties[12] = 1<<24, 1, 1
	if got := generic.LaneSum(ties); got != 1<<24+2 {
		t.Errorf("lane sum %g", got)
	}
}
