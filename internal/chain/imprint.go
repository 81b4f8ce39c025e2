package chain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/imprint"
	"parley/internal/news"
)

// A road is what a report's small print tells of the way of all its words: who published
// them first, who translated them, who passes them on. Each may be absent.
type road struct {
	first, translated, republished *news.Link
}

// roadOf reads the small print of a report. Several who are said to have published first
// leave open which words are whose.
func roadOf(rep *news.Report) (r road) {
	var passed *imprint.Credit
	credits := imprint.Read(rep)
	several := false
	for i := range credits {
		c := &credits[i]
		switch c.Role {
		case imprint.Original:
			if sameOutlet(rep.Outlet, c.Name) {
				continue
			}
			several = several || r.first != nil && !sameOutlet(r.first.Name, c.Name)
			if r.first == nil {
				r.first, passed = link(c, news.QuotedBy), c
			}
		case imprint.Republisher:
			r.republished = better(r.republished, link(c, news.RepublishedBy))
		case imprint.Republished:
			r.republished = better(r.republished, link(c, news.RepublishedBy))
		case imprint.Translator, imprint.Translation:
			r.translated = better(r.translated, link(c, news.Translated))
		}
	}
	if several {
		r.first = nil
	}
	r.byOutlet(rep, passed)
	return r
}

// byOutlet names the page's own outlet as who passes on the words of another that credit c
// names.
func (r *road) byOutlet(rep *news.Report, c *imprint.Credit) {
	switch {
	case rep.Outlet == "":
	case r.republished == nil && r.first != nil:
		r.republished = link(c, news.RepublishedBy)
		r.republished.Name = imprint.Bare(rep.Outlet)
	case r.republished != nil && r.republished.Name == "":
		r.republished.Name = imprint.Bare(rep.Outlet)
	}
}

// better is the first link of two, unless only the other has a name.
func better(a, b *news.Link) *news.Link {
	if a == nil || a.Name == "" && b.Name != "" {
		return b
	}
	return a
}

func link(c *imprint.Credit, kind news.LinkKind) *news.Link {
	return &news.Link{Name: imprint.Bare(c.Name), Kind: kind, Mention: c.Span}
}

// add puts the road behind the links that a statement has, each source once.
func (r *road) add(s *news.Statement) {
	for _, l := range []*news.Link{r.first, r.translated, r.republished} {
		if l == nil || l.Name != "" && (linked(s, l.Name) || spokenBy(s, l.Name)) {
			continue
		}
		s.Chain = append(slices.Clip(s.Chain), *l)
	}
}

func linked(s *news.Statement, name string) bool {
	return slices.ContainsFunc(s.Chain, func(l news.Link) bool { return sameOutlet(l.Name, name) })
}

// spokenBy reports whether the speaker of a statement is an outlet, or bears its name.
func spokenBy(s *news.Statement, outlet string) bool {
	if s.Speaker.Kind == news.Person {
		return sameName(s.Speaker.Name, outlet)
	}
	return sameOutlet(s.Speaker.Name, outlet)
}

// sameOutlet reports whether two names are one outlet's: as sameName, or one is the initials of
// the other, "MP", "Meridian Press", which its words tell to be an outlet: no "Mira Palk".
func sameOutlet(a, b string) bool {
	return sameName(a, b) || shortOf(a, b) || shortOf(b, a)
}

// shortOf reports whether a is the initials of outlet b.
func shortOf(a, b string) bool {
	if !imprint.OutletLike(b) {
		return false
	}
	a, b = bareName(a), bareName(b)
	return a != "" && a == initials(b)
}

// sameName reports whether one of two names ends the other: "TASS", "state news agency TASS";
// letter case, articles and a last "News" aside.
func sameName(a, b string) bool {
	a, b = bareName(a), bareName(b)
	return a != "" && b != "" && (endsIn(a, b) || endsIn(b, a))
}

// bareName leaves a leading article and a last "News" off.
func bareName(s string) string { return strings.TrimSuffix(imprint.Bare(s), " News") }

// endsIn reports whether the last words of a are b.
func endsIn(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a == b || strings.HasSuffix(a, " "+b)
}

// initials are the first letters of the words with capitals, "AFP" of "Agence France-Presse";
// "" for a single word.
func initials(s string) string {
	var out []rune
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			out = append(out, r)
		}
	}
	if len(out) < 2 {
		return ""
	}
	return string(out)
}
