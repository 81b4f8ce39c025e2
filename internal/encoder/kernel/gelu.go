package kernel

// GELU is x·Φ(x), with Φ(x) = 0.5 + c·P(c²), c = x clamped to ±geluLimit and P of
// degree 9 in u = c²·geluStretch − 1, which lies in −1…1, so that float32 suffices.
// gen/gelu.py fitted the coefficients (highest power first). On −10…10 the result is
// within 1.12e-5 of the exact one.
const (
	geluLimit   = 4.5
	geluStretch = 0.09876543
)

var geluCoefficients = [10]float32{
	-0.0012469621, 0.004474225, -0.007267933, 0.010427531, -0.017808732,
	0.02848657, -0.040371537, 0.05469194, -0.0771791, 0.15690488,
}

// Gelu replaces each value by its GELU. len(x) is a multiple of 16.
func (s *Set) Gelu(x []float32) {
	checkRow(len(x))
	s.gelu(x)
}

// GeluQuantize is Gelu on x, then Quantize into dst, a row at a time while it is near.
func (s *Set) GeluQuantize(dst []byte, scale, x []float32, rows, n int) {
	checkRow(n)
	for i := range rows {
		row := x[i*n : (i+1)*n]
		s.gelu(row)
		s.quantize(dst[i*n:(i+1)*n], n, scale[i:i+1], row, n, 1, n, 127, 128)
	}
}

func geluGeneric(x []float32) {
	for i, v := range x {
		x[i] = gelu(v)
	}
}

func gelu(x float32) float32 {
	c := min(max(x, -geluLimit), geluLimit)
	u := float32(float32(c*c)*geluStretch) - 1
	p := geluCoefficients[0]
	for _, k := range geluCoefficients[1:] {
		p = float32(p*u) + k
	}
	return x * (0.5 + float32(c*p))
}
