package token

import (
	"sort"

	"parley/internal/news"
)

// Len is the token's length in bytes.
func (t *Token) Len() int { return int(t.End - t.Start) }

// Span is the token's place in the text.
func (t *Token) Span() news.Span { return news.Span{Start: int(t.Start), End: int(t.End)} }

// Text is the words of token i.
func (d *Doc) Text(i int) string {
	t := &d.Tokens[i]
	return d.Report.Text[t.Start:t.End]
}

// Word is token i without a possessive ending: 's, ’s, or the apostrophe alone.
func (d *Doc) Word(i int) string {
	w := d.Text(i)
	if d.Tokens[i].Kind != Word {
		return w
	}
	stem := w
	if n := len(w); n > 2 && (w[n-1] == 's' || w[n-1] == 'S') {
		stem = w[:n-1]
	}
	for _, a := range [...]string{"'", "’", "´", "`", "ʼ"} {
		if n := len(stem) - len(a); n > 0 && stem[n:] == a {
			return stem[:n]
		}
	}
	return w
}

// TokenAt is the index of the first token that ends after byte b: the token that
// holds b or, in white space, the next one; len(Tokens) behind the last.
func (d *Doc) TokenAt(b int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].End) > b })
}

// TokensIn are the tokens [first, last) that lie wholly or in part in the span.
func (d *Doc) TokensIn(s news.Span) (first, last int) {
	first = d.TokenAt(s.Start)
	last = sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].Start) >= s.End })
	return first, max(first, last)
}

// SentenceAt is the index of the sentence that holds byte b, or -1.
func (d *Doc) SentenceAt(b int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > b })
	if i == len(d.Sentences) || d.Sentences[i].Start > b {
		return -1
	}
	return i
}

// SentenceOf is the index of the sentence that token t belongs to.
func (d *Doc) SentenceOf(t int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Last > t })
}
