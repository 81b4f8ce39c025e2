package kernel

// machine returns the sets in assembly that this machine can run, slowest first.
func machine() []*Set { return nil }
