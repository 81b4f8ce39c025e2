// Package record holds the statement record: the JSON that the command line, the
// API and the library give alike, and that gold files and corrections are written in.
//
// Positions in a record are code points of the report's text, as in the W3C's
// TextPositionSelector; inside Parley they are bytes. From and Back are the edge
// between the two. What is absent is left out, never an empty string.
//
// A record read from elsewhere may be partial: gold may give a cue's text without
// its position, a month ("2023-12") instead of a day, or content alone.
package record
