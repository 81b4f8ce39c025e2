package score

import (
	"sort"

	"parley/internal/news"
	"parley/internal/text"
)

// pair is a gold and a predicted statement whose contents share words.
type pair struct {
	gold, pred int
	f1         float64
	speaker    bool // the speaker is right
}

// matched is one report read, with its gold laid beside what was read.
type matched struct {
	rep    *news.Report
	gold   []Gold
	pred   []news.Statement
	words  words
	goldAt [][]run // nil where gold's positions do not fit the text
	predAt [][]run
	pairs  []pair // best first
	names  names
	unfit  int // gold statements whose positions do not fit
}

func lay(rep *news.Report, gold []Gold, pred []news.Statement, n names) *matched {
	m := &matched{rep: rep, gold: gold, pred: pred, names: n, words: wordsOf(rep.Text)}
	mapper := text.NewMapper(rep.Text)
	for i := range gold {
		spans := place(rep, mapper, &gold[i])
		if spans == nil {
			m.unfit++
			m.goldAt = append(m.goldAt, nil)
			continue
		}
		m.goldAt = append(m.goldAt, m.words.all(spans))
	}
	for i := range pred {
		m.predAt = append(m.predAt, m.words.all(pred[i].Content))
	}
	for g := range gold {
		for p := range pred {
			if f := m.f1(g, p); f > 0 {
				m.pairs = append(m.pairs, pair{g, p, f, n.right(&gold[g].Speaker, pred[p].Speaker.Name)})
			}
		}
	}
	sort.SliceStable(m.pairs, func(i, j int) bool {
		a, b := m.pairs[i], m.pairs[j]
		if a.f1 != b.f1 {
			return a.f1 > b.f1
		}
		return a.speaker && !b.speaker
	})
	return m
}

// place gives the spans of gold's content, nil when its words are not the report's.
func place(rep *news.Report, m *text.Mapper, g *Gold) []news.Span {
	var out []news.Span
	for _, c := range g.Content {
		s, ok := m.RunesToSpan(c.Start, c.End)
		if !ok || (c.Text != "" && rep.Words(s) != c.Text) {
			return nil
		}
		out = append(out, s)
	}
	return out
}

func (m *matched) f1(g, p int) float64 {
	if m.goldAt[g] != nil {
		return tokenF1(m.goldAt[g], m.predAt[p])
	}
	return bagF1(m.goldWords(g), m.predWords(p))
}

func (m *matched) goldWords(g int) string {
	out := ""
	for i, c := range m.gold[g].Content {
		if i > 0 {
			out += " … "
		}
		out += c.Text
	}
	return out
}

func (m *matched) predWords(p int) string { return joinSpans(m.rep, m.pred[p].Content) }

func joinSpans(rep *news.Report, spans []news.Span) string {
	out := ""
	for i, s := range spans {
		if i > 0 {
			out += " … "
		}
		out += rep.Words(s)
	}
	return out
}

// assign pairs gold that counts with predictions one to one, best first, among
// pairs of at least the token F1 least; both asks for the right speaker too.
func (m *matched) assign(least float64, both bool) []pair {
	gold, pred := make([]bool, len(m.gold)), make([]bool, len(m.pred))
	var out []pair
	for _, p := range m.pairs {
		if p.f1 < least || (both && !p.speaker) || gold[p.gold] || pred[p.pred] || m.gold[p.gold].CountsNot() {
			continue
		}
		gold[p.gold], pred[p.pred] = true, true
		out = append(out, p)
	}
	return out
}

// Optional records take a prediction out of the count at this token F1, or when
// they cover this part of it.
const (
	optionalF1    = 0.5
	optionalCover = 0.8
)

// ignored reports whether a prediction that fits no gold of the token F1 least
// counts neither way: it is nested, or gold holds its words as optional or nested.
func (m *matched) ignored(pred int, least float64) bool {
	for _, p := range m.pairs {
		if p.pred == pred && p.f1 >= least && !m.gold[p.gold].CountsNot() {
			return false
		}
	}
	if m.pred[pred].Within != "" {
		return true
	}
	for _, p := range m.pairs {
		if p.pred == pred && m.gold[p.gold].CountsNot() && (p.f1 >= optionalF1 || m.covered(p) >= optionalCover) {
			return true
		}
	}
	return false
}

// covered is the part of the prediction's words that the pair's gold covers.
func (m *matched) covered(p pair) float64 {
	return over(float64(shared(m.goldAt[p.gold], m.predAt[p.pred])), size(m.predAt[p.pred]))
}
