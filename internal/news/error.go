package news

import (
	"errors"
	"fmt"
)

// Code classes an error for the edges: exit codes, HTTP states.
type Code string

// The codes. Unreadable means that an input cannot be read (empty, binary, too
// large, undecodable): the input is named and the rest goes on.
const (
	Invalid    Code = "invalid"    // a wrong argument, option or file of ours
	NotFound   Code = "not found"  // no such report, statement, actor
	Unreadable Code = "unreadable" // an input that cannot be read
	Conflict   Code = "conflict"   // the ledger holds something else already
	// Unavailable means that the ledger cannot be used: missing, damaged, locked by
	// another process, made by a newer Parley, or no ledger at all.
	Unavailable Code = "unavailable"
	Internal    Code = "internal" // everything else
)

// Error is an error with a code and, for unreadable input, a short reason
// ("empty", "binary", "too large", "undecodable") that is counted.
type Error struct {
	Code   Code
	Reason string
	Msg    string
	Err    error
}

// Error implements error.
func (e *Error) Error() string {
	if e.Err != nil {
		return e.Msg + ": " + e.Err.Error()
	}
	return e.Msg
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an error of a code.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Msg: fmt.Sprintf(format, args...)}
}

// Refuse makes the error of an input that cannot be read.
func Refuse(reason, format string, args ...any) *Error {
	return &Error{Code: Unreadable, Reason: reason, Msg: fmt.Sprintf(format, args...)}
}

// CodeOf is the code of the first Error in err's chain, Internal without one, "" for nil.
func CodeOf(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	}
	return Internal
}
