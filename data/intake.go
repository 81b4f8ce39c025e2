package data

import "embed"

// Intake holds intake/passed.txt: the files in a folder that are no pages.
//
//go:embed intake
var Intake embed.FS
