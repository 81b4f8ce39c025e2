package actor

import (
	"parley/internal/news"
	"parley/internal/token"
)

// MentionKind says by what kind of words somebody is mentioned.
type MentionKind uint8

// The kinds of mention.
const (
	NameMention         MentionKind = iota // a person's forename and surname: "Sergey Lavrov"
	SurnameMention                         // one word of a person's name: "Lavrov", "Mr Lavrov"
	RoleMention                            // a person by office, calling or epithet: "the minister"
	PronounMention                         // he, they, who, …
	StateMention                           // a state by name, capital or seat of government
	OrganisationMention                    // a body, by name or noun: "NATO", "the foreign ministry"
	GroupMention                           // several people: "US officials"
	DocumentMention                        // something written or shown: "the letter"
	UnknownMention                         // capitalised words that nothing is known of
)

// String names the kind.
func (k MentionKind) String() string {
	return [...]string{"name", "surname", "role", "pronoun", "state", "organisation", "group", "document", "unknown"}[k]
}

// Number is the grammatical number of a mention.
type Number uint8

// The numbers; AnyNumber is of words that may be both ("media", "the team").
const (
	AnyNumber Number = iota
	Singular
	Plural
)

// Mention is one noun phrase or pronoun that may name a source. Spans are bytes of
// Report.Text. A report has one for every eight tokens or so, so its size matters.
type Mention struct {
	Span   news.Span // the phrase with its article and title, without what follows its head
	Entity int       // the actor of the report that it is part of, an index that two mentions share; -1 when not linked

	actor         *Entry // what the directory has of the actor; nil for nothing
	state         *Match // the state or body that modifies the head
	fromDirectory *Match // the entry that the name itself is
	head          int32  // where its head begins, for Head
	first, last   int32  // tokens of Span
	nameAt        int32  // first token of the name itself, after titles
	headAt        int32  // last token of the head
	sentence      int32
	Kind          MentionKind
	Number        Number
	class         class
	gender        gender
	shown         gender // of the actor, for Gender
	modifier      bool   // a name that modifies the noun right behind it: Lena Kell supporters
	possessive    bool   // the phrase ends in 's
	oblique       bool   // a preposition stands before it
	subject       bool   // the first phrase of its clause
	definite      bool   // opened by the, this, that or a possessive
	indefinite    bool   // opened by a, an or nothing, for a noun
	similar       bool   // joined by a similar, not the same name
	speaks        bool   // the source of an attribution
	predicate     bool   // said of somebody: "is a senator", "as president"
	quoted        bool   // inside quotation marks
}

// Head is the mention's head: the name without title, the noun.
func (m *Mention) Head() news.Span { return news.Span{Start: int(m.head), End: m.Span.End} }

// Gender is "male", "female" or "".
func (m *Mention) Gender() string { return m.shown.String() }

// Actor is the directory's id of the mentioned, "" when the directory does not know it.
func (m *Mention) Actor() string {
	if m.actor == nil {
		return ""
	}
	return m.actor.ID
}

// Mentions gives the phrases of doc that may name a source, in order of their first
// byte and without overlaps.
func (d *Directory) Mentions(doc *token.Doc) []Mention {
	return d.Scan(doc).mentions
}

// owns reports whether the mention only says whose or which the noun behind it is.
func (m *Mention) owns() bool { return m.possessive || m.modifier }
