package attribution_test

import "testing"

// TestTalks holds what reports of talks and conflicts are written with.
func TestTalks(t *testing.T) { checkStatements(t, talks) }

// talks are texts with the statements in them, one a line.
var talks = [][2]string{
	// What stands between cue and content, or belongs to it.
	{`He labelled the sailors, who had fled, as "rats" and said that the nets were old.`,
		"He > labelled > the sailors, who had fled, as \"rats\" | mixed\nHe > said > the nets were old | indirect"},
	{`Kell said in response to the late letters "the harbour has been closed."`, `Kell > said > the harbour has been closed. | direct`},
	{`The resolution calls on the mayor "to mend all nets."`, `The resolution > calls on > to mend all nets. | direct`},
	{`Kell has made clear he intends to stay.`, `Kell > made clear > he intends to stay | indirect`},
	{`The envoy attributes the losses to the storm.`, `The envoy > attributes > the losses to the storm | indirect`},
	{`Officers justified the raid as a retaliation.`, `Officers > justified > the raid as a retaliation | indirect`},
	{`Lume admits that sailors were lost, but calls it a mishap.`,
		"Lume > admits > sailors were lost | indirect\nLume > calls > it a mishap | indirect"},
	{`Kell said everything was going according to plan.`, `Kell > said > everything was going according to plan | indirect`},
	{`Kell repeated a campaign promise to mend the nets.`, `Kell > repeated a campaign promise > to mend the nets | indirect`},
	{`According to the Vend Times, citing envoys, the boats left the harbour.`, `envoys > According to > the boats left the harbour | indirect`},
	// Whose the words are.
	{`Envoys in Karsk, Lume said that the nets were old.`, `Envoys in Karsk, Lume > said > the nets were old | indirect`},
	{`After talks in Karsk, Lume said that the nets were old.`, `Lume > said > the nets were old | indirect`},
	{`It came after a council report issued two weeks earlier that concluded that the sailors hid nets.`,
		`a council report > concluded > the sailors hid nets | indirect`},
	{`The town voiced outrage over a resolution labelling the raid as "murder".`, `a resolution > labelling > the raid as "murder" | mixed`},
	{`According to the council, the boats left the harbour, council says.`, `the council > According to > the boats left the harbour | indirect`},
	{`A statement released by the council addressed talk of a storm: "The boats are in the harbour."`,
		`A statement > - > The boats are in the harbour. | direct`},
	{`He calls it a mishap rather than a crime.`, `He > calls > it a mishap rather than a crime | indirect`},
	{`A town crier showed a picture purporting to show the nets.`, `a picture > purporting > to show the nets | indirect`},
	{`According to the Vend Times, a crier showed a picture purporting to show the nets.`,
		"the Vend Times > According to > a crier showed a picture purporting to show the nets | indirect\na picture > purporting > to show the nets | indirect in 0"},
	// No statement.
	{`The "massive" air raids have claimed at least ten lives, among them a cook's.`, ``},
	{`The council has announced fresh sanctions against Lume: Ten boats were added to the list.`, ``},
	{`It shows the importance of insisting on a new law to ensure that the nets are mended.`, ``},
}
