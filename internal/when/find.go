package when

import (
	"strings"

	"parley/internal/news"
)

// parser reads date expressions in text[start:stop].
type parser struct {
	lex         *lexicon
	text        string
	start, stop int
	pub         news.Day // day of publication; absent when unknown
	anchor      Expr     // the last expression with days, what "the same day" points to
	results     Expr     // the last quarter named, which results of a year ago are compared with
}

// Find gives the date expressions in the span of a text, in order, disjoint, reckoned
// from the day of publication. Without one only expressions that name their year
// have days; the others come with an absent Interval.
func Find(text string, span news.Span, published news.Day) []Expr {
	p := parser{lex: words(), text: text, pub: published}
	return p.in(span, nil)
}

// in adds the expressions of a span to dst. The last expression with days of the
// spans before is what "the same day" and "two weeks later" are reckoned from.
func (p *parser) in(span news.Span, dst []Expr) []Expr {
	p.start, p.stop = span.Start, span.End
	return p.all(dst)
}

// all walks over the words; only one whose first letter and length fit a word of
// the lexicon, or a number, is looked at closer.
func (p *parser) all(dst []Expr) []Expr {
	for i := p.start; i < p.stop; {
		switch byteClass[p.text[i]] {
		case cLetter:
			j := i + 1
			for j < p.stop && byteClass[p.text[j]] == cLetter {
				j++
			}
			if c := p.text[i] | 0x20; c >= 'a' && c <= 'z' && p.lex.probe[c-'a']>>min(j-i, 31)&1 == 1 {
				i = p.try(&dst, i, j)
				continue
			}
			i = j
		case cDigit:
			j := i + 1
			for j < p.stop && byteClass[p.text[j]] <= cDigit && byteClass[p.text[j]] != cSpace {
				j++
			}
			i = p.try(&dst, i, j)
		default:
			i++
		}
	}
	return dst
}

// try reads an expression at i and gives where to go on: its end, or next.
func (p *parser) try(dst *[]Expr, i, next int) int {
	e, ok := p.expr(p.scan(i))
	if !ok {
		return next
	}
	e.Owner = e.Owner || p.scan(e.End).kind == owner
	if e.Unit == Day && p.clockBefore(e.Start) {
		e.Unit = Part
	}
	p.note(e)
	*dst = append(*dst, e)
	return e.End
}

// note keeps what later expressions point to. What results are compared with is no day
// that the report is at.
func (p *parser) note(e Expr) {
	switch {
	case e.Interval.IsZero() || e.Rule == yearBefore:
		return
	case e.Unit == Quarter:
		p.results = e
	}
	p.anchor = e
}

// clockBefore reports whether an hour stands before i: "10 p.m. Wednesday", "noon EST Monday".
func (p *parser) clockBefore(i int) bool {
	s := strings.TrimRight(p.text[p.start:i], " ,\n")
	if k := strings.LastIndexByte(s, ' '); k > 0 && zone(s[k+1:]) {
		s = s[:k]
	}
	for _, end := range [...]string{"a.m.", "p.m.", "noon", "midnight"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// zone reports whether a word looks like a time zone: EST, GMT.
func zone(w string) bool {
	for _, c := range []byte(w) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return len(w) >= 2 && len(w) <= 4
}

// expr reads the expression that begins with t.
func (p *parser) expr(t tok) (Expr, bool) {
	if t.kind == num {
		return p.digits(t)
	}
	if t.kind != word {
		return Expr{}, false
	}
	switch t.entry.class {
	case early, late, mid, earlier, later:
		return p.modified(t)
	case the:
		return p.definite(t)
	case article, number, vague:
		if e, ok := p.spelledYear(t); ok {
			return e, true
		}
		return p.counted(t)
	case year:
		return p.yearWord(t)
	case ordinal, fiscal:
		if e, ok := p.fiscalYear(t, t); ok {
			return e, true
		}
		return p.quarter(t, t)
	case present, past, future, recent:
		return p.reference(t)
	}
	return p.core(t)
}

// core reads an expression without modifier or article.
func (p *parser) core(t tok) (Expr, bool) {
	if t.kind == num {
		return p.digits(t)
	}
	switch t.entry.class {
	case month:
		return p.month(t)
	case weekday:
		return p.weekday(t)
	case relday, tonight:
		return p.relday(t)
	case side, current:
		return p.side(t)
	case anchored, that:
		return p.anchored(t)
	}
	return Expr{}, false
}

// reference reads "now", "recently", "soon": words that name no day.
func (p *parser) reference(t tok) (Expr, bool) {
	u := PresentRef
	switch t.entry.class {
	case past, recent:
		u = PastRef
	case future:
		u = FutureRef
	}
	n := p.scan(t.end)
	if t.is(future) && (n.is(after) || n.kind == word && same("as", p.text[n.start:n.end])) {
		return Expr{}, false
	}
	if _, ok := unitOf(n); ok && t.is(recent) {
		t.end = n.end
	}
	return Expr{Span: news.Span{Start: t.start, End: t.end}, Unit: u, Rule: "no day"}, true
}

// tense tells by the nearest verb around i, first before then after it, whether
// the clause speaks of what has been (-1) or is to come (+1).
func (p *parser) tense(from, to int) int {
	if t := p.tenseBefore(from); t != 0 {
		return t
	}
	return p.tenseAfter(to)
}

// reach is how many words away from a date its verb is looked for.
const reach = 14

func (p *parser) tenseBefore(i int) int {
	following := tok{}
	for range reach {
		t := p.back(i)
		if t.kind == end || t.kind == mark && stops(t.mark) {
			return 0
		}
		if d := p.tenseOf(t, following); d != 0 {
			return d
		}
		following, i = t, t.start
	}
	return 0
}

func (p *parser) tenseAfter(i int) int {
	for range reach {
		t := p.scan(i)
		if t.kind == end || t.kind == mark && stops(t.mark) {
			return 0
		}
		if d := p.tenseOf(t, p.scan(t.end)); d != 0 {
			return d
		}
		i = t.end
	}
	return 0
}

func stops(b byte) bool { return b == '.' || b == ';' || b == '!' || b == '?' }

// tenseOf is the tense that a word gives, with the word after it.
func (p *parser) tenseOf(t, following tok) int {
	switch {
	case t.kind != word:
		return 0
	case t.has(will) && t.has(bound):
		if following.is(to) || following.kind == word && same("for", p.text[following.start:following.end]) {
			return 1
		}
		return 0
	case t.has(will):
		return 1
	case t.has(bound) && following.is(to):
		return 1
	case (t.has(was) || p.pastForm(t)) && !p.back(t.start).has(be):
		return -1
	}
	return 0
}

// pastForm reports whether a word looks like a past tense: "closed".
func (p *parser) pastForm(t tok) bool {
	w := p.text[t.start:t.end]
	return len(w) > 4 && !t.cap && w[len(w)-2:] == "ed" && !t.has(noted)
}
