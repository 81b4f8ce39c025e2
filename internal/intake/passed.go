package intake

import (
	"strings"
	"sync"

	"parley/data"
)

// rules tell which entries of a folder are no pages, as data/intake/passed.txt has it.
type rules struct {
	ends    map[string]string // of a file's name, from a point on, or the whole name
	starts  map[string]string // of a file's name
	folders map[string]string // ends of a folder's name
}

var passRules = sync.OnceValue(func() rules {
	src, err := data.Intake.ReadFile("intake/passed.txt")
	if err != nil {
		panic(err) // the file is part of the binary
	}
	return readRules(string(src))
})

func readRules(src string) rules {
	r := rules{map[string]string{}, map[string]string{}, map[string]string{}}
	reason := ""
	for line := range strings.Lines(src) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			reason = strings.Trim(line, "[]")
		case line[0] == '~':
			r.starts[line[1:]] = reason
		case line[0] == '/':
			r.folders[line[1:]] = reason
		default:
			r.ends[line] = reason
		}
	}
	return r
}

// passed gives the reason to pass an entry over, "" to read it.
func (r rules) passed(name string, dir bool) string {
	name = strings.ToLower(name)
	if strings.HasPrefix(name, ".") {
		if dir {
			return "hidden folder"
		}
		return "hidden file"
	}
	if dir {
		for end, reason := range r.folders {
			if strings.HasSuffix(name, end) {
				return reason
			}
		}
		return ""
	}
	for start, reason := range r.starts {
		if strings.HasPrefix(name, start) {
			return reason
		}
	}
	name = strings.TrimSuffix(name, ".gz")
	if reason := r.ends[name]; reason != "" {
		return reason
	}
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' && r.ends[name[i:]] != "" {
			return r.ends[name[i:]]
		}
	}
	return ""
}
