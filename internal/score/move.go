package score

import (
	"parley/internal/news"
	"parley/internal/record"
)

// move scores what a pair's prediction says about the issue.
func (s *Statements) move(g *Gold, p *news.Statement, m *matched) {
	if g.OpenMove {
		return
	}
	if g.Move == nil {
		s.FalseMove.Add(p.Move != nil)
		return
	}
	s.Move.Add(moveRight(g, p, m.names))
	gold := m.words.all(spansOf(m.rep.Text, g.Move.Conditions))
	var pred []run
	if p.Move != nil {
		pred = m.words.all(p.Move.Conditions)
	}
	both := float64(shared(gold, pred))
	s.Condition.Add(Count{Gold: size(gold), Pred: size(pred), GoldHits: both, PredHits: both})
}

func moveRight(g *Gold, p *news.Statement, n names) bool {
	return p.Move != nil && p.Move.Stance == g.Move.Stance && g.Move.Holder != nil &&
		n.right(&record.Speaker{Ref: *g.Move.Holder}, p.Move.Holder.Name)
}
