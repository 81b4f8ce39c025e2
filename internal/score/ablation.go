package score

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Leaving are readers without one rule of attribution; whole ones for the rule "".
type Leaving struct {
	Rule       string
	Own, World Reader // see Sources
}

// Ablation tells what the reader finds with each rule left out.
type Ablation struct {
	Sets  []string
	Tuned []bool // whether a set may decide what is kept
	Whole Without
	Rules []Without
}

// Without is what is found without a rule, by set.
type Without struct {
	Rule  string
	Given Share // what the rule gives the whole reader
	Found []Found
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
func (s *Sources) ablation(gold []Case, polnear string) (*Ablation, error) {
	if len(s.Rules) == 0 {
		return nil, nil
	}
	sets, err := s.sets(polnear)
	if err != nil {
		return nil, err
	}
	var a Ablation
	for _, l := range s.Rules {
		a.Rules = append(a.Rules, Without{Rule: l.Rule})
	}
	given := Table{}
	for _, set := range append(sets, set{"gold", gold, false, true}) {
		if err := a.score(s, &set, given); err != nil {
			return nil, err
		}
	}
	for i := range a.Rules {
		if g := given[a.Rules[i].Rule]; g != nil {
			a.Rules[i].Given = *g
		}
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

// score adds a set. Each report is read without each rule before the next report, since
// readers may remember what their model said of it.
func (a *Ablation) score(s *Sources, set *set, given Table) error {
	found := make([]Found, len(s.Rules))
	for i := range set.cases {
		for n, l := range s.Rules {
			r, canonical := l.World, s.WorldNames
			if set.own {
				r, canonical = l.Own, s.OwnNames
			}
			one, err := ScoreStatements(set.cases[i:i+1], r, Options{Canonical: canonical})
			if err != nil {
				return err
			}
			found[n].Both.Add(one.Both)
			found[n].Right.Add(one.Right)
			if l.Rule == "" {
				given.add(one.ByRule)
			}
		}
	}
	for n := range found {
		a.Rules[n].Found = append(a.Rules[n].Found, found[n])
	}
	a.Sets, a.Tuned = append(a.Sets, set.name), append(a.Tuned, set.tuned)
	return nil
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

// sum is what was found in all sets, or in those that may decide.
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
		return cmp.Compare(a.sum(&x, false).Both.PRF().F1, a.sum(&y, false).Both.PRF().F1)
	})
}

// section writes the table.
func (a *Ablation) section(b *strings.Builder) {
	b.WriteString("### What each rule adds\n\nThe whole reader's F1 less its F1 without the rule, in points: speaker and content right / content, token F1 ≥ 0.8. " +
		"A rule is left out as if its code were gone: what it found falls to the rules behind it, to the trained reader, or to none. " +
		"\"Right\" are those of its statements that count, over all sets. What is kept is decided by the tuning halves and the worked examples together (\"tuning\") alone.\n\n")
	g := newGrid(b, append([]string{"rule", "right", "all sets", "tuning"}, a.Sets...)...)
	whole := []string{"(whole reader)", ""}
	for _, f := range a.cells(&a.Whole) {
		whole = append(whole, percent(f.Both.PRF().F1)+" / "+percent(f.Right.PRF().F1))
	}
	g.row(whole...)
	for i := range a.Rules {
		w := &a.Rules[i]
		row := []string{w.Rule, "0"}
		if w.Given.Of > 0 {
			row[1] = fmt.Sprintf("%d of %d", w.Given.Right, w.Given.Of)
		}
		without := a.cells(w)
		for n, f := range a.cells(&a.Whole) {
			row = append(row, gain(f.Both, without[n].Both)+" / "+gain(f.Right, without[n].Right))
		}
		g.row(row...)
	}
	b.WriteString("\n")
}

// cells are what was found in all sets, in those that may decide, and in each.
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
