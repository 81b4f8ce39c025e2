package data

import "embed"

// When holds the word lists of package when: words of date expressions, occasions,
// and the words that tie a day to the clause of a cue.
//
//go:embed when
var When embed.FS
