package encoder

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ErrModel says that a model file cannot be used, ErrFormat that it is of a later
// format than this program knows.
var (
	ErrModel  = errors.New("bad model file")
	ErrFormat = errors.New("model file of a later format")
)

const (
	magic     = "PARLEYM1"
	format    = 1
	alignment = 64      // of the data and of each tensor, from the file's start
	maxHeader = 1 << 20 // bytes of JSON
)

// MinPositions is the least length of a model's position table: a window must hold
// the longest unit, 100 pieces, with some pieces around it.
const MinPositions = 130

// A Header is what a model file tells about itself.
type Header struct {
	Format           int               `json:"format"`
	Name             string            `json:"name"`
	Arch             string            `json:"arch"`
	Layers           int               `json:"layers"`
	Width            int               `json:"width"`
	Heads            int               `json:"heads"`
	FFN              int               `json:"ffn"`
	Positions        int               `json:"positions"`
	RelativeBuckets  int               `json:"relative_buckets"`
	RelativeDistance int               `json:"relative_distance"`
	Eps              float32           `json:"eps"`
	CLS              int               `json:"cls"`
	SEP              int               `json:"sep"`
	UNK              int               `json:"unk"`
	Features         Features          `json:"features"`
	Head             map[string][2]int `json:"head"`
	Tags             []string          `json:"tags"`
	Tensors          []TensorInfo      `json:"tensors"`
}

// Features are the rows of the feature tables.
type Features struct {
	Shape int `json:"shape"`
	Quote int `json:"quote"`
	Para  int `json:"para"`
}

// A TensorInfo tells where a tensor lies in the file.
type TensorInfo struct {
	Name   string `json:"name"`
	DType  string `json:"dtype"` // f32, i8, u8
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"` // bytes from the file's start
}

// Name gives the name of a model file, from its header only. Errors are ErrModel or
// ErrFormat.
func Name(file []byte) (string, error) {
	h, _, err := readHeader(file)
	return h.Name, err
}

// readHeader reads the header; dataStart is where tensors may begin.
func readHeader(file []byte) (h Header, dataStart int, err error) {
	const fixed = len(magic) + 4
	if len(file) < fixed || string(file[:len(magic)]) != magic {
		return h, 0, fmt.Errorf("%w: it does not begin with %s", ErrModel, magic)
	}
	n := binary.LittleEndian.Uint32(file[len(magic):])
	if n > maxHeader || int(n) > len(file)-fixed {
		return h, 0, fmt.Errorf("%w: a header of %d bytes in a file of %d", ErrModel, n, len(file))
	}
	dataStart = fixed + int(n)
	raw := bytes.TrimRight(file[fixed:dataStart], " ")
	var version struct{ Format int }
	if err := json.Unmarshal(raw, &version); err != nil {
		return h, 0, fmt.Errorf("%w: header: %w", ErrModel, err)
	}
	if version.Format > format {
		return h, 0, fmt.Errorf("%w: format %d, this program reads %d", ErrFormat, version.Format, format)
	}
	if err := json.Unmarshal(raw, &h); err != nil {
		return h, 0, fmt.Errorf("%w: header: %w", ErrModel, err)
	}
	return h, dataStart, h.check()
}

// Bounds of a model's shape; larger than any that is meant.
const (
	maxLayers, maxWidth, maxHeads, maxFFN = 48, 4096, 64, 16384
	maxPositions, maxColumns, maxTags     = 4096, 4096, 31
	maxBuckets, maxDistance               = 256, 1 << 16
	lanes                                 = 16 // what row lengths are multiples of
)

// check looks at everything that the header alone tells.
func (h *Header) check() error {
	bad := func(field string, value any) error {
		return fmt.Errorf("%w: header: %s is %v", ErrModel, field, value)
	}
	switch {
	case h.Format != format:
		return bad("format", h.Format)
	case !goodName(h.Name):
		return bad("name", fmt.Sprintf("%.80q", h.Name))
	case !within(h.Layers, 1, maxLayers):
		return bad("layers", h.Layers)
	case !within(h.Width, lanes, maxWidth) || h.Width%lanes != 0:
		return bad("width", h.Width)
	case !within(h.Heads, 1, maxHeads) || h.Width%h.Heads != 0 || h.Width/h.Heads%lanes != 0:
		return bad("heads", h.Heads)
	case !within(h.FFN, lanes, maxFFN) || h.FFN%lanes != 0:
		return bad("ffn", h.FFN)
	case !within(h.Positions, MinPositions, maxPositions):
		return bad("positions", h.Positions)
	case h.RelativeBuckets != 0 && (!within(h.RelativeBuckets, 8, maxBuckets) || h.RelativeBuckets%2 != 0):
		return bad("relative_buckets", h.RelativeBuckets)
	case h.RelativeBuckets != 0 && !within(h.RelativeDistance, h.RelativeBuckets/4+1, maxDistance):
		return bad("relative_distance", h.RelativeDistance)
	case !(h.Eps > 0 && h.Eps < 1):
		return bad("eps", h.Eps)
	case h.Features != Features{shapes, quotes, paras}:
		return bad("features", h.Features)
	case !goodTags(h.Tags):
		return bad("tags", h.Tags)
	}
	return h.checkHeads()
}

// checkHeads looks at the columns that each head has.
func (h *Header) checkHeads() error {
	for name, r := range h.Head {
		if r[0] < 0 || r[1] <= r[0] || r[1] > maxColumns {
			return fmt.Errorf("%w: header: head %.80q has the columns %d to %d", ErrModel, name, r[0], r[1])
		}
		other := ""
		if kind, ok := strings.CutSuffix(name, fromSuffix); ok {
			other = kind + toSuffix
		} else if kind, ok := strings.CutSuffix(name, toSuffix); ok {
			other = kind + fromSuffix
		}
		switch o := h.Head[other]; {
		case other != "" && (o[1]-o[0] != r[1]-r[0] || (r[1]-r[0])%lanes != 0):
			return fmt.Errorf("%w: header: heads %.80q and %.80q have %d and %d columns, which must be alike and a multiple of %d",
				ErrModel, name, other, r[1]-r[0], o[1]-o[0], lanes)
		case other == "" && r[1]-r[0] != len(h.Tags):
			return fmt.Errorf("%w: header: head %.80q has %d columns for %d tags", ErrModel, name, r[1]-r[0], len(h.Tags))
		}
	}
	if len(h.Head) == 0 {
		return fmt.Errorf("%w: header: no head", ErrModel)
	}
	return nil
}

// columns is the number of outputs of all heads together.
func (h *Header) columns() int {
	n := 0
	for _, r := range h.Head {
		n = max(n, r[1])
	}
	return n
}

// goodName reports whether a statement can name its reader so.
func goodName(s string) bool {
	return len(s) > 0 && len(s) <= 64 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789._-") == ""
}

// goodTags reports whether the tags are "O" and pairs of "B-" and "I-" of a kind.
func goodTags(tags []string) bool {
	if !within(len(tags), 1, maxTags) || tags[0] != outside {
		return false
	}
	for i, t := range tags[1:] {
		if i%2 == 0 && (!strings.HasPrefix(t, begin) || len(t) == len(begin)) {
			return false
		}
		if i%2 == 1 && t != inside+strings.TrimPrefix(tags[i], begin) {
			return false
		}
	}
	return len(tags)%2 == 1
}

func within(n, low, high int) bool { return n >= low && n <= high }
