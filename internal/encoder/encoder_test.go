package encoder

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/internal/encoder/kernel"
	"parley/internal/encoder/modeltest"
	"parley/internal/news"
)

// open makes an encoder of a model file.
func open(t testing.TB, file []byte, k *kernel.Set) *Encoder {
	t.Helper()
	m, err := Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	e, err := New(m, k)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// lines gives the spans of a text's lines, empty ones as well.
func lines(text string) []news.Span {
	var out []news.Span
	at := 0
	for line := range strings.Lines(text) {
		out = append(out, news.Span{Start: at, End: at + len(line)})
		at += len(line)
	}
	return out
}

// pages gives the example pages: invented reports as HTML.
func pages(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("../../examples/pages/*/*")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d example pages: %v", len(names), err)
	}
	var out []string
	for _, name := range names[:10] {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(raw))
	}
	return out
}

func writeFloats(out *bytes.Buffer, xs []float32) {
	for _, x := range xs {
		b := math.Float32bits(x)
		out.Write([]byte{byte(b), byte(b >> 8), byte(b >> 16), byte(b >> 24)})
	}
}

// answers are all bits of what Scores says.
func answers(t testing.TB, e *Encoder, s *Scores) []byte {
	t.Helper()
	var out bytes.Buffer
	floats := func(xs []float32) { writeFloats(&out, xs) }
	floats(s.rows)
	floats(s.cls)
	h, err := e.TagHead("statement")
	if err != nil {
		t.Fatal(err)
	}
	out.Write(s.Tags(h, nil))
	spans, inside := s.Spans(h, nil, nil)
	fmt.Fprint(&out, spans)
	floats(inside)
	l, err := e.LinkHead("source")
	if err != nil {
		t.Fatal(err)
	}
	for u := range s.Units {
		floats([]float32{s.Link(l, u, None), s.Link(l, u, len(s.Units)-1-u)})
	}
	return out.Bytes()
}

// shapesOfTest are the models that the tests below read with.
func shapesOfTest() map[string]modeltest.Shape {
	relative, float := modeltest.Small, modeltest.Small
	relative.Buckets, relative.Positions = 32, 140
	float.Int8 = false
	return map[string]modeltest.Shape{"bert": modeltest.Small, "mpnet": relative, "float": float}
}

// TestSameBits: every instruction set gives the same answers, bit by bit, on example pages.
func TestSameBits(t *testing.T) {
	for name, shape := range shapesOfTest() {
		file := modeltest.Random(shape, 1)
		for _, text := range pages(t)[:3] {
			text = text[:min(len(text), 1500)]
			var want []byte
			for _, k := range kernel.Available() {
				var s Scores
				e := open(t, file, k)
				e.Read(text, lines(text), &s)
				got := answers(t, e, &s)
				if want == nil {
					want = got
				}
				if !bytes.Equal(got, want) {
					t.Errorf("%s: %s differs from plain Go", name, k.Name)
				}
			}
		}
	}
}

func TestKernel(t *testing.T) {
	for _, k := range append(kernel.Available(), nil) {
		name, want := "", kernel.Best().Name
		if k != nil {
			name, want = k.Name, k.Name
		}
		if got, err := Kernel(name); err != nil || got.Name != want {
			t.Errorf("%q: %v %v", name, got, err)
		}
	}
	if _, err := Kernel("abacus"); err == nil {
		t.Error("there is an abacus")
	}
}
