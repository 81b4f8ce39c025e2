package encoder

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"parley/internal/encoder/kernel"
	"parley/internal/news"
)

var (
	outputModel = flag.String("model", "", "a model file to run on the texts of -texts, for train/report.py")
	outputTexts = flag.String("texts", "", "JSON lines, each with text and, if its scores are wanted, scores: true")
	outputFile  = flag.String("outputs", "", "where to write a JSON line for each text")
)

// A request is a line of -texts. The text is one paragraph.
type request struct {
	Text   string
	Scores bool
}

// A response tells of each unit its bytes, the best tag of each tag head and, if asked for, the scores in all
// columns; CLS has the scores of each window's [CLS].
type response struct {
	Units [][2]int32       `json:"units"`
	Tags  map[string][]int `json:"tags"`
	Rows  [][]float32      `json:"rows,omitempty"`
	CLS   [][]float32      `json:"cls,omitempty"`
}

// respond reads one text.
func respond(t testing.TB, e *Encoder, s *Scores, r request) response {
	t.Helper()
	e.Read(r.Text, []news.Span{{Start: 0, End: len(r.Text)}}, s)
	out := response{Tags: map[string][]int{}}
	for _, u := range s.Units {
		out.Units = append(out.Units, [2]int32{u.Start, u.End})
	}
	for name := range e.model.Head {
		if !isTagHead(name) {
			continue
		}
		h, err := e.TagHead(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range s.Tags(h, nil) {
			out.Tags[name] = append(out.Tags[name], int(tag))
		}
	}
	if r.Scores {
		out.Rows, out.CLS = split(s.rows, e.columns), split(s.cls, e.columns)
	}
	return out
}

func split(flat []float32, columns int) [][]float32 {
	var out [][]float32
	for ; len(flat) > 0; flat = flat[columns:] {
		out = append(out, flat[:columns])
	}
	return out
}

// respondAll writes a response for each request.
func respondAll(t testing.TB, e *Encoder, in io.Reader, to io.Writer) (texts int) {
	t.Helper()
	var s Scores
	read, write := json.NewDecoder(in), json.NewEncoder(to)
	for ; ; texts++ {
		var r request
		err := read.Decode(&r)
		if errors.Is(err, io.EOF) {
			return texts
		}
		if err != nil {
			t.Fatalf("text %d: %v", texts+1, err)
		}
		if err := write.Encode(respond(t, e, &s, r)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOutputs runs the model of -model on texts for train/report.py, which compares it with PyTorch, and without
// flags a small model on one text.
func TestOutputs(t *testing.T) {
	if *outputModel == "" {
		var got strings.Builder
		e := open(t, unzip(t, "bert.model.gz"), kernel.Best())
		respondAll(t, e, strings.NewReader(`{"text": "a b. c", "scores": true}`), &got)
		var r response
		if err := json.Unmarshal([]byte(got.String()), &r); err != nil {
			t.Fatal(err)
		}
		if len(r.Units) != 4 || len(r.Rows) != 4 || len(r.CLS) != 1 || len(r.Rows[3]) != e.columns || len(r.Tags["polnear"]) != 4 {
			t.Errorf("answered %s", got.String())
		}
		return
	}
	file, err := os.ReadFile(*outputModel)
	if err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(*outputTexts)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(*outputFile)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	to := bufio.NewWriter(out)
	t.Logf("%d texts", respondAll(t, open(t, file, kernel.Best()), in, to))
	if err := to.Flush(); err != nil {
		t.Fatal(err)
	}
}
