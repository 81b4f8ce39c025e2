package ledger

import (
	"context"
	"iter"

	"parley/internal/news"
)

// Store is a ledger. It is safe for use by several goroutines.
//
// Errors are news.Errors:
//
//   - Unavailable: the ledger cannot be used (it is locked, damaged, full, read-only,
//     gone); nothing of the call was kept. Every method may return it.
//   - Invalid: the filter, the query or the id given makes no sense.
//   - NotFound: no report or statement has the id.
//
// When the context ends a method returns the context's error, wrapped.
//
// Sequences yield a zero value and the error as their last pair when they fail. A
// sequence sees the ledger as it was when its loop began, whatever is added
// meanwhile, also by the loop's own body. Nothing is loaded before it is asked for.
//
// Reports that a store hands out may be shared between the lines of a sequence:
// they belong to the store and must not be changed. Statements, and everything
// else, belong to the caller.
type Store interface {
	// Add puts reports with their statements into the ledger, in the order given and
	// in one transaction: after an error, or after the process was killed, all of
	// them are in the ledger or none is. The results tell for each addition what
	// became of it. A faulty addition (see Check), or one whose id belongs to other
	// bytes already (Conflict), is refused in its Result alone; the rest is kept.
	// Add neither changes nor keeps what it is given.
	Add(ctx context.Context, additions ...Addition) ([]Result, error)

	// Held tells whether adding the report of this id, read by this reader and seen
	// at this place, would change nothing. A caller may then skip the reading. A place
	// without an address stands for any: the address is in the bytes.
	Held(ctx context.Context, reportID, reader string, at Place) (bool, error)

	// Report returns the reading in force of the report with this id, or with the
	// only id that begins so. Invalid when several do; their ids are named.
	Report(ctx context.Context, id string) (*Reading, error)

	// Statement returns the statement with this id, or with the only id that begins
	// so. Invalid when several do; their ids are named. A statement that is no
	// longer in force is found too, as it last stood, and marked Superseded.
	Statement(ctx context.Context, id string) (*Line, error)

	// Reports lists the reports that meet the filter, by day of publication, then
	// id; reports without a day come first. A filter for statements (actor, issue,
	// holder, mode) selects the reports that hold one that meets it.
	Reports(ctx context.Context, f Filter) iter.Seq2[ReportLine, error]

	// Readings yields the readings in force that Reports would list, in full.
	Readings(ctx context.Context, f Filter) iter.Seq2[*Reading, error]

	// Statements lists the statements in force that meet the filter, by their
	// report's day of publication, the report's id, then their order in the report.
	// Those of reports without a day come first.
	Statements(ctx context.Context, f Filter) iter.Seq2[Line, error]

	// Timeline lists the statements in force that have a move and meet the filter,
	// by the name and id of the move's holder, then the day they were said (see
	// DaysOf; without one they come first), then as Statements does.
	Timeline(ctx context.Context, f Filter) iter.Seq2[Line, error]

	// Actors counts the speakers of the statements that Statements would list: most
	// statements first, then by name, id and kind. The unknown speaker is one of
	// them, with no name. Limit counts actors.
	Actors(ctx context.Context, f Filter) ([]ActorLine, error)

	// Search finds the query's words (see ParseQuery) in the statements' words and in
	// the reports' texts: first the statements that hold all of them, best first;
	// then the reports whose text holds them but none of whose statements was given,
	// best first. With a filter that only statements can meet, only statements are
	// given. Limit counts hits. Which hit is better is up to the store. The words are
	// compared without regard to case and diacritics.
	Search(ctx context.Context, q Query, f Filter) iter.Seq2[Hit, error]

	// History returns all revisions of the report with exactly this id, oldest
	// first, with what each brought, superseded or not.
	History(ctx context.Context, reportID string) ([]Revision, error)

	// Close releases the store. Sequences that still run may fail; everything else
	// called later does.
	Close() error
}

// Place is where a report was met: a path as it was given, a canonical address, or
// both.
type Place struct {
	File, URI string
}

// PlaceOf is the place that a report names.
func PlaceOf(r *news.Report) Place { return Place{File: r.File, URI: r.URI} }
