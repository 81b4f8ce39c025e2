package when

import "testing"

// TestDaysOfOpenings: what a report opens with dates what it quotes from the persons who
// did it, whatever they did, and from nobody else.
func TestDaysOfOpenings(t *testing.T) {
	for _, c := range [][2]string{
		{"With two weeks to go until the vote, Ana Kell took a detour from the harbour on Monday to see old nets.\nIt was late, and it rained.\nThe nets are “[1 very old],” Kell {1 Ana Kell|said}.", "2031-11-17 on Monday"},
		{"Ana Kell and Minister Jon Dorn of the Plains Union stood side by side on Monday to count the old nets.\nThe nets are “[1 very old],” Dorn {1 Jon Dorn|said}.", "2031-11-17 on Monday"},
		{"On Monday, Ana Kell went on the offensive and counted all the old nets.\nThe nets are “[1 very old],” Kell {1 Ana Kell|said}.", "2031-11-17 On Monday"},
		{"Ana Kell took a detour from the harbour on Monday to count nets with Jon Dorn.\nThe nets are “[1 very old],” Dorn {1 Jon Dorn|said}.", ""},
		{"Ana Kell took a detour from the harbour on Monday to count the old nets.\nThe nets “[1 were new],” Kell {1 Ana Kell|has said}.\nThe nets are “[2 very old],” Kell {2 Ana Kell|said}.", "2031-11-17 on Monday"},
		{"Ana Kell took a detour from the harbour on Monday to count the old nets.\nIn a speech to the Fish Office, Kell {1 Ana Kell|said} [1 they are old].", "2031-11-17 on Monday / speech: a speech to the Fish Office"},
		{"On Monday the Fish Office took a detour from all its rules to count old nets.\nThe nets are “[1 very old],” the Fish Office {1 Fish Office|said}.", ""},
		{"Norcan Corp. took a detour from all its rules on Monday to count the old nets.\nThe nets are “[1 very old],” Norcan {1 Norcan Corp.|said}.", ""},
		{"Ana Kell, who lost her boat in the harbour on Monday, counts all the old nets.\nThe nets are “[1 very old],” Kell {1 Ana Kell|said}.", ""},
		{"Ana Kell will take a detour from the harbour on Monday to count all the old nets.\nThe nets are “[1 very old],” Kell {1 Ana Kell|said}.", ""},
		{"Since Monday, Ana Kell has taken detours from the harbour to count the old nets.\nThe nets are “[1 very old],” Kell {1 Ana Kell|said}.", ""},
		{"The trial of Ana Kell for counting old nets began on Monday in the harbour.\nThe nets are “[1 very old],” Kell {1 Ana Kell|said}.", ""},
		{"Ana Kell took a detour from the harbour on Monday to count the old nets.\nIn an interview with the Fish Office, Kell {1 Ana Kell|said} [1 they are old].", "/ interview: an interview with the Fish Office"},
		{"One.\nIt was late, and it rained on all of the old nets.\nIt was late, and it rained on all of the new nets.\nIt was late, and it rained on some of the old nets.\nAna Kell took a detour from the harbour on Monday to count the old nets.\nThe nets are “[1 very old],” Kell {1 Ana Kell|said}.", ""},
	} {
		if got := lastDay(t, c[0]); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}
