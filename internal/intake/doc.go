// Package intake finds the documents that the arguments of a command name: files,
// folders with all that is in them, standard input and addresses.
//
// It reads nothing before it is asked to, in a stable order, and never fails as a
// whole: what cannot be read is an Item with an error that names it. In a folder,
// what is no page (scripts, pictures, the files that a browser saves beside a page)
// is passed over with a reason, so that it can be counted; a file that is named
// itself is always tried.
package intake
