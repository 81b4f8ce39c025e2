package attribution

import (
	"testing"

	"parley/internal/news"
)

func at(start, end int) []news.Span { return []news.Span{{Start: start, End: end}} }

// TestMatch: relations are the same by their cue, or by most of their content.
func TestMatch(t *testing.T) {
	others := []Relation{
		{Cue: news.Span{Start: 10, End: 14}, Content: at(15, 40)},
		{Cue: news.Span{Start: 60, End: 64}, Content: at(65, 90)},
	}
	for name, c := range map[string]struct {
		r    Relation
		want int
	}{
		"the same cue":            {Relation{Cue: news.Span{Start: 60, End: 70}, Content: at(71, 75)}, 1},
		"most of a content":       {Relation{Cue: news.Span{Start: 1, End: 3}, Content: at(20, 50)}, 0},
		"a content that touches":  {Relation{Cue: news.Span{Start: 1, End: 3}, Content: at(38, 58)}, -1},
		"a content without a cue": {Relation{Content: at(64, 90)}, 1},
		"nested in a content":     {Relation{Cue: news.Span{Start: 16, End: 20}, Content: at(21, 40)}, -1},
	} {
		if got := match(others, &c.r); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// TestConfidence: the table's last line of the kind up to the raw score counts, and the
// rule's own confidence without any.
func TestConfidence(t *testing.T) {
	x := &Lexicon{}
	for _, l := range []string{"rules\t0\t0.4", "rules\t0.7\t0.8", "model\t0.9\t0.6"} {
		if err := x.sureLine(l); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		e    news.Evidence
		want float64
	}{
		{news.Evidence{Found: foundRules, Support: 0.2}, 0.4},
		{news.Evidence{Found: foundRules, Support: 0.7}, 0.8},
		{news.Evidence{Found: foundModel, Cue: 0.95, Content: 0.8}, 0.3},
		{news.Evidence{Found: foundModel, Cue: 0.95, Content: 0.93}, 0.6},
		{news.Evidence{}, 0.3},
	} {
		if got := x.confidence(&c.e, 0.3); got != c.want {
			t.Errorf("%+v: %v, want %v", c.e, got, c.want)
		}
	}
	for _, bad := range []string{"rules 0 1", "rules\tx\t1", "rules\t0\t2", "rules\t-1\t0"} {
		if x.sureLine(bad) == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

// TestShare: a relation that shares the source of one that was dropped keeps that source.
func TestShare(t *testing.T) {
	said := news.Span{Start: 3, End: 7}
	j := joiner{x: &Lexicon{}, rules: []Relation{{Source: news.Span{Start: 0, End: 2}, Same: -1}, {Cue: said, Same: 0}}, at: []int{-1, -1}}
	r := j.rules[1]
	if !j.share(&r) || r.Source != j.rules[0].Source || r.Same != -1 {
		t.Errorf("%+v", r)
	}
	r = Relation{Same: 0}
	if j.share(&r) {
		t.Error("a carried-on content outlives its attribution")
	}
}
