// Package encoder runs the trained reader: a small transformer encoder that gives each
// word of a report a score per tag, and vectors from which links between words are
// scored. docs/encoder.md is the agreement with train/, which makes the model files.
//
//	Parse  a model file → Model         model.go, header.go, tensor.go
//	New    Model → Encoder              encoder.go
//	Read   text and paragraphs → Scores read.go
//
// Read goes through these steps, all on flat slices that Scores keeps from text to
// text, so that a warm one allocates nothing:
//
//  1. Each paragraph is cut into word pieces (package wordpiece); a run of pieces of
//     which only the first has no ## is a unit. Units are what is scored. Each has features
//     of its letters and of the quotation marks before it (features.go).
//  2. Whole paragraphs are packed into windows of at most 254 pieces; a longer one is
//     cut (window.go).
//  3. Windows are put together to batches of about 512 pieces for the linear layers;
//     attention keeps to its window (batch.go). The arithmetic is either int8 through package
//     kernel (integer.go), with the same bits from every instruction set, or float32
//     (float.go), the reference. What else is in a batch changes nothing.
//  4. Scores answers questions: the spans and how probable they are (spans.go), the
//     best tags (tags.go), links (link.go).
//
// Nothing here calls exp, log, tanh or erf of package math, and products are rounded,
// float32(a*b)+c, before they are added: the compiler may not fuse them.
package encoder
