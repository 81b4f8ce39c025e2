package encoder

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/encoder/kernel"
	"parley/internal/encoder/modeltest"
)

// Bounds of what may differ.
const (
	floatBound = 1e-4 // float32 from PyTorch's; most of it is GELU, within 1.1e-5 of the exact one
	meanBound  = 0.03 // int8 from float32, on the average; training with fake quantisation makes up for it
)

func unzip(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	in, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A parityWindow is a window of pieces with the reference's outputs for each.
type parityWindow struct {
	IDs                []int32
	Shape, Quote, Para []int
	Out                [][]float32
}

// outputs runs all windows in one batch and gives a row for each piece.
func outputs(e *Encoder, windows []parityWindow) []float32 {
	var b batch
	for _, w := range windows {
		b.windows = append(b.windows, stretch{int32(len(b.ids)), int32(len(w.IDs))})
		for i, id := range w.IDs {
			b.picked = append(b.picked, int32(len(b.ids)))
			b.add(id, feature{uint8(w.Shape[i]), uint8(w.Quote[i]), uint8(w.Para[i])})
		}
	}
	b.out = make([]float32, len(b.picked)*e.columns)
	e.engine.run(&b)
	return b.out
}

// quantised makes an int8 file of a float32 one.
func quantised(t testing.TB, file []byte) []byte {
	t.Helper()
	h, start, err := readHeader(file)
	if err != nil {
		t.Fatal(err)
	}
	ts, err := readTensors(file, h.Tensors, start)
	if err != nil {
		t.Fatal(err)
	}
	var all []modeltest.Tensor
	for _, info := range h.Tensors {
		out := modeltest.Tensor{Name: info.Name, Shape: info.Shape, DType: info.DType, Bytes: ts[info.Name].data}
		if info.DType == "f32" {
			out.Bytes = nil
			if out.Floats, err = ts.floats(info.Name, info.Shape...); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, out)
	}
	var header map[string]any
	if err := json.Unmarshal([]byte(strings.TrimRight(string(file[12:start]), " ")), &header); err != nil {
		t.Fatal(err)
	}
	return modeltest.Write(header, modeltest.Quantize(all))
}

// distance gives the greatest and the mean difference.
func distance(a, b []float32) (greatest, mean float64) {
	for i := range a {
		d := float64(a[i] - b[i])
		greatest = max(greatest, d, -d)
		mean += max(d, -d) / float64(len(a))
	}
	return greatest, mean
}

// TestParity compares the whole network with PyTorch's, and int8 with float32.
func TestParity(t *testing.T) {
	for _, arch := range []string{"bert", "mpnet"} {
		var windows []parityWindow
		if err := json.Unmarshal(unzip(t, arch+".json.gz"), &windows); err != nil {
			t.Fatal(err)
		}
		var want []float32
		for _, w := range windows {
			for _, row := range w.Out {
				want = append(want, row...)
			}
		}
		file := unzip(t, arch+".model.gz")
		float := outputs(open(t, file, kernel.Best()), windows)
		if d, mean := distance(float, want); len(float) != len(want) || !(d <= floatBound) {
			t.Errorf("%s: float32 is up to %.2g from PyTorch (mean %.2g)", arch, d, mean)
		} else {
			t.Logf("%s: float32 is up to %.2g from PyTorch (mean %.2g)", arch, d, mean)
		}
		e := open(t, quantised(t, file), kernel.Best())
		reference, err := NewReference(e.Model(), kernel.Best())
		if err != nil {
			t.Fatal(err)
		}
		if d, mean := distance(outputs(reference, windows), float); !(mean <= meanBound) {
			t.Errorf("%s: the int8 file in float32 is %.2g off on the average (up to %.2g)", arch, mean, d)
		}
		integer := outputs(e, windows)
		if d, mean := distance(integer, float); !(mean <= meanBound) {
			t.Errorf("%s: int8 is %.2g from float32 on the average (up to %.2g)", arch, mean, d)
		} else {
			t.Logf("%s: int8 is %.2g from float32 on the average (up to %.2g)", arch, mean, d)
		}
	}
}
