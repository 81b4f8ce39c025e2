package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"

	"parley/internal/news"
)

// The stored form of statements and passages is compact JSON of the types below,
// the same in every store. It is kept apart from the types of package news so that
// renaming a Go field cannot make older ledgers unreadable: keys may be added here,
// but one that was ever written keeps its meaning. Spans are [start,end] in bytes of
// the report's text, days are ISO days; what is absent is left out.

type wireStatement struct {
	ID         string           `json:"id"`
	Report     string           `json:"report"`
	Mode       news.Mode        `json:"mode,omitzero"`
	Passage    news.PassageKind `json:"passage,omitzero"`
	Speaker    wireSpeaker      `json:"speaker,omitzero"`
	Addressee  *wireParty       `json:"addressee,omitzero"`
	Cue        wireSpan         `json:"cue,omitzero"`
	Content    []wireSpan       `json:"content,omitzero"`
	SaidOn     *wireWhen        `json:"said_on,omitzero"`
	Occasion   *wireOccasion    `json:"occasion,omitzero"`
	Chain      []wireLink       `json:"chain,omitzero"`
	Move       *wireMove        `json:"move,omitzero"`
	Within     string           `json:"within,omitzero"`
	Reader     string           `json:"reader,omitzero"`
	Confidence float64          `json:"confidence,omitzero"`
	Rule       string           `json:"rule,omitzero"`
	Evidence   wireEvidence     `json:"evidence,omitzero"`
}

type wireEvidence struct {
	Found   string  `json:"found,omitzero"`
	Source  float64 `json:"source,omitzero"`
	Cue     float64 `json:"cue,omitzero"`
	Content float64 `json:"content,omitzero"`
	Support float64 `json:"support,omitzero"`
	Link    float64 `json:"link,omitzero"`
	Speaker float64 `json:"speaker,omitzero"`
	Cut     bool    `json:"cut,omitzero"`
}

type wireSpeaker struct {
	ID         string          `json:"id,omitzero"`
	Name       string          `json:"name,omitzero"`
	Kind       news.ActorKind  `json:"kind,omitzero"`
	Anonymous  bool            `json:"anonymous,omitzero"`
	Mention    wireSpan        `json:"mention,omitzero"`
	Trail      []wireSpan      `json:"trail,omitzero"`
	Role       string          `json:"role,omitzero"`
	Side       *wireRef        `json:"side,omitzero"`
	By         string          `json:"by,omitzero"`
	Reason     string          `json:"reason,omitzero"`
	Candidates []wireCandidate `json:"candidates,omitzero"`
	Confidence float64         `json:"confidence,omitzero"`
}

type wireRef struct {
	ID   string `json:"id,omitzero"`
	Name string `json:"name,omitzero"`
}

type wireCandidate struct {
	wireRef
	Confidence float64 `json:"confidence,omitzero"`
}

type wireParty struct {
	wireRef
	Mention wireSpan `json:"mention,omitzero"`
}

type wireWhen struct {
	From    wireDay  `json:"from,omitzero"`
	To      wireDay  `json:"to,omitzero"`
	Mention wireSpan `json:"mention,omitzero"`
	By      string   `json:"by,omitzero"`
}

type wireOccasion struct {
	ID      string   `json:"id,omitzero"`
	Kind    string   `json:"kind,omitzero"`
	Mention wireSpan `json:"mention,omitzero"`
}

type wireLink struct {
	Name    string        `json:"name,omitzero"`
	Kind    news.LinkKind `json:"kind,omitzero"`
	Mention wireSpan      `json:"mention,omitzero"`
}

type wireMove struct {
	Plover     string      `json:"plover,omitzero"`
	Cameo      string      `json:"cameo,omitzero"`
	Issue      string      `json:"issue,omitzero"`
	Holder     wireRef     `json:"holder,omitzero"`
	Target     *wireRef    `json:"target,omitzero"`
	Stance     news.Stance `json:"stance,omitzero"`
	Conditions []wireSpan  `json:"conditions,omitzero"`
	By         string      `json:"by,omitzero"`
}

type wirePassage struct {
	Kind   news.PassageKind `json:"kind"`
	Span   wireSpan         `json:"span"`
	Reason string           `json:"reason,omitzero"`
}

type wireSpan [2]int

// wireDay is a day in its ISO form. A day that has none cannot be stored.
type wireDay news.Day

// MarshalText implements encoding.TextMarshaler.
func (d wireDay) MarshalText() ([]byte, error) {
	s := news.Day(d).String()
	if back, err := news.ParseDay(s); err != nil || back != news.Day(d) {
		return nil, fmt.Errorf("day %q does not exist", s)
	}
	return []byte(s), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *wireDay) UnmarshalText(b []byte) error {
	day, err := news.ParseDay(string(b))
	*d = wireDay(day)
	return err
}

// EncodeStatement gives the stored form of a statement: all of its fields. Its
// strings must be UTF-8. A day that does not exist or a confidence that is no number
// is an error.
func EncodeStatement(s *news.Statement) ([]byte, error) {
	b, err := encode(toWire(s))
	if err != nil {
		return nil, fmt.Errorf("statement %s: %w", s.ID, err)
	}
	return b, nil
}

// DecodeStatement reads what EncodeStatement wrote.
func DecodeStatement(b []byte) (news.Statement, error) {
	var w wireStatement
	if err := json.Unmarshal(b, &w); err != nil {
		return news.Statement{}, fmt.Errorf("stored statement: %w", err)
	}
	return fromWire(&w), nil
}

// EncodePassages gives the stored form of a report's passages.
func EncodePassages(ps []news.Passage) ([]byte, error) {
	return encode(convert(ps, func(p news.Passage) wirePassage {
		return wirePassage{p.Kind, spanToWire(p.Span), p.Reason}
	}))
}

// DecodePassages reads what EncodePassages wrote.
func DecodePassages(b []byte) ([]news.Passage, error) {
	var ws []wirePassage
	if err := json.Unmarshal(b, &ws); err != nil {
		return nil, fmt.Errorf("stored passages: %w", err)
	}
	return convert(ws, func(w wirePassage) news.Passage {
		return news.Passage{Kind: w.Kind, Span: spanFromWire(w.Span), Reason: w.Reason}
	}), nil
}

// encode is json.Marshal without the escapes for HTML, which would bloat quotations.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
