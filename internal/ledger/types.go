package ledger

import (
	"time"

	"parley/internal/news"
)

// Addition is a report with the statements that a reader found in it.
type Addition struct {
	Report     *news.Report
	Statements []news.Statement // in the order of the report
	Reader     string           // version of the reader: "parley/0.1.0+rules-1"
}

// Outcome is what became of an addition.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"     // the ledger did not know the report
	Reread    Outcome = "reread"    // another reader's reading was superseded
	Sighted   Outcome = "sighted"   // known bytes at a further place
	Unchanged Outcome = "unchanged" // everything was known
	Refused   Outcome = "refused"   // see Result.Err
)

// Result tells what became of one addition. Err is set when it was refused.
type Result struct {
	Outcome Outcome
	Err     error
}

// Reading is a report as one reader saw it.
type Reading struct {
	Report     *news.Report
	Reader     string
	At         time.Time // when it was added
	Statements []news.Statement
	Words      []string // the words of each statement as they were stored with it; see Words
	TextSHA256 string   // of the report's text when it was added, 64 hex digits
	Sightings  []Sighting
}

// Sighting is one place where a report's bytes were met.
type Sighting struct {
	Place
	At time.Time
}

// Line is one statement with the report that proves it.
type Line struct {
	Report     *news.Report
	Statement  news.Statement
	Superseded bool // no longer in force
}

// ReportLine is a report in a listing.
type ReportLine struct {
	Report     news.Report // without Text and Passages
	Reader     string
	Statements int // in force, whatever the filter
}

// ActorLine is a speaker in a listing. Statements and Reports count what meets the
// filter; First and Last are the first and last day of publication among them.
type ActorLine struct {
	news.Ref
	Kind                news.ActorKind
	Statements, Reports int
	First, Last         news.Day // absent when no report has a day
}

// Hit is a finding of a search.
type Hit struct {
	Report    *news.Report
	Statement *news.Statement // nil for words of the text that are in no statement given
	Snippet   string          // the words around, as they stand in statement or text
	Marks     []news.Span     // the words found, as spans of Snippet, in order
	At        news.Span       // Snippet's place in Report.Text; zero when it joins several parts
}

// Revision is one change of a report's entries.
type Revision struct {
	Kind    RevisionKind
	Reader  string // of a reading
	Author  string // of a correction
	Reason  string // of a correction
	At      time.Time
	Report  *news.Report // as read; nil for a correction
	Entries []Entry
}

// RevisionKind tells readings and corrections apart.
type RevisionKind string

// The kinds of revision.
const (
	ReadingRevision    RevisionKind = "reading"
	CorrectionRevision RevisionKind = "correction"
)

// Entry is a statement as a revision brought it.
type Entry struct {
	Statement  news.Statement
	Supersedes string // id of the statement that it stands in for; "" for a new one
	InForce    bool
}
