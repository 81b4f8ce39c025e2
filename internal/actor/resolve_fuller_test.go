package actor

import "testing"

// Short forms, parts of a people and bodies beside their names: rule 14 of statements.md.
func TestFullerForms(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"a poll whose maker is told later", `⟦A poll⟧ shows so. A Lume Press poll was made in May.`, "Lume Press poll"},
		{"a headline's noun", "# ⟦Poll⟧: few care\nA new Lume Press poll was made in May.", "new Lume Press poll"},
		{"the poll after a name that modifies it", `⟦A new Lume Press-Sarpo poll⟧ shows so. ⟦The poll⟧ found so.`, "new Lume Press-Sarpo poll; new Lume Press-Sarpo poll"},
		{"two polls that nothing joins", `⟦A poll⟧ shows so. It rained. It rained. It rained. It rained. It rained. It rained. It rained. The Lume Press poll is old.`, "poll"},
		{"her campaign", `Lena Kell spoke in Karsk. ⟦Her campaign⟧ said so. The Kell campaign was pleased.`, "Kell campaign"},
		{"company by its first word", `Investors sold Updale. ⟦Updale Co.⟧ said so. ⟦Updale⟧ added it.`, "Updale Co.; Updale Co."},
		{"company with a word of its trade", `⟦Comdar Computer Corp.⟧ said so. ⟦Comdar⟧ added it.`, "Comdar Computer Corp.; Comdar Computer Corp."},
		{"company by its town", `Updale Cos. rose. ⟦The New Harbour company⟧ said so.`, "Updale Cos."},
		{"apposition after a body", `Mardale Holdings PLC, the insurance company, fell. ⟦The company⟧ said so.`, "Mardale Holdings PLC"},
		{"apposition before a body", `⟦The biggest party, the Harbour Unionists,⟧ said so.`, "Harbour Unionists"},
		{"body without a word that tells it", `Black Harbours Matter held a rally. ⟦The group⟧ said so.`, "Black Harbours Matter"},
		{"nation of a state", `⟦The island nation of Merovia⟧ said so.`, "Merovia"},
		{"name with for and and", `⟦The Centres for Harbour Control and Rescue⟧ said so.`, "Centres for Harbour Control and Rescue"},
		{"a spokesman named later", `⟦A spokesman for Lena Kell⟧ said so. It rained. ⟦Kell spokesman Lev Marn⟧ added it.`, "Lev Marn; Lev Marn"},
		{"another's spokesman named later", `⟦A spokesman for Lena Kell⟧ said so. ⟦Sarpo spokesman Lev Marn⟧ denied it.`, "spokesman for Lena Kell; Lev Marn"},
		{"an ambassador is not any envoy", `Lev Marn, a special envoy, left. ⟦The Merovian ambassador⟧ said so.`, "Merovian ambassador"},
		{"a strategist is not any minister", `Ilse Varga left. ⟦The strategist⟧ said so.`, "strategist"},

		{"of two the one named last", `Adrian Kell fell. Adrian Kell rose. Lena Kell spoke. ⟦Kell⟧ said so. It rained. It rained. It rained. ⟦Kell⟧ said it again.`, "Lena Kell; Lena Kell"},
		{"title that only one held", `Elena Soro met her brother Oleg Soro. Oleg Soro left. ⟦President Soro⟧ said so.`, "Elena Soro"},
		{"a question's auxiliary", "# Will Kell resign?\nLev Kell was late. ⟦Kell⟧ said so.", "Lev Kell"},

		{"so many in so many", `⟦Six in 10 voters⟧ said so. ⟦Nearly eight in 10 harbour pilots overall⟧ agreed.`, "six in 10 voters; Nearly eight in 10 harbour pilots"},
		{"percent of people", `⟦45 percent of registered voters nationwide⟧ said so. ⟦About 47% of pilots⟧ agreed.`, "45 percent of registered voters; About 47% of pilots"},
		{"two by surname", `Lev Marn met Lena Kell. ⟦Ms. Kell and Mr. Marn⟧ said so.`, "Lena Kell and Lev Marn"},
		{"a noun and the names it stands for", `⟦The two rivals, Lev Marn and Lena Kell,⟧ said so. ⟦Its owners, Lev Marn and Lena Kell,⟧ left.`, "two rivals; Lev Marn and Lena Kell"},
		{"two joined by a noun, and again", `⟦Amber House and harbour sources⟧ said so. ⟦The sources⟧ added it.`, "Amber House and harbour sources; Amber House and harbour sources"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}

// A quotation that is carried on goes on about whom it spoke of.
func TestPronounInCarriedOnQuotation(t *testing.T) {
	m := readMarked(`The town told of Petr Hollan. Marek Dorn called. It rained. ⟦Ilse Varga⟧ said ⟨Hollan was ready⟩. “⟨⟦He⟧ told us that it was late.⟩”`)
	m.sources = append(m.sources, Source{CarriedOn: 0, Within: -1, Content: m.sources[1].Content})
	m.sources[1].Content, m.sources[1].Within = nil, 2
	got := worldDirectory(t).Resolve(m.doc, m.sources)
	if got[1].Speaker.Name != "Petr Hollan" || got[2].Speaker.Name != "Ilse Varga" {
		t.Errorf("he is %q, the quotation is %q's", got[1].Speaker.Name, got[2].Speaker.Name)
	}
}
