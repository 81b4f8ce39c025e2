package attribution

import (
	"fmt"
	"io/fs"
	"strings"
)

// Class is a set of closed word classes (words.txt), one bit each.
type Class uint64

// The classes, named as in words.txt.
const (
	Determiner Class = 1 << iota
	Possessive
	Pronoun
	Subject
	Object
	Preposition
	Link
	Conjunction
	Coordinator
	Subordinator
	Be
	Have
	Do
	Modal
	Negation
	Finite
	Adverb
	Lead
	Time
	WH
	First
	Aside
	Reporters
	Title
	Document
	Outlet
	Venue
	Attached
	Clausal
	Contrast
	Label
	Focus
	Common
	Summary
	About
	SaidNoun
	Count
	Predicate
	Utter
	Plea
	View
	Reckoning
	Transcript
	Earlier
	Press
	Participial
	Ambiguous
	Unsaid
	Present
	Declining
	Issued
	Passing
	Ground
	SentTo
)

// ofRoads are the classes of words that only the road of a statement asks for: to all else a word
// that has no other class is as one that the lexicon does not know.
const ofRoads = Issued | Passing | Ground | SentTo

var classNames = map[string]Class{
	"determiner": Determiner, "possessive": Possessive, "pronoun": Pronoun, "subject": Subject, "object": Object,
	"preposition": Preposition, "link": Link, "conjunction": Conjunction, "coordinator": Coordinator,
	"subordinator": Subordinator, "be": Be, "have": Have, "do": Do, "modal": Modal, "negation": Negation,
	"finite": Finite, "adverb": Adverb, "lead": Lead, "time": Time, "wh": WH, "first": First, "aside": Aside,
	"reporters": Reporters, "title": Title, "report": Document, "outlet": Outlet, "venue": Venue, "attached": Attached, "clausal": Clausal, "contrast": Contrast, "label": Label, "focus": Focus, "common": Common, "summary": Summary, "about": About, "said": SaidNoun, "count": Count, "transcript": Transcript, "earlier": Earlier, "press": Press, "predicate": Predicate, "utter": Utter, "plea": Plea, "view": View, "reckoning": Reckoning, "participial": Participial, "ambiguous": Ambiguous,
	"unsaid": Unsaid, "present": Present, "declining": Declining, "issued": Issued, "passing": Passing, "ground": Ground, "sent-to": SentTo,
}

// Frame is a set of complements that a verb takes (verbs.txt).
type Frame uint16

// The frames, named as in verbs.txt.
const (
	That Frame = 1 << iota
	Bare
	Quote
	Trail
	Person
	To
	PersonTo
	Ing
	As
	Complement
	Wh
	Free
	Noun
	ToBe
	ObjectTo
	Like
)

var frameNames = map[string]Frame{
	"that": That, "bare": Bare, "quote": Quote, "trail": Trail, "person": Person, "to": To, "person-to": PersonTo,
	"ing": Ing, "as": As, "object": Complement, "wh": Wh, "free": Free, "noun": Noun, "be": ToBe, "object-to": ObjectTo, "like": Like, "nothing": 0,
}

// Form is a set of verb forms that a word may be.
type Form uint8

// The forms.
const (
	Base Form = 1 << iota
	Third
	Past
	Participle
	Gerund
)

// Verb is one ascribing verb.
type Verb struct {
	Lemma  string
	Frames Frame
}

// entry is what the lexicon knows of a word form.
type entry struct {
	class Class
	forms Form
	verb  int32 // index into Lexicon.verbs, -1 for none
	first int32 // index into Lexicon.phrases of the first phrase that starts with the word, -1 for none
}

// phrase is a cue of several words.
type phrase struct {
	words []string
	kind  string // "source-after", "auxiliary", "verb", "passive", "never"
	verb  int32
	next  int32 // next phrase with the same first word, -1 at the end
}

// Lexicon holds the cue verbs, phrases and closed classes. It is read-only after
// NewLexicon and safe for concurrent use.
type Lexicon struct {
	words   map[string]entry
	verbs   []Verb
	lemmas  map[string]int32
	phrases []phrase
	sure    []sure
	without string // the rule that Without leaves out
}

// NewLexicon reads verbs.txt, phrases.txt, words.txt and calibration.txt of a folder. An error names
// file and line.
func NewLexicon(files fs.FS) (*Lexicon, error) {
	x := &Lexicon{words: map[string]entry{}, lemmas: map[string]int32{}}
	for _, f := range []struct {
		name string
		line func(string) error
	}{{"verbs.txt", x.verbLine}, {"phrases.txt", x.phraseLine}, {"words.txt", x.classLine}, {"calibration.txt", x.sureLine}} {
		b, err := fs.ReadFile(files, f.name)
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		for i, l := range strings.Split(string(b), "\n") {
			if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
				continue
			}
			if err := f.line(l); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", f.name, i+1, err)
			}
		}
	}
	return x, nil
}

func (x *Lexicon) at(word string) entry {
	if e, ok := x.words[word]; ok {
		return e
	}
	return entry{verb: -1, first: -1}
}

func (x *Lexicon) classLine(l string) error {
	name, words, _ := strings.Cut(l, ":")
	c, ok := classNames[name]
	if !ok {
		return fmt.Errorf("no word class is called %q", name)
	}
	for _, w := range strings.Fields(words) {
		e := x.at(w)
		e.class |= c
		x.words[w] = e
	}
	return nil
}

func (x *Lexicon) verbLine(l string) error {
	head, frames, ok := strings.Cut(l, ":")
	if !ok {
		return fmt.Errorf("want «lemma forms: frames», got %q", l)
	}
	var v Verb
	for _, f := range strings.Fields(frames) {
		bit, ok := frameNames[f]
		if !ok {
			return fmt.Errorf("no frame is called %q", f)
		}
		v.Frames |= bit
	}
	forms := strings.Fields(head)
	double := strings.HasSuffix(forms[0], "+")
	v.Lemma = strings.TrimSuffix(forms[0], "+")
	if len(forms) == 1 {
		forms = inflect(v.Lemma, double)
	}
	if len(forms) != 5 {
		return fmt.Errorf("%q: want lemma alone, or lemma, third person, past, participle and -ing form", head)
	}
	n, ok := x.lemmas[v.Lemma]
	if ok {
		x.verbs[n].Frames |= v.Frames
	} else {
		n = int32(len(x.verbs))
		x.verbs, x.lemmas[v.Lemma] = append(x.verbs, v), n
	}
	for i, f := range []Form{Base, Third, Past, Participle, Gerund} {
		e := x.at(forms[i])
		e.verb, e.forms = n, e.forms|f
		x.words[forms[i]] = e
	}
	return nil
}

// inflect gives the regular forms of a verb: base, third, past, participle, -ing.
func inflect(lemma string, double bool) []string {
	stem := lemma
	last := lemma[len(lemma)-1]
	switch {
	case double:
		stem += string(last)
	case last == 'e':
		stem = lemma[:len(lemma)-1]
	}
	third := lemma + "s"
	for _, s := range []string{"s", "sh", "ch", "x", "z"} {
		if strings.HasSuffix(lemma, s) {
			third = lemma + "es"
		}
	}
	return []string{lemma, third, stem + "ed", stem + "ed", stem + "ing"}
}

func (x *Lexicon) phraseLine(l string) error {
	f := strings.Split(l, "\t")
	if len(f) < 2 {
		return fmt.Errorf("want «words TAB kind [TAB verb]», got %q", l)
	}
	p := phrase{words: strings.Fields(f[0]), kind: f[1], verb: -1}
	if len(f) > 2 && f[2] != "never" {
		v, ok := x.lemmas[f[2]]
		if !ok {
			return fmt.Errorf("no verb %q in verbs.txt", f[2])
		}
		p.verb = v
	} else if len(f) > 2 {
		p.kind = "never"
	}
	e := x.at(p.words[0])
	p.next = e.first
	e.first = int32(len(x.phrases))
	x.words[p.words[0]] = e
	x.phrases = append(x.phrases, p)
	return nil
}

// lookup finds a word form without regard to case and without allocating; words
// past 32 bytes are unknown.
func (x *Lexicon) lookup(word string) entry {
	var buf [32]byte
	if len(word) > len(buf) {
		return entry{verb: -1, first: -1}
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	if e, ok := x.words[string(buf[:len(word)])]; ok {
		return e
	}
	return entry{verb: -1, first: -1}
}
