package kernel

import "math"

// Norm normalises rows of n in place: ((x−mean)·(1/√(var+eps)))·gain + bias, mean and
// variance by lane sums.
func (s *Set) Norm(x []float32, rows, n int, gain, bias []float32, eps float32) {
	checkRow(n)
	if rows > 0 {
		s.norm(x[:rows*n], nil, rows, n, gain[:n], bias[:n], eps)
	}
}

// AddNorm makes x the Norm of x + residual.
func (s *Set) AddNorm(x, residual []float32, rows, n int, gain, bias []float32, eps float32) {
	checkRow(n)
	if rows > 0 {
		s.norm(x[:rows*n], residual[:rows*n], rows, n, gain[:n], bias[:n], eps)
	}
}

// AddNormQuantize is AddNorm, then Quantize into dst, a row at a time while it is near.
func (s *Set) AddNormQuantize(dst []byte, scale, x, residual []float32, rows, n int, gain, bias []float32, eps float32) {
	checkRow(n)
	for i := range rows {
		row := x[i*n : (i+1)*n]
		s.norm(row, residual[i*n:(i+1)*n], 1, n, gain[:n], bias[:n], eps)
		s.quantize(dst[i*n:(i+1)*n], n, scale[i:i+1], row, n, 1, n, 127, 128)
	}
}

func normGeneric(x, residual []float32, rows, n int, gain, bias []float32, eps float32) {
	for i := range rows {
		row := x[i*n:][:n]
		if residual != nil {
			for j, r := range residual[i*n:][:n] {
				row[j] += r
			}
		}
		normRow(row, gain, bias, eps)
	}
}

func normRow(x, gain, bias []float32, eps float32) {
	n := float32(len(x))
	mean := laneSumGeneric(x) / n
	for j := range x {
		x[j] -= mean
	}
	deviation := float32(math.Sqrt(float64(dotGeneric(x, x)/n + eps)))
	inv := 1 / deviation
	for j := range x {
		x[j] = float32(float32(x[j]*inv)*gain[j]) + bias[j]
	}
}
