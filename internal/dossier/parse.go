package dossier

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"parley/internal/news"
)

// Parse reads one file. The name goes into positions and messages. Every fault is
// a Problem; the lines without one are in the File.
func Parse(name string, data []byte) (*File, []Problem) {
	return ParseText(name, string(data))
}

// ParseText is Parse of a text that is a string already; the File shares its bytes.
func ParseText(name, text string) (*File, []Problem) {
	p := parser{file: &File{Name: name}, pos: Position{File: name}}
	if !utf8.ValidString(text) {
		p.problem("the file is not UTF-8: save it as UTF-8")
		return p.file, p.problems
	}
	p.run(text)
	return p.file, p.problems
}

// parser holds the block whose lines are being read. Exactly one of the pointers
// is set inside a block that was understood; none after a head that was not.
type parser struct {
	file     *File
	problems []Problem
	pos      Position
	source   string // what the last "source" line says: holds for the roles below
	skip     bool   // inside a block whose head was not understood

	inFile bool
	actor  *Actor
	issue  *Issue
	office *Office
	same   *Same

	actors []Actor  // the rest of a slab, so that a large file costs few allocations
	words  []string // likewise, for lists of one word
	roles  []Role   // a slab in use; the roles of the actor begin at first
	first  int
}

func (p *parser) run(text string) {
	text = strings.TrimPrefix(text, "\ufeff")
	for text != "" {
		line := text
		if i := strings.IndexByte(text, '\n'); i >= 0 {
			line, text = text[:i], text[i+1:]
		} else {
			text = ""
		}
		p.pos.Line++
		p.line(line)
	}
	for _, a := range p.file.Actors {
		a.ID = ActorID(a.Kind, a.Name, a.Wikidata)
	}
}

func (p *parser) line(line string) {
	words := strings.TrimSpace(line)
	switch {
	case words == "" || words[0] == '#':
	case words[0] == line[0]:
		p.head(words)
	case p.skip:
	default:
		p.entry(words)
	}
}

// head begins a block, or sets the source of the roles below.
func (p *parser) head(line string) {
	kind, name, _ := strings.Cut(line, " ")
	name = strings.TrimSpace(name)
	p.skip = false
	if kind == "source" {
		p.source = name
		return
	}
	p.inFile, p.actor, p.issue, p.office, p.same = false, nil, nil, nil, nil
	if name == "" {
		p.skip = true
		p.problem("%q has no name: write \"%s NAME\"", clip(kind), clip(kind))
		return
	}
	if !p.begin(kind, name) {
		p.skip = true
		p.problem("%q begins no block: write %s, or indent the line to make it part of the block above", clip(kind), blockNames)
	}
}

const blockNames = "dossier, issue, state, organisation, person, office, same, words or source"

func (p *parser) begin(kind, name string) bool {
	switch kind {
	case "person":
		p.actorHead(news.Person, name)
	case "state":
		p.actorHead(news.State, name)
	case "organisation":
		p.actorHead(news.Organisation, name)
	case "office":
		p.officeHead(name)
	case "same":
		p.sameHead(&p.file.Same, name)
	case "words":
		p.sameHead(&p.file.Words, name)
	case "issue":
		p.issueHead(name)
	case "dossier":
		p.dossierHead(name)
	default:
		return false
	}
	return true
}

func (p *parser) dossierHead(key string) {
	if p.file.Key != "" {
		p.problem("a second dossier %q in one file: put it into a file of its own", clip(key))
	}
	p.file.Key, p.file.Pos, p.inFile = key, p.pos, true
}

func (p *parser) issueHead(key string) {
	p.file.Issues = append(p.file.Issues, Issue{Key: key, Name: key, Pos: p.pos})
	p.issue = &p.file.Issues[len(p.file.Issues)-1]
}

func (p *parser) officeHead(name string) {
	p.file.Offices = append(p.file.Offices, Office{Name: name, Pos: p.pos})
	p.office = &p.file.Offices[len(p.file.Offices)-1]
}

func (p *parser) sameHead(list *[]Same, word string) {
	*list = append(*list, Same{Word: word, Pos: p.pos})
	p.same = &(*list)[len(*list)-1]
}

func (p *parser) actorHead(kind news.ActorKind, name string) {
	if len(p.actors) == 0 {
		p.actors = make([]Actor, 128)
	}
	p.actor, p.actors = &p.actors[0], p.actors[1:]
	p.actor.Kind, p.actor.Name, p.actor.Pos = kind, name, p.pos
	p.first = len(p.roles)
	p.file.Actors = append(p.file.Actors, p.actor)
}

// entry reads a "key: value" line of the block.
func (p *parser) entry(line string) {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		p.problem("%q is no \"key: value\" line: add a key, or a # to make it a remark", clip(line))
		return
	}
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if value == "" {
		p.problem("%s has no value: fill it in or take the line out", clip(key))
		return
	}
	switch {
	case p.actor != nil:
		p.actorKey(key, value)
	case p.inFile:
		p.dossierKey(key, value)
	case p.issue != nil:
		p.issueKey(key, value)
	case p.office != nil:
		p.officeKey(key, value)
	case p.same != nil:
		p.sameKey(key, value)
	default:
		p.problem("%q stands in no block: begin one above it with %s", clip(key), blockNames)
		p.skip = true
	}
}

func (p *parser) problem(format string, args ...any) {
	p.problems = append(p.problems, Problem{p.pos, fmt.Sprintf(format, args...)})
}

// String is the problem as compilers print theirs: "file:line: message".
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Msg)
}

// clip shortens what a message cites.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	n := most
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
