package actor

import (
	"strings"
	"testing"

	"parley/data"
	"parley/internal/news"
)

func TestCalibrationFile(t *testing.T) {
	table, err := readCalibration(data.SpeakerCalibration)
	if err != nil {
		t.Fatal(err)
	}
	if len(table.shares) < 10 || table.least <= 0 {
		t.Fatalf("%d lines, least %v", len(table.shares), table.least)
	}
	for i, s := range table.shares {
		if i > 0 && table.shares[i-1].by == s.by && table.shares[i-1].from >= s.from {
			t.Errorf("lines of %q do not rise", s.by)
		}
	}
}

func TestCalibrationRejects(t *testing.T) {
	for _, text := range []string{"name", "name\tx\t0.5", "name\t0\t1.5", "name\t0\tNaN", "least\t-1", "name\t0\t0.5\t0.5"} {
		if _, err := readCalibration("# head\n" + text); err == nil || !strings.Contains(err.Error(), "calibration.txt:2:") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestCalibrate(t *testing.T) {
	table, err := readCalibration("least\t0.5\nname\t0\t0.4\nname\t0.9\t0.97")
	if err != nil {
		t.Fatal(err)
	}
	other := news.Candidate{Ref: news.Ref{Name: "Lena Kell"}, Confidence: 0.3}
	sp := news.Speaker{ID: "m", Name: "Lev Marn", Mention: news.Span{Start: 1, End: 3}, Trail: []news.Span{{Start: 1, End: 3}}, By: ByName, Confidence: 0.95, Candidates: []news.Candidate{other}}
	sure := Resolved{Speaker: sp}
	table.calibrate(&sure)
	if s := sure.Speaker; s.Name != "Lev Marn" || s.Confidence != 0.97 || s.Candidates != nil || sure.Score != 0.95 {
		t.Errorf("sure: %+v, score %v", s, sure.Score)
	}
	sp.Confidence = 0.6
	doubtful := Resolved{Speaker: sp}
	table.calibrate(&doubtful)
	s := doubtful.Speaker
	if s.Name != "" || s.ID != "" || s.By != ByNone || s.Reason == "" || s.Mention != sp.Mention || len(s.Candidates) != 2 ||
		s.Candidates[0] != (news.Candidate{Ref: news.Ref{ID: "m", Name: "Lev Marn"}, Confidence: 0.4}) || s.Candidates[1] != other {
		t.Errorf("doubtful: %+v", s)
	}
	unknown := Resolved{Speaker: news.Speaker{By: "a rule that the table lacks", Name: "Lev Marn", Confidence: 0.8}}
	if table.calibrate(&unknown); unknown.Speaker.Confidence != 0.8 {
		t.Errorf("no line: %v", unknown.Speaker.Confidence)
	}
}
