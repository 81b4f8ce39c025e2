package encoder

import (
	"fmt"
	"strconv"

	"parley/internal/encoder/wordpiece"
)

// A Model is a model file, read and checked. It refers to the file's bytes, which must
// not change. What is left to New is to pack the weights.
type Model struct {
	Header
	Int8   bool // the linear layers and the words are int8
	Pieces *wordpiece.Vocabulary

	word                         table
	position, shape, quote, para []float32 // rows × width
	norm                         norm
	layers                       []layer
	relative                     []float32 // buckets × heads, or nil
	mid, out                     linear    // of the head
	crf                          map[string][]float32
}

// A table holds a row of width for each piece, as floats or as bytes with a scale a row.
type table struct {
	floats []float32
	bytes  []byte // int8
	scale  []float32
}

// A linear layer, out × in: weights as floats, or as bytes with a scale an output.
type linear struct {
	name        string
	out, in     int
	floats      []float32
	bytes       []byte // int8
	scale, bias []float32
}

// A norm is a layer norm's gain and bias.
type norm struct{ gain, bias []float32 }

// A layer is one of the encoder's.
type layer struct {
	qkv, out, up, down linear
	norm1, norm2       norm
}

// Parse reads a model file and checks all of it but the range of int8 weights, which
// New sees. Errors are ErrModel or ErrFormat.
func Parse(file []byte) (*Model, error) {
	h, dataStart, err := readHeader(file)
	if err != nil {
		return nil, err
	}
	ts, err := readTensors(file, h.Tensors, dataStart)
	if err != nil {
		return nil, err
	}
	m := &Model{Header: h, Int8: ts["word"].DType == "i8"}
	r := &reader{ts: ts, int8: m.Int8}
	r.model(m)
	return m, r.err
}

// A reader takes tensors and keeps the first error.
type reader struct {
	ts   tensors
	int8 bool
	err  error
}

func (r *reader) floats(name string, shape ...int) []float32 {
	if r.err != nil {
		return nil
	}
	var out []float32
	out, r.err = r.ts.floats(name, shape...)
	return out
}

func (r *reader) get(name, dtype string, shape ...int) []byte {
	if r.err != nil {
		return nil
	}
	var out []byte
	out, r.err = r.ts.get(name, dtype, shape...)
	return out
}

// model takes all tensors of m's header.
func (r *reader) model(m *Model) {
	w := m.Width
	r.vocabulary(m)
	if r.err != nil {
		return
	}
	m.word = r.words(m.Pieces.Len(), w)
	m.position = r.floats("position", m.Positions, w)
	m.shape = r.floats("shape", m.Features.Shape, w)
	m.quote = r.floats("quote", m.Features.Quote, w)
	m.para = r.floats("para", m.Features.Para, w)
	m.norm = r.norm("norm", w)
	m.layers = make([]layer, m.Layers)
	for i := range m.layers {
		m.layers[i] = r.layer("layer."+strconv.Itoa(i)+".", w, m.FFN)
	}
	if m.RelativeBuckets > 0 {
		m.relative = r.floats("relative", m.RelativeBuckets, m.Heads)
	}
	m.mid = r.linear("head.mid", w, w)
	m.out = r.linear("head.out", m.columns(), w)
	m.crf = map[string][]float32{}
	for name := range m.Head {
		if isTagHead(name) {
			m.crf[name] = r.floats("crf."+name, len(m.Tags), len(m.Tags))
		}
	}
}

// vocabulary takes the word pieces.
func (r *reader) vocabulary(m *Model) {
	t, ok := r.ts["vocab"]
	if !ok || len(t.Shape) != 1 {
		r.err = fmt.Errorf("%w: no tensor %q of one dimension", ErrModel, "vocab")
		return
	}
	lines := r.get("vocab", "u8", t.Shape[0])
	if r.err != nil {
		return
	}
	v, err := wordpiece.New(lines, m.UNK)
	if err != nil {
		r.err = fmt.Errorf("%w: %w", ErrModel, err)
		return
	}
	if !within(m.CLS, 0, v.Len()-1) || !within(m.SEP, 0, v.Len()-1) {
		r.err = fmt.Errorf("%w: header: cls %d and sep %d of %d pieces", ErrModel, m.CLS, m.SEP, v.Len())
		return
	}
	m.Pieces = v
}

func (r *reader) words(rows, width int) table {
	if !r.int8 {
		return table{floats: r.floats("word", rows, width)}
	}
	return table{bytes: r.get("word", "i8", rows, width), scale: r.floats("word.scale", rows)}
}

func (r *reader) norm(name string, width int) norm {
	return norm{r.floats(name+".gain", width), r.floats(name+".bias", width)}
}

func (r *reader) linear(name string, out, in int) linear {
	l := linear{name: name, out: out, in: in, bias: r.floats(name+".bias", out)}
	if !r.int8 {
		l.floats = r.floats(name+".weight", out, in)
		return l
	}
	l.bytes = r.get(name+".weight", "i8", out, in)
	l.scale = r.floats(name+".scale", out)
	return l
}

func (r *reader) layer(prefix string, width, ffn int) layer {
	return layer{
		qkv:   r.linear(prefix+"qkv", 3*width, width),
		out:   r.linear(prefix+"out", width, width),
		up:    r.linear(prefix+"up", ffn, width),
		down:  r.linear(prefix+"down", width, ffn),
		norm1: r.norm(prefix+"norm1", width),
		norm2: r.norm(prefix+"norm2", width),
	}
}
