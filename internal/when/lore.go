package when

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"parley/data"
)

// role is what a word does in the clause of a cue; a word can have several.
type role uint64

const (
	block role = 1 << iota
	unlessOccasion
	asked
	publish
	participle
	coord
	cancel
	perfect
	speaking
	lead
	pronoun
	det
	back
	inName
	complement
	stop
	topic
	joins
	act
	meets
	publishing
	been
	body
	standing
	gathers
	delegates
	outsider
	timeless
	relative
	ceremony
	absent
	ofContent
	due
	visits
	opens
	paper
	leading // leads to an occasion of some kind; set from occasions.txt
)

var roles = map[string]role{
	"block": block, "unless-occasion": unlessOccasion, "asked": asked, "publish": publish,
	"participle": participle, "coord": coord, "cancel": cancel, "perfect": perfect,
	"speaking": speaking, "lead": lead, "pronoun": pronoun, "det": det, "back": back,
	"inname": inName, "complement": complement, "stop": stop, "topic": topic, "joins": joins,
	"act": act, "meets": meets, "publishing": publishing, "been": been, "body": body, "standing": standing,
	"gathering": gathers, "delegates": delegates, "outsider": outsider, "timeless": timeless,
	"ceremony": ceremony, "absent": absent, "due": due, "ofcontent": ofContent, "visits": visits, "relative": relative, "opens": opens, "paper": paper,
}

// phrase is one name of an occasion: the words before its head, in order.
type phrase struct {
	before []string
	kind   string
	leads  []string // words that may stand before its noun phrase
}

// lore is what the files clause.txt and occasions.txt say.
type lore struct {
	roles    map[string]role
	heads    lexicon         // value: index into names
	names    [][]phrase      // of one head, longest first
	onVisits map[string]bool // kinds that one who visits a place holds there
}

// known is the lore that comes with the program.
var known = sync.OnceValue(func() *lore {
	l, err := loadLore(data.When, "when/clause.txt", "when/occasions.txt")
	if err != nil {
		panic(err) // the embedded files are wrong: a fault of the build, found by the first test
	}
	return l
})

func loadLore(fsys fs.FS, clause, occasions string) (*lore, error) {
	l := &lore{roles: map[string]role{}, onVisits: map[string]bool{}}
	err := eachLine(fsys, clause, ":", func(key, rest string) error {
		r, ok := roles[key]
		if !ok {
			return fmt.Errorf("unknown role %q", key)
		}
		for w := range strings.FieldsSeq(rest) {
			l.roles[w] |= r
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := eachLine(fsys, occasions, "|", l.addKind); err != nil {
		return nil, err
	}
	for _, ps := range l.names {
		slices.SortStableFunc(ps, func(a, b phrase) int { return len(b.before) - len(a.before) })
	}
	return l, nil
}

// addKind reads "leads | name, name …" of one kind; a plus sign ends a kind of visits.
func (l *lore) addKind(kind, rest string) error {
	leads, names, ok := strings.Cut(rest, "|")
	if !ok {
		return fmt.Errorf("occasion %q has no names", kind)
	}
	kind, there := strings.CutSuffix(kind, " +")
	l.onVisits[kind] = there
	for _, w := range strings.Fields(leads) {
		l.roles[w] |= leading
	}
	for n := range strings.SplitSeq(names, ",") {
		// Words are of letters only, as scan reads them: question-and-answer is three.
		ws := strings.FieldsFunc(strings.ToLower(n), func(r rune) bool { return r < 0x80 && !isLetter(byte(r)) || r == '’' })
		if len(ws) == 0 {
			return fmt.Errorf("occasion %q has an empty name", kind)
		}
		l.addName(ws[len(ws)-1], phrase{ws[:len(ws)-1], kind, strings.Fields(leads)})
	}
	return nil
}

func isLetter(b byte) bool { return byteClass[b] == cLetter }

func (l *lore) addName(head string, ph phrase) {
	e := l.heads.find(head)
	if e.word == "" {
		l.names = append(l.names, nil)
		e = entry{word: head, value: int16(len(l.names) - 1)}
		l.heads.add(e)
	}
	l.names[e.value] = append(l.names[e.value], ph)
}

// role looks a word up in any case.
func (l *lore) role(w string) role {
	var b [24]byte
	if len(w) > len(b) {
		return 0
	}
	for i := range len(w) {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		b[i] = c
	}
	return l.roles[string(b[:len(w)])]
}
