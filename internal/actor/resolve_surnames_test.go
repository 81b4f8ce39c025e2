package actor

import "testing"

// Surnames that are other words too.
func TestSurnamesThatAreWords(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct{ what, text, names string }{
		{"nationality", `Adrian Merovian sells boats. ⟦Merovian, who is a host,⟧ said so. ⟦He⟧ added it. ⟦Merovian⟧ also denied it.`, "Adrian Merovian; Adrian Merovian; Adrian Merovian"},
		{"nationality of others", `Adrian Merovian sells boats. ⟦Merovian officials⟧ said so.`, "Merovian officials"},
		{"state", `Rep. Adrian Merovia spoke. ⟦Merovia⟧ said so. ⟦Rep. Merovia⟧ added it.`, "Adrian Merovia; Adrian Merovia"},
		{"state that is meant too", `Rep. Adrian Merovia spoke. ⟦Merovia⟧ said so in Hasport. Merovian troops left.`, "Merovia"},
		{"state where something is", `Rep. Adrian Merovia spoke. It rained in Merovia. ⟦Merovia⟧ said so.`, "Merovia"},
		{"auxiliary", `Adrian Will wrote a column. “It rained,” ⟦Will⟧ wrote. ⟦Will⟧ said it fell.`, "Adrian Will; Adrian Will"},
		{"month", `Eliza May left. In May ⟦she⟧ said so. ⟦May⟧ added it. It was dry, according to ⟦May⟧.`, "Eliza May; Eliza May; Eliza May"},
		{"surname of two", `Adrian Tarn hid. Tarn ran. Then Tarn slept. It was Tarn. Later Tarn fell. They saw Tarn. His wife, Lena Tarn, wrote. Then ⟦Tarn⟧ said he was late.`, "Adrian Tarn"},
		{"office joined by a hyphen", `⟦Karsk This Week co-Anchor Adrian Marn⟧ said so.`, "Adrian Marn"},
	} {
		t.Run(c.what, func(t *testing.T) { checkSpeakers(t, d, c.text, c.names) })
	}
}
