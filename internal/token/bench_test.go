package token

import (
	"strings"
	"testing"

	"parley/internal/news"
)

// sample is an invented report; the benchmarks and the test of allocations repeat it.
const sample = `Merovia's Foreign Minister Adrian Kell said on Tuesday that his country was "ready for talks at any time", but that Valdoria's demands were too high.
“We have never refused to talk. The guards’ families, the farmers along the Lume and our friends in Halden all know it,” Kell told reporters at Stonegate. “Those who say ‘Merovia does not want peace’ have not read what we wrote on Nov. 16.”
In Karsk, presidential spokesman Petr Hollan called the offer “a trick [by those who broke the ceasefire]” and said the 1,200 prisoners – among them Lt. Col. R. Brandt – had to be freed first, according to Meridian Press. About 60% of them have been held since the U.S.-style courts of Brenn opened in 2031.
Gen. Viktor Aman, who led the army in the '30s campaign, added that talks without conditions were "out of the question" … The Continental Forum's Secretary-General Paul Okoro urged both sides to meet by 5 p.m. Friday at the latest. "Why wait?" he asked. "We are ready. Are you?"
“The corridor must open,” said Oskar Lind, Halden's special envoy. “Grain worth $60m is rotting in Port Sorrel.
“If it does not, there will be no second round of talks,” he said.
`

func sampleReport(n int) *news.Report { return report(strings.Repeat(sample, n)) }

func TestWarmParserAllocatesNothing(t *testing.T) {
	var p Parser
	r := sampleReport(20)
	p.Parse(r)
	if n := testing.AllocsPerRun(10, func() { p.Parse(r) }); n > 0 {
		t.Errorf("%v allocations in a warm parser, want 0", n)
	}
}

// oneLine is a report of one passage that repeats unit to n bytes.
func oneLine(unit string, n int) *news.Report {
	text := strings.Repeat(unit, n/len(unit))
	return &news.Report{Text: text, Passages: []news.Passage{{Kind: news.Body, Span: news.Span{End: len(text)}}}}
}

// TestMillionMarks and TestLongRuns would not end in the time of a test run if any of
// the texts cost more than linear time.
func TestMillionMarks(t *testing.T) {
	var p Parser
	for _, unit := range []string{`"`, `'`, `“`, `" `, `'a `} {
		n := 1_000_000 * len(unit)
		if got := len(p.Parse(oneLine(unit, n)).Tokens); got > n || got == 0 {
			t.Errorf("%q: %d tokens", unit, got)
		}
	}
}

func TestLongRuns(t *testing.T) {
	var p Parser
	for _, unit := range []string{
		"“ ", "”", "‘a ", "’", `a' `, `"a `, `a" `, `"a" `, `"'`, "“‘", "“a ‘b ", "« ", "``", "''a ", `."`, `. "A `, `6" `, `'90s `,
		"a.", "ab.cd", "A.", "A. ", ". ", "[", "[a]", "(", ".(", "a-", "'n", "www.", "Jan. ", ",", "\u200b", "é", "a’",
	} {
		checkDoc(t, p.Parse(oneLine(unit, 1<<17)))
	}
}

func TestManyPassages(t *testing.T) {
	var p Parser
	for _, line := range []string{"“A.\n", "junk| x\n", "“A.\njunk| x\n", "quote| a\n", "a”\n", " \n"} {
		checkDoc(t, p.Parse(report(strings.Repeat(line, 1<<14))))
	}
}

func BenchmarkParse(b *testing.B) {
	var p Parser
	r := sampleReport(20)
	p.Parse(r)
	b.SetBytes(int64(len(r.Text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(r)
	}
}

func BenchmarkParseMarks(b *testing.B) {
	var p Parser
	r := report(strings.Repeat(`“a" 'b' `, 1<<17))
	p.Parse(r)
	b.SetBytes(int64(len(r.Text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(r)
	}
}
