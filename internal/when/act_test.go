package when

import (
	"testing"
)

// TestDaysOfActs holds what a report tells of its speakers between their statements.
func TestDaysOfActs(t *testing.T) {
	for _, c := range [][2]string{
		{"Kell met Dorn in Port Sorrel on Monday. “[1 It is late],” Dorn {1 Dorn|said}.", "2031-11-17 on Monday"},
		{"Kell criticised the harbour on Monday. He {1 Kell|said} [1 it was late].", "2031-11-17 on Monday"},
		{"Kell criticised Dorn on Monday. Dorn {1 Dorn|said} [1 it was late].", ""},
		{"Kell criticised Dorn on Monday. He {1 Kell|says} [1 it is late].", ""},
		{"In October Kell {1 Kell|spoke of} [1 old nets]; {2 Kell|adding} that [2 it was late].", "2031-10-01..2031-10-31 In October"},
		{"In a letter from Monday, Kell {1 Kell|said} [1 it was late]. The letter {2 letter|says} [2 it is].", "2031-11-17 from Monday / article: a letter"},
		{"Kell {1 Kell|told} a news conference on Monday that [1 it was late]. At the same news conference, Dorn {2 Dorn|said} [2 it was].", "2031-11-17 on Monday / press conference: the same news conference"},
		{"Kell was criticised on Monday. He {1 Kell|said} [1 it was late].", ""},
		{"Kell bought a boat on Monday. He {1 Kell|said} [1 it was late].", ""},
		{"Kell, who met Dorn on Monday, is ill. He {1 Kell|said} [1 it was late].", ""},
		{"Kell will meet Dorn at a meeting on Friday. He {1 Kell|said} [1 it was late].", ""},
		{"Kell, who will turn sixty, met Dorn on Monday. Dorn {1 Dorn|said} [1 it was late].", "2031-11-17 on Monday"},
		{"Kell will turn sixty soon, but met Dorn on Monday. Dorn {1 Dorn|said} [1 it was late].", "2031-11-17 on Monday"},
		{"Kell, due in Tarn next month, met Dorn on Monday. Dorn {1 Dorn|said} [1 it was late].", "2031-11-17 on Monday"},
		{"Kell will, with a guest, hold talks with Dorn today. Dorn {1 Dorn|said} [1 it was late].", ""},
		{"Kell, the minister, will hold a dinner, a ball and talks with Dorn today. Dorn {1 Dorn|said} [1 it was late].", ""},
		{"Kell, who will hold talks with Dorn today, is ill. Dorn {1 Dorn|said} [1 it was late].", ""},
		{"In October, Kell met Dorn, who {1 Dorn|said} [1 it was late].", "2031-10-01..2031-10-31 In October"},
		{"Kell spoke to the Senate yesterday. He {1 Kell|has said} [1 it was late].", ""},
		{"Kell defended the plan before the Merovian Senate yesterday. He {1 Kell|said} [1 it was late].", "2031-11-19 yesterday"},
		{"Kell defended the plan before the vote yesterday. He {1 Kell|said} [1 it was late].", ""},
		{"On Monday, the Fish Office released a report on nets. The report {1 Fish Office report|said} [1 they are new].", "2031-11-17 On Monday"},
		{"On Monday, the Fish Office released a report on nets.\nIt rained.\nIt rained.\nIt rained.\nThe report {1 Fish Office report|said} [1 they are new].", "2031-11-17 On Monday"},
		{"On Monday, the Fish Office released two seals. The Office {1 Fish Office|said} [1 they are new].", ""},
		{"Kell said nothing new.\nToday, Kell gave a warning. “[1 It is late],” he {1 Kell|said} in a statement.", "2031-11-20 Today / statement: a statement"},
		{"Kell defended the plan on Monday.\nIt rained.\nIt rained.\nIt rained.\nKell {1 Kell|said} [1 it was late].", ""},
		{"Kell {1 Kell|said} on Wednesday [1 it was late]. Kell had met Dorn on Monday. He {2 Kell|said} [2 it was so].", "2031-11-19 on Wednesday"},
		{"A shop has boats, as seen here; Kell yesterday {1 Kell|said} [1 it was late].", "2031-11-19 yesterday"},
		{"Kell spoke to Dorn on Friday. He {1 Kell|said} [1 it was late].", "2031-11-14 on Friday"},
	} {
		m := parseMarked(t, c[0])
		got := Days(m.doc(), m.in, mustDay(t, "2031-11-20"))
		if got := got[len(got)-1].describe(m.text); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}
