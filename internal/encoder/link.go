package encoder

import "fmt"

// The names of the two heads of a link kind.
const fromSuffix, toSuffix = "_from", "_to"

// A LinkHead scores links of one kind between units.
type LinkHead struct{ from, to, size int } // columns

// linkDivisor divides links' scores: the root of their usual 64 columns.
const linkDivisor = 8

// LinkHead gives the links of a kind, "source" (cue to source) or "content" (content to
// cue); ErrHead if there is none.
func (e *Encoder) LinkHead(kind string) (LinkHead, error) {
	from, ok := e.model.Head[kind+fromSuffix]
	to, too := e.model.Head[kind+toSuffix]
	if !ok || !too {
		return LinkHead{}, fmt.Errorf("%w: link %q", ErrHead, kind)
	}
	return LinkHead{from[0], to[0], from[1] - from[0]}, nil
}

// None stands for no unit as the end of a link.
const None = -1

// Link scores a link from a unit to another, or to None. Only scores of links from the same unit are comparable.
func (s *Scores) Link(h LinkHead, from, to int) float32 {
	columns := s.encoder.columns
	rows := s.rows
	if to == None {
		rows, to = s.cls, int(s.Units[from].Window)
	}
	return s.encoder.kernel.Dot(s.rows[from*columns+h.from:][:h.size], rows[to*columns+h.to:][:h.size]) / linkDivisor
}
