package actor

import "testing"

// The sources of reports of conflict and talks.
func TestTalks(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"initials that the report itself explains", `⟦The Valdorian Ministry of Harbour Affairs (MHA)⟧ said so. ⟦The MHA⟧ added it.`, "Valdorian Ministry of Harbour Affairs; Valdorian Ministry of Harbour Affairs"},
		{"initials explained behind an of-phrase", `It rained on the Valdorian Ministry of Harbour Affairs (MHA). ⟦The MHA⟧ added it.`, "Valdorian Ministry of Harbour Affairs"},
		{"initials of a group", `The Front of Harbour Workers (FHW) left. ⟦The FHW⟧ added it.`, "Front of Harbour Workers"},
		{"a newspaper by what it is", "# ⟦Newspaper⟧ says so\nThe Merovian newspaper Sunday Telegraph has written it. ⟦The newspaper⟧ said so.", "Sunday Telegraph; Sunday Telegraph"},
		{"newspaper named in source", "⟦The Merovian newspaper Sunday Telegraph⟧ has written it. ⟦The newspaper⟧ said so.", "Sunday Telegraph; Sunday Telegraph"},
		{"one of the victims", `One of the victims from Karsk, who was old, told it. ⟦He⟧ said so.`, "one of the victims"},
		{"one of the victims of an unknown town", `One of the victims from Tarum Zidad, who was old, told it. ⟦He⟧ said so.`, "one of the victims"},
		{"a vice-president is no president", `President Marek Dorn spoke. ⟦The Vice-President of Valdoria⟧ said so. ⟦The Deputy Foreign Minister of Valdoria⟧ said so.`, "Vice-President of Valdoria; Deputy Foreign Minister of Valdoria"},
		{"a vice president is no president", `President Marek Dorn spoke. ⟦The Vice President of Valdoria⟧ said so. ⟦The vice president⟧ said it.`, "Vice President of Valdoria; Vice President of Valdoria"},
		{"its report", `The Continental Forum (CF) released its first-ever report, and a Halden group rejected the 9-page report. ⟦The CF report⟧ found so. ⟦The report⟧ read so.`, "CF report; CF report"},
		{"who behind a passive", `Lev Marn, the Valdorian envoy in Tavel, was recalled by the Valdorian government yesterday, ⟦who⟧ claim so.`, "Valdorian government"},
		{"a ministry's name turned round", `The Valdorian Ministry of Harbour Affairs spoke. ⟦Valdoria's Harbour Affairs ministry⟧ said so. ⟦Merovia's Harbour Affairs ministry⟧ denied it.`, "Valdorian Ministry of Harbour Affairs; Merovia's Harbour Affairs ministry"},
		{"counterpart", `⟦His Valdorian counterpart, Lev Marn⟧, said so.`, "Lev Marn"},
		{"speaker of a house", `⟦House of Representatives speaker Orvan Tesk⟧ said so. ⟦Bank of Valdoria governor Lev Marn⟧ said so.`, "Orvan Tesk; Lev Marn"},
		{"the rebel group", `The Karsk Liberation Front (KLF) attacked. ⟦The rebel group⟧ said so.`, "Karsk Liberation Front"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}

// Of "the statement said" the issuer speaks, where the report tells who it is.
func TestIssuers(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"possessor", `⟦Lena Kell's statement⟧ said so. ⟦The Valdorian government's statement⟧ said so.`, "Lena Kell; Valdorian government"},
		{"body's noun", `The Merovian cabinet met. The cabinet left. ⟦The cabinet statement⟧ said so.`, "Merovian cabinet"},
		{"by and from", `⟦A statement by the Harbour Council⟧ said so. ⟦The statement released by the Council⟧ said it. ⟦A statement from Lena Kell⟧ said so.`, "Harbour Council; Harbour Council; Lena Kell"},
		{"subject before", `Harbour Watch released a statement about Karsk. It rained. ⟦The statement⟧ said so.`, "Harbour Watch"},
		{"subject of a participle", `Valdoria's defence ministry denied it, posting ⟦a statement⟧ on their website.`, "Valdoria's defence ministry"},
		{"in a statement", `In a statement, ⟦the Harbour Council⟧ said it. ⟦The statement⟧ said so.`, "Harbour Council; Harbour Council"},
		{"remarks", `⟦Deputy Minister Lena Kell's remarks⟧ said so. ⟦The remarks⟧ said so.`, "Lena Kell; Lena Kell"},
		{"on a website", `⟦A statement on the Valdorian Harbour Ministry web site⟧ said so. ⟦A statement on Harbour Watch's website⟧ said so.`, "Valdorian Harbour Ministry; Harbour Watch"},
		{"day without a comma", `On Thursday the Harbour Council released a statement. It rained. ⟦The statement⟧ said so.`, "Harbour Council"},
		{"told of before", `Lev Marn read a statement. Lena Kell rejected the statement. ⟦The statement⟧ said so.`, "Lev Marn"},
		{"heard before", `⟦Lena Kell⟧ said so. ⟦The statement⟧ said it.`, "Lena Kell; Lena Kell"},
		{"nobody's", `Lev Marn received a letter. ⟦A statement⟧ said so.`, "statement"},
		{"two issuers", `Valdoria and Merovia issued a joint statement. ⟦The statement⟧ said so.`, "joint statement"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
