package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
	"parley/internal/token"
)

// item is one step of a unit: a token, or a whole quotation nested in the unit,
// marks included, as a single step. Scanning items instead of tokens keeps commas
// and verbs inside quotations out of the clause around them.
type item struct {
	news.Span
	class Class
	forms Form
	verb  int32
	first int32 // first phrase that starts here
	quote int32 // index of the nested quotation, or -1
	punct byte  // ',', '.', ':', ';', '-', '(', ')', '?' (with '!'), or 0
	cap   bool  // starts with a capital
	word  bool  // a word or a number
	past  bool  // looks like a regular past form that is no known cue
	space bool  // white space before it
}

// unit is a sentence, or a sentence inside a quotation, as items.
type unit struct {
	doc     *token.Doc
	text    string
	items   []item
	base    int32 // the quotation that the unit lies in, -1 at top level
	passage int
	span    news.Span
}

// scan fills the unit with the items of tokens [first, last) that lie in base, at
// most as many as are read as one sentence, and gives the token after them.
func (u *unit) scan(x *Lexicon, first, last int) int {
	u.items = u.items[:0]
	t := first
	for t < last && len(u.items) < longest {
		if q := u.opens(t); q >= 0 {
			n := u.after(q, last)
			u.items = append(u.items, item{
				Span:  news.Span{Start: int(u.doc.Tokens[t].Start), End: int(u.doc.Tokens[n-1].End)},
				quote: q, verb: -1, first: -1, space: u.doc.Tokens[t].Space,
			})
			t = n
			continue
		}
		u.items = append(u.items, u.one(x, t))
		t++
	}
	return t
}

// opens gives the outermost quotation that starts at token t, directly inside the
// unit's base, or -1.
func (u *unit) opens(t int) int32 {
	tok := u.doc.Tokens[t]
	if tok.Kind != token.Mark || t+1 >= len(u.doc.Tokens) {
		return -1
	}
	q := u.doc.Tokens[t+1].Quote
	for q >= 0 && u.doc.Quotes[q].Parent != u.base {
		q = u.doc.Quotes[q].Parent
	}
	if q < 0 || u.doc.Quotes[q].Open.Start != int(tok.Start) {
		return -1
	}
	return q
}

// after gives the token after quotation q and its closing mark, at most last.
func (u *unit) after(q int32, last int) int {
	n := int(u.doc.Quotes[q].Last)
	end := u.doc.Quotes[q].Close.End
	for n < last && int(u.doc.Tokens[n].End) <= end {
		n++
	}
	return min(max(n, int(u.doc.Quotes[q].First)), last)
}

func (u *unit) one(x *Lexicon, t int) item {
	tok := u.doc.Tokens[t]
	s := u.text[tok.Start:tok.End]
	it := item{Span: news.Span{Start: int(tok.Start), End: int(tok.End)}, quote: -1, verb: -1, first: -1, space: tok.Space}
	switch tok.Kind {
	case token.Word, token.Number:
		it.word = true
		r, _ := utf8.DecodeRuneInString(s)
		it.cap = unicode.IsUpper(r) || r == '[' && len(s) > 1 && unicode.IsUpper(rune(s[1]))
		e := x.lookup(s)
		it.class, it.forms, it.verb, it.first = e.class, e.forms, e.verb, e.first
		it.past = it.verb < 0 && it.class&^ofRoads == 0 && !it.cap && len(s) > 4 && strings.HasSuffix(s, "ed") && tok.Kind == token.Word
		if it.class == 0 && !it.cap && len(s) > 4 && strings.HasSuffix(s, "ly") {
			it.class = Adverb
		}
	case token.Punct:
		it.punct = punct(s)
	case token.Symbol:
		it.word = s == "%" // 42% say
	}
	if s == "/" && u.betweenNames(it.Span) {
		it.punct, it.word, it.cap = 0, true, true // a Lume Herald/KBC News poll
	}
	return it
}

// betweenNames reports whether the sign stands right between two words of which the second is
// capitalised and the first ends like a name's.
func (u *unit) betweenNames(sign news.Span) bool {
	if sign.Start == 0 || sign.End >= len(u.text) {
		return false
	}
	a, b := u.text[sign.Start-1], u.text[sign.End]
	return b >= 'A' && b <= 'Z' && (a|' ' >= 'a' && a|' ' <= 'z')
}

func punct(s string) byte {
	switch s {
	case "–", "—", "--", "-", "―":
		return '-'
	case "[":
		return '('
	case "]":
		return ')'
	case "!", "?":
		return '?'
	case "…", "...":
		return 0
	}
	return s[0]
}

// words gives the text of items [from, to).
func (u *unit) words(from, to int) string { return u.text[u.items[from].Start:u.items[to-1].End] }

// cover is the span of items [from, to); zero when there are none.
func (u *unit) cover(from, to int) news.Span {
	if from >= to {
		return news.Span{}
	}
	return news.Span{Start: u.items[from].Start, End: u.items[to-1].End}
}

// is reports whether item i is the word w (ASCII, without regard to case).
func (u *unit) is(i int, w string) bool {
	return i >= 0 && i < len(u.items) && u.items[i].word && strings.EqualFold(u.text[u.items[i].Start:u.items[i].End], w)
}

func (u *unit) punct(i int) byte {
	if i < 0 || i >= len(u.items) {
		return 0
	}
	return u.items[i].punct
}

func (u *unit) class(i int) Class {
	if i < 0 || i >= len(u.items) {
		return 0
	}
	return u.items[i].class
}

func (u *unit) isQuote(i int) bool { return i >= 0 && i < len(u.items) && u.items[i].quote >= 0 }

// closed are the classes whose words never stand inside a noun phrase's core.
const closed = Pronoun | Preposition | Conjunction | Coordinator | Be | Have | Do | Modal | Negation | Finite | WH

// nominal reports whether item i may be a word of a noun phrase's core.
func (u *unit) nominal(i int) bool {
	if i < 0 || i >= len(u.items) || !u.items[i].word {
		return false
	}
	it := &u.items[i]
	switch {
	case it.cap && i > 0 && u.is(i, "May"):
		return true
	case it.cap && (i > 0 || it.class&(closed|Determiner|Adverb|Lead) == 0):
		return it.class&(Pronoun|Preposition|Conjunction|Be|Have|Modal|Determiner) == 0 || it.class&Time != 0
	case it.class&closed == Finite && it.class&Determiner == 0 && i > 0 && (u.class(i-1)&Determiner != 0 && u.class(i-1)&Pronoun == 0 || u.possessed(i-1)):
		return true // the plan, their hope
	case it.class&(closed|Determiner) != 0:
		return false
	case it.verb >= 0:
		return it.forms&(Base|Third) != 0 || u.class(i-1)&Determiner != 0
	case it.past:
		if u.class(i-1)&Determiner != 0 || i > 0 && strings.HasSuffix(u.words(i-1, i), "ly") {
			return true
		}
		return i > 0 && u.numeral(i-1) && u.class(i-2)&Link != 0 && i+1 < len(u.items) && u.items[i+1].word && u.items[i+1].verb < 0 && u.items[i+1].class&(closed|Determiner|Adverb|Time) == 0 // of 400 registered voters
	case it.class&(Adverb|Lead) != 0:
		return false
	}
	return true
}

// finite reports whether items [from, to) hold a finite verb, as far as word forms
// tell; sure asks for a closed-class one.
func (u *unit) finite(from, to int, sure bool) bool {
	for i := from; i < to && i < len(u.items); i++ {
		it := &u.items[i]
		switch {
		case it.quote >= 0 && !sure:
			return true
		case !it.word, it.cap && it.class&Modal != 0 && i > 0:
			continue // "May" inside a sentence is the month
		case it.class&(Finite|Modal|Be|Have|Do) != 0 && it.class&Preposition == 0:
			if it.class&(Modal|Be|Have|Do) == 0 && (u.class(i-1)&(Determiner|Possessive|Preposition) != 0 && u.class(i-1)&Pronoun == 0 || u.possessed(i-1)) {
				continue // a noun: "soldiers' lives"
			}
			if it.class&Ambiguous != 0 && it.class&(Modal|Be|Have|Do) == 0 && u.nominal(i-1) && !u.items[i-1].cap && !u.plural(i-1) {
				continue // a noun: "new support"
			}
			if it.forms&Gerund == 0 && !u.is(i, "been") && !u.is(i, "being") && !u.is(i, "having") && !u.is(i, "be") {
				return true
			}
		case sure:
			if it.past && u.nominal(i-1) && i+1 < to && (u.class(i+1)&(Determiner|Object) != 0 || u.items[i+1].cap && u.class(i+1)&Time == 0) {
				return true // "resolutions overruled a convention"
			}
			continue
		case it.past || it.verb >= 0 && it.forms&(Past|Third) != 0 && u.class(i-1)&(Determiner|Preposition) == 0:
			return true
		}
	}
	return false
}

// named reports whether the quotation at item i is a name or a title: every longer
// word has a capital.
func (u *unit) named(i int) bool {
	q := &u.doc.Quotes[u.items[i].quote]
	words := 0
	for t := q.First; t < q.Last; t++ {
		tok := u.doc.Tokens[t]
		if tok.Kind != token.Word {
			continue
		}
		words++
		if c := u.text[tok.Start]; c >= 'a' && c <= 'z' && tok.End-tok.Start > 3 {
			return false
		}
	}
	return words > 0 && words < 9
}
