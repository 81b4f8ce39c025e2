package actor

import "testing"

// Companies that a report describes instead of naming them again, and the names of companies and
// other bodies in which something else seems to begin or end.
func TestCompanies(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"by its trade", `Updale Corp. fell. ⟦The Sarpo City oil and gas concern⟧ said so.`, "Updale Corp."},
		{"by its trades, of a state", `Updale Corp. fell. ⟦The Merovian paper, packaging and publishing company,⟧ said so.`, "Updale Corp."},
		{"by a noun that is mostly another's", `Updale Corp. fell. ⟦The thrift⟧ said so.`, "Updale Corp."},
		{"based in a town", `Updale Corp. fell. ⟦The Rockmere, N.J.-based maker of fasteners and other products⟧ said so.`, "Updale Corp."},
		{"a source cut at a comma", `Updale Corp. fell. The Rockmere Park, Ill., ⟦company⟧ said so.`, "Updale Corp."},
		{"a rival", `Updale Corp. fell. ⟦The rival tube company⟧ said so.`, "rival tube company"},
		{"one that the report began with", `A Merovian tube company fell. Updale Corp. bought it. ⟦The Merovian tube company⟧ said so.`, "Merovian tube company"},
		{"nobody named", `It rained. ⟦The Sarpo oil company⟧ said so.`, "Sarpo oil company"},
		{"the company after its description", `Updale Corp. fell. The Sarpo City company earned less. ⟦The company⟧ said so.`, "Updale Corp."},
		{"what a company is", `Updale Corp., a holding company with many shops, fell. ⟦The company⟧ said so.`, "Updale Corp."},
		{"what a company will remain", `Updale Corp. wants to remain an independent public company. ⟦The company⟧ said so.`, "Updale Corp."},
		{"of two the one that spoke last", `⟦Updale Corp.⟧ said so. It sold tubes to Comdar Corp. ⟦The company⟧ added it.`, "Updale Corp.; Updale Corp."},
		{"one named long before", `Updale Corp. fell. It rained. It rained. It rained. It rained. It rained. ⟦The company⟧ said so.`, "Updale Corp."},
		{"what a company opposed", `It was opposed by employers such as Comdar, which left. ⟦The company⟧ said so.`, "Comdar"},
		{"at a company that spoke", `⟦Comdar⟧ said it. There was a strike at Comdar. ⟦The company⟧ said so.`, "Comdar; Comdar"},
		{"a group that the report began with", `A leading harbour group met. It rained. It rained. It rained. It rained. The Harbour Action Network met. ⟦The group⟧ said so.`, "Harbour Action Network"},
		{"the same group, long before", `A leading harbour group met. It rained. It rained. It rained. It rained. It rained. ⟦The group⟧ said so.`, "leading harbour group"},

		{"possessive in a company's name", `⟦Mardale's Holdings Inc.⟧ fell. ⟦The company⟧ said so.`, "Mardale's Holdings Inc.; Mardale's Holdings Inc."},
		{"possessive of a body's people", `⟦The Sarpo Farmers’ Union⟧ said so. ⟦The union⟧ added it.`, "Sarpo Farmers’ Union; Sarpo Farmers’ Union"},
		{"possessive of a person", `⟦Lena Kell's company⟧ said so.`, "Lena Kell's company"},
		{"savings and loan", `Sarpo Savings & Loan Association fell. ⟦Sarpo⟧ said so.`, "Sarpo Savings & Loan Association"},
		{"what is left of an ampersand", `Sarpo Drilling amp Exploration Co. fell. ⟦The company⟧ said so.`, "Sarpo Drilling amp Exploration Co."},
		{"commission of two things", `It was told in a Harbours and Ports Commission filing. ⟦The filing⟧ said so.`, "Harbours and Ports Commission filing"},
		{"newspaper of a town like a forename", `Lev Marn met voters, the Charlotte Observer reported. ⟦The newspaper⟧ said so.`, "Charlotte Observer"},
		{"participle before a company", `Ardan Mining Corp. fell. Urging ARM directors to wait, Kell left. ARM Mining Corp. rose. ⟦ARM⟧ said so.`, "ARM Mining Corp."},
		{"company that begins like another's part", `Ardan PLC fell. The new company is to be called Ardan Motors. ⟦Ardan⟧ said so.`, "Ardan PLC"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
