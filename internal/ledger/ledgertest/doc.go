// Package ledgertest holds what tests of ledgers share: Run, the suite that every
// store passes; Memory, a ledger of plain slices that says what a store should answer;
// Corpus, reports of any number about the invented conflict; and Kill, which kills a
// process that adds reports and looks at what it left.
package ledgertest
