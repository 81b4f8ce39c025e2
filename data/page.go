package data

import "embed"

// Page holds the word lists by which package page tells a page's furniture from
// its report: see the head of each file in data/page.
//
//go:embed page
var Page embed.FS
