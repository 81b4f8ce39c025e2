package marks

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"text/template"
)

// Wrap puts the blocks of a marked plain text into a site template, marks and all,
// so that reading a page can be scored against reading its plain text. The result
// is a marked source. ok is false when the trailer names no blocks.
//
// A template is a text/template over Site, with its own furniture marked; its
// functions are attr, which escapes for an attribute or element, and json. Blocks
// are parted by blank lines; "blocks" in the trailer's report line names them in
// order: h headline, s standfirst, b body, q block quotation, c caption, f
// furniture.
func Wrap(name string, source []byte, site *template.Template) (wrapped []byte, ok bool, err error) {
	f, err := Parse(name, source)
	if err != nil {
		return nil, false, err
	}
	letters := strings.Fields(f.Report["blocks"])
	if len(letters) == 0 {
		return nil, false, nil
	}
	page, tail, err := f.cut(source)
	if err != nil {
		return nil, false, err
	}
	values, err := f.site(blocksOf(string(page)), letters)
	if err != nil {
		return nil, false, err
	}
	var out strings.Builder
	if err := site.Execute(&out, values); err != nil {
		return nil, false, f.fail(1, "%v", err)
	}
	return append([]byte(strings.TrimRight(out.String(), "\n")+"\n"+trailer+"\n"), tail...), true, nil
}

// Site is what a site template shows. Title, Outlet and Published are plain text;
// the others are escaped and hold their marks.
type Site struct {
	Title, Outlet, Author, Published string
	Headline, Standfirst             string
	Blocks                           []Block
}

// Block is one paragraph: Kind is "body", "quote", "caption" or "furniture".
type Block struct {
	Kind, HTML string
}

// Template reads a site template.
func Template(name, source string) (*template.Template, error) {
	return template.New(name).Option("missingkey=error").Funcs(template.FuncMap{
		"attr": html.EscapeString,
		"json": func(s string) (string, error) {
			b, err := json.Marshal(s)
			return string(b), err
		},
	}).Parse(source)
}

var (
	blanks  = regexp.MustCompile(`\n[ \t]*(?:\n[ \t]*)+`)
	bracket = regexp.MustCompile(opening + `[^:` + opening + closing + `]*:|` + closing)
)

func blocksOf(page string) []string {
	return blanks.Split(strings.TrimSpace(strings.ReplaceAll(page, "\r\n", "\n")), -1)
}

var kinds = map[string]string{"b": "body", "q": "quote", "c": "caption", "f": "furniture"}

// site fills what the template shows.
func (f *File) site(blocks, letters []string) (*Site, error) {
	if len(blocks) != len(letters) {
		return nil, f.fail(1, "%d blocks but %d letters name them", len(blocks), len(letters))
	}
	s := &Site{
		Title: f.Report["title"], Outlet: f.Report["outlet"], Author: f.Report["author"], Published: f.Report["published"],
	}
	for i, b := range blocks {
		line := strings.Join(strings.Fields(b), " ")
		switch kind := kinds[letters[i]]; {
		case letters[i] == "h":
			s.Headline = html.EscapeString(line)
			if s.Title == "" {
				s.Title = bracket.ReplaceAllString(line, "")
			}
		case letters[i] == "s":
			s.Standfirst = html.EscapeString(line)
		case kind != "":
			s.Blocks = append(s.Blocks, Block{kind, html.EscapeString(line)})
		default:
			return nil, f.fail(1, "%q names no kind of block", letters[i])
		}
	}
	return s, nil
}
