package score

import (
	"fmt"
	"slices"
	"strings"
)

// grid is a table of docs/scores.md.
type grid struct {
	b       *strings.Builder
	columns int
}

// newGrid begins a table; the first column is left-aligned, the others right.
func newGrid(b *strings.Builder, head ...string) grid {
	fmt.Fprintf(b, "| %s |\n|---|%s\n", strings.Join(head, " | "), strings.Repeat("---:|", len(head)-1))
	return grid{b, len(head)}
}

func (g grid) row(cells ...string) {
	for len(cells) < g.columns {
		cells = append(cells, "")
	}
	for i, c := range cells {
		cells[i] = strings.ReplaceAll(c, "|", `\|`)
	}
	fmt.Fprintf(g.b, "| %s |\n", strings.Join(cells, " | "))
}

// columns begins a table of measures, one column a score, and gives what adds its rows.
func columns[T any](b *strings.Builder, names []string, scores []T) func(name string, cell func(T) string) {
	g := newGrid(b, append([]string{"measure"}, names...)...)
	return func(name string, cell func(T) string) {
		cells := []string{name}
		for _, s := range scores {
			cells = append(cells, cell(s))
		}
		g.row(cells...)
	}
}

// percent shows a value from 0 to 1 with one decimal.
func percent(v float64) string { return fmt.Sprintf("%.1f", 100*v) }

func prfCell(c Count) string {
	m := c.PRF()
	return percent(m.Precision) + " / " + percent(m.Recall) + " / " + percent(m.F1)
}

func shareCell(s *Share) string {
	if s == nil || s.Of == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d: %s", s.Right, s.Of, percent(s.Value()))
}

// keys lists the keys of several tables, those that count most first.
func keys(tables ...Table) []string {
	total := map[string]int{}
	for _, t := range tables {
		for k, s := range t {
			total[k] += s.Of
		}
	}
	out := make([]string, 0, len(total))
	for k := range total {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b string) int {
		if total[a] != total[b] {
			return total[b] - total[a]
		}
		return strings.Compare(a, b)
	})
	return out
}

// byName lists the keys of several tables by name.
func byName(tables ...Table) []string {
	out := keys(tables...)
	slices.Sort(out)
	return out
}
