package when

import (
	"strings"
	"testing"

	"parley/internal/news"
)

// TestDaysOfGatherings holds reports that quote one participant of a conference or of talks
// after the other, and occasions that begin a sentence of several clauses. Of each case the
// last statement counts.
func TestDaysOfGatherings(t *testing.T) {
	const lead = "A conference of fishing towns in Port Sorrel on Monday agreed on a plan for old nets.\n"
	const may = "The month-long conference of the fishing towns of Merovia was concluded in May this year.\n"
	const speech = "In a speech today, Minister Kell did not name the harbour, and he {1 Ana Kell|said} [1 it was late]."
	for _, c := range [][2]string{
		{lead + "Ana Kell, the minister, {1 Ana Kell|said} that [1 it was late].", "2031-11-17 on Monday"},
		{lead + "Ana Kell {1 Ana Kell|said} that [1 it was late].\nShe {2 Ana Kell|added} that [2 it was so].", "2031-11-17 on Monday"},
		{may + "Ana Kell {1 Ana Kell|said} that [1 it was late].\nShe {2 Ana Kell|added} that [2 it was so].", "2031-05-01..2031-05-31 in May this year"},
		{lead + "“[1 It is late],” Kell {1 Ana Kell|said}.\nKell {2 Ana Kell|said} at a press conference that [2 it was so].", "2031-11-17 on Monday / press conference: a press conference"},
		{lead + "At the conference, the towns {1 towns|said} that [1 it was late].", "2031-11-17 on Monday / meeting: the conference"},
		{"Ana Kell {1 Ana Kell|said} [1 it was late].\n" + lead + "It rained.", ""},
		{lead + "Merovia {1 Merovia|said} that [1 it was late].", ""},
		{lead + "Ana Kell {1 Ana Kell|told} the Tarn Post that [1 it was late].", ""},
		{lead + "Ana Kell {1 Ana Kell|told} Lume24 [1 it was late]. She {2 Ana Kell|said} [2 it was so].", ""},
		{lead + "Ana Kell {1 Ana Kell|has said} that [1 it was late].", ""},
		{lead + "Ana Kell {1 Ana Kell|said} in an interview that [1 it was late].", "/ interview: an interview"},
		{lead + "Nets were burnt last week. {1 Ana Kell|According to} Ana Kell, [1 it was late].", ""},
		{lead + "In Tarn, Ana Kell {1 Ana Kell|said} that [1 it was late].", ""},
		{lead + "Ana Kell {1 Ana Kell|said} that [1 it was late], as nets had burnt last week.", ""},
		{"Ahead of a conference of fishing towns in Port Sorrel on Monday, the nets of Tarn were sold.\nAna Kell {1 Ana Kell|said} [1 it was late].", ""},
		{"The minister of Merovia held a press conference on Monday on the nets.\nAna Kell {1 Ana Kell|said} [1 it was late].", ""},
		{"The fishing towns of Merovia will hold a conference on the nets on Monday next week.\nAna Kell {1 Ana Kell|said} [1 it was late].", ""},
		{lead + "Ana Kell, an analyst, {1 Ana Kell, an analyst|said} [1 it was late].", ""},
		{lead + "The Merovian Union {1 The Merovian Union|said} [1 it was late].", ""},
		{lead + "The delegates {1 The delegates|said} [1 it was late].", "2031-11-17 on Monday"},
		{lead + "Minister Kell {1 Minister Kell|said} [1 it was late].", "2031-11-17 on Monday"},
		{speech, "2031-11-20 today / speech: a speech"},
		{speech + "\n“[2 It is],” Kell {2 Ana Kell|said}.", "2031-11-20 today / speech: a speech"},
		{"In a speech, Minister Kell did not name the harbour, and he {1 Ana Kell|said} [1 it was late].", "/ speech: a speech"},
	} {
		m := parseMarked(t, c[0])
		for i := range m.in {
			a := &m.in[i]
			if k := strings.LastIndex(m.text, a.Name); k >= 0 {
				a.Source = news.Span{Start: k, End: k + len(a.Name)}
			}
		}
		got := Days(m.doc(), m.in, mustDay(t, "2031-11-20"))
		if got := got[len(got)-1].describe(m.text); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}
