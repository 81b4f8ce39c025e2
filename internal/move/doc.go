// Package move tells what a statement does about an issue of a dossier: whose
// stance it describes, which stance, under which conditions.
package move
