package actor

import "testing"

// Where a name ends, and what is no part of it: rules 13 and 14 of statements.md.
func TestEndsOfNames(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"addressee behind an unnamed speaker", `⟦an unnamed official to Harbour Online⟧ said so.`, "unnamed official"},
		{"whose officer", `⟦the chief technology officer for Nordal⟧ said so.`, "chief technology officer for Nordal"},
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
		{"titles and an owner before names joined", `according to ⟦Merovian vice-premier Lev Marn and Valdoria's health minister Lena Kell⟧ it is so.`, "Lev Marn and Lena Kell"},
		{"to and a verb in a name", `according to ⟦the Committee to Protect Harbours⟧ it is so.`, "Committee to Protect Harbours"},
		{"apposed word behind an agency", `⟦Merovia's state news agency, Vonhak,⟧ told of it. ⟦It⟧ said so.`, "Vonhak; Vonhak"},
		{"a plural that no list knows behind a head", `⟦Recent anonymous press gleanings⟧ showed so.`, "recent anonymous press gleanings"},
		{"capitals behind a head", `⟦The Harbour News Panel⟧ said so.`, "Harbour News Panel"},
		{"region before an office and a name", `⟦North of Merovia procurator fiscal Lev Marn⟧ said so. ⟦he⟧ added it.`, "Lev Marn; Lev Marn"},
		{"chief in a place", `Lena Kell, the director of the agency, left. ⟦The military's intelligence chief in Karsk⟧ said so. General Lev Marn left.`, "military's intelligence chief"},
		{"apposition with an office and an of-phrase before a name", `according to ⟦the special assessor of external politics of the Presidency of the Republic, Lev Marn⟧ it is so.`, "Lev Marn"},
		{"deputy head of a delegation", `It rained under President Elena Soro of Merovia, and Valdoria was dry. ⟦The deputy head of Valdoria’s delegation to the forum⟧ said so.`, "deputy head of Valdoria’s delegation"},
		{"head of a delegation by its state", `President Elena Soro of Merovia left. ⟦The head of the Merovian delegation⟧ said so.`, "head of the Merovian delegation"},
		{"company that begins like a rank", `⟦General Motors⟧ said so. ⟦General Lev Marn⟧ denied it.`, "General Motors; Lev Marn"},
		{"forename that is a month", `⟦April Mellody, a spokeswoman for the council,⟧ said so. In April Soro left. ⟦Ms. Mellody⟧ said it.`, "April Mellody; April Mellody"},
		{"two makers of a poll", `⟦A Vonhak/Lume Press poll⟧ showed so.`, "Vonhak/Lume Press poll"},
		{"what is said of a body before its name", `⟦the nonpartisan Harbour Budget Office⟧ said so. ⟦The current Lume Press⟧ denied it.`, "Harbour Budget Office; Lume Press"},
		{"whose campaign, after a headline", "# Campaign says so\nLev Marn left. ⟦Marn’s campaign⟧ said so.", "Marn’s campaign"},
		{"we in brackets", `“[W]e trust them”, ⟦the company⟧ said.`, "company"},
		{"verb behind will", `The plan will allow lawmakers in. ⟦The two lawmakers⟧ said so.`, "two lawmakers"},
		{"another's army", `⟦The army⟧ said so. ⟦The Zemblan army⟧ denied it.`, "army; Zemblan army"},
		{"a place and a fund of its name", `Tarsk and Merovia held talks. ⟦Tarsk⟧ said so. The Tarsk Fund paid.`, "Tarsk"},
		{"early in a month", `Mayor Lev Marn resigned. In early April ⟦Marn⟧ said so.`, "Lev Marn"},
		{"small letter of a name", `⟦The al-Vonhak Martyrs Brigade⟧ said so. ⟦The eNet Group⟧ denied it.`, "al-Vonhak Martyrs Brigade; eNet Group"},
		{"to whom a council wrote", `A letter from ⟦the Karsk Harbour Council⟧ to Prime Minister Lev Marn said so.`, "Karsk Harbour Council"},
		{"to protect more than one word", `⟦The Committee to Protect Small Harbours⟧ said so.`, "Committee to Protect Small Harbours"},
		{"a broadcast that begins with This", `⟦This Morning⟧ reported it.`, "This Morning"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
