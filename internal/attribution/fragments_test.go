package attribution_test

import "testing"

// TestFragments holds words that look like a cue or a content and are none, and where clauses
// and quotations that stand together are not one.
func TestFragments(t *testing.T) { checkStatements(t, fragments) }

// fragments are texts with the statements in them, one a line.
var fragments = [][2]string{
	// A name's word.
	{`“The boats left the harbour,” Lev Said Marn said.`, `Lev Said Marn > said > The boats left the harbour, | direct`},
	// A quotation that ends a sentence, and the next one.
	{`Kell was calm, calling on the guild to “stop being sailors.” She called on the town to end the “bad rule.”`,
		"Kell > calling on > to “stop being sailors.” | mixed\nShe > called on > to end the “bad rule.” | mixed"},
	// What stands before a source between commas.
	{`At the same time, according to Karsk sources, the boats were leaving two harbours.`,
		`Karsk sources > according to > the boats were leaving two harbours | indirect`},
	{`According to them the Vend guild is to blame for the loss of nets, boats and men.`,
		`them > According to > the Vend guild is to blame for the loss of nets, boats and men | indirect`},
	{`The sea is dear to the town, according to the adviser of the Harbour Council, Lev Marn.`,
		`the adviser of the Harbour Council, Lev Marn > according to > The sea is dear to the town | indirect`},
	{`Lev Marn, consultant to the harbour on nets said, “The nets are old and torn.”`,
		`Lev Marn, consultant to the harbour on nets > said > The nets are old and torn. | direct`},
	{`The ban was widened after, officials said, a boat went down with ten men.`, `officials > said > a boat went down with ten men | indirect`},
	// A quotation of its own behind the clause.
	{`Kell said that the roles had yet to be decided, “They will be sailors, and nothing else.”`,
		"Kell > said > the roles had yet to be decided | indirect\n^0 > - > They will be sailors, and nothing else. | direct"},
	{`Kell said that if her son had gone to sea, “I would have sunk the boat myself.”`,
		`Kell > said > if her son had gone to sea, “I would have sunk the boat myself.” | mixed`},
	{`Kell told reporters when asked about the plan: “The nets are old.”`, `Kell > told > The nets are old. | direct`},
	// Other clauses behind.
	{`The guard has denied using real shot, but several sailors suffered wounds.`, `The guard > denied > using real shot | indirect`},
	{`Marn asked whether Vend would pay, to which he replied “If they mend the nets.”`,
		"Marn > asked > whether Vend would pay | indirect\nhe > replied > If they mend the nets. | direct"},
	// No cues, and no contents.
	{`The two were trained for their work and told to wash their hands.`, ``},
	{`Kell countered saying Marn had mended the nets.`, `Kell > saying > Marn had mended the nets | indirect`},
	{`Kell commented on the end of the strikes that had troubled the harbour.`, ``},
	{`Kell has denied reports he is ill.`, ``},
	{`Karsk urged a return to talks: “We believe that peace is good for all.”`, `Karsk > urged > We believe that peace is good for all. | direct`},
	{`Kell warned the loss of Marn “does not end the harbour.”`, `Kell > warned > the loss of Marn “does not end the harbour.” | mixed`},
	{`The harbour was shut. The council in charge of choosing the place announced that it would open.`,
		`The council > announced > it would open | indirect`},
	{`Kell attacked the rules of the guild. “They are old and unfair to the sailors.”`, `Kell > - > They are old and unfair to the sailors. | direct`},
	{`The storm hit the town. “They are old and unfair to the sailors.”`, ``},
	{`“You said the nets were old and torn,” Kell said.`, `Kell > said > You said the nets were old and torn, | direct`},
	{`Marn gave three reasons to leave the port.`, ``},
	{`Kell told the guild that, according to a Vend News report, he had stolen the boat.`,
		"Kell > told > according to a Vend News report, he had stolen the boat | indirect\na Vend News report > according to > he had stolen the boat | indirect in 0"},
	{`Kell said that Marn was ill according to Vend news agency Vela.`, `Kell > said > Marn was ill | indirect`},
	{`Kell described him as “old-looking” during the trial.`, `Kell > described > him as “old-looking” | mixed`},
	{`Kell described him as “a lost sailor,” one of two names on his papers.`, `Kell > described > him as “a lost sailor,” | mixed`},
	{`Kell accepted using holes in the law.`, `Kell > accepted > using holes in the law | indirect`},
	{"# Ten hurt in a storm off Lume: harbour officials", `harbour officials > - > Ten hurt in a storm off Lume | indirect`},
	{`Countering claims that his boats are old, Kell left.`, ``},
	{`Marn said the vote would “bring us some rest.” He called this theft one which “no sailor” would like.`,
		`Marn > said > the vote would “bring us some rest.” | mixed`},
	{`Kell said the nets were old, whilst also calling for the guild to “show some care and caution.”`,
		"Kell > said > the nets were old | indirect\nKell > calling for > the guild to “show some care and caution.” | mixed"},
	{`Kell invited Marn “to form a new council.”`, `Kell > invited > to form a new council. | direct`},
	{`Kell left early, pointing to the fact that half of the nets are old.`, `Kell > pointing to the fact > half of the nets are old | indirect`},
	{`The reports say harbour officials identified the sailor as Marn.`,
		"The reports > say > harbour officials identified the sailor as Marn | indirect\nharbour officials > identified > the sailor as Marn | indirect in 0"},
	{`Karsk has announced along with the town of Vend that boats will be sent.`, `Karsk > announced > boats will be sent | indirect`},
	{`Kell said that in Karsk nobody sleeps.`, `Kell > said > in Karsk nobody sleeps | indirect`},
	{`Kell is reported to have said “Thanks for the nets.”`, `Kell > said > Thanks for the nets. | direct`},
}
