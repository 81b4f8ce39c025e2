package kernel

import "math"

// masked is added to the scores of keys that pad a panel, so that they weigh nothing.
const masked = -3e38

// blockRows is how many rows of queries go through scores, softmax and values
// together: few, so that all of it stays in the first cache.
const blockRows = 12

// Scratch is the memory of Attention, kept from window to window. The zero value is
// ready; one serves one goroutine.
type Scratch struct {
	q      []byte    // length × d, quantised queries
	qScale []float32 // of each query, with 1/√d
	k      []byte    // length × d, quantised keys
	keys   Matrix    // length outputs of d inputs
	values Matrix    // d outputs of length inputs
	scores []float32 // blockRows × length, padded
	p      []byte    // as scores
	sum    []float32 // of each row of p
	bias   []float32 // one head's relative biases, padded, or zeros
}

// Attention computes one window of length pieces: ctx, length × heads·d, from qkv,
// length × 3·heads·d (queries, keys, values, each by heads). d is a multiple of 16.
// relative is nil or holds for each head the 2·length−1 biases of the distances j−i
// from 1−length on: that of query i and key j at h·(2·length−1) + (j−i) + length−1.
func (s *Set) Attention(ctx, qkv []float32, length, heads, d int, relative []float32, scratch *Scratch) {
	checkRow(d)
	if length <= 0 {
		return
	}
	width := heads * d
	ctx, qkv = ctx[:length*width], qkv[:length*3*width]
	scratch.resize(length, d)
	for h := range heads {
		if relative != nil {
			n := 2*length - 1
			copy(scratch.bias, relative[h*n:][:n])
		}
		s.head(ctx[h*d:], qkv[h*d:], length, d, width, relative != nil, scratch)
	}
}

// resize makes room for a window, and sets what all its heads share.
func (t *Scratch) resize(length, d int) {
	wide := padded(length, panel)
	t.q, t.k = room(t.q, length*d), room(t.k, length*d)
	t.qScale = room(t.qScale, length)
	t.scores, t.p = room(t.scores, blockRows*wide), room(t.p, blockRows*wide)
	t.sum = room(t.sum, blockRows)
	t.bias = room(t.bias, length+wide)
	clear(t.bias)
	t.keys.resize(wide, d)
	t.values.resize(d, padded(length, 4))
	clear(t.keys.bias[:length])
	for j := length; j < wide; j++ {
		t.keys.scale[j], t.keys.bias[j] = 0, masked
	}
	clear(t.values.start)
}

// head computes one head: row i of ctx, q, k, v begins at i·width or i·3·width.
func (s *Set) head(ctx, qkv []float32, length, d, width int, relative bool, t *Scratch) {
	q, k, v := qkv, qkv[width:], qkv[2*width:]
	s.quantize(t.q, d, t.qScale, q, 3*width, length, d, 127, 128)
	root := 1 / float32(math.Sqrt(float64(d)))
	for i := range t.qScale {
		t.qScale[i] *= root
	}
	s.quantize(t.k, d, t.keys.scale[:length], k, 3*width, length, d, maxWeight, 0)
	s.spread(&t.keys, t.k)
	s.values(&t.values, v, 3*width, length)
	for from := 0; from < length; {
		to := from + share(length-from, blockRows)
		s.block(ctx[from*width:], from, to, length, d, width, relative, t)
		from = to
	}
}

// share returns how many of n rows the next block takes, so that blocks of at most
// limit rows are of about one size and none is a small rest.
func share(n, limit int) int {
	blocks := (n + limit - 1) / limit
	return (n + blocks - 1) / blocks
}

// block computes the queries [from,to).
func (s *Set) block(ctx []float32, from, to, length, d, width int, relative bool, t *Scratch) {
	rows, wide := to-from, t.keys.out
	s.mul(t.scores, wide, t.q[from*d:to*d], d, t.qScale[from:to], rows, &t.keys)
	bias, step := t.bias, 0
	if relative {
		bias, step = t.bias[length-to:], -1
	}
	s.softmax(t.p, t.sum, t.scores, wide, bias, step, rows)
	s.div(ctx, width, t.p, wide, t.sum, rows, &t.values)
}

// spreadGeneric packs quantised keys, rows of m.in bytes, into m as outputs, and sets
// m.start. Outputs that only pad a panel are left as they are.
func spreadGeneric(m *Matrix, k []byte) {
	for o := range len(k) / m.in {
		sum := int32(0)
		for i, b := range k[o*m.in:][:m.in] {
			v := int8(b)
			m.w[m.index(o, i)] = v
			sum += int32(v)
		}
		m.start[o] = -128 * sum
	}
}

// valuesGeneric quantises each of the m.out columns of v to ±64 and packs them into m,
// whose inputs are the rows of v, padded to a multiple of four with zeros.
func valuesGeneric(m *Matrix, v []float32, ldv, length int) {
	for c := range m.out {
		top := float32(0)
		for i := range length {
			top = max(top, abs(v[i*ldv+c]))
		}
		inv, scale := scaling(top, maxWeight)
		m.scale[c] = scale
		for i := range m.in {
			w := int8(0)
			if i < length {
				w = int8(roundInt(float32(v[i*ldv+c] * inv)))
			}
			m.w[m.index(c, i)] = w
		}
	}
}
