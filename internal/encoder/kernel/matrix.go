package kernel

import "fmt"

// maxWeight bounds packed weights: with it the sum of two products of a byte and a
// weight, at most 2·255·64, cannot saturate the int16 of VPMADDUBSW.
const maxWeight = 64

// Matrix is a linear layer's weights packed for the inner loops, with what its
// outputs are scaled by and what is added to them.
//
// The weights lie as [panel][in/4][32][4]: four inputs of one output side by side,
// since the byte instructions add groups of four, and 32 outputs in a row. Outputs
// are padded to whole panels. The slices are of a kilobyte and more, which Go lays
// on multiples of 64 bytes.
type Matrix struct {
	out, in int
	w       []int8
	start   []int32   // −128·Σw of each output, which takes back the zero 128 of the inputs
	scale   []float32 // of each output
	bias    []float32 // of each output
}

// Out returns the number of outputs.
func (m *Matrix) Out() int { return m.out }

// In returns the number of inputs.
func (m *Matrix) In() int { return m.in }

// Pack packs w, [out][in] row major, each output standing for w·scale. All weights lie
// in −64…64, in is a multiple of 16, scale and bias have a value an output.
func Pack(w []int8, scale, bias []float32, out, in int) (*Matrix, error) {
	if out <= 0 || in <= 0 || in%unit != 0 {
		return nil, fmt.Errorf("kernel: a matrix of %d outputs and %d inputs, which must be a multiple of %d", out, in, unit)
	}
	if len(w) != out*in || len(scale) != out || len(bias) != out {
		return nil, fmt.Errorf("kernel: %d weights, %d scales and %d biases for %d outputs of %d inputs", len(w), len(scale), len(bias), out, in)
	}
	m := &Matrix{}
	m.resize(out, in)
	copy(m.scale, scale)
	copy(m.bias, bias)
	for o := range out {
		row := w[o*in : (o+1)*in]
		sum := int32(0)
		for k, v := range row {
			if v > maxWeight || v < -maxWeight {
				return nil, fmt.Errorf("kernel: weight %d of output %d is %d, beyond ±%d", k, o, v, maxWeight)
			}
			m.w[m.index(o, k)] = v
			sum += int32(v)
		}
		m.start[o] = -128 * sum
	}
	return m, nil
}

// index returns the place of output o's weight of input k.
func (m *Matrix) index(o, k int) int {
	return o/panel*panel*m.in + k/4*4*panel + o%panel*4 + k%4
}

// panels returns the number of panels.
func (m *Matrix) panels() int { return padded(m.out, panel) / panel }

// resize gives the matrix another shape and keeps its memory where that is large
// enough; contents are then anything.
func (m *Matrix) resize(out, in int) {
	m.out, m.in = out, in
	wide := padded(out, panel)
	m.w = room(m.w, wide*in)
	m.start = room(m.start, wide)
	m.scale = room(m.scale, wide)
	m.bias = room(m.bias, wide)
}

// room returns a slice of length n, of s's memory if that is large enough.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
