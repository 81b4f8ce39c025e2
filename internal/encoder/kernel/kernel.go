// Package kernel is the arithmetic of a small transformer encoder in int8: linear
// layers, attention, layer norm, GELU and quantising, as docs/encoder.md agrees them
// under "Arithmetic of the int8 path".
//
// Every operation exists in plain Go and, on amd64, in assembly for AVX2 and for
// AVX-512 with VNNI. All of them give the same bits for finite inputs whose results
// are finite; what comes of NaN, of infinities and of overflow is not promised. That
// is why each float operation is rounded on its own: no fused multiply-add, no
// approximate reciprocal, sums in a stated order. In Go, float32(a*b)+c keeps the
// compiler from fusing.
//
// Matrices are row major. A Set keeps no state: one is used by many goroutines at
// once, each with its own Scratch.
package kernel

import "fmt"

// panel is the number of outputs that stand side by side in packed weights, and unit
// the number of floats that every row length is a multiple of.
const (
	panel = 32
	unit  = 16
)

// Set is one implementation of all operations.
type Set struct {
	Name string // "generic", "avx2" or "avx512"

	// mul computes ((acc·rowScale)·scale) + bias, div (acc/rowScale)·scale; acc is
	// m.start plus the products. Row i of a begins at i*lda, its result at dst[i*ldd].
	mul, div product
	// quantize turns rows of n floats, ldx apart, into bytes: round(x·top/amax)+zero.
	quantize func(dst []byte, ldd int, scale, x []float32, ldx, rows, n int, top float32, zero int32)
	// norm adds residual to x where it is not nil, then normalises rows.
	norm    func(x, residual []float32, rows, n int, gain, bias []float32, eps float32)
	gelu    func(x []float32)
	laneSum func(x []float32) float32
	dot     func(x, y []float32) float32

	// The parts of attention: see attention.go.
	spread  func(m *Matrix, k []byte)
	values  func(m *Matrix, v []float32, ldv, length int)
	softmax func(p []byte, sum, s []float32, n int, bias []float32, step, rows int)
}

type product func(dst []float32, ldd int, a []byte, lda int, rowScale []float32, rows int, m *Matrix)

var generic = &Set{
	Name:     "generic",
	mul:      mulGeneric,
	div:      divGeneric,
	quantize: quantizeGeneric,
	norm:     normGeneric,
	gelu:     geluGeneric,
	laneSum:  laneSumGeneric,
	dot:      dotGeneric,
	spread:   spreadGeneric,
	values:   valuesGeneric,
	softmax:  softmaxGeneric,
}

// Available returns all sets that this machine can run, slowest first; the first is
// plain Go.
func Available() []*Set { return append([]*Set{generic}, machine()...) }

// Best returns the fastest set that this machine can run.
func Best() *Set {
	all := Available()
	return all[len(all)-1]
}

// ByName returns the set of that name. It fails when there is none or when this
// machine cannot run it.
func ByName(name string) (*Set, error) {
	var names []string
	for _, s := range Available() {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return nil, fmt.Errorf("this machine has no %q, only %q", name, names)
}

// checkRow panics where a row is not made of whole units: the assembly knows no tails.
func checkRow(n int) {
	if n <= 0 || n%unit != 0 {
		panic(fmt.Sprintf("kernel: rows of %d, not a multiple of %d", n, unit))
	}
}

// padded returns n rounded up to a multiple of m.
func padded(n, m int) int { return (n + m - 1) / m * m }
