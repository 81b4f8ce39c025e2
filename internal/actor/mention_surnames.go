package actor

import (
	"slices"

	"parley/internal/news"
)

// A surname may be another word too: a stop word (Will, May), a nationality (Cuban) or a state
// (Jordan). Where the report names a person in full by it, the word standing alone is that person.

// mostStopNames is how many surnames that are stop words a report may have; more are a list's.
const mostStopNames = 16

// nameStops takes the stop words that end a person's full name somewhere in the report for no stop
// words where they stand as a name does.
func (s *Scene) nameStops() {
	var names []uint64
	for k := 1; k < len(s.toks) && len(names) < mostStopNames; k++ {
		if t := s.toks[k]; t.is(isStop) && s.stopSurname(k) && !slices.Contains(names, s.key(int32(k))) {
			names = append(names, s.key(int32(k)))
		}
	}
	if names == nil {
		return
	}
	for i := range s.doc.Sentences {
		sent := &s.doc.Sentences[i]
		if s.hasHeadlineCapitals(sent.First, sent.Last) {
			continue
		}
		for k := sent.First; k < sent.Last; k++ {
			if t := &s.toks[k]; t.capital() && t.is(isStop) && slices.Contains(names, s.key(int32(k))) && s.standsAsName(k, sent.First, sent.Last) {
				t.flags &^= isStop | isCalendar
			}
		}
	}
}

// stopSurname reports whether the stop word at k ends a full name: "Lena May said", but not
// "How Adrian Will Win" or "to Lena May 5".
func (s *Scene) stopSurname(k int) bool {
	t, before := s.toks[k], s.toks[k-1]
	if !t.capital() || t.has(allCaps) || t.end-t.start < 3 || !s.adjoins(k) || k+1 < len(s.toks) && (s.toks[k+1].capital() || s.toks[k+1].has(number)) {
		return false
	}
	return before.capital() && before.is(isForename) && !before.is(isStop|isHonorific|isPerson) && !before.possessive()
}

// standsAsName reports whether the stop word at k of the sentence [first, last) may be a surname: no
// month of a date, no verb before its subject.
func (s *Scene) standsAsName(k, first, last int) bool {
	next := k + 1
	switch {
	case next < last && (s.toks[next].capital() || s.toks[next].has(number)):
		return false
	case k > first && !s.toks[k-1].has(mark):
		return !s.toks[k].is(isCalendar) || !s.datesMonth(k)
	case next < last && s.toks[next].lower():
		_, pronoun := pronounOf(s.word(next))
		return !pronoun && !s.toks[next].is(isDeterminer) && !s.is(next, "there") && !s.asked(last)
	}
	return true
}

// datesMonth reports whether the word before the month at k says that it is one: in May, last May,
// but not "according to May".
func (s *Scene) datesMonth(k int) bool {
	if t := s.toks[k-1]; t.is(isDeterminer|isFormer|isCalendar) || t.has(number) {
		return true
	}
	switch s.word(k - 1) {
	case "to":
		return k < 2 || !s.is(k-2, "according") && !s.is(k-2, "According")
	case "in", "In", "since", "Since", "of", "until", "till", "from", "through", "during", "by", "By", "before", "after", "early", "late", "mid", "around", "on":
		return true
	}
	return false
}

// asked reports whether the sentence that ends before token last is a question.
func (s *Scene) asked(last int) bool {
	for ; last > 0 && s.toks[last-1].has(mark); last-- {
		if s.byteAt(last-1) == '?' {
			return true
		}
	}
	return false
}

// nationSurnames makes a nationality or state of one word a person's surname if a full name of the
// report ends in it: Cuban, Jordan. That a state of that name is meant too the report tells by other
// words for it, or by what is in it.
func (s *Scene) nationSurnames() {
	too := map[*Entry]bool{} // whether a state of such a name is meant too
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.fromDirectory == nil || m.Kind != StateMention && m.Kind != GroupMention || !s.aloneOrTitled(m) {
			continue
		}
		e := s.surnamedBefore(m)
		if e < 0 || m.Kind == StateMention && s.stateToo(m.fromDirectory.Entry, too) {
			continue
		}
		m.Kind, m.Number, m.Entity, m.fromDirectory = SurnameMention, Singular, e, nil
	}
}

// aloneOrTitled reports whether the name m is one word and has at most a title before it.
func (s *Scene) aloneOrTitled(m *Mention) bool {
	if m.nameAt != m.last || m.headAt != m.last || m.definite {
		return false
	}
	return m.first == m.last || s.toks[m.last-1].capital() && s.toks[m.last-1].is(isHonorific|isPerson)
}

// surnamedBefore is the person named in full last before m, by a name that ends in the word m, or -1.
func (s *Scene) surnamedBefore(m *Mention) int {
	found := -1
	for _, e := range s.names[s.key(m.last)] {
		ent := &s.entities[e]
		f := &s.mentions[ent.full]
		if !ent.dead && ent.kind == news.Person && ent.names > 0 && f.nameAt < f.last && s.key(s.lastNameWord(f)) == s.key(m.last) && (f.first < m.first || s.headline(m)) {
			found = int(e)
		}
	}
	return found
}

// stateToo reports whether the report means the state too, which is looked for once and kept in known.
func (s *Scene) stateToo(state *Entry, known map[*Entry]bool) bool {
	told, ok := known[state]
	if !ok {
		told = slices.ContainsFunc(s.mentions, func(m Mention) bool { return s.meansState(&m, state) })
		known[state] = told
	}
	return told
}

// meansState reports whether m is the state by another word than a person's surname, or as a place.
func (s *Scene) meansState(m *Mention, state *Entry) bool {
	if m.state != nil && m.state.Entry == state && !m.state.bare() {
		return true
	}
	f := m.fromDirectory
	return f != nil && f.Entry == state && (!f.bare() || m.last > m.nameAt || s.placed(m))
}

// bare reports whether the words are the state's short name, which a person's surname may be.
func (m *Match) bare() bool { return m.How == HowName || m.How == HowAlso }
