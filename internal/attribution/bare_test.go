package attribution

import (
	"io/fs"
	"strings"
	"testing"

	"parley/data"
	"parley/internal/news"
	"parley/internal/token"
)

// TestBareNoun: ⟨the content⟩ behind [the cue] is a bare noun phrase or says something.
func TestBareNoun(t *testing.T) {
	sub, err := fs.Sub(data.Attribution, "attribution")
	if err != nil {
		t.Fatal(err)
	}
	x, err := NewLexicon(sub)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"Kell [announced] ⟨new boats from the town⟩.":                        true,
		"Kell [confirmed] ⟨signals from the town on the boats⟩.":             true,
		"“Orvan [confirmed] ⟨the readiness of the town,”⟩ Kell said.":        true,
		"Kell [repeated] ⟨a promise to the town regarding the boats⟩.":       true,
		"The study [found] ⟨a generation that wants boats⟩.":                 true,
		"Kell [announced] ⟨the town would buy boats⟩.":                       false,
		"Kell [said] that ⟨new support⟩.":                                    false,
		"Kell [announced] ⟨“new support”⟩.":                                  false,
		"Kell [called] ⟨the boats a danger⟩.":                                false,
		"⟨New support⟩, Kell [announced].":                                   false,
		"Kell [voiced] ⟨a port resolution labelling the raid a crime⟩.":      true,
		"Kell [proposed] ⟨sweeping overhauls of the port for the old town⟩.": true,
	} {
		doc, m := markedRelation(text)
		if got := x.bareNoun(doc, m); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// only finds one relation in every text.
type only struct{ Relation }

func (o only) Find(*token.Doc) []Relation { return []Relation{o.Relation} }

// TestClosingMark: a content within a quotation leaves its closing mark out.
func TestClosingMark(t *testing.T) {
	sub, err := fs.Sub(data.Attribution, "attribution")
	if err != nil {
		t.Fatal(err)
	}
	x, err := NewLexicon(sub)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"“Orvan [promised] ⟨the boats would leave,”⟩ Kell said.":   "the boats would leave",
		"Orvan [promised] ⟨the boats would “leave at last.”⟩":      "the boats would “leave at last.”",
		"“Orvan [promised] ⟨the boats would ‘leave’ now”⟩, a man.": "the boats would ‘leave’ now",
	} {
		doc, m := markedRelation(text)
		m.Same, m.Base, m.Rule, m.Score = -1, -1, "test", 1
		got := Attribute(doc, x, only{*m})
		if len(got) != 1 || got[0].Content[0].In(doc.Report.Text) != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// markedRelation reads a text in which [ ] mark the cue and ⟨ ⟩ the content.
func markedRelation(text string) (*token.Doc, *Relation) {
	var b strings.Builder
	at := map[rune]int{}
	for _, r := range text {
		if strings.ContainsRune("[]⟨⟩", r) {
			at[r] = b.Len()
		} else {
			b.WriteRune(r)
		}
	}
	rep := &news.Report{ID: "r", Text: b.String(), Passages: []news.Passage{{Kind: news.Body, Span: news.Span{End: b.Len()}}}}
	return token.Parse(rep), &Relation{Cue: news.Span{Start: at['['], End: at[']']}, Content: []news.Span{{Start: at['⟨'], End: at['⟩']}}}
}
