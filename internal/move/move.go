package move

import (
	"io/fs"
	"strings"

	"parley/internal/dossier"
	"parley/internal/news"
	"parley/internal/token"
)

// Parties says which state or organisation a word or phrase of a text stands for
// ("Kiev", "Ukrainian", "the Kremlin" without article): the directory's look-up.
type Parties func(words string) (news.Ref, bool)

// View is what a Mover sees of a statement.
type View struct {
	Content []news.Span
	Nested  []news.Span // contents of statements nested in it, which speak for themselves
	Mode    news.Mode
	Side    *news.Ref // the party that the speaker speaks for; nil when unknown
}

// Mover tells moves by the words of one dossier. It is read-only and safe for
// concurrent use.
type Mover struct {
	talks   *lexicon // nil when the dossier has no such issue
	gate    *lexicon // of its phrases those without which there is no move
	parties Parties
	sides   []news.Ref          // the parties of the conflict, without mediators
	members map[string]news.Ref // surnames of people whom the dossier counts to a party
}

// Talks is the key of the issue that the rules are made for: holding talks at all.
const Talks = "talks"

// New makes a Mover for the issue Talks of a dossier. words holds move/words.txt; parties may be nil.
func New(words fs.FS, f *dossier.File, parties Parties) (*Mover, error) {
	common, err := loadWords(words, "move/words.txt")
	if err != nil {
		return nil, err
	}
	m := &Mover{parties: parties, members: map[string]news.Ref{}}
	for i := range f.Issues {
		if is := &f.Issues[i]; is.Key == Talks {
			m.talks = lexiconOf(common, is)
			m.gate = m.talks.only(of(topic, verb, soft, alonePro, aloneContra))
		}
	}
	for _, p := range f.Parties {
		ref, ok := m.party(p.Name)
		if !ok {
			ref = news.Ref{Name: p.Name}
		}
		m.members[p.Name] = ref
		if p.Kind == "party" {
			m.sides = append(m.sides, ref)
		}
		for _, name := range p.Members {
			m.members[name[strings.LastIndexByte(name, ' ')+1:]] = ref
		}
	}
	return m, nil
}

// party is the side that words stand for.
func (m *Mover) party(words string) (news.Ref, bool) {
	if ref, ok := m.members[words]; ok {
		return ref, true
	}
	if m.parties == nil {
		return news.Ref{}, false
	}
	return m.parties(words)
}

// Of tells what a statement says about holding talks; nil when it takes no stance.
func (m *Mover) Of(doc *token.Doc, v View) *news.Move {
	if m.talks == nil {
		return nil
	}
	r := reading{m: m, lex: m.talks, doc: doc, v: v}
	if !r.touches(m.gate) && !r.goesOn() {
		return nil
	}
	r.read()
	return r.judge()
}

// judge weighs the evidence: that about the speaker's own side first, else about
// the first holder; conditions make a stance conditional, contradiction unclear.
func (r *reading) judge() *news.Move {
	r.gather()
	if len(r.found) == 0 {
		return nil
	}
	holder := r.found[0].holder
	for _, e := range r.found {
		if e.stance != news.Unclear && (r.v.Side != nil && e.holder == *r.v.Side || r.found[0].stance == news.Unclear) {
			holder = e.holder
			break
		}
	}
	mv := r.weigh(holder)
	r.class(mv)
	return mv
}
