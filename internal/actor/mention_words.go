package actor

import (
	"strings"
	"sync"

	"parley/data"
)

// flag is a set of uses that a word may have in a mention.
type flag uint32

// The uses of words; the sections of data/actors/nouns.txt and forenames.txt.
const (
	isHonorific flag = 1 << iota
	isPerson
	isEpithet
	isPeople
	isBody
	isDocument
	isNamed
	isFormer
	isDeterminer
	isStop
	isParticle
	isArticle
	isPlace
	isPlaceFirst
	isForename
	isPlural
	isCalendar
	isProper
	isTitle      // a role that newspapers are named after
	isPast       // before a role: it is held no more
	isGroupAlone // an indefinite or number that is a source of its own: many, some, two
	isPortfolio  // what a minister is of
	isWhat       // a body's name may stand right behind it
	isRecalling  // tells more of a person who has been named
)

var sections = map[string]flag{
	"honorific": isHonorific, "person": isPerson, "epithet": isEpithet, "people": isPeople,
	"organisation": isBody, "document": isDocument, "named": isNamed, "former": isFormer,
	"determiner": isDeterminer, "stop": isStop, "particle": isParticle, "article": isArticle, "place": isPlace,
	"placefirst": isPlaceFirst, "alone": isGroupAlone, "proper": isProper, "calendar": isStop | isCalendar, "title": isTitle, "past": isPast, "portfolio": isPortfolio, "what": isWhat, "recalling": isRecalling,
	"short": 0, "kind": 0, // see bodyKinds
	"before": 0, "kin": 0, // see standsBefore and kin
}

// word is what the lexicon knows of one word form.
type word struct {
	flags    flag
	class    class
	gender   gender // of a role or honorific
	forename gender // shown by the forename, when isForename
	shape    shape  // of the token, not of the form: here since a tok is smaller so
}

// gender is the grammatical gender of a person; zero is unknown.
type gender byte

const (
	male   gender = 'm'
	female gender = 'f'
)

// String is "male", "female" or "".
func (g gender) String() string {
	switch g {
	case male:
		return "male"
	case female:
		return "female"
	}
	return ""
}

// agrees reports whether two genders do not contradict each other.
func (g gender) agrees(o gender) bool { return g == 0 || o == 0 || g == o }

// class groups roles that reports use for one another.
type class uint8

// The classes of roles, by the names that nouns.txt gives them.
const (
	noClass class = iota
	president
	premier
	minister
	secretary
	spokesperson
	envoy
	diplomat
	leader
	legislator
	governor
	soldier
	official
	candidate
	politician
	rank
	epithet
	business
	arts
	human
	aide
	otherClass
)

var classes = map[string]class{
	"president": president, "premier": premier, "minister": minister, "secretary": secretary,
	"spokesperson": spokesperson, "envoy": envoy, "diplomat": diplomat, "leader": leader,
	"legislator": legislator, "governor": governor, "soldier": soldier, "official": official,
	"candidate": candidate, "politician": politician, "rank": rank, "epithet": epithet, "business": business, "arts": arts, "human": human, "aide": aide,
}

// words is the lexicon of mentions: word forms in lower case.
type words struct {
	forms map[string]word
	short map[uint64]bodyKinds // by a folded noun: the bodies that it may stand for
	kinds map[uint64]bodyKinds // by a folded word of a body's name: what it tells

	before  map[string]standsBefore // words that are no nouns, as they are written
	endings []string                // of words that may stand before a noun without article
}

// lexicon is read once; it never changes afterwards.
var lexicon = sync.OnceValue(func() *words {
	w := &words{forms: make(map[string]word, 1<<13), short: map[uint64]bodyKinds{}, kinds: map[uint64]bodyKinds{}, before: map[string]standsBefore{}}
	w.readNouns(data.Nouns)
	w.readForenames(data.Forenames)
	return w
})

// readNouns reads the sections of nouns.txt. A line that is none of a heading, a
// comment or a class is ignored; the test of the data file finds such lines.
func (w *words) readNouns(text string) {
	var section flag
	var kinds map[uint64]bodyKinds // of a section of bodies' kinds
	heading := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			heading = strings.Trim(line, "[]")
			section, kinds = sections[heading], map[string]map[uint64]bodyKinds{"short": w.short, "kind": w.kinds}[heading]
		default:
			name, list, _ := strings.Cut(line, ":")
			if heading == "before" || heading == "kin" {
				w.readBefore(name, list)
				continue
			}
			for _, f := range strings.Fields(list) {
				if kinds != nil {
					kinds[readNameWord(f, 0).hash] |= bodyKindNames[name]
				} else {
					w.addNoun(section, name, f)
				}
			}
		}
	}
}

// addNoun adds one entry, "spokesman/m=spokesmen" or "paper-", and its plural.
func (w *words) addNoun(section flag, className, entry string) {
	form, plural, irregular := strings.Cut(entry, "=")
	form, g, _ := strings.Cut(form, "/")
	noPlural := strings.HasSuffix(form, "-")
	form = strings.TrimSuffix(form, "-")
	add := word{flags: section, class: classes[className]}
	if g != "" {
		add.gender = gender(g[0])
	}
	if add.class == noClass && section&(isPerson|isEpithet) != 0 {
		add.class = otherClass
	}
	w.merge(form, add)
	if noPlural || section&(isPerson|isEpithet|isBody|isDocument) == 0 {
		return
	}
	if !irregular {
		plural = pluralOf(form)
	}
	add.flags |= isPlural
	if section&(isPerson|isEpithet) != 0 {
		add.flags = isPeople | isPlural
	}
	if _, known := w.forms[plural]; !known {
		w.merge(plural, add)
	}
}

// pluralOf makes the regular plural of an English noun.
func pluralOf(s string) string {
	switch {
	case strings.HasSuffix(s, "y") && len(s) > 1 && !strings.ContainsRune("aeiou", rune(s[len(s)-2])):
		return s[:len(s)-1] + "ies"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		return s + "es"
	}
	return s + "s"
}

// merge joins what is known of a form: flags add up, the first class and gender stay.
func (w *words) merge(form string, add word) {
	old := w.forms[form]
	old.flags |= add.flags
	if old.class == noClass {
		old.class = add.class
	}
	if old.gender == 0 {
		old.gender = add.gender
	}
	w.forms[form] = old
}

// readForenames reads lines "m Adam Alan"; a name of both genders shows none.
func (w *words) readForenames(text string) {
	for line := range strings.Lines(text) {
		if len(line) < 3 || line[1] != ' ' || line[0] == '#' {
			continue
		}
		g := gender(line[0])
		if g == 'x' {
			g = 0
		}
		for _, name := range strings.Fields(line[2:]) {
			form := strings.ToLower(name)
			old := w.forms[form]
			if old.flags&isForename != 0 && old.forename != g {
				old.forename = 0
			} else {
				old.forename = g
			}
			old.flags |= isForename
			w.forms[form] = old
		}
	}
}

// find looks a word up without regard to case. It allocates nothing for ASCII.
func (w *words) find(s string) word {
	var buf [48]byte
	if len(s) > len(buf) {
		return word{}
	}
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 0x80:
			return w.forms[strings.ToLower(s)]
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '.' && i > 0: // "Sen.", "U.S."
			continue
		}
		buf[n] = c
		n++
	}
	return w.forms[string(buf[:n])]
}

// compound looks up a word with a hyphen that is no entry of its own by the role in it:
// Secretary-Treasurer, Oscar-winner, ex-envoy. Two capitals are a double surname unless
// both words are roles.
func (w *words) compound(s string) word {
	at := strings.LastIndexByte(s, '-')
	if at <= 0 || at+1 == len(s) {
		return word{}
	}
	last := w.find(s[at+1:])
	if last.flags&(isPerson|isPeople) == 0 || last.flags&isForename != 0 {
		return word{}
	}
	if upper := 'A' <= s[at+1] && s[at+1] <= 'Z'; upper && w.find(s[:at]).flags&(isPerson|isFormer) == 0 && !strings.EqualFold(s[:at], "co") {
		return word{}
	}
	return word{flags: last.flags & (isPerson | isPeople | isPlural), class: last.class, gender: last.gender}
}
