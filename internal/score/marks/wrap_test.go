package marks

import (
	"strings"
	"testing"
	"text/template"

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

const courier = `<html><title>{{attr .Title}} - {{attr .Outlet}}</title><script>{{json .Title}}</script>
<body>⟦f:<nav>Home</nav>⟧<h1>{{.Headline}}</h1>{{with .Standfirst}}<h2>{{.}}</h2>{{end}}<time>⟦f:{{.Published}}⟧</time>
{{range .Blocks}}{{if eq .Kind "furniture"}}<p class="f">{{.HTML}}</p>{{else}}<p>{{.HTML}}</p>{{end}}
{{end}}⟦f:<footer>Imprint</footer>⟧</body></html>
`

func courierSite(t *testing.T) *template.Template {
	t.Helper()
	site, err := Template("courier", courier)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func TestWrap(t *testing.T) {
	wrapped, ok, err := Wrap("a.txt", []byte(plain), courierSite(t))
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
	if got := texts(p.Furniture); got != "Home | 2031-10-16 | By Piet Anker | Imprint" {
		t.Errorf("furniture %q", got)
	}
}

func TestTemplateRefuses(t *testing.T) {
	if _, err := Template("bad", "{{.Title"); err == nil {
		t.Error("an open action is accepted")
	}
	site, err := Template("bad", "{{.Nothing}}")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Wrap("a.txt", []byte(plain), site); news.CodeOf(err) != news.Invalid {
		t.Errorf("error %v", err)
	}
}

func TestWrapRefuses(t *testing.T) {
	if _, ok, err := Wrap("a.txt", []byte(strings.Replace(plain, ` blocks="h f b"`, "", 1)), courierSite(t)); ok || err != nil {
		t.Errorf("without blocks: %v, %v", ok, err)
	}
	for _, blocks := range []string{"h f", "h f z"} {
		_, _, err := Wrap("a.txt", []byte(strings.Replace(plain, "h f b", blocks, 1)), courierSite(t))
		if news.CodeOf(err) != news.Invalid {
			t.Errorf("blocks %q: error %v", blocks, err)
		}
	}
}
