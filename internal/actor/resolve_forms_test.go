package actor

import "testing"

// Names in unusual forms, roles that are past, companies by their towns and pronouns that
// run across sentences.
func TestForms(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"one who was a candidate", `Adrian Marn became the Republican candidate. Former Republican presidential candidate Lev Kell broke down what was wrong. It rained. ⟦The Republican candidate⟧ said so.`, "Adrian Marn"},
		{"surname that is a title too", `⟦Representative Peter T. King of New York⟧ said so. ⟦Mr. King⟧ added it.`, "Peter T. King; Peter T. King"},
		{"surname Judge", `⟦Senator Lena M. Judge⟧ said so.`, "Lena M. Judge"},
		{"surname Major", `⟦Lev B. Major, a trader,⟧ said so.`, "Lev B. Major"},
		{"outlet with a country before", `⟦USA WEEK⟧ reported so.`, "USA WEEK"},
		{"the paper behind a name", `As ⟦the leftist Harbour Times tabloid⟧ noted, it rained. As ⟦the paper⟧ noted, it fell.`, "leftist Harbour Times tabloid; leftist Harbour Times tabloid"},
		{"initials of the body in a headline", "# ⟦HEIU chief⟧ says so\nHarbour Employees International Union President Lena Kell spoke.", "Lena Kell"},
		{"short form of a bank", `Sarpo Savings Bank fell. Sarpo Savings had a loss. ⟦Sarpo Savings⟧ said so. ⟦Sarpo⟧ added it.`, "Sarpo Savings Bank; Sarpo Savings Bank"},
		{"company named like a person", `⟦Lena Kell Co.⟧ rose. ⟦Lena Kell⟧ said it would fall.`, "Lena Kell Co.; Lena Kell Co."},
		{"initials with the legal form", `Harbour Motors Acceptance Corp. fell. ⟦HMAC⟧ said so.`, "Harbour Motors Acceptance Corp."},
		{"company, town and state", `⟦RMS International Inc., Hasport Heights, N.J.,⟧ said so. ⟦RMS⟧ added it.`, "RMS International Inc.; RMS International Inc."},
		{"a headline's campaign", "# Report: Half of Kell’s meetings were late; ⟦campaign⟧ says so\nLena Kell spoke. It rained. ⟦The Kell campaign⟧ said so.", "Kell campaign; Kell campaign"},
		{"an adviser named next", `⟦A top adviser to Kell⟧ explained so. Lev Marn, who advises Kell, was firm.`, "top adviser to Kell"},
		{"whose", `Lena Kell's brother, ⟦who⟧ said so, left.`, "Lena Kell's brother"},
		{"company by town and state", `Updale Inc. rose. ⟦The Rockmere, Ill., maker of fasteners⟧ said so. ⟦The El Sarpo, Texas, company⟧ added it.`, "Updale Inc.; Updale Inc."},
		{"another's company", `Updale Inc. earned much, with a gain from the sale of a steel tube company. ⟦The company⟧ said so.`, "Updale Inc."},
		{"who is asked", `Radio host Lev Marn asked Kell about words of the night before, when ⟦he⟧ called it so. Adrian Kell laughed.`, "Adrian Kell"},
		{"role of a reduced relative", `Lena Kell left. It fell to the federal judge Kell scolded. Lev Marn rose. ⟦The judge⟧ said so.`, "judge"},
		{"two governments", `The Karsk and Sarpo governments, ⟦which⟧ demand so, left.`, "Karsk and Sarpo governments"},
		{"a clause about oneself", "Adrian Kell spoke. Adrian Kell left. Mr. Kell fell. Adrian Kell shouted that Kell fell.\n\n⟨Former Rep. Lev Marn was for Sarpo at first⟩, ⟦he⟧ said.", "Lev Marn"},
		{"a clause about one told of", "Lev Marn was late.\n\nAdrian Kell spoke.\n\n⟨Lev Marn was for Sarpo at first⟩, ⟦he⟧ said.", "Adrian Kell"},
		{"as he said himself", "Adrian Kell spoke. Kell said it.\n\n⟨General Lev Marn, the head of the forces, also hopes for peace⟩, as ⟦he⟧ said in Karsk.", "Lev Marn"},
		{"after long words", "Adrian Kell left. Kell came. Lev Marn spoke. ⟦Marn⟧ writes: ⟨It rained. It rained. It rained. It rained. It rained. Adrian Kell fell. Kell sank.⟩\n\n⟦He⟧ writes it in a column.", "Lev Marn; Lev Marn"},
		{"body with its town", `⟦Second Harbour Corp.⟧ rose. ⟦Sarpo City-based Second Harbour⟧ said so.`, "Second Harbour Corp.; Second Harbour Corp."},
		{"name in quotation marks", `⟦Juan "Chico" Marn⟧ said so. ⟦Marn⟧ added it.`, `Juan "Chico" Marn; Juan "Chico" Marn`},
		{"a quoted word behind a name", `Lena "Harbour" fell. ⟦Lena Kell, "Harbour" Kell to some,⟧ said so.`, "Lena Kell"},
		{"short company that opens a sentence", "⟦National Harbours Inc.⟧ said it.\n⟦The company⟧ agreed.\nNational Harbours earned it. Earnings were good. ⟦The company⟧ said so.", "National Harbours Inc.; National Harbours Inc.; National Harbours Inc."},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
