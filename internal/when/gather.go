package when

import (
	"strings"

	"parley/internal/news"
)

// A report of a conference or of talks names it with its day at the start, and then quotes
// one who took part after the other. Its day holds for them, unless words at a statement
// point to another time, place or listener. What a report can be about so, and who takes
// part or looks on, is data: data/when/clause.txt.

const (
	leadSentences = 4  // full sentences at the start of a report in which its gathering is named
	leadSearched  = 9  // sentences looked through for them
	fullSentence  = 8  // words of a sentence that is no headline, date line or caption
	longestMet    = 31 // days of a gathering at the most
)

// gathering finds what the report is about, with its day.
func (d *days) gathering() {
	full := 0
	for _, s := range d.doc.Sentences[:min(leadSearched, len(d.doc.Sentences))] {
		if s.Len() > longestAct || d.wordsIn(s.Span) < fullSentence {
			continue
		}
		if full++; full > leadSentences || d.gatheringIn(s.Span) {
			return
		}
	}
}

// gatheringIn takes the gathering that a sentence names with a day.
func (d *days) gatheringIn(s news.Span) bool {
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.kind == end || t.start >= s.End {
			break
		}
		i = max(t.end, i+1)
		if !d.gathers(t) || d.inContent(t.start) {
			continue
		}
		if e := d.dayOfGathering(s, t); e >= 0 {
			d.met = state{occ: -1, gather: true, sentence: s.Start, event: d.eventAt(t)}
			d.met.When = d.when(e, len(d.exprs))
			d.met.When.By += gathered
			return true
		}
	}
	return false
}

// gathered ends the rule of the day of a gathering.
const gathered = ", of the gathering"

// gathers reports whether a word names a gathering: no "press conference", which is one
// speaker's, nor the first word of a name ("Conference Minister Dorn").
func (d *days) gathers(t tok) bool {
	if d.role(t)&(gathers|ceremony) == 0 || t.cap && d.p.scan(t.end).cap || d.ofDate(t) {
		return false
	}
	w := strings.ToLower(d.p.text[t.start:t.end])
	if !d.lore.heads.has(w) {
		return true
	}
	for _, ph := range d.lore.names[d.lore.heads.find(w).value] {
		if len(ph.before) > 0 && d.p.match(ph.before, t.start) >= 0 {
			return false
		}
	}
	return true
}

// ofDate reports whether a word is one of a date: the March of "3 March" is no march.
func (d *days) ofDate(t tok) bool {
	k := d.exprFrom(t.start+1) - 1
	return t.is(month) && t.cap || k >= 0 && d.exprs[k].End >= t.end
}

// dayOfGathering is the expression that says when a gathering was, or -1.
func (d *days) dayOfGathering(s news.Span, t tok) int {
	if d.blocked(news.Span{Start: d.clauseStart(s.Start, t.start), End: t.start}, false) {
		return -1 // "before the talks", "which a conference"
	}
	return d.firstDay(s, longestMet, func(e Expr) bool { return d.dayAt(s, t, e) })
}

// dayAt reports whether nothing ties a day to other words than those of a gathering.
func (d *days) dayAt(s news.Span, t tok, e Expr) bool {
	if e.Start > t.start {
		gap := news.Span{Start: t.end, End: e.Start}
		return !d.contentWithin(gap) && !d.occasionIn(gap) && !d.anyRole(gap, block|unlessOccasion)
	}
	const words = 4 // of "Monday's conference of ministers"
	return e.Owner && d.wordsIn(news.Span{Start: e.End, End: t.start}) <= words ||
		!e.Owner && !d.blocked(news.Span{Start: s.Start, End: e.Start}, false)
}

// atGathering is the state of a statement that was made at the report's gathering, if no
// words tell otherwise.
func (d *days) atGathering(a Attr) (state, bool) {
	st := d.met
	st.speaker = a.Speaker
	if st.When == nil || st.event != "" || a.Context.Start <= st.sentence || !d.takesPart(a) {
		return st, false
	}
	return st, !d.datedOutside(a.Context) && !d.otherPlace(a.Context) && !d.otherListener(a)
}

// takesPart reports whether a source may be one who took part: a person with a name or a
// title before it, or "delegates". States and bodies say things all the time, and analysts look on.
func (d *days) takesPart(a Attr) bool {
	if d.anyRole(a.Cue, timeless) || d.anyRole(a.Source, outsider) || d.theBody(a.Source) {
		return false
	}
	last := d.p.back(a.Source.End)
	first := d.p.scan(a.Source.Start)
	if first.is(the) {
		first = d.p.scan(first.end)
	}
	return d.role(last)&delegates != 0 || d.role(first)&delegates != 0 && first.end <= a.Source.End || personal(a.Name) || last.cap && d.p.back(last.start).cap
}

// personal reports whether a name is of two words or more, the first and last of them with
// a capital: Ana Welk, no "Merovian government".
func personal(name string) bool {
	k := strings.LastIndexByte(name, ' ')
	return k > 0 && mayBeCapital(name[0]) && mayBeCapital(name[k+1])
}

// mayBeCapital takes the first byte of another letter for a capital: Íris.
func mayBeCapital(b byte) bool { return isCapital(b) || b >= 0x80 }

// theBody reports whether a source is "the" before a name: "the United Forum".
func (d *days) theBody(source news.Span) bool {
	t := d.p.scan(source.Start)
	if source.IsZero() || !t.is(the) {
		return false
	}
	for t = d.p.scan(t.end); t.kind == word && t.start < source.End; t = d.p.scan(t.end) {
		if !t.cap {
			return false
		}
	}
	return t.start >= source.End
}

// datedOutside reports whether a sentence has a day outside what is said.
func (d *days) datedOutside(s news.Span) bool {
	from, to := d.exprsIn(s)
	for i := from; i < to; i++ {
		if d.exprs[i].Unit < PresentRef && !d.inContent(d.exprs[i].Start) {
			return true
		}
	}
	return false
}

// otherPlace reports whether a sentence begins with a place: "In Port Sorrel, Kell said".
func (d *days) otherPlace(s news.Span) bool {
	t := d.p.scan(s.Start)
	n := d.p.scan(t.end)
	return d.role(t)&lead != 0 && n.cap && !d.inContent(n.start)
}

// otherListener reports whether a cue leads to somebody with a name: "told the Tarn Post".
func (d *days) otherListener(a Attr) bool {
	n := d.p.scan(a.Cue.End)
	if n.is(the) {
		n = d.p.scan(n.end)
	}
	return n.kind == word && n.cap && !d.inContent(n.start) && !a.Source.Contains(news.Span{Start: n.start, End: n.end})
}

// onVisit reports whether an occasion is of the visit that the report told of just before:
// its meetings and speeches, no letter or interview.
func (d *days) onVisit(o *occasion, old state) bool {
	if !old.visit || old.When == nil || d.passageAt(o.Start) > old.passage+farthestPassage {
		return false
	}
	return d.lore.onVisits[o.kind] && !d.away(o, old)
}

// away reports whether the words of an occasion tell of another day or place than those of the
// visit: "arrived in Karsk", "at a meeting in Tarn".
func (d *days) away(o *occasion, old state) bool {
	k := d.doc.SentenceAt(o.Start)
	if k < 0 || d.doc.Sentences[k].Len() > longestAct {
		return true
	}
	s := d.doc.Sentences[k].Span
	in := d.p.scan(o.End)
	place := d.p.scan(in.end)
	return s != old.where && d.datedOutside(s) || d.otherPlace(s) && !d.hasWord(old.where, d.p.scan(d.p.scan(s.Start).end)) ||
		equalFold("in", d.p.wordAt(o.End)) && place.cap && !d.inContent(place.start) && !d.hasWord(old.where, place)
}

// hasWord reports whether a span has a word.
func (d *days) hasWord(s news.Span, w tok) bool {
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.kind == word && t.start < s.End && d.p.text[t.start:t.end] == d.p.text[w.start:w.end] {
			return true
		}
		i = max(t.end, i+1)
	}
	return false
}

// within is the day of an occasion of the gathering: "at the conference", whoever speaks
// there, and "at a press conference" of one who took part; nil for none.
func (d *days) within(o *occasion, old state) *news.When {
	if d.met.When == nil || d.met.event != "" && (!o.back || !d.isEvent(d.p.back(o.headEnd))) || o.Start < d.met.sentence {
		return nil
	}
	at := equalFold("at", d.p.wordAt(o.lead))
	if o.back && o.alone && d.gathers(d.p.back(o.headEnd)) || at && o.alone && old.gather {
		return carried(d.met.Result).When
	}
	return nil
}
