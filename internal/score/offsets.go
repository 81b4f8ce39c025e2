package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"parley/internal/news"
	"parley/internal/record"
)

// offsets is one line of a gold file that holds no text: code points into a text of a
// corpus, which is known by its hash.
type offsets struct {
	Report struct {
		File   string `json:"file"`
		SHA256 string `json:"sha256"`
	} `json:"report"`
	Mode    news.Mode      `json:"mode"`
	Content []record.Words `json:"content"`
	Cue     *record.Words  `json:"cue"`
	Speaker struct {
		Name   string        `json:"name"`    // where the text does not have it
		NameAt []int         `json:"name_at"` // [start, end] where it does
		Names  []string      `json:"names"`   // others that are as right
		At     *record.Words `json:"mention"`
	} `json:"speaker"`
	SaidOn   *record.When `json:"said_on"`
	Optional bool         `json:"optional"`
}

// offsetText is a text that offsets point into.
type offsetText struct {
	of    int    // index of its case
	runes []rune // as the case has it
	at    int    // code points before the text's own first one
}

// LoadOffsets reads gold that gives offsets only and the texts that it points into, by
// paths relative to corpus. Of a document of TimeML (*.tml) the offsets count in its TEXT
// element; its case is that text below a line with the day of creation, as a saved page has it. A text whose hash is another one than the gold was made
// from, and an offset outside of it, are news.Invalid errors that name the line.
func LoadOffsets(path, corpus string) ([]Case, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, &news.Error{Code: news.NotFound, Msg: "gold", Err: err}
	}
	var out []Case
	texts := map[string]*offsetText{}
	in := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; in.Scan(); n++ {
		var o offsets
		if err := json.Unmarshal(in.Bytes(), &o); err != nil {
			return nil, &news.Error{Code: news.Invalid, Msg: path + ":" + strconv.Itoa(n), Err: err}
		}
		t := texts[o.Report.File]
		if t == nil {
			data, err := os.ReadFile(filepath.Join(corpus, filepath.FromSlash(o.Report.File)))
			if err != nil {
				return nil, &news.Error{Code: news.NotFound, Msg: "text of gold", Err: err}
			}
			if sum, _ := news.HashBytes(data); sum != o.Report.SHA256 {
				return nil, news.Errorf(news.Invalid, "%s:%d: %s is not the text that the gold was made from", path, n, o.Report.File)
			}
			c := Case{File: o.Report.File, Data: data}
			t = &offsetText{of: len(out)}
			if strings.HasSuffix(c.File, ".tml") {
				if t.at, err = c.fromTimeML(); err != nil {
					return nil, err
				}
			}
			t.runes = []rune(string(c.Data))
			texts[o.Report.File], out = t, append(out, c)
		}
		g, err := o.gold(t)
		if err != nil {
			return nil, &news.Error{Code: news.Invalid, Msg: path + ":" + strconv.Itoa(n), Err: err}
		}
		g.Line = n
		out[t.of].Gold = append(out[t.of].Gold, g)
	}
	return out, in.Err()
}

// fromTimeML makes a report of a document of TimeML, and gives how many code points stand
// before its text.
func (c *Case) fromTimeML() (int, error) {
	doc, err := ReadTimeML(bytes.NewReader(c.Data))
	if err != nil {
		return 0, &news.Error{Code: news.CodeOf(err), Msg: c.File, Err: err}
	}
	head := doc.Created.Time().Format("Monday, January 2, 2006") + "\n"
	c.File, c.Data, c.Published = strings.TrimSuffix(c.File, ".tml")+".txt", []byte(head+doc.Text), doc.Created.String()
	return len(head), nil
}

// gold fills in the text under the offsets.
func (o *offsets) gold(t *offsetText) (Gold, error) {
	g := Gold{}
	g.SaidOn = o.SaidOn
	g.Mode, g.Optional, g.Speaker.Name, g.Speaker.Names = o.Mode, o.Optional, o.Speaker.Name, o.Speaker.Names
	all := []*record.Words{o.Cue, o.Speaker.At}
	for i := range o.Content {
		all = append(all, &o.Content[i])
	}
	name := record.Words{}
	if len(o.Speaker.NameAt) == 2 {
		name.Start, name.End = o.Speaker.NameAt[0], o.Speaker.NameAt[1]
		all = append(all, &name)
	}
	for _, w := range all {
		if w == nil {
			continue
		}
		if w.Start < 0 || w.End <= w.Start || t.at+w.End > len(t.runes) {
			return g, news.Errorf(news.Invalid, "no text at %d–%d", w.Start, w.End)
		}
		w.Start, w.End = w.Start+t.at, w.End+t.at
		w.Text = string(t.runes[w.Start:w.End])
	}
	if name.Text != "" {
		g.Speaker.Name = name.Text
	}
	g.Content, g.Cue, g.Speaker.Mention = o.Content, o.Cue, o.Speaker.At
	return g, nil
}
