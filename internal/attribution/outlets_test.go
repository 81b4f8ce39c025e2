package attribution_test

import "testing"

// TestOutlets holds where a source begins and ends that numbers or signs stand in.
func TestOutlets(t *testing.T) {
	checkStatements(t, [][2]string{
		{`The nets are old, according to a Lume Herald/KBC News survey released on Friday.`, `a Lume Herald/KBC News survey > according to > The nets are old | indirect`},
		{`The nets and/or the boats are late, Kell said.`, `Kell > said > The nets and/or the boats are late | indirect`},
		{`The nets are old, according to a poll of 400 registered sailors.`, `a poll of 400 registered sailors > according to > The nets are old | indirect`},
		{`On Friday, families of those injured by the storm urged the mayor to resign.`, `families of those injured by the storm > urged > to resign | indirect`},
		{`At the close of trade Thursday, Vonhak and Lume said the nets were old.`, `Vonhak and Lume > said > the nets were old | indirect`},
		{`Lena Kell on Friday blamed the press for making an issue out of Marn's claim, saying they were late.`, `Lena Kell > saying > they were late | indirect`},
	})
}
