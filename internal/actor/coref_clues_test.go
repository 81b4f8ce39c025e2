package actor

import "testing"

// Who a pronoun means by grammar and by the course of the talk.
func TestPronounClues(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"he, not who is named beside him", `⟦Petr Hollan⟧ said ⟨so⟩. Adrian Kell was late. "⟨It is cold⟩," ⟦he⟧ said of Kell.`, "Petr Hollan; Petr Hollan"},
		{"he, not when who is named asked", `⟦Petr Hollan⟧ said ⟨so⟩. Adrian Kell was late. "⟨It is cold⟩," ⟦he⟧ said when Kell asked.`, "Petr Hollan; Petr Hollan"},
		{"he, whose name follows", `Petr Hollan met Adrian Kell. As ⟦he⟧ said, Hollan was late.`, "Petr Hollan"},
		{"he, whom the speaker of the quotation talks about", `Petr Hollan left. ⟦Adrian Kell⟧ said: ⟨"Hollan came at noon. ⟦He⟧ said it was cold."⟩`, "Adrian Kell; Petr Hollan"},
		{"she in brackets", `Petra Hollan left. ⟦Lena Kell⟧ said ⟨"it was late when [⟦she⟧] said so"⟩.`, "Lena Kell; Lena Kell"},
		{"who was asked", `⟦Adrian Kell⟧ asked Petr Hollan ⟨how high it was⟩.
"⟨It is high⟩," ⟦he⟧ told the crowd.`, "Adrian Kell; Petr Hollan"},
		{"who asked somebody to do something", `⟦Adrian Kell⟧ asked Petr Hollan ⟨to leave⟩. ⟦He⟧ said ⟨it was late⟩.`, "Adrian Kell; Adrian Kell"},
		{"subject of the sentence before", `Adrian Kell, whom they call Kell, came. Kell sat. Kell left. ⟦Kell⟧ said ⟨it was late⟩.` + "\n" + `Petr Hollan doubted that. ⟦He⟧ called ⟨it early⟩.`, "Adrian Kell; Petr Hollan"},
		{"they who said it together", `⟦Lev Marn and Petr Hollan⟧ said ⟨it was late⟩. ⟦They⟧ added ⟨that it rained⟩. Adrian Kell sat. "⟨It is cold⟩," ⟦they⟧ said.`, "Lev Marn and Petr Hollan; Lev Marn and Petr Hollan; Lev Marn and Petr Hollan"},
		{"they, not one of two bodies", `⟦Norcom Inc. and Veltrix Corp.⟧ said ⟨it was late⟩. ⟦They⟧ added ⟨that it rained⟩.`, "Norcom Inc. and Veltrix Corp.; Norcom Inc. and Veltrix Corp."},
		{"they, others than who said it together", `⟦Lev Marn and Petr Hollan⟧ said ⟨it was late⟩. Some fishermen doubted that. ⟦They⟧ called ⟨it early⟩.`, "Lev Marn and Petr Hollan; some fishermen"},
		{"Mrs.", `Mrs. Brenn met Petr Hollan. Robin Brenn was late, beside her husband, Mrs. Brenn said. ⟦He⟧ said ⟨so⟩.`, "Petr Hollan"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}

// Who is quoted inside a quotation does not go on speaking around it.
func TestPronounAfterNested(t *testing.T) {
	d := worldDirectory(t)
	m := readMarked(`⟦Isko Tarrel⟧ said: ⟨"We like Lev Marn. Marn is no fool. Marn came. Marn left. Once ⟦Marn⟧ said ⟨it was late⟩."⟩ The words were for all, ⟦he⟧ said, ⟨"who ask"⟩.`)
	outer, inner := &m.sources[0], &m.sources[1]
	outer.Content, inner.Content, inner.Within = inner.Content, outer.Content, 0
	if got := d.Resolve(m.doc, m.sources)[2].Speaker.Name; got != "Isko Tarrel" {
		t.Errorf("got %q", got)
	}
}
