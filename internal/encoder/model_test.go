package encoder

import (
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/internal/encoder/kernel"
	"parley/internal/encoder/modeltest"
)

// tiny is the least model: small enough to fuzz.
var tiny = modeltest.Shape{Layers: 1, Width: 16, Heads: 1, FFN: 16, Positions: 130, Link: 16, Buckets: 32, Vocabulary: modeltest.Letters(), Int8: true}

// TestBadHeader: a header that does not hold together is refused by the name of what is wrong.
func TestBadHeader(t *testing.T) {
	for field, values := range map[string][]any{
		"format":           {0, -1, "x"},
		"name":             {"", "a b", "Model", strings.Repeat("x", 65)},
		"layers":           {0, 49, 1e12, 1.5},
		"width":            {0, 24, -16, 1 << 40},
		"heads":            {0, 2, 3},
		"ffn":              {0, 8},
		"positions":        {129, 5000},
		"relative_buckets": {-2, 3, 2, 512},
		"eps":              {0, -1, 1},
		"tags":             {[]string{}, []string{"B-x"}, []string{"O", "B-x"}, []string{"O", "B-x", "I-y"}, []string{"O", "I-x", "B-x"}},
		"features":         {map[string]int{"shape": 5, "quote": 2, "para": 2}},
		"head":             {nil, map[string][2]int{"a": {0, 6}}, map[string][2]int{"a": {-7, 0}}, map[string][2]int{"a_from": {0, 16}}, map[string][2]int{"a_from": {0, 8}, "a_to": {8, 16}}},
		"cls":              {-1, 1000},
		"unk":              {-1, 1000},
	} {
		for _, value := range values {
			header := tiny.Header()
			header[field] = value
			_, err := Parse(modeltest.Write(header, tiny.Tensors(1)))
			if !errors.Is(err, ErrModel) {
				t.Errorf("%s %v: %v", field, value, err)
			}
		}
	}
}

// TestBadTensors: a tensor that is missing, of another type or shape, or not finite is named.
func TestBadTensors(t *testing.T) {
	for name, change := range map[string]func(*modeltest.Tensor){
		"missing": func(t *modeltest.Tensor) { t.Name = "other" },
		"type":    func(t *modeltest.Tensor) { t.DType = "u16" },
		"shape":   func(t *modeltest.Tensor) { t.Shape = []int{t.Shape[0] + 1, 1} },
		"NaN":     func(t *modeltest.Tensor) { *t = poison(*t, float32(math.NaN())) },
		"Inf":     func(t *modeltest.Tensor) { *t = poison(*t, float32(math.Inf(-1))) },
	} {
		for i, tensor := range tiny.Tensors(1) {
			if tensor.DType != "f32" && (name == "NaN" || name == "Inf") {
				continue
			}
			all := tiny.Tensors(1)
			change(&all[i])
			if _, err := Parse(modeltest.Write(tiny.Header(), all)); !errors.Is(err, ErrModel) {
				t.Errorf("%s %s: %v", name, tensor.Name, err)
			}
		}
	}
}

func poison(t modeltest.Tensor, v float32) modeltest.Tensor {
	t.Floats = append([]float32{}, t.Floats...)
	t.Floats[len(t.Floats)-1] = v
	return t
}

// TestWeightsTooLarge: int8 weights beyond ±64 are seen when they are packed.
func TestWeightsTooLarge(t *testing.T) {
	all := tiny.Tensors(1)
	for i := range all {
		if all[i].Name == "layer.0.up.weight" {
			all[i].Bytes[100] = 65
		}
	}
	m, err := Parse(modeltest.Write(tiny.Header(), all))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := New(m, kernel.Best()); !errors.Is(err, ErrModel) || !strings.Contains(err.Error(), "layer.0.up.weight") {
		t.Error(err)
	}
}

// TestLaterFormat: a greater format is refused by name whatever else it holds; what
// this format does not know is passed over.
func TestLaterFormat(t *testing.T) {
	header := map[string]any{"format": 2, "layers": "seven"}
	if _, err := Parse(modeltest.Write(header, nil)); !errors.Is(err, ErrFormat) {
		t.Error(err)
	}
	header = maps.Clone(tiny.Header())
	header["licence"] = "MIT"
	more := append(tiny.Tensors(1), modeltest.Tensor{Name: "more", Shape: []int{2}, DType: "u8", Bytes: []byte{1, 2}})
	if _, err := Parse(modeltest.Write(header, more)); err != nil {
		t.Error(err)
	}
}

// TestBadFile: a file cut short or with its header's length changed is refused.
func TestBadFile(t *testing.T) {
	file := modeltest.Random(tiny, 1)
	for n := 0; n < len(file)-64; n += 1 + n/8 {
		if _, err := Parse(file[:n]); !errors.Is(err, ErrModel) {
			t.Errorf("%d of %d bytes: %v", n, len(file), err)
		}
	}
	for _, n := range []uint32{0, 1, 100, 1 << 20, 1<<20 + 1, math.MaxUint32} {
		bad := bytes.Clone(file)
		binary.LittleEndian.PutUint32(bad[8:], n)
		if _, err := Parse(bad); !errors.Is(err, ErrModel) {
			t.Errorf("header of %d: %v", n, err)
		}
	}
}

// TestOverlap: tensors that share bytes are refused, so that a small file cannot fill the memory.
func TestOverlap(t *testing.T) {
	file := modeltest.Random(tiny, 1)
	h, start, err := readHeader(file)
	if err != nil {
		t.Fatal(err)
	}
	h.Tensors[3].Offset = h.Tensors[4].Offset
	if _, err := readTensors(file, h.Tensors, start); !errors.Is(err, ErrModel) {
		t.Error(err)
	}
}

// FuzzParse: no file makes the reader fail otherwise than by an error, and what is
// accepted reads a text.
func FuzzParse(f *testing.F) {
	file := modeltest.Random(tiny, 1)
	f.Add(file[:4096], 100, byte(1))
	f.Add(file[12:2000], 12, byte('9'))
	f.Fuzz(func(t *testing.T, patch []byte, at int, xor byte) {
		bad := bytes.Clone(file)
		at = min(max(at, 0), len(bad)-1)
		copy(bad[at:], patch)
		bad[at] ^= xor
		readSpoiled(t, bad)
	})
}

// TestSpoiled spoils the header and the tensors at many places: no panic, and an error is one of the two.
func TestSpoiled(t *testing.T) {
	file := modeltest.Random(tiny, 1)
	start := 12 + int(binary.LittleEndian.Uint32(file[8:]))
	rapid.Check(t, func(t *rapid.T) {
		bad := bytes.Clone(file)
		for range rapid.IntRange(1, 3).Draw(t, "places") {
			if rapid.Bool().Draw(t, "header") {
				bad[rapid.IntRange(12, start-1).Draw(t, "at")] = rapid.SampledFrom([]byte("0123456789-.eE[]{}\",: a")).Draw(t, "character")
			} else {
				bad[rapid.IntRange(start, len(bad)-1).Draw(t, "at")] ^= rapid.Byte().Draw(t, "bits")
			}
		}
		readSpoiled(t, bad)
	})
}

// readSpoiled parses a file and, if it is accepted, reads a text with it.
func readSpoiled(t interface{ Fatal(...any) }, file []byte) {
	m, err := Parse(file)
	if err != nil {
		if !errors.Is(err, ErrModel) && !errors.Is(err, ErrFormat) {
			t.Fatal(err)
		}
		return
	}
	e, err := New(m, kernel.Best())
	if err != nil {
		return
	}
	var s Scores
	text := "“The” said of 12.\nNo"
	e.Read(text, lines(text), &s)
	for name := range m.Head {
		if h, err := e.TagHead(name); err == nil {
			s.Tags(h, nil)
			s.Spans(h, nil, nil)
		}
	}
}
