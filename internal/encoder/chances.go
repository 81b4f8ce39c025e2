package encoder

// A transition table: from row to column, e^score up to a factor, 0 where not allowed.
type transitions [maxTags][maxTags]float64

func (h *TagHead) chances(n int) (t transitions) {
	top := h.crf[0]
	for _, v := range h.crf {
		top = max(top, v)
	}
	for i := range n {
		for j := range n {
			if allowed(i, j) {
				t[i][j] = float64(exp(h.crf[i*n+j] - top))
			}
		}
	}
	return t
}

// emitted gives e^score of each tag up to a factor.
func emitted(weights []float64, scores []float32) {
	top := scores[greatest(scores)]
	for tag, v := range scores {
		weights[tag] = float64(exp(v - top))
	}
}

// into sums the ways into a tag.
func (t *transitions) into(tag int, before []float64) float64 {
	sum := 0.0
	for i, p := range before {
		sum += float64(p * t[i][tag])
	}
	return sum
}
