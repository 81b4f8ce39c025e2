package actor

import "testing"

// A body named behind the noun that says what it is, and a person behind an office with an
// of-phrase.
func TestNamesBehind(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"news agency", `⟦The state news agency Vonhak⟧ reported so. ⟦Vonhak⟧ added it.`, "Vonhak; Vonhak"},
		{"group", `⟦Harbour Watch⟧ said so. ⟦The human rights group Harbour Watch⟧ added it.`, "Harbour Watch; Harbour Watch"},
		{"company called a giant", `⟦Oil giant Sarpobras⟧ said so.`, "Sarpobras"},
		{"broadcaster or body", `⟦The broadcaster Sarpo Info⟧ said so. ⟦The broadcaster Lena Kell⟧ agreed.`, "Sarpo Info; Lena Kell"},
		{"state department", `⟦The state Health Department⟧ said so. ⟦The party Central Committee⟧ agreed.`, "state Health Department; party Central Committee"},
		{"minister of the", `⟦The Merovian Minister of the Interior Orvan Tesk⟧ said so.`, "Orvan Tesk"},
		{"what is a title too", `⟦Minister of Justice Orvan Kyu Tesk⟧ said so.`, "Orvan Kyu Tesk"},
		{"two portfolios", `⟦The Minister of Trade and Industry Orvan Tesk⟧ said so.`, "Orvan Tesk"},
		{"spokesman for a noun", `⟦A spokesman for the ministry Orvan Tesk⟧ said so. ⟦A spokesman for the airline Sarpo Air⟧ agreed.`, "Orvan Tesk; spokesman for the airline Sarpo Air"},
		{"head of a body of a state", `⟦The head of the Supreme Court of Merovia Orvan Tesk⟧ said so.`, "Orvan Tesk"},
		{"adjective of a state", `⟦The captain of the Merovian Brenn Dorak⟧ said so.`, "captain of the Merovian Brenn Dorak"},
		{"two offices of one", `⟦The club's founder and president Orvan Tesk⟧ said so. ⟦The singer and the actor Lena Kell⟧ agreed.`, "Orvan Tesk; singer and the actor Lena Kell"},
		{"surname of a body's word", `⟦Safety Minister Orvan Post⟧ said so. ⟦Democratic Governors Association⟧ agreed.`, "Orvan Post; Democratic Governors Association"},
		{"surname first", `⟦Justice Minister Sun Tesk⟧ said so. ⟦Sun⟧ agreed.`, "Sun Tesk; Sun Tesk"},
		{"of a quoted body", `⟦Director of "Harbour Lights" Lena Kell⟧ said so.`, "Lena Kell"},
		{"force of a body", `⟦The Continental Forum peacekeeping force in Brenn⟧ said so.`, "Continental Forum peacekeeping force"},
		{"a document that states", `A new federal law was passed. ⟦The law⟧ states so.`, "new federal law"},
		{"three words in a credit", "— Lev Kyu Tesk, Minister of Justice\n\n⟦Justice Minister Lev Kyu Tesk⟧ said so. ⟦Lev⟧ warned so.", "Lev Kyu Tesk; Lev Kyu Tesk"},
		{"article of an Arabic name", `⟦Abdul Hadi al-Tesk⟧ said so. ⟦Tesk⟧ agreed. ⟦Al-Tesk⟧ left.`, "Abdul Hadi al-Tesk; Abdul Hadi al-Tesk; Abdul Hadi al-Tesk"},
		{"spokesman of a ministry", `⟦A Ministry of Justice spokesman Orvan Tesk⟧ said so.`, "Orvan Tesk"},
		{"one of the women", `⟦One of the women⟧ said so. ⟦She⟧ agreed. ⟦This person⟧ left.`, "one of the women; one of the women; one of the women"},
		{"one of the sons, by name", `One of his sons, Lev, came. ⟦He⟧ said so.`, "Lev"},
		{"a doctor treating", `Ilse Varga came. ⟦The doctor treating Lev Marn⟧ said so.`, "doctor"},
		{"officials of a ministry", `⟦Ministry of Defence officials⟧ said so.`, "ministry of Defence officials"},
		{"king", `⟦King Farok of Brenn⟧ said so.`, "King Farok"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
