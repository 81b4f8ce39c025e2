package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"parley/internal/news"
)

func render(t testing.TB, in PageInput) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Page(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// dom is a parsed page with what the checks ask for.
type dom struct {
	root *html.Node
	ids  map[string]*html.Node
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	for _, c := range strings.Fields(attr(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

func walk(n *html.Node, f func(*html.Node)) {
	f(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, f)
	}
}

// text is the node's text without what skip says.
func textOf(n *html.Node, skip func(*html.Node) bool) string {
	if skip(n) {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c, skip))
	}
	return b.String()
}

func addition(n *html.Node) bool { return hasClass(n, "badge") || hasClass(n, "reason") }

// dense leaves out white space and what HTML's parser replaces.
func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0 || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
}

// checkPage checks what holds for every page: it is safe, sound, and shows every
// span of every statement.
func checkPage(t testing.TB, in PageInput, out []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	d := &dom{root, map[string]*html.Node{}}
	d.checkSafe(t)
	d.checkLinks(t)
	for _, r := range in.Reports {
		d.checkReport(t, r)
	}
}

// checkSafe: no script, nothing from outside, no styles but the page's own.
func (d *dom) checkSafe(t testing.TB) {
	t.Helper()
	var css, csp string
	walk(d.root, func(n *html.Node) {
		if n.Type != html.ElementNode {
			return
		}
		switch n.Data {
		case "script", "img", "iframe", "link", "object", "embed", "form", "base", "foreignobject", "image", "video", "audio":
			t.Errorf("element %s", n.Data)
		case "style":
			css += textOf(n, func(*html.Node) bool { return false })
		case "meta":
			if attr(n, "http-equiv") == "Content-Security-Policy" {
				csp = attr(n, "content")
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
				t.Errorf("attribute %s of %s", a.Key, n.Data)
			}
		}
	})
	sum := sha256.Sum256([]byte(css))
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(csp, want) || !strings.Contains(csp, "default-src 'none'") {
		t.Errorf("policy %q does not allow the style sheet by %s alone", csp, want)
	}
}

// checkLinks: ids stand once, fragments have their goals, other links are of the web.
func (d *dom) checkLinks(t testing.TB) {
	t.Helper()
	walk(d.root, func(n *html.Node) {
		if id := attr(n, "id"); id != "" {
			if d.ids[id] != nil {
				t.Errorf("id %s stands twice", id)
			}
			d.ids[id] = n
		}
	})
	walk(d.root, func(n *html.Node) {
		href := attr(n, "href")
		goal, fragment := strings.CutPrefix(href, "#")
		switch {
		case href == "" || fragment && d.ids[goal] != nil:
		case fragment:
			t.Errorf("%s leads nowhere", href)
		case !strings.HasPrefix(href, "http://") && !strings.HasPrefix(href, "https://"):
			t.Errorf("link to %q", href)
		}
		for _, id := range strings.Fields(attr(n, "aria-labelledby")) {
			if d.ids[id] == nil {
				t.Errorf("label %s is missing", id)
			}
		}
	})
}

// checkReport: the report's text stands there whole, and each statement's spans with it.
func (d *dom) checkReport(t testing.TB, r Report) {
	t.Helper()
	article := d.ids["r-"+r.ID]
	if article == nil {
		t.Errorf("no report %s", r.ID)
		return
	}
	var body *html.Node
	walk(article, func(n *html.Node) {
		if hasClass(n, "text") {
			body = n
		}
	})
	var want strings.Builder
	for _, p := range r.Passages {
		want.WriteString(r.Words(p.Span))
	}
	if got := dense(textOf(body, addition)); got != dense(want.String()) {
		t.Errorf("report %s reads %q, want %q", r.ID, got, dense(want.String()))
	}
	for i := range r.Statements {
		d.checkStatement(t, body, &r, i)
	}
}

func (d *dom) checkStatement(t testing.TB, body *html.Node, r *Report, i int) {
	t.Helper()
	s := &r.Statements[i]
	if d.ids["s-"+s.ID] == nil || d.ids["row-"+s.ID] == nil {
		t.Errorf("statement %s has no badge or no row", s.ID)
	}
	b := newBadge(i, s)
	for role, spans := range map[string][]news.Span{
		fmt.Sprintf("%d: %s", b.Number, b.Label): s.Content,
		fmt.Sprintf("speaker of %d", b.Number):   {s.Speaker.Mention},
		fmt.Sprintf("cue of %d", b.Number):       {s.Cue},
	} {
		var want, got strings.Builder
		for _, sp := range spans {
			want.WriteString(r.Words(sp))
		}
		role = strings.ReplaceAll(role, "\x00", "\ufffd")
		walk(body, func(n *html.Node) {
			if title := "; " + attr(n, "title") + "; "; n.Data == "span" && strings.Contains(title, "; "+role+"; ") {
				got.WriteString(textOf(n, addition))
			}
		})
		if dense(got.String()) != dense(want.String()) {
			t.Errorf("statement %s: %q marks %q, want %q", s.ID, role, got.String(), want.String())
		}
	}
}
