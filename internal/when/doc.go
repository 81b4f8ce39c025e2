// Package when finds date expressions and turns them into intervals of days
// against the day of publication (TIMEX3 values where they fit).
package when
