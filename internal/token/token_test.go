package token

import (
	"strings"
	"testing"

	"parley/internal/news"
)

// report makes a report of body passages, one a line.
func report(text string) *news.Report {
	r := &news.Report{ID: "r0", Text: text}
	at := 0
	for line := range strings.Lines(text) {
		end := at + len(strings.TrimRight(line, "\n"))
		if end > at {
			r.Passages = append(r.Passages, news.Passage{Kind: news.Body, Span: news.Span{Start: at, End: end}})
		}
		at += len(line)
	}
	return r
}

// marked writes the document's text with its structure: ‖ after each sentence but a
// passage's last, ¦ after each break inside a quotation, ⟨ ⟩ around the inside of
// each quotation, and ⟩→ where the quotation is carried on.
func marked(d *Doc) string {
	at := make([]string, len(d.Report.Text)+1)
	for i, s := range d.Sentences {
		if i+1 < len(d.Sentences) && d.Sentences[i+1].Passage == s.Passage {
			at[s.End] += "‖"
		}
	}
	for _, b := range d.Breaks {
		at[d.Tokens[b].End] += "¦"
	}
	for _, q := range d.Quotes {
		at[q.Inner.Start] += "⟨"
		end := "⟩"
		if q.Next >= 0 {
			end = "⟩→"
		}
		at[q.Inner.End] = end + at[q.Inner.End]
	}
	var b strings.Builder
	for i := range at {
		b.WriteString(at[i])
		if i < len(d.Report.Text) {
			b.WriteByte(d.Report.Text[i])
		}
	}
	return b.String()
}

// unmarked takes the signs of marked out again.
func unmarked(s string) string {
	return strings.NewReplacer("‖", "", "¦", "", "⟨", "", "⟩", "", "→", "").Replace(s)
}

func TestStructure(t *testing.T) {
	for _, c := range structures {
		if got := marked(Parse(report(unmarked(c.want)))); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

var structures = []struct{ name, want string }{
	{"quotation in a sentence", `"⟨We agreed.¦ We will talk,⟩" he said.‖ "⟨Later.⟩"`},
	{"two broken ones", `“⟨A,⟩” Varga said.‖ “⟨B,⟩” he added.`},
	{"question goes on", `"⟨Why now?⟩" he asked.‖ "⟨Go.⟩"‖ He left.`},
	{"question and a name", `"⟨Why now?⟩" Foreign Minister Ilse Varga asked.‖ They left.`},
	{"stop and a new sentence", `"⟨We will go.⟩"‖ He left.`},
	{"nested", `“⟨They told us ‘⟨go home.⟩’¦ We stayed,⟩” said Kell.`},
	{"possessives", `The Valdorians' demands and the talks’ end in the ’90s were rock 'n' roll.`},
	{"possessive inside single marks", `'⟨The Valdorians' demands are high,⟩' he said.`},
	{"two opens, one close", `“⟨A, sent signals as to why “⟨We didn't meet,⟩⟩” he said.`},
	{"paragraphs", "“⟨One.¦ Two.⟩→\n“⟨Three,⟩” she said."},
	{"mixed glyphs", "“⟨One⟩“ and “⟨two⟩\" and ``⟨three⟩'' and „⟨four⟩“ and «⟨five⟩» and 「⟨six⟩」 and ‹⟨seven⟩›."},
	{"inches", `He is 5'10" tall and has a 6" gun, "⟨a toy,⟩" he said.`},
	{"stray mark", `He left" the room.‖ "⟨We go,⟩" he said.`},
	{"titles", `Gen. Mark A. Pilch met Lt. Col. Osk in the U.S. on Nov. 16.‖ Sen. Lind of the U.S. Congress left at 5 p.m. Monday.‖ No. 10 was silent at 5 a.m.‖ Dorn left the U.S.‖ He flew.`},
	{"missing space", `He said.‖The talks are over.‖ The U.S.A team at www.lume24.com/a.B and Lume24.com left.`},
}
