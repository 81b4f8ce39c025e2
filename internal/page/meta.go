package page

import (
	"encoding/json"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parley/internal/news"
)

// metadata is what a page's head says about it.
type metadata struct {
	title, description, outlet, author, uri, language string
	published                                         news.Day
	base                                              string
	page                                              string   // the title element
	changed                                           []string // days of changes, as printed
}

// Limits on what is read of a head.
const (
	maxMeta = 500
	maxLD   = 1 << 20
)

// readMeta collects meta elements, links, the title element and JSON-LD.
func (w *words) readMeta(root *html.Node) metadata {
	var m metadata
	named := map[string]string{}
	var title string
	var lds []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		as := attributes(n.Attr)
		switch n.DataAtom {
		case atom.Html:
			m.language, _ = as.get("lang")
		case atom.Base:
			m.base, _ = as.get("href")
		case atom.Meta:
			if len(named) < maxMeta {
				addMeta(named, as)
			}
		case atom.Link:
			if rel, _ := as.get("rel"); strings.EqualFold(rel, "canonical") && m.uri == "" {
				m.uri, _ = as.get("href")
			}
		case atom.Title:
			if title == "" && n.FirstChild != nil && n.Namespace == "" {
				title = oneLine(n.FirstChild.Data)
			}
		case atom.Script:
			if t, _ := as.get("type"); strings.EqualFold(t, "application/ld+json") && n.FirstChild != nil && len(lds) < 20 {
				lds = append(lds, n.FirstChild.Data)
			}
		}
	}
	for _, ld := range lds {
		m.readLD(ld)
	}
	m.fill(w.meta, named)
	for name, v := range named {
		if strings.Contains(name, "modif") || strings.Contains(name, "update") || strings.Contains(name, "revis") {
			m.changed = append(m.changed, v)
		}
	}
	if m.page = title; m.title == "" {
		m.title = title
	}
	return m
}

// addMeta notes a meta element under each of its names, the first of a name.
func addMeta(named map[string]string, as attributes) {
	content, _ := as.get("content")
	if content = oneLine(content); content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if name, ok := as.get(key); ok {
			if name = strings.ToLower(strings.TrimSpace(name)); named[name] == "" {
				named[name] = content
			}
		}
	}
}

// fill takes from the meta elements what JSON-LD has not told.
func (m *metadata) fill(order map[string][]string, named map[string]string) {
	first := func(set string, ok func(string) bool) string {
		for _, name := range order[set] {
			if v := named[name]; v != "" && ok(v) {
				return v
			}
		}
		return ""
	}
	anything := func(string) bool { return true }
	notAddress := func(v string) bool { return !strings.Contains(v, "://") && !strings.HasPrefix(v, "@") }
	for set, field := range map[string]*string{"title": &m.title, "description": &m.description, "uri": &m.uri, "language": &m.language} {
		if *field == "" {
			*field = first(set, anything)
		}
	}
	for set, field := range map[string]*string{"outlet": &m.outlet, "author": &m.author} {
		if *field == "" {
			*field = first(set, notAddress)
		}
	}
	if m.published.IsZero() {
		first("published", func(v string) bool {
			m.published = dayIn(v)
			return !m.published.IsZero()
		})
	}
}

// siteIn gives the site's name when the title element is the headline and, set off
// from it, one name.
func siteIn(page, headline string) string {
	rest, ok := strings.CutPrefix(page, headline)
	if !ok || headline == "" {
		return ""
	}
	for _, mark := range siteMarks {
		if name, ok := strings.CutPrefix(rest, mark); ok && len(name) < 50 && !strings.ContainsAny(name, "|–—»") {
			return name
		}
	}
	return ""
}

// dayIn reads the day from a machine-readable date.
func dayIn(s string) news.Day {
	st, ok := scanDate(strings.TrimSpace(s))
	if !ok && len(s) >= 8 && strings.Trim(s[:8], "0123456789") == "" { // 20311103
		st, ok = scanDate(s[:4] + "-" + s[4:6] + "-" + s[6:8])
	}
	if !ok {
		return news.Day{}
	}
	return st.day
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// readLD reads a JSON-LD script; one that is broken tells nothing.
func (m *metadata) readLD(src string) {
	var v any
	if len(src) > maxLD || json.Unmarshal([]byte(src), &v) != nil {
		return
	}
	queue := []any{v}
	for len(queue) > 0 && len(queue) < 1000 {
		v, queue = queue[0], queue[1:]
		switch v := v.(type) {
		case []any:
			queue = append(queue, v...)
		case map[string]any:
			for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
				if in, ok := v[key]; ok {
					queue = append(queue, in)
				}
			}
			if isArticle(v["@type"]) {
				m.readArticle(v)
			}
		}
	}
}

func isArticle(t any) bool {
	for _, name := range texts(t) {
		if strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") || name == "Report" {
			return true
		}
	}
	return false
}

func (m *metadata) readArticle(v map[string]any) {
	set := func(field *string, value any) {
		if ts := texts(value); *field == "" && len(ts) > 0 {
			*field = oneLine(html.UnescapeString(ts[0]))
		}
	}
	set(&m.title, v["headline"])
	set(&m.description, v["description"])
	set(&m.outlet, v["publisher"])
	set(&m.author, v["author"])
	set(&m.language, v["inLanguage"])
	for _, t := range texts(v["datePublished"]) {
		if m.published.IsZero() {
			m.published = dayIn(t)
		}
	}
}

// texts gives the strings in a JSON-LD value: itself, its items, their names.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		if strings.TrimSpace(v) != "" {
			return []string{v}
		}
	case []any:
		var all []string
		for _, item := range v[:min(len(v), 20)] {
			if m, ok := item.(map[string]any); ok {
				item = m["name"]
			}
			if s, ok := item.(string); ok && s != "" {
				all = append(all, s)
			}
		}
		return all
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return []string{s}
		}
	}
	return nil
}

// canonical gives an absolute http address, "" for anything else.
func canonical(href, base string) string {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || href == "" {
		return ""
	}
	if !u.IsAbs() {
		b, err := url.Parse(base)
		if err != nil || !b.IsAbs() {
			return ""
		}
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// isoLanguage cuts "en-GB" and "en_GB" to "en".
func isoLanguage(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		s = s[:i]
	}
	if len(s) != 2 {
		return ""
	}
	return s
}
