package web

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"parley/internal/news"
)

// role is what a span of words is to a statement.
type role uint8

const (
	content role = iota
	speaker
	cue
	condition
	other // addressee, day, occasion, chain
	roles
)

// note is one marked span of a report.
type note struct {
	news.Span
	role      role
	statement int // index into the report's statements
	first     bool
}

// notesOf lists every span of every statement, in order of text, the longer first.
func notesOf(statements []news.Statement) []note {
	var ns []note
	for i := range statements {
		s := &statements[i]
		add := func(r role, spans ...news.Span) {
			for _, sp := range spans {
				if !sp.IsZero() {
					ns = append(ns, note{Span: sp, role: r, statement: i})
				}
			}
		}
		for j, c := range s.Content {
			ns = append(ns, note{Span: c, role: content, statement: i, first: j == 0})
		}
		add(speaker, s.Speaker.Mention)
		add(cue, s.Cue)
		if s.Move != nil {
			add(condition, s.Move.Conditions...)
		}
		add(other, othersOf(s)...)
	}
	sort.SliceStable(ns, func(i, j int) bool {
		if ns[i].Start != ns[j].Start {
			return ns[i].Start < ns[j].Start
		}
		return ns[i].End > ns[j].End
	})
	return ns
}

func othersOf(s *news.Statement) (spans []news.Span) {
	if s.Addressee != nil {
		spans = append(spans, s.Addressee.Mention)
	}
	if s.SaidOn != nil {
		spans = append(spans, s.SaidOn.Mention)
	}
	if s.Occasion != nil {
		spans = append(spans, s.Occasion.Mention)
	}
	for _, l := range s.Chain {
		spans = append(spans, l.Mention)
	}
	return spans
}

// segment is a run of text in which the same marks hold. Marks may nest and
// overlap as they like: each segment carries all that hold in it.
type segment struct {
	Text   string
	Class  string  // "" for plain text
	Title  string  // what the marks say, in words
	Badges []badge // statements whose content begins here
}

// badge numbers a statement where its content begins, and is its anchor.
type badge struct {
	ID, Label string
	Number    int
	Stance    news.Stance
}

// segments cuts the span of text at the ends of all notes. Spans come in the order of
// the text, so that each note is looked at only where it holds.
func (r *reportText) segments(within news.Span) []segment {
	r.open.moveTo(r.notes, within)
	cuts := r.cuts(within)
	segs := make([]segment, 0, len(cuts))
	holding := sweep{}
	for i := 0; i+1 < len(cuts); i++ {
		s := news.Span{Start: cuts[i], End: cuts[i+1]}
		holding.moveTo(r.open.notes, s)
		segs = append(segs, r.segment(s, holding.notes, within.Start))
	}
	return segs
}

// sweep keeps those of a row of notes that share a byte with a span, in their order,
// while the span moves on over the text.
type sweep struct {
	notes []note
	next  int // the first that has not begun
}

// moveTo goes on to a span behind the last one. all must be in the order of the text,
// and the same each time.
func (w *sweep) moveTo(all []note, s news.Span) {
	w.notes = slices.DeleteFunc(w.notes, func(n note) bool { return n.End <= s.Start })
	for ; w.next < len(all) && all[w.next].Start < s.End; w.next++ {
		if n := all[w.next]; n.End > s.Start {
			w.notes = append(w.notes, n)
		}
	}
}

func (r *reportText) cuts(within news.Span) []int {
	cuts := []int{within.Start, within.End}
	for _, n := range r.open.notes {
		for _, at := range []int{n.Start, n.End} {
			if within.Start < at && at < within.End {
				cuts = append(cuts, at)
			}
		}
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

// segment describes one run and the notes that hold in it. A badge stands where its
// content begins, or where the passage begins when the content began between passages.
func (r *reportText) segment(s news.Span, holding []note, passageStart int) segment {
	g := segment{Text: r.text[s.Start:s.End]}
	var depth [roles]int
	var said []string
	for _, n := range holding {
		depth[n.role]++
		said = append(said, r.describe(n))
		if n.first && !r.placed[n.statement] && (n.Start == s.Start || s.Start == passageStart) {
			r.placed[n.statement] = true
			g.Badges = append(g.Badges, r.badges[n.statement])
		}
	}
	g.Class = classes(depth)
	g.Title = strings.Join(said, "; ")
	return g
}

var roleNames = [roles]string{"words", "speaker", "cue", "condition", "circumstance"}

func (r *reportText) describe(n note) string {
	b := r.badges[n.statement]
	if n.role == content {
		return fmt.Sprintf("%d: %s", b.Number, b.Label)
	}
	return fmt.Sprintf("%s of %d", roleNames[n.role], b.Number)
}

// classes name the styles of a segment: w words, ww words in words, s speaker, c
// cue, x condition, o other.
func classes(depth [roles]int) string {
	var names []string
	for role, name := range [roles]string{"w", "s", "c", "x", "o"} {
		if depth[role] > 0 {
			names = append(names, name)
		}
	}
	if depth[content] > 1 {
		names = append(names, "ww")
	}
	return strings.Join(names, " ")
}
