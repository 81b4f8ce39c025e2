package attribution

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"parley/internal/news"
)

// memory keeps what the network said of paragraphs of one text, so that finders which read
// the same report one after the other, as those of an ablation do, run it once. It forgets
// with the next text.
type memory struct {
	mu   sync.Mutex
	text string
	said map[string]work
}

// read does what network.read does, or remembers it.
func (m *memory) read(n *network, text string, w *work) *Spans {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.text != text || m.said == nil {
		m.text, m.said = text, map[string]work{}
	}
	key := keyOf(w.paras)
	said, ok := m.said[key]
	if !ok {
		said.paras = slices.Clone(w.paras)
		n.read(text, said.paras, &said)
		m.said[key] = said
	}
	*w = said
	w.spans.All = slices.Clone(said.spans.All) // their links are written again by who asks for the best
	return &w.spans
}

func keyOf(spans []news.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) + " ")
	}
	return b.String()
}

// Under gives finders like f, each under one of the lexicons. Those of a trained reader share
// what its network says of a report: they are meant to read it one after the other.
func Under(f Finder, xs []*Lexicon) []Finder {
	m, out := new(memory), make([]Finder, 0, len(xs))
	for _, x := range xs {
		t, trained := f.(*Trained)
		rules := &Rules{Lexicon: x}
		if !trained {
			out = append(out, rules)
			continue
		}
		if t.Rules == nil {
			rules = nil
		}
		out = append(out, &Trained{Lexicon: x, Rules: rules, enc: t.enc, net: t.net, memory: m})
	}
	return out
}
