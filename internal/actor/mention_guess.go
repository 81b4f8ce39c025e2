package actor

import "strings"

// Guesses at words that the lexicon does not know, by their endings. The words that the endings
// deceive in are the sections "before" and "kin" of data/actors/nouns.txt.

// standsBefore tells how a word that is no noun of the lexicon may stand before one.
type standsBefore uint8

// The ways, by the names that nouns.txt gives them.
const (
	asWork    standsBefore = 1 << iota // a verbal noun: peacekeeping force
	asPlural                           // a plural: arms dealers
	asActing                           // no noun, but what nouns do: opinion polls | say
	asPair                             // two of one family: the couple, the brothers
	asOne                              // one of such a pair, told by gender: the father
	asAnother                          // before a company: not the one named before
)

var beforeNames = map[string]standsBefore{"work": asWork, "plural": asPlural, "acting": asActing, "pair": asPair, "one": asOne, "another": asAnother}

// readBefore reads one class of such a section.
func (w *words) readBefore(name, list string) {
	for _, f := range strings.Fields(list) {
		if name == "ending" {
			w.endings = append(w.endings, f)
		} else {
			w.before[f] |= beforeNames[name]
		}
	}
}

// verbal guesses that a word that the lexicon does not know is a verb.
func verbal(w string) bool {
	switch {
	case strings.HasSuffix(w, "ing"):
		return lexicon().before[w]&asWork == 0
	case strings.HasSuffix(w, "ed"), strings.HasSuffix(w, "ly"):
		return true
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "ics"), strings.HasSuffix(w, "is"):
		return false
	case strings.HasSuffix(w, "s"):
		return lexicon().before[w]&asPlural == 0
	}
	return false
}

// adjectival guesses that a word may stand before a noun without article.
func adjectival(w string) bool {
	for _, end := range lexicon().endings {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
