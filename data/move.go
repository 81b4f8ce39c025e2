package data

import "embed"

// Move holds the words of package move by which a statement takes a stance, for
// every dossier: move/words.txt.
//
//go:embed move
var Move embed.FS
