package data

import "embed"

// Token holds the word lists of package token: token/abbreviations.txt.
//
//go:embed token
var Token embed.FS
