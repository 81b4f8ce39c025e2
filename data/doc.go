// Package data embeds what Parley knows without being told: lexicons, the actor
// directory, dossiers. It holds no code.
package data
