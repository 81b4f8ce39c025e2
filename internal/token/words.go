package token

import (
	"strings"
	"sync"

	"parley/data"
)

// stopClass says what a full stop after an abbreviation does.
type stopClass uint8

const (
	notShort stopClass = iota
	title              // stands before a name: never ends a sentence
	number             // an abbreviation only before a digit
	month              // an abbreviation unless a capital follows
	never              // goes on whatever follows
	may                // ends a sentence only before a starter
	likely             // ends a sentence before every capital but a clock word
)

// trait is a set of the classes that a word is listed under.
type trait uint16

const (
	starter trait = 1 << iota // begins sentences
	clock                     // follows a time of day
	elision                   // begins with an apostrophe
	cue                       // a verb of saying after a quotation and its speaker
	after                     // may follow such a verb
	domain                    // last part of an internet name
	subject                   // of the starters, what may begin the naming of a speaker
	clause                    // shows that a sentence with such a verb is a new one
)

// wordLists is data/token/abbreviations.txt, read once and never changed.
type wordLists struct {
	stops  map[string]stopClass
	traits map[string]trait
}

var lists = sync.OnceValue(func() *wordLists {
	b, err := data.Token.ReadFile("token/abbreviations.txt")
	if err != nil {
		panic(err) // embedded: a fault of the build
	}
	return parseLists(string(b))
})

// parseLists reads lines of a class's name and its words; # begins a comment. It
// panics on an unknown class, which a test of the embedded file would show.
func parseLists(s string) *wordLists {
	stops := map[string]stopClass{"title": title, "number": number, "month": month, "never": never, "may": may, "likely": likely}
	traits := map[string]trait{"starter": starter, "clock": clock, "elision": elision, "cue": cue, "after": after, "domain": domain, "subject": subject, "clause": clause}
	w := &wordLists{map[string]stopClass{}, map[string]trait{}}
	for line := range strings.Lines(s) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		class, isStop := stops[f[0]]
		set, isTrait := traits[f[0]]
		if !isStop && !isTrait {
			panic("abbreviations.txt: unknown class " + f[0])
		}
		for _, word := range f[1:] {
			if isStop {
				w.stops[word] = class
			} else {
				w.traits[word] |= set
			}
		}
	}
	return w
}

// longestShort is the length in bytes beyond which no abbreviation is looked up.
const longestShort = 8

func (w *wordLists) stop(s string) stopClass {
	if len(s) > longestShort {
		return notShort
	}
	return w.stops[s]
}

func (w *wordLists) is(s string, t trait) bool { return w.traits[s]&t != 0 }
