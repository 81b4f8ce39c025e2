package token

import (
	"strings"
	"unicode/utf8"

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
		e := p.endOf(s, t)
		if e.end < n && p.breaks(s, from, e) {
			if p.inside(e.end) {
				p.doc.Breaks = append(p.doc.Breaks, int32(e.end-1))
			} else {
				p.cut(from, e.end, pass)
				from = e.end
			}
		}
		t = e.end - 1
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

// inside reports whether the place before token t lies inside a quotation, both
// neighbours with it. A quotation that never closes, and that the next passage does
// not carry on, holds no sentence together: its mark may be stray.
func (p *Parser) inside(t int) bool {
	q := p.doc.Tokens[t-1].Quote
	if q < 0 || p.doc.Tokens[t].Quote < 0 {
		return false
	}
	for p.doc.Quotes[q].Parent >= 0 {
		q = p.doc.Quotes[q].Parent
	}
	o := &p.doc.Quotes[q]
	return !o.Close.IsZero() || o.Open.IsZero() || o.First <= p.firstTok+1 || p.carried
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

// ending is what closes a sentence.
type ending struct {
	stop   int  // the last stop
	end    int  // the token after the stop and all that belongs to it
	closed bool // a closing mark is among them
}

// endOf gathers what belongs to the stop at t: more stops, closing marks and
// brackets, the number of a note in brackets.
func (p *Parser) endOf(s string, t int) ending {
	toks := p.doc.Tokens
	e := ending{stop: t, end: t + 1}
	for ; e.end < len(toks); e.end++ {
		k := &toks[e.end]
		switch {
		case k.Kind == Mark && p.roleOf(e.end) == closes:
			e.closed = true
		case p.isNote(s, e.end):
			e.end += 2
		case k.Space:
			return e
		case k.Kind == Mark && p.roleOf(e.end) == stray:
		case k.Kind == Punct && isStop(s, k):
			e.stop = e.end
		case k.Kind == Punct && classOf[s[k.Start]] == cClose:
		default:
			return e
		}
	}
	return e
}

// isNote reports whether the tokens from t on are a note's number: said.[1]
func (p *Parser) isNote(s string, t int) bool {
	toks := p.doc.Tokens
	return t+2 < len(toks) && s[toks[t].Start] == '[' && toks[t+1].Kind == Number && s[toks[t+2].Start] == ']'
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

// breaks decides whether e ends the sentence that began at from.
func (p *Parser) breaks(s string, from int, e ending) bool {
	toks := p.doc.Tokens
	next := e.end
	for next < len(toks) && (toks[next].Kind == Mark || toks[next].Kind == Punct && classOf[s[toks[next].Start]] == cOpen) {
		next++
	}
	if next == len(toks) {
		return false
	}
	stop, nx, marked := &toks[e.stop], &toks[next], toks[e.end].Kind == Mark
	dots := stop.Kind == Punct && stop.Len() > 1
	switch {
	case stop.Kind == Word:
		return p.capital(s, nx) && p.shortEnds(s, e.stop, next)
	case lowerAt(s, int(nx.Start)) && !innerCapital(s[nx.Start:nx.End]):
		return marked && !dots && toks[e.end].Space
	case nx.Kind == Punct || p.isItem(s, from, e):
		return false
	case !toks[e.end].Space && !e.closed && !marked && e.end == e.stop+1:
		return p.runsOn(s, e, p.capital(s, nx))
	case e.closed && next == e.end && p.names(s, e):
		return false
	case dots && (stop.Space || marked && !e.closed):
		return !marked && p.isStarter(s, next)
	}
	return true
}

// innerCapital reports whether w is a name like iPress: its second letter is a capital.
func innerCapital(w string) bool {
	return len(w) > 2 && upperAt(w, 1) && lowerAt(w, 2)
}

// capital reports whether t begins with a capital, in brackets or not.
func (p *Parser) capital(s string, t *Token) bool {
	return upperAt(s, int(t.Start)) || s[t.Start] == '[' && upperAt(s, int(t.Start)+1)
}

// isItem reports whether e is no more than the number of a list's item: 1. The first
func (p *Parser) isItem(s string, from int, e ending) bool {
	toks := p.doc.Tokens
	return e.stop == from+1 && e.end == from+2 && s[toks[e.stop].Start] == '.' && toks[from].Kind == Number
}

// isStarter reports whether token t is a word that begins sentences: one of the
// list, or an adverb before a comma ("Initially, ").
func (p *Parser) isStarter(s string, t int) bool {
	toks := p.doc.Tokens
	w := s[toks[t].Start:toks[t].End]
	if p.lists.is(w, starter) {
		return true
	}
	return strings.HasSuffix(w, "ly") && t+1 < len(toks) && s[toks[t+1].Start] == ','
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
	switch class {
	case may:
		return p.isStarter(s, next)
	case likely:
		return !p.lists.is(s[toks[next].Start:toks[next].End], clock)
	}
	return false
}

// runsOn decides for a stop without space behind it: "said.The" breaks, when two
// small letters stand before it.
func (p *Parser) runsOn(s string, e ending, capital bool) bool {
	toks := p.doc.Tokens
	at := int(toks[e.stop].Start)
	if s[at] >= utf8.RuneSelf && s[at] != 0xE2 {
		return true // 。 needs no space
	}
	if !capital || e.stop == 0 || toks[e.end].Kind != Word {
		return false
	}
	return at >= 2 && lowerAt(s, at-1) && lowerAt(s, at-2) || toks[e.stop-1].Kind != Word
}

// How many tokens are searched for the verb behind a quotation, and for a clause
// behind that verb.
const (
	lookCue    = 7
	lookClause = 12
)

// names reports whether the words from token t on name the speaker of the quotation
// that e ends: "Why?" Varga asked.
func (p *Parser) names(s string, e ending) bool {
	toks, t := p.doc.Tokens, e.end
	if w := s[toks[t].Start:toks[t].End]; p.lists.is(w, starter) && !p.lists.is(w, subject) {
		return false
	}
	for i := t; i < min(len(toks), t+lookCue) && toks[i].Kind == Word; i++ {
		if p.lists.is(s[toks[i].Start:toks[i].End], cue) {
			return i > t && p.looksBack(s, i+1, s[toks[e.stop].Start] == '.')
		}
	}
	return false
}

// looksBack reports whether the verb before token t has its words behind it and not
// before it: a stop, a comma or an adverbial follows, no clause and no quotation.
// After a full stop, which should have been a comma then, nothing up to the
// sentence's end may speak against it; after ? and ! a comma settles the matter.
func (p *Parser) looksBack(s string, t int, strict bool) bool {
	toks := p.doc.Tokens
	if t < len(toks) && toks[t].Kind != Punct && !p.lists.is(s[toks[t].Start:toks[t].End], after) {
		return false
	}
	for i := t; i < min(len(toks), t+lookClause) && !isStop(s, &toks[i]); i++ {
		switch k := &toks[i]; {
		case k.Kind == Mark:
			return lowerAt(s, int(k.End))
		case s[k.Start] == ':', p.lists.is(s[k.Start:k.End], clause):
			return false
		case !strict && k.Kind == Punct && i+1 < len(toks) && toks[i+1].Kind != Mark:
			return true
		}
	}
	return true
}
