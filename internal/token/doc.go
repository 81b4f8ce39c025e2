// Package token cuts a report's text into tokens, sentences and quotations. One
// pass over the text, spans only, nothing copied.
//
// A sentence is an outer sentence: a full stop inside a quotation does not end it
// unless the quotation closes there and the sentence with it. So
//
//	"We agreed. We will talk," he said. "Later."
//
// is two sentences, `"We agreed. We will talk," he said.` and `"Later."`; the
// breaks inside quotations are in Doc.Breaks. Words behind a quotation that name its
// speaker belong to its sentence, even with a capital: `"Why now?" Varga asked.` A
// quotation that never closes and is not carried on holds no sentence together
// unless it begins its passage: its mark may be stray.
//
// # Quotation marks
//
// The lexer leaves every mark as a token with the characters on both sides of its
// run of marks; a stack machine then goes over a passage's marks once. A mark's
// context outweighs its shape and its shape outweighs parity, so that one stray or
// lost mark does not invert the rest of the passage, and an odd number of marks is
// no error:
//
//   - Space before and a word behind opens; a word before and space or a stop behind
//     closes. Only where both or neither hold does the stack decide.
//   - Marks of one family may be mixed (“A", „A“), but a mark closes one of its
//     own style first: in "A “B" the inner one is given up.
//   - A single mark at a word's edge is an apostrophe and goes back to its word when no
//     single quotation is open, when it begins an elision ('90s, 'em), or when the word
//     may be a possessive and a surer closing mark follows. A double mark behind digits
//     may be inches.
//   - A double mark that never closes takes a stray single mark behind a stop, “A.’, or
//     else the closing mark of the first quotation of its family nested in it that
//     goes on with it: of “A, as to why “B,” he said the one mark closes both, and so
//     in ‘A. ‘B,’ he said. Else it runs to the passage's end and, when the next passage
//     opens with a mark of its family, on into that one (Quote.Next).
//   - A passage that is a block quotation without double marks is a quotation whole.
//
// Abbreviations and the other word lists are data/token/abbreviations.txt.
package token
