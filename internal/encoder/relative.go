package encoder

import "math/big"

// distances gives the relative bias of each head and each distance of a key from its
// query, from 1−positions to positions−1: heads × (2·positions−1).
func distances(m *Model) []float32 {
	half := m.RelativeBuckets / 2
	bucket := buckets(m.Positions, half, m.RelativeDistance)
	n := 2*m.Positions - 1
	out := make([]float32, m.Heads*n)
	for h := range m.Heads {
		for i := range n {
			d := i - (m.Positions - 1)
			row := bucket[max(d, -d)]
			if d > 0 { // the key stands behind the query
				row += half
			}
			out[h*n+i] = m.relative[row*m.Heads+h]
		}
	}
	return out
}

// buckets gives T5's bucket, of half for one direction, of each distance below n: the
// lower half of them hold one distance each, the others grow by powers up to
// farthest. Bucket exact+k begins at exact·(farthest/exact)^(k/steps), here without logarithms.
func buckets(n, half, farthest int) []int {
	exact := half / 2
	steps := half - exact
	out := make([]int, n)
	k := 0
	for d := range out {
		if d < exact {
			out[d] = d
			continue
		}
		for k < steps-1 && power(d, steps).Cmp(new(big.Int).Mul(power(exact, steps-k-1), power(farthest, k+1))) >= 0 {
			k++
		}
		out[d] = exact + k
	}
	return out
}

func power(base, exponent int) *big.Int {
	return new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(int64(exponent)), nil)
}

// relativeOf copies the biases of the distances in a window of length pieces, heads ×
// (2·length−1), as kernel.Attention wants them. nil stays nil.
func (e *Encoder) relativeOf(dst []float32, length int) []float32 {
	if e.relative == nil {
		return nil
	}
	positions := e.model.Positions
	n, all := 2*length-1, 2*positions-1
	dst = resize(dst, e.model.Heads*n)
	for h := range e.model.Heads {
		copy(dst[h*n:][:n], e.relative[h*all+positions-length:])
	}
	return dst
}
