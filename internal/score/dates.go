package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/internal/news"
	"parley/internal/when"
)

// Dates is the score of a finder of date expressions on documents of TimeML.
type Dates struct {
	Documents      int
	Exact, Overlap Count          // of extents
	Value          Count          // of expressions whose extents overlap and whose days are the same
	ByUnit         Table          // gold expressions found with the right days, by their unit
	Aside          map[string]int // gold expressions that are left out: by type, or as "PAST_REF" … or "unknown part"
	Misses         []Miss
}

// DateFinder gives the expressions that somebody finds in a document.
type DateFinder func(DateDoc) []Timex

// FoundDates are what Parley's own finder gives, reckoned from the day of creation.
func FoundDates(doc DateDoc) []Timex {
	var out []Timex
	for _, e := range when.Find(doc.Text, news.Span{End: len(doc.Text)}, doc.Created) {
		t := Timex{Span: e.Span, Type: "DATE", Value: e.Value(), Rule: e.Rule}
		if e.Unit == when.Part {
			t.Type = "TIME"
		}
		out = append(out, t)
	}
	return out
}

// DatesOf scores a finder on documents.
func DatesOf(docs []DateDoc, find DateFinder, listMisses bool) *Dates {
	d := &Dates{Documents: len(docs), ByUnit: Table{}, Aside: map[string]int{}}
	for _, doc := range docs {
		m := matchDates(doc.Gold, find(doc))
		d.add(m)
		if listMisses {
			d.Misses = append(d.Misses, m.misses(doc)...)
		}
	}
	return d
}

// datesMatched are one document's expressions: gold's and the finder's that count, and
// which belong together.
type datesMatched struct {
	gold, pred []Timex
	aside      map[string]int
	of         []int // for each of gold the predicted one, or -1
	hit        []bool
}

// matchDates pairs gold and predicted one to one, those that share most first.
func matchDates(gold, pred []Timex) *datesMatched {
	m := &datesMatched{aside: map[string]int{}}
	var aside []Timex
	for _, g := range gold {
		switch why := leftOut(g); {
		case why == "":
			m.gold = append(m.gold, g)
		default:
			m.aside[why]++
			if g.Type == "DATE" {
				aside = append(aside, g)
			}
		}
	}
	for _, p := range pred {
		if p.Type == "DATE" && !strings.HasSuffix(p.Value, "_REF") {
			m.pred = append(m.pred, p)
		}
	}
	m.pair()
	m.ignore(aside)
	return m
}

// leftOut tells why an expression of gold does not count, "" if it does.
func leftOut(g Timex) string {
	if g.Type != "DATE" {
		return g.Type
	}
	switch _, unit := timexDays(g.Value); {
	case unit != "":
		return ""
	case strings.HasSuffix(g.Value, "_REF"):
		return g.Value
	}
	return "unknown part"
}

func (m *datesMatched) pair() {
	type pair struct {
		g, p  int
		share float64
	}
	var pairs []pair
	for g := range m.gold {
		for p := range m.pred {
			if share := jaccard(m.gold[g].Span, m.pred[p].Span); share > 0 {
				pairs = append(pairs, pair{g, p, share})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.share, a.share) })
	m.of, m.hit = slices.Repeat([]int{-1}, len(m.gold)), make([]bool, len(m.pred))
	for _, p := range pairs {
		if m.of[p.g] < 0 && !m.hit[p.p] {
			m.of[p.g], m.hit[p.p] = p.p, true
		}
	}
}

// ignore takes away the unpaired predicted expressions that touch one of gold's that
// are dates but no spans of days.
func (m *datesMatched) ignore(aside []Timex) {
	var pred []Timex
	at := make([]int, len(m.pred))
	for i, p := range m.pred {
		at[i] = len(pred)
		if m.hit[i] || !slices.ContainsFunc(aside, func(g Timex) bool { return jaccard(g.Span, p.Span) > 0 }) {
			pred = append(pred, p)
		}
	}
	hit := make([]bool, len(pred))
	for g, p := range m.of {
		if p >= 0 {
			m.of[g] = at[p]
			hit[at[p]] = true
		}
	}
	m.pred, m.hit = pred, hit
}

func sameDays(a, b Timex) bool {
	x, unit := timexDays(a.Value)
	y, _ := timexDays(b.Value)
	return unit != "" && x == y
}

func (d *Dates) add(m *datesMatched) {
	n := Count{Gold: len(m.gold), Pred: len(m.pred)}
	exact, overlap, value := n, n, n
	for g, p := range m.of {
		found := p >= 0
		right := found && sameDays(m.gold[g], m.pred[p])
		overlap.both(found)
		exact.both(found && m.gold[g].Span == m.pred[p].Span)
		value.both(right)
		_, unit := timexDays(m.gold[g].Value)
		d.ByUnit.Add(unit, right)
	}
	d.Exact.Add(exact)
	d.Overlap.Add(overlap)
	d.Value.Add(value)
	for why, n := range m.aside {
		d.Aside[why] += n
	}
}

// both counts one hit on both sides.
func (c *Count) both(hit bool) {
	if hit {
		c.GoldHits++
		c.PredHits++
	}
}

// misses lists what went wrong, in the order of the text.
func (m *datesMatched) misses(doc DateDoc) []Miss {
	type at struct {
		Miss
		start int
	}
	var out []at
	note := func(kind string, g, p *Timex, s news.Span) {
		x := Miss{Kind: kind, File: doc.Name, Around: lineAround(doc.Text, s)}
		if g != nil {
			x.Gold = g.show(doc.Text)
		}
		if p != nil {
			x.Pred, x.Rule = p.show(doc.Text), p.Rule
		}
		out = append(out, at{x, s.Start})
	}
	for i := range m.gold {
		g := &m.gold[i]
		if m.of[i] < 0 {
			note("missed", g, nil, g.Span)
			continue
		}
		p := &m.pred[m.of[i]]
		if g.Span != p.Span {
			note("wrong end", g, p, g.Span)
		}
		if !sameDays(*g, *p) {
			note("wrong value", g, p, g.Span)
		}
	}
	for i := range m.pred {
		if !m.hit[i] {
			note("spurious", nil, &m.pred[i], m.pred[i].Span)
		}
	}
	slices.SortStableFunc(out, func(a, b at) int { return cmp.Compare(a.start, b.start) })
	list := make([]Miss, len(out))
	for i := range out {
		list[i] = out[i].Miss
	}
	return list
}

func (t Timex) show(text string) string { return fmt.Sprintf("%q %s", t.In(text), t.Value) }
