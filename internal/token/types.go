package token

import "parley/internal/news"

// Kind is the class of a token.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with inner apostrophes and hyphens: don't, Anglo-French, U.S.
	Number             // 16, 1,000, 3.5, 16th, $60
	Punct              // one mark: , . : ; ? ! – — … ( ) [ ]
	Mark               // a quotation mark, or two apostrophes / backquotes standing for one
	Symbol             // anything else
)

// Token is one token. A possessive 's and the n't of a negation stay in their word;
// Doc.Word strips the possessive.
type Token struct {
	Start, End int32 // bytes
	Kind       Kind
	Space      bool  // white space stands before it
	Quote      int32 // index of the innermost quotation whose inside holds it, or -1; marks belong to the quotation outside
}

// Sentence is an outer sentence: tokens [First, Last) of one passage.
type Sentence struct {
	news.Span
	First, Last int
	Passage     int // index into Report.Passages
}

// Quote is one quotation. A quotation of several paragraphs whose opening mark is
// repeated is one Quote per paragraph, chained by Next; a mark that never closes
// ends at its passage's end, or with the quotation around it. Quotes are in the order
// in which they open, so a Parent stands before its children.
type Quote struct {
	Open    news.Span // the opening mark; zero when a block quotation has none, or when the passage carries one on without repeating it
	Close   news.Span // the closing mark; zero when it never closes in this passage; a quotation may share it with the first one nested in it
	Inner   news.Span // between the marks
	Parent  int32     // index of the quotation around it, or -1
	Next    int32     // index of the quotation that carries it on in the next passage, or -1
	Passage int32
	First   int32 // tokens [First, Last) lie inside
	Last    int32
	Single  bool // single marks
}

// Doc is a report's text cut up. Furniture passages are not cut.
type Doc struct {
	Report    *news.Report
	Tokens    []Token
	Sentences []Sentence
	Quotes    []Quote
	Breaks    []int32 // token indexes after which a sentence ends inside a quotation that goes on, ascending
}
