// Package dateparser stands in for github.com/markusmobius/go-dateparser.
//
// go-htmldate names that package for its extensive search, which Parley never asks
// for (internal/page sets SkipExtensiveSearch). The real one builds 95 MB of tables
// for two hundred languages when a program starts: a third of a second and 75 MB for
// every call of parley, `parley --version` too. So go.mod replaces it by this one,
// which has the names that go-htmldate compiles against and no tables.
//
// A test of cmd/parley holds that the real tables are not linked. To take the
// stand-in out, delete this folder and the replace line in go.mod.
package dateparser

import (
	"errors"
	"time"
)

// ParserType names a way of parsing.
type ParserType uint8

// The ways that go-htmldate names.
const (
	CustomFormat ParserType = 3
	AbsoluteTime ParserType = 4
)

// PreferredDateSource tells how an incomplete date is completed.
type PreferredDateSource uint8

// Past prefers days before the current one.
const Past PreferredDateSource = 2

// Configuration holds the settings that go-htmldate and Parley name.
type Configuration struct {
	CurrentTime         time.Time // the day against which dates are completed, by go-htmldate itself
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser would parse dates in words.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a date found.
type Date struct {
	Time time.Time
}

// ErrNotBuilt is what every search ends with.
var ErrNotBuilt = errors.New("the extensive search for dates is not built into parley")

// Parse finds nothing.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, ErrNotBuilt
}
