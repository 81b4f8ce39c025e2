package attribution

import (
	"parley/internal/news"
	"parley/internal/token"
)

// fitter makes relations of spans.
type fitter struct {
	doc   *token.Doc
	x     *Lexicon
	text  string
	net   *network
	w     *work
	spans *Spans
	at    []int // sentence of each span
	of    []int // by span: see Spans.Of, within the limits that sentences set
	out   []Relation
}

// relations gives one relation for each cue with a source and content, and one for
// each quotation that stands in a later sentence than its cue.
func (f *fitter) relations() []Relation {
	for i := range f.spans.All {
		f.at = append(f.at, f.doc.SentenceAt(f.spans.All[i].Start))
	}
	contents := make(map[int][]int, len(f.spans.All)/3)
	for i := range f.spans.All {
		f.of = append(f.of, f.hangsOn(i))
		if f.spans.All[i].Kind == ContentSpan && f.of[i] >= 0 {
			contents[f.of[i]] = append(contents[f.of[i]], i)
		}
	}
	for i := range f.spans.All {
		if f.spans.All[i].Kind == CueSpan {
			f.relation(i, contents[i])
		}
	}
	return f.out
}

// hangsOn is the span that span i hangs on, or -1: the source of a cue stands in the
// cue's sentence, the cue of a content in the content's, or for a quotation in the one
// before it.
func (f *fitter) hangsOn(i int) int {
	at := f.at[i]
	same := func(j int) bool { return f.at[j] == at }
	switch f.spans.All[i].Kind {
	case SourceSpan:
		return -1
	case CueSpan:
		return f.net.best(f.w, i, same)
	}
	if j := f.net.best(f.w, i, same); j >= 0 || !f.quoted(i) {
		return j
	}
	return f.net.best(f.w, i, func(j int) bool { return f.at[j] == at-1 })
}

// quoted reports whether span i begins with or behind an opening mark.
func (f *fitter) quoted(i int) bool {
	s := f.withMarks(f.spans.All[i].Span)
	t := f.doc.TokenAt(s.Start)
	return t < len(f.doc.Tokens) && (f.doc.Tokens[t].Kind == token.Mark || f.doc.Tokens[t].Quote >= 0)
}

// relation makes the relation of cue i. Without a source it is one only for a
// quotation.
func (f *fitter) relation(i int, contents []int) {
	cue, at := &f.spans.All[i], f.at[i]
	if at < 0 || len(contents) == 0 {
		return
	}
	s := &f.doc.Sentences[at]
	r := Relation{Cue: f.verb(cue.Span), Unit: s.Span, Passage: s.Passage, Base: -1, Same: -1, Rule: "model",
		Evidence: news.Evidence{Found: foundModel, Cue: cue.Score}}
	if src := f.of[i]; src >= 0 {
		r.Source, r.Evidence.Source = f.source(f.spans.All[src].Span), f.spans.All[src].Score
	}
	var later []Relation
	for _, c := range contents {
		p, of := f.fit(f.spans.All[c].Span, cue.Span), &f.spans.All[c]
		switch {
		case p.Empty():
		case p.Start >= s.End && len(r.Content) > 0:
			e := r.Evidence
			e.Content, e.Link = of.Score, of.Link
			later = append(later, Relation{Content: []news.Span{p}, Unit: f.sentence(p.Start, s.Span), Passage: f.passage(p.Start, s.Passage), Base: -1,
				Same: len(f.out), Rule: "model, carried on", Evidence: e})
		default:
			if r.Evidence.Content == 0 || of.Score < r.Evidence.Content {
				r.Evidence.Content, r.Evidence.Link = of.Score, of.Link
			}
			r.Content = f.append(r.Content, p)
		}
	}
	if len(r.Content) == 0 || r.Source.IsZero() && f.doc.Tokens[f.doc.TokenAt(r.Content[0].Start)].Kind != token.Mark {
		return
	}
	f.out = append(append(f.out, r), later...)
}

func (f *fitter) sentence(at int, or news.Span) news.Span {
	if i := f.doc.SentenceAt(at); i >= 0 {
		return f.doc.Sentences[i].Span
	}
	return or
}

func (f *fitter) passage(at, or int) int {
	if i := f.doc.SentenceAt(at); i >= 0 {
		return f.doc.Sentences[i].Passage
	}
	return or
}

// append joins a piece to the one before it when hardly anything parts them.
func (f *fitter) append(parts []news.Span, p news.Span) []news.Span {
	if n := len(parts); n > 0 {
		last := &parts[n-1]
		if p.Start < last.End {
			return parts
		}
		if first, end := f.doc.TokensIn(news.Span{Start: last.End, End: p.Start}); end-first <= 2 {
			*last = last.Cover(p)
			return parts
		}
	}
	return append(parts, p)
}

// fit brings a content to the boundaries that marks and sentences set: a quotation is
// taken whole with its marks, unquoted words end with their sentence.
func (f *fitter) fit(s, cue news.Span) news.Span {
	if q := f.marked(s); q >= 0 {
		in := f.doc.Quotes[q].Inner
		whole := f.doc.Quotes[q].Open.Cover(in).Cover(f.doc.Quotes[q].Close)
		if !whole.Overlaps(cue) && whole.Start <= s.Start+1 && s.End <= whole.End+1 {
			return whole
		}
	}
	s = f.withMarks(s)
	if at := f.doc.SentenceAt(s.Start); at >= 0 && s.End > f.doc.Sentences[at].End {
		s.End = f.doc.Sentences[at].End
	}
	return s
}

// marked is the outermost quotation with marks in which the span begins, or -1.
func (f *fitter) marked(s news.Span) int32 {
	t := f.doc.TokenAt((s.Start + s.End) / 2)
	if t >= len(f.doc.Tokens) {
		return -1
	}
	best := int32(-1)
	for q := f.doc.Tokens[t].Quote; q >= 0; q = f.doc.Quotes[q].Parent {
		if !f.doc.Quotes[q].Open.IsZero() && f.doc.Quotes[q].Inner.Start <= s.Start+1 {
			best = q
		}
	}
	return best
}

// withMarks takes in a quotation mark just outside the span when its other one lies
// inside.
func (f *fitter) withMarks(s news.Span) news.Span {
	if t := f.doc.TokenAt(s.Start); t > 0 && t < len(f.doc.Tokens) && f.doc.Tokens[t-1].Kind == token.Mark && int(f.doc.Tokens[t-1].End) == s.Start {
		if q := f.doc.Tokens[t].Quote; q >= 0 && f.doc.Quotes[q].Open.End == s.Start {
			s.Start = f.doc.Quotes[q].Open.Start
		}
	}
	if t := f.doc.TokenAt(s.End - 1); t+1 < len(f.doc.Tokens) && f.doc.Tokens[t+1].Kind == token.Mark {
		if q := f.doc.Tokens[t].Quote; q >= 0 && f.doc.Quotes[q].Close.Start == s.End {
			s.End = f.doc.Quotes[q].Close.End
		}
	}
	return s
}

// source leaves out a comma at the end, which the trained reader draws in.
func (f *fitter) source(s news.Span) news.Span {
	for s.End > s.Start && (f.text[s.End-1] == ',' || f.text[s.End-1] == ' ') {
		s.End--
	}
	return s
}

// verb is the word of a cue that ascribes, without auxiliaries, adverbs and what
// follows it; the whole cue if the lexicon knows no word of it.
func (f *fitter) verb(cue news.Span) news.Span {
	first, last := f.doc.TokensIn(cue)
	for t := first; t < last; t++ {
		if e := f.x.lookup(f.doc.Word(t)); e.verb >= 0 && e.class&(Be|Have|Do|Modal) == 0 {
			return f.doc.Tokens[t].Span()
		}
	}
	return cue
}
