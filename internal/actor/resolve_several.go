package actor

import (
	"strings"

	"parley/internal/news"
)

// joined resolves a source that "and" or "or" joins of two or more, tokens [first, end).
// Persons known by name are printed by their full names, others as they stand; the plural
// noun at the end stands for all when it is said again ("the sources").
func (r *resolver) joined(first, end int, span news.Span) decided {
	if colon := r.namesBehind(first, end); colon > 0 {
		if _, ok := pronounOf(r.word(first)); !ok && !r.numeral(first) {
			return r.decidePhrase(first, colon, -1, span)
		}
		first = colon + 1
	}
	r.joinedAt = span
	d := r.asPrinted(first, end, span)
	d.speaker.Name = r.printTo(first, end)
	if names := r.fullNames(first, end); names != "" {
		d.speaker.Name = names
	}
	if at := r.lastIn(first, end); at >= 0 {
		if m := &r.mentions[at]; m.Kind == GroupMention && m.Entity < 0 && int(m.first) > first {
			d.entity = r.nounEntity(at, first, end)
			r.entities[d.entity].phrase = d.speaker.Name
			m.Entity = d.entity
		}
	}
	return d
}

// namesBehind is the comma behind a plural noun that the names after it spell out, "The
// rivals, Lev Marn and Lena Kell"; 0 when there is none.
func (r *resolver) namesBehind(first, end int) int {
	for k := first + 1; k < end-3; k++ {
		if r.byteAt(k) != ',' {
			continue
		}
		at := r.mentionAt(k + 1)
		if !r.toks[k-1].is(isPeople|isPlural) || !r.toks[k-1].lower() || at < 0 || r.mentions[at].Kind != NameMention {
			return 0
		}
		return k
	}
	return 0
}

// fullNames joins the full names of the persons that tokens [first, end) name, with what they are
// before their names or not; "" when they name anything else.
func (r *resolver) fullNames(first, end int) string {
	var names []string
	for k := first; k < end; {
		part := k
		for part < end && r.byteAt(part) != ',' && !r.is(part, "and") && !r.is(part, "or") {
			part++
		}
		name := r.fullName(k, part)
		if name == "" {
			return ""
		}
		names = append(names, name)
		for k = part; k < end && (r.byteAt(k) == ',' || r.is(k, "and") || r.is(k, "or")); {
			k++
		}
	}
	if n := len(names); n > 2 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, " and ")
}

// fullName is that of the person whose name ends tokens [first, end), "" when none does: "Merovian
// minister Lev Marn". What a preposition joins to something else is not he: friends of Lev Marn.
func (r *resolver) fullName(first, end int) string {
	at := r.lastIn(first, end)
	if at < 0 {
		return ""
	}
	m := &r.mentions[at]
	if m.Kind > SurnameMention || m.Entity < 0 || r.entities[m.Entity].kind != news.Person || m.owns() {
		return ""
	}
	for k := first; k < int(m.nameAt); k++ {
		if w := r.word(k); isPreposition(w) && w != "of" || w == "of" && k+1 >= int(m.first) {
			return ""
		}
	}
	return r.nameOf(&r.entities[m.Entity])
}

// nameAtEnd is the person's name that ends the phrase [first, last) behind an office whose noun the
// lexicon does not know, "Karsk harbour bailiff Lev Marn", "the bailiff of Karsk, Lev Marn"; or -1.
func (s *Scene) nameAtEnd(first, last int) int {
	at := s.lastIn(first, last)
	if at < 0 || s.mentions[at].Kind != NameMention || s.mentions[at].Entity < 0 || s.entities[s.mentions[at].Entity].kind != news.Person {
		return -1
	}
	k := int(s.mentions[at].first) - 1
	if k <= first || s.byteAt(k) == ',' && s.toks[first].capital() && !s.toks[first].is(isDeterminer) || s.byteAt(k) != ',' && (!s.toks[k].lower() || s.toks[k].is(isStop|isDeterminer) || isPreposition(s.word(k)) || verbal(s.word(k))) {
		return -1
	}
	for j := first; j < k; j++ {
		if t := s.toks[j]; t.has(mark) || t.is(isPeople|isPlural) || s.is(j, "and") || s.is(j, "or") || opensRelative(s.word(j)) {
			return -1
		}
	}
	return at
}

// lastIn is the mention that ends tokens [first, end), or -1.
func (s *Scene) lastIn(first, end int) int {
	for k := end - 1; k >= first; k-- {
		if at := s.mentionAt(k); at >= 0 {
			if int(s.mentions[at].last) == end-1 {
				return at
			}
			return -1
		}
	}
	return -1
}

// share is the source of tokens [first, end), a share of people.
func (r *resolver) share(first, end int, span news.Span) decided {
	d := r.asPrinted(first, end, span)
	d.speaker.Name = r.printTo(first, end)
	return d
}

// shares gives the end of one or more shares of people that are a source together, 0 for another
// phrase: "45% of farmers, 28% of sailors and 12% of clerks".
func (s *Scene) shares(first, last int) int {
	end := s.quantity(first, last)
	for k := end; k > 0 && k+1 < last && (s.byteAt(k) == ',' || s.is(k, "and")); {
		for k+1 < last && (s.byteAt(k) == ',' || s.is(k, "and")) {
			k++
		}
		if k = s.quantity(k, last); k > 0 {
			end = k
		}
	}
	return end
}

// shareBefore is where the share of people begins that the relative pronoun at k takes up, "18% | who",
// "one in five | who"; or -1.
func (s *Scene) shareBefore(k int) int {
	if !s.is(k, "who") || k < 2 {
		return -1
	}
	counts := func(j int) bool { return j >= 0 && (s.toks[j].has(number) || s.numeral(j)) }
	switch {
	case s.percent(k-1) && counts(k-2):
		return k - 2
	case counts(k-1) && s.is(k-2, "in") && counts(k-3):
		return k - 3
	case counts(k-1) && s.is(k-2, "of") && k > 3 && s.is(k-3, "out") && counts(k-4):
		return k - 4
	}
	return -1
}

// quantity gives the end of a share of people that is a source, 0 for another phrase:
// "Six in 10 voters", "Nearly half", "52 percent of registered voters | nationwide".
func (s *Scene) quantity(first, last int) int {
	k := first
	for k < last && aboutNumber(s.word(k)) {
		k++
	}
	if k >= last || !s.toks[k].has(number) && !s.numeral(k) {
		return 0
	}
	switch {
	case k+2 < last && s.is(k+1, "in") && (s.toks[k+2].has(number) || s.numeral(k+2)):
		return s.peopleEnd(k+3, last)
	case k+3 < last && s.is(k+1, "out") && s.is(k+2, "of") && (s.toks[k+3].has(number) || s.numeral(k+3)):
		return s.peopleEnd(k+4, last)
	case k+1 < last && s.percent(k+1):
		k += 2
	case k+2 < last && s.is(k+1, "per") && s.is(k+2, "cent"):
		k += 3
	default:
		return 0
	}
	if k+1 < last && s.is(k, "of") {
		return s.peopleEnd(k+1, last)
	}
	return k
}

func aboutNumber(w string) bool {
	switch strings.ToLower(w) {
	case "nearly", "almost", "about", "some", "only", "just", "roughly", "around", "another", "over", "more", "fewer", "less", "than", "at", "least", "the", "a":
		return true
	}
	return false
}

// numeral reports whether the word at k is a number in letters: six, seventy-four.
func (s *Scene) numeral(k int) bool {
	w := strings.ToLower(s.word(k))
	if i := strings.IndexByte(w, '-'); i > 0 {
		w = w[:i]
	}
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
		"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety":
		return true
	}
	return false
}

func (s *Scene) percent(k int) bool {
	return s.is(k, "percent") || s.byteAt(k) == '%'
}

// anotherShare reports whether a share of its own follows "and" at k: 28% of sailors and | 12% of clerks.
func (s *Scene) anotherShare(k, last int) bool {
	return k+1 < last && (s.toks[k].has(number) || s.numeral(k)) && (s.percent(k+1) || s.is(k+1, "per"))
}

// peopleEnd is where the noun phrase of those counted ends: before a comma, a preposition,
// an adverb of place or extent. What is said of "those who" goes on to the end.
func (s *Scene) peopleEnd(k, last int) int {
	if s.thoseToldOf(k, last) {
		return last
	}
	end := k
	for end < last && !s.toks[end].has(mark) && !(s.is(end, "and") && s.anotherShare(end+1, last)) && !opensRelative(s.word(end)) && (!isPreposition(s.word(end)) || s.is(end, "of")) {
		end++
	}
	for end > k+1 && s.toks[end-1].flags == 0 && s.toks[end-1].lower() && (adverb(s.word(end - 1))) {
		end--
	}
	return end
}

func adverb(w string) bool {
	switch w {
	case "overall", "nationwide", "statewide", "worldwide", "alike", "combined", "surveyed", "polled", "questioned", "interviewed", "today", "now":
		return true
	}
	return strings.HasSuffix(w, "ly")
}
