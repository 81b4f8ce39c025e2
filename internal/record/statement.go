package record

import "parley/internal/news"

// Statement is one statement as the outside sees it. Fields stand in the order in
// which they are written.
type Statement struct {
	ID         string    `json:"id,omitempty"`
	Mode       news.Mode `json:"mode,omitempty"`
	Report     Report    `json:"report,omitzero"`
	Passage    Passage   `json:"passage,omitzero"`
	Speaker    Speaker   `json:"speaker,omitzero"`
	Addressee  *Party    `json:"addressee,omitempty"`
	Cue        *Words    `json:"cue,omitempty"`
	Content    []Words   `json:"content,omitempty"`
	SaidOn     *When     `json:"said_on,omitempty"`
	Occasion   *Occasion `json:"occasion,omitempty"`
	Chain      []Link    `json:"chain,omitempty"`
	Move       *Move     `json:"move,omitempty"`
	Within     string    `json:"within,omitempty"` // id of the statement that this one is nested in
	Reader     string    `json:"reader,omitempty"`
	Confidence float64   `json:"confidence,omitempty"`
	Rule       string    `json:"rule,omitempty"`     // the attribution rule that made it
	Optional   bool      `json:"optional,omitempty"` // gold: counts neither way
	Note       string    `json:"note,omitempty"`     // gold: addressee, venue, relay or "headline"
}

// Report is what a statement says about the report that it stands in.
type Report struct {
	ID        string `json:"id,omitempty"`
	File      string `json:"file,omitempty"` // path exactly as given
	URI       string `json:"uri,omitempty"`  // canonical address
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"` // "2022-11-17"
	Language  string `json:"language,omitempty"`
	SHA256    string `json:"sha256,omitempty"`
}

// Passage is the part of the report that a statement stands in.
type Passage struct {
	Kind news.PassageKind `json:"kind,omitempty"`
}

// Words are some of a report's words and where they stand: code points
// [Start, End). Both are 0 where only the text is known.
type Words struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text,omitempty"`
}

// Placed reports whether the words' position is known.
func (w Words) Placed() bool { return w.End > 0 }

// Ref names an actor.
type Ref struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
}

// Party is an addressee.
type Party struct {
	Ref
	Mention *Words `json:"mention,omitempty"`
}

// Speaker is who said it, with the words and the rule that tell so.
type Speaker struct {
	Ref
	Names      []string       `json:"names,omitempty"` // gold: other names that are right
	Kind       news.ActorKind `json:"kind,omitempty"`
	Anonymous  bool           `json:"anonymous"`
	Mention    *Words         `json:"mention,omitempty"`
	Trail      []Words        `json:"trail,omitempty"` // from the mention back to the fullest one
	Role       string         `json:"role,omitempty"`
	Side       *Ref           `json:"side,omitempty"` // the party that the speaker speaks for
	By         string         `json:"by,omitempty"`
	Reason     string         `json:"reason,omitempty"` // why it is unresolved
	Candidates []Candidate    `json:"candidates,omitempty"`
	Confidence float64        `json:"confidence,omitempty"`
}

// IsZero reports whether nothing at all is said about the speaker.
func (s Speaker) IsZero() bool {
	return s.Ref == Ref{} && len(s.Names) == 0 && s.Kind == "" && !s.Anonymous && s.Mention == nil &&
		len(s.Trail) == 0 && s.Role == "" && s.Side == nil && s.By == "" && s.Reason == "" &&
		len(s.Candidates) == 0 && s.Confidence == 0
}

// Candidate is somebody whom an unresolved speaker may be.
type Candidate struct {
	Ref
	Confidence float64 `json:"confidence,omitempty"`
}

// When is the inclusive interval of days of speaking. Start and End tell where
// Text stands; all three are absent when the day comes from an occasion.
type When struct {
	From string `json:"from,omitempty"` // "2022-11-16"; in gold also a month, "2022-11"
	To   string `json:"to,omitempty"`
	Text string `json:"text,omitempty"`
	By   string `json:"by,omitempty"`

	Start int `json:"start"`
	End   int `json:"end"`
}

// Occasion is where or on what occasion the words were said.
type Occasion struct {
	ID    string `json:"id,omitempty"`
	Kind  string `json:"kind,omitempty"`
	Text  string `json:"text,omitempty"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Link is one source between the speaker and the page.
type Link struct {
	Name    string        `json:"name,omitempty"`
	Kind    news.LinkKind `json:"kind,omitempty"`
	Mention *Words        `json:"mention,omitempty"`
}

// Move is what the statement does about an issue.
type Move struct {
	Plover     string      `json:"plover,omitempty"`
	Cameo      string      `json:"cameo,omitempty"`
	Issue      string      `json:"issue,omitempty"`
	Holder     *Ref        `json:"holder,omitempty"`
	Target     *Ref        `json:"target,omitempty"`
	Stance     news.Stance `json:"stance,omitempty"`
	Conditions []Words     `json:"conditions,omitempty"`
	By         string      `json:"by,omitempty"`
}
