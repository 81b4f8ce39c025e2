package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// interview gives the passages of an interview that is printed as "Name: words" to
// those who are named. It needs the same name twice and three such passages, so that
// a single "Note: …" is none.
func (m *maker) interview() {
	var turns []turn
	times := map[string]int{}
	for i, p := range m.doc.Report.Passages {
		if p.Kind != news.Body {
			continue
		}
		if t, ok := m.turn(i, p.Span); ok {
			turns = append(turns, t)
			times[lastWord(m.text[t.name.Start:t.name.End])]++
		}
	}
	if len(turns) < 3 || !m.x.reads(ruleInterview) {
		return
	}
	for _, t := range turns {
		who := m.text[t.name.Start:t.name.End]
		if times[lastWord(who)] < 2 || len(who) < 2 || m.outlet(t.name) || m.x.lookup(lastWord(who)).class&Label != 0 {
			continue
		}
		m.out = append(m.out, Attribution{Source: t.name, Content: []news.Span{t.words}, Mode: news.Direct, Context: t.name.Cover(t.words),
			Passage: t.passage, CarriedOn: -1, Within: -1, Headline: true, Rule: ruleInterview, Score: 0.8})
	}
}

// turn is one passage of an interview.
type turn struct {
	name, words news.Span
	passage     int
}

// turn reads "Name: words" where the name is one to four words with capitals.
func (m *maker) turn(passage int, p news.Span) (turn, bool) {
	w := m.text[p.Start:min(p.End, p.Start+48)]
	colon := strings.IndexByte(w, ':')
	if colon < 1 {
		return turn{}, false
	}
	words := strings.Fields(w[:colon])
	if len(words) > 4 {
		return turn{}, false
	}
	for _, s := range words {
		if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) || m.x.lookup(s).class&(closed|Lead) != 0 {
			return turn{}, false
		}
	}
	t := turn{name: m.space(news.Span{Start: p.Start, End: p.Start + colon}),
		words: m.space(news.Span{Start: p.Start + colon + 1, End: p.End}), passage: passage}
	return t, !t.name.Empty() && len(strings.Fields(m.text[t.words.Start:t.words.End])) >= 3
}
