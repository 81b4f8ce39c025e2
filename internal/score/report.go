package score

import (
	"encoding/json"
	"io"
	"os"
	"strings"

	"parley/internal/news"
)

// AttributionOf scores a labeller on a folder of brat stand-off or a file of token
// instances (.jsonl).
func AttributionOf(name string, l Labeller, listMisses bool) (*Attribution, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, &news.Error{Code: news.NotFound, Msg: "corpus", Err: err}
	}
	if info.IsDir() {
		docs, err := ReadBratDir(os.DirFS(name))
		if err != nil {
			return nil, err
		}
		return ScoreDocuments(docs, l, listMisses), nil
	}
	in, err := LoadInstances(name)
	if err != nil {
		return nil, err
	}
	return ScoreInstances(in, l), nil
}

// WriteText prints the score as the tables of the sheet.
func (a *Attribution) WriteText(w io.Writer) error {
	var b strings.Builder
	attributionTables(&b, a)
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteText prints the score as the tables of the sheet; name heads its column.
func (s *Statements) WriteText(w io.Writer, name string) error {
	var b strings.Builder
	statementTables(&b, []string{name}, []*Statements{s})
	_, err := io.WriteString(w, b.String())
	return err
}

// MarshalJSON gives the measures, the headline figure first.
func (s *Statements) MarshalJSON() ([]byte, error) {
	type out struct {
		Both       PRF            `json:"speaker_and_content"`
		Right      PRF            `json:"content_0.8"`
		Same       PRF            `json:"content_0.3"`
		Reports    int            `json:"reports"`
		Gold       int            `json:"gold"`
		Speaker    Share          `json:"speaker"`
		Mode       Share          `json:"mode"`
		Cue        Share          `json:"cue"`
		Day        Share          `json:"day"`
		FalseDay   Share          `json:"false_day"`
		Chain      *Share         `json:"chain,omitempty"`
		Move       *Share         `json:"move,omitempty"`
		FalseMove  *Share         `json:"false_move,omitempty"`
		Published  Share          `json:"published"`
		Furniture  *PRF           `json:"furniture,omitempty"`
		InFurn     int            `json:"in_furniture"`
		Unfit      int            `json:"unfit"`
		ByMode     Table          `json:"by_mode,omitempty"`
		ByMention  Table          `json:"by_mention,omitempty"`
		ByDecision Table          `json:"by_decision,omitempty"`
		ByScore    Table          `json:"by_speaker_score,omitempty"`
		ByDay      Table          `json:"by_day,omitempty"`
		ByRule     Table          `json:"by_rule,omitempty"`
		ByEvidence Table          `json:"by_evidence,omitempty"`
		BySure     Table          `json:"by_confidence,omitempty"`
		ByStyle    map[string]PRF `json:"by_style,omitempty"`
	}
	o := out{
		s.Both.PRF(), s.Right.PRF(), s.Same.PRF(), s.Reports, s.Both.Gold, s.Speaker, s.Mode, s.Cue, s.Day, s.FalseDay, nil, nil, nil,
		s.Published, nil, s.InFurn, s.Unfit, s.ByMode, s.ByMention, s.ByDecision, s.ByScore, s.ByDay, s.ByRule, s.ByEvidence, s.BySure, map[string]PRF{},
	}
	if s.Furniture.Gold > 0 {
		f := s.Furniture.PRF()
		o.Furniture = &f
	}
	if s.Chain.Of > 0 {
		o.Chain = &s.Chain
	}
	if s.Move.Of > 0 {
		o.Move, o.FalseMove = &s.Move, &s.FalseMove
	}
	for k, c := range s.ByStyle {
		o.ByStyle[k] = c.PRF()
	}
	return json.Marshal(o)
}
