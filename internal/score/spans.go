package score

import (
	"encoding/json"

	"parley/internal/news"
)

// Jaccard is the measure of partly right spans; Mean is CofeNet's single figure.
type Jaccard struct {
	PRF
	Mean float64 `json:"mean"`
}

// SpanScore is the score of one kind of span.
type SpanScore struct {
	Exact, Begin, Jaccard Count
	mean                  float64 // sum of CofeNet's Jaccard terms
	terms                 int
}

// MarshalJSON gives the three measures.
func (s SpanScore) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Exact   PRF     `json:"exact"`
		Begin   PRF     `json:"begin"`
		Jaccard Jaccard `json:"jaccard"`
	}{s.Exact.PRF(), s.Begin.PRF(), Jaccard{s.Jaccard.PRF(), s.Mean()}})
}

// Mean is CofeNet's Jaccard figure.
func (s SpanScore) Mean() float64 { return over(s.mean, s.terms) }

// add scores one text's spans of one kind.
func (s *SpanScore) add(gold, pred []news.Span) {
	s.Exact.Add(Count{
		Gold: len(gold), Pred: len(pred),
		GoldHits: float64(found(gold, pred, sameEnds)), PredHits: float64(found(pred, gold, sameEnds)),
	})
	s.Begin.Add(Count{
		Gold: len(gold), Pred: len(pred),
		GoldHits: float64(found(gold, pred, sameBegin)), PredHits: float64(found(pred, gold, sameBegin)),
	})
	j := Count{Gold: len(gold), Pred: len(pred)}
	for _, g := range gold {
		best := nearest(g, pred)
		j.GoldHits += best
		s.mean += best
		s.terms++
	}
	for _, p := range pred {
		best := nearest(p, gold)
		j.PredHits += best
		if best == 0 {
			s.terms++
		}
	}
	s.Jaccard.Add(j)
}

func sameEnds(a, b news.Span) bool  { return a == b }
func sameBegin(a, b news.Span) bool { return a.Start == b.Start }

// found counts the spans of a that have a like one in b.
func found(a, b []news.Span, like func(a, b news.Span) bool) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if like(x, y) {
				n++
				break
			}
		}
	}
	return n
}

// nearest is the largest Jaccard of a span with one of the others.
func nearest(a news.Span, others []news.Span) float64 {
	best := 0.0
	for _, b := range others {
		best = max(best, jaccard(a, b))
	}
	return best
}

func jaccard(a, b news.Span) float64 {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	if both <= 0 {
		return 0
	}
	return float64(both) / float64(a.Len()+b.Len()-both)
}
