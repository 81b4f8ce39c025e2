package attribution_test

import "testing"

// TestComplements holds what cues take on their right, cause by cause of what the
// rules once missed.
func TestComplements(t *testing.T) { checkStatements(t, complements) }

// complements are texts with the statements in them, one a line.
var complements = [][2]string{
	// Adverbials between cue and "that".
	{`Marn said in an interview with the Vend Herald that he hopes to stay.`, `Marn > said > he hopes to stay | indirect`},
	{`Marn wrote in a Lume Sun op-ed that the bridge was closed.`, `Marn > wrote > the bridge was closed | indirect`},
	{`Marn has said in official comments so far that the bridge is closed.`, `Marn > said > the bridge is closed | indirect`},
	// Object and complement.
	{`Marn called the claims baseless.`, `Marn > called > the claims baseless | indirect`},
	{`Marn branded him incompetent on Monday.`, `Marn > branded > him incompetent | indirect`},
	{`Marn called the sale a "significant step" in the programme.`, `Marn > called > the sale a "significant step" in the programme | mixed`},
	{`Marn called the vote part of a plot.`, `Marn > called > the vote part of a plot | indirect`},
	{`Marn called a meeting planned for May.`, ``},
	{`Marn called the hospital.`, ``},
	// Addressees.
	{`Marn told the two men that the bridge was closed.`, `Marn > told > the bridge was closed | indirect`},
	{`Orla Tann wrote Marn: "We will close the bridge tomorrow."`, `Orla Tann > wrote > We will close the bridge tomorrow. | direct`},
	{`The bridge will close at dawn, Kell wrote Marn.`, `Kell > wrote > The bridge will close at dawn | indirect`},
	{`The bridge is closed, he said Monday morning on Vend TV's "Morning."`, `he > said > The bridge is closed | indirect`},
	// Contractions.
	{`He's suggesting that the bridge was closed.`, `He > suggesting > the bridge was closed | indirect`},
	{`She’s said the same thing for years: "We will close the bridge tomorrow."`, `She > said > We will close the bridge tomorrow. | direct`},
	{`They're told that the bridge was closed.`, ``},
	// Nouns that ascribe.
	{`Marn made the case that the bridge should close.`, `Marn > made the case > the bridge should close | indirect`},
	{`Osk drew an admission from Marn that the bridge was old.`, `Marn > admission > the bridge was old | indirect`},
	{`By Marn's own account, the bridge was old.`, `Marn's > account > the bridge was old | indirect`},
	{`Marn spent the evening repeating a false claim that the bridge was old.`, `Marn > repeating a false claim > the bridge was old | indirect`},
	{`Osk rejected the claim of fraud that was made.`, ``},
	// Relative clauses without a comma.
	{`Critics who say that the bridge failed are wrong.`, `Critics > say > the bridge failed | indirect`},
	{`A report that found that the bridge was unsafe was shelved.`, `A report > found > the bridge was unsafe | indirect`},
	{`Kell praised a faith that reveals itself in works.`, ``},
	{`Marn praised moves that he said improved the harbour.`, `he > said > improved the harbour | indirect`},
	// Bare noun phrases are none.
	{`Marn proposed sweeping overhauls of the harbour.`, ``},
	{`Marn announced new support from the guild.`, ``},
	{`The novelist, who wrote "Peter Crane," has been with the house for years.`, ``},
	// Headlines.
	{`# Marn has not closed the bridge — Yet`, ``},
	{`# Marn and Kell: A tortured relationship`, ``},
	{`# Marn and Kell: We closed the bridge`, `Marn and Kell > - > We closed the bridge | indirect`},
	{`# Marn praises, laments Kell's legacy`, ``},
	{`# Kell Calls Violence ‘Genocide.’`, `Kell > Calls > Violence ‘Genocide.’ | indirect`},
	{`# Report: Marn closed the bridge; Kell says more to come`, `Report > - > Marn closed the bridge | indirect`},
	// Subjects.
	{`Mr. Marn, the council said, made two false statements.`, `the council > said > Mr. Marn // made two false statements | indirect`},
	{`42% say they are content.`, `42% > say > they are content | indirect`},
	{`64 percent call him competent.`, `64 percent > call > him competent | indirect`},
	// Nouns and adjectives that look like verbs.
	{`Marn won the most pledged delegates in Lume.`, ``},
	{`There were 22 emails that went through the server.`, ``},
	{`Marn went on that the bridge would close.`, `Marn > went on > the bridge would close | indirect`},
	{`Marn made it clear that they're leaving.`, `Marn > made it clear > they're leaving | indirect`},
	{`The talks went on that week in Lume.`, ``},
	{`Kell cast the vote as a choice.`, `Kell > cast > the vote as a choice | indirect`},
}
