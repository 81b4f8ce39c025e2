package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
	"parley/internal/token"
)

// Attribute finds the relations of a document and makes attributions of them by the
// rules of statements.md: contents trimmed, quotations joined over paragraphs and
// carried on, modes told from the marks, nesting marked. The result is in reading
// order; repeated passages yield their statements once.
func Attribute(doc *token.Doc, x *Lexicon, f Finder) []Attribution {
	m := maker{doc: doc, x: x, text: doc.Report.Text, open: map[int]int{}}
	for _, r := range f.Find(doc) {
		m.relation(r)
	}
	m.interview()
	m.carry()
	m.order()
	m.nest()
	m.relay()
	return m.once()
}

// maker builds attributions of relations.
type maker struct {
	doc  *token.Doc
	x    *Lexicon
	text string
	out  []Attribution
	open map[int]int // by passage: the attribution whose cue ends it with a colon and whose content is still to come
	of   []int       // attribution of each relation, -1 when none was made
}

// relation makes one attribution.
func (m *maker) relation(r Relation) {
	a := Attribution{Source: r.Source, Cue: r.Cue, Addressee: r.Addressee, Context: r.Unit, Passage: r.Passage,
		CarriedOn: -1, Within: -1, Chain: r.Chain, Headline: r.Headline, Rule: r.Rule, Score: r.Score, Evidence: r.Evidence}
	if r.Same >= 0 && m.of[r.Same] >= 0 {
		if !r.Cue.IsZero() {
			a.Source = m.out[m.of[r.Same]].Source
		}
		if a.Source.IsZero() {
			a.CarriedOn = m.of[r.Same]
		}
	}
	a.Content = m.contents(r.Content)
	if len(a.Content) == 0 && r.Rule != ruleOpenColon || m.same(&a) {
		m.of = append(m.of, -1)
		return
	}
	m.of = append(m.of, len(m.out))
	if len(a.Content) == 0 {
		m.open[a.Passage] = len(m.out)
	}
	a.Mode = m.mode(a.Content)
	m.out = append(m.out, a)
}

// contents makes the parts of a content of the raw pieces, in order and apart. A piece
// that opens a quotation which goes on behind the next piece stays as it is: the cue
// stands inside the quotation.
func (m *maker) contents(raw []news.Span) (parts []news.Span) {
	for i, c := range raw {
		pieces := m.pieces(c)
		if n := len(pieces); n > 0 && i+1 < len(raw) && pieces[n-1].End > raw[i+1].Start {
			pieces = []news.Span{m.trim(c)}
		}
		for _, p := range pieces {
			if n := len(parts); n == 0 || p.Start >= parts[n-1].End {
				parts = append(parts, p)
			}
		}
	}
	return parts
}

// same reports whether an attribution with nearly the same content stands already:
// two cues of one speaker on one sentence make one statement.
func (m *maker) same(a *Attribution) bool {
	for i := len(m.out) - 1; i >= 0 && i > len(m.out)-6; i-- {
		b := &m.out[i]
		if len(b.Content) == 0 || len(a.Content) == 0 {
			continue
		}
		x, y := b.Content[0], a.Content[0]
		if x.Start == y.Start && x.End == y.End {
			return true
		}
	}
	return false
}

// pieces trims one raw piece of content and follows a quotation that is carried on
// over paragraphs.
func (m *maker) pieces(c news.Span) []news.Span {
	c = m.trim(c)
	if c.Empty() {
		return nil
	}
	q := m.whole(c)
	if q < 0 {
		return []news.Span{c}
	}
	var out []news.Span
	for ; q >= 0; q = m.doc.Quotes[q].Next {
		if in := m.inner(q); !in.Empty() {
			out = append(out, in)
		}
	}
	return out
}

// whole gives the quotation that the span is, marks and a last stop included, or -1.
func (m *maker) whole(c news.Span) int32 {
	i := sort.Search(len(m.doc.Quotes), func(i int) bool { return m.start(i) >= c.Start })
	for ; i < len(m.doc.Quotes) && m.start(i) == c.Start; i++ {
		q := &m.doc.Quotes[i]
		if end := max(q.Close.End, q.Inner.End); end >= c.End || strings.TrimRight(m.text[end:c.End], ".,;:!? ") == "" {
			return int32(i)
		}
	}
	return -1
}

func (m *maker) start(i int) int {
	if q := &m.doc.Quotes[i]; !q.Open.IsZero() {
		return q.Open.Start
	}
	return m.doc.Quotes[i].Inner.Start
}

// inner is the inside of a quotation without white space at its ends.
func (m *maker) inner(q int32) news.Span { return m.space(m.doc.Quotes[q].Inner) }

func (m *maker) space(s news.Span) news.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(m.text[s.Start:])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.End > s.Start {
		r, n := utf8.DecodeLastRuneInString(m.text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// trim leaves out what rule 6 leaves out: a leading "that", stops at the end, and the
// closing mark of a quotation that began before the content.
func (m *maker) trim(s news.Span) news.Span {
	s = m.unclosed(m.space(s))
	if w := m.text[s.Start:s.End]; len(w) > 5 && strings.EqualFold(w[:5], "that ") && !m.auxiliary(w[5:]) {
		s.Start += 5
	}
	for s.End > s.Start && strings.IndexByte(".,;: ", m.text[s.End-1]) >= 0 && !m.initial(s) {
		s.End--
	}
	return m.space(s)
}

// unclosed leaves out a closing mark at the end of s whose quotation began before s.
func (m *maker) unclosed(s news.Span) news.Span {
	q := int32(sort.Search(len(m.doc.Quotes), func(i int) bool { return m.start(i) >= s.Start })) - 1
	for ; q >= 0; q = m.doc.Quotes[q].Parent {
		if c := m.doc.Quotes[q].Close; !c.IsZero() && c.End == s.End && c.Start >= s.Start {
			s.End = c.Start
		}
	}
	return m.space(s)
}

// auxiliary reports whether the first word of w is an auxiliary: in "that is the aim"
// the "that" is a pronoun.
func (m *maker) auxiliary(w string) bool {
	first, _, _ := strings.Cut(w, " ")
	return m.x.lookup(first).class&(Be|Modal|Have) != 0
}

// initial keeps the full stop of an abbreviation at the end: "the U.S."
func (m *maker) initial(s news.Span) bool {
	return m.text[s.End-1] == '.' && s.End-s.Start > 3 && m.text[s.End-3] == '.'
}

// mode tells direct, indirect and mixed from the marks; marks around names and
// titles count for nothing.
func (m *maker) mode(content []news.Span) news.Mode {
	mode := news.Indirect
	for n, c := range content {
		if m.quoteOf(c) >= 0 {
			if n == 0 || mode == news.Direct {
				mode = news.Direct
				continue
			}
			return news.Mixed
		}
		if mode == news.Direct {
			return news.Mixed
		}
		if m.holdsWords(c) {
			mode = news.Mixed
		}
	}
	return mode
}

// quoteOf gives the quotation whose whole inside the span is, or -1.
func (m *maker) quoteOf(c news.Span) int32 {
	t := m.doc.TokenAt(c.Start)
	if t >= len(m.doc.Tokens) {
		return -1
	}
	for q := m.doc.Tokens[t].Quote; q >= 0; q = m.doc.Quotes[q].Parent {
		if in := m.inner(q); in.Start == c.Start && in.End <= c.End+1 || in.Contains(c) && c.Len()*10 >= in.Len()*9 {
			return q
		}
	}
	return -1
}

// holdsWords reports whether a quotation of words, not of a name or title, lies
// inside the span.
func (m *maker) holdsWords(c news.Span) bool {
	i := sort.Search(len(m.doc.Quotes), func(i int) bool { return m.start(i) >= c.Start })
	for ; i < len(m.doc.Quotes) && m.start(i) < c.End; i++ {
		for t := m.doc.Quotes[i].First; t < m.doc.Quotes[i].Last; t++ {
			tok := m.doc.Tokens[t]
			if r, _ := utf8.DecodeRuneInString(m.text[tok.Start:]); tok.Kind == token.Word && unicode.IsLower(r) {
				return true
			}
		}
	}
	return false
}

// order sorts by where an attribution begins and keeps CarriedOn pointing right.
func (m *maker) order() {
	n := len(m.out)
	at := make([]int, n)
	for i := range at {
		at[i] = i
	}
	begin := func(a *Attribution) int {
		b := len(m.text)
		for _, c := range a.Content {
			b = min(b, c.Start)
		}
		if !a.Cue.IsZero() {
			b = min(b, a.Cue.Start)
		}
		return b
	}
	sort.SliceStable(at, func(i, j int) bool { return begin(&m.out[at[i]]) < begin(&m.out[at[j]]) })
	m.pick(at)
}

// pick keeps the attributions with the given indexes, in that order.
func (m *maker) pick(at []int) {
	to := make([]int, len(m.out))
	for i := range to {
		to[i] = -1
	}
	out := make([]Attribution, 0, len(at))
	for i, old := range at {
		to[old] = i
		out = append(out, m.out[old])
	}
	for i := range out {
		if c := out[i].CarriedOn; c >= 0 {
			out[i].CarriedOn = to[c]
		}
		if w := out[i].Within; w >= 0 {
			out[i].Within = to[w]
		}
	}
	m.out = out
}

// nest marks attributions whose cue and content lie in another's content.
func (m *maker) nest() {
	for i := range m.out {
		a := &m.out[i]
		best := -1
		for j := max(0, i-window); j < min(len(m.out), i+window); j++ {
			if i == j || !holds(&m.out[j], a) {
				continue
			}
			if best < 0 || holds(&m.out[best], &m.out[j]) {
				best = j
			}
		}
		a.Within = best
	}
}

// window is how far apart, in attributions, a nested one and the one around it may
// stand; it keeps a report of any length linear.
const window = 40

// holds reports whether one piece of a's content contains all of b.
func holds(a, b *Attribution) bool {
	return len(b.Content) > 0 && around(a.Content, b.Cue, b.Content)
}

// around reports whether one piece of an outer content contains a cue and its content
// or, without a cue, a content and more.
func around(outer []news.Span, cue news.Span, content []news.Span) bool {
	whole := cue
	for _, c := range content {
		whole = whole.Cover(c)
	}
	for _, c := range outer {
		if c.Contains(whole) && (c.Len() > whole.Len() || !cue.IsZero()) {
			return true
		}
	}
	return false
}

// once drops attributions without content and those that repeat an earlier one word
// for word.
func (m *maker) once() []Attribution {
	seen := map[string]bool{}
	at := map[news.Span]bool{} // ids come from spans: one statement a span
	var keep []int
	for i := range m.out {
		a := &m.out[i]
		if len(a.Content) == 0 || a.Rule == passedOn || at[a.Content[0]] {
			continue
		}
		at[a.Content[0]] = true
		if first := m.text[a.Content[0].Start:a.Content[0].End]; len(first) > 40 {
			if seen[first] {
				continue
			}
			seen[first] = true
		}
		keep = append(keep, i)
	}
	m.pick(keep)
	return m.out
}
