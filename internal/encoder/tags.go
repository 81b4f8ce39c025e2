package encoder

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

// ErrHead says that a model has no head of a name.
var ErrHead = errors.New("model has no such head")

// The forms of tags: "O", "B-kind" for the first unit of a span, "I-kind" for the others.
const outside, begin, inside = "O", "B-", "I-"

// A TagHead is a head that gives each unit a score per tag.
type TagHead struct {
	column int
	crf    []float32 // tags × tags, from row to column
}

func isTagHead(name string) bool {
	return !strings.HasSuffix(name, fromSuffix) && !strings.HasSuffix(name, toSuffix)
}

// TagHead gives the tag head of a name, as "statement"; ErrHead if there is none.
func (e *Encoder) TagHead(name string) (TagHead, error) {
	crf, ok := e.model.crf[name]
	if !ok {
		return TagHead{}, fmt.Errorf("%w: tags %q", ErrHead, name)
	}
	return TagHead{e.model.Head[name][0], crf}, nil
}

// inner reports whether a tag is the I- of a kind; its B- is then the tag before it, as Parse has seen.
func inner(tag int) bool { return tag > 0 && tag%2 == 0 }

// allowed reports whether tag to may follow tag from: an I- only its B- or itself.
func allowed(from, to int) bool { return !inner(to) || from == to || from == to-1 }

// A decoder holds the memory of decoding.
type decoder struct {
	back                []uint8   // units × tags: the best tag before
	alpha, beta, weight []float64 // units × tags
}

// emission gives a unit's scores per tag.
func (s *Scores) emission(h TagHead, unit int) []float32 {
	return s.rows[unit*s.encoder.columns+h.column:][:len(s.encoder.model.Tags)]
}

// runEnd gives the unit behind the run that begins at unit from: the units of a window, or of all
// windows of a cut paragraph.
func (s *Scores) runEnd(from int) int {
	i := int(s.Units[from].Window)
	run := s.windows[i].run
	for i+1 < len(s.windows) && s.windows[i+1].run == run {
		i++
	}
	return int(s.windows[i].rest)
}

// Tags appends the best tag of each unit, numbers in Model.Tags, to dst[:0]. The best path is sought over
// the units of a window together; over all windows of a paragraph that was cut. An I- tag follows
// only a B- or I- of its kind.
func (s *Scores) Tags(h TagHead, dst []uint8) []uint8 {
	dst = resize(dst, len(s.Units))
	for from := 0; from < len(dst); {
		to := s.runEnd(from)
		s.viterbi(h, dst[from:to], from)
		from = to
	}
	return dst
}

// viterbi writes the best path of the units from `from` on into path. Scores are added from
// left to right; behind each unit the greatest is taken from all, so that long runs do not run out of digits. Of equals the lower tag wins.
func (s *Scores) viterbi(h TagHead, path []uint8, from int) {
	n := len(s.encoder.model.Tags)
	back := resize(s.decoder.back, len(path)*n)
	s.decoder.back = back
	var memory [2][maxTags]float32
	now, next := memory[0][:n], memory[1][:n]
	for tag, e := range s.emission(h, from) {
		now[tag] = e
		if inner(tag) {
			now[tag] = float32(math.Inf(-1))
		}
	}
	for u := 1; u < len(path); u++ {
		emission := s.emission(h, from+u)
		for tag := range next {
			best, score := h.before(now, tag)
			next[tag], back[u*n+tag] = score+emission[tag], best
		}
		now, next = next, now
		level(now)
	}
	path[len(path)-1] = greatest(now)
	for u := len(path) - 1; u > 0; u-- {
		path[u-1] = back[u*n+int(path[u])]
	}
}

// before gives the best tag before tag `to`, and the score of the path through it.
func (h *TagHead) before(now []float32, to int) (best uint8, score float32) {
	n := len(now)
	found := false
	for tag, v := range now {
		if !allowed(tag, to) {
			continue
		}
		if v += h.crf[tag*n+to]; !found || v > score {
			best, score, found = uint8(tag), v, true
		}
	}
	return best, score
}

// greatest gives the tag of the greatest score, the lowest of equals.
func greatest(scores []float32) uint8 {
	best := 0
	for tag, v := range scores {
		if v > scores[best] {
			best = tag
		}
	}
	return uint8(best)
}

// level takes the greatest score from all.
func level(scores []float32) {
	top := scores[greatest(scores)]
	for tag := range scores {
		scores[tag] -= top
	}
}
