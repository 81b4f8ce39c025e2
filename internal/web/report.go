package web

import (
	"net/url"
	"regexp"
	"strings"

	"parley/internal/chain"
	"parley/internal/news"
)

// reportView is a report as the page shows it.
type reportView struct {
	ID, Title, Outlet, File, URI, Language, Unread string
	Published                                      string
	Statements                                     int
	Blocks                                         []block
}

// block is one paragraph of the page, or a run of furniture.
type block struct {
	Kind  string // "headline", "standfirst", "body", "quote", "caption", "furniture"
	Parts []part
}

// part is one passage of a block; furniture has a reason.
type part struct {
	Segments []segment
	Reason   string
}

// reportText is a report's text with the notes on it.
type reportText struct {
	text   string
	notes  []note
	open   sweep // the notes on the passage that is being written
	badges []badge
	placed []bool
}

func newReportView(r *Report) reportView {
	v := reportView{
		ID: r.ID, Title: r.Title, Outlet: outletOf(r.Report), File: r.File, URI: webAddress(r.URI),
		Language: languageTag(r.Language), Unread: r.Unread, Statements: len(r.Statements),
	}
	if v.Title == "" {
		v.Title = v.Outlet
	}
	if !r.Published.IsZero() {
		v.Published = dayText(r.Published)
	}
	t := &reportText{text: r.Text, notes: notesOf(r.Statements), placed: make([]bool, len(r.Statements))}
	for i := range r.Statements {
		t.badges = append(t.badges, newBadge(i, &r.Statements[i]))
	}
	v.Blocks = t.blocks(r.Passages)
	return v
}

func newBadge(i int, s *news.Statement) badge {
	b := badge{ID: s.ID, Number: i + 1, Label: speakerName(s) + ", " + string(s.Mode)}
	if s.SaidOn != nil && !s.SaidOn.IsZero() {
		b.Label += ", " + day{Interval: s.SaidOn.Interval, Told: true}.Text()
	}
	if s.Move != nil {
		b.Stance = s.Move.Stance
		b.Label += ", " + string(s.Move.Stance) + " (" + s.Move.Holder.Name + ")"
	}
	for _, l := range s.Chain {
		b.Label += ", " + chain.Describe(l)
	}
	if s.Speaker.Reason != "" {
		b.Label += ", unresolved: " + s.Speaker.Reason
	}
	return b
}

// webAddress lets only addresses of the web become links.
func webAddress(s string) string {
	if u, err := url.Parse(s); err != nil || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	return s
}

var tag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// languageTag gives "" for what is no language tag.
func languageTag(s string) string {
	if tag.MatchString(s) {
		return s
	}
	return ""
}

var blockKinds = map[news.PassageKind]string{
	news.Headline: "headline", news.Standfirst: "standfirst", news.Body: "body", news.BlockQuote: "quote", news.Caption: "caption",
}

// blocks makes paragraphs of passages: passages on one line share a paragraph, as a
// dateline does with the sentence after it; lines of furniture are put together.
func (r *reportText) blocks(passages []news.Passage) []block {
	var out []block
	for len(passages) > 0 {
		n := r.line(passages)
		b := block{Kind: kindOf(passages[:n])}
		for _, p := range passages[:n] {
			b.Parts = append(b.Parts, part{Segments: r.segments(p.Span), Reason: p.Reason})
		}
		passages = passages[n:]
		if last := len(out) - 1; b.Kind == "furniture" && last >= 0 && out[last].Kind == "furniture" {
			out[last].Parts = append(out[last].Parts, b.Parts...)
			continue
		}
		out = append(out, b)
	}
	return out
}

// kindOf is the kind of the first passage of a line that is read.
func kindOf(line []news.Passage) string {
	for _, p := range line {
		if p.Read() {
			if k := blockKinds[p.Kind]; k != "" {
				return k
			}
			return "body"
		}
	}
	return "furniture"
}

// line counts the passages at the front that stand on one line.
func (r *reportText) line(passages []news.Passage) int {
	n := 1
	for n < len(passages) && r.sameLine(passages[n-1].Span.End, passages[n].Span.Start) {
		n++
	}
	return n
}

// sameLine tells whether nothing but blanks stands between two places.
func (r *reportText) sameLine(from, to int) bool {
	between := r.text[from:to]
	return strings.TrimSpace(between) == "" && !strings.ContainsAny(between, "\r\n")
}
