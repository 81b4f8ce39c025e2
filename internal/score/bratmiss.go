package score

import (
	"fmt"

	"parley/internal/news"
)

// misses lists the relations of gold that no prediction fits exactly, and the
// predictions that touch none.
func (d *Document) misses(pred *Labels) []Miss {
	var out []Miss
	exact, overlap := joined(&d.Gold, pred, exactRelation), joined(&d.Gold, pred, overlapRelation)
	show := matched{rep: &news.Report{Text: d.Text}}
	for i, r := range d.Gold.Relations {
		if exact.gold[i] {
			continue
		}
		m := Miss{Kind: "missed", File: d.Name, Gold: d.relation(&d.Gold, r), Around: show.around(d.Gold.at(r.Content))}
		if p := overlap.of[i]; p >= 0 {
			m.Kind, m.Pred = "wrong end", d.relation(pred, pred.Relations[p])
		}
		out = append(out, m)
	}
	for i, r := range pred.Relations {
		if !overlap.pred[i] {
			out = append(out, Miss{Kind: "spurious", File: d.Name, Pred: d.relation(pred, r), Around: show.around(pred.at(r.Content))})
		}
	}
	return out
}

func (d *Document) relation(l *Labels, r Relation) string {
	rep := &news.Report{Text: d.Text}
	return fmt.Sprintf("[%s] [%s] %s", joinSpans(rep, l.at(r.Source)), joinSpans(rep, l.at(r.Cue)), joinSpans(rep, l.at(r.Content)))
}
