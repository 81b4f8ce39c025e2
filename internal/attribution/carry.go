package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
	"parley/internal/token"
)

// carry gives quoted sentences and block quotations without a cue to the speaker
// before them (rules 9 and 10).
func (m *maker) carry() {
	c := carrier{maker: m, last: -1}
	c.mark()
	for i := range m.doc.Sentences {
		c.sentence(i)
	}
}

// carrier walks the sentences with the attribution that speaks last.
type carrier struct {
	*maker
	of      []int // attribution that covers each sentence at top level, -1 when none does
	head    []int // last attribution whose context begins in each sentence, -1 when none does
	prev    []int // by attribution: the one before it of the same sentence, -1 at the end
	last    int   // the attribution that spoke last, -1 when none may be carried on
	lastAt  int   // the sentence it was in
	covered map[int32]bool
}

// mark notes which sentences hold attributions and which quotations are taken.
func (c *carrier) mark() {
	c.of = filled(len(c.doc.Sentences))
	c.head, c.prev = filled(len(c.doc.Sentences)), filled(len(c.out))
	c.covered = map[int32]bool{}
	for i := range c.out {
		if at := c.doc.SentenceAt(c.out[i].Context.Start); at >= 0 {
			c.prev[i], c.head[at] = c.head[at], i
		}
	}
	for i := range c.out {
		a := &c.out[i]
		if c.quoteAround(max(a.Cue.Start, a.Context.Start)) >= 0 {
			continue // within a quotation: it covers nothing of the sentence around it
		}
		if !a.Cue.IsZero() || a.Headline {
			c.note(a.Context.Start, i)
		}
		for _, p := range a.Content {
			c.note(p.Start, i)
			c.cover(p)
		}
	}
}

// filled is a list of n times -1.
func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func (c *carrier) note(at, i int) {
	s := c.doc.SentenceAt(at)
	if s >= 0 && (c.of[s] < 0 || c.out[c.of[s]].Context.Start >= c.out[i].Context.Start) {
		c.of[s] = i
	}
}

// cover notes the quotations that a piece of content touches as taken.
func (c *carrier) cover(p news.Span) {
	for t := c.doc.TokenAt(p.Start); t < len(c.doc.Tokens) && int(c.doc.Tokens[t].Start) < p.End; t++ {
		q := c.doc.Tokens[t].Quote
		for q >= 0 && !c.covered[q] {
			c.covered[q] = true
			q = c.doc.Quotes[q].Parent
		}
	}
}

// quoteAround is the innermost quotation with marks around byte b, or -1.
func (m *maker) quoteAround(b int) int32 {
	t := m.doc.TokenAt(b)
	if t >= len(m.doc.Tokens) {
		return -1
	}
	q := m.doc.Tokens[t].Quote
	for q >= 0 && m.doc.Quotes[q].Open.IsZero() {
		q = m.doc.Quotes[q].Parent
	}
	return q
}

func (c *carrier) sentence(i int) {
	s := &c.doc.Sentences[i]
	kind := c.doc.Report.Passages[s.Passage].Kind
	switch {
	case c.of[i] >= 0:
		c.last, c.lastAt = c.latest(i), i
		return
	case kind == news.Headline || kind == news.Standfirst || kind == news.Caption:
		return
	case kind == news.BlockQuote:
		c.block(i)
		return
	}
	if c.opened(i) || c.introduced(i) || c.last < 0 || !c.near(i) {
		return
	}
	if q := c.wholeQuote(s); q >= 0 && c.x.reads(ruleCarried) {
		c.add(i, append([]news.Span{c.inner(q)}, c.chain(q)...), news.Direct, ruleCarried)
		return
	}
	c.partial(i)
}

// chain gives the insides of the quotations that carry q on.
func (c *carrier) chain(q int32) (out []news.Span) {
	for n := c.doc.Quotes[q].Next; n >= 0; n = c.doc.Quotes[n].Next {
		if in := c.inner(n); !in.Empty() {
			out = append(out, in)
		}
		c.covered[n] = true
	}
	return out
}

// latest is the attribution of sentence i that a quotation after it carries on: the
// last one at top level that is not nested.
func (c *carrier) latest(i int) int {
	n := 0
	for k := c.head[i]; k >= 0 && n < window; k, n = c.prev[k], n+1 {
		if a := &c.out[k]; c.quoteAround(max(a.Cue.Start, a.Context.Start)) < 0 && !c.inOther(i, k) {
			return k
		}
	}
	return c.of[i]
}

// inOther reports whether attribution k lies in another one of sentence i.
func (c *carrier) inOther(i, k int) bool {
	n := 0
	for j := c.head[i]; j >= 0 && n < window; j, n = c.prev[j], n+1 {
		if j != k && holds(&c.out[j], &c.out[k]) {
			return true
		}
	}
	return false
}

// near reports whether sentence i follows the last speaker closely: in the same
// passage, or at the head of the next one that is read.
func (c *carrier) near(i int) bool {
	s, l := &c.doc.Sentences[i], &c.doc.Sentences[c.lastAt]
	if s.Passage == l.Passage {
		return i-c.lastAt <= 1
	}
	if i-c.lastAt != 1 {
		return false
	}
	k := c.doc.Report.Passages[l.Passage].Kind
	return k == news.Body || k == news.BlockQuote
}

// wholeQuote is the quotation that sentence s is, not yet taken, or -1.
func (c *carrier) wholeQuote(s *token.Sentence) int32 {
	if q := c.whole(s.Span); q >= 0 && !c.covered[q] && c.doc.Quotes[q].Last-c.doc.Quotes[q].First >= 3 {
		return q
	}
	return -1
}

// partial carries on half-quoted sentences and first-person passages without marks.
func (c *carrier) partial(i int) {
	s := &c.doc.Sentences[i]
	same := s.Passage == c.doc.Sentences[c.lastAt].Passage
	switch {
	case same && c.x.reads(ruleCarriedHalf) && (c.halfQuoted(s) || c.tailed(s)):
		c.add(i, []news.Span{c.trim(c.withoutLead(s.Span))}, news.Mixed, ruleCarriedHalf)
	case !same && c.x.reads(ruleFirstPerson) && c.firstPerson(s) && c.speaksOn(s.Passage):
		c.add(i, []news.Span{c.space(c.doc.Report.Passages[s.Passage].Span)}, news.Direct, ruleFirstPerson)
		for i+1 < len(c.doc.Sentences) && c.doc.Sentences[i+1].Passage == s.Passage {
			i++
			c.of[i] = c.last
		}
	}
}

// halfQuoted reports whether a quotation of four words or more, not yet taken, stands
// in the sentence and the sentence does not begin with a person of its own.
func (c *carrier) halfQuoted(s *token.Sentence) bool {
	for t := s.First; t < s.Last; t++ {
		q := c.doc.Tokens[t].Quote
		if q < 0 || c.doc.Quotes[q].Open.IsZero() || c.covered[q] {
			continue
		}
		if c.doc.Quotes[q].Last-c.doc.Quotes[q].First >= 4 {
			return c.anaphoric(s)
		}
	}
	return false
}

// anaphoric reports whether the sentence takes up what was said before: it begins
// with "it", "this", "these", "that", "there" or "they", after a lead word.
func (c *carrier) anaphoric(s *token.Sentence) bool {
	words := strings.Fields(c.text[s.Start:min(s.End, s.Start+60)])
	for n, w := range words {
		w = strings.ToLower(strings.Trim(w, ",“\"‘"))
		switch w {
		case "it", "this", "these", "that", "there", "they", "such":
			return true
		case "however", "but", "and", "still", "yet", "instead", "rather", "so":
			if n < 2 {
				continue
			}
		}
		return false
	}
	return false
}

// firstPerson reports whether a whole passage without marks speaks of "we" or "I".
func (c *carrier) firstPerson(s *token.Sentence) bool {
	p := c.doc.Report.Passages[s.Passage]
	if p.Kind != news.Body || s.Start > p.Span.Start+3 {
		return false
	}
	words := strings.Fields(c.text[s.Start:s.End])
	for _, w := range words[:min(len(words), 8)] {
		switch strings.Trim(w, ",.") {
		case "We", "we", "I", "My", "my", "Our", "our":
			return !strings.ContainsAny(c.text[p.Span.Start:p.Span.End], "“\"")
		}
	}
	return false
}

// speaksOn reports whether the passage after passage p is the last speaker's too: its
// first attribution names the same last word ("Soro") or a pronoun.
func (c *carrier) speaksOn(p int) bool {
	who := c.source(c.last)
	for i := range c.doc.Sentences[c.lastAt:] {
		at := c.lastAt + i
		if c.doc.Sentences[at].Passage <= p {
			continue
		}
		if c.doc.Sentences[at].Passage > p+1 {
			return false
		}
		first := ""
		for k := c.head[at]; k >= 0; k = c.prev[k] {
			if a := &c.out[k]; !a.Source.IsZero() {
				first = c.text[a.Source.Start:a.Source.End]
			}
		}
		if first != "" {
			return strings.EqualFold(lastWord(first), lastWord(who)) || len(first) < 4 && unicode.IsLower(rune(first[len(first)-1]))
		}
	}
	return false
}

// source is the words of the source of attribution i, or of the one it carries on.
func (c *carrier) source(i int) string {
	for i >= 0 && c.out[i].Source.IsZero() {
		i = c.out[i].CarriedOn
	}
	if i < 0 {
		return ""
	}
	return c.text[c.out[i].Source.Start:c.out[i].Source.End]
}

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// withoutLead leaves the report's own first word out: "However,".
func (c *carrier) withoutLead(s news.Span) news.Span {
	w := c.text[s.Start:s.End]
	if i := strings.IndexByte(w, ','); i > 0 && i < 14 && !strings.ContainsRune(w[:i], ' ') {
		s.Start += i + 1
	}
	return c.space(s)
}

func (c *carrier) add(i int, content []news.Span, mode news.Mode, rule string) {
	s := &c.doc.Sentences[i]
	n := len(c.out)
	c.out = append(c.out, Attribution{Content: content, Mode: mode, Context: s.Span, Passage: s.Passage,
		CarriedOn: c.last, Within: -1, Rule: rule, Score: 0.7})
	c.of[i] = n
	c.last, c.lastAt = n, i
	for _, p := range content {
		c.cover(p)
		if end := c.doc.SentenceAt(p.Start); end > c.lastAt {
			c.lastAt = end
		}
	}
}

// block reads a block quotation: its own last line may name the speaker ("— Name"),
// else an open colon before it. With neither it is nobody's: no gold has one that is the
// last speaker's, as a quoted sentence would be.
func (c *carrier) block(i int) {
	s := &c.doc.Sentences[i]
	p := c.doc.Report.Passages[s.Passage].Span
	if i > 0 && c.doc.Sentences[i-1].Passage == s.Passage {
		return
	}
	content, name := c.credit(p)
	if name.IsZero() {
		name = c.creditOf(s.Passage + 1)
	}
	if c.repeats(content) || !c.creditOf(s.Passage).IsZero() {
		return
	}
	if !name.IsZero() && c.x.reads(rulePull) {
		c.out = append(c.out, Attribution{Source: name, Content: []news.Span{content}, Mode: news.Direct, Context: p,
			Passage: s.Passage, CarriedOn: -1, Within: -1, Rule: rulePull, Score: 0.7})
		return
	}
	if n, ok := c.open[s.Passage-1]; ok && len(c.out[n].Content) == 0 {
		a := &c.out[n]
		a.Content, a.Mode = []news.Span{content}, news.Direct
		c.of[i], c.last, c.lastAt = n, n, i
	}
}

// credit splits a block quotation from the "— Name" at its end.
func (c *carrier) credit(p news.Span) (content, name news.Span) {
	w := c.text[p.Start:p.End]
	at, size := -1, 0
	for _, dash := range []string{"— ", "– ", "—", "―"} {
		if i := strings.LastIndex(w, "\n"+dash); i > at {
			at, size = i, len(dash)+1
		}
	}
	if at > 0 {
		name = c.space(news.Span{Start: p.Start + at + size, End: p.End})
		if r, _ := utf8.DecodeRuneInString(c.text[name.Start:]); name.Empty() || !unicode.IsUpper(r) || name.Len() > 90 {
			return c.unmarked(p), news.Span{}
		}
		p.End = p.Start + at
	}
	return c.unmarked(c.space(p)), name
}

// creditOf is the name that passage p is made of, "— Name", or zero.
func (c *carrier) creditOf(p int) news.Span {
	ps := c.doc.Report.Passages
	if p >= len(ps) || ps[p].Kind != news.BlockQuote && ps[p].Kind != news.Body {
		return news.Span{}
	}
	s := ps[p].Span
	for _, dash := range []string{"—", "–", "―"} {
		if w := c.text[s.Start:s.End]; strings.HasPrefix(w, dash) && len(w) < 90 {
			return c.space(news.Span{Start: s.Start + len(dash), End: s.End})
		}
	}
	return c.signature(p)
}

// signature is the name that begins a credit without a dash, a short last paragraph of a
// block quotation ("Sigrid Aune, address to the assembly"), or zero.
func (c *carrier) signature(p int) news.Span {
	ps := c.doc.Report.Passages
	if p == 0 || ps[p].Kind != news.BlockQuote || ps[p-1].Kind != news.BlockQuote {
		return news.Span{}
	}
	s := c.space(ps[p].Span)
	w := c.text[s.Start:s.End]
	name, _, _ := strings.Cut(w, ",")
	words := strings.Fields(name)
	if len(w) >= 90 || strings.ContainsAny(w[len(w)-min(len(w), 3):], ".!?”\"’") || len(words) < 2 || len(words) > 6 {
		return news.Span{}
	}
	for _, word := range [...]string{words[0], words[len(words)-1]} {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) || c.x.lookup(word).class&(closed|Lead) != 0 {
			return news.Span{}
		}
	}
	return news.Span{Start: s.Start, End: s.Start + len(name)}
}

// unmarked takes the outer marks off.
func (c *carrier) unmarked(p news.Span) news.Span {
	p = c.space(p)
	if q := c.whole(p); q >= 0 && !c.doc.Quotes[q].Open.IsZero() && c.doc.Quotes[q].Inner.End <= p.End {
		return c.inner(q)
	}
	return p
}

// repeats reports whether the words stand elsewhere in the text too: a pull quote.
func (c *carrier) repeats(p news.Span) bool {
	w := strings.Trim(c.text[p.Start:p.End], " .,\"“”…")
	if len(w) > 48 {
		w = strings.ToValidUTF8(w[:48], "")
	}
	return len(w) > 10 && strings.Count(c.text, w) > 1
}
