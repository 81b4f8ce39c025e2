// Package attribution finds who is said to have said what: source, cue and content
// spans with their relations, and makes attributions of them by the rules of
// statements.md.
//
// The seam is Finder: tokens in, labelled relations out. The rules of this package
// are one Finder; the trained reader is another. Everything after it (trimming,
// carrying on, nesting, modes) serves both.
package attribution
