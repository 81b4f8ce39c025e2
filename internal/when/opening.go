package when

import (
	"strings"

	"parley/internal/news"
)

// A report opens with what happened and on which day, and what it quotes from those who did
// it is of that day: "Kell took a detour on Wednesday to meet Dorn. … The talks went well, he
// said." Unlike the acts of act.go the verb may be any; the doer must be a person, and only
// the first sentences open a report.

const (
	openings    = 3 // full sentences
	openingBack = 8 // days before publication at the most
)

// opening reports whether sentence k opens the report and has a day.
func (d *days) opening(k int) bool {
	if k < 0 || k >= d.opens {
		return false
	}
	s := d.doc.Sentences[k].Span
	if s.Len() > longestAct || d.wordsIn(s) < fullSentence {
		return false
	}
	from, to := d.exprsIn(s)
	return from < to
}

// opensTo finds where the opening ends: behind its third full sentence.
func (d *days) opensTo() int {
	full := 0
	last := min(leadSearched, len(d.doc.Sentences))
	for k, s := range d.doc.Sentences[:last] {
		if s.Len() <= longestAct && d.wordsIn(s.Span) >= fullSentence {
			full++
		}
		if full == openings {
			return k + 1
		}
	}
	return last
}

// open makes the day of an opening sentence hold for the persons who are its subject.
func (d *days) open(k int) {
	s := d.doc.Sentences[k].Span
	var who []string
	e := d.firstDay(s, 0, func(e Expr) bool {
		if e.Owner || daysBetween(e.Interval.From, d.p.pub) > openingBack || d.role(d.p.back(e.Start))&(joins|block|unlessOccasion) != 0 { // since Monday
			return false
		}
		who = d.doers(s, e)
		return len(who) > 0
	})
	if e < 0 {
		return
	}
	st := state{occ: -1, opened: true, sentence: s.Start, passage: d.doc.Sentences[k].Passage}
	st.When = d.when(e, len(d.exprs))
	for _, sp := range who {
		if d.newer(st, d.states[sp]) {
			st.speaker = sp
			d.keep(st)
		}
	}
}

// doers are the persons named as subject in the clause of a day: before it, or behind it
// where it begins the sentence.
func (d *days) doers(s news.Span, e Expr) []string {
	whole := news.Span{Start: s.Start, End: e.Start}
	clause := news.Span{Start: d.clauseStart(s.Start, e.Start), End: e.Start}
	for _, gap := range [...]news.Span{clause, whole} {
		if d.blocked(gap, false) || d.ahead(gap) {
			continue
		}
		if who := d.subject(s, gap); len(who) > 0 {
			return who
		}
	}
	if d.wordsIn(whole) > 1 {
		return nil
	}
	comma := d.clauseEnd(e.End, s.End)
	return d.subject(s, news.Span{Start: comma, End: d.clauseEnd(comma, s.End)})
}

// subject is the first person whom a span names, outside of what is said, or who is the
// source of a statement there, and one who is joined to him by "and".
func (d *days) subject(s, span news.Span) []string {
	var who []string
	for i := span.Start; i < span.End; {
		t := d.p.scan(i)
		i = max(t.end, i+1)
		if t.kind != word || t.start >= span.End || d.inContent(t.start) {
			continue
		}
		sp := d.personAt(s, t, span.End)
		if sp == "" {
			continue
		}
		who = add(who, sp)
		if len(who) > 1 || !d.p.scan(t.end).is(and) {
			break
		}
	}
	return who
}

// personAt is the person whose name ends with a word, or whom the source that begins there
// and ends by byte end stands for.
func (d *days) personAt(s news.Span, t tok, end int) string {
	for _, sp := range d.speakersAt(s, t, nil) {
		for _, n := range d.names[d.p.text[t.start:t.end][:alikeLetters]] {
			if n.speaker == sp && isPerson(n.name) && !d.theName(n.name, t) && !d.completes(t) {
				return sp
			}
		}
	}
	if i, ok := d.sources[t.start]; ok && isPerson(d.in[i].Name) && d.in[i].Source.End <= end {
		return d.in[i].Speaker
	}
	return ""
}

// theName reports whether a name that ends with a word stands behind "the": a body's.
func (d *days) theName(name string, last tok) bool {
	from := last.end - len(name)
	return from >= 0 && d.p.text[from:last.end] == name && d.p.back(from).is(the)
}

// completes reports whether the name that ends with a word completes another phrase: the
// trial of | Ana Kell.
func (d *days) completes(last tok) bool {
	for b := last; b.kind == word; b = d.p.back(b.start) {
		if d.role(b)&complement != 0 {
			return true
		}
		if !b.cap {
			return false
		}
	}
	return false
}

// isPerson reports whether a name is a person's as far as its form tells: no "Norcan Corp.".
func isPerson(name string) bool { return personal(name) && !strings.HasSuffix(name, ".") }

// sourcesOf are the attributions by where their source begins.
func sourcesOf(in []Attr) map[int]int {
	out := make(map[int]int, len(in))
	for i := range in {
		if !in[i].Source.IsZero() && in[i].Speaker != "" {
			out[in[i].Source.Start] = i
		}
	}
	return out
}
