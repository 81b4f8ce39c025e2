package score

import (
	"fmt"

	"parley/internal/attribution"
	"parley/internal/news"
)

// The token F1 at which contents are taken for the same and for right.
const (
	Same  = 0.3
	Right = 0.8
)

// Reader reads a file into a report and its statements.
type Reader interface {
	Read(name string, data []byte) (*news.Report, []news.Statement, error)
}

// ReaderFunc makes a Reader of a function.
type ReaderFunc func(name string, data []byte) (*news.Report, []news.Statement, error)

// Read implements Reader.
func (f ReaderFunc) Read(name string, data []byte) (*news.Report, []news.Statement, error) {
	return f(name, data)
}

// Statements is the score of statements against gold.
type Statements struct {
	Reports   int
	Unfit     int   // gold statements whose words are not where gold says
	Same      Count // content's token F1 at least 0.3
	Right     Count // content's token F1 at least 0.8
	Both      Count // … and the right speaker: the headline figure
	Speaker   Share // of the pairs at 0.3
	Mode      Share
	Cue       Share // of the pairs at 0.3 whose gold tells the cue, or that it has none
	Day       Share // of the pairs at 0.3 whose gold has a day
	FalseDay  Share // pairs at 0.3 whose gold has no day but the prediction does
	Chain     Share // of the pairs at 0.3 whose gold names who passed the words on: its first link
	Move      Share // of the pairs at 0.3 whose gold has a move: its stance and holder; only of marked reports
	FalseMove Share // pairs at 0.3 whose gold has no move but the prediction does; only of marked reports
	Condition Count // words of conditions in the pairs at 0.3; only of marked reports
	Published Share // of the reports whose day of publication gold tells
	Furniture Count // characters other than white space, of reports whose furniture gold marks
	InFurn    int   // gold statements that count and lie in furniture, as the reader sees it

	ByMode     Table             // of gold's Both, by gold's mode
	ByMention  Table             // of pairs' speakers, by the way gold's source is written
	ByDecision Table             // of pairs' speakers, by the rule that resolved them
	ByScore    Table             // of pairs' speakers, by that rule and what it gives itself
	ByDay      Table             // of pairs' days, by the rule that gave them
	ByRule     Table             // of predictions' Both, by the attribution rule
	ByEvidence Table             // of predictions' Right, by what found them and how sure the trained reader was
	BySure     Table             // of predictions' Both, by their confidence
	ByStyle    map[string]*Count // Both, by house style

	Misses []Miss // only when asked for
}

// Options are the choices of a score of statements.
type Options struct {
	Canonical func(name string) string // maps any spelling of a known actor to one name; may be nil
	Misses    bool                     // list what went wrong
}

// ScoreStatements reads each case and scores what was read against its gold. A
// report that cannot be read is an error.
//
//nolint:revive // the name without Score is the result's type
func ScoreStatements(cases []Case, r Reader, o Options) (*Statements, error) {
	s := &Statements{
		ByMode: Table{}, ByMention: Table{}, ByDecision: Table{}, ByScore: Table{}, ByDay: Table{}, ByRule: Table{}, ByEvidence: Table{}, BySure: Table{},
		ByStyle: map[string]*Count{},
	}
	for i := range cases {
		c := &cases[i]
		rep, pred, err := r.Read(c.File, c.Data)
		if err != nil {
			return nil, err
		}
		m := lay(rep, c.Gold, pred, names{o.Canonical})
		s.report(c, m)
		if o.Misses {
			s.Misses = append(s.Misses, m.misses(c.File)...)
		}
	}
	return s, nil
}

func (s *Statements) report(c *Case, m *matched) {
	s.Reports++
	s.Unfit += m.unfit
	if c.Published != "" {
		s.Published.Add(m.rep.Published.String() == c.Published)
	}
	s.Same.Add(m.count(Same, false))
	s.Right.Add(m.count(Right, false))
	both := m.count(Right, true)
	s.Both.Add(both)
	if c.Style != "" {
		if s.ByStyle[c.Style] == nil {
			s.ByStyle[c.Style] = &Count{}
		}
		s.ByStyle[c.Style].Add(both)
	}
	s.tables(m)
	for _, p := range m.assign(Same, false) {
		s.pair(&m.gold[p.gold], &m.pred[p.pred], p, m)
		if c.Marked {
			s.move(&m.gold[p.gold], &m.pred[p.pred], m)
		}
	}
	s.furniture(c, m)
}

// count counts what was found at a token F1, with the right speaker if both.
func (m *matched) count(least float64, both bool) Count {
	var c Count
	pairs := m.assign(least, both)
	c.GoldHits, c.PredHits = float64(len(pairs)), float64(len(pairs))
	for i := range m.gold {
		if !m.gold[i].CountsNot() {
			c.Gold++
		}
	}
	hit := hits(pairs, len(m.pred))
	for p := range m.pred {
		if hit[p] || !m.ignored(p, least) {
			c.Pred++
		}
	}
	return c
}

func hits(pairs []pair, preds int) []bool {
	hit := make([]bool, preds)
	for _, p := range pairs {
		hit[p.pred] = true
	}
	return hit
}

// pair scores the fields of a pair at 0.3.
func (s *Statements) pair(g *Gold, p *news.Statement, by pair, m *matched) {
	s.Speaker.Add(by.speaker)
	s.ByDecision.Add(p.Speaker.By, by.speaker)
	s.ByScore.Add(p.Speaker.By+", "+bin(p.Evidence.Speaker, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95), by.speaker)
	if g.By != "" {
		s.ByMention.Add(g.By, by.speaker)
	}
	if g.Mode != "" {
		s.Mode.Add(g.Mode == p.Mode)
	}
	s.Cue.Add(cueRight(g, p, m.rep))
	if g.SaidOn != nil {
		s.Day.Add(dayRight(g, p.SaidOn))
	} else {
		s.FalseDay.Add(p.SaidOn != nil)
	}
	if len(g.Chain) > 0 {
		s.Chain.Add(chainRight(g, p, m.names))
	}
	if p.SaidOn != nil {
		s.ByDay.Add(p.SaidOn.By, dayRight(g, p.SaidOn))
	}
}

// tables fills those that ask for whole statements.
func (s *Statements) tables(m *matched) {
	pairs := m.assign(Right, true)
	gold, pred := make([]bool, len(m.gold)), hits(pairs, len(m.pred))
	for _, p := range pairs {
		gold[p.gold] = true
	}
	for i := range m.gold {
		if g := &m.gold[i]; !g.CountsNot() && g.Mode != "" {
			s.ByMode.Add(string(g.Mode), gold[i])
		}
	}
	for p := range m.pred {
		if pred[p] || !m.ignored(p, Right) {
			s.ByRule.Add(m.pred[p].Rule, pred[p])
			s.BySure.Add(bin(m.pred[p].Confidence, 0.3, 0.5, 0.7, 0.8, 0.9), pred[p])
		}
	}
	right := hits(m.assign(Right, false), len(m.pred))
	for p := range m.pred {
		if e := &m.pred[p].Evidence; e.Found != "" && (right[p] || !m.ignored(p, Right)) {
			s.ByEvidence.Add(e.Found+", "+bin(attribution.RawScore(e), 0.2, 0.5, 0.7, 0.8, 0.9, 0.95), right[p])
		}
	}
}

// bin names the stretch between two of the bounds, which rise, that v lies in.
func bin(v float64, bounds ...float64) string {
	low := 0.0
	for _, b := range bounds {
		if v < b {
			return fmt.Sprintf("%.2f to %.2f", low, b)
		}
		low = b
	}
	return fmt.Sprintf("%.2f to 1", low)
}

// Table counts shares by a key.
type Table map[string]*Share

// Add counts one thing under a key; "" is told as "(none)".
func (t Table) Add(key string, right bool) {
	if key == "" {
		key = "(none)"
	}
	if t[key] == nil {
		t[key] = &Share{}
	}
	t[key].Add(right)
}

// chainRight reports whether the prediction holds gold's first link.
func chainRight(g *Gold, p *news.Statement, n names) bool {
	want := g.Chain[0]
	for _, l := range p.Chain {
		if l.Kind == want.Kind && n.plain(l.Name) == n.plain(want.Name) {
			return true
		}
	}
	return false
}
