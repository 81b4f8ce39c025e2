package kernel

import "math"

// rounder is 1.5·2²³: a float32 of less than 2²² added to it is rounded to a whole
// number, ties to even, which stands in the low bits of the sum.
const (
	rounder     = 12582912
	rounderBits = 0x4B400000
)

// Quantize turns rows × n floats into bytes of zero 128 with a scale a row: amax =
// max |x|, scale = amax/127, u = round(x·(127/amax)) + 128. A row whose 127/amax is no
// finite number, as that of zeros, has scale 0 and bytes 128.
func (s *Set) Quantize(dst []byte, scale, x []float32, rows, n int) {
	checkRow(n)
	if rows > 0 {
		s.quantize(dst[:rows*n], n, scale[:rows], x[:rows*n], n, rows, n, 127, 128)
	}
}

func quantizeGeneric(dst []byte, ldd int, scale, x []float32, ldx, rows, n int, top float32, zero int32) {
	for i := range rows {
		row, out := x[i*ldx:][:n], dst[i*ldd:][:n]
		inv, sc := scaling(amax(row), top)
		scale[i] = sc
		for j, v := range row {
			out[j] = byte(roundInt(float32(v*inv)) + zero)
		}
	}
}

// amax returns the greatest absolute value.
func amax(x []float32) float32 {
	top := float32(0)
	for _, v := range x {
		top = max(top, abs(v))
	}
	return top
}

func abs(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

// scaling returns what values up to amax are multiplied by to lie in ±top, and what
// those stand for; 0 and 0 where the first is not finite.
func scaling(amax, top float32) (inv, scale float32) {
	inv = top / amax
	if inv > math.MaxFloat32 {
		return 0, 0
	}
	return inv, amax / top
}

// roundInt rounds |x| < 2²² to the nearest whole number, ties to even.
func roundInt(x float32) int32 {
	return int32(math.Float32bits(x+rounder)) - rounderBits
}
