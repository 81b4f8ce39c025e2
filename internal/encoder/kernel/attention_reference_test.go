package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

// whole quantises x to ±top, and returns the whole numbers and their scale.
func whole(x []float32, top float32) ([]int, float32) {
	most := float32(0)
	for _, v := range x {
		most = max(most, float32(math.Abs(float64(v))))
	}
	u := make([]int, len(x))
	if most == 0 {
		return u, 0
	}
	inv := top / most
	for i, v := range x {
		u[i] = int(math.RoundToEven(float64(float32(v * inv))))
	}
	return u, most / top
}

// attendSlowly is attention for one head as docs/encoder.md words it, q, k, v by rows.
func attendSlowly(q, k, v [][]float32, relative []float32) [][]float32 {
	n, d := len(q), len(q[0])
	values, scaleV := make([][]int, d), make([]float32, d)
	for c := range d {
		column := make([]float32, n)
		for j := range v {
			column[j] = v[j][c]
		}
		values[c], scaleV[c] = whole(column, 64)
	}
	ctx := make([][]float32, n)
	for i := range n {
		uq, scaleQ := whole(q[i], 127)
		s, top := make([]float32, n), float32(math.Inf(-1))
		for j := range n {
			uk, scaleK := whole(k[j], 64)
			acc := 0
			for c := range d {
				acc += uq[c] * uk[c]
			}
			s[j] = float32(float32(acc)*float32(scaleQ*(1/float32(math.Sqrt(float64(d)))))) * scaleK
			if relative != nil {
				s[j] += relative[j-i+n-1]
			}
			top = max(top, s[j])
		}
		p, sum := make([]int, n), 0
		for j := range n {
			p[j] = int(math.RoundToEven(float64(float32(exp(s[j]-top) * 255))))
			sum += p[j]
		}
		ctx[i] = make([]float32, d)
		for c := range d {
			acc := 0
			for j := range n {
				acc += p[j] * values[c][j]
			}
			ctx[i][c] = float32(acc) / float32(sum) * scaleV[c]
		}
	}
	return ctx
}

func TestAttentionReference(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	var scratch Scratch
	for _, shape := range [][3]int{{1, 2, 16}, {3, 1, 32}, {31, 2, 16}, {40, 3, 32}, {65, 2, 48}, {130, 1, 64}, {7, 2, 16}} {
		n, heads, d := shape[0], shape[1], shape[2]
		width := heads * d
		qkv, relative := noise(r, n*3*width, 2), noise(r, heads*(2*n-1), 1)
		if n%2 == 0 {
			relative = nil
		}
		ctx := make([]float32, n*width)
		generic.Attention(ctx, qkv, n, heads, d, relative, &scratch)
		for h := range heads {
			cut := func(part int) [][]float32 {
				rows := make([][]float32, n)
				for i := range rows {
					rows[i] = qkv[i*3*width+part*width+h*d:][:d]
				}
				return rows
			}
			var bias []float32
			if relative != nil {
				bias = relative[h*(2*n-1):][:2*n-1]
			}
			for i, row := range attendSlowly(cut(0), cut(1), cut(2), bias) {
				for c, want := range row {
					if got := ctx[i*width+h*d+c]; got != want {
						t.Fatalf("%v: head %d row %d column %d is %g, want %g", shape, h, i, c, got, want)
					}
				}
			}
		}
	}
}
