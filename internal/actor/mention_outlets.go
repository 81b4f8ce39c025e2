package actor

// outletsTold is how many tokens behind a slash the noun of the document may stand at most.
const outletsTold = 8

// outletsFrom is the noun of the document, before token end, that the names from token k on made
// together, as the slash between them tells: of "Lume Herald/KBC News survey" the survey; or 0.
func (s *Scene) outletsFrom(k, end int) int {
	for j, to := k, min(end, k+outletsTold); j < to && s.toks[j].capital() && !s.toks[j].possessive(); j++ {
		if s.slashed(j+1, end) {
			return s.documentBehind(j+2, end)
		}
	}
	return 0
}

// joinsOutlets reports whether the slash at k stands between two who made a document together.
func (s *Scene) joinsOutlets(k, end int) bool {
	return s.slashed(k, end) && s.documentBehind(k+1, end) > 0
}

// slashed reports whether token k, before end, is a slash right between two capitalised words.
func (s *Scene) slashed(k, end int) bool {
	return k > 0 && k+1 < end && s.byteAt(k) == '/' && s.toks[k-1].capital() && s.toks[k+1].capital() &&
		s.toks[k-1].end == s.toks[k].start && s.toks[k].end == s.toks[k+1].start
}

// documentBehind is the noun of a document that the names from token k on stand before, with at
// most one word between, "KBC News (tracking) poll", or that ends them, "Lume University Poll"; or 0.
func (s *Scene) documentBehind(k, end int) int {
	end = min(end, k+outletsTold)
	for k < end && (s.toks[k].capital() && !s.toks[k].possessive() || s.slashed(k, end)) {
		k++
	}
	for n := k; n < k+2 && n < end && s.toks[n].lower() && !s.toks[n].is(isStop|isDeterminer); n++ {
		if !s.toks[n].is(isDocument) {
			continue
		}
		for n+1 < end && s.toks[n+1].lower() && s.toks[n+1].is(isDocument) && !s.nounAsVerb(n+1, s.toks[n]) {
			n++ // poll results
		}
		return n
	}
	if t := s.toks[k-1]; t.capital() && t.is(isDocument) && !t.possessive() && s.lex.kinds[s.key(int32(k-1))]&press == 0 {
		return k - 1
	}
	return 0
}
