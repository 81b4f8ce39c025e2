package actor

import "strings"

// Names of bodies hold what elsewhere parts one name from another: a possessor's ending
// (Updale's Holdings Inc., the Farmers' Union), an ampersand, also as what is left of one that a page's code held.

// isLegalForm reports whether w tells a company's legal form.
func isLegalForm(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Inc", "Corp", "Co", "Ltd", "Limited", "LLC", "PLC", "Plc", "AG", "SA", "S.A", "NV", "N.V", "GmbH", "Incorporated", "Corporation", "Company", "Cos", "Cie":
		return true
	}
	return false
}

// namesOfPossessors makes no possessor of the last of toks where it begins a name that goes on with
// the capital k: of a company, or of a body of its own people, the Farmers' Union.
func namesOfPossessors(toks []tok, k tok, text string, w *words) {
	if isLegalForm(k.In(text)) {
		disown(companyFrom(toks, text, w), text)
	}
	if t := &toks[len(toks)-1]; t.is(isPeople) && k.is(isNamed|isBody) {
		disown(t, text)
	}
}

// mostForms is how many words that any company's name may hold are looked through before its legal form.
const mostForms = 4

// companyFrom is the token before those that end toks, if any, which any company's name may hold
// before its legal form: nobody owns an Inc. or a Holdings Inc.
func companyFrom(toks []tok, text string, w *words) *tok {
	i := len(toks) - 1
	least := max(0, i-mostForms)
	for i > least && toks[i].capital() && !toks[i].possessive() && w.kinds[readNameWord(text, int(toks[i].start)).hash]&companies != 0 {
		i--
	}
	return &toks[i]
}

// disown makes the possessor t a word of a name, but no state and no party.
func disown(t *tok, text string) {
	if !t.capital() || !t.possessive() || t.is(isProper) {
		return
	}
	t.shape &^= possessive
	if strings.HasPrefix(text[t.end:], "’") {
		t.end += int32(len("’"))
	} else {
		t.end += int32(len("'"))
	}
	if int(t.end) < len(text) && (text[t.end] == 's' || text[t.end] == 'S') {
		t.end++
	}
}

// ampersand makes part of a name of "amp" between two capitals: Dale amp Hart, of &amp;.
func ampersand(two []tok, text string) {
	if two[0].capital() && !two[0].possessive() && two[1].In(text) == "amp" {
		two[1].shape |= capital
	}
}
