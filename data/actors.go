package data

import "embed"

// Actors holds the directory: states, organisations, offices with their wordings,
// office-holders from Wikidata, people by hand. Later files are laid over earlier.
//
//go:embed actors/states.txt actors/organisations.txt actors/offices.txt actors/holders.txt actors/people.txt
var Actors embed.FS

// Dossiers holds the dossiers that come with the program.
//
//go:embed dossiers
var Dossiers embed.FS
