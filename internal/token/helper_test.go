package token

import (
	"strings"
	"testing"

	"parley/internal/news"
)

// report makes a report of one passage a line. A line is a body passage, or what the
// word before its "| " says: "quote| ", "head| ", "junk| ".
func report(text string) *news.Report {
	kinds := map[string]news.PassageKind{"quote": news.BlockQuote, "head": news.Headline, "junk": news.Furniture}
	r := &news.Report{ID: "r0", Text: text}
	at := 0
	for line := range strings.Lines(text) {
		p := news.Passage{Kind: news.Body, Span: news.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}}
		if name, _, ok := strings.Cut(line, "| "); ok && kinds[name] != "" {
			p.Kind = kinds[name]
			p.Span.Start += len(name) + len("| ")
		}
		if p.Kind == news.Furniture {
			p.Reason = "invented"
		}
		if !p.Span.Empty() {
			r.Passages = append(r.Passages, p)
		}
		at += len(line)
	}
	return r
}

// marked writes the document's text with its structure: ‖ after each sentence but a
// passage's last, ¦ after each break inside a quotation, ⟨ ⟩ around the inside of
// each quotation, ⟩→ where the next passage carries it on, ⟩? where it never closes.
func marked(d *Doc) string {
	text := d.Report.Text
	at := make([]string, len(text)+1)
	for i, s := range d.Sentences {
		if i+1 < len(d.Sentences) && d.Sentences[i+1].Passage == s.Passage {
			at[s.End] += "‖"
		}
	}
	for _, b := range d.Breaks {
		at[d.Tokens[b].End] += "¦"
	}
	for _, q := range d.Quotes {
		if q.Inner.Empty() {
			at[q.Inner.Start] += "⟨⟩"
			continue
		}
		at[q.Inner.Start] += "⟨"
		end := "⟩"
		if q.Close.IsZero() {
			end += "?"
		}
		if q.Next >= 0 {
			end += "→"
		}
		at[q.Inner.End] = end + at[q.Inner.End]
	}
	var b strings.Builder
	for i := range at {
		b.WriteString(at[i])
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

// unmarked takes the signs of marked out again.
func unmarked(s string) string {
	return strings.NewReplacer("‖", "", "¦", "", "⟨", "", "⟩?", "", "⟩", "", "→", "").Replace(s)
}

// structures runs a table of marked texts: each must come out as it stands.
func structures(t *testing.T, table [][2]string) {
	t.Helper()
	for _, c := range table {
		t.Run(c[0], func(t *testing.T) {
			if got := marked(Parse(report(unmarked(c[1])))); got != c[1] {
				t.Errorf("\n got %s\nwant %s", got, c[1])
			}
		})
	}
}

// words are the tokens of a text, with a middle dot between them.
func words(text string) string {
	d := Parse(report(text))
	var w []string
	for i := range d.Tokens {
		w = append(w, d.Text(i))
	}
	return strings.Join(w, "·")
}
