package encoder

import "math"

// exp is e^x for x ≤ 0, −87 where x is less: Cephes' expf in the form that
// docs/encoder.md states, the same bits on every machine.
func exp(x float32) float32 {
	const (
		rounder         = 12582912 // 1.5·2²³: adding it rounds to a whole number
		log2e           = 1.44269504088896341
		ln2High, ln2Low = 0.693359375, -2.12194440e-4
	)
	x = max(x, -87)
	t := float32(x*log2e) + rounder
	n := t - rounder
	r := (x - float32(n*ln2High)) - float32(n*ln2Low)
	p := float32(1.9875691500e-4)
	for _, c := range [...]float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		p = float32(p*r) + c
	}
	e := float32(p*float32(r*r)) + r + 1
	return math.Float32frombits(math.Float32bits(e) + math.Float32bits(t)<<23)
}
