package score

import (
	"encoding/json"
	"slices"

	"parley/internal/news"
)

// Attribution is the score of spans and relations.
type Attribution struct {
	Texts   int       `json:"-"`
	Source  SpanScore `json:"source"`
	Cue     SpanScore `json:"cue"`
	Content SpanScore `json:"content"`

	// Relations and ByMode are only known for whole documents.
	Relations *Relations            `json:"relations,omitempty"`
	ByMode    map[string]*Relations `json:"by_mode,omitempty"` // by the mode of the content

	Misses []Miss `json:"-"` // only when asked for
}

// Relations is the score of source and content joined: both right. Exact asks for
// the same ends of all pieces; overlap pairs one to one relations whose sources and
// contents both share something, those that share most content first.
type Relations struct {
	Exact   Count
	Overlap Count
}

// MarshalJSON gives precision, recall and F1 of both.
func (r Relations) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Exact   PRF `json:"exact"`
		Overlap PRF `json:"overlap"`
	}{r.Exact.PRF(), r.Overlap.PRF()})
}

// ScoreInstances scores a labeller on token instances, each by itself.
//
//nolint:revive // the name without Score is the result's type
func ScoreInstances(in []Instance, l Labeller) *Attribution {
	a := &Attribution{Texts: len(in)}
	for k := range in {
		i := &in[k]
		got := l.Label(plainReport(i.Name, i.Text))
		tokens := i.tokens(&got)
		a.spans(&i.Gold, &tokens)
	}
	return a
}

// ScoreDocuments scores a labeller on whole documents.
//
//nolint:revive // the name without Score is the result's type
func ScoreDocuments(docs []Document, l Labeller, listMisses bool) *Attribution {
	a := &Attribution{Texts: len(docs), Relations: &Relations{}, ByMode: map[string]*Relations{}}
	for _, m := range modes {
		a.ByMode[string(m)] = &Relations{}
	}
	for k := range docs {
		d := &docs[k]
		got := l.Label(plainReport(d.Name, d.Text)).joined(d.Text)
		whole := Document{d.Name, d.Text, d.Gold.joined(d.Text)}
		a.spans(&whole.Gold, &got)
		a.relations(&whole, &got)
		if listMisses {
			a.Misses = append(a.Misses, whole.misses(&got)...)
		}
	}
	return a
}

func (a *Attribution) spans(gold, pred *Labels) {
	a.Source.add(gold.parts(Source), pred.parts(Source))
	a.Cue.add(gold.parts(Cue), pred.parts(Cue))
	a.Content.add(gold.parts(Content), pred.parts(Content))
}

func (a *Attribution) relations(d *Document, pred *Labels) {
	gold := &d.Gold
	marks := quoted(d.Text)
	mode := func(l *Labels, r Relation) *Relations {
		return a.ByMode[string(modeOf(d.Text, marks, l.at(r.Content)))]
	}
	exact, overlap := joined(gold, pred, exactRelation), joined(gold, pred, overlapRelation)
	for i, r := range gold.Relations {
		for _, into := range [...]*Relations{a.Relations, mode(gold, r)} {
			into.Exact.Add(Count{Gold: 1, GoldHits: one(exact.gold[i])})
			into.Overlap.Add(Count{Gold: 1, GoldHits: one(overlap.gold[i])})
		}
	}
	for i, r := range pred.Relations {
		for _, into := range [...]*Relations{a.Relations, mode(pred, r)} {
			into.Exact.Add(Count{Pred: 1, PredHits: one(exact.pred[i])})
			into.Overlap.Add(Count{Pred: 1, PredHits: one(overlap.pred[i])})
		}
	}
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// pairing tells which relations have a partner, and which.
type pairing struct {
	gold, pred []bool
	of         []int // of each gold relation, -1
}

// joined pairs relations one to one, those of the highest likeness first; 0 is no
// pair.
func joined(gold, pred *Labels, like func(gold, pred *Labels, g, p Relation) float64) pairing {
	type pair struct {
		like float64
		g, p int
	}
	var all []pair
	for g := range gold.Relations {
		for p := range pred.Relations {
			if f := like(gold, pred, gold.Relations[g], pred.Relations[p]); f > 0 {
				all = append(all, pair{f, g, p})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int {
		switch {
		case a.like > b.like:
			return -1
		case a.like < b.like:
			return 1
		}
		return 0
	})
	out := pairing{make([]bool, len(gold.Relations)), make([]bool, len(pred.Relations)), make([]int, len(gold.Relations))}
	for i := range out.of {
		out.of[i] = -1
	}
	for _, x := range all {
		if !out.gold[x.g] && !out.pred[x.p] {
			out.gold[x.g], out.pred[x.p], out.of[x.g] = true, true, x.p
		}
	}
	return out
}

func exactRelation(gold, pred *Labels, g, p Relation) float64 {
	return one(slices.Equal(gold.at(g.Source), pred.at(p.Source)) && slices.Equal(gold.at(g.Content), pred.at(p.Content)))
}

func overlapRelation(gold, pred *Labels, g, p Relation) float64 {
	gs, ps := gold.at(g.Source), pred.at(p.Source)
	if len(gs)+len(ps) > 0 && common(gs, ps) == 0 {
		return 0
	}
	return float64(common(gold.at(g.Content), pred.at(p.Content)))
}

// common counts the bytes that stand in both.
func common(a, b []news.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}
