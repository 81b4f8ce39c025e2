package when

import "parley/internal/news"

// A report of a ceremony or a rally names it with its day at the start; of all whom it quotes
// then, those only spoke there whom it places there: in that sentence, or with "the ceremony"
// later.

// eventAt is the word for a ceremony at t, "" for a conference, where everyone speaks.
func (d *days) eventAt(t tok) string {
	if d.role(t)&gathers != 0 {
		return ""
	}
	return d.p.text[t.start:t.end]
}

// isEvent reports whether a word is the one for the ceremony that the report is about.
func (d *days) isEvent(t tok) bool { return t.kind == word && d.p.text[t.start:t.end] == d.met.event }

// placed reports whether a sentence names the ceremony that the report is about, from where
// its day is told on.
func (d *days) placed(s news.Span) bool {
	if d.met.event == "" || s.Start < d.met.sentence || s.Len() > longestAct {
		return false
	}
	if s.Start == d.met.sentence {
		return true
	}
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		i = max(t.end, i+1)
		if t.start < s.End && d.isEvent(t) && d.p.back(t.start).is(the) {
			// "Kell, who attended" tells who he is, and so does what stands behind "who".
			return !d.anyRole(s, absent) && !d.blocked(news.Span{Start: s.Start, End: t.start}, false)
		}
	}
	return false
}

// attend makes the day of the ceremony hold for all whom a sentence names.
func (d *days) attend(k int) {
	s := d.doc.Sentences[k].Span
	for _, sp := range d.partners(k, s, s.End) {
		st := d.met
		st.speaker, st.passage = sp, d.doc.Sentences[k].Passage
		if s.Start > d.met.sentence {
			st.Result = carried(st.Result)
		}
		d.keep(st)
	}
}
