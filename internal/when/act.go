package when

import (
	"slices"
	"sort"
	"strings"

	"parley/internal/news"
)

// What a report tells of its speakers between their statements says on which day they
// spoke, too: "Kell met Dorn on Monday. He said …", "The Institute released a report on
// Monday. It says …". The words of such acts are data: data/when/clause.txt.

const (
	longestAct      = 600                      // bytes of a sentence in which an act is looked for
	farthestPassage = 2                        // passages over which an act holds: a caption may stand between
	actOf           = act | meets | publishing // every kind of act
)

// dated reports whether a sentence has a day and may tell of an act.
func (d *days) dated(s news.Span) bool {
	from, to := d.exprsIn(s)
	return s.Len() <= longestAct && from < to && d.anyRole(s, actOf)
}

// act takes the day of what a sentence tells of speakers for what they say next.
func (d *days) act(k int) {
	s := d.doc.Sentences[k].Span
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.kind == end || t.start >= s.End {
			return
		}
		i = t.end
		if d.role(t)&actOf == 0 || t.cap && t.start > s.Start || !d.told(s, t) {
			continue
		}
		if e := d.dayOfAct(s, t); e >= 0 && d.actors(k, t, e) {
			return
		}
	}
	if d.opening(k) {
		d.open(k)
	}
}

// told reports whether a word of acting stands in the main clause of the report's own
// words and is no cue.
func (d *days) told(s news.Span, t tok) bool {
	if d.inContent(t.start) || d.isCue(t.start) {
		return false
	}
	return !d.blocked(news.Span{Start: d.clauseStart(s.Start, t.start), End: t.start}, false)
}

// clauseStart is where the words after the last comma before i begin.
func (d *days) clauseStart(from, i int) int {
	for {
		t := d.p.back(i)
		if t.kind == end || t.start < from || t.isMark(',') || t.isMark(';') {
			return max(from, t.end)
		}
		i = t.start
	}
}

// dayOfAct is the expression that says when an act was: one day, or a month for a
// meeting; -1 for none.
func (d *days) dayOfAct(s news.Span, t tok) int {
	widest := 0
	if d.role(t)&meets != 0 {
		widest = 31
	}
	return d.firstDay(s, widest, func(e Expr) bool {
		return !e.Owner && d.actOn(s, t, e) && !d.ahead(news.Span{Start: s.Start, End: e.Start}) // "a meeting is due today"
	})
}

// ahead reports whether the words before a day say that it lies ahead: "will meet today". Those of
// a clause that commas close do not: "Kell, who will turn sixty, met Dorn today".
func (d *days) ahead(s news.Span) bool {
	var found, aside, inAside bool
	opens := true // a clause may begin here
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.kind == end || t.start >= s.End {
			break
		}
		i = t.end
		r := d.role(t)
		switch {
		case t.isMark(';'):
			found, aside, inAside = false, false, false
		case t.isMark(','):
			aside, inAside = false, false
		case opens && r&(block|relative|joins) != 0, opens && r&due != 0 && !equalFold("will", d.p.wordAt(t.start)):
			aside, inAside = true, r&due != 0
		case opens && r&coord != 0 && d.pastAct(d.p.scan(t.end)):
			found = false // "will turn sixty, but met Dorn today"
		case r&due != 0 && aside:
			inAside = true
		case r&due != 0:
			found = true
		}
		opens = t.isMark(',') || t.isMark(';')
	}
	return found || inAside
}

// pastAct reports whether a word tells of an act that is done: met, criticised.
func (d *days) pastAct(t tok) bool { return t.kind == word && d.role(t)&actOf != 0 && d.passive(t) }

// firstDay is the first expression of a sentence, outside contents, whose last day lies at most
// widest days behind its first and that does not begin after publication, if it fits; or -1.
func (d *days) firstDay(s news.Span, widest int, fits func(Expr) bool) int {
	from, to := d.exprsIn(s)
	for i := from; i < to; i++ {
		e := d.exprs[i]
		if e.Interval.IsZero() || e.Unit >= PresentRef || d.inContent(e.Start) ||
			daysBetween(e.Interval.From, e.Interval.To) > widest || !d.p.pub.IsZero() && d.p.pub.Before(e.Interval.From) {
			continue
		}
		if fits(e) {
			return i
		}
	}
	return -1
}

// actOn reports whether nothing ties a day to other words than those of an act.
func (d *days) actOn(s news.Span, t tok, e Expr) bool {
	if e.Start < t.start {
		return !d.blocked(news.Span{Start: s.Start, End: e.Start}, false) &&
			!d.blocked(news.Span{Start: d.clauseStart(e.End, t.start), End: t.start}, false)
	}
	gap := news.Span{Start: t.end, End: e.Start}
	return !d.contentWithin(gap) && !d.blocked(gap, true)
}

// actors makes the day of an act hold for those who took part: all who are named in a
// meeting's sentence, else who is named before the verb, and the document that was
// published. It reports whether there was anyone.
func (d *days) actors(k int, t tok, e int) bool {
	s := d.doc.Sentences[k].Span
	who := s
	r := d.role(t)
	switch {
	case r&meets != 0:
	case r&publishing != 0:
		if !d.document(s) {
			return false
		}
	default:
		who.End = t.start
		if d.role(d.p.back(t.start))&been != 0 {
			return false // "was accused"
		}
	}
	st := state{occ: -1, act: true, visit: r&visits != 0, where: s, passage: d.doc.Sentences[k].Passage}
	st.When = d.when(e, len(d.exprs))
	found := d.partners(k, who, t.start)
	for _, sp := range found {
		if old := d.states[sp]; d.newer(st, old) && !(old.opened && old.When.From == st.When.From) { // what opened the report holds longer
			st.speaker = sp
			d.keep(st)
		}
	}
	return len(found) > 0
}

// newer reports whether the day of a state is no earlier than that of an old one.
func (d *days) newer(st, old state) bool {
	return old.When == nil || !st.When.From.Before(old.When.From)
}

// document reports whether a word of the span names something published.
func (d *days) document(s news.Span) bool {
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.kind == word && t.start < s.End && !d.ofDate(t) && (d.role(t)&paper != 0 || d.lore.heads.has(d.p.text[t.start:t.end])) {
			return true
		}
		i = max(t.end, i+1)
	}
	return false
}

// partners are the speakers whom the words of a sentence name, or to whom its pronoun
// points.
func (d *days) partners(k int, who news.Span, verb int) []string {
	var out []string
	for i := who.Start; i < who.End; {
		t := d.p.scan(i)
		i = max(t.end, i+1)
		if t.kind != word || t.start >= who.End || d.inContent(t.start) {
			continue
		}
		if t.start < verb && d.role(t)&pronoun != 0 {
			out = add(out, d.antecedent(k))
		}
		out = d.speakersAt(d.doc.Sentences[k].Span, t, out)
	}
	return out
}

// add adds a speaker who is not there yet; no sentence that anyone writes names more
// than a few.
func add(to []string, speaker string) []string {
	if speaker == "" || len(to) == 8 || slices.Contains(to, speaker) {
		return to
	}
	return append(to, speaker)
}

// speakersAt adds the speakers whose name ends with a word. A name in capitals is known
// by its last word; of any other ("office report") all words must stand in the sentence.
// A place ("in Merovia") and an owner ("Kell's lawyer") do not act.
func (d *days) speakersAt(s news.Span, t tok, to []string) []string {
	w := d.p.text[t.start:t.end]
	if len(w) < alikeLetters || t.cap && (d.p.scan(t.end).kind == owner || d.role(d.p.back(t.start))&lead != 0) {
		return to
	}
	for _, n := range d.names[w[:alikeLetters]] {
		switch {
		case t.cap && alike(n.word, w):
			return add(to, n.speaker)
		case w == n.word && d.allWords(s, n.name):
			to = add(to, n.speaker)
		}
	}
	return to
}

// allWords reports whether every word of a name stands in a sentence.
func (d *days) allWords(s news.Span, name string) bool {
	for w := range strings.FieldsSeq(name) {
		if !strings.Contains(d.p.text[s.Start:s.End], w) {
			return false
		}
	}
	return true
}

// antecedent is the speaker to whom a pronoun of a sentence points: the first whom the
// sentence before names, or the last who said something.
func (d *days) antecedent(k int) string {
	if k > 0 && d.doc.Sentences[k-1].Passage == d.doc.Sentences[k].Passage {
		if sp := d.named(d.doc.Sentences[k-1].Span); sp != "" {
			return sp
		}
	}
	return d.last
}

// passageAt is the passage of the sentence at i.
func (d *days) passageAt(i int) int {
	if k := d.doc.SentenceAt(i); k >= 0 {
		return d.doc.Sentences[k].Passage
	}
	return -1
}

// isCue reports whether a cue begins at i.
func (d *days) isCue(i int) bool { return d.cueAt(i) && !d.inContent(i) }

// inContent reports whether something said stands at i.
func (d *days) inContent(i int) bool {
	k := sort.Search(len(d.spans), func(k int) bool { return d.spans[k].End > i })
	return k < len(d.spans) && d.spans[k].Start <= i
}

// contentWithin reports whether something said begins in a span.
func (d *days) contentWithin(s news.Span) bool {
	k := sort.Search(len(d.spans), func(k int) bool { return d.spans[k].Start >= s.Start })
	return k < len(d.spans) && d.spans[k].Start < s.End
}

// contentsOf are all contents, in order; what overlaps is one.
func contentsOf(in []Attr) []news.Span {
	var all []news.Span
	for i := range in {
		all = append(all, in[i].Content...)
	}
	slices.SortFunc(all, func(a, b news.Span) int { return a.Start - b.Start })
	out := all[:0]
	for _, s := range all {
		if k := len(out) - 1; k >= 0 && s.Start < out[k].End {
			out[k].End = max(out[k].End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}
