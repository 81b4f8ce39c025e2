package attribution_test

import "testing"

// TestCauses holds co-ordinated verbs, long subjects, brackets and addressees, cause by
// cause of what the rules once missed.
func TestCauses(t *testing.T) { checkStatements(t, causes) }

// causes are texts with the statements in them, one a line.
var causes = [][2]string{
	// A co-ordinated verb has the first verb's subject.
	{`A week later, Kell paid a visit to the port in Karsk, Lume and explained why the boats were late.`,
		`Kell > explained > why the boats were late | indirect`},
	{`Kell claims that broadcaster Vend "takes its orders" from Lume, and asserts that the nets are old.`,
		"Kell > claims > broadcaster Vend \"takes its orders\" from Lume | mixed\nKell > asserts > the nets are old | indirect"},
	{`Rallying workers, Kell tried to fix the boats and promised to stay.`, `Kell > promised > to stay | indirect`},
	{`Last month, when I asked Lev Marn if he would stay, he looked away, shut the door and said, "The nets are old."`,
		"I > asked > if he would stay | indirect\nhe > said > The nets are old. | direct"},
	{`Kell said the nets were old and warned that the boats were late.`,
		"Kell > said > the nets were old | indirect\nKell > warned > the boats were late | indirect"},
	// A subject with a relative clause.
	{`Even those who have drawn up plans for Mr Marn to win the harbour acknowledge that the boats are late.`,
		`those > acknowledge > the boats are late | indirect`},
	{`Some 27 percent of those who named a mayor said they could change their mind.`,
		`Some 27 percent of those who named a mayor > said > they could change their mind | indirect`},
	{`The town won the endorsement of former Sen. Lev Marn, who told Vend News the nets were old.`,
		`former Sen. Lev Marn > told > the nets were old | indirect`},
	{`Lena Kell, who calls Marn a "tired sailor," said he should stay at home.`,
		"Lena Kell > calls > Marn a \"tired sailor,\" | mixed\nLena Kell, who calls Marn a \"tired sailor,\" > said > he should stay at home | indirect"},
	{`It was pushed by Lev Marn, who's argued for years that the nets are old.`, `Lev Marn > argued > the nets are old | indirect`},
	{`Advisers to Mr Marn are quick to point out that the nets are new.`, `Advisers to Mr Marn > point out > the nets are new | indirect`},
	{`VEND TODAY reported last month that the nets were old.`, `VEND TODAY > reported > the nets were old | indirect`},
	{`The nets were old, according to even his own supporters.`, `his own supporters > according to > The nets were old | indirect`},
	// No source at all.
	{`Thirdly, showing the nets to the town is the worst thing of all.`, ``},
	{`He promises to immediately declare it a port.`, `He > promises > to immediately declare it a port | indirect`},
	{`This means acknowledging that the nets are old.`, ``},
	{`It was like saying that the nets are old.`, ``},
	{`"Who told you that the nets are old?" Kell asked.`, `Kell > asked > Who told you that the nets are old? | direct`},
	{`The mayor left the hall, a fact later confirmed by the council.`, ``},
	{`The town wrote a letter to the mayor, calling the two lengthy reports "false and misleading".`,
		`The town > calling > the two lengthy reports "false and misleading" | mixed`},
	{`The town used more nets than the council says the law allows.`, ``},
	// Clauses behind the report's words.
	{`The nets were old, the study found.`, `the study > found > The nets were old | indirect`},
	{`The mayor owed the harbour money, public documents show.`, `public documents > show > The mayor owed the harbour money | indirect`},
	// A colon and a bracket begin a clause.
	{`And it has not gone unseen: According to recent polls, the mayor holds only ten votes.`,
		`recent polls > According to > the mayor holds only ten votes | indirect`},
	{`He repeated his claim that the harbour is full (the real number is lower, according to Vend.org).`,
		"He > repeated his claim > the harbour is full | indirect\nVend.org > according to > the real number is lower | indirect"},
	{`The tax led to anger among the sailors ("I want my nets back," wrote Lev Marn, a cook).`,
		`Lev Marn, a cook > wrote > I want my nets back, | direct`},
	{`Her hold on the town is worse than it has been, according to Lev Marn, a sailor who counted the nets.`,
		`Lev Marn, a sailor who counted the nets > according to > Her hold on the town is worse than it has been | indirect`},
	// What stands between cue and content.
	{`Lena Kell, a baker, said before attending the town hall that the nets were old.`, `Lena Kell, a baker > said > the nets were old | indirect`},
	{`Kell asked Marn, Rao and Tor to search the boats.`, `Kell > asked > to search the boats | indirect`},
	{`Kell told you that the nets are old.`, `Kell > told > the nets are old | indirect`},
	{`She said, if elected, she would ask Marn to help.`, `She > said > if elected, she would ask Marn to help | indirect`},
	{`Kell said that, according to a study of the port, ten of the nets were old.`,
		"Kell > said > according to a study of the port, ten of the nets were old | indirect\na study of the port > according to > ten of the nets were old | indirect in 0"},
	{`Town records suggest the teacher, Lev Marn, was earning ten crowns.`,
		`Town records > suggest > the teacher, Lev Marn, was earning ten crowns | indirect`},
	{`Marn has insisted on building a bridge.`, `Marn > insisted on > building a bridge | indirect`},
	{`Kell cautioned against viewing that as a vote.`, `Kell > cautioned against > viewing that as a vote | indirect`},
	{`A note in the report makes that clear: "The nets are old."`, `A note in the report > makes that clear > The nets are old. | direct`},
	{`Many sailors made it clear they didn't agree with the mayor.`, `Many sailors > made it clear > they didn't agree with the mayor | indirect`},
	{`Kell renewed his claim in November that the nets were old.`, `Kell > renewed his claim > the nets were old | indirect`},
	{`The council's recommendation Friday that the town was old should end it.`, `The council's > recommendation > the town was old | indirect`},
	{`By Marn's own argument, the council has no right to the nets.`, `Marn's > argument > the council has no right to the nets | indirect`},
	// Object and complement.
	{`Kell called it "baseless" and "false" on Monday.`, `Kell > called > it "baseless" and "false" | mixed`},
	{`Kell called Marn, his old rival, a "tired sailor".`, `Kell > called > Marn, his old rival, a "tired sailor" | mixed`},
	{`Kell has mocked a sailor, referred to the nets as "rags" and pointed to a boat.`, `Kell > referred to > the nets as "rags" | mixed`},
	{`Friends offered to vote for him and even work for his club when he left.`,
		`Friends > offered > to vote for him and even work for his club when he left | indirect`},
	// Where a content ends.
	{`Kell said that the harbour is full (it holds ten boats).`, `Kell > said > the harbour is full | indirect`},
	{`Kell said that the harbour (it holds ten boats) is full.`, `Kell > said > the harbour (it holds ten boats) is full | indirect`},
	{`Asked about the port, Kell said "We will see," when asked whether he would stay.`, `Kell > said > We will see, | direct`},
	{`He never named a source for his claim that the nets are old.`, `his > claim > the nets are old | indirect`},
	{`Marn's lead in pledged votes is triple what it was.`, ``},
	{`Half of the voters said they would stay, compared with ten who would leave.`, `Half of the voters > said > they would stay | indirect`},
	{`Kell said the nets were old, although he again refused to leave.`, `Kell > said > the nets were old | indirect`},
	{`Kell says the nets are old, but she has also praised the boats.`, `Kell > says > the nets are old | indirect`},
	{`The net is so old, the mayor said, that it must be thrown away.`, `the mayor > said > The net is so old // it must be thrown away | indirect`},
	// A quotation is the main verb's, not the relative clause's.
	{`Lev Marn wrote back to Kell pointing out how odd it was for a man who promised new nets: "Where are they now, Mr Kell?"`,
		"Lev Marn > pointing out > how odd it was for a man who promised new nets | indirect\n^0 > - > Where are they now, Mr Kell? | direct"},
	{`Conceding that there would be a port "down the line" Kell warned: "It will not be soon, I think."`,
		`Kell > warned > It will not be soon, I think. | direct`},
	// Fronted participles behind a preposition.
	{`Since announcing in May that he would not stay, Kell has left the town.`, `Kell > announcing > he would not stay | indirect`},
	{`After saying that the nets were old, Mr Kell left.`, `Mr Kell > saying > the nets were old | indirect`},
	// Documents that speak.
	{`Marn slammed a lawsuit alleging that the nets were old.`, `a lawsuit > alleging > the nets were old | indirect`},
	{`Ten sailors signed an open letter Monday stating that the nets were old.`, `an open letter > stating > the nets were old | indirect`},
	// More forms.
	{`Most voters agreed with the mayor that the nets were old.`, `Most voters > agreed with > the nets were old | indirect`},
	{`Kell floated the notion that the nets were old.`, `Kell > floated the notion > the nets were old | indirect`},
	{`Kell continued to portray "old" sailors as thieves.`, `Kell > portray > "old" sailors as thieves | mixed`},
	{`The market has added another link to the chain.`, ``},
	{`Kell reminded voters of the six years his family had lived there.`, ``},
	{`The nets are disliked by Karsk and Eastern Lume governments, which demand that the boats stay.`,
		`Karsk and Eastern Lume governments > demand > the boats stay | indirect`},
	// No words of anybody's.
	{`The nets, which Lume rejected itself by buying boats from all of you, are old.`, ``},
	{`We can all agree now that the nets are old.`, ``},
	{`Kell's lead of nearly 400 pledged votes is triple the lead that Marn had.`, ``},
	{`It is the end of the union that the land's ruling parties have been building.`, ``},
	{`The boat hinted at the harbour he sees for himself: a place that can argue plainly.`, ``},
	{`Marn has begun to rebut that criticism, raising money for the port.`, ``},
	{`It won, even if the returns suggest otherwise, and is part of the plan.`, ``},
	{`Though sailors hailed the plan as bold, the town was sold.`, `sailors > hailed > the plan as bold | indirect`},
	{`After a rally in Karsk, Lume the mayor went further and portrayed sailors as thieves.`, `the mayor > portrayed > sailors as thieves | indirect`},
}
