package move

import (
	"slices"

	"parley/internal/news"
)

// evidence is one place of a statement that takes a stance on the issue.
type evidence struct {
	stance     news.Stance
	holder     news.Ref
	target     *news.Ref
	conditions []news.Span
	rule       string
}

// weigh makes the move of a holder from all that was found about him: a condition
// makes his stance conditional, contradiction makes it unclear.
func (r *reading) weigh(holder news.Ref) *news.Move {
	mv := &news.Move{Issue: Talks, Holder: holder, Stance: news.Unclear}
	by := map[news.Stance]string{}
	for _, e := range r.found {
		if e.holder != holder {
			continue
		}
		if by[e.stance] == "" {
			by[e.stance] = e.rule
		}
		if mv.Target == nil {
			mv.Target = e.target
		}
		for _, c := range e.conditions {
			if !slices.Contains(mv.Conditions, c) {
				mv.Conditions = append(mv.Conditions, c)
			}
		}
	}
	switch {
	case by[news.Conditional] != "":
		mv.Stance = news.Conditional
	case by[news.For] != "" && by[news.Against] != "":
		by[news.Unclear] = "both for and against"
	case by[news.For] != "":
		mv.Stance = news.For
	case by[news.Against] != "":
		mv.Stance = news.Against
	}
	mv.By = by[mv.Stance]
	return mv
}

// class gives the PLOVER class and the CAMEO root where the stance is the speaker's
// own and plain: to express intent to negotiate, to reject.
func (r *reading) class(mv *news.Move) {
	if r.v.Side == nil || mv.Holder != *r.v.Side {
		return
	}
	switch mv.Stance {
	case news.For:
		mv.Plover, mv.Cameo = "AGREE", "03"
	case news.Against:
		mv.Plover, mv.Cameo = "REJECT", "12"
	}
}

// gather looks at every mention of the topic and at words that are enough alone.
func (r *reading) gather() {
	for i, it := range r.items {
		switch {
		case it.is.any(of(alonePro, aloneContra)):
			r.alone(i)
		case !it.is.any(of(topic, verb, soft)) || r.aside(i):
		case r.before(i) || r.required(i):
		case !r.supposed(i):
			r.mention(i)
		}
	}
	if len(r.found) == 0 {
		r.anaphor()
	}
}

// operators are the classes whose words take a stance on what follows.
var operators = of(pro, weak, contra, good, bad, urge, begin, ending)

// aside reports whether a mention only tells when or of what: "after talks in Port
// Sorrel", "the failure of the talks".
func (r *reading) aside(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		is := r.items[j].is
		if is.has(aside) {
			return true
		}
		if is.any(of(comma, sentence, party, verb, but) | operators) {
			return false
		}
	}
	return false
}

// supposed reports whether a mention stands in the clause of a condition: "if they
// want talks".
func (r *reading) supposed(i int) bool {
	for j := i - 1; j >= 0 && !r.items[j].is.any(of(sentence, but, comma)); j-- {
		if r.items[j].is.any(of(condition, unless)) && r.real(j) {
			return true
		}
	}
	return false
}

// alone reads words that need no topic: "an unwilling party".
func (r *reading) alone(i int) {
	sign := 1
	if r.items[i].is.has(aloneContra) {
		sign = -1
	}
	for j := i - 1; j >= 0 && j >= i-3 && !r.items[j].is.any(bounds); j-- {
		if r.items[j].is.has(negation) {
			sign = -sign
		}
	}
	r.sign(sign, i, i, r.word(i))
}

// bounds part clauses.
var bounds = of(sentence, but, comma, relative)

// mention reads one mention of the topic.
func (r *reading) mention(i int) {
	c := r.chain(i)
	switch {
	case r.items[i].is&of(topic, verb, soft) == of(soft) && (c.lead == i || c.just(begin) || c.just(ending)):
	case c.lead == i && r.items[i].is.has(verb):
		r.verb(i)
	case c.lead == i:
		r.predicate(i)
	case c.frail:
		r.add(evidence{stance: news.Unclear, rule: "does not ask for it"}, c.lead)
	case c.just(begin) || c.just(ending):
		r.beginning(c, i)
	default:
		if s := r.complement(c.lead, i); s != 0 {
			r.sign(c.sign*s, c.lead, i, r.word(c.lead)+" before the topic")
		} else {
			r.add(evidence{stance: news.Unclear, rule: "stance on how, not whether"}, c.lead)
		}
	}
}

// chain is the row of operators that govern a mention.
type chain struct {
	lead  int // the first of them; the mention itself when there is none
	sign  int // the product of their signs
	frail bool
	is    []set
}

// only reports whether no operator but those of one class is in the chain.
func (c chain) just(k class) bool {
	for _, is := range c.is {
		if !is.has(k) {
			return false
		}
	}
	return true
}

// reach is how many words an operator may stand from what it governs.
const reach = 7

// chain walks left over the operators that govern item i.
func (r *reading) chain(i int) chain {
	c := chain{lead: i, sign: 1}
	for j, gap := i-1, 0; j >= 0 && gap < reach; j-- {
		is := r.items[j].is
		switch {
		case is.any(bounds), is.any(of(topic, verb)):
			return c
		case is.has(negation) && is&operators == 0:
			if c.lead == i && gap > 2 {
				return c
			}
			c.sign, gap = -c.sign, 0
			c.frail = c.lead < i && r.items[c.lead].is.has(weak)
		case is&operators != 0:
			c.lead, gap = j, 0
			c.is = append(c.is, is)
			if is.any(of(contra, bad)) || is.has(ending) && !is.has(begin) {
				c.sign = -c.sign
			}
		default:
			gap++
		}
	}
	return c
}

// complement is what "wants the talks to go on", "to drag on" make of the sign; 0
// when it is neither.
func (r *reading) complement(lead, i int) int {
	if !r.items[lead].is.has(raising) || i+2 >= len(r.items) || r.word(i+1) != "to" {
		return 1
	}
	switch is := r.items[i+2].is; {
	case is.has(begin):
		return 1
	case is.has(ending):
		return -1
	}
	return 0
}

// beginning reads "will start negotiations", "must resume talks", "to open talks".
func (r *reading) beginning(c chain, i int) {
	for j := c.lead - 1; j >= -1 && j >= c.lead-4; j-- {
		switch {
		case j < 0 || r.items[j].is.any(of(sentence)):
			r.implied(c, i, j)
			return
		case r.items[j].is.has(will):
			r.sign(c.sign*r.won(j), c.lead, i, "will or will not begin")
			return
		case r.items[j].is.has(modal):
			r.speaker(c.sign, c.lead, i, "must begin")
			return
		case r.items[j].is.has(may) && c.sign < 0:
			r.sign(-1, c.lead, i, "cannot begin")
			return
		}
	}
}

// implied is a content without a subject: "to resume talks", what the speaker asks.
func (r *reading) implied(c chain, i, j int) {
	for k := j + 1; k < c.lead; k++ {
		if w := r.word(k); w != "to" && !r.items[k].is.has(negation) {
			return
		}
	}
	r.speaker(c.sign, c.lead, i, "asks to begin")
}

// won is -1 for "won't".
func (r *reading) won(j int) int {
	if r.items[j].is.has(negation) {
		return -1
	}
	return 1
}

// verb reads a topic verb without operator: "will never negotiate", "must talk".
func (r *reading) verb(i int) {
	sign, neg := 1, false
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		is := r.items[j].is
		if is.has(negation) {
			sign, neg = -sign, true
		}
		switch {
		case is.any(bounds):
			j = 0
		case is.has(modal):
			r.speaker(sign, j, i, "must or must not")
			return
		case is.has(will), is.has(may) && neg:
			r.sign(sign, j, i, "will or will not")
			return
		}
	}
	if neg {
		r.sign(sign, i, i, "does not")
	}
}
