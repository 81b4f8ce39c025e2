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
	{`The press called him “a lost sailor,” making air quotes.`, `The press > called > him “a lost sailor,” | mixed`},
	{`Let us rise to the call for mending nets.`, ``},
	{`There were eight reported thefts of nets in the harbour.`, ``},
	{`It could be a difficult pledge to keep.`, ``},
	{`The mayor will hold banners saying the nets are old.`, `banners > saying > the nets are old | indirect`},
	{`Sailors heard officers who deemed their statements to be truthful.`, `officers > deemed > their statements to be truthful | indirect`},
	// Asked for.
	{`She asked for others to join in her march.`, `She > asked for > others to join in her march | indirect`},
}
