package dossier

import (
	"strings"

	"parley/internal/news"
)

func (p *parser) dossierKey(key, value string) {
	switch key {
	case "title":
		p.file.Title = value
	case "party", "mediator":
		name, members, _ := strings.Cut(value, "|")
		p.file.Parties = append(p.file.Parties, Party{
			Name: strings.TrimSpace(name), Kind: key, Members: p.list(nil, members), Pos: p.pos,
		})
	default:
		p.unknown(key, "dossier", "title", "party", "mediator")
	}
}

// issueKeys are the uses of words that the stages know; others may be added, and
// only what looks like a slip of one of these is a problem.
var issueKeys = []string{"name", "topic", "for", "against", "conditional", "unclear"}

func (p *parser) issueKey(key, value string) {
	if key == "name" {
		p.issue.Name = value
		return
	}
	if near := nearest(key, issueKeys); near != "" && near != key {
		p.problem("issue has no key %q: did you mean %q?", clip(key), near)
		return
	}
	if p.issue.Words == nil {
		p.issue.Words = map[string][]string{}
	}
	p.issue.Words[key] = p.list(p.issue.Words[key], value)
}

func (p *parser) officeKey(key, value string) {
	switch key {
	case "say":
		words, of, _ := strings.Cut(value, "|")
		of = strings.TrimSpace(of)
		for _, w := range p.list(nil, words) {
			p.office.Says = append(p.office.Says, Wording{w, of})
		}
	case "holders":
		if value != "one" && value != "many" {
			p.problem("holders is %q: write one or many", clip(value))
			return
		}
		p.office.Single = value == "one"
	default:
		p.unknown(key, "office", "say", "holders")
	}
}

func (p *parser) sameKey(key, value string) {
	if key != "also" {
		p.unknown(key, "the list", "also")
		return
	}
	p.same.Forms = p.list(p.same.Forms, value)
}

func (p *parser) actorKey(key, value string) {
	a := p.actor
	switch key {
	case "role":
		p.role(value, p.addRole)
	case "not":
		p.role(value, func(r Role) { a.Not = append(a.Not, r) })
	case "wikidata":
		p.wikidata(value)
	case "gender":
		if value != "male" && value != "female" {
			p.problem("gender is %q: write male or female, or take the line out", clip(value))
			return
		}
		a.Gender = value
	case "also":
		a.Also = p.list(a.Also, value)
	case "surname":
		a.Surnames = p.list(a.Surnames, value)
	case "of":
		a.Of = value
	default:
		p.stateKey(key, value)
	}
}

var personKeys = []string{"also", "surname", "gender", "wikidata", "of", "role", "not"}

// stateKey reads what only states and organisations have.
func (p *parser) stateKey(key, value string) {
	a := p.actor
	if a.Kind == news.Person {
		p.unknown(key, "person", personKeys...)
		return
	}
	switch key {
	case "class":
		a.Class = value
	case "leader":
		a.Leader = value
	case "adjective":
		a.Adjectives = p.list(a.Adjectives, value)
	case "people":
		a.People = p.list(a.People, value)
	case "metonym":
		a.Metonyms = p.list(a.Metonyms, value)
	case "capital":
		p.capital(value)
	default:
		p.unknown(key, string(a.Kind), "also", "wikidata", "class", "of", "leader", "adjective",
			"people", "capital", "metonym", "role", "not")
	}
}

func (p *parser) capital(value string) {
	all := p.list(nil, value)
	if p.actor.Capital == "" && len(all) > 0 {
		p.actor.Capital, all = all[0], all[1:]
	}
	p.actor.CapitalsToo = append(p.actor.CapitalsToo, all...)
}

func (p *parser) wikidata(value string) {
	var n int
	digits, ok := strings.CutPrefix(value, "Q")
	if !ok || digits == "" || !number(digits, &n) {
		p.problem("wikidata is %q: write the item, such as Q58217", clip(value))
		return
	}
	p.actor.Wikidata = value
}

// list splits at commas and adds what is not empty.
func (p *parser) list(to []string, value string) []string {
	for value != "" {
		var one string
		one, value, _ = strings.Cut(value, ",")
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		if to == nil {
			to = p.slot()
		}
		to = append(to, one)
	}
	return to
}

// slot cuts an empty list with room for one string from a slab: most lists have one.
func (p *parser) slot() []string {
	if len(p.words) == 0 {
		p.words = make([]string, 128)
	}
	one := p.words[:0:1]
	p.words = p.words[1:]
	return one
}

// unknown is the problem of a key that the block does not have.
func (p *parser) unknown(key, block string, keys ...string) {
	if near := nearest(key, keys); near != "" {
		p.problem("%s has no key %q: did you mean %q?", block, clip(key), near)
		return
	}
	p.problem("%s has no key %q: it has %s", block, clip(key), strings.Join(keys, ", "))
}
