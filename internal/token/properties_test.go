package token

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// fataler is what testing.T, testing.F's T and rapid.T share.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkDoc holds a document against all that types.go promises.
func checkDoc(t fataler, d *Doc) {
	t.Helper()
	checkTokens(t, d)
	checkCover(t, d)
	checkSentences(t, d)
	checkQuotes(t, d)
	checkInnermost(t, d)
	checkBreaks(t, d)
}

func checkTokens(t fataler, d *Doc) {
	t.Helper()
	text, end := d.Report.Text, int32(0)
	for i, k := range d.Tokens {
		switch {
		case k.Start < end || k.End <= k.Start || int(k.End) > len(text):
			t.Fatalf("token %d at %d-%d after %d: empty, out of order or outside", i, k.Start, k.End, end)
		case !utf8.RuneStart(text[k.Start]) || int(k.End) < len(text) && !utf8.RuneStart(text[k.End]):
			t.Fatalf("token %d %q cuts a character", i, d.Text(i))
		case k.Kind > Symbol:
			t.Fatalf("token %d: kind %d", i, k.Kind)
		}
		end = k.End
	}
}

// checkCover: what no token of a read passage covers is white space, and Space says
// where.
func checkCover(t fataler, d *Doc) {
	t.Helper()
	i := 0
	for _, p := range d.Report.Passages {
		at := p.Span.Start
		for i < len(d.Tokens) && int(d.Tokens[i].End) <= p.Span.End {
			k := d.Tokens[i]
			if int(k.Start) < p.Span.Start || !p.Read() {
				t.Fatalf("token %d %q lies outside what is read", i, d.Text(i))
			}
			if k.Space != (int(k.Start) > at) {
				t.Fatalf("token %d %q: space %v", i, d.Text(i), k.Space)
			}
			blank(t, d.Report.Text[at:k.Start])
			at = int(k.End)
			i++
		}
		if p.Read() {
			blank(t, d.Report.Text[at:p.Span.End])
		}
	}
	if i != len(d.Tokens) {
		t.Fatalf("tokens from %d on lie in no passage", i)
	}
}

func blank(t fataler, s string) {
	t.Helper()
	if strings.TrimFunc(s, isSpace) != "" {
		t.Fatalf("no token covers %q", s)
	}
}

func checkSentences(t fataler, d *Doc) {
	t.Helper()
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First {
			t.Fatalf("sentence %d holds tokens %d-%d, the one before ends at %d", i, s.First, s.Last, next)
		}
		next = s.Last
		if s.Start != int(d.Tokens[s.First].Start) || s.End != int(d.Tokens[s.Last-1].End) {
			t.Fatalf("sentence %d: its span is not its tokens'", i)
		}
		if !d.Report.Passages[s.Passage].Span.Contains(s.Span) {
			t.Fatalf("sentence %d leaves its passage", i)
		}
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences end at token %d of %d", next, len(d.Tokens))
	}
}

func checkQuotes(t fataler, d *Doc) {
	t.Helper()
	carried := map[int32]bool{}
	last := make(map[int32]int) // by parent and passage: end of the last quotation
	for i := range d.Quotes {
		q := &d.Quotes[i]
		checkMarks(t, d, i)
		if q.Parent >= int32(i) || q.Parent < -1 {
			t.Fatalf("quotation %d: parent %d", i, q.Parent)
		}
		if q.Parent >= 0 {
			up := &d.Quotes[q.Parent]
			if !up.Inner.Contains(q.Inner) || up.First > q.First || q.Last > up.Last || up.Passage != q.Passage {
				t.Fatalf("quotation %d leaves quotation %d", i, q.Parent)
			}
		}
		if q.Inner.Start < last[q.Parent] {
			t.Fatalf("quotation %d overlaps its neighbour", i)
		}
		last[q.Parent] = q.Inner.End
		if q.Next >= 0 {
			n := &d.Quotes[q.Next]
			if q.Next <= int32(i) || carried[q.Next] || n.Passage <= q.Passage || !q.Close.IsZero() || n.Parent >= 0 {
				t.Fatalf("quotation %d is carried on by %d", i, q.Next)
			}
			carried[q.Next] = true
		}
	}
}

func checkMarks(t fataler, d *Doc, i int) {
	t.Helper()
	q := &d.Quotes[i]
	span := d.Report.Passages[q.Passage].Span
	switch {
	case !span.Contains(q.Inner) || q.Inner.Start > q.Inner.End || q.First > q.Last:
		t.Fatalf("quotation %d: inside %v of passage %v, tokens %d-%d", i, q.Inner, span, q.First, q.Last)
	case !q.Open.IsZero() && q.Open.End != q.Inner.Start, !q.Close.IsZero() && q.Close.Start != q.Inner.End:
		t.Fatalf("quotation %d: marks %v %v beside %v", i, q.Open, q.Close, q.Inner)
	case !q.Open.IsZero() && d.Tokens[q.First-1].Span() != q.Open, !q.Close.IsZero() && d.Tokens[q.Last].Span() != q.Close:
		t.Fatalf("quotation %d: marks are no tokens beside tokens %d-%d", i, q.First, q.Last)
	}
	for k := q.First; k < q.Last; k++ {
		if !q.Inner.Contains(d.Tokens[k].Span()) {
			t.Fatalf("quotation %d: token %d lies outside", i, k)
		}
	}
}

func checkInnermost(t fataler, d *Doc) {
	t.Helper()
	want := make([]int32, len(d.Tokens))
	for i := range want {
		want[i] = -1
	}
	for i := range d.Quotes {
		depth := 1
		for q := d.Quotes[i].Parent; q >= 0; q = d.Quotes[q].Parent {
			depth++
		}
		if depth > maxDepth {
			t.Fatalf("quotation %d lies %d deep", i, depth)
		}
		for k := d.Quotes[i].First; k < d.Quotes[i].Last; k++ {
			want[k] = int32(i)
		}
	}
	for i, k := range d.Tokens {
		if k.Quote != want[i] {
			t.Fatalf("token %d %q is of quotation %d, want %d", i, d.Text(i), k.Quote, want[i])
		}
		if k.Quote >= 0 && !d.Quotes[k.Quote].Inner.Contains(k.Span()) {
			t.Fatalf("token %d %q does not lie in its quotation %d", i, d.Text(i), k.Quote)
		}
	}
}

func checkBreaks(t fataler, d *Doc) {
	t.Helper()
	last := int32(-1)
	for _, b := range d.Breaks {
		if b <= last || int(b)+1 >= len(d.Tokens) || d.Tokens[b].Quote < 0 {
			t.Fatalf("break behind token %d after %d", b, last)
		}
		if s := d.Sentences[d.SentenceOf(int(b))]; s.Last == int(b)+1 {
			t.Fatalf("break behind token %d is the end of a sentence", b)
		}
		last = b
	}
}

// pieces are what random texts are made of.
var pieces = []string{
	`"`, `'`, "`", "“", "”", "‘", "’", "„", "«", "»", "‹", "›", "「", "」", "''", "``", "''''",
	".", ",", ";", "?", "!", "…", "...", ". . .", "-", "--", "–", "—", ":", "(", ")", "[", "]", "%", "$", "=", "@", "#", "/",
	" ", " ", " ", " ", "\u00a0", "\u200b", "\t", "\n", "\n", "\nquote| ", "\nhead| ", "\njunk| ",
	"he", "said", "The", "talks", "Kell", "guards", "s", "t", "n", "A", "I", "U.S.", "Gen.", "Mr.", "No.", "Nov.", "a.m.", "Inc.", "etc.", "Ph.D.",
	"16", "5", "90s", "1,000", "3.5", "em", "don't", "gazeta.ru", "www.x.org", "Kyïv", "好", "é", "\u0301", "\u00ad", "🙂",
}

func TestDocKeepsItsPromises(t *testing.T) {
	var p Parser
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), "")
		r := report(text)
		d := p.Parse(r)
		checkDoc(t, d)
		if fresh := Parse(r); !sameDoc(d, fresh) {
			t.Fatalf("a warm parser reads %s, a fresh one %s", marked(d), marked(fresh))
		}
	})
}

func TestAnyStringKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkDoc(t, Parse(report(strings.ToValidUTF8(rapid.String().Draw(t, "text"), "?"))))
	})
}

func sameDoc(a, b *Doc) bool {
	same := func(x, y any) bool {
		return reflect.ValueOf(x).Len() == 0 && reflect.ValueOf(y).Len() == 0 || reflect.DeepEqual(x, y)
	}
	return same(a.Tokens, b.Tokens) && same(a.Sentences, b.Sentences) && same(a.Quotes, b.Quotes) && same(a.Breaks, b.Breaks)
}
