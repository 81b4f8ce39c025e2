// Package dossier reads and checks the plain text files that users edit: actors
// with their spellings and dated roles, offices with the ways reports name them,
// and dossiers with parties and issues. docs/formats.md describes the
// format.
//
// A file is read in one pass, line by line; the strings of the result are slices of
// the file's text. What is wrong with a file is a Problem with its line and a
// remedy, and everything else in the file still counts.
package dossier
