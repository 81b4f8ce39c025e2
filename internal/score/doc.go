// Package score measures Parley's reading against corpora and gold.
//
// Attribution scores spans and relations on PolNeAR (brat stand-off) and on CofeNet's
// token instances; Statements scores whole statements against gold records; Dates
// scores expressions of dates on TimeBank; Sheet writes all as docs/scores.md, where a
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
// # Dates
//
// Dates scores expressions of dates on documents of TimeML (TimeBank), reckoned from the
// day of creation. It counts as TempEval-3 does (UzZaman and others, SemEval 2013) as far
// as that fits: extents by exact ends and by overlap, and values as the F1 of expressions
// whose extents overlap and whose values are right. It differs in four ways.
//
//   - Only TIMEX3 of type DATE that mean a span of days are asked for. SET, DURATION and
//     TIME are left out and counted; a DATE found on one of them alone is spurious.
//     PAST_REF, PRESENT_REF, FUTURE_REF and values with an unknown part (1998-QX) are left
//     out too, and with them what is found there. Of what a finder gives, only DATE counts
//     that is none of the three references.
//   - Gold and found are paired one to one, those that share most of their words first.
//   - Values are equal if they mean the same days: 1998-W12 is Monday to Sunday, 1998-Q3
//     July to September, 1998-WI December to February, 199 ten years. So a day is not
//     right for its month, but 199X is for 199, and words as "early" change no value.
//   - Nothing is asked of mod, and of no relation.
//
// The halves are by the last digit of the document's name. Errors are read of the even
// half only.
//
// # Rules
//
// What a rule of attribution adds is the F1 of the whole reader less that of the reader
// without it (attribution.Lexicon.Without). Over several sets the counts are summed.
package score
