package actor

import "testing"

// Phrases that tell more of a person who has been named.
func TestDescribed(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"retired", `Lena Kell lost. ⟦The retired neurosurgeon⟧ said so. ⟦She⟧ added it.`, "Lena Kell; Lena Kell"},
		{"an age", `Lena Kell lost in the harbour. ⟦The 71-year-old⟧ said so.`, "Lena Kell"},
		{"an age with a noun", `Lena Kell lost. ⟦The 71-year-old banker⟧ said so.`, "Lena Kell"},
		{"another age", `Lena Kell, 34, lost. ⟦The 71-year-old driver⟧ said so.`, "71-year-old driver"},
		{"the age told", `Lena Kell, 71, lost. ⟦The 71-year-old⟧ said so.`, "Lena Kell"},
		{"somebody brought in since", `Lena Kell saw the teenager. ⟦The 17-year-old⟧ said so.`, "17-year-old"},
		{"somebody else's", `Lena Kell lost. ⟦The former tenant⟧ said so.`, "former tenant"},
		{"not who is in office", `Petr Hollan lost. ⟦The retired general⟧ said so.`, "retired general"},
		{"past role of another class", `Lena Kell, the former host of a show, lost. ⟦The tycoon⟧ said so.`, "Lena Kell"},
		{"told of before", `Lena Kell lost. A retired surgeon saw it. ⟦The retired surgeon⟧ said so.`, "retired surgeon"},
		{"whose", `Lena Kell lost. ⟦The retired surgeon who treated her⟧ said so.`, "retired surgeon"},
		{"in office", `Lena Kell lost. ⟦The judge⟧ said so.`, "judge"},
		{"of a nation", `Lena Kell lost. ⟦The Merovian⟧ said so.`, "Lena Kell"},
		{"of another nation", `Lena Kell, the Valdorian envoy, lost. ⟦The Merovian⟧ said so.`, "Merovian"},
		{"husband of the next", `Lena Kell was late. Alongside her husband, Mrs. Kell won. Beside his wife, Lev Marn won. ⟦She⟧ said so.`, "Lena Kell"},
		{"two alike near", `Lena Kell and Lev Marn lost. ⟦The retired surgeon⟧ said so.`, "retired surgeon"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
