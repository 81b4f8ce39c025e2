package reading

import (
	"slices"
	"strings"
	"sync"

	"parley/internal/actor"
	"parley/internal/attribution"
	"parley/internal/chain"
	"parley/internal/move"
	"parley/internal/news"
	"parley/internal/token"
	"parley/internal/when"
)

// Version names the reader; it grows with every change that may change a statement.
// The name of the model follows it.
const Version = "parley/0.2.0"

// Parts are what a Reader is made of.
type Parts struct {
	Directory *actor.Directory
	Lexicon   *attribution.Lexicon
	Finder    attribution.Finder
	Movers    []Mover // one for each dossier; may be empty
	Version   string  // what Statement.Reader tells; users' own files make another version
}

// Mover is a dossier's mover with the words for each of the conflict's parties.
type Mover struct {
	*move.Mover
	Words [][]string
}

// Reader reads reports. It is safe for concurrent use.
type Reader struct {
	Parts
	parsers sync.Pool // of *token.Parser: a Doc lives as long as one Read
}

// mostKept is how many tokens a report may have whose parser is kept for another.
const mostKept = 100_000

// New makes a reader of its parts.
func New(p Parts) *Reader {
	r := &Reader{Parts: p}
	r.parsers.New = func() any { return new(token.Parser) }
	return r
}

// Version is the version that the reader's statements carry.
func (r *Reader) Version() string { return r.Parts.Version }

// Attributions gives the attributions of a report before speakers and days are
// resolved, with the tokens that they were read from.
func (r *Reader) Attributions(rep *news.Report) (*token.Doc, []attribution.Attribution) {
	doc := token.Parse(rep)
	return doc, attribution.Attribute(doc, r.Lexicon, r.Finder)
}

// Read gives the statements of a report, in reading order. A report that is marked
// Unread has none.
func (r *Reader) Read(rep *news.Report) []news.Statement {
	if rep.Unread != "" {
		return nil
	}
	parser := r.parsers.Get().(*token.Parser)
	doc := parser.Parse(rep)
	if len(doc.Tokens) <= mostKept {
		defer r.parsers.Put(parser)
	}
	atts := attribution.Attribute(doc, r.Lexicon, r.Finder)
	people := r.Directory.Resolve(doc, sources(atts))
	days := when.Days(doc, attrs(atts, people), rep.Published)
	out := make([]news.Statement, 0, len(atts))
	for i := range atts {
		out = append(out, r.statement(rep, &atts[i], people[i], days[i]))
	}
	for i := range atts {
		if w := atts[i].Within; w >= 0 {
			out[i].Within = out[w].ID
		}
	}
	chain.Complete(rep, out)
	for _, m := range r.Movers {
		if m.about(rep.Text) {
			m.moves(doc, atts, out)
		}
	}
	return out
}

// about reports whether a text names two parties of the mover's conflict.
func (m *Mover) about(text string) bool {
	n := 0
	for _, words := range m.Words {
		if slices.ContainsFunc(words, func(w string) bool { return w != "" && strings.Contains(text, w) }) {
			n++
		}
	}
	return n >= min(2, len(m.Words))
}

// moves tells the move of every statement that has none yet.
func (m *Mover) moves(doc *token.Doc, atts []attribution.Attribution, out []news.Statement) {
	nested := make([][]news.Span, len(out))
	for i := range atts {
		if w := atts[i].Within; w >= 0 && !sameSpeaker(&out[w], &out[i]) {
			nested[w] = append(nested[w], atts[i].Content...)
		}
	}
	for i := range out {
		if s := &out[i]; s.Move == nil {
			s.Move = m.Of(doc, move.View{Content: s.Content, Nested: nested[i], Mode: s.Mode, Side: s.Speaker.Side})
		}
	}
}

func (r *Reader) statement(rep *news.Report, a *attribution.Attribution, p actor.Resolved, d when.Result) news.Statement {
	seen := a.Evidence
	seen.Speaker = p.Score
	return news.Statement{
		ID: news.StatementID(rep.ID, a.Content), ReportID: rep.ID, Mode: a.Mode,
		Passage: rep.Passages[a.Passage].Kind, Speaker: p.Speaker, Addressee: p.Addressee,
		Cue: a.Cue, Content: a.Content, SaidOn: d.When, Occasion: d.Occasion, Chain: a.Chain,
		Reader: r.Parts.Version, Confidence: a.Score * p.Speaker.Confidence, Rule: a.Rule, Evidence: seen,
	}
}

func sources(atts []attribution.Attribution) []actor.Source {
	out := make([]actor.Source, len(atts))
	for i, a := range atts {
		out[i] = actor.Source{Mention: a.Source, CarriedOn: a.CarriedOn, Addressee: a.Addressee, Cue: a.Cue,
			Content: a.Content, Passage: a.Passage, Within: a.Within, Headline: a.Headline}
	}
	return out
}

func attrs(atts []attribution.Attribution, people []actor.Resolved) []when.Attr {
	out := make([]when.Attr, len(atts))
	for i, a := range atts {
		s := people[i].Speaker
		key := s.ID
		if key == "" {
			key = s.Name
		}
		out[i] = when.Attr{Speaker: key, Name: s.Name, Source: a.Source, Context: a.Context, Cue: a.Cue, Content: a.Content,
			CarriedOn: a.CarriedOn, Within: a.Within}
	}
	return out
}

// sameSpeaker reports whether two statements have one speaker: what somebody quotes
// of himself is his own.
func sameSpeaker(a, b *news.Statement) bool {
	return a.Speaker.ID == b.Speaker.ID && a.Speaker.Name == b.Speaker.Name && a.Speaker.Name != ""
}
