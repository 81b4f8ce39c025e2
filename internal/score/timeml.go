package score

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"parley/internal/news"
	"parley/internal/text"
)

// Timex is one date expression with its value in the form of TIMEX3: of gold, ours or
// a peer's.
type Timex struct {
	news.Span
	Type, Value string
	Rule        string // of ours: how the days were reckoned
}

// DateDoc is a document of TimeML: its text without tags and what is marked in it.
type DateDoc struct {
	Name    string
	Text    string
	Created news.Day
	Gold    []Timex // of every type, in order
}

// ReadTimeML reads a document of TimeML: the text of its TEXT element, and its day of
// creation from the TIMEX3 in DCT.
func ReadTimeML(r io.Reader) (DateDoc, error) {
	var t timeML
	d := xml.NewDecoder(r)
	for {
		k, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return DateDoc{}, &news.Error{Code: news.Invalid, Msg: "TimeML", Err: err}
		}
		t.token(k)
	}
	if t.doc.Created.IsZero() {
		return DateDoc{}, news.Errorf(news.Invalid, "TimeML: no day of creation in DCT")
	}
	t.doc.Text = t.text.String()
	return t.doc, nil
}

// timeML is a document that is being read.
type timeML struct {
	doc    DateDoc
	text   strings.Builder
	inText bool
	open   []int // expressions whose end is still to come
}

func (t *timeML) token(k xml.Token) {
	switch k := k.(type) {
	case xml.StartElement:
		switch k.Name.Local {
		case "TEXT":
			t.inText = true
		case "TIMEX3":
			t.begin(k.Attr)
		}
	case xml.EndElement:
		switch n := len(t.open) - 1; {
		case k.Name.Local == "TEXT":
			t.inText = false
		case k.Name.Local == "TIMEX3" && t.inText && n >= 0:
			t.doc.Gold[t.open[n]].End = t.text.Len()
			t.open = t.open[:n]
		}
	case xml.CharData:
		if t.inText {
			t.text.Write(k)
		}
	}
}

// begin notes an expression of the text, or the day of creation.
func (t *timeML) begin(attrs []xml.Attr) {
	a := map[string]string{}
	for _, x := range attrs {
		a[x.Name.Local] = x.Value
	}
	if t.inText {
		t.open = append(t.open, len(t.doc.Gold))
		t.doc.Gold = append(t.doc.Gold, Timex{Span: news.Span{Start: t.text.Len()}, Type: a["type"], Value: a["value"]})
		return
	}
	if day, _, _ := strings.Cut(a["value"], "T"); a["functionInDocument"] == "CREATION_TIME" {
		t.doc.Created, _ = news.ParseDay(day)
	}
}

// LoadTimeML reads the documents (*.tml) of a folder, by name.
func LoadTimeML(dir string) ([]DateDoc, error) {
	fsys := os.DirFS(dir)
	names, err := fs.Glob(fsys, "*.tml")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, news.Errorf(news.NotFound, "%s: no documents of TimeML (*.tml)", dir)
	}
	slices.Sort(names)
	var out []DateDoc
	for _, name := range names {
		f, err := fsys.Open(name)
		if err != nil {
			return nil, err
		}
		doc, err := ReadTimeML(f)
		f.Close()
		if err != nil {
			return nil, &news.Error{Code: news.CodeOf(err), Msg: path.Join(dir, name), Err: err}
		}
		doc.Name = name
		out = append(out, doc)
	}
	return out, nil
}

// LoadTimexes reads what a peer found in documents: one JSON object a line, with the
// document's name, the code points where an expression begins and ends, type and value.
func LoadTimexes(file string, docs []DateDoc) (map[string][]Timex, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, &news.Error{Code: news.NotFound, Msg: "a peer's expressions", Err: err}
	}
	defer f.Close()
	maps := map[string]*text.Mapper{}
	for _, d := range docs {
		maps[d.Name] = text.NewMapper(d.Text)
	}
	out := map[string][]Timex{}
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		var row struct {
			File, Type, Value string
			Start, End        int
		}
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			return nil, news.Errorf(news.Invalid, "%s:%d: %v", file, n, err)
		}
		m, known := maps[row.File]
		if !known {
			return nil, news.Errorf(news.Invalid, "%s:%d: no document %q", file, n, row.File)
		}
		span, ok := m.RunesToSpan(row.Start, row.End)
		if !ok {
			return nil, news.Errorf(news.Invalid, "%s:%d: not within %s", file, n, row.File)
		}
		out[row.File] = append(out[row.File], Timex{Span: span, Type: row.Type, Value: row.Value})
	}
	return out, in.Err()
}
