package score

import (
	"strings"

	"parley/internal/news"
)

// Kind is what a span of an attribution is.
type Kind string

// The kinds of span, as PolNeAR and CofeNet name them.
const (
	Source  Kind = "source"
	Cue     Kind = "cue"
	Content Kind = "content"
)

// Kinds lists the kinds in the order in which they are reported.
var Kinds = [...]Kind{Source, Cue, Content}

// Labelled is one labelled stretch of text, in pieces where it is broken.
type Labelled struct {
	Kind  Kind
	Parts []news.Span // in order of text
}

// Relation joins spans by their indexes in Labels.Spans; -1 is absent.
type Relation struct {
	Source, Cue, Content int
}

// Labels are the labelled spans of one text and the relations between them.
type Labels struct {
	Spans     []Labelled
	Relations []Relation
}

// Labeller finds attributions in a report. Spans are bytes of rep.Text.
type Labeller interface {
	Label(rep *news.Report) Labels
}

// LabellerFunc makes a Labeller of a function.
type LabellerFunc func(rep *news.Report) Labels

// Label implements Labeller.
func (f LabellerFunc) Label(rep *news.Report) Labels { return f(rep) }

// parts lists the contiguous pieces of a kind.
func (l *Labels) parts(k Kind) []news.Span {
	var out []news.Span
	for _, s := range l.Spans {
		if s.Kind == k {
			out = append(out, s.Parts...)
		}
	}
	return out
}

// joined gives the labels with pieces that only white space parts made one. Some
// of PolNeAR's files cut a content at every sentence, others do not.
func (l Labels) joined(text string) Labels {
	out := Labels{Relations: l.Relations}
	for _, s := range l.Spans {
		parts := make([]news.Span, 0, len(s.Parts))
		for _, p := range s.Parts {
			if n := len(parts); n > 0 && p.Start >= parts[n-1].End && strings.TrimSpace(text[parts[n-1].End:p.Start]) == "" {
				parts[n-1].End = p.End
				continue
			}
			parts = append(parts, p)
		}
		out.Spans = append(out.Spans, Labelled{s.Kind, parts})
	}
	return out
}

// at gives the pieces of a relation's span, nil for -1.
func (l *Labels) at(i int) []news.Span {
	if i < 0 {
		return nil
	}
	return l.Spans[i].Parts
}

// plainReport makes a report of plain text whose every line that holds something
// is a body passage.
func plainReport(name, text string) *news.Report {
	sum, id := news.HashBytes([]byte(text))
	rep := &news.Report{ID: id, SHA256: sum, File: name, Language: "en", Text: text}
	for from := 0; from < len(text); {
		to := len(text)
		if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
			to = from + i
		}
		if line := strings.TrimSpace(text[from:to]); line != "" {
			at := from + strings.Index(text[from:to], line)
			rep.Passages = append(rep.Passages, news.Passage{Kind: news.Body, Span: news.Span{Start: at, End: at + len(line)}})
		}
		from = to + 1
	}
	return rep
}
