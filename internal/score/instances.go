package score

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"parley/internal/news"
)

// Instance is one piece of text as tokens with BIO labels.
type Instance struct {
	Document
	starts []int // byte at which each token starts
}

// ReadInstances reads token instances, one JSON object a line, with "tokens" and
// "labels" ("O", "B-source", "I-content", …). Their texts are the tokens joined by
// one space with the signs of the Penn Treebank undone. What else the objects hold
// is not used.
func ReadInstances(r io.Reader) ([]Instance, error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 64<<10), 16<<20)
	var out []Instance
	for n := 1; in.Scan(); n++ {
		if len(strings.TrimSpace(in.Text())) == 0 {
			continue
		}
		var row struct {
			Tokens, Labels []string
			ID             string
		}
		err := json.Unmarshal(in.Bytes(), &row)
		if err == nil && len(row.Tokens) != len(row.Labels) {
			err = news.Errorf(news.Invalid, "%d tokens but %d labels", len(row.Tokens), len(row.Labels))
		}
		if err != nil {
			return nil, &news.Error{Code: news.Invalid, Msg: "line " + strconv.Itoa(n), Err: err}
		}
		out = append(out, newInstance(row.ID, row.Tokens, row.Labels))
	}
	return out, in.Err()
}

func newInstance(id string, tokens, labels []string) Instance {
	var b strings.Builder
	i := Instance{}
	for _, t := range tokens {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		i.starts = append(i.starts, b.Len())
		b.WriteString(undoSigns(t))
	}
	i.Name, i.Text = id, b.String()
	for _, s := range bio(labels) {
		i.Gold.Spans = append(i.Gold.Spans, Labelled{s.kind, []news.Span{{Start: s.from, End: s.to}}})
	}
	return i
}

// signs are the Penn Treebank's spellings. A lone apostrophe and a clitic's are
// closing marks there, an opening one is a backquote.
var signs = map[string]string{
	"``": "“", "''": "”", "`": "‘", "'": "’", "'''": "”’",
	"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
}

func undoSigns(t string) string {
	if s, ok := signs[t]; ok {
		return s
	}
	if len(t) > 1 && t[0] == '\'' {
		return "’" + t[1:]
	}
	return t
}

// labelRun is one span in tokens [from, to).
type labelRun struct {
	kind     Kind
	from, to int
}

// bio reads the spans of a row of labels, as CofeNet's evaluator does: B begins
// one, I of the same kind goes on, anything else ends it.
func bio(labels []string) []labelRun {
	var out []labelRun
	open := false
	for i, l := range labels {
		kind := Kind("")
		if len(l) > 2 {
			kind = Kind(l[2:])
		}
		switch {
		case strings.HasPrefix(l, "B-"):
			out = append(out, labelRun{kind, i, i + 1})
			open = true
		case strings.HasPrefix(l, "I-") && open && out[len(out)-1].kind == kind:
			out[len(out)-1].to = i + 1
		default:
			open = false
		}
	}
	return out
}

// tokens gives each token the label of its first character. Where labels overlap,
// cue stands before source and source before content.
func (i *Instance) tokens(l *Labels) Labels {
	labels := make([]string, len(i.starts))
	for _, k := range [...]Kind{Content, Source, Cue} {
		for _, s := range l.parts(k) {
			first := true
			for t, at := range i.starts {
				if at < s.Start || at >= s.End {
					continue
				}
				labels[t] = "I-" + string(k)
				if first {
					labels[t] = "B-" + string(k)
				}
				first = false
			}
		}
	}
	repair(labels)
	var out Labels
	for _, s := range bio(labels) {
		out.Spans = append(out.Spans, Labelled{s.kind, []news.Span{{Start: s.from, End: s.to}}})
	}
	return out
}

// repair makes an I without its kind before it a B.
func repair(labels []string) {
	last := ""
	for i, l := range labels {
		if strings.HasPrefix(l, "I-") && (len(last) < 2 || last[2:] != l[2:]) {
			labels[i] = "B-" + l[2:]
		}
		last = labels[i]
	}
}
