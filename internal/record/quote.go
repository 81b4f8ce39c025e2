package record

import (
	"unicode/utf8"

	"parley/internal/news"
)

// Context is how many code points stand before and after the exact words in a
// quote selector.
const Context = 32

// Quote gives the parts of a W3C TextQuoteSelector: the words of span and up to
// Context code points on both sides of them.
func Quote(rep *news.Report, span news.Span) (exact, prefix, suffix string) {
	from, to := span.Start, span.End
	for range Context {
		_, n := utf8.DecodeLastRuneInString(rep.Text[:from])
		from -= n
		_, n = utf8.DecodeRuneInString(rep.Text[to:])
		to += n
	}
	return rep.Words(span), rep.Text[from:span.Start], rep.Text[span.End:to]
}
