package marks

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"parley/internal/news"
)

// File is a marked source taken apart.
type File struct {
	Name    string
	Page    []byte            // the saved page
	Report  map[string]string // the trailer's report line; a flag is "true"
	Entries []Entry           // the trailer's statements, in its order
	held    []byte            // the page with private-use characters where marks begin and end
	marks   []mark
}

// Entry is the trailer's line about one statement.
type Entry struct {
	Number int
	Fields map[string]string
}

// mark is one mark; its index tells its private-use characters.
type mark struct {
	optional, furniture bool
	refs                []ref
}

// ref points from a mark to a statement. Role 0 is content.
type ref struct {
	number int
	role   byte
}

const (
	opening = "⟦"
	closing = "⟧"
	trailer = "⟦⟦"
	private = 0xF0000 // mark i begins with private+2i and ends with private+2i+1
	most    = 0x7FFE  // marks in one page
)

var label = regexp.MustCompile(`^(?:\?|f|[0-9]+[scadokx]?(?:,[0-9]+[scadokx]?)*)$`)

// Parse takes a marked source apart. Errors have code news.Invalid and name the
// file and, where there is one, the line.
func Parse(name string, source []byte) (*File, error) {
	f := &File{Name: name}
	page, tail, err := f.cut(source)
	if err != nil {
		return nil, err
	}
	if err := f.trailer(tail, bytes.Count(page, []byte("\n"))+1); err != nil {
		return nil, err
	}
	if f.Report["noeol"] != "" {
		page = bytes.TrimSuffix(bytes.TrimSuffix(page, []byte("\n")), []byte("\r"))
	}
	if err := f.page(page); err != nil {
		return nil, err
	}
	return f, f.check()
}

func (f *File) fail(line int, format string, args ...any) error {
	err := news.Errorf(news.Invalid, format, args...)
	err.Msg = f.Name + ":" + strconv.Itoa(line) + ": " + err.Msg
	return err
}

// cut parts the page from the trailer.
func (f *File) cut(source []byte) (page, tail []byte, err error) {
	for at := 0; at < len(source); {
		end := len(source)
		if i := bytes.IndexByte(source[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if string(bytes.TrimRight(source[at:end], "\r\n")) == trailer {
			return source[:at], source[end:], nil
		}
		at = end
	}
	return nil, nil, f.fail(1, "no trailer: a line %q is missing", trailer)
}

// page strips the marks and puts private-use characters in their places.
func (f *File) page(source []byte) error {
	var open []int
	line := 1
	for at := 0; at < len(source); {
		rest := source[at:]
		switch {
		case bytes.HasPrefix(rest, []byte(opening)):
			m, n, err := f.mark(rest, line)
			if err != nil {
				return err
			}
			open = append(open, len(f.marks))
			f.held = appendRune(f.held, private+2*len(f.marks))
			f.marks = append(f.marks, m)
			at += n
		case bytes.HasPrefix(rest, []byte(closing)):
			if len(open) == 0 {
				return f.fail(line, "%s closes no mark", closing)
			}
			f.held = appendRune(f.held, private+2*open[len(open)-1]+1)
			open = open[:len(open)-1]
			at += len(closing)
		default:
			if rest[0] == '\n' {
				line++
			}
			f.Page = append(f.Page, rest[0])
			f.held = append(f.held, rest[0])
			at++
		}
	}
	if len(open) > 0 {
		return f.fail(line, "%d marks are not closed", len(open))
	}
	return nil
}

func appendRune(b []byte, r int) []byte { return append(b, string(rune(r))...) }

// mark reads "⟦label:" and gives its length.
func (f *File) mark(b []byte, line int) (mark, int, error) {
	end := bytes.IndexByte(b, ':')
	if end < 0 || len(f.marks) >= most {
		return mark{}, 0, f.fail(line, "a mark without label, or too many marks")
	}
	text := string(b[len(opening):end])
	if !label.MatchString(text) {
		return mark{}, 0, f.fail(line, "%q is no label of a mark", shorten(text))
	}
	m := mark{optional: text == "?", furniture: text == "f"}
	if !m.optional && !m.furniture {
		for _, r := range strings.Split(text, ",") {
			one := ref{}
			if last := r[len(r)-1]; last > '9' {
				one.role, r = last, r[:len(r)-1]
			}
			n, err := strconv.Atoi(r)
			if err != nil {
				return mark{}, 0, f.fail(line, "%q is no number of a statement", r)
			}
			one.number = n
			m.refs = append(m.refs, one)
		}
	}
	return m, end + 1, nil
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// trailer reads the lines after the page; line is the number of the line "⟦⟦".
func (f *File) trailer(tail []byte, line int) error {
	for _, l := range strings.Split(string(tail), "\n") {
		line++
		l = strings.TrimSpace(l)
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		head, fields, err := fields(l)
		if err != nil {
			return f.fail(line, "%v", err)
		}
		if head == "report" {
			f.Report = fields
			continue
		}
		n, err := strconv.Atoi(head)
		if err != nil || n < 1 {
			return f.fail(line, "%q is neither \"report\" nor a statement's number", head)
		}
		f.Entries = append(f.Entries, Entry{n, fields})
	}
	return nil
}

// fields reads `head key=value key="value with spaces" flag`.
func fields(line string) (head string, out map[string]string, err error) {
	head, rest, _ := strings.Cut(line, " ")
	out = map[string]string{}
	for rest = strings.TrimLeft(rest, " "); rest != ""; rest = strings.TrimLeft(rest, " ") {
		end := strings.IndexAny(rest, " =")
		if end < 0 || rest[end] == ' ' {
			flag, tail, _ := strings.Cut(rest, " ")
			out[flag], rest = "true", tail
			continue
		}
		key, value := rest[:end], rest[end+1:]
		if quoted, ok := strings.CutPrefix(value, `"`); ok {
			v, tail, closed := strings.Cut(quoted, `"`)
			if !closed {
				return "", nil, news.Errorf(news.Invalid, "the value of %s is not closed", key)
			}
			value, rest = v, tail
		} else {
			value, rest, _ = strings.Cut(value, " ")
		}
		if key == "" || value == "" {
			return "", nil, news.Errorf(news.Invalid, "a field without key or value")
		}
		out[key] = value
	}
	return head, out, nil
}

// check holds marks and trailer against each other.
func (f *File) check() error {
	listed, content := map[int]bool{}, map[int]bool{}
	for _, e := range f.Entries {
		if listed[e.Number] {
			return f.fail(1, "statement %d stands twice in the trailer", e.Number)
		}
		listed[e.Number] = true
	}
	for _, m := range f.marks {
		for _, r := range m.refs {
			if !listed[r.number] {
				return f.fail(1, "statement %d is marked but not in the trailer", r.number)
			}
			content[r.number] = content[r.number] || r.role == 0
		}
	}
	for _, e := range f.Entries {
		if !content[e.Number] {
			return f.fail(1, "statement %d has no content mark", e.Number)
		}
	}
	return nil
}
