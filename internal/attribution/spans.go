package attribution

import (
	"parley/internal/encoder"
	"parley/internal/news"
)

// Kind is what a span of an attribution is.
type Kind uint8

// The kinds of span.
const (
	SourceSpan Kind = iota
	CueSpan
	ContentSpan
)

// Span is a span that the trained reader found. Score is the probability of this very
// span, 0.5…1.
type Span struct {
	news.Span
	Kind  Kind
	Score float64
	Link  float64 // by how much its best link scores better than none, in logits
	first int     // unit
}

// Spans are the spans of a text, in order, with the links between them: Of holds for
// a content the index of its cue, for a cue the index of its source, else or where
// there is none -1.
type Spans struct {
	All []Span
	Of  []int
}

// add appends other spans.
func (s *Spans) add(o *Spans) {
	n := len(s.All)
	s.All = append(s.All, o.All...)
	for _, of := range o.Of {
		if of >= 0 {
			of += n
		}
		s.Of = append(s.Of, of)
	}
}

// network is an encoder with the heads that attribution asks.
type network struct {
	enc             *encoder.Encoder
	tags            encoder.TagHead
	source, content encoder.LinkHead
	kinds           []Kind // of a tag
}

func newNetwork(e *encoder.Encoder, head string) (*network, error) {
	n := &network{enc: e}
	var err error
	if n.tags, err = e.TagHead(head); err != nil {
		return nil, err
	}
	if n.source, err = e.LinkHead("source"); err != nil {
		return nil, err
	}
	if n.content, err = e.LinkHead("content"); err != nil {
		return nil, err
	}
	kinds := map[string]Kind{"source": SourceSpan, "cue": CueSpan, "content": ContentSpan}
	for _, t := range e.Model().Tags {
		k := SourceSpan
		if len(t) > 2 {
			k = kinds[t[2:]]
		}
		n.kinds = append(n.kinds, k)
	}
	return n, nil
}

// work is the memory of one reading.
type work struct {
	scores encoder.Scores
	tagged []encoder.TagSpan
	inside []float32 // units × kinds: the probability of lying in a span of the kind
	spans  Spans
	paras  []news.Span
}

// read finds the spans of the paragraphs and their links.
func (n *network) read(text string, paras []news.Span, w *work) *Spans {
	n.enc.Read(text, paras, &w.scores)
	w.tagged, w.inside = w.scores.Spans(n.tags, w.tagged, w.inside)
	w.spans.All, w.spans.Of = w.spans.All[:0], w.spans.Of[:0]
	u := w.scores.Units
	for _, t := range w.tagged {
		w.spans.All = append(w.spans.All, Span{Kind: n.kinds[t.Tag], first: int(t.From), Score: float64(t.P),
			Span: news.Span{Start: int(u[t.From].Start), End: int(u[t.To-1].End)}})
	}
	for i := range w.spans.All {
		w.spans.Of = append(w.spans.Of, n.link(w, i))
	}
	return &w.spans
}

// linkReach is how many spans away the other end of a link is looked for.
const linkReach = 12

// link is the index of the span that span i hangs on, or -1: links lie within a
// window. Ties go to the earlier span.
func (n *network) link(w *work, i int) int {
	if w.spans.All[i].Kind == SourceSpan {
		return -1
	}
	return n.best(w, i, func(int) bool { return true })
}

// best is the span, of those that may be one, on which the cue or content i hangs; -1
// for none. Ties go to the earlier span.
func (n *network) best(w *work, i int, may func(j int) bool) int {
	s, head, want := &w.spans.All[i], n.source, SourceSpan
	if s.Kind == ContentSpan {
		head, want = n.content, CueSpan
	}
	none := w.scores.Link(head, s.first, encoder.None)
	best, at := none, -1
	window := w.scores.Units[s.first].Window
	for j := max(0, i-linkReach); j < min(len(w.spans.All), i+linkReach+1); j++ {
		t := &w.spans.All[j]
		if t.Kind != want || w.scores.Units[t.first].Window != window || !may(j) {
			continue
		}
		if v := w.scores.Link(head, s.first, t.first); v > best {
			best, at = v, j
		}
	}
	s.Link = float64(best - none)
	return at
}
