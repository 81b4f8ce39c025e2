package news

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// Mode tells how far the words of a statement stand in quotation marks.
type Mode string

// The modes: all words inside marks, none, some.
const (
	Direct   Mode = "direct"
	Indirect Mode = "indirect"
	Mixed    Mode = "mixed"
)

// Statement is what one report says that one speaker said.
type Statement struct {
	ID         string // from report id and content spans, without the reader's version
	ReportID   string
	Mode       Mode
	Passage    PassageKind
	Speaker    Speaker
	Addressee  *Party // nil when none is named
	Cue        Span   // zero when there is none (headline colon, carried-on quotation)
	Content    []Span // one part per piece of a broken quotation, in reading order, disjoint
	SaidOn     *When  // nil when the text does not give the day
	Occasion   *Occasion
	Chain      []Link // from speaker to page
	Move       *Move  // nil rather than a default
	Within     string // id of the statement that this one is nested in; "" at top level
	Reader     string // "parley/0.2.0+model-3"
	Confidence float64
	Rule       string   // the attribution rule that made it; shown by --explain
	Evidence   Evidence // why it was found; not part of the record
}

// ActorKind says what an actor is.
type ActorKind string

// The kinds of actor.
const (
	Person       ActorKind = "person"
	State        ActorKind = "state"
	Organisation ActorKind = "organisation"
	Group        ActorKind = "group"
	Document     ActorKind = "document"
)

// Speaker is the resolved source of a statement.
type Speaker struct {
	ID         string // directory id, or report-local id for a named actor that the directory lacks; "" when unresolved or unnamed
	Name       string // "" only where the report names no source
	Kind       ActorKind
	Anonymous  bool
	Mention    Span        // the words of the source, zero when the source is not written
	Trail      []Span      // from the mention back to the fullest mention: he ← Lavrov ← Russian Foreign Minister Sergey Lavrov
	Role       string      // office on the day or as the report gives it
	Side       *Ref        // the party that the speaker speaks for (a state, an organisation)
	By         string      // the rule: "name", "surname", "role on the day", "coreference", "carried on", …
	Reason     string      // why it is unresolved
	Candidates []Candidate // the best candidates of an unresolved speaker
	Confidence float64
}

// Evidence is what the finders of attributions said: shown by --explain and parley show.
// The scores are the probabilities of the very spans, 0.5 to 1; 0 where the trained
// reader has no such span.
type Evidence struct {
	Found                string // "rules", "model", "rules and model"; "" for what is carried on
	Source, Cue, Content float64
	Support              float64 // how far the trained reader takes the rules' content for content
	Link                 float64 // how much better the content's link to its cue scores than none, in logits
	Speaker              float64 // what the rule that decided the speaker gives itself, before calibration
	Cut                  bool    // the content ends where the trained reader ends it, before the rules' end
}

// Candidate is somebody an unresolved speaker may be.
type Candidate struct {
	Ref
	Confidence float64
}

// Ref points to an actor.
type Ref struct {
	ID, Name string
}

// Party is an addressee.
type Party struct {
	Ref
	Mention Span
}

// When is the interval of days of speaking, with the words and the rule that gave it.
type When struct {
	Interval
	Mention Span // zero when inherited from an occasion without words of its own
	By      string
}

// Occasion is where or on what occasion the words were said.
type Occasion struct {
	ID      string
	Kind    string // "press conference", "interview", "speech", "meeting", …
	Mention Span
}

// LinkKind says how a link of the chain passed the words on.
type LinkKind string

// The kinds of link.
const (
	Interview     LinkKind = "interview"
	QuotedBy      LinkKind = "quoted by"
	RepublishedBy LinkKind = "republished by"
	Translated    LinkKind = "translated"
)

// Link is one of the sources between speaker and page.
type Link struct {
	Name    string
	Kind    LinkKind
	Mention Span
}

// Stance is where a holder stands on an issue.
type Stance string

// The stances.
const (
	For         Stance = "for"
	Against     Stance = "against"
	Conditional Stance = "conditional"
	Unclear     Stance = "unclear"
)

// Move is what a statement does about an issue of the dossier.
type Move struct {
	Plover     string // PLOVER root class, "" when not told
	Cameo      string // CAMEO root code, "" when not told
	Issue      string
	Holder     Ref
	Target     *Ref
	Stance     Stance
	Conditions []Span
	By         string // the rule
}

// StatementID makes a statement's id from its report and its content spans.
func StatementID(reportID string, content []Span) string {
	b := make([]byte, 0, 64)
	b = append(b, reportID...)
	for _, s := range content {
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(s.Start), 10)
		b = append(b, '-')
		b = strconv.AppendInt(b, int64(s.End), 10)
	}
	h := sha256.Sum256(b)
	return "s" + hex.EncodeToString(h[:8])
}
