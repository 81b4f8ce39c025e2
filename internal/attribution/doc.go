// Package attribution finds who is said to have said what: source, cue and content
// spans with their relations, and makes attributions of them by the rules of
// statements.md.
//
// The seam is Finder: tokens in, relations out. Rules is one Finder, of hand-written
// rules; Trained is another, of an encoder's spans and links, and asks the rules too.
// Everything after it serves both.
//
//	lexicon.go    cue verbs with their frames, phrases, closed word classes (data/attribution)
//
//	the rules:
//	scan.go       a sentence as items: a quotation inside it is one item
//	cue.go        which verb forms ascribe, and which are nouns, passives, infinitives
//	phrase.go     noun phrases
//	contraction.go  "He's suggesting": pronoun and auxiliary in one word
//	source.go     the subject of a cue
//	clauses.go    whose the words are where a sentence has more than one clause
//	fragments.go  what looks like a cue or a content and is none; clauses and quotations apart
//	content.go    what a cue takes on its right, and the addressee
//	object.go     object and complement
//	frames.go     object and "to be", subjects with a relative clause, dates
//	before.go     content before or on both sides of the cue
//	limit.go      where a content ends
//	collect.go    the cues of a sentence with their subjects
//	noun_cue.go   nouns that ascribe: "Kell's claim that"
//	quoting.go    "the agency quoted X as saying"
//	relate.go     cue, source and content put together
//	headline.go   "X: words"
//	rules.go      the Finder
//	names.go      the rules' names; what each adds: docs/scores.md, "What each rule adds"
//
//	the trained reader:
//	spans.go      spans and links from the encoder's heads
//	fit.go        spans to relations, within quotation marks and sentences
//	bare.go       bare noun phrases that only the model takes for content
//	join.go       what rules and model found, brought together
//	trained.go    the Finder, stretch by stretch; nested statements by a second reading
//	memory.go     what the network said of a report, for the finders of an ablation
//	calibration.go  how often such evidence is right (data/attribution/calibration.txt)
//
//	for every Finder:
//	attribute.go  trimming, modes, order, nesting, repetition
//	carry.go      quotations without a cue, block quotations
//	open.go       a cue's colon and the next paragraph's quotation; quotations with a tail
//	interview.go  "Name: words" by turns
//	relay.go      outlets that pass words on
package attribution
