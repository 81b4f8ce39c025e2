package attribution

// The names of the rules, which statements carry. What each adds to what the trained reader and
// the other rules find is told in docs/scores.md, "What each rule adds", and is the reason that it
// is still here: a rule that adds nothing there goes.
const (
	ruleThat        = "said that"                     // Varga said that the talks …
	ruleSaid        = "said"                          // Varga said the talks …
	ruleInfinitive  = "infinitive"                    // Varga promised to …, urged them to …
	ruleIng         = "-ing phrase"                   // Varga denied having …
	ruleWh          = "wh-clause"                     // Varga told how …
	ruleObject      = "object and complement"         // Varga called it a sham, described it as …
	ruleCueQuote    = "cue, then quotation"           // Varga said: “…”
	ruleQuoteCue    = "quotation, then cue"           // “…,” Varga said
	ruleBrokenQuote = "broken quotation"              // “…,” Varga said, “…”
	ruleClauseCue   = "clause, then cue"              // The talks go on, Varga said
	ruleBroken      = "broken clause"                 // The talks, Varga said, go on
	ruleAccording   = "according to"                  // According to Varga, …
	ruleAsPut       = "as X put it"                   // As Varga put it, …; in Varga’s view, …
	ruleClauseColon = "clause, colon, then quotation" // Varga said it would end: “…”
	ruleColon       = "subject, colon, quotation"     // Varga was blunter: “…”
	ruleHeadline    = "headline"                      // Varga: Talks to go on
	ruleOpenColon   = "colon, then block"             // Varga said: and a block quotation or a quotation of its own paragraph
	ruleCarried     = "carried-on quotation"          // “…” after Varga spoke
	ruleCarriedHalf = "carried-on half quotation"     // It is “a sham”. after Varga spoke
	ruleFirstPerson = "carried-on first person"       // We will come. without marks
	rulePull        = "pull quotation"                // a block quotation with “— Varga” or “Ilse Varga, speech in Brenn” below
	ruleInterview   = "interview"                     // Varga: … by turns
)

// RuleNames are the names of all rules, for an ablation.
func RuleNames() []string {
	return []string{ruleThat, ruleSaid, ruleInfinitive, ruleIng, ruleWh, ruleObject, ruleCueQuote, ruleQuoteCue, ruleBrokenQuote,
		ruleClauseCue, ruleBroken, ruleAccording, ruleAsPut, ruleClauseColon, ruleColon, ruleHeadline, ruleOpenColon,
		ruleCarried, ruleCarriedHalf, ruleFirstPerson, rulePull, ruleInterview}
}

// Without is the lexicon under which one rule finds nothing, as if its code were gone: what
// it found falls to the rules behind it or to none, and a cue that shares the voice of one that
// is gone looks for its source elsewhere.
func (x *Lexicon) Without(rule string) *Lexicon {
	y := *x
	y.without = rule
	return &y
}

// reads reports whether a rule is to be tried.
func (x *Lexicon) reads(rule string) bool { return rule != x.without }
