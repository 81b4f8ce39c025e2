package attribution_test

import "testing"

// TestFrames holds less common right-hand sides and cues, cause by cause of what the rules
// once missed.
func TestFrames(t *testing.T) { checkStatements(t, frames) }

// frames are texts with the statements in them, one a line.
var frames = [][2]string{
	// Object and "to be".
	{`The court declared the nets to be unsafe.`, `The court > declared > the nets to be unsafe | indirect`},
	{`Inspectors found him to have lied about the boats.`, `Inspectors > found > him to have lied about the boats | indirect`},
	{`Kell found a way to be happy in Lume.`, ``},
	// Infinitives.
	{`Sailors claimed to have seen the ghost of the harbour.`, `Sailors > claimed > to have seen the ghost of the harbour | indirect`},
	{`Kell pleads with the mayor to close the bridge.`, `Kell > pleads with > to close the bridge | indirect`},
	{`The club invites him and his crew to climb the tower.`, `The club > invites > to climb the tower | indirect`},
	{`The court advised the council on April 9, 2019 to close the bridge.`, `The court > advised > to close the bridge | indirect`},
	// -ing phrases.
	{`Kell describes crawling out of the boat.`, `Kell > describes > crawling out of the boat | indirect`},
	{`Kell admitted to stealing the nets.`, `Kell > admitted to > stealing the nets | indirect`},
	// "as".
	{`The council announced Marn as the new harbour master.`, `The council > announced > Marn as the new harbour master | indirect`},
	{`The council announced the tax as talks were failing.`, ``},
	{`Marn cited the tax as the reason he's late.`, `Marn > cited > the tax as the reason he's late | indirect`},
	{`The plan, which the council described as meant to help, failed.`, `the council > described > as meant to help | indirect`},
	// Clauses without "that".
	{`The inquiry concluded loose nets contributed to the loss.`, `The inquiry > concluded > loose nets contributed to the loss | indirect`},
	{`Officials denied the boat which sank the ferry belonged to Lume.`, `Officials > denied > the boat which sank the ferry belonged to Lume | indirect`},
	{`Officials denied the charges which sank the mayor.`, ``},
	{`Some claim the boat was empty.`, `Some > claim > the boat was empty | indirect`},
	{`Many state officials left the hall.`, ``},
	// Subjects and words around the verb.
	{`They held a banner that urged Mayor Marn to leave.`, `a banner > urged > to leave | indirect`},
	{`One of them went so far as to say the nets were old.`, `One of them > say > the nets were old | indirect`},
	{`Marn was keen to stress that the nets were old.`, `Marn > stress > the nets were old | indirect`},
	{`Lev Marn said to Vend "We will close the bridge tomorrow."`, `Lev Marn > said > We will close the bridge tomorrow. | direct`},
	// Addressees with an apposition, "called for X to P", "compared X to Y".
	{`Marn asked Kell, who was steering, to "pull down".`, `Marn > asked > to "pull down" | mixed`},
	{`Kell called for the mayor to resign at once.`, `Kell > called for > the mayor to resign at once | indirect`},
	{`Kell called for the closing of the bridge.`, ``},
	{`Kell compared the tax to a noose.`, `Kell > compared > the tax to a noose | indirect`},
	// Nouns whose clause stands behind "is".
	{`One of the key demands of the sailors was that Marn step down.`, `the sailors > demands > Marn step down | indirect`},
	{`Her main argument is that the nets are old.`, `Her > argument > the nets are old | indirect`},
	{`The problem is that the nets are old.`, ``},
	{`Kell gave assurances that the nets would be mended.`, `Kell > gave assurances > the nets would be mended | indirect`},
	// A source without comma.
	{`According to the harbour police the man had fled before dawn.`, `the harbour police > According to > the man had fled before dawn | indirect`},
	{`The boats stopped, according to Vend there may be ten sailors in jail.`, `Vend > according to > there may be ten sailors in jail | indirect`},
	// Verbs that are never participles.
	{`Officials denied the boat belonged to Lume.`, `Officials > denied > the boat belonged to Lume | indirect`},
	// Words that hang somewhere, and records.
	{`A sign reading "The nets are old" hung on the door.`, `A sign > reading > The nets are old | direct`},
	{`The mayor is on record as saying the nets are old.`, `The mayor > on record as saying > the nets are old | indirect`},
	// No cues.
	{`Kell had invited him to Lume as early as May.`, ``},
	{`Fresh reports from Lume indicate that the nets were old.`, `Fresh reports from Lume > indicate > the nets were old | indirect`},
	{`Kell reports from Lume that the nets were old.`, `Kell > reports > the nets were old | indirect`},
	// Numbers, subjunctives, adjectives.
	{`Officials say at least ten sailors died.`, `Officials > say > at least ten sailors died | indirect`},
	{`Officials confirmed at least ten sailors died.`, `Officials > confirmed > at least ten sailors died | indirect`},
	{`The guild demanded the nets be mended.`, `The guild > demanded > the nets be mended | indirect`},
	{`Kell asked for the nets to be mended.`, `Kell > asked for > the nets to be mended | indirect`},
	{`Kell asked for a net.`, ``},
	{`Kell was adamant the nets were old.`, `Kell > was adamant > the nets were old | indirect`},
}
