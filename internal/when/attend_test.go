package when

import (
	"strings"
	"testing"

	"parley/internal/news"
)

// TestDaysOfCeremonies holds ceremonies and visits that a report tells of, and what is quoted
// from there. Of each case the last statement counts; its source is where its name stands last.
func TestDaysOfCeremonies(t *testing.T) {
	const lead = "The minister Ana Kell headed a ceremony for the new ferry in Port Sorrel on Monday.\n"
	const tour = "Ana Kell visited Port Sorrel on Monday.\nKell {1 Ana Kell|said} [1 it was late].\n"
	const protest = "Hundreds of fishers came to a protest against the new ferry in Port Sorrel on Monday.\n"
	const rally = "The minister Ana Kell spoke at a rally for the new ferry in Port Sorrel on Monday.\n"
	for _, c := range [][2]string{
		{lead + "It rained.\nIt rained.\nIt rained.\nKell {1 Ana Kell|said} [1 it was late].", "2031-11-17 on Monday"},
		{lead + "Lev Dorn was also at the ceremony. Dorn {1 Lev Dorn|said} [1 it was late].", "2031-11-17 on Monday"},
		{lead + "Lev Dorn {1 Lev Dorn|said} [1 it was late].", ""},
		{lead + "Lev Dorn boycotted the ceremony. Dorn {1 Lev Dorn|said} [1 it was late].", ""},
		{lead + "Lev Dorn, who knows the ceremony, {1 Lev Dorn|said} [1 it was late].", ""},
		{"Ana Kell and Lev Dorn took part Monday in their first debate in Port Sorrel.\nIt rained.\nIt rained.\nIt rained.\nDorn {1 Lev Dorn|said} [1 it was late].", "2031-11-17 Monday"},
		{"Íris Kell arrived in Port Sorrel today.\nKell {1 Íris Kell|said} [1 it was late].", "2031-11-20 today"},
		{"Inspectors of Merovia arrived today.\nMerovia {1 Merovia|said} [1 it was late].", ""},
		{tour + "At a press conference, Kell {2 Ana Kell|said} [2 it was so].", "2031-11-17 on Monday / press conference: a press conference"},
		{tour + "During her meeting with Dorn, Kell {2 Ana Kell|said} [2 it was so].", "2031-11-17 on Monday / meeting: her meeting with Dorn"},
		{tour + "In an interview, Kell {2 Ana Kell|said} [2 it was so].", "/ interview: an interview"},
		{tour + "It rained.\nIt rained.\nIt rained.\nAt a press conference, Kell {2 Ana Kell|said} [2 it was so].", "/ press conference: a press conference"},
		{"[1 It is late], Kell {1 Ana Kell|said} during her Monday visit to Tarn.\nAfter her meeting with Dorn, Kell {2 Ana Kell|said} [2 it was so].", "2031-11-17 Monday / visit: her Monday visit to Tarn"},
		{"The ferry sank with forty people aboard on 3 March, and Minister Lev Marn has led the inquiry since.\nMarn {1 Lev Marn|said} that [1 it was late].", ""},
		{"Thousands joined a march for the nets in Port Sorrel on Monday, and Minister Lev Marn led it.\nMarn {1 Lev Marn|said} that [1 it was late].", "2031-11-17 on Monday"},
		{"During March, Kell {1 Kell|said} [1 it was late].", "2031-03-01..2031-03-31 During March"},
		{"On 3 March, the Fish Office released two seals. The Office {1 Fish Office|said} [1 they are new].", ""},
		{protest + "Lev Dorn met the protesters. Dorn {1 Lev Dorn|said} [1 it was late].", ""},
		{protest + "Lev Dorn joined the protest. Dorn {1 Lev Dorn|said} [1 it was late].", "2031-11-17 on Monday"},
		{rally + "Lev Dorn literally danced at the rally. Dorn {1 Lev Dorn|said} [1 it was late].", "2031-11-17 on Monday"},
		{rally + "A rally is loud, but Lev Dorn danced at the rally. Dorn {1 Lev Dorn|said} [1 it was late].", "2031-11-17 on Monday"},
		{tour + "Kell {2 Ana Kell|said} at a meeting in Tarn [2 it was so].", "/ meeting: a meeting"},
		{tour + "Kell {2 Ana Kell|said} at a meeting in Port Sorrel [2 it was so].", "2031-11-17 on Monday / meeting: a meeting"},
		{tour + "In Tarn, Kell {2 Ana Kell|said} at a meeting [2 it was so].", "/ meeting: a meeting"},
		{tour + "In Port Sorrel, Kell {2 Ana Kell|said} at a meeting [2 it was so].", "2031-11-17 on Monday / meeting: a meeting"},
		{"Ana Kell visited Port Sorrel on Monday, where Kell {1 Ana Kell|said} at a press conference [1 it was late].", "2031-11-17 on Monday / press conference: a press conference"},
		{"Ana Kell visited Port Sorrel on Monday. Kell {1 Ana Kell|said} at a meeting in Tarn [1 it was late].", "/ meeting: a meeting"},
		{tour + "At a press conference, Kell {2 Ana Kell|said} [2 it was so].\nKell {3 Ana Kell|said} at a meeting in Tarn [3 it was].", "/ meeting: a meeting"},
	} {
		if got := lastDay(t, c[0]); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}

// TestDaysOfClauses holds days that stand in another clause than the cue, or in its own after
// words that belong to another.
func TestDaysOfClauses(t *testing.T) {
	for _, c := range [][2]string{
		{"In a land where words are rare, Kell on Sunday {1 Kell|said} [1 it was late].", "2031-11-16 on Sunday"},
		{"The plan was old when, on Sunday, Kell {1 Kell|said} [1 it was late].", "2031-11-16 on Sunday"},
		{"Kell, who was ill on Sunday, {1 Kell|said} [1 it was late].", ""},
		{"The plan on Sunday came after the Merovian Union {1 Merovian Union|said} [1 it was late].", ""},
		{"The plan was made on Sunday after, Kell {1 Kell|said}, [1 it was late].", ""},
		{"The plan sank on Sunday, which Kell {1 Kell|said} [1 was late].", ""},
		{"On Sunday, after the storm, Kell {1 Kell|said} [1 it was late].", "2031-11-16 On Sunday"},
		{"Kell visited Tarn over the weekend and {1 Kell|told} reporters [1 it was late].", "2031-11-15..2031-11-16 over the weekend"},
		{"In a message which aired today on Lume24, Kell {1 Kell|said} [1 it was late].", "2031-11-20 today / broadcast: a message"},
		{"In a message which Dorn heard today, Kell {1 Kell|said} [1 it was late].", "/ broadcast: a message"},
		{"Monday's ruling on the nets {1 Monday's ruling on the nets|ordered} that [1 they be sold].", "2031-11-17 Monday"},
		{"Monday's winner of the race {1 Monday's winner of the race|said} that [1 it was late].", ""},
		{"In a May 2030 speech at Tarn University, the president Ana Kell was shouted down. Kell {1 Ana Kell|said} [1 it was late].", "2030-05-01..2030-05-31 May 2030 / speech: a May 2030 speech"},
		{"“[1 It is],” Kell {1 Kell|said} in 2030. Kell {2 Kell|added} [2 it was late].", "2030-01-01..2030-12-31 in 2030"},
		{"Kell {1 Kell|said} in 2030 [1 it was late]. Dorn {2 Dorn|asked} [2 why]. Kell {3 Kell|said} [3 it was late].", ""},
		{"“[1 It is],” Kell {1 Kell|said} in 2030. Kell {2 Kell|says} [2 it is late].", ""},
		{"“[1 It is],” Kell {1 Kell|said} in 2030.\nKell {2 Kell|said} [2 it was late].", ""},
		{"Kell worked for Tarn from 2020 to 2025 and {1 Kell|told} Lume24 [1 it was late].", ""},
		{"The plan was filed on Monday with the Merovian Union, which waited, {1 Merovian Union|saying} [1 it was late].", ""},
		{"On Monday the Merovian Union, which had waited, {1 Merovian Union|said} [1 it was late].", "2031-11-17 On Monday"},
		{"The old plan was dropped by the council yesterday, who {1 who|claim} [1 it was late].", ""},
		{"Kell kept the papers released today; {1 Kell|arguing} [1 it was late].", ""},
		{"With the harbour due to close, on Monday Kell {1 Kell|said} [1 it was late].", "2031-11-17 on Monday"},
		{"Kell, due in Tarn next month, on Monday {1 Kell|said} [1 it was late].", "2031-11-17 on Monday"},
		{"A vote is due today, with Dorn {1 Dorn|saying} [1 it was late].", ""},
		{"Kell is due to meet Dorn today. Dorn {1 Dorn|said} [1 it was late].", ""},
		{"Kell {1 Kell|replied} on Sunday, [1 {2 Kell@1|saying} [2 it was late]].", "2031-11-16 on Sunday"},
		{"Kell {1 Kell|said} on Sunday [1 it was late]. Kell {2 Kell|vowed} never [2 to go].", "2031-11-16 on Sunday"},
		{"On Sunday, Kell gave a warning. In the warning, it rained. Kell {1 Kell|said} [1 it was late].", "2031-11-16 On Sunday"},
		{"Last month Tarn fell. A report issued two weeks earlier {1 report|said} [1 it was late].", ""},
		{"On 14 October Tarn fell. A report issued two weeks earlier {1 report|said} [1 it was late].", "2031-09-29..2031-10-05 two weeks earlier"},
	} {
		if got := lastDay(t, c[0]); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}

// lastDay is the day of the last statement of a marked text.
func lastDay(t *testing.T, s string) string {
	m := parseMarked(t, s)
	for i := range m.in {
		a := &m.in[i]
		before, name := m.text[:a.Cue.Start], a.Name
		if !strings.HasSuffix(before, name+" ") {
			name = name[strings.LastIndexByte(name, ' ')+1:]
		}
		k := strings.LastIndex(before, name)
		a.Source = news.Span{Start: k, End: k + len(name)}
	}
	got := Days(m.doc(), m.in, mustDay(t, "2031-11-20"))
	return got[len(got)-1].describe(m.text)
}
