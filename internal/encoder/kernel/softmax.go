package kernel

import "math"

// The constants of exp: Cephes' expf, highest power first. ln 2 is taken in two parts
// so that n·ln2High is exact.
const (
	expLowest = -87 // e^−87 is the last above the smallest normal float32
	log2e     = 1.44269504088896341
	ln2High   = 0.693359375
	ln2Low    = -2.12194440e-4
)

var expCoefficients = [6]float32{
	1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
}

// exp returns e^x for x ≤ 0, with x below −87 taken for −87.
func exp(x float32) float32 {
	x = max(x, expLowest)
	t := float32(x*log2e) + rounder
	n := t - rounder
	r := (x - float32(n*ln2High)) - float32(n*ln2Low)
	p := expCoefficients[0]
	for _, k := range expCoefficients[1:] {
		p = float32(p*r) + k
	}
	e := float32(p*float32(r*r)) + r + 1
	// The low bits of t are n, and rounder's own do not reach the exponent.
	return math.Float32frombits(math.Float32bits(e) + math.Float32bits(t)<<23)
}

// softmaxGeneric turns rows × n scores into bytes round(255·exp(s−max)) and their sum
// a row. To row i bias is added first, read from element i·step+rows' first on: the
// slice begins at its lowest element, which with step −1 is the last row's.
func softmaxGeneric(p []byte, sum, s []float32, n int, bias []float32, step, rows int) {
	for i := range rows {
		row := s[i*n:][:n]
		sum[i] = softmaxRow(p[i*n:][:n], row, bias[biasAt(i, step, rows):][:n])
	}
}

// biasAt returns where row i's bias begins.
func biasAt(i, step, rows int) int {
	if step < 0 {
		return (i - rows + 1) * step
	}
	return i * step
}

func softmaxRow(p []byte, s, bias []float32) float32 {
	top := float32(math.Inf(-1))
	for j, b := range bias {
		s[j] += b
		top = max(top, s[j])
	}
	sum := int32(0)
	for j, v := range s {
		u := roundInt(float32(exp(v-top) * 255))
		p[j] = byte(u)
		sum += u
	}
	return float32(sum)
}
