package score

import (
	"parley/internal/attribution"
	"parley/internal/news"
)

// Trained makes a Labeller of a function that gives the spans of a report as the
// trained reader's PolNeAR head draws them. Contents that hang on one cue are the
// parts of one span; a content without a cue shares the source of the attribution
// before it. A report that cannot be read has no spans.
func Trained(spans func(rep *news.Report) (attribution.Spans, error)) Labeller {
	return LabellerFunc(func(rep *news.Report) Labels {
		s, err := spans(rep)
		if err != nil {
			return Labels{}
		}
		t := trained{spans: s, at: make([]int, len(s.All)), of: map[int]int{}}
		for i := range s.All {
			t.add(i)
		}
		for i := range s.All {
			t.relate(i)
		}
		return t.out
	})
}

// trained turns spans and links into labels.
type trained struct {
	spans attribution.Spans
	at    []int       // label of each span
	of    map[int]int // relation of each cue
	out   Labels
}

var kinds = [...]Kind{attribution.SourceSpan: Source, attribution.CueSpan: Cue, attribution.ContentSpan: Content}

func (t *trained) add(i int) {
	t.at[i] = len(t.out.Spans)
	t.out.Spans = append(t.out.Spans, Labelled{kinds[t.spans.All[i].Kind], []news.Span{t.spans.All[i].Span}})
}

// relate joins content i to the relation of its cue.
func (t *trained) relate(i int) {
	if t.spans.All[i].Kind != attribution.ContentSpan {
		return
	}
	r := Relation{Source: -1, Cue: -1, Content: t.at[i]}
	cue := t.spans.Of[i]
	if n, ok := t.of[cue]; ok && cue >= 0 {
		whole := &t.out.Spans[t.out.Relations[n].Content]
		whole.Parts = append(whole.Parts, t.out.Spans[t.at[i]].Parts...)
		t.out.Spans[t.at[i]].Parts = nil
		return
	}
	if cue >= 0 {
		r.Cue = t.at[cue]
		if s := t.spans.Of[cue]; s >= 0 {
			r.Source = t.at[s]
		}
		t.of[cue] = len(t.out.Relations)
	} else if n := len(t.out.Relations); n > 0 {
		r.Source = t.out.Relations[n-1].Source
	}
	t.out.Relations = append(t.out.Relations, r)
}
