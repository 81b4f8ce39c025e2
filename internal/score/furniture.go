package score

import (
	"unicode"

	"parley/internal/news"
	"parley/internal/record"
	"parley/internal/text"
)

// furniture counts characters other than white space that gold and the reader take
// for furniture, and gold statements that the reader would not look at.
func (s *Statements) furniture(c *Case, m *matched) {
	var seen []news.Span
	for _, p := range m.rep.Passages {
		if !p.Read() {
			seen = append(seen, p.Span)
		}
	}
	for g := range m.gold {
		if !m.gold[g].CountsNot() && m.furnitureAt(g) != "" {
			s.InFurn++
		}
	}
	if !c.Marked {
		return
	}
	gold := mask(m.rep.Text, spansOf(m.rep.Text, c.Furniture))
	pred := mask(m.rep.Text, seen)
	for i, r := range m.rep.Text {
		if unicode.IsSpace(r) {
			continue
		}
		s.Furniture.char(gold[i], pred[i])
	}
}

func (c *Count) char(gold, pred bool) {
	if gold {
		c.Gold++
	}
	if pred {
		c.Pred++
	}
	if gold && pred {
		c.GoldHits++
		c.PredHits++
	}
}

// furnitureAt says that gold's words begin in furniture, and why the reader takes
// them for it; "" where they do not.
func (m *matched) furnitureAt(g int) string {
	r := m.goldAt[g]
	if size(r) == 0 {
		return ""
	}
	for _, p := range m.rep.Passages {
		if !p.Read() && p.Span.Contains(m.words.spans[r[0].lo]) {
			return "taken for furniture: " + p.Reason
		}
	}
	return ""
}

// mask marks the bytes that spans cover.
func mask(t string, spans []news.Span) []bool {
	m := make([]bool, len(t))
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			m[i] = true
		}
	}
	return m
}

func spansOf(t string, ws []record.Words) []news.Span {
	m := text.NewMapper(t)
	var out []news.Span
	for _, w := range ws {
		if s, ok := m.RunesToSpan(w.Start, w.End); ok {
			out = append(out, s)
		}
	}
	return out
}
