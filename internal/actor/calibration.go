package actor

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"parley/data"
	"parley/internal/news"
)

// speakerShare is one line of data/actors/calibration.txt: of the speakers that a rule
// decided with this score of its own or a higher one, this share was right.
type speakerShare struct {
	by         string
	from, sure float64
}

// speakerTable is that file: the lines, and the share below which a speaker is told as unknown.
type speakerTable struct {
	least  float64
	shares []speakerShare
}

// calibrationOf is the built-in table; a fault in it is one of the build, which a test finds.
var calibrationOf = sync.OnceValue(func() *speakerTable {
	t, err := readCalibration(data.SpeakerCalibration)
	if err != nil {
		panic(err)
	}
	return t
})

// readCalibration reads lines «rule TAB from TAB share» and one «least TAB share».
func readCalibration(text string) (*speakerTable, error) {
	t := &speakerTable{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		if line = strings.TrimRight(line, "\r\n"); line == "" || line[0] == '#' {
			continue
		}
		if err := t.line(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("calibration.txt:%d: %w, got %q", n, err, line)
		}
	}
	return t, nil
}

func (t *speakerTable) line(f []string) error {
	shares := make([]float64, 0, 2)
	for _, s := range f[1:] {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || !(v >= 0 && v <= 1) {
			return fmt.Errorf("want numbers from 0 to 1")
		}
		shares = append(shares, v)
	}
	switch {
	case len(shares) == 1 && f[0] == "least":
		t.least = shares[0]
	case len(shares) == 2:
		t.shares = append(t.shares, speakerShare{f[0], shares[0], shares[1]})
	default:
		return fmt.Errorf("want «rule TAB from TAB share» or «least TAB share»")
	}
	return nil
}

// sure is the share of speakers right that the rule decided with a like score; the score
// itself where the table does not tell.
func (t *speakerTable) sure(by string, score float64) float64 {
	out := score
	for _, s := range t.shares {
		if s.by == by && score >= s.from {
			out = s.sure
		}
	}
	return out
}

// calibrate puts the counted share in the place of the score that the rule gives itself. A
// speaker who is more likely wrong than right is told as unknown, and who it may be.
func (t *speakerTable) calibrate(out *Resolved) {
	sp := &out.Speaker
	out.Score = sp.Confidence
	if sp.By == ByNone {
		return
	}
	sp.Confidence = t.sure(sp.By, out.Score)
	if sp.Confidence >= t.least {
		sp.Candidates = nil
		return
	}
	best := news.Candidate{Ref: news.Ref{ID: sp.ID, Name: sp.Name}, Confidence: sp.Confidence}
	reason := fmt.Sprintf("decided by %s, which is right in only %.0f of 100 like cases", sp.By, 100*sp.Confidence)
	*sp = news.Speaker{
		Mention: sp.Mention, By: ByNone, Reason: reason,
		Candidates: append([]news.Candidate{best}, sp.Candidates...),
	}
}
