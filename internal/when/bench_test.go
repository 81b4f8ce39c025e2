package when

import (
	"strings"
	"testing"

	"parley/internal/news"
)

const sample = `President Marek Dorn said on Wednesday that Valdoria was ready to return to the talks in Port Sorrel, provided that the shelling of Brenn ended first. ` +
	`The foreign minister of Merovia, Adrian Kell, told journalists during a press conference that his country had never left the table, and that it expected the envoys to meet early next month. ` +
	`The two sides met for several rounds after the war began in March 2031, but the talks broke down over the status of the province. ` +
	`A spokeswoman for the Continental Forum declined to comment on the reports, which were first published by the Tavel Morning Post. `

// find reads the expressions of a whole text into dst.
func find(dst []Expr, text string) []Expr {
	p := parser{lex: words(), text: text, pub: news.Day{Year: 2031, Month: 11, Date: 20}}
	return p.in(news.Span{End: len(text)}, dst)
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(sample, 20)
	dst := make([]Expr, 0, 256)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = find(dst[:0], text)
	}
}

func BenchmarkDays(b *testing.B) {
	m := parseMarked(b, "On Wednesday, Dorn {1 Dorn|said} in an interview with HBC that [1 Valdoria was ready to return to the talks in Port Sorrel].\n"+
		"“[2 We have waited],” he {2 Dorn|added}, {3 Dorn|warning} that [3 the winter was near].\n"+strings.Repeat(sample, 4))
	doc := m.doc()
	pub := news.Day{Year: 2031, Month: 11, Date: 20}
	b.SetBytes(int64(len(m.text)))
	b.ReportAllocs()
	for b.Loop() {
		Days(doc, m.in, pub)
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	dst := make([]Expr, 0, 64)
	if n := testing.AllocsPerRun(20, func() { dst = find(dst[:0], sample) }); n != 0 {
		t.Errorf("%v allocations a run", n)
	}
}
