package token

import (
	"strings"

	"parley/internal/news"
)

// sentences cuts the tokens of the passage in hand into outer sentences and notes
// the breaks inside quotations.
func (p *Parser) sentences(s string, pass int) {
	toks := p.doc.Tokens
	n, from := len(toks), int(p.firstTok)
	for t := from; t < n; t++ {
		if !isStop(s, &toks[t]) {
			continue
		}
		end, closed := p.endOf(s, t)
		if end < n && p.breaks(s, from, t, end, closed) {
			if q := toks[end-1].Quote; q >= 0 && toks[end].Quote >= 0 && !p.open(q) {
				p.doc.Breaks = append(p.doc.Breaks, int32(end-1))
			} else {
				p.cut(from, end, pass)
				from = end
			}
		}
		t = end - 1
	}
	p.cut(from, n, pass)
}

func (p *Parser) cut(from, end, pass int) {
	if from == end {
		return
	}
	toks := p.doc.Tokens
	p.doc.Sentences = append(p.doc.Sentences, Sentence{
		Span:  news.Span{Start: int(toks[from].Start), End: int(toks[end-1].End)},
		First: from, Last: end, Passage: pass,
	})
}

// open reports whether a mark that never closes may be stray, so that the stops
// behind it end sentences: it stands inside the passage.
func (p *Parser) open(q int32) bool {
	for ; q >= 0; q = p.doc.Quotes[q].Parent {
		o := &p.doc.Quotes[q]
		if o.Parent < 0 {
			return o.Close.IsZero() && !o.Open.IsZero() && o.First > p.firstTok+1
		}
	}
	return false
}

// isStop reports whether a sentence may end with t: a stop, an ellipsis or an
// abbreviation.
func isStop(s string, t *Token) bool {
	switch t.Kind {
	case Word:
		return s[t.End-1] == '.'
	case Punct:
		switch s[t.Start] {
		case '.', '?', '!':
			return true
		case 0xE2:
			return strings.HasPrefix(s[t.Start:], "…")
		case 0xE3, 0xEF:
			w := s[t.Start:t.End]
			return w == "。" || w == "！" || w == "？"
		}
	}
	return false
}

// endOf gives the token after the stop at t and all that belongs to its sentence:
// more stops, closing marks and brackets. closed tells of a closing mark among them.
func (p *Parser) endOf(s string, t int) (end int, closed bool) {
	toks := p.doc.Tokens
	for end = t + 1; end < len(toks); end++ {
		k := &toks[end]
		switch {
		case k.Kind == Mark && p.roleOf(end) == closes:
			closed = true
		case k.Kind == Mark && p.roleOf(end) == stray && !k.Space:
		case k.Space:
			return end, closed
		case k.Kind == Punct && (classOf[s[k.Start]] == cClose || isStop(s, k)):
		default:
			return end, closed
		}
	}
	return end, closed
}

// roleOf gives the role of the mark at token t.
func (p *Parser) roleOf(t int) role {
	lo, hi := 0, len(p.marks)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.marks[mid].tok < int32(t) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.marks) && p.marks[lo].tok == int32(t) {
		return p.marks[lo].role
	}
	return stray
}

// breaks decides whether the stop at t, whose sentence began at from, ends it
// before token end.
func (p *Parser) breaks(s string, from, t, end int, closed bool) bool {
	toks := p.doc.Tokens
	next := end
	for next < len(toks) && (toks[next].Kind == Mark || toks[next].Kind == Punct && classOf[s[toks[next].Start]] == cOpen) {
		next++
	}
	if next == len(toks) {
		return false
	}
	nx := &toks[next]
	capital := upperAt(s, int(nx.Start)) || s[nx.Start] == '[' && upperAt(s, int(nx.Start)+1)
	switch {
	case toks[t].Kind == Word:
		return capital && p.shortEnds(s, t, next)
	case lowerAt(s, int(nx.Start)):
		return false
	case nx.Kind == Punct || t == from+1 && t == end-1 && s[toks[t].Start] == '.' && toks[from].Kind == Number:
		return false // 1. The first
	case !toks[end].Space && !closed && toks[end].Kind != Mark:
		return p.runsOn(s, t, end, capital)
	case closed && next == end && p.goesOn(s, next):
		return false
	case toks[t].Len() > 1 && toks[t].Space:
		return p.lists.is(s[nx.Start:nx.End], starter)
	}
	return true
}

// shortEnds decides for the abbreviation at t before a capitalised token.
func (p *Parser) shortEnds(s string, t, next int) bool {
	toks := p.doc.Tokens
	w := s[toks[t].Start:toks[t].End]
	class := p.lists.stop(w[:len(w)-1])
	if class == notShort {
		class = may
		if len(w) == 2 {
			class = never // an initial
		}
	}
	nw := s[toks[next].Start:toks[next].End]
	switch class {
	case may:
		return p.lists.is(nw, starter)
	case likely:
		return !p.lists.is(nw, clock)
	}
	return false
}

// runsOn decides for a stop without space behind it: "said.The" breaks, when two
// small letters stand before it.
func (p *Parser) runsOn(s string, t, end int, capital bool) bool {
	toks := p.doc.Tokens
	at := int(toks[t].Start)
	if !capital || t == 0 || toks[end].Kind != Word {
		return false
	}
	return lowerAt(s, at-1) && at >= 2 && lowerAt(s, at-2) || toks[t-1].Kind != Word
}

// lookCue is how many tokens after a quotation are searched for its verb.
const lookCue = 7

// goesOn reports whether the words from token t on name the speaker of the
// quotation before them: "Why?" Varga asked.
func (p *Parser) goesOn(s string, t int) bool {
	toks := p.doc.Tokens
	for i := t; i < min(len(toks), t+lookCue); i++ {
		w := s[toks[i].Start:toks[i].End]
		if toks[i].Kind != Word {
			return false
		}
		if !p.lists.is(w, cue) {
			continue
		}
		if i+1 == len(toks) || toks[i+1].Kind == Punct {
			return i > t
		}
		return i > t && p.lists.is(s[toks[i+1].Start:toks[i+1].End], after)
	}
	return false
}
