package move

import (
	"parley/internal/news"
	"parley/internal/token"
)

// predicate reads what is said of the topic as a subject: "any talks must …", "talks
// will begin", "negotiations are pointless", "there will be no talks".
func (r *reading) predicate(i int) {
	if r.denied(i) {
		r.none(i)
		return
	}
	if !r.subjectLike(i) {
		return
	}
	for j, n := i+1, 0; j < len(r.items) && n < 14; j, n = j+1, n+1 {
		is := r.items[j].is
		switch {
		case is.any(of(sentence, but)):
			return
		case is.has(modal):
			r.must(i, j)
			return
		case is.has(will):
			r.future(i, j)
			return
		case is.has(may):
			r.can(i, j)
			return
		case is.has(be):
			r.being(i, j)
			return
		}
	}
}

// denied reports whether "no" stands right before the mention.
func (r *reading) denied(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if r.items[j].is.any(bounds) {
			return false
		}
		if r.items[j].is.has(negation) {
			return r.word(j) == "no"
		}
	}
	return false
}

// none reads "there will be no talks", "no talks are possible".
func (r *reading) none(i int) {
	for j := max(0, i-6); j < len(r.items) && j < i+7; j++ {
		is := r.items[j].is
		if is.has(sentence) && j > i {
			return
		}
		if is.any(of(will, modal, may, good)) && !is.has(negation) {
			r.speaker(-1, i, i, "none there will be")
			return
		}
	}
}

// subjectLike reports whether a mention begins its clause but for an article and
// adjectives.
func (r *reading) subjectLike(i int) bool {
	for j := i - 1; j >= 0; j-- {
		is := r.items[j].is
		switch {
		case is.any(bounds), r.word(j) == "and":
			return true
		case is.has(nominal):
		case i-j > 4, is.any(of(preposition, pronoun, first, third, will, modal, may, be)) && r.word(j) != "such" && r.word(j) != "these":
			return false
		}
	}
	return true
}

// must reads "talks must begin" and "talks must take our interests into account".
func (r *reading) must(i, j int) {
	k, sign := r.next(j)
	if k >= len(r.items) {
		return
	}
	is := r.items[k].is
	switch {
	case is.has(begin) && r.word(j) != "can only" && r.word(j) != "may only":
		r.speaker(sign, i, i, "must begin")
	case is.any(of(ending, contra)) && sign > 0:
		r.speaker(-1, i, i, "must end")
	default:
		r.add(evidence{stance: news.Conditional, conditions: r.clip(j, r.sentenceEnd(j)), rule: "how it must be"}, -1)
	}
}

// future reads "talks will be held", "talks would be pointless".
func (r *reading) future(i, j int) {
	k, sign := r.next(j)
	sign *= r.won(j)
	if k < len(r.items) {
		r.value(i, k, sign, begin)
	}
}

// can reads "talks can begin once …", "talks cannot take place".
func (r *reading) can(i, j int) {
	k, sign := r.next(j)
	sign *= r.won(j)
	if k >= len(r.items) || !r.items[k].is.has(begin) {
		return
	}
	if sign < 0 || len(r.conditions(i, i, 1)) > 0 {
		r.speaker(sign, i, i, "can or cannot begin")
	}
}

// being reads "talks are pointless", "talks are not possible", "talks are over".
func (r *reading) being(i, j int) {
	if k, sign := r.next(j); k < len(r.items) {
		r.value(i, k, sign, other)
	}
}

// value takes the stance of what is said of the topic.
func (r *reading) value(i, k, sign int, also class) {
	is := r.items[k].is
	switch {
	case is.has(good), also != other && is.has(also):
		r.speaker(sign, i, i, "said of the topic")
	case is.any(of(bad, contra)), is.has(ending) && !is.has(begin):
		r.speaker(-sign, i, i, "said of the topic")
	}
}

// next is the first item after j that is no auxiliary, adverb or negation, and the
// sign of the negations passed.
func (r *reading) next(j int) (k, sign int) {
	sign = 1
	for k = j + 1; k < len(r.items) && k < j+5; k++ {
		is := r.items[k].is
		switch {
		case is.has(negation) && is&operators == 0:
			sign = -sign
		case is.any(of(begin, ending, good, bad, contra)):
			return k, sign
		case is.has(be), r.adverb(k):
		default:
			return k, sign
		}
	}
	return k, sign
}

// adverb reports whether an item looks like one.
func (r *reading) adverb(k int) bool {
	w := r.word(k)
	return len(w) > 3 && w[len(w)-2:] == "ly" || w == "also" || w == "soon" || w == "now" || w == "first"
}

// anaphor reads a content that goes on about the topic with a pronoun: "They must
// not be a pause", where the sentence before it ends with the topic.
func (r *reading) anaphor() {
	for i := 0; i < len(r.items) && i < 3; i++ {
		if r.items[i].is.has(pronoun) && r.goesOn() {
			r.predicate(i)
			return
		}
	}
}

// goesOn reports whether a content begins with a pronoun right after a sentence that
// ends with the topic.
func (r *reading) goesOn() bool {
	if len(r.v.Content) == 0 || !r.begins(r.v.Content[0]) {
		return false
	}
	at := r.doc.TokenAt(r.v.Content[0].Start)
	for i, n := at-1, 0; i >= 0 && n < 5; i-- {
		if r.doc.Tokens[i].Kind > token.Number {
			continue
		}
		n++
		if _, is := r.phraseAt(i, at); is.has(topic) {
			return true
		}
	}
	return false
}

// begins reports whether one of the first words of a part is a pronoun.
func (r *reading) begins(c news.Span) bool {
	first, last := r.doc.TokensIn(c)
	for i := first; i < min(last, first+3); i++ {
		if r.doc.Tokens[i].Kind == token.Word {
			if _, is := r.phraseAt(i, last); is.has(pronoun) {
				return true
			}
		}
	}
	return false
}
