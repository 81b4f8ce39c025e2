package move

import (
	"strings"

	"parley/internal/news"
	"parley/internal/token"
)

// conditions are the conditions of a stance in its sentence: those of readiness
// ("as long as …", "in order for …, X must …", "…, but X must …") or of a refusal
// ("until …", "unless …").
func (r *reading) conditions(lead, i, sign int) []news.Span {
	from, to := r.sentenceStart(i), r.sentenceEnd(i)
	for j := from; j < to; j++ {
		is := r.items[j].is
		switch {
		case sign > 0 && is.has(conditionOpen):
			return r.clip(j, to)
		case sign > 0 && is.has(condition) && r.real(j) && r.joined(i, j), sign < 0 && is.has(unless) && j > i:
			return r.clip(j, r.conditionEnd(j, lead, to))
		case sign > 0 && is.has(only) && r.then(j, to) > j:
			return r.clip(r.then(j, to), r.conditionEnd(r.then(j, to), lead, to))
		case sign > 0 && is.has(but) && j > i && r.demands(j, to):
			return r.clip(j+1, to)
		}
	}
	return nil
}

// then is the item after "only" at j that the condition begins with, or -1.
func (r *reading) then(j, to int) int {
	for k := j + 1; k < to && k < j+6; k++ {
		if r.items[k].is.has(onlyThen) && !r.items[k].is.has(good) {
			return k
		}
	}
	return -1
}

// before reads "the shelling must end before talks can begin".
func (r *reading) before(i int) bool {
	b := -1
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if r.word(j) == "before" {
			b = j
		}
	}
	if b < 0 {
		return false
	}
	for j := b - 1; j >= 0 && !r.items[j].is.any(of(sentence, but)); j-- {
		if r.items[j].is.has(modal) {
			from := j
			for from > 0 && !r.items[from-1].is.any(bounds) {
				from--
			}
			r.add(evidence{stance: news.Conditional, conditions: r.clip(from, b), rule: "what must be before"}, -1)
			return true
		}
	}
	return false
}

// required reads "the precondition for talks is the end of the shelling".
func (r *reading) required(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if !r.items[j].is.has(precondition) {
			continue
		}
		for k := i + 1; k < len(r.items) && k < i+5; k++ {
			if r.items[k].is.has(be) && k+1 < len(r.items) && !r.items[k+1].is.has(negation) {
				r.add(evidence{stance: news.Conditional, conditions: r.clip(k+1, r.sentenceEnd(k)), rule: "precondition"}, -1)
				return true
			}
		}
		return true
	}
	return false
}

// real reports whether an "if" begins a condition: not "as if", "asked if".
func (r *reading) real(j int) bool {
	if j > 0 && r.items[j-1].is.has(ifNot) {
		return false
	}
	return !strings.HasPrefix(r.word(j+1), "precondition")
}

// joined reports whether a lone "if" or "once" at j still belongs to the clause of the
// topic at i: no comma lies between but one right before it.
func (r *reading) joined(i, j int) bool {
	if j < i || strings.Contains(r.word(j), " ") || strings.HasPrefix(r.word(j), "provid") {
		return true
	}
	for k := i + 1; k < j-1; k++ {
		if r.items[k].is.has(comma) {
			return false
		}
	}
	return true
}

// conditionEnd is where the clause of a condition at j ends: at the comma before the
// stance when it stands in front, else with the sentence or before "but".
func (r *reading) conditionEnd(j, lead, to int) int {
	end := to
	for k := j + 1; k < to; k++ {
		if j < lead && k > lead {
			break
		}
		if j < lead && r.items[k].is.has(comma) {
			end = k
		}
		if j > lead && r.items[k].is.has(but) && r.word(k) == "but" {
			return k
		}
	}
	return end
}

// demands reports whether the clause after "but" says what another must do.
func (r *reading) demands(j, to int) bool {
	others := false
	for k := j + 1; k < to; k++ {
		is := r.items[k].is
		switch {
		case is.has(first):
			return false
		case is.has(modal):
			return others
		case is.any(of(party, topic)):
			others = true
		case is.has(but):
			return false
		}
	}
	return false
}

// clip is the text of items [j, to) inside the content, a span for each part of it,
// up to the part's end where only marks follow.
func (r *reading) clip(j, to int) []news.Span {
	for to > j && r.items[to-1].is.any(of(comma, sentence)) {
		to--
	}
	if to <= j {
		return nil
	}
	whole := news.Span{Start: r.items[j].Start, End: r.items[to-1].End}
	var out []news.Span
	for _, c := range r.v.Content {
		s := news.Span{Start: max(c.Start, whole.Start), End: min(c.End, whole.End)}
		if s.Empty() {
			continue
		}
		if s.End == whole.End && r.wordless(news.Span{Start: s.End, End: c.End}) {
			s.End = s.Start + len(strings.TrimRight(r.doc.Report.Text[s.Start:r.closed(s.Start, c.End)], " ,.;:\n"))
		}
		out = append(out, s)
	}
	return out
}

// closed moves an end back before a closing mark whose opening lies before start.
func (r *reading) closed(start, end int) int {
	for i := r.doc.TokenAt(end) - 1; i >= 0 && r.doc.Tokens[i].Kind > token.Number && int(r.doc.Tokens[i].Start) > start; i-- {
		for q := range r.doc.Quotes {
			if c := r.doc.Quotes[q].Close; c.Start == int(r.doc.Tokens[i].Start) && r.doc.Quotes[q].Open.Start < start {
				end = c.Start
			}
		}
	}
	return end
}

// wordless reports whether no word lies in the span.
func (r *reading) wordless(s news.Span) bool {
	first, last := r.doc.TokensIn(s)
	for i := first; i < last; i++ {
		if r.doc.Tokens[i].Kind <= token.Number {
			return false
		}
	}
	return true
}
