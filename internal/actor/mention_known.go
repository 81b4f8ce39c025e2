package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/internal/news"
)

// knownAt gives the longest entry of the directory that begins at token k and ends
// with a token before end, and its length in tokens. Of several that go by the
// words, who holds an office on the report's day goes first, then a name before an
// adjective or a metonym.
func (s *Scene) knownAt(k, end int) (*Match, int) {
	to, matches := s.dir.LongestAt(s.text, int(s.toks[k].start))
	if len(matches) == 0 {
		return nil, 0
	}
	n := 1
	for k+n < end && int(s.toks[k+n-1].end) < to {
		n++
	}
	if last := k + n - 1; int(s.toks[last].end) != to && int(s.doc.Tokens[last].End) != to {
		return nil, 0
	}
	best := s.likeliest(matches)
	if n == 1 && best.Entry.Kind != news.Person && !best.Entry.spelt(s.word(k)) {
		return nil, 0 // Cameron is not Cameroon
	}
	return best, n
}

// spelt reports whether a word of the entry is the word itself, case and diacritics
// aside. The normal form of the directory, which lets transliterations of a person's
// name fall together, would make one state of another's word.
func (e *Entry) spelt(word string) bool {
	if sameLetters(e.Name, word) || sameLetters(e.Capital, word) {
		return true
	}
	for _, list := range [...][]string{e.Also, e.Adjectives, e.People, e.CapitalsToo, e.Metonyms} {
		for _, w := range list {
			if sameLetters(w, word) {
				return true
			}
		}
	}
	return false
}

// sameLetters compares two words letter by letter without case and diacritics. The
// article and the stops of an abbreviation count for nothing.
func sameLetters(a, b string) bool {
	if len(a) > 4 && a[:4] == "The " {
		a = a[4:]
	}
	for {
		x, restA := nextLetter(a)
		y, restB := nextLetter(b)
		if x != y {
			return false
		}
		if x == 0 {
			return true
		}
		a, b = restA, restB
	}
}

// nextLetter is the first letter or digit of s in its plain form, and what follows it; 0 at the end.
func nextLetter(s string) (rune, string) {
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		switch {
		case firstPlain <= r && r <= lastPlain && plainLetters[r-firstPlain] != "":
			return rune(plainLetters[r-firstPlain][0]), s
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return farLetter(r), s
		}
	}
	return 0, ""
}

// likeliest picks one of several entries that go by the same words.
func (s *Scene) likeliest(matches []Match) *Match {
	best := &matches[0]
	if len(matches) == 1 {
		return best
	}
	for i := range matches {
		m := &matches[i]
		if s.standing(m) > s.standing(best) {
			best = m
		}
	}
	return best
}

// standing ranks the entries that go by the same words.
func (s *Scene) standing(m *Match) int {
	rank := 2 * int(HowSurname-m.How)
	if m.Entry.Kind == news.Person && len(s.dir.RolesOn(m.Entry, s.day)) > 0 {
		rank++
	}
	return rank
}

// bySurname gives the person of the directory that a name of one word means though
// the report has no full name: one who holds an office on the report's day that the
// title before the name fits, or, without title, the only one of that surname who
// leads a state or speaks for one that the report names. A surname alone never decides
// between two. Without a day the offices of all times count.
func (s *Scene) bySurname(m *Mention) *Match {
	var found *Entry
	best := 0
	least := 1
	if m.first == m.nameAt {
		least = 3 // a name without title is a leader's or a foreign minister's
	}
	for _, e := range s.dir.BySurname(s.text[s.toks[m.nameAt].start:s.toks[m.last].end]) {
		if !genderOf(e.Gender).agrees(s.honorificGender(m)) {
			continue
		}
		switch w := s.prominence(e, m); {
		case w > best:
			found, best = e, w
		case w == best:
			found = nil
		}
	}
	if found == nil || best < least || m.class == noClass && !s.mentioned(s.dir.Side(found, s.day)) {
		return nil
	}
	return &Match{Entry: found, How: HowSurname}
}

// prominence is how likely a bare surname on the report's day means the person: 0
// for somebody without a fitting office.
func (s *Scene) prominence(e *Entry, m *Mention) int {
	best := 0
	for _, r := range s.dir.RolesOn(e, s.day) {
		office := s.dir.Office(r)
		c := s.officeClass(office)
		switch {
		case m.class != noClass && m.nameAt > m.first && c == m.class && (c != otherClass || s.titleOfOffice(m, office)):
			best = max(best, 6)
		case m.class != noClass && m.class != rank && m.nameAt > m.first:
		case office == "president", office == "prime minister", office == "monarch":
			best = max(best, 4)
		case office == "foreign minister":
			best = max(best, 3)
		case (c == spokesperson || c == envoy || c == minister) && s.mentioned(s.dir.Side(e, s.day)), office == "secretary-general":
			best = max(best, 2)
		}
	}
	return best
}

// titleOfOffice reports whether the title before the name m is that of the office, where both
// are of the class of all the rest: King Hassan is no secretary of a council.
func (s *Scene) titleOfOffice(m *Mention, office string) bool {
	return office == "monarch" && s.reigns(m) || strings.Contains(office, strings.ToLower(s.word(int(m.nameAt)-1)))
}

// mentioned reports whether the report names the state or body by any of its words.
func (s *Scene) mentioned(side *Entry) bool {
	if side == nil {
		return false
	}
	if s.sides == nil {
		s.sides = s.findSides()
	}
	return s.sides[side]
}

// findSides is the states and bodies of the directory that the report names anywhere,
// in front of nouns as well.
func (s *Scene) findSides() map[*Entry]bool {
	sides := make(map[*Entry]bool, 16)
	for k := range s.toks {
		if !s.toks[k].capital() {
			continue
		}
		if hit, n := s.knownAt(k, len(s.toks)); n > 0 && hit.Entry.Kind != news.Person {
			sides[hit.Entry] = true
		}
	}
	return sides
}

// officeClass is the class of the last word of an office's name.
func (s *Scene) officeClass(office string) class {
	end := len(office)
	for i := len(office) - 1; i >= 0; i-- {
		if office[i] != ' ' {
			continue
		}
		if c := s.lex.find(office[i+1 : end]).class; c != noClass {
			return c
		}
		end = i
	}
	return s.lex.find(office[:end]).class
}
