package encoder

import (
	"fmt"
	"sync"

	"parley/internal/encoder/kernel"
)

// An Encoder scores texts with a model. It is not changed once made; any number of
// goroutines use it at once, each with its own Scores.
type Encoder struct {
	model   *Model
	engine  engine
	kernel  *kernel.Set
	limit   int // pieces of a window without [CLS] and [SEP]
	columns int // of all heads
	// relative holds the bias of each head and distance from 1−positions to positions−1, or nil.
	relative []float32
}

// An engine does the arithmetic of a batch: it fills b.out with a row of columns for each row
// in b.picked.
type engine interface {
	run(b *batch)
}

// windowPieces is how many pieces a window holds at most, as in training.
const windowPieces = 254

// Kernel gives the instruction set of a name, the best of this machine for "".
func Kernel(name string) (*kernel.Set, error) {
	if name == "" {
		return kernel.Best(), nil
	}
	return kernel.ByName(name)
}

// New makes an encoder of a model: int8 arithmetic for int8 models, else the float32
// reference. Of a file's faults it sees int8 weights out of range (ErrModel).
func New(m *Model, k *kernel.Set) (*Encoder, error) {
	if !m.Int8 {
		return NewReference(m, k)
	}
	e := newEncoder(m, k)
	engine, err := newInteger(e)
	e.engine = engine
	return e, err
}

// NewReference makes an encoder of any model that computes in float32. It is slow.
func NewReference(m *Model, k *kernel.Set) (*Encoder, error) {
	e := newEncoder(m, k)
	e.engine = newFloat(e)
	return e, nil
}

func newEncoder(m *Model, k *kernel.Set) *Encoder {
	e := &Encoder{model: m, kernel: k, limit: min(windowPieces, m.Positions-2), columns: m.columns()}
	if m.relative != nil {
		e.relative = distances(m)
	}
	return e
}

// Model gives the model that the encoder runs.
func (e *Encoder) Model() *Model { return e.model }

// pack packs weights for the kernels, each matrix in its own goroutine.
func pack(all []*linear) ([]*kernel.Matrix, error) {
	out, errs := make([]*kernel.Matrix, len(all)), make([]error, len(all))
	var group sync.WaitGroup
	for i, l := range all {
		group.Go(func() {
			out[i], errs[i] = kernel.Pack(bytes8(l.bytes), l.scale, l.bias, l.out, l.in)
		})
	}
	group.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%w: tensor %q: %w", ErrModel, all[i].name+".weight", err)
		}
	}
	return out, nil
}
