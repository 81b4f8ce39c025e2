package attribution_test

import "testing"

// TestEnds holds where contents end and begin, cause by cause of what the rules once took in
// or left out.
func TestEnds(t *testing.T) { checkStatements(t, ends) }

// ends are texts with the statements in them, one a line.
var ends = [][2]string{
	// A relative clause that its own cue tells is a statement of its own.
	{`Lev Marn proposed that the boats stay, which he says would save the nets.`,
		"Lev Marn > proposed > the boats stay | indirect\nhe > says > would save the nets | indirect"},
	// A name in a row of names is no subject of the main clause.
	{`Claiming that Lume has "spies" in Karsk, Vend, Tor, and Sund, the mayor left the hall.`,
		`the mayor > Claiming > Lume has "spies" in Karsk, Vend, Tor, and Sund | mixed`},
	{`Noting that the nets were old, Lev Marn left the hall.`, `Lev Marn > Noting > the nets were old | indirect`},
	// An apposition before a quotation belongs to what stands before it.
	{`Asked about the port, Marn, a cook, wrote on Netter, a site for sailors, "The nets are old!"`,
		`Marn, a cook > wrote > The nets are old! | direct`},
	{`According to Lena Kell, a professor at Vend University, Karsk, "The nets will last for years".`,
		`Lena Kell, a professor at Vend University > According to > The nets will last for years | direct`},
	// Another verb of the speaker's behind a quotation.
	{`Kell has argued that, "When it comes to nets, the town is asleep," and implies the mayor is lost.`,
		"Kell > argued > When it comes to nets, the town is asleep, | direct\nKell > implies > the mayor is lost | indirect"},
	// The quotation that begins a clause is not a second statement.
	{`Lev Marn, a cook, told Vend News by letter: "The fight is as much about nets" as it is about boats.`,
		`Lev Marn, a cook > told > "The fight is as much about nets" as it is about boats | mixed`},
	// A verb's form within a name.
	{`According to the National Boat Forecasting Centre, the nets are ten years old.`,
		`the National Boat Forecasting Centre > According to > the nets are ten years old | indirect`},
	// What follows a semicolon goes on, unless the reporter turns against it.
	{`Kell said that few of the nets were new; the rest were made of old rope.`,
		`Kell > said > few of the nets were new; the rest were made of old rope | indirect`},
	{`Kell said that few of the nets were new; however, the boats left.`, `Kell > said > few of the nets were new | indirect`},
	{`Kell said that few of the nets were new; Marn said that none were.`,
		"Kell > said > few of the nets were new | indirect\nMarn > said > none were | indirect"},
	{`Kell described the nets as "old and torn"; her office disputes that.`, `Kell > described > the nets as "old and torn" | mixed`},
	// A broadcaster that passes words on.
	{`Kell said the nets were old, state television reported.`, `Kell > said > the nets were old | indirect`},
}
