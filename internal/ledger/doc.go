// Package ledger says what a ledger is: the Store interface that every store
// implements, and the rules that all stores share.
//
// A ledger holds readings. A reading is one report as one version of the reader
// saw it: the report's text, its passages and metadata, and the statements found.
// At any time one reading of each report is in force; listings show only that.
//
// The ledger is append-only:
//
//   - The same bytes read by the reader whose reading is in force change nothing.
//     When they come under another file name or address, that is a further
//     sighting of the same report and is kept as such; nothing is read anew.
//   - The same bytes read by another version of the reader are a new reading. It
//     takes the place of the older one, whose rows stay and are superseded. The
//     last reading added is in force, whatever its version says.
//   - Every change is a revision: who made it (a reader, later a reviewer), when
//     and why. Statements know the revision that brought them, the statement that
//     they stand in for and the revision that superseded them.
//
// A reader's version therefore has to name everything that its statements depend
// on: the rules, the model, and the dossier and directory that it was given.
//
// A store keeps, beside each statement's record, the words that it quotes, and
// beside each text its hash. Verify compares the three, so that a ledger that was
// changed behind Parley's back is found out.
package ledger
