package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"parley/internal/news"
)

// siteMarks set a site's name off from a page's title.
var siteMarks = []string{" | ", " — ", " – ", " - ", " :: ", " » ", " · ", " • "}

// plainTitle gives the unit that is the headline when unit i is the page's title:
// the headline and the site's name ("Dorn says no — The Karsk Courier"). The name is
// sure only because the headline follows without it.
func (d *reader) plainTitle(i, first int) int {
	full := d.text[d.units[i].Start:d.units[i].End]
	for j := i + 1; j < first && j < i+headUnits; j++ {
		u := &d.units[j]
		rest, ok := strings.CutPrefix(full, d.text[u.Start:u.End])
		if !ok || rest == "" || u.words < 3 || u.kind == news.Furniture {
			continue
		}
		for _, mark := range siteMarks {
			if name, ok := strings.CutPrefix(rest, mark); ok {
				d.nameOutlet(name)
				return j
			}
		}
	}
	return i
}

// nameOutlet takes a site's name from a page's title, if it is one name.
func (d *reader) nameOutlet(name string) {
	for _, mark := range siteMarks {
		if strings.Contains(name, mark) {
			return
		}
	}
	if d.outlet == "" && len(name) < 50 && d.isName(name) {
		d.outlet = name
	}
}

// cutSite cuts "| Site" off the headline, where no dash leaves it open whether the
// words behind it are a speaker's name.
func (d *reader) cutSite(title, first int) (int, int) {
	u := d.units[title]
	s := d.text[u.Start:u.End]
	i := strings.Index(s, " | ")
	if i < 0 || utf8.RuneCountInString(s[i:]) > 60 || strings.Count(s[:i], " ") < 2 {
		return title, first
	}
	d.nameOutlet(s[i+3:])
	site := u
	d.units[title].End = trimEnd(d.text, u.Start, u.Start+i)
	d.units[title].shape = d.meter.measure(s[:i])
	site.Start = u.Start + i + 1
	site.shape = d.meter.measure(d.text[site.Start:site.End])
	site.furniture("page title")
	d.units = slices.Insert(d.units, title+1, site)
	if first > title {
		first++
	}
	return title, first
}
