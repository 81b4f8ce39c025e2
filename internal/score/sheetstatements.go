package score

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// statementTables writes the tables of statements, one column per score.
func statementTables(b *strings.Builder, names []string, scores []*Statements) {
	overview(b, names, scores)
	for _, t := range []struct {
		title string
		of    func(*Statements) Table
	}{
		{"gold statements found with the right speaker, by mode", func(s *Statements) Table { return s.ByMode }},
		{"speakers right, by how the source is written", func(s *Statements) Table { return s.ByMention }},
		{"speakers right, by the rule that resolved them", func(s *Statements) Table { return s.ByDecision }},
		{"days right, by the rule that gave them", func(s *Statements) Table { return s.ByDay }},
		{"predicted statements right, by attribution rule", func(s *Statements) Table { return s.ByRule }},
	} {
		breakdown(b, t.title, names, tablesOf(scores, t.of), keys)
	}
	calibration(b, names, scores)
	styles(b, names, scores)
}

func tablesOf(scores []*Statements, of func(*Statements) Table) []Table {
	tables := make([]Table, 0, len(scores))
	for _, s := range scores {
		tables = append(tables, of(s))
	}
	return tables
}

// calibration tells how often statements are right by their evidence, and speakers by the rule
// and its score, from which the two calibration.txt are made, and by the confidence that they carry.
func calibration(b *strings.Builder, names []string, scores []*Statements) {
	breakdown(b, "content right, by what found it and the trained reader's score", names, tablesOf(scores, func(s *Statements) Table { return s.ByEvidence }), byName)
	breakdown(b, "speakers right, by the rule that resolved them and its own score", names, tablesOf(scores, func(s *Statements) Table { return s.ByScore }), byName)
	breakdown(b, "speaker and content right, by the confidence told", names, tablesOf(scores, func(s *Statements) Table { return s.BySure }), byName)
}

func overview(b *strings.Builder, names []string, scores []*Statements) {
	row := columns(b, names, scores)
	row("reports", func(s *Statements) string { return strconv.Itoa(s.Reports) })
	row("gold statements that count", func(s *Statements) string { return strconv.Itoa(s.Both.Gold) })
	row("**speaker and content right**: precision / recall / **F1**", func(s *Statements) string { return prfCell(s.Both) })
	row("content, token F1 ≥ 0.8", func(s *Statements) string { return prfCell(s.Right) })
	row("content, token F1 ≥ 0.3", func(s *Statements) string { return prfCell(s.Same) })
	row("speaker right", func(s *Statements) string { return shareCell(&s.Speaker) })
	row("mode right", func(s *Statements) string { return shareCell(&s.Mode) })
	row("cue right", func(s *Statements) string { return shareCell(&s.Cue) })
	row("day right, where gold has one", func(s *Statements) string { return shareCell(&s.Day) })
	row("day given, where gold has none", func(s *Statements) string { return shareCell(&s.FalseDay) })
	if slices.ContainsFunc(scores, func(s *Statements) bool { return s.Chain.Of > 0 }) {
		row("chain right, where gold has one", func(s *Statements) string { return shareCell(&s.Chain) })
	}
	if slices.ContainsFunc(scores, func(s *Statements) bool { return s.Move.Of > 0 }) {
		row("stance and holder right, where gold has a move", func(s *Statements) string { return shareCell(&s.Move) })
		row("move given, where gold has none", func(s *Statements) string { return shareCell(&s.FalseMove) })
		row("conditions, words", func(s *Statements) string { return prfCell(s.Condition) })
	}
	row("day of publication right", func(s *Statements) string { return shareCell(&s.Published) })
	if slices.ContainsFunc(scores, func(s *Statements) bool { return s.Furniture.Gold > 0 }) {
		row("furniture, characters", func(s *Statements) string { return prfCell(s.Furniture) })
	}
	row("gold statements taken for furniture", func(s *Statements) string { return strconv.Itoa(s.InFurn) })
	if slices.ContainsFunc(scores, func(s *Statements) bool { return s.Unfit > 0 }) {
		row("gold statements whose words are elsewhere", func(s *Statements) string { return strconv.Itoa(s.Unfit) })
	}
	b.WriteString("\n")
}

// breakdown writes one table of shares by key; without anything to tell, none.
func breakdown(b *strings.Builder, title string, names []string, tables []Table, order func(...Table) []string) {
	ks := order(tables...)
	if len(ks) == 0 {
		return
	}
	g := newGrid(b, append([]string{title}, names...)...)
	for _, k := range ks {
		cells := []string{k}
		for _, t := range tables {
			cells = append(cells, shareCell(t[k]))
		}
		g.row(cells...)
	}
	b.WriteString("\n")
}

// styles writes the headline figure by house style.
func styles(b *strings.Builder, names []string, scores []*Statements) {
	var all []string
	for _, s := range scores {
		for k := range s.ByStyle {
			if !slices.Contains(all, k) {
				all = append(all, k)
			}
		}
	}
	if len(all) == 0 {
		return
	}
	slices.Sort(all)
	g := newGrid(b, append([]string{"speaker and content right, by house style"}, names...)...)
	for _, k := range all {
		cells := []string{k}
		for _, s := range scores {
			if c := s.ByStyle[k]; c != nil {
				cells = append(cells, fmt.Sprintf("%s of %d", prfCell(*c), c.Gold))
			} else {
				cells = append(cells, "–")
			}
		}
		g.row(cells...)
	}
	b.WriteString("\n")
}
