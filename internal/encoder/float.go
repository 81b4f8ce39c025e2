package encoder

import "math"

// float is the reference: the same network in float32, written to be read. Dot products, norms and GELU are
// the kernel's, all else is here.
type float struct {
	*Encoder
	layers   []layer
	mid, out linear
}

func newFloat(e *Encoder) *float {
	f := &float{Encoder: e, mid: floatLinear(e.model.mid), out: floatLinear(e.model.out)}
	for _, l := range e.model.layers {
		f.layers = append(f.layers, layer{floatLinear(l.qkv), floatLinear(l.out), floatLinear(l.up), floatLinear(l.down), l.norm1, l.norm2})
	}
	return f
}

// floatLinear gives a layer with its weights as floats.
func floatLinear(l linear) linear {
	if l.floats == nil {
		l.floats = make([]float32, l.out*l.in)
		for i, b := range l.bytes {
			l.floats[i] = float32(float32(int8(b)) * l.scale[i/l.in])
		}
	}
	return l
}

// run computes a batch, all rows of it in all layers.
func (e *float) run(b *batch) {
	m, k, w, rows := e.model, e.kernel, e.model.Width, len(b.ids)
	b.size(m)
	b.embed(m)
	k.Norm(b.x, rows, w, m.norm.gain, m.norm.bias, m.Eps)
	for i := range e.layers {
		l := &e.layers[i]
		e.linear(b.qkv, b.x, rows, &l.qkv)
		for _, s := range b.windows {
			row, n := int(s.row), int(s.length)
			b.shares = resize(b.shares, n)
			e.attention(b.ctx[row*w:], b.qkv[3*row*w:], b.shares)
		}
		e.linear(b.y, b.ctx, rows, &l.out)
		k.AddNorm(b.y, b.x, rows, w, l.norm1.gain, l.norm1.bias, m.Eps)
		e.linear(b.up, b.y, rows, &l.up)
		k.Gelu(b.up)
		e.linear(b.x, b.up, rows, &l.down)
		k.AddNorm(b.x, b.y, rows, w, l.norm2.gain, l.norm2.bias, m.Eps)
	}
	_, x := b.pick(w)
	e.linear(b.y, x, len(b.picked), &e.mid)
	k.Gelu(b.y[:len(b.picked)*w])
	e.linear(b.out, b.y, len(b.picked), &e.out)
}

// linear computes rows × out from rows × in.
func (e *float) linear(dst, x []float32, rows int, l *linear) {
	for o := range l.out {
		weights := l.floats[o*l.in:][:l.in]
		for i := range rows {
			dst[i*l.out+o] = e.kernel.Dot(x[i*l.in:][:l.in], weights) + l.bias[o]
		}
	}
}

// attention computes a window of len(s) pieces: rows of width from rows of 3·width.
func (e *float) attention(ctx, qkv, s []float32) {
	m, w := e.model, e.model.Width
	d := w / m.Heads
	root := 1 / float32(math.Sqrt(float64(d)))
	for h := range m.Heads {
		for i := range s {
			q := qkv[3*i*w+h*d:][:d]
			for j := range s {
				s[j] = float32(e.kernel.Dot(q, qkv[3*j*w+w+h*d:][:d])*root) + e.bias(h, j-i)
			}
			softmax(s)
			out := ctx[i*w+h*d:][:d]
			clear(out)
			for j, p := range s {
				for c, v := range qkv[3*j*w+2*w+h*d:][:d] {
					out[c] += float32(p * v)
				}
			}
		}
	}
}

// bias is the relative bias of a head for a key that stands distance behind its query.
func (e *float) bias(head, distance int) float32 {
	if e.relative == nil {
		return 0
	}
	p := e.model.Positions
	return e.relative[head*(2*p-1)+distance+p-1]
}

// softmax turns scores into shares.
func softmax(s []float32) {
	top, sum := s[0], float32(0)
	for _, v := range s {
		top = max(top, v)
	}
	for j, v := range s {
		s[j] = exp(v - top)
		sum += s[j]
	}
	for j := range s {
		s[j] /= sum
	}
}
