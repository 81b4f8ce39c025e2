package actor

import "testing"

// Sources whose words hold the name beside something that is no part of it, and groups told again
// by a number or a kinship.
func TestWhoOfSeveralWords(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"surname that is a word of newspapers, apposed", `⟦Valdorian Ambassador to Merovia, Sun Brevik⟧, said so.`, "Sun Brevik"},
		{"apposed, of states nobody knows", `Hollis Grey, Norrian envoy to the talks, came. ⟦Norrian Ambassador to Tarnia, Sun Orvo⟧, said so.`, "Sun Orvo"},
		{"apposed, of states nobody knows, in small letters", `Hollis Grey, Norrian envoy to the talks, came. ⟦the Norrian ambassador to Tarnia, Oskar Brenn⟧, said so.`, "Oskar Brenn"},
		{"no agency is a ministry", `Lena Kell spoke to Interfax. ⟦the ministry⟧ said so. The Fisheries Ministry met. ⟦the ministry⟧ agreed.`, "ministry; Fisheries Ministry"},
		{"polls", `⟦Public opinion polls⟧ say so. ⟦Exit polls⟧ agreed. ⟦Press reports⟧ too. ⟦News reports⟧ did not.`, "public opinion polls; Exit polls; press reports; News reports"},
		{"body before a name", `⟦Harbour Watch Lena Kell, reporter for the Gazette⟧, said so.`, "Lena Kell"},
		{"body before a name of an unknown forename", `⟦Harbour International Isko Tarrel, reporter for the Gazette⟧, said so.`, "Isko Tarrel"},
		{"known body before a name", `⟦Continental Forum Isko Tarrel, reporter for the Gazette⟧, said so.`, "Isko Tarrel"},
		{"initials without brackets", `The Harbour Fishing Control Board met. ⟦The HFCB⟧ said so.`, "Harbour Fishing Control Board"},
		{"initials with small words", `The Authority of Karsk Fishing and Control was late. ⟦The AKFC⟧ said so.`, "Authority of Karsk Fishing and Control"},
		{"initials in of-phrase", `It is run by the Lorn Financial Complaints Authority, which is new. ⟦the LFCA⟧ said so.`, "Lorn Financial Complaints Authority"},
		{"initials with a state", `Lev Marn of the Valdorian Financial Complaints Authority came. ⟦the VFCA⟧ said so.`, "Valdorian Financial Complaints Authority"},
		{"initials of small words and capitals", `The Continental Foundation for Sailors with BENDS met. ⟦The CFSB⟧ said so. Quorl Orchid Lovers met. ⟦The QOL⟧ agreed.`, "Continental Foundation for Sailors with BENDS; Quorl Orchid Lovers"},
		{"initials in brackets", `the Valdorian Financial Complaints Authority (VFCA) came. ⟦the VFCA⟧ said so.`, "Valdorian Financial Complaints Authority"},
		{"couple", `David and Lena Tarbell came. ⟦The couple⟧ said so.`, "David and Lena Tarbell"},
		{"father", `David and Lena Tarbell came. ⟦The father⟧ said so. ⟦The mother⟧ agreed.`, "David Tarbell; Lena Tarbell"},
		{"brothers", `The Quorl brothers, Adrian Quorl and Lev Quorl, came. ⟦The brothers⟧ said so.`, "Adrian Quorl and Lev Quorl"},
		{"brothers without names", `The Quorl brothers came. ⟦The brothers⟧ said so.`, "Quorl brothers"},
		{"some", `Residents left the harbour. ⟦Some⟧ said so. ⟦Others⟧ agreed.`, "residents; residents"},
		{"one", `Protesters met at noon. ⟦One⟧ said so.`, "protesters"},
		{"one of them", `Protesters met at noon. ⟦One of them⟧ said so. Two pilots came. ⟦One of them⟧ agreed.`, "one of the protesters; one of them"},
		{"brothers named later", `Lev Marn came. ⟦The brothers⟧ said so. Later the Quorl brothers left.`, "Quorl brothers"},
		{"one of them after another", `⟦One of the pilots⟧ said so. It rained. ⟦One of them⟧ agreed.`, "one of the pilots; one of the pilots"},
		{"brackets before the source", `In Halden(he asked for it) ⟦Carlos Brenning⟧ said so.`, "Carlos Brenning"},
		{"brackets inside the source", `⟦Halden(he asked for it) Carlos Brenning⟧ said so.`, "Carlos Brenning"},
		{"two names apposed", `⟦Two ex-agency operatives, Lev Marn and Lena Kell⟧, said so.`, "Lev Marn and Lena Kell"},
		{"two names apposed, in small letters", `⟦two former agency operatives, Lev Marn and Lena Kell⟧, said so.`, "Lev Marn and Lena Kell"},
		{"apostrophe", `⟦Sofie in 't Zand⟧ said so. ⟦In 't Zand⟧ agreed.`, "Sofie in 't Zand; Sofie in 't Zand"},
		{"apostrophe of van", `⟦Joost van 't Brink⟧ said so. ⟦Van 't Brink⟧ agreed. ⟦van 't Brink⟧ agreed.`, "Joost van 't Brink; Joost van 't Brink; Joost van 't Brink"},
		{"verb behind a surname", `Lev Tobrin came. ⟦Tobrin disputes⟧ it.`, "Lev Tobrin"},
		{"he, not the object", `Petr Hollan met Adrian Kell. ⟦He⟧ said so.`, "Petr Hollan"},
		{"he, not who came with him", `Petr Hollan spoke in Karsk. Petr Hollan came with Adrian Kell. ⟦He⟧ said so.`, "Petr Hollan"},
		{"he who spoke, not who is held talks with", `⟦Lev Marn⟧ said ⟨it was late⟩. The talks with Adrian Kell were held on Monday. ⟦He⟧ said so.`, "Lev Marn; Lev Marn"},
		{"he, the subject of the clause before", `In a speech today, Petr Hollan did not mention Adrian Kell, and ⟦he⟧ said so.`, "Petr Hollan"},
		{"he who spoke, not by whom", `⟦Lev Marn⟧ said ⟨it was late⟩. The talks held by Adrian Kell failed. ⟦He⟧ said so.`, "Lev Marn; Lev Marn"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
