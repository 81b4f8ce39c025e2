package score

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/attribution"
	"parley/internal/news"
)

// PolNeAR draws its spans otherwise than statements.md does. So that Parley's
// attributions can be scored there, they are first brought to PolNeAR's form, as
// its train split shows it:
//
//   - no attribution stands inside another's content: nested ones are left out;
//   - a quoted sentence after the cue's full stop belongs to the content before it;
//   - content keeps a leading "that" and its outer quotation marks;
//   - a cue takes in the auxiliaries and adverbs before it ("has also said") and a
//     colon behind it;
//   - a source takes in its article, and an apposition or relative clause up to and
//     with the comma before the cue ("Ann Orr, a doctor,").
//
// What PolNeAR labels beyond speech (inner states) is not made up for.

// PolNeAR makes a Labeller of a function that gives a report's attributions, in
// PolNeAR's form.
func PolNeAR(attribute func(rep *news.Report) []attribution.Attribution) Labeller {
	return LabellerFunc(func(rep *news.Report) Labels {
		p := polnear{text: rep.Text, atts: attribute(rep)}
		return p.labels()
	})
}

// polnear turns the attributions of one text into labels.
type polnear struct {
	text string
	atts []attribution.Attribution
	out  Labels
	rel  []int // relation of each attribution, -1 when it has none
}

func (p *polnear) labels() Labels {
	for i := range p.atts {
		p.rel = append(p.rel, -1)
		if p.atts[i].Within < 0 {
			p.one(i)
		}
	}
	return p.out
}

// one labels an attribution, or adds its content to the one that it carries on.
func (p *polnear) one(i int) {
	a := &p.atts[i]
	var parts []news.Span
	for _, c := range a.Content {
		parts = append(parts, p.content(c))
	}
	if up := a.CarriedOn; up >= 0 && up < i && a.Cue.IsZero() && a.Source.IsZero() && p.rel[up] >= 0 {
		p.rel[i] = p.rel[up]
		c := p.out.Relations[p.rel[up]].Content
		p.out.Spans[c].Parts = append(p.out.Spans[c].Parts, parts...)
		return
	}
	r := Relation{Source: -1, Cue: -1, Content: p.add(Content, parts...)}
	if !a.Cue.IsZero() {
		r.Cue = p.add(Cue, p.cue(a.Cue))
	}
	if !a.Source.IsZero() {
		r.Source = p.source(a)
	} else if a.CarriedOn >= 0 && p.rel[a.CarriedOn] >= 0 {
		r.Source = p.out.Relations[p.rel[a.CarriedOn]].Source
	}
	p.rel[i] = len(p.out.Relations)
	p.out.Relations = append(p.out.Relations, r)
}

// add appends a span and gives its index; a span that stands already is shared.
func (p *polnear) add(k Kind, parts ...news.Span) int {
	for i, s := range p.out.Spans {
		if s.Kind == k && len(parts) == 1 && len(s.Parts) == 1 && s.Parts[0] == parts[0] {
			return i
		}
	}
	p.out.Spans = append(p.out.Spans, Labelled{k, parts})
	return len(p.out.Spans) - 1
}

// outer are what may stand around content, longest first. Those that tell their
// direction may be set apart by a space, as in instances made of tokens.
var outer = [...]struct {
	mark       string
	open, shut bool // what it can be
	apart      bool
}{
	{"``", true, false, true}, {"''", true, true, false},
	{"“", true, false, true}, {"”", false, true, true}, {"‘", true, false, true}, {"’", false, true, false},
	{"„", true, false, true}, {"«", true, false, true}, {"»", false, true, true},
	{"\"", true, true, false}, {"'", true, true, false}, {"`", true, false, false},
}

// content puts a leading "that" and the outer marks back.
func (p *polnear) content(s news.Span) news.Span {
	n := opening(p.text[:s.Start])
	s.Start -= n
	s.End += closing(p.text[s.End:], n > 0)
	if w, at := p.wordBefore(s.Start); strings.EqualFold(w, "that") {
		s.Start = at
	}
	return s
}

// opening is the length of the mark, with its space, at the end of before.
func opening(before string) int {
	for _, m := range outer {
		if m.open && strings.HasSuffix(before, m.mark) {
			return len(m.mark)
		}
		if m.open && m.apart && strings.HasSuffix(before, m.mark+" ") {
			return len(m.mark) + 1
		}
	}
	return 0
}

// closing is the length of the mark, with its space, at the head of after. An
// apostrophe is one only where a mark stands before the content and no letter
// behind it.
func closing(after string, opened bool) int {
	for _, m := range outer {
		if !m.shut {
			continue
		}
		if rest, ok := strings.CutPrefix(after, m.mark); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			if (m.mark == "'" || m.mark == "’") && (!opened || unicode.IsLetter(r)) {
				return 0
			}
			return len(m.mark)
		}
		if m.apart && strings.HasPrefix(after, " "+m.mark) {
			return len(m.mark) + 1
		}
	}
	return 0
}

// wordBefore gives the word that ends before byte i, over spaces, and its start.
func (p *polnear) wordBefore(i int) (string, int) {
	end := len(strings.TrimRight(p.text[:i], " \u00a0"))
	start := end
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(p.text[:start])
		if !unicode.IsLetter(r) && r != '’' && r != '\'' {
			break
		}
		start -= n
	}
	return p.text[start:end], start
}

var auxiliaries = map[string]bool{
	"has": true, "have": true, "had": true, "is": true, "are": true, "was": true, "were": true, "be": true, "been": true,
	"will": true, "would": true, "did": true, "does": true, "do": true, "can": true, "could": true, "may": true, "might": true,
	"also": true, "later": true, "then": true, "once": true, "not": true, "never": true, "even": true, "often": true,
}

// cue takes in auxiliaries and adverbs before the cue and a colon behind it.
func (p *polnear) cue(s news.Span) news.Span {
	for {
		w, at := p.wordBefore(s.Start)
		if l := strings.ToLower(w); !auxiliaries[l] && (len(l) < 5 || !strings.HasSuffix(l, "ly")) {
			break
		}
		s.Start = at
	}
	if strings.HasPrefix(p.text[s.End:], ":") {
		s.End++
	}
	return s
}

// source takes in the article before the source and what stands in apposition.
func (p *polnear) source(a *attribution.Attribution) int {
	s := a.Source
	switch w, at := p.wordBefore(s.Start); strings.ToLower(w) {
	case "the", "a", "an":
		s.Start = at
	}
	body := s.In(p.text)
	if a.Cue.IsZero() {
		return p.add(Source, s)
	}
	if s.End <= a.Cue.Start {
		gap := strings.TrimRight(p.text[s.End:max(s.End, p.cue(a.Cue).Start)], " ")
		if strings.HasSuffix(gap, ",") && (apposition(gap) || strings.TrimSpace(gap) == "," && strings.Contains(body, ",")) {
			s.End += len(gap)
		}
	} else if a.Context.End > s.End {
		tail := strings.TrimRight(p.text[s.End:a.Context.End], " .")
		if apposition(tail) && !p.meets(news.Span{Start: s.End, End: s.End + len(tail)}) {
			s.End += len(tail)
		}
	}
	return p.add(Source, s)
}

// meets reports whether a content or cue of any attribution shares a byte with s.
func (p *polnear) meets(s news.Span) bool {
	for i := range p.atts {
		if p.atts[i].Cue.Overlaps(s) {
			return true
		}
		for _, c := range p.atts[i].Content {
			if c.Overlaps(s) {
				return true
			}
		}
	}
	return false
}

// apposition reports whether words after a source, with their comma, say who it is.
func apposition(s string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(s, " "), ", ")
	if !ok || rest == "" || strings.ContainsRune(rest, '\n') {
		return false
	}
	first, _, _ := strings.Cut(rest, " ")
	if r, _ := utf8.DecodeRuneInString(first); unicode.IsUpper(r) || unicode.IsDigit(r) {
		return true
	}
	switch first {
	case "a", "an", "the", "who", "whose", "his", "her", "their", "one", "former", "chief", "head", "director", "president", "chairman", "spokesman", "spokeswoman":
		return true
	}
	return false
}
