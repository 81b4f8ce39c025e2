// Package token cuts a report's text into tokens, sentences and quotations. One
// pass over the text, spans only, nothing copied.
//
// A sentence is an outer sentence: a full stop inside a quotation does not end it
// unless the quotation closes there and the sentence with it. So
//
//	"We agreed. We will talk," he said. "Later."
//
// is two sentences, `"We agreed. We will talk," he said.` and `"Later."`; the
// breaks inside quotations are in Doc.Breaks.
package token
