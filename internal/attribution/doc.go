// Package attribution finds who is said to have said what: source, cue and content
// spans with their relations, and makes attributions of them by the rules of
// statements.md.
//
// The seam is Finder: tokens in, relations out. The rules of this package are one
// Finder; a trained reader is another. Everything after it serves both.
//
//	lexicon.go    cue verbs with their frames, phrases, closed word classes (data/attribution)
//
//	the rules:
//	scan.go       a sentence as items: a quotation inside it is one item
//	cue.go        which verb forms ascribe, and which are nouns, passives, infinitives
//	phrase.go     noun phrases
//	source.go     the subject of a cue
//	content.go    what a cue takes on its right, and the addressee
//	before.go     content before or on both sides of the cue
//	limit.go      where a content ends
//	collect.go    the cues of a sentence with their subjects
//	relate.go     cue, source and content put together
//	headline.go   "X: words"
//	rules.go      the Finder
//
//	for every Finder:
//	attribute.go  trimming, modes, order, nesting, repetition
//	carry.go      quotations without a cue, block quotations
//	interview.go  "Name: words" by turns
//	relay.go      outlets that pass words on
package attribution
