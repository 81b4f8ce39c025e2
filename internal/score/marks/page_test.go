package marks_test

import (
	"strings"
	"testing"

	"parley/internal/news"
	"parley/internal/page"
	"parley/internal/score/marks"
)

const saved = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Varga: talks if shelling stops - The Karsk Courier</title></head>
<body>
⟦f:<nav><ul><li><a href="/">Home</a></li><li><a href="/war">War</a></li></ul></nav>⟧
<main><article>
<h1>⟦1s:Varga⟧: ⟦1:Talks only if the shelling stops⟧</h1>
<p>⟦f:KARSK –⟧ Foreign Minister ⟦2s:Ilse Varga⟧ <b>⟦2c:told⟧</b> ⟦2a:reporters⟧ ⟦2d:on Tuesday⟧ that ⟦2:talks &amp; aid would
   resume ⟦2x:only if the shelling stops⟧⟧.</p>
<p>“⟦3:Nobody in Tavel has answered us so far, and we are still waiting for their word,⟧” ⟦3s:she⟧ ⟦3c:said⟧ in the Amber House.</p>
</article></main>
⟦f:<footer><p>Copyright 2031 The Karsk Courier</p></footer>⟧
</body></html>
⟦⟦
report outlet="The Karsk Courier" published=2031-10-08 style=broadsheet
1 speaker="Ilse Varga" mode=indirect by=surname
2 speaker="Ilse Varga" mode=indirect by=name day=2031-10-07
3 speaker="Ilse Varga" mode=direct by=pronoun
`

func read(name string, data []byte) (*news.Report, error) {
	return page.Parse(name, data, page.Options{})
}

// TestPlaceThroughPage holds the marks to what the page reader makes of a page:
// entities, white space and block ends included.
func TestPlaceThroughPage(t *testing.T) {
	f, err := marks.Parse("a.html", []byte(saved))
	if err != nil {
		t.Fatal(err)
	}
	p, err := f.Place(read)
	if err != nil {
		t.Fatal(err)
	}
	runes := []rune(p.Read.Text)
	want := []string{
		"Talks only if the shelling stops", "talks & aid would resume only if the shelling stops",
		"Nobody in Tavel has answered us so far, and we are still waiting for their word,",
	}
	for i, s := range p.Statements {
		c := s.Content[0]
		if got := string(runes[c.Start:c.End]); strings.Join(strings.Fields(got), " ") != want[i] {
			t.Errorf("content %d is %q, want %q", i+1, got, want[i])
		}
	}
	if len(p.Furniture) != 3 {
		t.Errorf("furniture %v", p.Furniture)
	}
	for _, w := range p.Furniture {
		if got := string(runes[w.Start:w.End]); got != w.Text || strings.TrimSpace(got) != got {
			t.Errorf("furniture %q at %d-%d of the text is %q", w.Text, w.Start, w.End, got)
		}
	}
}
