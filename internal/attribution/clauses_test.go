package attribution_test

import "testing"

// TestClauses holds whose the words are where a sentence has more than one clause.
func TestClauses(t *testing.T) { checkStatements(t, clauses) }

// clauses are texts with the statements in them, one a line.
var clauses = [][2]string{
	// A fronted participle ends at the main clause.
	{`In a note on Monday announcing her march, Ms Kell demanded sailors who steal nets should be jailed.`,
		`Ms Kell > demanded > sailors who steal nets should be jailed | indirect`},
	// A relative clause has its own subject.
	{`The fine followed a trial in which chief judge Marn indicated he did not believe the sailors.`,
		`chief judge Marn > indicated > he did not believe the sailors | indirect`},
	// A joined clause has its own.
	{`His firm employs 21 people and Marn said the nets were old.`, `Marn > said > the nets were old | indirect`},
	{`The fleet left the harbour, and the sailors of Lume have sued the town over the rules, saying they are unfair.`,
		`the sailors of Lume > saying > they are unfair | indirect`},
	{`Marn and Kell left the harbour, saying the nets were old.`, `Marn and Kell > saying > the nets were old | indirect`},
	// A participle behind a relative clause is its antecedent's.
	{`The plea was filed with the High Court, which refused to stop the boats, stating “The nets are the town's.”`,
		`the High Court > stating > The nets are the town's. | direct`},
	// What is told behind a fronted phrase.
	{`Kell said that after the theft, Marn told her “he did not want the nets.”`,
		"Kell > said > after the theft, Marn told her “he did not want the nets.” | mixed\nMarn > told > he did not want the nets. | direct in 0"},
	// A quotation behind a colon, in the last part of a sentence or behind a name set off.
	{`Marn would sell the boat, she said; she challenged his version of the theft: “The boat was gone by then.”`,
		"she > said > Marn would sell the boat | indirect\nshe > - > The boat was gone by then. | direct"},
	{`Sailors are richer than they were – Lev Marn: “The sailors of Lume have done well this year.”`,
		`Lev Marn > - > The sailors of Lume have done well this year. | direct`},
	// Times are no part of a name.
	{`Kell, who has in the past described Marn as a thief, left.`, `Kell > described > Marn as a thief | indirect`},
	{`The paper reported last month Marn had sold the boat.`, `The paper > reported > Marn had sold the boat | indirect`},
	// Nouns that look like cues.
	{`The press called him “a lost sailor,” playing on Kell’s more pungent remarks.`, `The press > called > him “a lost sailor,” | mixed`},
	{`Let us rise to the call for mending nets.`, ``},
	{`There were eight reported thefts of nets in the harbour.`, ``},
	{`It could be a difficult pledge to keep.`, ``},
	{`The mayor will hold banners saying the nets are old.`, `banners > saying > the nets are old | indirect`},
	{`Sailors heard officers who deemed their statements to be truthful.`, `officers > deemed > their statements to be truthful | indirect`},
	// Asked for.
	{`She asked for others to join in her march.`, `She > asked for > others to join in her march | indirect`},
	{`The harbour law also vows to stop the boats.`, `The harbour law > vows > to stop the boats | indirect`},
	{`Then there was the host Lev Marn, who lamented that the nets were old.`, `the host Lev Marn > lamented > the nets were old | indirect`},
	{`The town lost money on the boats, fundraising documents show.`, `fundraising documents > show > The town lost money on the boats | indirect`},
	{`Lev Marn spoke about the envoy of Karsk, who fled last week, calling the flight a “mistake.”`,
		`Lev Marn > calling > the flight a “mistake.” | mixed`},
	{`“We will stay here,” said an unnamed officer to Vend Radio.`, `an unnamed officer > said > We will stay here, | direct`},
	{`“We will stay here,” said the ambassador to Karsk.`, `the ambassador to Karsk > said > We will stay here, | direct`},
	{`According to media reports and figures, the boats left the harbour.`, `media reports and figures > According to > the boats left the harbour | indirect`},
	{`As reported in the Vend press on Monday, the boats were lost in a storm.`, `the Vend press > reported > the boats were lost in a storm | indirect`},
	{"# File: The harbour of Vend at night in winter", ``},
	// No content.
	{`What does this say about the town that this is your mayor?`, ``},
	{`In the short term, Lume sailors have vowed to block the new mayor, Lev Marn, meaning that the nets stay.`,
		`Lume sailors > vowed > to block the new mayor, Lev Marn, meaning that the nets stay | indirect`},
	{`Mayor Kell proposed just that in May.`, ``},
	{`This is not about nets, Kell told his closest aides as he left the harbour of Lume.`, `Kell > told > This is not about nets | indirect`},
	// A name as an object's apposition.
	{`Lume reacted by calling the mayor of Vend, Lev Marn, an “old sailor” on Monday.`, `Lume > calling > the mayor of Vend, Lev Marn, an “old sailor” | mixed`},
}
