// Package data embeds what Parley knows without being told: lexicons, the actor
// directory, dossiers, models. It holds no code.
package data
