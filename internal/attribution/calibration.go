package attribution

import (
	"fmt"
	"strconv"
	"strings"

	"parley/internal/news"
)

// sure is one line of calibration.txt: of statements found so, from this raw score on,
// this share was right.
type sure struct {
	found      string
	from, sure float64
}

func (x *Lexicon) sureLine(l string) error {
	f := strings.Split(l, "\t")
	if len(f) != 3 {
		return fmt.Errorf("want «found TAB from TAB share», got %q", l)
	}
	from, err := strconv.ParseFloat(f[1], 64)
	share, err2 := strconv.ParseFloat(f[2], 64)
	if err != nil || err2 != nil || from < 0 || from > 1 || share < 0 || share > 1 {
		return fmt.Errorf("want numbers from 0 to 1, got %q", l)
	}
	x.sure = append(x.sure, sure{f[0], from, share})
	return nil
}

// RawScore is how sure the trained reader is of a relation, 0 to 1: the lower one of
// cue and content; for one that only the rules found, its support.
func RawScore(e *news.Evidence) float64 {
	if e.Found == foundRules {
		return e.Support
	}
	return min(e.Cue, e.Content)
}

// confidence is the share of statements of like evidence that were right, by the table
// in calibration.txt; or what the rule itself says where it tells nothing of them.
func (x *Lexicon) confidence(e *news.Evidence, rule float64) float64 {
	out, raw := rule, RawScore(e)
	for _, s := range x.sure {
		if s.found == e.Found && raw >= s.from {
			out = s.sure
		}
	}
	return out
}
