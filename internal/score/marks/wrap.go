package marks

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"time"
)

// Wrap puts the blocks of a marked plain text into a site template, marks and all,
// so that reading a page can be scored against reading its plain text. The result
// is a marked source. ok is false when the trailer names no blocks.
//
// A template is a page with its own furniture marked and words in double braces:
// title, outlet, author, uri, published (ISO), date ("8 October 2031"), headline,
// standfirst and body. Blocks are parted by blank lines; "blocks" in the trailer's
// report line names them in order: h headline, s standfirst, b body, q block
// quotation, c caption, f furniture.
func Wrap(name string, source, template []byte) (wrapped []byte, ok bool, err error) {
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
	blocks := blocksOf(string(page))
	if len(blocks) != len(letters) {
		return nil, false, f.fail(1, "%d blocks but %d letters name them", len(blocks), len(letters))
	}
	values, err := f.values(blocks, letters)
	if err != nil {
		return nil, false, err
	}
	out := braces.ReplaceAllStringFunc(string(template), func(w string) string { return values[w[2:len(w)-2]] })
	return append([]byte(strings.TrimRight(out, "\n")+"\n"+trailer+"\n"), tail...), true, nil
}

var (
	braces  = regexp.MustCompile(`\{\{[a-z]+\}\}`)
	blanks  = regexp.MustCompile(`\n[ \t]*(?:\n[ \t]*)+`)
	bracket = regexp.MustCompile(opening + `[^:` + opening + closing + `]*:|` + closing)
)

func blocksOf(page string) []string {
	page = strings.TrimSpace(string(bytes.ReplaceAll([]byte(page), []byte("\r\n"), []byte("\n"))))
	return blanks.Split(page, -1)
}

// values are what the words in braces stand for.
func (f *File) values(blocks, letters []string) (map[string]string, error) {
	v := map[string]string{}
	for _, k := range []string{"title", "outlet", "author", "uri", "published"} {
		v[k] = html.EscapeString(f.Report[k])
	}
	if t, err := time.Parse(time.DateOnly, f.Report["published"]); err == nil {
		v["date"] = t.Format("2 January 2006")
	}
	var body strings.Builder
	for i, b := range blocks {
		line := html.EscapeString(strings.Join(strings.Fields(b), " "))
		switch letters[i] {
		case "h":
			v["headline"] = line
			if v["title"] == "" {
				v["title"] = bracket.ReplaceAllString(line, "")
			}
		case "s":
			v["standfirst"] = line
		case "b", "f":
			body.WriteString("<p>" + line + "</p>\n")
		case "q":
			body.WriteString("<blockquote><p>" + line + "</p></blockquote>\n")
		case "c":
			body.WriteString(`<p class="caption">` + line + "</p>\n")
		default:
			return nil, f.fail(1, "%q names no kind of block", letters[i])
		}
	}
	v["body"] = body.String()
	return v, nil
}
