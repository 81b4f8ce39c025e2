// Command parley reads news reports about a conflict and its peace talks and keeps
// a ledger of who said what about talking.
//
// Main runs one command line; main only gives it the process's surroundings. Each
// command is a struct with its flags and a Run method (cli.go lists them). Results
// go to standard output, everything else to standard error; docs/formats.md tells
// formats and exit codes.
package main
