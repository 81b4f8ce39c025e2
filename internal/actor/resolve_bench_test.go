package actor

import (
	"strings"
	"testing"
)

// report is a paragraph of news in the invented world; the bench repeats it.
const benchParagraph = `Merovian Foreign Minister Bela Torn said on Tuesday that several leaders had approached him about talks to end the war over Tesmar. ⟦He⟧ said that Stonegate was ready for dialogue. ⟦Torn⟧ told reporters in Tavel that the Continental Forum, ⟦which⟧ offered to mediate, had not replied. According to ⟦Haldeni officials⟧, the Amber House is “worried that the corridor will close”. Judge Mila Sarne, a lawyer by training, wrote to President Marek Dorn, and ⟦the Valdorian leader⟧ answered. ⟦She⟧ was not pleased, ⟦a leaked letter⟧ says.
`

func BenchmarkResolve(b *testing.B) {
	d := worldDirectory(b)
	m := readMarked(strings.Repeat(benchParagraph, 8))
	b.SetBytes(int64(len(m.doc.Report.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Resolve(m.doc, m.sources)
	}
}

func BenchmarkScan(b *testing.B) {
	d := worldDirectory(b)
	m := readMarked(strings.Repeat(benchParagraph, 8))
	b.SetBytes(int64(len(m.doc.Report.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Scan(m.doc)
	}
}
