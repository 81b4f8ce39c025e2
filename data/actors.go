package data

import "embed"

// The files of the actor directory, each laid over those before: states,
// organisations, offices with their wordings, office-holders from Wikidata, people
// by hand.
var (
	//go:embed actors/states.txt
	States string
	//go:embed actors/organisations.txt
	Organisations string
	//go:embed actors/offices.txt
	Offices string
	//go:embed actors/holders.txt
	Holders string
	//go:embed actors/people.txt
	People string
)

// Dossiers holds the dossiers that come with the program.
//
//go:embed dossiers
var Dossiers embed.FS
