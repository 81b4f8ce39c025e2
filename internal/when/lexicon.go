package when

import (
	"bufio"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"parley/data"
)

// class is what a word is to the grammar of date expressions.
type class uint8

const (
	none class = iota
	month
	weekday
	relday
	tonight
	side
	current
	coming
	anchored
	that
	latest
	early
	late
	mid
	earlier
	later
	edge
	the
	article
	number
	vague
	ordinal
	day
	week
	weekend
	fortnight
	monthUnit
	quarter
	year
	decade
	century
	hour
	half
	period
	fiscal
	season
	part
	ago
	of
	on
	and
	to
	between
	from
	before
	after
	present
	past
	future
	recent
	futureAdj
)

var classes = map[string]class{
	"month": month, "weekday": weekday, "relday": relday, "tonight": tonight, "side": side, "current": current,
	"coming": coming, "anchor": anchored, "that": that, "latest": latest, "early": early,
	"late": late, "mid": mid, "earlier": earlier, "later": later, "edge": edge, "the": the,
	"one": article, "number": number, "vague": vague, "ordinal": ordinal, "day": day,
	"week": week, "weekend": weekend, "fortnight": fortnight, "month-unit": monthUnit,
	"quarter": quarter, "year": year, "decade": decade, "century": century, "hour": hour,
	"half": half, "period": period, "fiscal": fiscal, "season": season, "part": part,
	"ago": ago, "of": of, "on": on, "and": and, "to": to, "between": between, "from": from,
	"before": before, "after": after, "present": present, "past": past, "future": future,
	"recent": recent, "future-adj": futureAdj,
}

// flag marks what a word is beside its class.
type flag uint16

const (
	abbr       flag = 1 << iota // a month or weekday only with a full stop or a number
	name                        // also a word or name of its own
	yearly                      // a year may follow
	will                        // its clause speaks of what is to come
	was                         // its clause speaks of what has been
	be                          // "is to", "are to": of what is to come
	nameday                     // makes a weekday a name: Black Friday
	possessive                  // a year may follow as an adjective does
	noted                       // ends in -ed and is no past tense
	each                        // its weekday is every one: each Monday, Monday nights
	whole                       // "the full year"
	bound                       // with "to" after it, its clause speaks of what is to come: "was to meet"
)

var flags = map[string]flag{"abbr": abbr, "name": name, "yearly": yearly, "will": will, "was": was, "be": be, "nameday": nameday,
	"possessive": possessive, "noted": noted, "each": each, "whole": whole, "bound": bound}

// entry is one word of the lexicon.
type entry struct {
	word  string
	class class
	flags flag
	value int16
}

// slots is the size of the hash table, a power of two well above the number of words.
const slots = 1024

// lexicon finds words without allocating: probe tells by first letter and length
// that a word is none of ours, table holds the rest, hashed by their first eight
// letters.
type lexicon struct {
	probe   ['z' - 'a' + 1]uint32 // bit n: a word of n letters begins with this letter
	table   [slots]int16          // index into entries plus one
	entries []entry
}

// words is the lexicon that comes with the program.
var words = sync.OnceValue(func() *lexicon {
	l, err := loadWords(data.When, "when/words.txt")
	if err != nil {
		panic(err) // the embedded file is wrong: a fault of the build, found by the first test
	}
	return l
})

// loadWords reads a file of lines "class [number]: word word …".
func loadWords(fsys fs.FS, file string) (*lexicon, error) {
	l := new(lexicon)
	err := eachLine(fsys, file, ":", func(key, rest string) error { return l.addLine(key, rest) })
	return l, err
}

// eachLine calls f with the two halves of each line "key SEP rest" of a file; empty
// lines and lines that begin with # are passed over.
func eachLine(fsys fs.FS, file, sep string, f func(key, rest string) error) error {
	r, err := fsys.Open(file)
	if err != nil {
		return err
	}
	defer r.Close()
	s := bufio.NewScanner(r)
	for n := 1; s.Scan(); n++ {
		line := strings.TrimSpace(s.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		key, rest, ok := strings.Cut(line, sep)
		if !ok {
			return fmt.Errorf("%s:%d: no %q", file, n, sep)
		}
		if err := f(strings.TrimSpace(key), strings.TrimSpace(rest)); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	return s.Err()
}

func (l *lexicon) addLine(key, rest string) error {
	kind, num, _ := strings.Cut(key, " ")
	var e entry
	if f, ok := flags[kind]; ok {
		e.flags = f
	} else if c, ok := classes[kind]; ok {
		e.class = c
	} else {
		return fmt.Errorf("unknown class %q", kind)
	}
	if num != "" {
		v, err := strconv.Atoi(num)
		if err != nil {
			return err
		}
		e.value = int16(v)
	}
	for w := range strings.FieldsSeq(rest) {
		if f, ok := flags[w]; ok && (f == abbr || f == name) {
			e.flags |= f
			continue
		}
		e.word = strings.ReplaceAll(w, "'", "")
		l.add(e)
	}
	return nil
}

// add puts a word in; a word that is there already gets the new flags or class.
func (l *lexicon) add(e entry) {
	if i := l.slot(e.word); l.table[i] != 0 {
		old := &l.entries[l.table[i]-1]
		old.flags |= e.flags
		if e.class != none {
			old.class, old.value = e.class, e.value
		}
		return
	}
	l.entries = append(l.entries, e)
	l.table[l.slot(e.word)] = int16(len(l.entries))
	l.probe[e.word[0]-'a'] |= 1 << min(len(e.word), 31)
}

// slot is where a word of ASCII letters stands in the table, or the empty place for it.
func (l *lexicon) slot(w string) uint32 {
	h := uint64(len(w))
	for i := range min(len(w), 8) {
		h = h<<8 ^ h>>56 ^ uint64(w[i]|0x20)
	}
	i := uint32(h*0x9E3779B97F4A7C15>>54) % slots
	for l.table[i] != 0 && !same(l.entries[l.table[i]-1].word, w) {
		i = (i + 1) % slots
	}
	return i
}

// find looks a word of ASCII letters up, in any case.
func (l *lexicon) find(w string) entry {
	if l.probe[w[0]|0x20-'a']>>min(len(w), 31)&1 == 0 {
		return entry{}
	}
	if i := l.table[l.slot(w)]; i != 0 {
		return l.entries[i-1]
	}
	return entry{}
}

// same compares a lower-case word with one in any case, ASCII letters only.
func same(lower, w string) bool {
	if len(lower) != len(w) {
		return false
	}
	for i := range len(w) {
		if w[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}
