package data

import "embed"

// Attribution holds the lexicon of cues: verbs.txt, phrases.txt, words.txt.
//
//go:embed attribution
var Attribution embed.FS
