package attribution

import "strings"

// Words that look like a cue, a content or a part of it and are none, and where clauses and
// quotations stand together that are not one.

// inName reports whether the verb form at item i is a word of a name: Lev | Said | Marn.
func (u *unit) inName(i int) bool {
	if i == 0 || !u.capAt(i) || !u.capAt(i-1) || u.items[i].forms&Past == 0 || u.title() {
		return false
	}
	return u.capAt(i+1) && u.class(i+1)&(Determiner|Pronoun|Time) == 0 || i+1 < len(u.items) && u.items[i+1].verb >= 0 && u.items[i+1].forms&Past != 0
}

// bidden reports whether others told those who are told of at item i: "trained and | told to
// wash".
func (u *unit) bidden(i int) bool {
	if it := &u.items[i]; it.forms&Participle == 0 || !u.is(i, "told") || !u.is(i+1, "to") || i+2 >= len(u.items) || u.isQuote(i+2) {
		return false
	}
	return !u.items[i+2].cap && u.class(i+2)&(Determiner|Pronoun|Object|Reporters) == 0
}

// fragment reports whether the quotation at item q is the end of a sentence that it did not
// begin, with the next one behind it: `said it was "all over." | She asked`.
func (u *unit) fragment(q int) bool {
	if q < 1 || !u.isQuote(q) || !u.items[q-1].word || !u.capAt(q+1) {
		return false
	}
	in := u.doc.Quotes[u.items[q].quote].Inner
	c := u.text[in.Start]
	return in.Len() > 1 && c >= 'a' && c <= 'z' && strings.IndexByte(".?!", u.text[in.End-1]) >= 0
}

// sceneBefore reports whether items [from, to) before a source that ends before the comma at
// item after only set the scene of the clause behind it: "At the same time, | according to X, P".
func (r *reader) sceneBefore(from, to, after int) bool {
	return from < to && r.class(from)&Preposition != 0 && !r.finite(from, to, false) && r.punct(after) == ',' && r.finite(after+1, len(r.items), false)
}

// nameBehind is the item behind a name that ends the sentence and is that of the office before
// it, phrase p: "the adviser of the Council, | Lev Marn."; 0 when there is none.
func (u *unit) nameBehind(p phraseAt) int {
	if u.class(p.from)&Determiner == 0 || u.capAt(p.from+1) || u.capAt(p.from) {
		return 0
	}
	k := u.recipient(p.to+1, len(u.items))
	if k < p.to+3 || k < len(u.items) && u.punct(k) != '.' {
		return 0
	}
	return k
}

// whenAsked is the quotation behind the colon of an occasion at item i: "told her when asked
// about the plan: | “…”"; 0 when there is none.
func (u *unit) whenAsked(i, limit int) int {
	if !u.is(i, "when") || !u.is(i+1, "asked") && !u.is(i+1, "questioned") && !u.is(i+1, "pressed") {
		return 0
	}
	for k := i + 2; k+1 < limit && k < i+24 && !u.isQuote(k); k++ {
		if u.punct(k) == ':' && u.isQuote(k+1) {
			return k + 1
		}
	}
	return 0
}

// toTalks reports whether a noun stands behind the "to" at item i and no verb: "a return | to
// talks:".
func (u *unit) toTalks(i, limit int) bool {
	if i+1 >= limit || i+2 < len(u.items) && u.items[i+2].punct == 0 && u.class(i+2)&Preposition == 0 {
		return false
	}
	w := u.text[u.items[i+1].Start:u.items[i+1].End]
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
}

// quotedVerb reports whether the quotation at item k begins with the verb of the noun phrase
// before it: `the loss of Marn | "does not end it"`.
func (u *unit) quotedVerb(k int) bool {
	if !u.isQuote(k) {
		return false
	}
	q := &u.doc.Quotes[u.items[k].quote]
	t := q.First
	if q.First >= q.Last {
		return false
	}
	switch u.text[u.doc.Tokens[t].Start:u.doc.Tokens[t].End] {
	case "is", "are", "was", "were", "has", "had", "does", "did", "will", "would", "can", "could", "must", "should", "may", "might":
		return true
	}
	return false
}

// ofOthers reports whether words of others stand at item i, which a cue denies or confirms and
// does not say: "denied | reports he is ill".
func (u *unit) ofOthers(i int) bool {
	return u.class(i)&(SaidNoun|Document|Summary) != 0 && u.plural(i) && !u.items[i].cap && u.class(i+1)&(Subject|Determiner) != 0
}

// quotedOn reports whether a quotation that is a sentence of its own stands behind the comma or
// semicolon at item i, where the clause of cue k is at its end: "said it was over, | “We leave.”"
func (r *reader) quotedOn(k, i int) bool {
	c, f := r.punct(i), &r.cues[k]
	if c != ',' && c != ';' || !r.isQuote(i+1) || r.lower(i+1) || f.kind != verbCue || f.frames&(That|Bare) == 0 {
		return false
	}
	q := &r.doc.Quotes[r.items[i+1].quote]
	if q.Last-q.First < 6 || !r.items[i+1].space || i+2 < len(r.items) && r.punct(i+2) != '.' {
		return false
	}
	from := max(f.last, r.clauseStart(i))
	if r.is(from, "that") {
		from++
	}
	return r.class(from)&(Subordinator|WH) == 0 && r.finite(f.last, i, true) && !r.cueWithin(k, i)
}

// toWhich reports whether an answer is told behind the comma at item i: ", | to which he replied".
func (r *reader) toWhich(i int) bool {
	if !r.is(i+1, "to") || !r.is(i+2, "which") {
		return false
	}
	p := r.right(i+3, len(r.items))
	return p.ok() && p.to < len(r.items) && r.items[p.to].verb >= 0
}

// ownSubject reports whether a clause with a subject of its own stands at item i: "denied
// firing, but | several men were hurt".
func (r *reader) ownSubject(i, to int) bool {
	p := r.right(i, to)
	if !p.ok() {
		return false
	}
	k := p.to
	for k < to && r.class(k)&Adverb != 0 {
		k++
	}
	return k < to && r.predicateAt(k)
}

// asEnd is the end of an object and "as" at item i: behind a quotation that only an occasion or
// the reporter's apposition follows, `described him as “old” | during the talks`.
func (u *unit) asEnd(i, limit int) int {
	for k := i + 1; k+1 < limit; k++ {
		if !u.isQuote(k) {
			continue
		}
		c := u.class(k + 1)
		comma := u.text[u.doc.Quotes[u.items[k].quote].Inner.End-1] == ','
		if c&Preposition != 0 && c&(Link|Coordinator) == 0 || comma && u.items[k+1].word && c&(Coordinator|WH|Preposition) == 0 && !u.is(k+1, "that") {
			return k + 1
		}
	}
	return limit
}

// officials reports whether items [from, to) of a headline are a source without a capital:
// "Ten hurt in storm: | harbour officials".
func (r *reader) officials(from, to int) bool {
	if from >= to || to-from > 3 {
		return false
	}
	for i := from; i < to; i++ {
		if !r.nominal(i) || r.class(i)&(Label|Time) != 0 {
			return false
		}
	}
	last := to - 1
	return !r.items[last].cap && (r.is(last, "officials") || r.is(last, "police") || r.is(last, "sources") || r.class(last)&(Document|Title|Press) != 0)
}

// behindSaying leaves out of a subject another cue and whose words those are: "the reports say |
// officials in Lume [named]".
func (r *reader) behindSaying(p phraseAt) phraseAt {
	for k := p.from + 1; k+1 < p.to; k++ {
		if it := &r.items[k]; it.verb >= 0 && !it.cap && it.forms&Base != 0 && r.x.verbs[it.verb].Frames&Free != 0 && r.plural(k-1) && r.punct(k+1) == 0 {
			return phraseAt{k + 1, p.to}
		}
	}
	return p
}
