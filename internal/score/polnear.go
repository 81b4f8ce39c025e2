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

// outer are what may stand around content, longest first.
var outer = [...]string{"“", "”", "‘", "’", "„", "«", "»", "``", "''", "\"", "'", "`"}

// content puts a leading "that" and the outer marks back.
func (p *polnear) content(s news.Span) news.Span {
	open, shut := false, false
	for _, m := range outer {
		open = open || strings.HasSuffix(p.text[:s.Start], m)
		shut = shut || strings.HasPrefix(p.text[s.End:], m)
	}
	body := s
	for _, m := range outer {
		if open && strings.HasSuffix(p.text[:body.Start], m) {
			s.Start = body.Start - len(m)
			open = false
		}
		if shut && strings.HasPrefix(p.text[body.End:], m) && p.closes(body, m) {
			s.End = body.End + len(m)
			shut = false
		}
	}
	if w, at := p.wordBefore(s.Start); strings.EqualFold(w, "that") {
		s.Start = at
	}
	return s
}

// closes keeps a possessive's apostrophe from being taken for a mark: words that
// are not quoted end with a letter.
func (p *polnear) closes(body news.Span, mark string) bool {
	if mark != "'" && mark != "’" {
		return true
	}
	after := p.text[body.End+len(mark):]
	r, _ := utf8.DecodeRuneInString(after)
	return !unicode.IsLetter(r)
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
	if w, at := p.wordBefore(s.Start); w != "" && strings.Contains(" the a an The A An ", " "+w+" ") {
		s.Start = at
	}
	switch {
	case a.Cue.IsZero():
	case s.End <= a.Cue.Start:
		cue := p.cue(a.Cue)
		gap := strings.TrimRight(p.text[s.End:max(s.End, cue.Start)], " ")
		if apposition(gap) && strings.HasSuffix(gap, ",") {
			s.End += len(gap)
		}
	case a.Context.End > s.End && a.Cue.End <= s.Start:
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
	rest, ok := strings.CutPrefix(s, ", ")
	if !ok || rest == "" || strings.ContainsRune(rest, '\n') {
		return false
	}
	first, _, _ := strings.Cut(rest, " ")
	if r, _ := utf8.DecodeRuneInString(first); unicode.IsUpper(r) {
		return true
	}
	switch first {
	case "a", "an", "the", "who", "whose", "his", "her", "their", "one", "former", "chief", "head", "director", "president", "chairman", "spokesman", "spokeswoman":
		return true
	}
	return false
}
