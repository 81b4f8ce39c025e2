package actor

import "testing"

// Documents named with who made them, and shares of people: rule 14 of statements.md.
func TestDocumentsAndShares(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"short form of a poll of two", `according to ⟦a Lume Herald/KBC News survey⟧ it is so. ⟦The survey⟧ found it.`, "Lume Herald/KBC News survey; Lume Herald/KBC News survey"},
		{"poll of three, of a month", `according to ⟦May's Karsk Post/NBK/Vonhak polling⟧ it is so.`, "May's Karsk Post/NBK/Vonhak polling"},
		{"poll with a capital", `⟦The latest Lume Herald/Karsk University Poll⟧ showed so.`, "latest Lume Herald/Karsk University Poll"},
		{"a slash between persons", `⟦Marn/Kell supporters⟧ said so.`, "Marn/Kell supporters"},
		{"no document behind a slash", `A Lume Herald/KBC News crew left. ⟦Lume Herald⟧ said so.`, "Lume Herald"},
		{"rolling poll", `⟦A Vonhak rolling poll⟧ showed so. ⟦Vonhak⟧ denied it.`, "Vonhak rolling poll; Vonhak"},
		{"a plural behind a document", `⟦Audit files from the port⟧ showed so.`, "audit files"},
		{"out of", `⟦About four out of 10 voters⟧ said so. ⟦Five out of six⟧ denied it.`, "About four out of 10 voters; five out of six"},
		{"those asked", `⟦Thirty-one percent of those surveyed⟧ said so.`, "Thirty-one percent of those surveyed"},
		{"those injured", `⟦Families of those injured by the storm⟧ said so.`, "families of those injured by the storm"},
		{"short form of a poll of voters", `⟦An online poll of 800 likely voters⟧ showed so. ⟦The poll⟧ found it.`, "online poll of 800 likely voters; online poll of 800 likely voters"},
		{"a poll told of by the way", `The council held an online poll of 800 likely voters last May. ⟦The poll⟧ found it.`, "online poll of 800 likely voters"},
		{"statement of an office", `⟦A statement from Marn's office⟧ said so. Mayor Lev Marn left.`, "Marn's office"},
		{"a share who", `Mayor Lev Marn has foes, including 18% ⟦who⟧ say so, and one in five ⟦who⟧ deny it.`, "18%; one in five"},
		{"several shares", `⟦45% of farmers, 28% of sailors and 12% of clerks⟧ said so.`, "45% of farmers, 28% of sailors and 12% of clerks"},
		{"one share of two groups", `⟦45% of farmers and sailors in Karsk⟧ said so.`, "45% of farmers and sailors"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
