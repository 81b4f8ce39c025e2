// Package chain completes the road of a statement from its speaker to the page by what stands
// outside its own sentence: who led the interview stands in the occasion, which many statements
// share, the agency that a report comes from in its dateline, and first publisher, translator and
// republisher in its small print, which package imprint reads. Who is quoted by whom inside the
// sentence package attribution has told.
package chain
