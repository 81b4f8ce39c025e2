package attribution

import (
	"sort"
	"strings"

	"parley/internal/news"
	"parley/internal/token"
)

// What found a relation; "" for what is carried on.
const (
	foundRules = "rules"
	foundModel = "model"
	foundBoth  = "rules and model"
)

// leastSupport is how far the trained reader must take the words of a content for
// content, 0 to 1, for a relation that only the rules found: below it the rules alone are
// wrong more often than right.
const leastSupport = 0.05

// leastModel is how sure the trained reader must be of a relation that only it found, and
// leastRest how far it must take the end of the rules' content for content to leave it.
// leastModel was chosen on reports that no rule was tuned on: on those of the tuning sets
// the rules have found nearly all, and what is left for the trained reader looks worse
// than it is.
const (
	leastModel = 0.6
	leastRest  = 0.25
)

// joiner brings what the rules and what the trained reader found together, stretch by
// stretch of a report:
//
//   - what both found is the rules' relation, with its addressee, chain and trimming; of
//     two contents that begin alike the one that ends first holds, since both err by
//     running on;
//   - what only the rules found stays unless the trained reader speaks against it;
//   - what only the trained reader found is added where it is sure.
type joiner struct {
	x     *Lexicon
	doc   *token.Doc
	net   *network
	w     *work
	rules []Relation
	alone bool  // there are no rules
	order []int // indexes of rules, by where their sentences begin; those that are joined are taken off
	at    []int // index into out of each of the rules, -1 when it was dropped
	out   []Relation
	chunk int // where the last stretch begins in out
}

// take takes the rules' relations of the whole report.
func (j *joiner) take(rules []Relation) {
	j.rules, j.at, j.order = rules, make([]int, len(rules)), make([]int, len(rules))
	for i := range rules {
		j.order[i] = i
	}
	sort.SliceStable(j.order, func(a, b int) bool { return rules[j.order[a]].Unit.Start < rules[j.order[b]].Unit.Start })
}

// join joins the relations of the report up to byte end.
func (j *joiner) join(end int, model []Relation) {
	j.chunk = len(j.out)
	used := make([]bool, len(model))
	for len(j.order) > 0 && (j.rules[j.order[0]].Unit.Start < end || end == len(j.doc.Report.Text)) {
		j.rule(j.order[0], model, used)
		j.order = j.order[1:]
	}
	at := make([]int, len(model))
	for i := range model {
		at[i] = -1
		m := model[i]
		if m.Same >= 0 {
			m.Same = at[m.Same]
		}
		if used[i] || match(j.out[j.chunk:], &m) >= 0 || m.Same < 0 && model[i].Same >= 0 || !j.sure(&m) {
			continue
		}
		at[i] = len(j.out)
		j.add(m)
	}
}

// sure reports whether a relation that only the trained reader found is to be taken: one
// that it is sure of, with more than a bare noun phrase for content.
func (j *joiner) sure(m *Relation) bool {
	return j.alone || RawScore(&m.Evidence) >= leastModel && !j.x.bareNoun(j.doc, m)
}

// confident gives a relation the confidence that its evidence has.
func (j *joiner) confident(r Relation) Relation {
	r.Score = j.x.confidence(&r.Evidence, r.Score)
	return r
}

func (j *joiner) add(r Relation) { j.out = append(j.out, j.confident(r)) }

// rule takes relation i of the rules, or drops it.
func (j *joiner) rule(i int, model []Relation, used []bool) {
	r := j.rules[i]
	r.Evidence.Found = foundRules
	j.at[i] = -1
	if k := match(model, &r); k >= 0 {
		used[k] = true
		r.Evidence = model[k].Evidence
		r.Evidence.Found = foundBoth
		if r.Base < 0 {
			r.Content, r.Evidence.Cut = j.shorter(r.Content, model[k].Content)
		}
		j.source(&r, &model[k])
	} else if r.Base < 0 && !r.Headline && len(r.Content) > 0 && !j.headed(r.Passage) {
		if r.Evidence.Support = j.net.support(j.w, r.Content); r.Evidence.Support < leastSupport && r.Rule != ruleThat {
			return // but for an explicit "that", where the rules are right more often than not
		}
	}
	if r.Same >= 0 && !j.share(&r) {
		return
	}
	j.at[i] = len(j.out)
	j.add(r)
}

// leastSource is how sure the trained reader must be of a source to correct the rules'.
const leastSource = 0.85

// source lets the trained reader correct the source: what it draws in before the rules'
// ("media reports | and party sources"), an of-phrase behind it, and all where the rules
// took a noun of the source for the verb ("Kell's email notes that") or other words for
// the source of the same cue: on PolNeAR dev, of 18 such sources of which one is right,
// 15 are the trained reader's.
func (j *joiner) source(r, m *Relation) {
	if m.Source.IsZero() || m.Evidence.Source < leastSource || m.Source == r.Source || passes(r.Chain, m.Source) {
		return
	}
	if r.Cue.Overlaps(m.Cue) && !r.Source.Overlaps(m.Source) && (!r.Source.IsZero() || r.Same < 0) {
		r.Source, r.Same = m.Source, -1
		return
	}
	if r.Source.IsZero() {
		return
	}
	if !r.Cue.Overlaps(m.Cue) {
		if m.Source.Contains(r.Cue) {
			r.Source, r.Cue, r.Rule = m.Source, m.Cue, m.Rule
		}
		return
	}
	if !m.Source.Contains(r.Source) || j.tells(news.Span{Start: m.Source.Start, End: r.Source.Start}) {
		return
	}
	if m.Source.End == r.Source.End || j.sourceGoesOn(news.Span{Start: r.Source.End, End: m.Source.End}) {
		r.Source = m.Source
	}
}

// tells reports whether the words hold a cue of their own and are no part of a source: "the
// reports say | officials".
func (j *joiner) tells(s news.Span) bool {
	first, end := j.doc.TokensIn(s)
	for t := first + 1; t < end; t++ {
		if e := j.x.lookup(j.doc.Word(t)); e.verb >= 0 && j.x.verbs[e.verb].Frames&(Trail|Noun) == Trail && e.forms&(Past|Third|Base) != 0 && e.class&Determiner == 0 {
			return true
		}
	}
	return false
}

// sourceGoesOn reports whether the words behind the rules' source are still its noun
// phrase: an of-phrase, or up to a plural noun ("ten percent of | registered voters").
func (j *joiner) sourceGoesOn(rest news.Span) bool {
	words := rest.In(j.doc.Report.Text)
	if strings.HasPrefix(words, " of ") || strings.HasPrefix(words, "% of ") {
		return true
	}
	first, end := j.doc.TokensIn(rest)
	if end-first > 3 || end == first || !strings.HasSuffix(words, "s") {
		return false
	}
	for t := first; t < end; t++ {
		if j.doc.Tokens[t].Kind != token.Word || j.x.lookup(j.doc.Word(t)).class&(Preposition|Subordinator|WH|Coordinator) != 0 {
			return false
		}
	}
	return true
}

// headed reports whether a passage is a headline or standfirst: the trained reader has
// learnt from body text, and knows little of their form.
func (j *joiner) headed(passage int) bool {
	k := j.doc.Report.Passages[passage].Kind
	return k == news.Headline || k == news.Standfirst
}

// share points a relation that shares another's source to it, or gives it the source
// of one that was dropped.
func (j *joiner) share(r *Relation) bool {
	same := r.Same
	if r.Same = j.at[same]; r.Same >= 0 {
		return true
	}
	if r.Cue.IsZero() {
		return false
	}
	for same >= 0 && j.rules[same].Source.IsZero() {
		same = j.rules[same].Same
	}
	if same >= 0 {
		r.Source = j.rules[same].Source
	}
	return same >= 0
}

// within reports whether a relation lies in a content of the others, cue and all.
func within(rs []Relation, r *Relation) bool {
	for i := range rs {
		if around(rs[i].Content, r.Cue, r.Content) {
			return true
		}
	}
	return false
}

// match is the relation that is the same as r: the same cue, or a content that is mostly
// the same; -1 for none.
func match(rs []Relation, r *Relation) int {
	for i := range rs {
		if !r.Cue.IsZero() && r.Cue.Overlaps(rs[i].Cue) {
			return i
		}
	}
	for i := range rs {
		if mostly(rs[i].Content, r.Content) && !nests(&rs[i], r) && !nests(r, &rs[i]) {
			return i
		}
	}
	return -1
}

// nests reports whether b, cue and all, is told in what a says.
func nests(a, b *Relation) bool { return !b.Cue.IsZero() && around(a.Content, b.Cue, b.Content) }

// mostly reports whether two contents share most of the smaller one.
func mostly(a, b []news.Span) bool {
	shared, x, y := 0, 0, 0
	for _, s := range a {
		x += s.Len()
	}
	for _, t := range b {
		y += t.Len()
		for _, s := range a {
			if lo, hi := max(s.Start, t.Start), min(s.End, t.End); lo < hi {
				shared += hi - lo
			}
		}
	}
	return shared*2 > min(x, y)
}

// shorter is the content that ends first, of two that begin alike and are one piece,
// and whether that is the model's: it is taken where what the rules have behind it is no
// content to the model.
func (j *joiner) shorter(rules, model []news.Span) ([]news.Span, bool) {
	if len(rules) != 1 || len(model) != 1 || rules[0].Start-model[0].Start > 2 || model[0].Start-rules[0].Start > 2 || model[0].End >= rules[0].End {
		return rules, false
	}
	rest := news.Span{Start: model[0].End, End: rules[0].End}
	if j.goesOn(rest) || j.setOff(model[0], rest) || j.net.support(j.w, []news.Span{rest}) >= leastRest {
		return rules, false
	}
	return model, true
}

// setOff reports whether an infinitive set off by commas stands between the subject, where the
// model's content ends, and its verb: "said the law, | to be framed by May, is to pass".
func (j *joiner) setOff(subject, rest news.Span) bool {
	return strings.HasPrefix(rest.In(j.doc.Report.Text), ", to ") && !j.verb(subject) && j.verb(rest)
}

// verb reports whether a finite verb stands in the words, as far as their forms tell.
func (j *joiner) verb(s news.Span) bool {
	first, end := j.doc.TokensIn(s)
	for t := first; t < end; t++ {
		e := j.x.lookup(j.doc.Word(t))
		if e.class&(Finite|Modal|Be|Have|Do|Clausal) != 0 || e.forms&(Past|Third) != 0 || strings.HasSuffix(j.doc.Word(t), "ed") || j.doc.Tokens[t].Kind == token.Mark {
			return true
		}
	}
	return false
}

// goesOn reports whether the words begin with a relative clause, which belongs to what
// was said (rule 6), or with a co-ordinated one (rule 8): but for "but" with a noun for a
// subject ("but Marn is unwilling"), where reporters often speak themselves.
func (j *joiner) goesOn(s news.Span) bool {
	t := j.doc.TokenAt(s.Start)
	if t < len(j.doc.Tokens) && j.doc.Text(t) == "," {
		t++
	}
	if t >= len(j.doc.Tokens) || int(j.doc.Tokens[t].Start) >= s.End {
		return false
	}
	c := j.x.lookup(j.doc.Word(t)).class
	if j.doc.Word(t) == "but" && t+1 < len(j.doc.Tokens) && j.x.lookup(j.doc.Word(t+1)).class&(Subject|Pronoun|Preposition|Subordinator|Adverb|WH) == 0 {
		return false
	}
	return c&Coordinator != 0 || c&WH != 0 && c&Subordinator == 0
}

// support is how far the model takes the words for content: the mean over their units
// of the probability that the unit lies in a content.
func (n *network) support(w *work, content []news.Span) float64 {
	sum, count := 0.0, 0
	u, kinds := w.scores.Units, len(n.kinds)/2
	for _, c := range content {
		i := sort.Search(len(u), func(i int) bool { return int(u[i].End) > c.Start })
		for ; i < len(u) && int(u[i].Start) < c.End; i++ {
			sum += float64(w.inside[i*kinds+int(ContentSpan)])
			count++
		}
	}
	if count == 0 {
		return 0
	}
	return sum / float64(count)
}
