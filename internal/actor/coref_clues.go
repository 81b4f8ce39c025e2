package actor

import "strings"

// The clues of grammar and talk to whom a pronoun means and whom it cannot mean, beside how
// near and how present somebody is.
const (
	asParallel = 0.8  // opens the sentence right before that which the pronoun opens
	asAnswerer = 2.0  // who was asked something in the sentence before: "Kell asked Marn why. … he said"
	asQuoted   = -5.0 // who speaks of himself says I: the speaker of the quotation that holds the pronoun
)

// parallel reports whether the mention is a subject of the sentence right before sentence sent,
// which the pronoun at token k opens, but for a "Then" or "And yet".
func (r *resolver) parallel(m *Mention, k int, sent int32) bool {
	return m.subject && m.sentence == sent-1 && k-r.doc.Sentences[sent].First <= 2 && !m.owns() && !m.quoted && r.doc.Tokens[k].Quote < 0
}

// answers reports whether something was asked of the mention in the sentence before sentence
// sent, and not of him to do something.
func (r *resolver) answers(m *Mention, sent int32) bool {
	return m.sentence == sent-1 && !m.quoted && r.askedOf(m) && !r.is(int(m.last)+1, "to") && !r.is(int(m.last)+1, "for")
}

// quoter is the actor who speaks the quotation that the pronoun at token k, the source of
// attribution i, stands in; or -1. A pronoun in square brackets is the report's.
func (r *resolver) quoter(k, i int) int {
	if r.doc.Tokens[k].Quote < 0 || k > 0 && r.byteAt(k-1) == '[' {
		return -1
	}
	if i >= 0 {
		if w := r.sources[i].Within; w >= 0 && w < len(r.sources) && w != i {
			return r.speaker(w).entity
		}
	}
	if c := r.contentAt(int(r.toks[k].start)); c >= 0 && r.contents[c].of != i {
		return r.speaker(r.contents[c].of).entity
	}
	return -1
}

// nestedIn reports whether the source is named inside the quotation of another, so that the text
// around it does not go on with it.
func (r *resolver) nestedIn(src *Source) bool {
	if src.Within < 0 || src.Mention.Empty() {
		return false
	}
	k, _ := r.tokensOf(src.Mention)
	return k < len(r.doc.Tokens) && r.doc.Tokens[k].Quote >= 0
}

// besideSubject reports whether mention m stands behind the pronoun at token k in the report's own
// words, and that is the subject of a clause which no "as" or "when" opens: who is named in "he said
// of Kell" and "she said when Marn asked" is another.
func (r *resolver) besideSubject(m *Mention, k int) bool {
	if int(m.first) <= k || m.quoted || m.owns() || !isSubjectPronoun(r.word(k)) {
		return false
	}
	if k == 0 {
		return true
	}
	switch w := strings.ToLower(r.word(k - 1)); w {
	case "after", "before", "until", "once":
		return false
	default:
		return !opensClause(w)
	}
}
