//go:build !amd64

package kernel

// machine returns the sets in assembly; there is none for this architecture.
func machine() []*Set { return nil }
