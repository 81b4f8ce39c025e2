package token

import (
	"strings"
	"testing"

	"parley/data"
)

func TestEmbeddedListsAreSound(t *testing.T) {
	b, err := data.Token.ReadFile("token/abbreviations.txt")
	if err != nil {
		t.Fatal(err)
	}
	parseLists(string(b)) // panics on an unknown class
	class := map[string]string{}
	for line := range strings.Lines(string(b)) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		stop := lists().stops[f[len(f)-1]] != notShort
		for _, w := range f[1:] {
			if stop && len(w) > longestShort {
				t.Errorf("%s: longer than any abbreviation that is looked up", w)
			}
			if stop && class[w] != "" {
				t.Errorf("%s: both %s and %s", w, class[w], f[0])
			}
			if stop {
				class[w] = f[0]
			}
			if strings.HasSuffix(w, ".") {
				t.Errorf("%s: is written without its last stop", w)
			}
		}
	}
}

func TestUnknownClassPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	parseLists("titel Gen")
}

func TestLists(t *testing.T) {
	w := parseLists("title Gen # a note\n\nnumber No\nstarter The No\nsubject The\n")
	if w.stop("Gen") != title || w.stop("No") != number || w.stop("a") != notShort || w.stop("note") != notShort {
		t.Errorf("stops %v", w.stops)
	}
	if !w.is("The", starter) || !w.is("The", subject) || w.is("No", subject) || w.is("Gen", starter) {
		t.Errorf("traits %v", w.traits)
	}
}
