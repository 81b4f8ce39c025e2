package attribution

import (
	"slices"
	"strings"

	"parley/internal/news"
)

// passedOn marks an attribution of an outlet that only passes on another's words: it
// becomes a link of the other's chain (rule 12) and is dropped.
const passedOn = "passed on"

// relay turns outlets that pass on another's words into links, and outlets that were
// told into links of kind interview.
func (m *maker) relay() {
	for i := range m.out {
		a := &m.out[i]
		if m.outlet(a.Addressee) {
			a.Chain = append(a.Chain, m.link(a.Addressee, news.Interview))
		}
		w := a.Within
		if w < 0 || !m.outlet(m.out[w].Source) && !m.transcript(m.out[w].Source) || a.Source.IsZero() || m.ownStaff(a.Source) || m.describes(a) || !m.mostOf(w, i) {
			continue
		}
		o := &m.out[w]
		a.Chain = append(a.Chain, m.link(o.Source, news.QuotedBy))
		a.Within = o.Within
		o.Rule = passedOn
	}
	m.linked()
	for i := range m.out {
		if w := m.out[i].Within; w >= 0 && m.out[w].Rule == passedOn {
			m.out[i].Within = m.out[w].Within
		}
	}
}

// linked drops what an outlet is taken to say where it stands in the chain of the statement
// within: "the agency quoted Kell as saying P".
func (m *maker) linked() {
	for i := range m.out {
		w := m.out[i].Within
		if w < 0 || m.out[w].Source.Empty() {
			continue
		}
		if passes(m.out[i].Chain, m.out[w].Source) {
			m.out[i].Within, m.out[w].Rule = m.out[w].Within, passedOn
		}
	}
}

// passes reports whether a source stands among the links of a chain.
func passes(links []news.Link, source news.Span) bool {
	return slices.ContainsFunc(links, func(l news.Link) bool { return l.Mention.Overlaps(source) })
}

// describes reports whether the cue is a participle that only tells what its source is: "a video
// | purporting to show".
func (m *maker) describes(a *Attribution) bool {
	if a.Cue.IsZero() || a.Cue.Start <= a.Source.End {
		return false
	}
	return strings.HasSuffix(m.text[a.Cue.Start:a.Cue.End], "ing") && strings.TrimSpace(m.text[a.Source.End:a.Cue.Start]) == ""
}

// ownStaff reports whether the source is the outlet's own people, for whom it speaks: "its
// editors".
func (m *maker) ownStaff(s news.Span) bool {
	w := strings.ToLower(m.text[s.Start:s.End])
	return strings.HasPrefix(w, "its ") || strings.HasPrefix(w, "their ")
}

// mostOf reports whether attribution i, its source and cue included, is most of what
// attribution w says.
func (m *maker) mostOf(w, i int) bool {
	whole, said := 0, m.out[i].Source.Cover(m.out[i].Cue)
	for _, c := range m.out[w].Content {
		whole += c.Len()
	}
	for _, c := range m.out[i].Content {
		said = said.Cover(c)
	}
	if last := m.out[w].Content[len(m.out[w].Content)-1]; said.End < last.End && m.adverbial(news.Span{Start: said.End, End: last.End}) {
		said.End = last.End
	}
	return said.Len()*10 >= whole*7
}

// adverbial reports whether a span of one clause begins with a preposition: "in an interview
// with the Post".
func (m *maker) adverbial(s news.Span) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(m.text[s.Start:s.End]), " ")
	return m.x.lookup(first).class&Preposition != 0 && !strings.ContainsAny(m.text[s.Start:s.End], ",;:“”\"")
}

func (m *maker) link(s news.Span, kind news.LinkKind) news.Link {
	return news.Link{Name: bareName(m.text[s.Start:s.End]), Kind: kind, Mention: s}
}

// bareName leaves a leading article off.
func bareName(s string) string {
	for _, article := range []string{"the ", "The ", "a ", "an "} {
		s = strings.TrimPrefix(s, article)
	}
	return s
}

// transcript reports whether the words name a record of what was said ("a transcript of the
// show"): a head noun of class "transcript" before an of-phrase.
func (m *maker) transcript(s news.Span) bool {
	if s.Empty() || s.Len() > 60 {
		return false
	}
	head := ""
	for _, w := range strings.Fields(m.text[s.Start:s.End]) {
		if m.x.lookup(w).class&Preposition != 0 {
			break
		}
		head = w
	}
	return m.x.lookup(head).class&Transcript != 0
}

// outlet reports whether the words name a newspaper, an agency or a broadcaster: a
// name whose last word is one of theirs (class "outlet"), their reports ("radio reports"), or
// "state media" (class "press").
func (x *Lexicon) outlet(words string) bool {
	if words == "" || len(words) > 60 {
		return false
	}
	w := strings.Fields(words)
	last := strings.Trim(w[len(w)-1], ",.“”\"'’")
	if n := len(w) - 2; n >= 0 && x.lookup(last).class&Document != 0 {
		return x.lookup(w[n]).class&(Outlet|Press) != 0
	}
	if x.lookup(last).class&Press != 0 || x.outletBefore(w) {
		return true
	}
	return last != "" && strings.ToLower(words) != words && x.lookup(last).class&Outlet != 0
}

// outletBefore reports whether words end with a name and what kind of outlet it is: "Karsk news
// agency | Vela".
func (x *Lexicon) outletBefore(w []string) bool {
	n := len(w)
	for n > 0 && w[n-1][0] >= 'A' && w[n-1][0] <= 'Z' {
		n--
	}
	return n > 0 && n < len(w) && w[n-1][0] >= 'a' && x.lookup(w[n-1]).class&(Outlet|Press) != 0
}

func (m *maker) outlet(s news.Span) bool { return m.x.outlet(m.text[s.Start:s.End]) }
