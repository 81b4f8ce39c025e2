package attribution_test

import "testing"

// TestSources holds who speaks and where, cause by cause of what the rules once missed.
func TestSources(t *testing.T) { checkStatements(t, sources) }

// sources are texts with the statements in them, one a line.
var sources = [][2]string{
	// A quotation opened again, its closing mark lost.
	{`‘We want the harbour. ‘We want the fish,’ Marn said. ‘The boats are late.’`,
		"Marn > said > We want the harbour. ‘We want the fish, | direct\n^0 > - > The boats are late. | direct"},
	// Ages and times in an apposition.
	{`Lev Marn, 58, who lives in Karsk, says the nets are old.`, `Lev Marn, 58, who lives in Karsk > says > the nets are old | indirect`},
	{`Lena Kell, 29, of Huntsport, says the nets are old.`, `Lena Kell, 29, of Huntsport > says > the nets are old | indirect`},
	{`Lev Marn, who also campaigned here this week, tweeted, "The nets are old and torn."`,
		`Lev Marn, who also campaigned here this week > tweeted > The nets are old and torn. | direct`},
	// Fronted phrases.
	{`Even before Marn took the stage, his campaign sent out a text saying: "The nets are old and torn."`,
		`his campaign > saying > The nets are old and torn. | direct`},
	{`Four hours earlier, a memo was released stating that the nets were old.`, `a memo > stating > the nets were old | indirect`},
	// A source behind the cue.
	{`Even as prices fall, the tax is wrong, said Lev Marn, a baker in Karsk.`,
		`Lev Marn, a baker in Karsk > said > Even as prices fall, the tax is wrong | indirect`},
	{`While prices fall, the tax is wrong, said Lev Marn.`, `Lev Marn > said > While prices fall, the tax is wrong | indirect`},
	// A colon, and the quotation in the next paragraph.
	{"Reporter Lena Kell says:\n\n\"Well, the nets are old,\" and she laughed.", `Reporter Lena Kell > says > Well, the nets are old, | direct`},
	{"Lena Kell wrote to her readers:\n\n\"The nets are old.\n\n\"The boats are late.\" Then she left.",
		`Lena Kell > wrote > The nets are old. // The boats are late. | direct`},
	{"Lena Kell says:\n\n\"The nets are old,\" said Lev Marn.", `Lev Marn > said > The nets are old, | direct`},
	// A quotation in a fronted phrase, the clause behind the cue.
	{`While shying away from the words "blockade of ports," Mr Marn acknowledged that the boats were late.`,
		`Mr Marn > acknowledged > the boats were late | indirect`},
	{`Asked about "the mess in town," Ms Kell said she was tired.`, `Ms Kell > said > she was tired | indirect`},
	{`"The nets are old," Ms Kell told a crowd that the town put at ten.`, `Ms Kell > told > The nets are old, | direct`},
	{`"The nets are old," Ms Kell said on the day that the boats left.`, `Ms Kell > said > The nets are old, | direct`},
	// A quotation carried on with a tail of the report's.
	{`"We want the harbour," Kell said. "We carry the fight we are in" to the rest of the country.`,
		"Kell > said > We want the harbour, | direct\n^0 > - > \"We carry the fight we are in\" to the rest of the country | mixed"},
	{`"We want the harbour," Kell said. "The Long Way Home" by Marn is on.`, `Kell > said > We want the harbour, | direct`},
	// Outlets that pass on, and a person who does.
	{`The nets were old, Kell said, according to the Vend news agency.`, `Kell > said > The nets were old | indirect`},
	{`The rabbi said the nets were old and the boats late, the radio reports said.`,
		`The rabbi > said > the nets were old and the boats late | indirect`},
	{`"The nets are old," he told advisers, according to Lev Marn.`,
		"Lev Marn > according to > \"The nets are old,\" he told advisers | mixed\nhe > told > The nets are old, | direct in 0"},
	{`“The nets are old,” Kell said, according to a transcript of the show.`, `Kell > said > The nets are old, | direct`},
	{`The agency quoted witnesses as saying the nets were old.`, `witnesses > as saying > the nets were old | indirect`},
	{`Lena Kell was quoted by the Vend News as saying "the nets are old".`, `Lena Kell > as saying > the nets are old | direct`},
	{`"The nets are old," Vend News quoted Kell as saying.`, `Kell > as saying > The nets are old, | direct`},
	{`Vend News quoted Lena Kell, the mayor of Karsk, as saying that the nets are old.`,
		`Lena Kell, the mayor of Karsk > as saying > the nets are old | indirect`},
	{`Kell was quoted by state media on Monday as saying that the nets are old.`, `Kell > as saying > the nets are old | indirect`},
	{`Kell said the nets were old and the boats late, state media reported.`,
		`Kell > said > the nets were old and the boats late | indirect`},
	{`Speaking in Karsk, the mayor said the nets were old.`, `the mayor > said > the nets were old | indirect`},
	{`Quoting Marn, the agency said the nets were old.`, `the agency > said > the nets were old | indirect`},
	{`The ministry denied it, posting a statement on its website which read, "The nets are old and torn."`,
		`a statement on its website > read > The nets are old and torn. | direct`},
	{`The Karsk Senator Lev Marn, member of the outer council of the harbour, said the nets are old. Lena Kell, head of the guild said: "The boats are late."`,
		"The Karsk Senator Lev Marn, member of the outer council of the harbour > said > the nets are old | indirect\nLena Kell, head of the guild > said > The boats are late. | direct"},
	// Two cues in one sentence.
	{`In Karsk the nets were old, KVN reported, while in Lume the boats were late, the Sun-Times reported.`,
		"KVN > reported > In Karsk the nets were old | indirect\nthe Sun-Times > reported > in Lume the boats were late | indirect"},
	{`The bridge, according to Lev Marn, was built by the town.`, `Lev Marn > according to > The bridge // was built by the town | indirect`},
	{`As the Vend News reported, even if the nets are old, the boats are late.`,
		`the Vend News > reported > even if the nets are old, the boats are late | indirect`},
	{`The crowd left the town chanting "We are one town" and "Disarm the guards".`,
		`The crowd > chanting > We are one town // Disarm the guards | direct`},
	// The deeds of those who are talked about.
	{`Kell said that Marn had left the town and recently ordered ten of his men to return.`,
		`Kell > said > Marn had left the town and recently ordered ten of his men to return | indirect`},
	{`Kell said that Marn had left the town and later ordered ten of his men to return.`,
		"Kell > said > Marn had left the town | indirect\nKell > ordered > to return | indirect"},
}
