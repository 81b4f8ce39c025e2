package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func tags(as ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(as))
	for _, a := range as {
		m[a] = true
	}
	return m
}

// blockTags are the elements that begin and end a block. Buttons are here because
// pages set them side by side with no space between.
var blockTags = tags(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption,
	atom.Center, //nolint:misspell // so the element is called
	atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset,
	atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5,
	atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu,
	atom.Nav, atom.Ol, atom.Optgroup, atom.Option, atom.P, atom.Plaintext, atom.Pre, atom.Section, atom.Select,
	atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp)

// unseen are the elements whose text a browser with scripts does not show.
var unseen = tags(atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Iframe, atom.Object,
	atom.Svg, atom.Math, atom.Audio, atom.Video, atom.Canvas, atom.Datalist, atom.Noframes, atom.Noembed,
	atom.Textarea, atom.Title, atom.Select)

// void are the elements without content.
var void = tags(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
	atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr)

type attributes []html.Attribute

func (as attributes) get(key string) (string, bool) {
	for _, a := range as {
		if a.Key == key && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}

// walkTree feeds a tree to a builder without recursion.
func walkTree(b *builder, root *html.Node) {
	for n := root; n != nil; {
		switch n.Type {
		case html.ElementNode:
			b.enter(n.DataAtom, n.Data, n.Attr)
		case html.TextNode:
			b.write(n.Data)
		}
		if n.FirstChild != nil && n.DataAtom != atom.Template {
			n = n.FirstChild
			continue
		}
		for {
			if n.Type == html.ElementNode {
				b.leave()
			}
			if n == root {
				n = nil
				break
			}
			if n.NextSibling != nil {
				n = n.NextSibling
				break
			}
			n = n.Parent
		}
	}
	b.close()
}

// reach is how far up an end tag looks for its start in a stream of tags.
const reach = 64

// walkTokens feeds a page to a builder tag by tag, for pages nested too deeply to be
// parsed into a tree.
func walkTokens(b *builder, src string) {
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			for len(b.scopes) > 1 {
				b.leave()
			}
			b.close()
			return
		case html.TextToken:
			b.write(html.UnescapeString(string(z.Raw())))
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			b.enter(t.DataAtom, t.Data, t.Attr)
			if void[t.DataAtom] || t.Type == html.SelfClosingTagToken {
				b.leave()
			}
		case html.EndTagToken:
			t := z.Token()
			b.leaveTo(t.DataAtom, t.Data)
		}
	}
}

// leaveTo closes the elements down to the innermost one of a name; without one
// within reach it does nothing.
func (b *builder) leaveTo(tag atom.Atom, name string) {
	if b.depth > 0 {
		b.depth--
		return
	}
	for i := len(b.scopes) - 1; i > 0 && i >= len(b.scopes)-reach; i-- {
		if b.scopes[i].tag == tag && b.scopes[i].name == name {
			for len(b.scopes) > i {
				b.leave()
			}
			return
		}
	}
}
