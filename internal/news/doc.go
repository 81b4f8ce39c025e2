// Package news holds Parley's words as types: Report, Passage, Statement, Actor
// and what they are made of, with their ids, their validation and the error codes
// that the edges map to exit codes and HTTP states.
//
// It imports nothing of ours. All positions are half-open byte spans into
// Report.Text on rune boundaries; package record turns them into code points for
// the outside.
package news
