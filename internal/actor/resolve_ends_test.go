package actor

import "testing"

// Where a name ends, and what is no part of it: rules 13 and 14 of statements.md.
func TestEndsOfNames(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"addressee behind an unnamed speaker", `⟦an unnamed official to Harbour Online⟧ said so.`, "unnamed official"},
		{"whose officer", `⟦the chief technology officer for Nordal⟧ said so.`, "chief technology officer"},
		{"whose spokesman", `⟦A spokesman for the harbour⟧ said so.`, "spokesman for the harbour"},
		{"what was made by somebody", `⟦Early results of the exit poll conducted by Nordal⟧ showed so.`, "Early results of the exit poll"},
		{"this", `A lawsuit was filed. ⟦This lawsuit⟧ claims so.`, "lawsuit"},
		{"a forename that is a title too", `⟦Dean Marn, the co-director of Nordal,⟧ said so. ⟦Marn⟧ said it again.`, "Dean Marn; Dean Marn"},
		{"a dean", `⟦The dean Lev Marn⟧ said so.`, "Lev Marn"},
		{"a title of honour", `⟦Datuk Seri Lev Tian Marn, a minister,⟧ said so. ⟦He⟧ added it.`, "Lev Tian Marn; Lev Tian Marn"},
		{"two kinds of documents", `according to ⟦media reports and statistics⟧ it is so.`, "media reports and statistics"},
		{"newspaper by its first word", `A man told the newspaper Karskeru Daily. ⟦Karskeru⟧ reported it.`, "Karskeru Daily"},
		{"two letters exchanged", `⟦Lena Demirel⟧ said so. ⟦Demriel⟧ promised it.`, "Lena Demirel; Lena Demirel"},
		{"words in brackets before a noun", `⟦[Lev Marn’s] wife⟧ said so.`, "Lev Marn’s wife"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
