package imprint

import (
	"net/url"
	"strings"

	"parley/internal/news"
)

// match holds a form against the words from word i on, and gives the word behind it. Word
// behind follows another credit.
func (x *lexicon) match(text string, f *form, ws []word, i, behind int) (c Credit, end int, ok bool) {
	h := holder{x: x, text: text, ws: ws, role: f.role, behind: behind}
	if end, ok = h.rest(f.elements, i); !ok || end == i {
		return c, 0, false
	}
	if f.elements[0].kind == follower { // "and | is republished"
		i++
	}
	return Credit{f.role, h.name, news.Span{Start: ws[i].start, End: h.until(end)}}, end, true
}

// A holder is one form on its way over the words of a passage.
type holder struct {
	x    *lexicon
	text string
	ws   []word
	role Role
	name string
	last int // word behind the name

	behind int // word behind another credit
}

// until is the last byte of a credit that ends before word end, the 's of a name left off.
func (h *holder) until(end int) int {
	w := &h.ws[end-1]
	if h.last == end && possessive(w.low) {
		return w.end - len(w.low[strings.LastIndexAny(w.low, "'’"):])
	}
	return w.end
}

// rest holds elements against the words from i on. A set's longer entries are tried first;
// elements are few and an entry is a few words, so this ends soon.
func (h *holder) rest(es []element, i int) (int, bool) {
	if len(es) == 0 {
		return i, true
	}
	e := &es[0]
	switch e.kind {
	case beginning:
		if i >= len(h.ws) || !h.ws[i].opens {
			return 0, false
		}
		return h.rest(es[1:], i)
	case aColon:
		if i == 0 || !h.ws[i-1].colon {
			return 0, false
		}
		return h.rest(es[1:], i)
	case follower:
		if i != h.behind {
			return 0, false
		}
		return h.rest(es[1:], i)
	case aNumber:
		if i >= len(h.ws) || !h.ws[i].number {
			return 0, false
		}
		return h.rest(es[1:], i+1)
	case aName:
		return h.named(es[1:], i, e.outlet)
	}
	for _, words := range e.set {
		if holds(words, h.ws, i) {
			if end, ok := h.rest(es[1:], i+len(words)); ok {
				return end, true
			}
		}
	}
	if e.optional {
		return h.rest(es[1:], i)
	}
	return 0, false
}

// named reads the name at word i, the longest first.
func (h *holder) named(es []element, i int, outlet bool) (int, bool) {
	if h.role == visit {
		return h.address(es, i)
	}
	if n := entry(h.x.sets["tool"], h.ws, i); n > 0 && h.role == Translator {
		return h.take(es, i, i+n)
	}
	article, most := h.x.name(h.ws, i)
	for n := most; n > 0; n-- {
		to := i + article + n
		if w := &h.ws[to-1]; !w.upper && !w.number {
			continue
		}
		if end, ok := h.take(es, i, to); ok && (!outlet || h.x.outletLike(h.name)) {
			return end, true
		}
	}
	return 0, false
}

// take makes words from up to to the name, an article in lower case left off, if what follows
// is as the form says.
func (h *holder) take(es []element, from, to int) (int, bool) {
	end, ok := h.rest(es, to)
	if !ok {
		return 0, false
	}
	if !h.ws[from].upper && h.ws[from].low == "the" {
		from++
	}
	h.last = to
	s := h.text[h.ws[from].start:h.until(to)]
	if h.name = s; h.role != Translator {
		h.name = h.x.outlet(s)
	}
	return end, h.name != ""
}

// OutletLike reports whether a name's words tell it to be an outlet's: an agency's, or one with
// a word that outlets' names have.
func OutletLike(name string) bool { return builtin().outletLike(name) }

// outletLike reports whether a name is an agency's or holds a word that outlets' names have.
func (x *lexicon) outletLike(name string) bool {
	low := strings.ToLower(Bare(name))
	if x.agencies[low] {
		return true
	}
	for _, w := range strings.Fields(low) {
		if x.has("press", w) {
			return true
		}
	}
	return false
}

// outlet gives the name that a printed one stands for: a site's by its host, a copyright
// holder's by what it publishes, else as printed without its legal form.
func (x *lexicon) outlet(s string) string {
	low := strings.ToLower(s)
	for _, h := range x.holders {
		if strings.Contains(low, h[0]) {
			return h[1]
		}
	}
	if name := x.sites[strings.TrimPrefix(low, "www.")]; name != "" {
		return name
	}
	return strings.Trim(x.bareOfCompany(s), nameMarks)
}

// nameMarks stand around a name and are no part of it.
const nameMarks = ",.“”\"‘’' "

// bareOfCompany leaves off the legal forms behind a name: "Karsk Courier Publishing House Ltd."
func (x *lexicon) bareOfCompany(s string) string {
	for {
		name, found := strings.TrimRight(s, nameMarks), false
		for _, words := range x.sets["company"] {
			form := " " + strings.Join(words, " ")
			if n := len(name) - len(form); n >= 0 && strings.EqualFold(name[n:], form) {
				s, found = name[:n], true
				break
			}
		}
		if !found {
			return s
		}
	}
}

// address reads an address whose outlet is known.
func (h *holder) address(es []element, i int) (int, bool) {
	if i >= len(h.ws) {
		return 0, false
	}
	host := h.ws[i].low
	if u, err := url.Parse(host); err == nil && u.Host != "" {
		host = u.Host
	}
	name := h.x.sites[strings.TrimPrefix(host, "www.")]
	if name == "" {
		return 0, false
	}
	h.name = name
	return h.rest(es, i+1)
}

// Bare leaves the leading article of a name off.
func Bare(s string) string { return strings.TrimPrefix(strings.TrimPrefix(s, "The "), "the ") }
