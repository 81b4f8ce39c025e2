package score

import (
	"bufio"
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"parley/internal/news"
	"parley/internal/text"
)

// Document is one annotated text.
type Document struct {
	Name string
	Text string
	Gold Labels
}

// ReadBratDir reads a folder as PolNeAR has them: text/NAME.txt and
// attributions/NAME_ANNOTATOR.ann. Of several annotators the first by name is
// taken; texts without annotations are left out.
func ReadBratDir(dir fs.FS) ([]Document, error) {
	texts, err := fs.Glob(dir, "text/*.txt")
	if err != nil {
		return nil, err
	}
	anns, err := fs.Glob(dir, "attributions/*.ann")
	if err != nil {
		return nil, err
	}
	if len(texts) == 0 || len(anns) == 0 {
		return nil, news.Errorf(news.NotFound, "no text/*.txt with attributions/*.ann")
	}
	slices.Sort(texts)
	slices.Sort(anns)
	first := map[string]string{}
	for _, a := range anns {
		name := strings.TrimSuffix(path.Base(a), ".ann")
		if i := strings.LastIndexByte(name, '_'); i >= 0 {
			name = name[:i]
		}
		if first[name] == "" {
			first[name] = a
		}
	}
	var docs []Document
	for _, t := range texts {
		name := strings.TrimSuffix(path.Base(t), ".txt")
		if first[name] == "" {
			continue
		}
		d, err := readBrat(dir, t, first[name])
		if err != nil {
			return nil, err
		}
		d.Name = name
		docs = append(docs, d)
	}
	return docs, nil
}

func readBrat(dir fs.FS, textFile, annFile string) (Document, error) {
	body, err := fs.ReadFile(dir, textFile)
	if err != nil {
		return Document{}, err
	}
	if !utf8.Valid(body) {
		return Document{}, news.Errorf(news.Invalid, "%s is not UTF-8", textFile)
	}
	ann, err := fs.ReadFile(dir, annFile)
	if err != nil {
		return Document{}, err
	}
	d := Document{Text: string(body)}
	if d.Gold, err = ReadBrat(d.Text, bytes.NewReader(ann)); err != nil {
		return Document{}, &news.Error{Code: news.Invalid, Msg: annFile, Err: err}
	}
	return d, nil
}

// ReadBrat reads brat stand-off about a text: lines "T1⇥Source 0 4;9 12⇥words" and
// "E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1". Positions are code points.
// Lines that do not begin with a capital, digits and a tab carry on a text above
// and are passed over, as are other labels.
func ReadBrat(body string, r io.Reader) (Labels, error) {
	b := brat{m: text.NewMapper(body), at: map[string]int{}}
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 64<<10), 16<<20)
	for n := 1; in.Scan(); n++ {
		id, rest, ok := strings.Cut(in.Text(), "\t")
		if !ok || !bratID(id) {
			continue
		}
		if err := b.line(id, rest); err != nil {
			return Labels{}, &news.Error{Code: news.Invalid, Msg: "line " + strconv.Itoa(n), Err: err}
		}
	}
	if err := in.Err(); err != nil {
		return Labels{}, err
	}
	b.join()
	return b.out, nil
}

func bratID(s string) bool {
	if len(s) < 2 || s[0] < 'A' || s[0] > 'Z' {
		return false
	}
	for i := 1; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// brat collects what one stand-off file says.
type brat struct {
	m      *text.Mapper
	out    Labels
	at     map[string]int // index in out.Spans by id
	events []string
}

func (b *brat) line(id, rest string) error {
	switch id[0] {
	case 'E':
		b.events = append(b.events, rest)
	case 'T':
		head, _, _ := strings.Cut(rest, "\t")
		label, places, _ := strings.Cut(head, " ")
		kind := Kind(strings.ToLower(label))
		if !slices.Contains(Kinds[:], kind) {
			return nil
		}
		parts, err := b.places(places)
		if err != nil {
			return err
		}
		b.at[id] = len(b.out.Spans)
		b.out.Spans = append(b.out.Spans, Labelled{kind, parts})
	}
	return nil
}

// places reads "0 4;9 12".
func (b *brat) places(s string) ([]news.Span, error) {
	var out []news.Span
	for _, p := range strings.Split(s, ";") {
		from, to, _ := strings.Cut(p, " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		span, ok := b.m.RunesToSpan(start, end)
		if err1 != nil || err2 != nil || !ok {
			return nil, news.Errorf(news.Invalid, "place %q does not lie in the text", p)
		}
		if !span.Empty() {
			out = append(out, span)
		}
	}
	slices.SortFunc(out, func(a, b news.Span) int { return a.Start - b.Start })
	return out, nil
}

// join reads the events once all spans are known: one relation per content.
func (b *brat) join() {
	for _, e := range b.events {
		source, cue := -1, -1
		var contents []int
		for _, arg := range strings.Fields(e) {
			role, id, _ := strings.Cut(arg, ":")
			i, known := b.at[id]
			if !known {
				continue
			}
			switch Kind(strings.ToLower(strings.TrimRight(role, "0123456789"))) {
			case Source:
				source = i
			case Cue:
				cue = i
			case Content:
				contents = append(contents, i)
			}
		}
		for _, c := range contents {
			b.out.Relations = append(b.out.Relations, Relation{source, cue, c})
		}
	}
}
