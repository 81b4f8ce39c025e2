package page

import (
	"strings"

	"parley/internal/news"
)

// A head of fields is at least two lines such as "Title: …" and "URL: …" among the
// first lines: one alone may be a headline ("Source: Dorn will come").
const fewestFields = 2

// hasFields reports whether a text starts with a head of fields.
func (d *reader) hasFields(lines []line) bool {
	n := 0
	for _, l := range lines[:min(len(lines), headUnits)] {
		if _, _, ok := d.field(d.text[l.Start:l.End]); ok {
			n++
		}
	}
	return n >= fewestFields
}

// field tells which field a line gives, and where its value starts.
func (d *reader) field(s string) (set string, value int, ok bool) {
	name, rest, ok := strings.Cut(s[:min(len(s), 200)], ":")
	if !ok || len(name) > 20 || strings.HasPrefix(rest, "//") {
		return "", 0, false
	}
	name = strings.ToLower(strings.TrimSpace(name))
	for _, set := range []string{"title", "outlet", "writer", "other"} {
		if d.names[set][name] {
			return set, skipSpace(s, len(s)-len(s[strings.IndexByte(s, ':')+1:])), true
		}
	}
	return "", 0, false
}

// addField takes a line of a head of fields; false when it is none. The address is
// kept as furniture: one that stands in the text is nobody's canonical address.
func (d *reader) addField(s news.Span) bool {
	line := d.text[s.Start:s.End]
	set, value, ok := d.field(line)
	if !ok {
		return false
	}
	if set == "title" && value < len(line) {
		at := s.Start + value
		d.push(news.Span{Start: s.Start, End: trimEnd(d.text, s.Start, at)}, hint{}).furniture("field")
		d.push(news.Span{Start: at, End: s.End}, hint{title: true})
		return true
	}
	if mark, ok := d.readDateLine(line, false); ok {
		mark.unit = len(d.units)
		d.marks = append(d.marks, mark)
	}
	d.push(s, hint{}).furniture("field")
	switch {
	case set == "outlet" && d.outlet == "" && !isURL(line[value:]):
		d.outlet = line[value:]
	case set == "writer" && d.author == "":
		d.author = line[value:]
	}
	return true
}

// isURL reports whether words are nothing but an address.
func isURL(s string) bool {
	return !strings.ContainsAny(s, " \u00a0") &&
		(strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www."))
}
