package page

import (
	"parley/internal/news"
)

// A unit is a line, a wrapped paragraph or a block on its way to become a passage.
// Its kind is "" until something decides it.
type unit struct {
	news.Span
	shape
	kind    news.PassageKind
	reason  string
	section *list // the part of the page that its words open, if they do
	hint    hint
}

// hint is what an HTML tree tells about a block; zero for a line of text.
type hint struct {
	heading int8 // 1 to 6 for h1 to h6
	quote   bool // in a blockquote
	caption bool // in a figcaption
	list    bool // in a list
	links   int  // letters inside links
	voted   bool // found in the main text
	lead    bool // named a standfirst by its class
	title   bool // printed as the headline in the page's metadata
}

func (u *unit) furniture(reason string) { u.kind, u.reason = news.Furniture, reason }

func (u *unit) open() bool { return u.kind == "" }

// stops reports whether the unit ends as a sentence does.
func (u *unit) stops() bool { return u.end == '.' }

// prose reports whether the unit reads like sentences rather than like a title.
func (u *unit) prose() bool {
	switch {
	case u.stops():
		return u.words >= 6 || u.breaks > 0
	case u.end == '-' && u.bullet: // a heading between dashes
		return false
	case u.end == ':' || u.end == ',' || u.end == ';' || u.end == '-':
		return u.words >= 4 || u.leadsIn()
	}
	return u.words >= long || (u.quoted || u.bullet) && u.words >= 6
}

// leadsIn reports whether the unit announces what follows: "Dorn continued:", "From
// the Tavel Morning Post:". Words in capitals throughout are a heading.
func (u *unit) leadsIn() bool {
	return u.end == ':' && u.words >= 2 && !u.shouted
}

// long is the number of words beyond which a line is no title.
const long = 20
