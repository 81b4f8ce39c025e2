// Package score measures Parley's reading against corpora and gold.
//
// Three measures stand here. Attribution scores spans and relations on PolNeAR
// (brat stand-off) and on CofeNet's token instances; Statements scores whole
// statements against gold records; Sheet writes both as docs/scores.md, where a
// change of quality shows in review. Package marks reads the project's own set.
//
// # Spans
//
// Exact, begin and Jaccard are those of CofeNet's evaluator (Wang and others,
// COLING 2022), per label and over all documents or instances together. Each
// contiguous piece of an annotation is a span; in whole documents pieces that only
// white space parts are one.
//
//   - exact: a span is right if gold has one with the same two ends;
//   - begin: if gold has one with the same first character or token;
//   - Jaccard: each span earns its largest |a∩b| / |a∪b| with a span of the other
//     side. Recall is the mean over gold, precision over the predicted, F1 their
//     harmonic mean. Mean is CofeNet's single figure: the mean over gold spans and
//     those predicted that touch no gold span, which earn nothing.
//
// # Statements
//
// Words are runs of letters and digits, told apart by where they stand in the
// report. Content's token F1 is 2·|shared| / (|gold| + |predicted|). Gold and
// predicted are paired one to one, best F1 first. A predicted statement that stays
// unpaired is ignored if it is nested in another one (rule 11), or if an optional
// record covers most of it. The headline figure asks for the right speaker and a
// token F1 of at least 0.8; the accuracies of speaker, mode and day are taken over
// the pairs at 0.3.
//
// # Rules
//
// What a rule of attribution adds is the F1 of the whole reader less that of the reader
// without it (attribution.Lexicon.Without). Over several sets the counts are summed.
package score
