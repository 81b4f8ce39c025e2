package encoder

// A TagSpan is a run of units [From, To) that a tag head takes for one span.
type TagSpan struct {
	From, To int32
	Tag      uint8   // the B- tag
	P        float32 // the probability of this very span, from and to, 0.5 to 1
}

// Spans appends to dst[:0] the spans of a tag head, in order: those whose exact
// probability, first unit to last, over all paths of the run is above one half. Two such
// spans cannot meet. Of all choices of spans this one has the least expected number of
// wrong ones, missing ones counted alike (minimum Bayes risk; Goodman 1996), which is what
// exact-span scores ask for; the best path (Tags) is not.
//
// Into inside it writes for each unit and kind of span the probability that the unit lies in
// one: units × kinds, kinds in the order of the B- tags.
//
// Forward and backward are scaled (Rabiner 1989). Probabilities are kept as such in float64
// rather than as logarithms: that needs no log, and exp only as docs/encoder.md states it, so the
// bits are the same on every machine.
func (s *Scores) Spans(h TagHead, dst []TagSpan, inside []float32) ([]TagSpan, []float32) {
	n := len(s.encoder.model.Tags)
	dst, inside = dst[:0], resize(inside, len(s.Units)*(n/2))
	chances := h.chances(n)
	for from := 0; from < len(s.Units); {
		to := s.runEnd(from)
		l := lattice{t: &chances, n: n, units: to - from, decoder: &s.decoder}
		l.forward(s, h, from)
		l.backward()
		dst = l.spans(dst, from)
		l.inside(inside[from*(n/2) : to*(n/2)])
		from = to
	}
	return dst, inside
}

// A lattice is a run of units with what forward and backward say of them. Rows of alpha,
// beta and weight are units × tags: alpha the probability of a tag given the units up to
// this one, weight e^emission over the unit's scale, beta such that alpha·beta is the tag's
// probability given all.
type lattice struct {
	t        *transitions
	n, units int
	*decoder
}

func (l *lattice) row(of []float64, u int) []float64 { return of[u*l.n:][:l.n] }

// forward fills alpha and weight.
func (l *lattice) forward(s *Scores, h TagHead, from int) {
	l.alpha, l.weight = resize(l.alpha, l.units*l.n), resize(l.weight, l.units*l.n)
	for u := range l.units {
		alpha, weight := l.row(l.alpha, u), l.row(l.weight, u)
		emitted(weight, s.emission(h, from+u))
		sum := 0.0
		for tag := range alpha {
			before := 1.0
			if u > 0 {
				before = l.t.into(tag, l.row(l.alpha, u-1))
			} else if inner(tag) {
				before = 0
			}
			alpha[tag] = float64(before * weight[tag])
			sum += alpha[tag]
		}
		for tag := range alpha {
			alpha[tag] /= sum
			weight[tag] /= sum
		}
	}
}

// backward fills beta.
func (l *lattice) backward() {
	l.beta = resize(l.beta, l.units*l.n)
	last := l.row(l.beta, l.units-1)
	for tag := range last {
		last[tag] = 1
	}
	for u := l.units - 2; u >= 0; u-- {
		beta := l.row(l.beta, u)
		for tag := range beta {
			beta[tag] = l.onward(u, tag, -1)
		}
	}
}

// onward is beta of a tag of unit u, without the ways into tag except.
func (l *lattice) onward(u, tag, except int) float64 {
	if u+1 == l.units {
		return 1
	}
	sum := 0.0
	weight, beta := l.row(l.weight, u+1), l.row(l.beta, u+1)
	for next := range l.n {
		if next != except {
			sum += float64(float64(l.t[tag][next]*weight[next]) * beta[next])
		}
	}
	return sum
}

// spans appends the spans above one half.
func (l *lattice) spans(dst []TagSpan, from int) []TagSpan {
	for u := range l.units {
		alpha, beta := l.row(l.alpha, u), l.row(l.beta, u)
		for b := 1; b < l.n; b += 2 {
			if float64(alpha[b]*beta[b]) > 0.5 {
				dst = l.extend(dst, from, u, b)
			}
		}
	}
	return dst
}

// extend appends the span above one half that begins at unit u with tag b, if any. p is
// alpha of the units so far being one span.
func (l *lattice) extend(dst []TagSpan, from, u, b int) []TagSpan {
	p, tag := l.row(l.alpha, u)[b], b
	for at := u; ; {
		if end := float64(p * l.onward(at, tag, b+1)); end > 0.5 {
			return append(dst, TagSpan{int32(from + u), int32(from + at + 1), uint8(b), float32(end)})
		}
		if at++; at == l.units {
			return dst
		}
		p = float64(float64(p*l.t[tag][b+1]) * l.row(l.weight, at)[b+1])
		if tag = b + 1; float64(p*l.row(l.beta, at)[tag]) <= 0.5 {
			return dst
		}
	}
}

// inside writes the probability that each unit lies in a span of each kind.
func (l *lattice) inside(dst []float32) {
	kinds := l.n / 2
	for u := range l.units {
		alpha, beta := l.row(l.alpha, u), l.row(l.beta, u)
		for k := range kinds {
			b := 2*k + 1
			dst[u*kinds+k] = float32(float64(alpha[b]*beta[b]) + float64(alpha[b+1]*beta[b+1]))
		}
	}
}
