package chain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// Complete adds to each statement's chain who heard it in an interview, before the links that it
// has, and behind them the agency of the dateline and what the report's small print tells of
// all its words: who published them first, who translated them, who passes them on. From
// speaker to page.
func Complete(rep *news.Report, out []news.Statement) {
	agencies, road := agenciesOf(rep), roadOf(rep)
	for i := range out {
		s := &out[i]
		if l, ok := interviewer(rep.Text, s.Occasion); ok && !linked(s, l.Name) && (s.Addressee == nil || !sameOutlet(s.Addressee.Name, l.Name)) {
			s.Chain = append([]news.Link{l}, s.Chain...)
		}
		if len(s.Content) == 0 {
			continue
		}
		if l, ok := agencyOf(agencies, s.Content[0].Start); ok && !linked(s, l.Name) && !spokenBy(s, l.Name) && !sameOutlet(rep.Outlet, l.Name) {
			s.Chain = append(slices.Clip(s.Chain), l)
		}
		road.add(s)
	}
}

// interviewer is the link of an interview's or conversation's other side: "an interview with
// | the Courier".
func interviewer(text string, o *news.Occasion) (news.Link, bool) {
	if o == nil || o.Kind != "interview" && o.Kind != "conversation" {
		return news.Link{}, false
	}
	words := text[o.Mention.Start:o.Mention.End]
	_, name, ok := strings.Cut(words, " with ")
	if !ok {
		return news.Link{}, false
	}
	if name = partner(name); name == "" {
		return news.Link{}, false
	}
	return news.Link{Name: name, Kind: news.Interview, Mention: o.Mention}, true
}

// partner is the name of who leads an interview: the last capitalised words before "of" with
// what follows them, without whose they are: "the newspaper | Courier", "American journalist |
// Ina Kell | of the Post", "a | Karsk radio station".
func partner(s string) string {
	words := strings.Fields(s)
	from, name, after := 0, false, false
	for i, w := range words {
		w = strings.TrimRight(w, ",;:.")
		words[i] = w
		switch r, _ := utf8.DecodeRuneInString(w); {
		case w == "of" && name:
			return strings.Join(words[from:i], " ")
		case strings.HasSuffix(w, "'s"), strings.HasSuffix(w, "’s"):
			name = false
		case unicode.IsUpper(r):
			if !name || after {
				from, name, after = i, true, false
			}
		default:
			after = name && !strings.HasPrefix(w, "al-")
		}
	}
	if !name {
		return ""
	}
	return strings.Join(words[from:], " ")
}

// agenciesOf are the agencies that a report's datelines name: "(Reuters)", "/TASS/".
func agenciesOf(rep *news.Report) (out []news.Link) {
	for i := range rep.Passages {
		p := &rep.Passages[i]
		if p.Kind != news.Furniture || p.Reason != "dateline" {
			continue
		}
		if span, ok := agencyIn(rep.Text, p.Span); ok {
			out = append(out, news.Link{Name: rep.Text[span.Start:span.End], Kind: news.QuotedBy, Mention: span})
		}
	}
	return out
}

// longestAgency is the most bytes of an agency's name in a dateline.
const longestAgency = 40

// agencyIn is the name between brackets or slashes in a dateline.
func agencyIn(text string, line news.Span) (news.Span, bool) {
	for _, marks := range [...]string{"()", "//", "[]"} {
		open := strings.IndexByte(text[line.Start:line.End], marks[0])
		if open < 0 {
			continue
		}
		from := line.Start + open + 1
		n := strings.IndexByte(text[from:line.End], marks[1])
		if n < 2 || n > longestAgency {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[from:]); unicode.IsUpper(r) && !strings.ContainsAny(text[from:from+n], "0123456789,;") {
			return news.Span{Start: from, End: from + n}, true
		}
	}
	return news.Span{}, false
}

// agencyOf is the agency of the last dateline before byte at.
func agencyOf(agencies []news.Link, at int) (l news.Link, ok bool) {
	for _, a := range agencies {
		if a.Mention.Start < at {
			l, ok = a, true
		}
	}
	return l, ok
}

// Describe tells how the words were passed on and by whom, if the report names who: "quoted
// by NBC", "interview with HBC", "translated by Ina Holm", "republished".
func Describe(l news.Link) string {
	switch {
	case l.Name == "":
		return strings.TrimSuffix(string(l.Kind), " by")
	case l.Kind == news.Interview:
		return "interview with " + l.Name
	case l.Kind == news.Translated:
		return "translated by " + l.Name
	}
	return string(l.Kind) + " " + l.Name
}
