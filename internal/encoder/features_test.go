package encoder

import (
	"testing"

	"parley/internal/encoder/kernel"
	"parley/internal/encoder/modeltest"
	"parley/internal/news"
)

func TestShapeOf(t *testing.T) {
	for unit, want := range map[string]uint8{
		"the": shapeLower, "é": shapeLower, "日": shapeLower, "2nd": shapeLower, "The": shapeTitle, "A": shapeTitle, "Éire": shapeTitle,
		"UN": shapeUpper, "F16": shapeTitle, "G7A": shapeUpper, "ОБСЕ": shapeUpper, "McKay": shapeMixed, "iPhone": shapeMixed, "3A": shapeMixed,
		"2026": shapeNone, ",": shapeNone, "“": shapeNone, "Nº": shapeTitle, "NNº": shapeMixed, "Nǅ": shapeTitle,
	} {
		if got := shapeOf(unit); got != want {
			t.Errorf("%s: %d, want %d", unit, got, want)
		}
	}
}

// readUnits reads a text with a small model, a paragraph a line.
func readUnits(t testing.TB, text string) *Scores {
	t.Helper()
	var s Scores
	open(t, modeltest.Random(modeltest.Small, 1), kernel.Best()).Read(text, lines(text), &s)
	return &s
}

func TestQuotes(t *testing.T) {
	for text, want := range map[string]string{
		`a "b c" d`:            "011100",
		"“a b” c":              "11100"[:3] + "00",
		"``a b'' c ` '":        "1111" + "00" + "000",
		"«a» „b“ c":            "110" + "1111",
		"a \"b\nc\" d":         "011" + "0" + "1" + "1",
		"'' `\u200b` `` ''' a": "00" + "00" + "11" + "000" + "0",
	} {
		s, got := readUnits(t, text), ""
		for _, f := range s.features {
			got += string('0' + rune(f.quote))
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestUnits: units stand where the text has them, and paragraphs are told.
func TestUnits(t *testing.T) {
	text := "Kovač said: no.\n\n  \nWe  talk"
	s := readUnits(t, text)
	var got []string
	for i, u := range s.Units {
		got = append(got, text[u.Start:u.End])
		if wantPara := map[bool]int32{true: 0, false: 3}[i < 5]; u.Para != wantPara {
			t.Errorf("%s is of paragraph %d", got[i], u.Para)
		}
		if first := i == 0 || i == 5; s.features[i].para == 1 != first {
			t.Errorf("%s: para is %d", got[i], s.features[i].para)
		}
	}
	if len(got) != 7 || got[0] != "Kovač" || got[2] != ":" || got[6] != "talk" {
		t.Errorf("%q", got)
	}
}

// TestNothing: no paragraphs and empty ones give no units.
func TestNothing(t *testing.T) {
	e := open(t, modeltest.Random(modeltest.Small, 1), kernel.Best())
	h, err := e.TagHead("statement")
	if err != nil {
		t.Fatal(err)
	}
	var s Scores
	for _, paragraphs := range [][]news.Span{nil, {{}}, {{Start: 1, End: 3}, {Start: 2, End: 2}}} {
		e.Read("a \n\x00b", paragraphs, &s)
		spans, inside := s.Spans(h, nil, nil)
		if tags := s.Tags(h, nil); len(s.Units) != 0 || len(tags) != 0 || len(spans) != 0 || len(inside) != 0 {
			t.Errorf("%v: %v", paragraphs, s.Units)
		}
	}
}
