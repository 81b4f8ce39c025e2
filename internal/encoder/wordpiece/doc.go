// Package wordpiece cuts text into BERT's uncased word pieces, the same ones and at
// the same places as Hugging Face `tokenizers` with BertNormalizer, BertPreTokenizer
// and WordPiece.
//
// What happens to a character (dropped, space, a word of its own, part of a word; lower
// case and without accents) is read from chars.txt, a table taken off the reference library code
// point by code point by train/make_chars.py: the library mixes several versions of Unicode, and
// Go's own tables change with Go. Pieces must not.
//
// One difference is left: the library puts combining marks into canonical order
// before it drops most of them. Of two marks that it does not drop (some 80, of
// scripts such as Balinese and Adlam, none in an English vocabulary) the order is
// left as it stands in the text. Both ways give the same unknown word.
package wordpiece
