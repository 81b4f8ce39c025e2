package page

import (
	"slices"
	"strings"
	"time"

	dateparser "github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"parley/internal/news"
)

// Limits on the trees that go to libraries which we do not control.
const (
	maxNodes = 40_000
	maxDepth = 200
)

// small reports whether a tree is one that the libraries can be trusted with.
func small(root *html.Node) bool {
	nodes, depth := 0, 0
	for n := root; n != nil; {
		if nodes++; nodes > maxNodes || depth > maxDepth {
			return false
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			depth++
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	return true
}

// A ballot holds the sentences that go-trafilatura takes for main text.
type ballot map[uint64]bool

// extract asks go-trafilatura for the main text and its metadata. It may fail, and
// hostile pages may make it panic: then there is no vote.
func extract(root *html.Node) (votes ballot, meta trafilatura.Metadata) {
	defer func() {
		if recover() != nil {
			votes = nil
		}
	}()
	res, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		ExcludeComments: true, IncludeLinks: false, HtmlDateMode: trafilatura.Disabled,
	})
	if err != nil || res == nil {
		return nil, meta
	}
	votes = ballot{}
	for line := range strings.Lines(res.ContentText) {
		eachSentence(strings.TrimSpace(line), func(h uint64, _ int) { votes[h] = true })
	}
	return votes, res.Metadata
}

// has reports whether at least half of a block's letters are in the vote.
func (v ballot) has(s string) bool {
	if len(v) == 0 {
		return false
	}
	in, all := 0, 0
	eachSentence(s, func(h uint64, letters int) {
		all += letters
		if v[h] {
			in += letters
		}
	})
	return all > 0 && in*2 >= all
}

// eachSentence yields the hash and size of each sentence of a line. The cut need not
// be right, only the same on both sides.
func eachSentence(s string, yield func(hash uint64, letters int)) {
	var m meter
	for len(s) > 0 {
		end := len(s)
		if i := strings.Index(s, ". "); i >= 0 {
			end = i + 2
		}
		if sh := m.measure(s[:end]); sh.words > 0 {
			yield(sh.hash, sh.latin+sh.other)
		}
		s = s[end:]
	}
}

// Two clocks to show to go-htmldate: a date that moves with them was completed from
// the clock, not read off the page.
var clocks = [...]time.Time{
	time.Date(1999, 2, 3, 12, 0, 0, 0, time.UTC),
	time.Date(2098, 11, 26, 12, 0, 0, 0, time.UTC),
}

// htmlDate asks go-htmldate for the day of publication. Days that lean on today's
// date, those of a change, and days from addresses of pictures do not count.
func htmlDate(root *html.Node, uri string, changed []string) (day news.Day) {
	defer func() {
		if recover() != nil {
			day = news.Day{}
		}
	}()
	for i, now := range clocks {
		res, err := htmldate.FromDocument(root, htmldate.Options{
			UseOriginalDate: true, SkipExtensiveSearch: true, URL: uri,
			MinDate: time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC), MaxDate: time.Date(2199, 12, 31, 0, 0, 0, 0, time.UTC),
			DateParserConfig: &dateparser.Configuration{CurrentTime: now},
		})
		if err != nil || res.IsZero() || isPicture(res.SrcString) || slices.Contains(changed, res.SrcString) {
			return news.Day{}
		}
		if i > 0 && news.DayOf(res.DateTime) != day {
			return news.Day{}
		}
		day = news.DayOf(res.DateTime)
	}
	return day
}

func isPicture(address string) bool {
	low := strings.ToLower(address)
	for _, ext := range []string{".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"} {
		if strings.Contains(low, ext) {
			return true
		}
	}
	return false
}
