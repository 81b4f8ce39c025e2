package encoder

// Confidence tells how sure the tags of units are, given the tags: the probability
// of each unit's tag, 0 to 1, over all paths of its run (forward–backward). It
// appends to dst[:0].
//
// Probabilities are kept as such in float64, each unit's summing to 1, rather than as logarithms: that
// needs no log, and exp only as docs/encoder.md states it, so the bits are the same on every machine.
func (s *Scores) Confidence(h TagHead, tags []uint8, dst []float32) []float32 {
	dst = resize(dst, len(s.Units))
	chances := h.chances(len(s.encoder.model.Tags))
	for from := 0; from < len(dst); {
		to := s.runEnd(from)
		s.posterior(h, &chances, tags[from:to], dst[from:to], from)
		from = to
	}
	return dst
}

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

// posterior writes the probability of each tag of a run that begins at unit from.
func (s *Scores) posterior(h TagHead, t *transitions, tags []uint8, dst []float32, from int) {
	n := len(s.encoder.model.Tags)
	alpha := resize(s.decoder.alpha, len(tags)*n)
	s.decoder.alpha = alpha
	var weights, beta [maxTags]float64
	for u := range tags {
		emitted(weights[:n], s.emission(h, from+u))
		row := alpha[u*n:][:n]
		for tag := range row {
			before := 1.0
			if u > 0 {
				before = t.into(tag, alpha[(u-1)*n:][:n])
			} else if inner(tag) {
				before = 0
			}
			row[tag] = float64(before * weights[tag])
		}
		share(row)
	}
	for tag := range n {
		beta[tag] = 1
	}
	for u := len(tags) - 1; ; u-- {
		dst[u] = chosen(alpha[u*n:][:n], beta[:n], int(tags[u]))
		if u == 0 {
			return
		}
		emitted(weights[:n], s.emission(h, from+u))
		t.back(beta[:n], weights[:n])
	}
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

// back makes beta of a unit from that of the next, whose weights these are.
func (t *transitions) back(beta, weights []float64) {
	var next [maxTags]float64
	for i := range beta {
		for j, w := range weights {
			next[i] += float64(float64(t[i][j]*w) * beta[j])
		}
	}
	copy(beta, next[:])
	share(beta)
}

// share divides by the sum.
func share(p []float64) {
	sum := 0.0
	for _, v := range p {
		sum += v
	}
	for i := range p {
		p[i] /= sum
	}
}

// chosen is the probability of a tag.
func chosen(alpha, beta []float64, tag int) float32 {
	sum := 0.0
	for i, a := range alpha {
		sum += float64(a * beta[i])
	}
	return float32(float64(alpha[tag]*beta[tag]) / sum)
}
