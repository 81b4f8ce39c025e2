package encoder

import "parley/internal/encoder/kernel"

// A batch is some windows behind one another, and the memory of the arithmetic on
// them. Rows are pieces.
type batch struct {
	ids      []int32
	features []feature
	windows  []stretch
	picked   []int32   // rows whose scores are wanted
	out      []float32 // picked × columns

	x, y, qkv, ctx, up []float32 // rows × width, 3·width or ffn
	bytes, wide        []byte    // rows × width, rows × ffn: what enters a linear layer
	scale              []float32 // of each row of those
	relative           []float32
	shares             []float32 // of one query, in float.go
	scratch            kernel.Scratch
}

// A stretch is a window's rows.
type stretch struct{ row, length int32 }

func (b *batch) reset() {
	b.ids, b.features, b.windows, b.picked = b.ids[:0], b.features[:0], b.windows[:0], b.picked[:0]
}

func (b *batch) add(id int32, f feature) {
	b.ids = append(b.ids, id)
	b.features = append(b.features, f)
}

// size makes room for the batch's rows.
func (b *batch) size(m *Model) {
	n := len(b.ids)
	b.x, b.y, b.ctx = resize(b.x, n*m.Width), resize(b.y, n*m.Width), resize(b.ctx, n*m.Width)
	b.qkv, b.up = resize(b.qkv, 3*n*m.Width), resize(b.up, n*m.FFN)
	b.bytes, b.wide = resize(b.bytes, n*m.Width), resize(b.wide, n*m.FFN)
	b.scale = resize(b.scale, n)
}

// embed writes the sum of the tables' rows for each piece into x, in the agreed order.
func (b *batch) embed(m *Model) {
	w := m.Width
	for _, s := range b.windows {
		for i := range int(s.length) {
			row := int(s.row) + i
			f := b.features[row]
			x := b.x[row*w:][:w]
			m.word.row(x, int(b.ids[row]))
			position, shape := m.position[i*w:][:w], m.shape[int(f.shape)*w:][:w]
			quote, para := m.quote[int(f.quote)*w:][:w], m.para[int(f.para)*w:][:w]
			for j := range x {
				x[j] = x[j] + position[j] + shape[j] + quote[j] + para[j]
			}
		}
	}
}

// row writes the table's row of a piece into x.
func (t *table) row(x []float32, id int) {
	if t.floats != nil {
		copy(x, t.floats[id*len(x):])
		return
	}
	scale := t.scale[id]
	for j, b := range t.bytes[id*len(x):][:len(x)] {
		x[j] = float32(float32(int8(b)) * scale)
	}
}

// pick copies the picked rows of ctx and x to the front of qkv, which is free behind attention, and gives both.
func (b *batch) pick(w int) (ctx, x []float32) {
	n := len(b.picked) * w
	ctx, x = b.qkv[:n], b.qkv[n:2*n]
	for i, row := range b.picked {
		copy(ctx[i*w:][:w], b.ctx[int(row)*w:])
		copy(x[i*w:][:w], b.x[int(row)*w:])
	}
	return ctx, x
}

// resize gives a slice of length n, of s's memory if that is large enough, with room
// for a quarter more if not. Contents are anything.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
