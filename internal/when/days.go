package when

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"parley/internal/news"
	"parley/internal/token"
)

// Attr is what Days has to know of one attribution.
type Attr struct {
	Speaker   string      // a key, equal for equal speakers; "" when unknown
	Name      string      // the speaker's name, by which a sentence without a statement is known to be about him; may be ""
	Context   news.Span   // the sentence of the cue
	Cue       news.Span   // zero when there is none
	Content   []news.Span // in reading order
	Source    news.Span   // the words that name the source; stand in for the cue where there is none; may be zero
	CarriedOn int         // index of the attribution whose speaker this one shares, or -1
	Within    int         // index of the attribution in whose content this one lies, or -1
}

// Result is the day and the occasion of one statement; nil where the report gives none.
type Result struct {
	When     *news.When
	Occasion *news.Occasion
}

// days works out the days of one report.
type days struct {
	p      parser
	lore   *lore
	report *news.Report
	in     []Attr
	starts []int      // where cues and contents begin, in order
	exprs  []Expr     // in the order of the text
	occs   []occasion // in the order of the text
	out    []Result
	states map[string]state // by speaker
	last   string           // the speaker of the statement before
	names  map[string][]surname
	doc    *token.Doc
	spans  []news.Span // the contents, in order, disjoint
	met    state       // the gathering that the report is about
	opens  int         // where the sentences end that open the report

	sources map[int]int // attributions by where their source begins
}

// state is what holds for the next statement of a speaker.
type state struct {
	speaker string
	Result
	occ      int       // index into occs, or -1
	event    string    // the word for a gathering of those only whom the report places there
	gather   bool      // of the report's gathering
	opened   bool      // of the report's opening, or (without a day) beside it
	act      bool      // told by the report, no statement: holds only for what follows close by
	visit    bool      // of one who went somewhere: meetings there are of that day
	where    news.Span // the sentence that told of the visit
	passage  int       // where it was last taken up
	sentence int       // where the sentence begins in which it was last taken up
}

// Days gives the day and the occasion of speaking of every attribution of a report.
// Only words outside the content that belong to the cue's clause count. A participle
// and a second cue of the sentence share the day of the first; a day or an occasion
// holds for what the report quotes from the same speaker from there on, until another
// is named or the words point elsewhere ("has said", "later said").
func Days(doc *token.Doc, in []Attr, published news.Day) []Result {
	r := doc.Report
	d := days{doc: doc, report: r, in: anchors(doc, in), lore: known(), out: make([]Result, len(in))}
	d.starts, d.states, d.names, d.spans = startsOf(d.in), map[string]state{}, surnamesOf(d.in), contentsOf(d.in)
	d.p = parser{lex: words(), text: r.Text, stop: len(r.Text), pub: published}
	dates := d.p
	for _, pas := range r.Passages {
		if pas.Read() {
			d.exprs = dates.in(pas.Span, d.exprs)
			d.occasions(pas.Span)
		}
	}
	d.gathering()
	d.opens, d.sources = d.opensTo(), sourcesOf(d.in)
	for _, ev := range d.events() {
		switch {
		case ev.attr >= 0:
			d.attribute(ev.attr)
		case ev.there:
			d.attend(ev.sentence)
		case ev.front:
			d.front(d.doc.Sentences[ev.sentence].Span)
		case !ev.speaks || !d.narrate(doc.Sentences[ev.sentence].Span):
			d.act(ev.sentence)
		}
	}
	return d.out
}

// anchors gives an attribution without cue the words of its source in its place: a
// day stands beside the name under a block quotation too. Of a sentence without end
// only what is near the cue counts.
func anchors(doc *token.Doc, in []Attr) []Attr {
	const longest, near = 8000, 1000
	out := slices.Clone(in)
	for i := range out {
		a := &out[i]
		if a.Cue.IsZero() && !a.Source.IsZero() && a.CarriedOn < 0 {
			a.Cue = a.Source
			if k := doc.SentenceAt(a.Source.Start); k >= 0 {
				a.Context = doc.Sentences[k].Span
			}
		}
		if a.Context.Len() > longest {
			a.Context.Start = max(a.Context.Start, a.Cue.Start-near)
			a.Context.End = min(a.Context.End, a.Cue.End+near)
		}
	}
	return out
}

// event is an attribution, or a sentence that may name an act or, where no statement
// lies in it and it speaks, an occasion.
type event struct {
	at, attr, sentence int
	speaks             bool
	there              bool // tells who was at the ceremony that the report is about
	front              bool // begins with an occasion
}

// events puts both kinds in the order of the text.
func (d *days) events() []event {
	evs := make([]event, 0, len(d.in)+len(d.doc.Sentences)/2)
	for i, a := range d.in {
		at := a.Cue.Start
		if len(a.Content) > 0 && (a.Cue.IsZero() || a.Within >= 0) {
			at = a.Content[0].Start
		}
		evs = append(evs, event{at: at, attr: i, sentence: -1})
	}
	touched := d.touched()
	for i, s := range d.doc.Sentences {
		if d.placed(s.Span) {
			evs = append(evs, event{at: s.Start, attr: -1, sentence: i, there: true})
		}
		speaks := !touched[i] && d.speaks(s.Span)
		if !speaks && d.fronted(s.Span) {
			evs = append(evs, event{at: s.Start, attr: -1, sentence: i, front: true})
		}
		if speaks || d.dated(s.Span) || d.opening(i) {
			evs = append(evs, event{at: s.Start, attr: -1, sentence: i, speaks: speaks})
		}
	}
	slices.SortStableFunc(evs, func(a, b event) int { return cmp.Compare(a.at, b.at) })
	return evs
}

// touched tells of every sentence whether a statement lies in it.
func (d *days) touched() []bool {
	doc := d.doc
	more := make([]int, len(doc.Sentences)+1) // how many statements begin, less those that end
	mark := func(s news.Span) {
		from := sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].End > s.Start })
		to := sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].Start >= s.End })
		if from < to {
			more[from]++
			more[to]--
		}
	}
	for i := range d.in {
		a := &d.in[i]
		if !a.Cue.IsZero() {
			mark(a.Context)
		}
		for _, c := range a.Content {
			mark(c)
		}
	}
	out, n := make([]bool, len(doc.Sentences)), 0
	for i := range out {
		n += more[i]
		out[i] = n > 0
	}
	return out
}

// speaks reports whether a sentence has both a word of speaking and an occasion.
func (d *days) speaks(s news.Span) bool {
	return d.occasionIn(s) && d.anyRole(s, speaking)
}

// anyRole reports whether a word of the span has the role.
func (d *days) anyRole(s news.Span, r role) bool {
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		if t.start < s.End && d.role(t)&r != 0 {
			return true
		}
		i = max(t.end, i+1)
	}
	return false
}

// attribute works out one attribution.
func (d *days) attribute(i int) {
	a := d.in[i]
	st := state{speaker: a.Speaker, occ: d.ownOccasion(i), sentence: a.Context.Start, passage: d.passageAt(a.Cue.Start)}
	when, named := d.ownDay(i)
	switch {
	case st.occ >= 0 || when != nil:
		d.settle(&st, when)
	case named: // a day that cannot be reckoned
	default:
		st = d.inherit(i)
	}
	d.out[i] = st.Result
	if a.Within < 0 && a.Speaker != "" && !(st.opened && st.When == nil) {
		d.keep(st)
		d.last = a.Speaker
		d.speaksToo(st)
	}
}

// speaksToo makes the day of a document hold for what is quoted from itself: "in a letter
// dated 3 May, Kell said …. The letter adds …".
func (d *days) speaksToo(st state) {
	if st.occ < 0 || st.When == nil {
		return
	}
	o := &d.occs[st.occ]
	t := d.p.back(o.headEnd)
	for _, sp := range d.speakersAt(o.Span, t, nil) {
		st.speaker = sp
		d.keep(st)
	}
}

// settle completes a new state: an occasion that points back takes the day and the
// identity of the one named before.
func (d *days) settle(st *state, when *news.When) {
	st.When = when
	if st.occ < 0 {
		return
	}
	o := &d.occs[st.occ]
	o.speaker = st.speaker
	if when == nil {
		d.undated(st, o)
	} else {
		o.day, st.visit = when, o.kind == "visit"
		if k := d.doc.SentenceAt(o.Start); k >= 0 {
			st.where = d.doc.Sentences[k].Span
		}
	}
	st.Occasion = &news.Occasion{ID: o.id, Kind: o.kind, Mention: o.Span}
}

// undated gives an occasion without a day that of what the report told before.
func (d *days) undated(st *state, o *occasion) {
	old := d.states[st.speaker]
	if e := d.earlier(st.occ); e >= 0 {
		o.id, o.day = d.occs[e].id, d.occs[e].day
		st.When = o.day
	} else if old.act && (o.back || o.alone && d.passageAt(o.Start) == old.passage) && !(old.visit && d.away(o, old)) {
		o.day = carried(old.Result).When // "gave a warning today": "in a televised statement"
		st.When, st.act, st.passage = o.day, true, d.passageAt(o.Start)
	} else if d.onVisit(o, old) {
		o.day = carried(old.Result).When // "visited Tarn today": "at a press conference"
		st.When, st.visit, st.where = o.day, true, old.where
	} else if w := d.within(o, old); w != nil {
		o.day, st.When, st.gather = w, w, true
	}
	if st.When == nil && old.opened && !o.after && d.lore.onVisits[o.kind] {
		o.day = carried(old.Result).When // "went to Tarn on Monday …": "in a speech there", but no interview
		st.When, st.opened = o.day, true
	}
}

// earlier is the occasion of the same kind before the i-th that it points back to:
// "the interview" of anyone, "an interview" without more of the same speaker.
func (d *days) earlier(i int) int {
	o := &d.occs[i]
	for k := i - 1; k >= max(0, i-farthest); k-- {
		e := &d.occs[k]
		if e.kind != o.kind || e.after || e.speaker == "" {
			continue
		}
		if o.back || o.alone && e.speaker == o.speaker {
			return k
		}
	}
	return -1
}

// farthest is how many occasions back one that is named again is looked for.
const farthest = 500

// keep makes a state hold for what its speaker says next.
func (d *days) keep(st state) { d.states[st.speaker] = st }

// inherit is the state that a statement without day or occasion of its own goes on
// with.
func (d *days) inherit(i int) state {
	a := d.in[i]
	none := state{speaker: a.Speaker, occ: -1, sentence: a.Context.Start}
	if a.CarriedOn >= 0 && a.CarriedOn < len(d.out) && a.CarriedOn != i {
		st := none
		st.Result = carried(d.out[a.CarriedOn])
		return st
	}
	if a.Within >= 0 && a.Within < i && a.Speaker != "" && d.in[a.Within].Speaker == a.Speaker {
		st := none
		st.Result = carried(d.out[a.Within]) // "he countered, saying": one act
		return st
	}
	if a.Within >= 0 || a.Speaker == "" || a.Cue.IsZero() || a.Cue == a.Source {
		none.sentence = 0 // a block quotation tells nothing of when its speaker was heard next
		return none
	}
	if d.elsewhere(a) {
		none.opened = d.states[a.Speaker].opened // what the report opened with goes on behind it
		return none
	}
	st, ok := d.states[a.Speaker]
	at := d.passageAt(a.Cue.Start)
	if !ok || st.When == nil && st.sentence <= d.met.sentence {
		st, ok = d.atGathering(a)
	}
	if !ok || d.over(st, a, at) {
		return none
	}
	st.passage, st.sentence = at, a.Context.Start
	st.Result = carried(st.Result)
	return st
}

// over reports whether a state no longer holds for a statement: "this week" is no single
// occasion beyond what its speaker says in that passage, nobody else between; an act is past
// some passages on, and does not date what somebody says ever since, but a document does not
// speak anew.
func (d *days) over(st state, a Attr, passage int) bool {
	if st.visit && !personal(a.Name) {
		return true // "Merovian inspectors arrived": Merovia did not
	}
	if st.act {
		last := a.Name[strings.LastIndexByte(a.Name, ' ')+1:]
		far := farthestPassage
		if st.visit {
			far *= 2
		}
		now, doc := d.anyRole(a.Cue, standing), d.lore.heads.has(last)
		return !doc && now || passage > st.passage+far && (!doc || now)
	}
	wide := st.When != nil && daysBetween(st.When.From, st.When.To) > 0
	return wide && st.Occasion == nil && !st.gather && st.sentence != a.Context.Start &&
		(st.passage != passage || d.last != a.Speaker || d.anyRole(a.Cue, standing))
}

// carried is a result as the next statement has it: the same words, another rule.
func carried(r Result) Result {
	if r.When == nil || strings.HasSuffix(r.When.By, goesOn) {
		return r
	}
	w := *r.When
	w.By += goesOn
	r.When = &w
	return r
}

// goesOn ends the rule of a day that an earlier sentence named.
const goesOn = ", named before"

// elsewhere reports whether the words at a cue say that it was another day: "has
// said", "later said", "said repeatedly".
func (d *days) elsewhere(a Attr) bool {
	from := a.Context.Start
	for _, c := range a.Content {
		if c.End <= a.Cue.Start {
			from = max(from, c.End)
		}
	}
	i := a.Cue.Start
	for k := range 3 {
		t := d.p.back(i)
		if t.kind != word || t.start < from {
			break
		}
		if r := d.role(t); r&cancel != 0 || r&perfect != 0 && k < 2 {
			return true
		}
		i = t.start
	}
	if d.anyRole(a.Cue, perfect) {
		return true
	}
	n := d.p.scan(a.Cue.End)
	return d.role(n)&cancel != 0 && d.role(n)&ofContent == 0 && !slices.ContainsFunc(a.Content, func(c news.Span) bool { return c.Start <= n.start && n.start < c.End })
}
