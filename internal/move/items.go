package move

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
	"parley/internal/token"
)

// item is one phrase or word of a content.
type item struct {
	news.Span
	is    set
	ref   news.Ref // of a party
	owner bool     // possessive: Valdoria's
	cap   bool
}

// reading is one statement read for one issue.
type reading struct {
	m     *Mover
	lex   *lexicon
	doc   *token.Doc
	v     View
	items []item
	found []evidence
}

// longest is the most letters of a word that is looked up.
const longest = 32

// lower writes a word in lower case, typographic apostrophes made plain, into buf; a
// word that does not fit is none of ours and gives nothing.
func lower(buf *[longest]byte, w string) []byte {
	if len(w) > longest {
		return nil
	}
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			return lowerRunes(buf, w)
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(w)]
}

func lowerRunes(buf *[longest]byte, w string) []byte {
	n := 0
	for _, r := range w {
		if r == '’' {
			r = '\''
		}
		if n+utf8.UTFMax > longest {
			return nil
		}
		n += utf8.EncodeRune(buf[n:], unicode.ToLower(r))
	}
	return buf[:n]
}

// touches reports whether the content has a word that can begin a move: most
// statements have none, and are done with here.
func (r *reading) touches(gate *lexicon) bool {
	for _, c := range r.v.Content {
		first, last := r.doc.TokensIn(c)
		for i := first; i < last; i++ {
			if r.doc.Tokens[i].Kind != token.Word {
				continue
			}
			if _, is := r.phraseIn(gate, i, last); is != 0 {
				return true
			}
		}
	}
	return false
}

// mostItems is how much of a statement is read: a page or two of a speech. The rules
// look around each mention of the topic, so that more would cost more than it tells.
const mostItems = 3000

// read cuts the content into items; contents of statements nested in it are left out.
func (r *reading) read() {
	for _, c := range r.v.Content {
		first, last := r.doc.TokensIn(c)
		r.items = slices.Grow(r.items, min(last-first, mostItems))
		for i := first; i < last && len(r.items) < mostItems; {
			i = r.item(i, last)
		}
	}
}

// item adds the item at token i and gives the token after it.
func (r *reading) item(i, last int) int {
	t := &r.doc.Tokens[i]
	if r.nested(int(t.Start)) {
		return i + 1
	}
	switch t.Kind {
	case token.Punct:
		r.punct(i)
		return i + 1
	case token.Word:
	default:
		return i + 1 // marks, numbers and signs part nothing
	}
	r.breaks(i)
	if n, ref := r.partyAt(i, last); n > 0 {
		r.push(i, n, of(party), ref)
		return i + n
	}
	n, is := r.phraseAt(i, last)
	if n == 1 && negated(r.doc.Text(i)) {
		is |= of(negation)
	}
	r.push(i, n, is, news.Ref{})
	return i + n
}

func (r *reading) push(i, n int, is set, ref news.Ref) {
	a, z := r.doc.Tokens[i].Span(), r.doc.Tokens[i+n-1].Span()
	w := r.doc.Text(i)
	c, _ := utf8.DecodeRuneInString(w)
	r.items = append(r.items, item{Span: a.Cover(z), is: is, ref: ref, cap: unicode.IsUpper(c),
		owner: len(r.doc.Word(i+n-1)) < len(r.doc.Text(i+n-1))})
}

// punct adds what parts clauses and sentences.
func (r *reading) punct(i int) {
	c := comma
	switch r.doc.Text(i) {
	case ".", "?", "!", ";", ":":
		c = sentence
	case ",", "–", "—", "-":
	default:
		return
	}
	r.items = append(r.items, item{Span: r.doc.Tokens[i].Span(), is: of(c)})
}

// breaks parts sentences where a quotation ends one without a mark of its own.
func (r *reading) breaks(i int) {
	if n := len(r.items); n > 0 && i > 0 && r.doc.SentenceOf(i) != r.doc.SentenceOf(r.doc.TokenAt(r.items[n-1].Start)) && !r.items[n-1].is.has(sentence) {
		r.items = append(r.items, item{Span: r.items[n-1].Span, is: of(sentence)})
	}
}

func (r *reading) nested(at int) bool {
	for _, s := range r.v.Nested {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}

// negated reports whether a word ends in n't.
func negated(w string) bool {
	n := len(w)
	return n > 3 && (w[n-3:] == "n't" || n > 5 && w[n-5:] == "n’t")
}

// phraseAt is the longest phrase that begins at token i: how many tokens, and its
// classes.
func (r *reading) phraseAt(i, last int) (n int, is set) { return r.phraseIn(r.lex, i, last) }

func (r *reading) phraseIn(l *lexicon, i, last int) (n int, is set) {
	var buf [longest]byte
	n = 1
	w := lower(&buf, r.doc.Text(i))
	if len(w) == 0 {
		return n, 0
	}
	for _, p := range l.starts[start(w)] {
		switch k := len(p.words); {
		case k < n || i+k > last || !p.fits(0, w) || k > 1 && !r.rest(p, i):
		case k > n:
			n, is = k, p.is
		default:
			is |= p.is
		}
	}
	return n, is
}

// rest reports whether the words after the first fit.
func (r *reading) rest(p pattern, i int) bool {
	var buf [longest]byte
	for k := 1; k < len(p.words); k++ {
		if r.doc.Tokens[i+k].Kind != token.Word || !p.fits(k, lower(&buf, r.doc.Text(i+k))) {
			return false
		}
	}
	return true
}

// partyAt finds a state or another side of the conflict that is named at token i.
func (r *reading) partyAt(i, last int) (n int, ref news.Ref) {
	c, _ := utf8.DecodeRuneInString(r.doc.Text(i))
	if !unicode.IsUpper(c) {
		return 0, ref
	}
	for k := min(3, last-i); k > 0; k-- {
		if r.doc.Tokens[i+k-1].Kind != token.Word {
			continue
		}
		words := r.doc.Report.Text[r.doc.Tokens[i].Start:r.doc.Tokens[i+k-1].Start] + r.doc.Word(i+k-1)
		if ref, ok := r.m.party(words); ok {
			return k, ref
		}
	}
	return 0, ref
}
