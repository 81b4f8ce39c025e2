// Package sqlite keeps a ledger in one SQLite file. See package ledger for what a
// ledger is, migrations/ for the tables.
//
// Statements stand in two tables: statements holds the short columns that lists are
// filtered and ordered by, records the whole statement as JSON with its words. A list
// is made in two steps. First one query over the short columns gives the row numbers
// in order; then each row is fetched by its number when the caller asks for it. So
// memory is a few bytes per line, and the sorting moves no records.
//
// The journal is a write-ahead log: listing goes on while a report is added. A
// transaction holds whole reports, and SQLite undoes what a killed process left
// unfinished, so only whole reports are ever seen. That would hold with
// synchronous=NORMAL too; FULL is chosen because a ledger is evidence: what add has
// named as added must still be there after the power fails. It costs one fsync per
// transaction, that is, per batch of reports.
//
// One process writes at a time; others wait for it up to ten seconds.
package sqlite
