package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// A reader is one document on its way through the rules.
type reader struct {
	*words
	text  string
	units []unit
	meter meter
	marks []dateMark
	author,
	outlet string
	first int  // unit of the first paragraph
	title int  // unit of the headline
	loose bool // the text prints no full stops
}

// readDump makes the passages of a text file. The decoded text is the report's
// text, unchanged.
func readDump(r *news.Report, text string) {
	lines := paragraphs(text, splitLines(text))
	d := &reader{words: lists(), text: text, units: make([]unit, 0, len(lines)+8)}
	fields := d.hasFields(lines)
	for i, l := range lines {
		if !fields || i >= headUnits || !d.addField(l.Span) {
			d.add(l.Span, hint{})
		}
	}
	d.arrange()
	r.Text = text
	d.finish(r)
}

// add takes a line or block: cuts a date off its front, measures what is left, and
// judges by its words alone.
func (d *reader) add(s news.Span, h hint) {
	if reason := d.segments(d.text[s.Start:s.End]); reason != "" && h.heading == 0 {
		d.push(s, h).furniture(reason)
		return
	}
	if mark, ok := d.readDateLine(d.text[s.Start:s.End], len(d.units) < headUnits); ok {
		mark.unit = len(d.units)
		d.marks = append(d.marks, mark)
		end := s.Start + mark.end
		d.push(news.Span{Start: s.Start, End: trimEnd(d.text, s.Start, end)}, h).furniture("date line")
		s.Start = skipSpace(d.text, end)
	}
	if s.Start >= s.End {
		return
	}
	if i := d.signOff(d.text[s.Start:s.End]); i > 0 {
		end := s.End
		s.End = trimEnd(d.text, s.Start, s.Start+i)
		d.addWords(s, h)
		d.push(news.Span{Start: skipSpace(d.text, s.End), End: end}, hint{}).furniture("sign-off")
		return
	}
	d.addWords(s, h)
}

// addWords takes a line, or what is left of it, that is one thing.
func (d *reader) addWords(s news.Span, h hint) {
	u := d.push(s, h)
	if h.heading != 1 && !h.title {
		d.judge(u)
	}
	switch {
	case !u.open():
	case h.caption:
		u.kind = news.Caption
	case h.quote:
		u.kind = news.BlockQuote
	}
}

// headUnits is how far down a page an unlabelled date may open a line of other words.
const headUnits = 12

func (d *reader) push(s news.Span, h hint) *unit {
	d.units = append(d.units, unit{Span: s, shape: d.meter.measure(d.text[s.Start:s.End]), hint: h})
	return &d.units[len(d.units)-1]
}

func trimEnd(text string, start, end int) int {
	return start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
}

func skipSpace(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsSpace(r) {
			return at
		}
		at += n
	}
	return at
}
