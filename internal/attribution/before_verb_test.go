package attribution_test

import "testing"

// TestBeforeVerb holds that the verb of a subject is no part of it.
func TestBeforeVerb(t *testing.T) {
	checkStatements(t, [][2]string{
		{`In the leaflet, Vonhak Lumes discloses the old forecasts but says it hopes for more.`, `Vonhak Lumes > says > it hopes for more | indirect`},
		{`The harbour backs the plan but says it is late.`, `The harbour > says > it is late | indirect`},
		{`Marn demands Kell resign, adding that she is old.`, `Marn > adding > she is old | indirect`},
		{`The letter urged Karsk to “avoid condemning the sailors as a group.”`, `The letter > urged > to “avoid condemning the sailors as a group.” | mixed`},
		{`Harbour officials the next day left the town, saying it was cold.`, `Harbour officials > saying > it was cold | indirect`},
	})
}
