package marks

import (
	"strings"
	"testing"

	"parley/internal/news"
)

const plain = `⟦1s:Halden⟧: ⟦1:“Talks” & bread
go on⟧

⟦f:By Piet Anker⟧

⟦2s:Lind⟧ ⟦2c:said⟧ ⟦2:all is well⟧.
⟦⟦
report outlet="MP" published=2031-10-16 blocks="h f b"
1 speaker=Halden mode=mixed
2 speaker="Oskar Lind" mode=indirect
`

const template = `<html><title>{{title}} - {{outlet}}</title>
<body>⟦f:<nav>Home</nav>⟧<h1>{{headline}}</h1><h2>{{standfirst}}</h2><time datetime="{{published}}">⟦f:{{date}}⟧</time>
{{body}}⟦f:<footer>{{nothing}}Imprint</footer>⟧</body></html>
`

func TestWrap(t *testing.T) {
	wrapped, ok, err := Wrap("a.txt", []byte(plain), []byte(template))
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	f, err := Parse("a.html", wrapped)
	if err != nil {
		t.Fatal(err)
	}
	if want := "<title>Halden: “Talks” &amp; bread go on - MP</title>"; !strings.Contains(string(f.Page), want) {
		t.Errorf("no %s in %s", want, f.Page)
	}
	p, err := f.Place(readTags)
	if err != nil {
		t.Fatal(err)
	}
	if got := texts(p.Statements[0].Content) + " / " + texts(p.Statements[1].Content); got != "“Talks” & bread go on / all is well" {
		t.Errorf("contents %q", got)
	}
	if got := texts(p.Furniture); got != "Home | 16 October 2031 | By Piet Anker | Imprint" {
		t.Errorf("furniture %q", got)
	}
}

func TestWrapRefuses(t *testing.T) {
	if _, ok, err := Wrap("a.txt", []byte(strings.Replace(plain, ` blocks="h f b"`, "", 1)), []byte(template)); ok || err != nil {
		t.Errorf("without blocks: %v, %v", ok, err)
	}
	for _, blocks := range []string{"h f", "h f z"} {
		_, _, err := Wrap("a.txt", []byte(strings.Replace(plain, "h f b", blocks, 1)), []byte(template))
		if news.CodeOf(err) != news.Invalid {
			t.Errorf("blocks %q: error %v", blocks, err)
		}
	}
}
