package dossier

import "parley/internal/news"

// Position is where an entry stands: file and line, for messages.
type Position struct {
	File string
	Line int
}

// Actor is one entry of the directory.
type Actor struct {
	ID          string // "Q58217" where Wikidata has an item, else a slug: "person:emily-horne", "state:russia"
	Kind        news.ActorKind
	Name        string   // usual English form, without title: "Sergey Lavrov", "Russia", "NATO"
	Also        []string // other full forms and spellings: "Sergei Lavrov", "Russian Federation"
	Adjectives  []string // states and organisations: "Russian"
	People      []string // demonyms: "Russians"
	Capital     string   // stands for the government: "Moscow"
	CapitalsToo []string // other spellings of the capital and other seats of government: "Kiev"
	Metonyms    []string // other words that stand for it: "Kremlin", "White House", "military bloc"
	Surnames    []string // persons: what they are called for short where it is not the last word of the name: "Xi", "Abiy"
	Class       string   // what kind of organisation it is: "outlet", "armed group", …; "" when nothing hangs on it
	Of          string   // organisations: the state or organisation that they are part of and speak for: "United States" of the State Department
	Leader      string   // the office that "the Russian leader", "the NATO chief" means: "president", "secretary-general"
	Gender      string   // "male", "female" or ""
	Wikidata    string
	Roles       []Role
	Not         []Role // roles that earlier files give it and that it never had
	Pos         Position
}

// Role is one dated office.
type Role struct {
	Office string // in lower case, as reports name it: "foreign minister", "president", "spokesperson"
	Of     string // name of the state or organisation: "Russia", "United Nations", "Kremlin"
	From   Date
	To     Date   // absent: still in office, nothing known after it
	Source string // "wikidata 2022-07-29", "unchecked", an address
	Pos    Position
}

// Date is a day, a month or a year, as precise as it is known; zero parts are unknown.
type Date struct {
	Year, Month, Day int
}

// Party is a side of the conflict or a mediator.
type Party struct {
	Name    string   // actor name: "Russia"
	Kind    string   // "party", "mediator"
	Members []string // names of actors that speak for it beyond those whose roles say so
	Pos     Position
}

// Issue is a subject of the talks with the words for it.
type Issue struct {
	Key   string              // "talks"
	Name  string              // "Holding talks at all"
	Words map[string][]string // word lists by use: "topic", "for", "against", "conditional", …
	Pos   Position
}

// Office is a canonical office and the ways in which reports name it.
type Office struct {
	Name   string // "foreign minister"
	Single bool   // one holder at a time in each state or organisation
	Says   []Wording
	Pos    Position
}

// Wording is one way of naming an office: "top diplomat" anywhere, "secretary of
// state" only of the United States.
type Wording struct {
	Words string
	Of    string // name of the only state or organisation in which these words mean the office; "" for all
}

// Same is a set of words that count as one in the names of offices: defence, defense.
type Same struct {
	Word  string
	Forms []string
	Pos   Position
}

// File is what one plain text file holds.
type File struct {
	Name    string // file name
	Key     string // dossier key; "" for a pure actor file
	Title   string
	Pos     Position // of the dossier's first line; zero for a pure actor file
	Parties []Party
	Issues  []Issue
	Actors  []*Actor
	Offices []Office
	Same    []Same
	Words   []Same // lists of words that the directory reads names and offices with, by use: "former", "before surname"
}

// Problem is a fault of a file with its remedy.
type Problem struct {
	Position
	Msg string
}
