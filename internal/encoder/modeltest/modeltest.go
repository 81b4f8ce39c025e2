// Package modeltest writes model files for tests: random ones of any shape, and int8
// ones from the floats of others. docs/encoder.md has the format.
package modeltest

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// A Shape tells what kind of model to make.
type Shape struct {
	Layers, Width, Heads, FFN, Positions int
	Buckets                              int // of relative positions, or 0
	Link                                 int // columns of each link head
	Vocabulary                           string
	Int8                                 bool
}

// Small is a model that reads English text badly but fast; its pieces are letters.
var Small = Shape{Layers: 2, Width: 32, Heads: 2, FFN: 64, Positions: 256, Link: 16, Vocabulary: Letters(), Int8: true}

// MiniLM has the shape of the small reader and only letters for pieces.
var MiniLM = Shape{Layers: 6, Width: 384, Heads: 12, FFN: 1536, Positions: 512, Link: 64, Vocabulary: Letters(), Int8: true}

// Letters gives a vocabulary of the printable ASCII characters, first and continuing. Special pieces are
// [PAD], [UNK], [CLS], [SEP], from 0 on.
func Letters() string {
	s := "[PAD]\n[UNK]\n[CLS]\n[SEP]\n“\n”\nthe\nsaid\nof\n##ed\n"
	for c := '!'; c <= '~'; c++ {
		if c < 'A' || c > 'Z' {
			s += string(c) + "\n"
		}
	}
	for c := '0'; c <= 'z'; c++ {
		if c <= '9' || c >= 'a' {
			s += "##" + string(c) + "\n"
		}
	}
	return s
}

// A Tensor is one of a file: floats or bytes.
type Tensor struct {
	Name   string
	Shape  []int
	DType  string
	Floats []float32
	Bytes  []byte
}

// Write gives a file of a header, to which the list of tensors is added, and tensors.
func Write(header map[string]any, tensors []Tensor) []byte {
	const alignment = 64
	raw := make([][]byte, len(tensors))
	list := make([]map[string]any, len(tensors))
	for i, t := range tensors {
		raw[i] = t.Bytes
		for _, v := range t.Floats {
			raw[i] = binary.LittleEndian.AppendUint32(raw[i], math.Float32bits(v))
		}
		list[i] = map[string]any{"name": t.Name, "dtype": t.DType, "shape": t.Shape, "offset": 0}
	}
	header = maps.Clone(header)
	header["tensors"] = list
	room := len(encode(header)) + 16*len(tensors) // for the offsets
	at := (12 + room + alignment - 1) / alignment * alignment
	room = at - 12
	for i := range raw {
		list[i]["offset"] = at
		at += (len(raw[i]) + alignment - 1) / alignment * alignment
	}
	file := make([]byte, 0, at)
	file = append(file, "PARLEYM1"...)
	file = binary.LittleEndian.AppendUint32(file, uint32(room))
	file = append(file, fmt.Sprintf("%-*s", room, encode(header))...)
	for _, r := range raw {
		file = append(file, r...)
		for len(file)%alignment != 0 {
			file = append(file, 0)
		}
	}
	return file
}

func encode(header map[string]any) []byte {
	raw, err := json.Marshal(header)
	if err != nil {
		panic(err)
	}
	return raw
}

// Header gives the header of a model of this shape.
func (s Shape) Header() map[string]any {
	head, at := map[string][2]int{}, 0
	for _, h := range heads {
		n := 7
		if h[0] != 'p' && h != "statement" {
			n = s.Link
		}
		head[h] = [2]int{at, at + n}
		at += n
	}
	return map[string]any{
		"format": 1, "name": "random", "arch": "bert", "layers": s.Layers, "width": s.Width, "heads": s.Heads, "ffn": s.FFN,
		"positions": s.Positions, "relative_buckets": s.Buckets, "relative_distance": 128, "eps": 1e-12, "cls": 2, "sep": 3, "unk": 1,
		"features": map[string]int{"shape": 6, "quote": 2, "para": 2}, "head": head,
		"tags": []string{"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"},
	}
}

var heads = []string{"polnear", "statement", "source_from", "source_to", "content_from", "content_to"}

// Random gives a model file with weights drawn from seed.
func Random(s Shape, seed uint64) []byte {
	return Write(s.Header(), s.Tensors(seed))
}

// Tensors draws all tensors of a model.
func (s Shape) Tensors(seed uint64) []Tensor {
	d := &draw{state: seed}
	w, pieces := s.Width, 0
	for _, c := range s.Vocabulary {
		if c == '\n' {
			pieces++
		}
	}
	d.all = []Tensor{{Name: "vocab", Shape: []int{len(s.Vocabulary)}, DType: "u8", Bytes: []byte(s.Vocabulary)}}
	d.add("word", 0.05, pieces, w)
	d.add("position", 0.02, s.Positions, w)
	d.add("shape", 0.02, 6, w)
	d.add("quote", 0.02, 2, w)
	d.add("para", 0.02, 2, w)
	d.norm("norm", w)
	for i := range s.Layers {
		prefix := fmt.Sprintf("layer.%d.", i)
		d.linear(prefix+"qkv", 3*w, w)
		d.linear(prefix+"out", w, w)
		d.linear(prefix+"up", s.FFN, w)
		d.linear(prefix+"down", w, s.FFN)
		d.norm(prefix+"norm1", w)
		d.norm(prefix+"norm2", w)
	}
	if s.Buckets > 0 {
		d.add("relative", 1, s.Buckets, s.Heads)
	}
	d.linear("head.mid", w, w)
	d.linear("head.out", 14+4*s.Link, w)
	d.add("crf.polnear", 1, 7, 7)
	d.add("crf.statement", 1, 7, 7)
	if s.Int8 {
		return Quantize(d.all)
	}
	return d.all
}

// draw makes random tensors.
type draw struct {
	state uint64
	all   []Tensor
}

// value is about normal with deviation 1: a sum of four even ones.
func (d *draw) value() float32 {
	sum := float32(0)
	for range 4 {
		d.state = d.state*6364136223846793005 + 1442695040888963407
		sum += float32(d.state>>40)/(1<<24) - 0.5
	}
	return sum * 1.732
}

func (d *draw) add(name string, deviation float32, shape ...int) []float32 {
	n := 1
	for _, s := range shape {
		n *= s
	}
	t := Tensor{Name: name, Shape: shape, DType: "f32", Floats: make([]float32, n)}
	for i := range t.Floats {
		t.Floats[i] = d.value() * deviation
	}
	d.all = append(d.all, t)
	return t.Floats
}

func (d *draw) norm(name string, n int) {
	for i, v := range d.add(name+".gain", 0.1, n) {
		d.all[len(d.all)-1].Floats[i] = 1 + v
	}
	d.add(name+".bias", 0.1, n)
}

func (d *draw) linear(name string, out, in int) {
	d.add(name+".weight", float32(1/math.Sqrt(float64(in))), out, in)
	d.add(name+".bias", 0.1, out)
}

// Quantize makes int8 of the weights of all linear layers (±64) and of the words (±127), with a scale a row.
func Quantize(all []Tensor) []Tensor {
	var out []Tensor
	for _, t := range all {
		base, linear := strings.CutSuffix(t.Name, ".weight")
		switch {
		case t.DType == "f32" && linear:
			out = append(out, quantize(t, t.Name, base+".scale", 64)...)
		case t.DType == "f32" && t.Name == "word":
			out = append(out, quantize(t, "word", "word.scale", 127)...)
		default:
			out = append(out, t)
		}
	}
	return out
}

func quantize(t Tensor, name, scaleName string, top float64) []Tensor {
	rows, n := t.Shape[0], t.Shape[1]
	bytes, scale := make([]byte, rows*n), make([]float32, rows)
	for i := range rows {
		row := t.Floats[i*n:][:n]
		amax := 0.0
		for _, v := range row {
			amax = max(amax, math.Abs(float64(v)))
		}
		scale[i] = float32(amax / top)
		for j, v := range row {
			if amax > 0 {
				bytes[i*n+j] = byte(int8(math.RoundToEven(float64(v) * top / amax)))
			}
		}
	}
	return []Tensor{{Name: name, Shape: slices.Clone(t.Shape), DType: "i8", Bytes: bytes}, {Name: scaleName, Shape: []int{rows}, DType: "f32", Floats: scale}}
}
