package score

// PRF is precision, recall and their harmonic mean, each from 0 to 1.
type PRF struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// Count counts what was found. Hits may differ between the sides where several
// predicted things touch one of gold.
type Count struct {
	Gold, Pred         int
	GoldHits, PredHits float64
}

// Add adds another count.
func (c *Count) Add(o Count) {
	c.Gold += o.Gold
	c.Pred += o.Pred
	c.GoldHits += o.GoldHits
	c.PredHits += o.PredHits
}

// PRF gives the count's measures; what has no denominator is 0.
func (c Count) PRF() PRF {
	p, r := over(c.PredHits, c.Pred), over(c.GoldHits, c.Gold)
	return PRF{p, r, harmonic(p, r)}
}

// Share counts how many of some things are right.
type Share struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

// Add counts one thing.
func (s *Share) Add(right bool) {
	s.Of++
	if right {
		s.Right++
	}
}

// Value is the share from 0 to 1, 0 of nothing.
func (s Share) Value() float64 { return over(float64(s.Right), s.Of) }

func over(hits float64, of int) float64 {
	if of == 0 {
		return 0
	}
	return hits / float64(of)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
