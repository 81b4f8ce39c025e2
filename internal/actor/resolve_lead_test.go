package actor

import "testing"

// Who is named only after the words with which the report begins.
func TestLeads(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"lawmaker", `⟦A lawmaker in Hasport⟧ called for a ban. It was late, ⟦Lena Kell⟧ said in a bill.`, "Lena Kell; Lena Kell"},
		{"who", `⟦The hacker who broke the server⟧ said so. In his plea, ⟦Adrian Marn, 44,⟧ said he was late.`, "Adrian Marn; Adrian Marn"},
		{"who, after a headline", "# Hacker jailed\n⟦The hacker who broke the server⟧ said so. In his plea, ⟦Adrian Marn, 44,⟧ said he was late.", "Adrian Marn; Adrian Marn"},
		{"who, told of with a comma", `⟦The hacker who broke the server⟧ said so. Adrian Marn, 44, was jailed.`, "Adrian Marn"},
		{"somebody's woman", `⟦Lev Marn’s right-hand woman⟧ said so. ⟦Lena Kell, vice chairwoman of the party,⟧ added it.`, "Lena Kell; Lena Kell"},
		{"headline", "# ⟦Former rival⟧ says so\nIt is late, said ⟦Lena Kell, the former governor⟧.", "Lena Kell; Lena Kell"},
		{"official", `⟦A senior official⟧ said so. ⟦Finance Minister Lena Kell⟧ denied it.`, "senior official; Lena Kell"},
		{"of another trade", `⟦A lawmaker⟧ said so. ⟦Lena Kell, a shopkeeper,⟧ denied it.`, "lawmaker; Lena Kell"},
		{"somebody's adviser", `⟦Lev Marn’s former adviser⟧ said so. ⟦Lena Kell⟧ denied it.`, "Lev Marn’s former adviser; Lena Kell"},
		{"somebody's brother", `⟦The farmer’s brother⟧ said so. Omar Tarn, 33, was jailed.`, "farmer’s brother"},
		{"who is known without it", `⟦A lawmaker in Hasport⟧ said so. ⟦Petr Hollan⟧ denied it.`, "lawmaker; Petr Hollan"},
		{"judge", `⟦A judge⟧ ruled so. ⟦Adrian Marn⟧ said he would appeal.`, "judge; Adrian Marn"},
		{"two", `⟦A senator⟧ said so. ⟦Senator Lena Kell⟧ denied it. ⟦Senator Adrian Marn⟧ agreed.`, "senator; Lena Kell; Adrian Marn"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
