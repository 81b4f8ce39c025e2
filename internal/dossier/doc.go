// Package dossier reads and checks the plain text files that users edit: actors
// with their spellings and dated roles, and dossiers with parties and issues.
package dossier
