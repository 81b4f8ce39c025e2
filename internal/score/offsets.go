package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"

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
	Optional bool `json:"optional"`
}

// LoadOffsets reads gold that gives offsets only and the texts that it points into, by
// paths relative to corpus. A text whose hash is another one than the gold was made
// from, and an offset outside of it, are news.Invalid errors that name the line.
func LoadOffsets(path, corpus string) ([]Case, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, &news.Error{Code: news.NotFound, Msg: "gold", Err: err}
	}
	var out []Case
	at, texts := map[string]int{}, map[string][]rune{}
	in := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; in.Scan(); n++ {
		var o offsets
		if err := json.Unmarshal(in.Bytes(), &o); err != nil {
			return nil, &news.Error{Code: news.Invalid, Msg: path + ":" + strconv.Itoa(n), Err: err}
		}
		i, known := at[o.Report.File]
		if !known {
			data, err := os.ReadFile(filepath.Join(corpus, filepath.FromSlash(o.Report.File)))
			if err != nil {
				return nil, &news.Error{Code: news.NotFound, Msg: "text of gold", Err: err}
			}
			if sum, _ := news.HashBytes(data); sum != o.Report.SHA256 {
				return nil, news.Errorf(news.Invalid, "%s:%d: %s is not the text that the gold was made from", path, n, o.Report.File)
			}
			i = len(out)
			at[o.Report.File], texts[o.Report.File] = i, []rune(string(data))
			out = append(out, Case{File: o.Report.File, Data: data})
		}
		g, err := o.gold(texts[o.Report.File])
		if err != nil {
			return nil, &news.Error{Code: news.Invalid, Msg: path + ":" + strconv.Itoa(n), Err: err}
		}
		g.Line = n
		out[i].Gold = append(out[i].Gold, g)
	}
	return out, in.Err()
}

// gold fills in the text under the offsets.
func (o *offsets) gold(text []rune) (Gold, error) {
	g := Gold{}
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
		if w.Start < 0 || w.End <= w.Start || w.End > len(text) {
			return g, news.Errorf(news.Invalid, "no text at %d–%d", w.Start, w.End)
		}
		w.Text = string(text[w.Start:w.End])
	}
	if name.Text != "" {
		g.Speaker.Name = name.Text
	}
	g.Content, g.Cue, g.Speaker.Mention = o.Content, o.Cue, o.Speaker.At
	return g, nil
}
