package encoder

import "parley/internal/encoder/kernel"

// integer is the int8 arithmetic of docs/encoder.md.
type integer struct {
	*Encoder
	layers   []packedLayer
	mid, out *kernel.Matrix
}

type packedLayer struct {
	qkv, out, up, down *kernel.Matrix
	norm1, norm2       norm
}

func newInteger(e *Encoder) (*integer, error) {
	m := e.model
	all := []*linear{&m.mid, &m.out}
	for i := range m.layers {
		l := &m.layers[i]
		all = append(all, &l.qkv, &l.out, &l.up, &l.down)
	}
	packed, err := pack(all)
	if err != nil {
		return nil, err
	}
	n := &integer{Encoder: e, mid: packed[0], out: packed[1]}
	for i, l := range m.layers {
		p := packed[2+4*i:]
		n.layers = append(n.layers, packedLayer{p[0], p[1], p[2], p[3], l.norm1, l.norm2})
	}
	return n, nil
}

// run computes a batch. In the last layer what follows attention is computed for the
// picked rows only.
func (e *integer) run(b *batch) {
	m, k := e.model, e.kernel
	b.size(m)
	b.embed(m)
	k.Norm(b.x, len(b.ids), m.Width, m.norm.gain, m.norm.bias, m.Eps)
	k.Quantize(b.bytes, b.scale, b.x, len(b.ids), m.Width)
	for i := range e.layers {
		l := &e.layers[i]
		e.attend(b, l)
		ctx, x, rows := b.ctx, b.x, len(b.ids)
		if i == len(e.layers)-1 {
			ctx, x = b.pick(m.Width)
			rows = len(b.picked)
		}
		e.feed(b, l, ctx, x, rows)
	}
	e.head(b)
}

// attend computes ctx from the quantised x.
func (e *integer) attend(b *batch, l *packedLayer) {
	m, w := e.model, e.model.Width
	e.kernel.Linear(b.qkv, b.bytes, b.scale, len(b.ids), l.qkv)
	for _, s := range b.windows {
		row, n := int(s.row), int(s.length)
		b.relative = e.relativeOf(b.relative, n)
		e.kernel.Attention(b.ctx[row*w:][:n*w], b.qkv[3*row*w:][:3*n*w], n, m.Heads, w/m.Heads, b.relative, &b.scratch)
	}
}

// feed computes what follows attention in a layer, from ctx and x to x and its bytes.
func (e *integer) feed(b *batch, l *packedLayer, ctx, x []float32, rows int) {
	m, k, w := e.model, e.kernel, e.model.Width
	k.Quantize(b.bytes, b.scale, ctx, rows, w)
	k.Linear(b.y, b.bytes, b.scale, rows, l.out)
	k.AddNormQuantize(b.bytes, b.scale, b.y, x, rows, w, l.norm1.gain, l.norm1.bias, m.Eps)
	k.Linear(b.up, b.bytes, b.scale, rows, l.up)
	k.GeluQuantize(b.wide, b.scale, b.up, rows, m.FFN)
	k.Linear(x, b.wide, b.scale, rows, l.down)
	k.AddNormQuantize(b.bytes, b.scale, x, b.y, rows, w, l.norm2.gain, l.norm2.bias, m.Eps)
}

// head computes out from the bytes of the picked rows.
func (e *integer) head(b *batch) {
	k, rows := e.kernel, len(b.picked)
	k.Linear(b.y, b.bytes, b.scale, rows, e.mid)
	k.GeluQuantize(b.bytes, b.scale, b.y, rows, e.model.Width)
	k.Linear(b.out, b.bytes, b.scale, rows, e.out)
}
