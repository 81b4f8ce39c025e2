package attribution

import "parley/internal/news"

// Attribution is one source–cue–content relation before its speaker, addressee and
// day are resolved. Spans are bytes of Report.Text.
type Attribution struct {
	Source    news.Span   // the words that name the source ("he", "Russian Foreign Minister Sergey Lavrov"); zero when it is carried on or not written
	Cue       news.Span   // zero for a headline's colon and for carried-on quotations
	Content   []news.Span // in reading order, trimmed, at least one
	Mode      news.Mode
	Addressee news.Span // the words that name the addressee; zero when none
	Chain     []news.Link
	Context   news.Span // the sentence of the cue; where day, venue and occasion are looked for, outside Content
	Passage   int       // index into Report.Passages of the cue or, without one, of the content
	CarriedOn int       // index of the attribution whose speaker this one shares, or -1
	Within    int       // index of the attribution in whose content this one is nested, or -1
	Headline  bool      // source read from a headline form ("Name: words")
	Rule      string    // the rule that made it: "said that", "quote then cue", "according to", …
	Score     float64   // 0…1
	Evidence  news.Evidence
}
