package data

import _ "embed"

// Nouns is the lexicon of words that name speakers other than by name.
//
//go:embed actors/nouns.txt
var Nouns string

// Forenames is the list of common forenames with the gender they show.
//
//go:embed actors/forenames.txt
var Forenames string

// SpeakerCalibration tells how often speakers are right, by the rule that decided them.
//
//go:embed actors/calibration.txt
var SpeakerCalibration string
