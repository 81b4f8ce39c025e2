package move

import (
	"strings"

	"parley/internal/news"
)

// sign adds a stance whose holder is the subject of item lead.
func (r *reading) sign(sign, lead, i int, rule string) {
	if r.items[lead].is.any(of(good, bad)) || r.demanded(lead) {
		r.speaker(sign, lead, i, rule)
		return
	}
	r.add(r.evidence(sign, lead, i, rule), lead)
}

// demanded reports whether item lead is what somebody must do: the speaker's demand.
func (r *reading) demanded(lead int) bool {
	for j := lead - 1; j >= 0 && j >= lead-3 && !r.items[j].is.any(bounds); j-- {
		if r.items[j].is.has(modal) {
			return true
		}
	}
	return false
}

// speaker adds a stance that is the speaker's own, whatever the subject.
func (r *reading) speaker(sign, lead, i int, rule string) {
	r.add(r.evidence(sign, lead, i, rule), -1)
}

func (r *reading) evidence(sign, lead, i int, rule string) evidence {
	if r.flipped(lead) {
		sign = -sign
	}
	e := evidence{stance: news.For, rule: rule, conditions: r.conditions(lead, i, sign), target: r.target(i)}
	switch {
	case len(e.conditions) > 0:
		e.stance = news.Conditional
	case sign < 0:
		e.stance = news.Against
	}
	if r.doubted(lead) {
		e.stance, e.conditions, e.rule = news.Unclear, nil, "denied or doubted"
	}
	return e
}

// flipped reports whether "does not mean that" stands before item lead.
func (r *reading) flipped(lead int) bool {
	for j := r.sentenceStart(lead); j < lead; j++ {
		if r.items[j].is.has(flip) {
			return true
		}
	}
	return false
}

// add keeps evidence if its holder is known: the subject of item lead, or the
// speaker's side for -1.
func (r *reading) add(e evidence, lead int) {
	ok := r.v.Side != nil
	if ok {
		e.holder = *r.v.Side
	}
	if lead >= 0 {
		e.holder, ok = r.subject(lead)
	}
	if !ok {
		return
	}
	if e.target != nil && *e.target == e.holder {
		e.target = nil
	}
	r.found = append(r.found, e)
}

// side is the speaker's.
func (r *reading) side() (news.Ref, bool) {
	if r.v.Side == nil {
		return news.Ref{}, false
	}
	return *r.v.Side, true
}

// subject finds whose readiness or refusal item lead is: the nearest party or pronoun
// on its left that no preposition governs; "the unwillingness of Valdoria" on its
// right; the speaker's side where there is no subject.
func (r *reading) subject(lead int) (news.Ref, bool) {
	if ref, ok := r.ofParty(lead); ok {
		return ref, true
	}
	var head *news.Ref
	bare := true
	for j := lead - 1; j >= 0; j-- {
		it := r.items[j]
		switch {
		case it.is.any(of(sentence, but)):
			return r.noSubject(head, bare)
		case it.is.has(condition), r.word(j) == "that" && !bare:
			return r.noSubject(head, false)
		case it.is.has(relative):
			bare = false // its antecedent
		case it.is.has(party) && it.owner && !r.owns(j, lead):
			bare = false // "Valdoria's backers": somebody else
		case it.is.has(party) && r.governed(j):
			if head == nil && (r.word(j-1) == "of" || r.word(j-2) == "of" && r.word(j-1) == "the") {
				head = &r.items[j].ref // "the president of Valdoria"
			}
		case it.is.has(party):
			return it.ref, true
		case it.is.any(of(first, both)):
			return r.side()
		case it.is.has(third):
			return r.third(j)
		case !r.empty(j):
			bare = false
		}
	}
	return r.noSubject(head, bare)
}

// noSubject is what holds when no party or pronoun stands before an operator.
func (r *reading) noSubject(head *news.Ref, bare bool) (news.Ref, bool) {
	switch {
	case head != nil:
		return *head, true
	case bare:
		return r.side()
	}
	return news.Ref{}, false
}

// ofParty reads "readiness of Valdoria", "the unwillingness of Karsk to talk".
func (r *reading) ofParty(lead int) (news.Ref, bool) {
	for j := lead + 1; j < len(r.items) && j < lead+4; j++ {
		if r.items[j].is.has(party) && r.word(j-1) == "of" && j-1-lead < 2 {
			return r.items[j].ref, true
		}
		if r.items[j].is.any(of(topic, verb)) {
			break
		}
	}
	return news.Ref{}, false
}

// owns reports whether a possessive party is that of the operator itself: "Valdoria's
// stubborn refusal".
func (r *reading) owns(j, lead int) bool { return lead-j <= 2 }

// governed reports whether a preposition stands before a party.
func (r *reading) governed(j int) bool {
	for k := j - 1; k >= 0 && k >= j-2; k-- {
		if r.items[k].is.has(preposition) {
			return true
		}
		if w := r.word(k); w != "the" && w != "a" && w != "an" {
			return false
		}
	}
	return false
}

// third is the party that "he" or "they" stands for: one named before it in the
// content; in reported speech else the speaker's own.
func (r *reading) third(j int) (news.Ref, bool) {
	for k := j - 1; k >= 0; k-- {
		if r.items[k].is.has(party) && !r.governed(k) && !r.items[k].owner {
			return r.items[k].ref, true
		}
	}
	if r.v.Mode == news.Direct {
		return r.opponent(j)
	}
	return r.side()
}

// opponent is whom "they" means in the mouth of one of two parties: the other one.
func (r *reading) opponent(j int) (news.Ref, bool) {
	if w := r.word(j); r.v.Side == nil || len(r.m.sides) != 2 || w != "they" && w != "they're" {
		return news.Ref{}, false
	}
	for i, s := range r.m.sides {
		if s == *r.v.Side {
			return r.m.sides[1-i], true
		}
	}
	return news.Ref{}, false
}

// empty reports whether an item can stand before an operator that has no subject.
func (r *reading) empty(j int) bool {
	w := r.word(j)
	return r.items[j].is.any(of(negation, comma, will, modal, may, be)) || w == "to" || w == "the" || r.adverb(j)
}

// target is the party that the topic is to be with: "talks with Merovia".
func (r *reading) target(i int) *news.Ref {
	for j := i + 1; j < len(r.items) && j < i+5; j++ {
		if r.items[j].is.has(party) && r.governed(j) && (r.word(j-1) == "with" || r.word(j-2) == "with") {
			return &r.items[j].ref
		}
		if r.items[j].is.any(bounds) {
			return nil
		}
	}
	return nil
}

// doubted reports whether the sentence calls what it says false: "allegations that …
// are false".
func (r *reading) doubted(i int) bool {
	for j := r.sentenceStart(i); j < r.sentenceEnd(i); j++ {
		if r.items[j].is.has(deny) {
			return true
		}
	}
	return false
}

func (r *reading) sentenceStart(i int) int {
	for i > 0 && !r.items[i-1].is.has(sentence) {
		i--
	}
	return i
}

// sentenceEnd is the item after the last of the sentence.
func (r *reading) sentenceEnd(i int) int {
	for i < len(r.items) && !r.items[i].is.has(sentence) {
		i++
	}
	return i
}

// word is item j in lower case; "" outside the content.
func (r *reading) word(j int) string {
	if j < 0 || j >= len(r.items) {
		return ""
	}
	return strings.ToLower(r.items[j].In(r.doc.Report.Text))
}
