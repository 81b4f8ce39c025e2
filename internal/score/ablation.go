package score

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"parley/internal/record"
	"parley/internal/text"
)

// Leaving are readers without one rule of attribution; whole ones for the rule "".
type Leaving struct {
	Rule       string
	Own, World Reader // see Sources
}

// Ablation tells what the reader finds with each rule left out.
type Ablation struct {
	Sets  []string
	Tuned []bool // whether a set is tuning material
	Whole Without
	Rules []Without
}

// Without is what is found without a rule, by set.
type Without struct {
	Rule  string
	Given Share // what the rule gives the whole reader
	Found []Found
	Spans Count // contents of PolNeAR dev, whose gold names no speakers
}

// Found is what was found in a set.
type Found struct {
	Both, Right Count // see Statements
}

// set is one of the sets of an ablation.
type set struct {
	name  string
	cases []Case
	own   bool // read with the own set's directory
	tuned bool
}

// ablation scores all sets with each rule left out; nothing where no rule is to be.
func (s *Sources) ablation(gold []Case, polnear string, dev []Document) (*Ablation, error) {
	if len(s.Rules) == 0 {
		return nil, nil
	}
	sets, err := s.sets(polnear)
	if err != nil {
		return nil, err
	}
	a := Ablation{Rules: make([]Without, len(s.Rules))}
	for _, set := range append(sets, set{"gold", gold, false, true}) {
		if err := a.add(s, &set); err != nil {
			return nil, err
		}
	}
	spans := set{cases: contents(dev)}
	found, _, err := s.without(&spans)
	if err != nil {
		return nil, err
	}
	for i, l := range s.Rules {
		a.Rules[i].Rule, a.Rules[i].Spans = l.Rule, found[i].Right
	}
	a.Whole, a.Rules = a.Rules[0], a.Rules[1:]
	a.sort()
	return &a, nil
}

// sets are both halves of the own set and of the gold on real news.
func (s *Sources) sets(polnear string) ([]set, error) {
	var out []set
	for i, half := range halfNames {
		cases, err := LoadMarked(s.Examples, path.Join("corpus", half), s.Page)
		if err != nil {
			return nil, err
		}
		out = append(out, set{"own, " + half, cases, true, i == 0})
	}
	for i, half := range newsHalves {
		if s.Folder == "" {
			break
		}
		cases, err := LoadOffsets(filepath.Join(s.Folder, "polnear", half+".jsonl"), polnear)
		if err != nil {
			return nil, err
		}
		out = append(out, set{"news, " + half, cases, false, i == 0})
	}
	return out, nil
}

// contents are texts whose gold is PolNeAR's contents alone.
func contents(docs []Document) []Case {
	var out []Case
	for _, d := range docs {
		m, c := text.NewMapper(d.Text), Case{File: d.Name + ".txt", Data: []byte(d.Text)}
		for _, l := range d.Gold.Spans {
			if l.Kind != Content {
				continue
			}
			var g Gold
			for _, p := range l.Parts {
				start, end := m.SpanToRunes(p)
				g.Content = append(g.Content, record.Words{Start: start, End: end})
			}
			c.Gold = append(c.Gold, g)
		}
		out = append(out, c)
	}
	return out
}

// add adds a set.
func (a *Ablation) add(s *Sources, set *set) error {
	found, given, err := s.without(set)
	if err != nil {
		return err
	}
	for i := range found {
		w := &a.Rules[i]
		w.Found = append(w.Found, found[i])
		if g := given[s.Rules[i].Rule]; g != nil {
			w.Given.Right += g.Right
			w.Given.Of += g.Of
		}
	}
	a.Sets, a.Tuned = append(a.Sets, set.name), append(a.Tuned, set.tuned)
	return nil
}

// without scores a set with each rule left out, and tells what each rule gives the whole
// reader. Each report is read without each rule before the next report, since readers may
// remember what their model said of it.
func (s *Sources) without(set *set) (found []Found, given Table, err error) {
	found, given = make([]Found, len(s.Rules)), Table{}
	for i := range set.cases {
		for n, l := range s.Rules {
			r, canonical := l.World, s.WorldNames
			if set.own {
				r, canonical = l.Own, s.OwnNames
			}
			one, err := ScoreStatements(set.cases[i:i+1], r, Options{Canonical: canonical})
			if err != nil {
				return nil, nil, err
			}
			found[n].Both.Add(one.Both)
			found[n].Right.Add(one.Right)
			if l.Rule == "" {
				given.add(one.ByRule)
			}
		}
	}
	return found, given, nil
}

// add adds another table.
func (t Table) add(o Table) {
	for k, s := range o {
		if t[k] == nil {
			t[k] = &Share{}
		}
		t[k].Right += s.Right
		t[k].Of += s.Of
	}
}

// sum is what was found in all sets, or in the tuning material.
func (a *Ablation) sum(w *Without, tuned bool) (f Found) {
	for i := range w.Found {
		if a.Tuned[i] || !tuned {
			f.Both.Add(w.Found[i].Both)
			f.Right.Add(w.Found[i].Right)
		}
	}
	return f
}

// sort puts the rules that add most over all sets first.
func (a *Ablation) sort() {
	slices.SortStableFunc(a.Rules, func(x, y Without) int {
		return cmp.Or(
			cmp.Compare(a.sum(&x, false).Both.PRF().F1, a.sum(&y, false).Both.PRF().F1),
			cmp.Compare(x.Spans.PRF().F1, y.Spans.PRF().F1))
	})
}

const ablationHead = `### What each rule adds

The whole reader's F1 less its F1 without the rule, in points: speaker and content right / content, token F1 ≥ 0.8. A rule is left out as if its
code were gone: what it found falls to the rules behind it, to the trained reader, or to none. "Right" are those of its statements that count, over all
sets. "Tuning" is the tuning halves and the worked examples, counted together: they alone decide what is kept. A rule that they do not show at all is kept where
PolNeAR dev shows it to add, where contents alone are scored, in PolNeAR's extents and with what it annotates beyond statements.

`

// section writes the table.
func (a *Ablation) section(b *strings.Builder) {
	b.WriteString(ablationHead)
	g := newGrid(b, append(append([]string{"rule", "right", "all sets", "tuning"}, a.Sets...), "PolNeAR dev, content")...)
	whole := []string{"(whole reader)", ""}
	for _, f := range a.cells(&a.Whole) {
		whole = append(whole, percent(f.Both.PRF().F1)+" / "+percent(f.Right.PRF().F1))
	}
	g.row(append(whole, percent(a.Whole.Spans.PRF().F1))...)
	for i := range a.Rules {
		g.row(a.row(&a.Rules[i])...)
	}
	b.WriteString("\n")
}

// row tells what one rule adds.
func (a *Ablation) row(w *Without) []string {
	row := []string{w.Rule, "–"}
	if w.Given.Of > 0 {
		row[1] = fmt.Sprintf("%d of %d", w.Given.Right, w.Given.Of)
	}
	without := a.cells(w)
	for n, f := range a.cells(&a.Whole) {
		row = append(row, gain(f.Both, without[n].Both)+" / "+gain(f.Right, without[n].Right))
	}
	return append(row, gain(a.Whole.Spans, w.Spans))
}

// cells are what was found in all sets, in the tuning material, and in each set.
func (a *Ablation) cells(w *Without) []Found {
	return append([]Found{a.sum(w, false), a.sum(w, true)}, w.Found...)
}

// gain is by how many points F1 is more with a rule than without it.
func gain(with, without Count) string {
	if with == without {
		return "0"
	}
	return fmt.Sprintf("%+.2f", 100*(with.PRF().F1-without.PRF().F1))
}
