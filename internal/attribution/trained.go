package attribution

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"parley/internal/encoder"
	"parley/internal/news"
	"parley/internal/token"
)

// Trained is the Finder of the trained reader: the encoder finds spans and links, the
// marks and sentences of token hold their boundaries (fit.go). Rules, if any, is asked
// too, and both are joined (join.go).
type Trained struct {
	Lexicon *Lexicon
	Rules   *Rules
	enc     *encoder.Encoder
	net     *network
	works   sync.Pool    // of *work
	memory  *memory      // or nil
	busy    atomic.Int64 // goroutines that read
}

// NewTrained makes the Finder of an encoder; its model needs the head "statement" and
// the links "source" and "content".
func NewTrained(x *Lexicon, rules *Rules, e *encoder.Encoder) (*Trained, error) {
	net, err := newNetwork(e, "statement")
	if err != nil {
		return nil, err
	}
	return &Trained{Lexicon: x, Rules: rules, net: net, enc: e}, nil
}

// stretch is how many bytes of a report are read at once: what the encoder says about a
// word takes a kilobyte.
const stretch = 48 << 10

// chunks cuts what is read of a report into stretches: whole passages, but pieces of one
// that is longer than a stretch, cut behind white space, best at a sentence's end. No
// chunk is empty.
func chunks(rep *news.Report) (out [][]news.Span) {
	var now []news.Span
	for i := range rep.Passages {
		p := &rep.Passages[i]
		if p.Kind == news.Furniture || p.Span.Empty() {
			continue
		}
		for s := p.Span; !s.Empty(); {
			piece := news.Span{Start: s.Start, End: cutBefore(rep.Text, s)}
			if len(now) > 0 && piece.End-now[0].Start > stretch {
				out, now = append(out, now), nil
			}
			now, s.Start = append(now, piece), piece.End
		}
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// cutBefore is where the first piece of at most stretch bytes of a span ends.
func cutBefore(text string, s news.Span) int {
	if s.Len() <= stretch {
		return s.End
	}
	w := text[s.Start : s.Start+stretch]
	if i := strings.LastIndex(w, ". "); i > stretch/2 {
		return s.Start + i + 2
	}
	if i := strings.LastIndexAny(w, " \t\r\n"); i > stretch/2 {
		return s.Start + i + 1
	}
	end := s.Start + stretch
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}

// relations are what the trained reader finds in the work's paragraphs.
func (t *Trained) relations(doc *token.Doc, w *work) []Relation {
	f := fitter{doc: doc, x: t.Lexicon, text: doc.Report.Text, net: t.net, w: w, spans: t.read(doc.Report.Text, w)}
	return f.relations()
}

// read asks the network about the work's paragraphs.
func (t *Trained) read(text string, w *work) *Spans {
	if t.memory != nil {
		return t.memory.read(t.net, text, w)
	}
	return t.net.read(text, w.paras, w)
}

// within reads the contents of relations that hold a verb of saying once more by
// themselves, for what is said in what was said.
func (f *finding) within(around []Relation, w *work) (out []Relation) {
	w.paras = nil
	end := 0
	for i := range around {
		for _, c := range around[i].Content {
			if c.Start >= end && f.says(f.j.doc, c) {
				w.paras, end = append(w.paras, c), c.End
			}
		}
	}
	if len(w.paras) == 0 {
		return nil
	}
	for _, r := range f.relations(f.j.doc, w) {
		if r.Same < 0 && !r.Source.IsZero() && f.j.sure(&r) && match(around, &r) < 0 && within(around, &r) {
			r.Rule, r.Headline = "model, nested", false
			out = append(out, f.j.confident(r))
		}
	}
	return out
}

// says reports whether a content of some length holds a verb form that ascribes.
func (t *Trained) says(doc *token.Doc, c news.Span) bool {
	first, last := doc.TokensIn(c)
	if last-first < 6 {
		return false
	}
	for i := first; i < last; i++ {
		if e := t.Lexicon.lookup(doc.Word(i)); e.verb >= 0 && e.forms&(Past|Third) != 0 && e.class&^ofRoads == 0 {
			return true
		}
	}
	return false
}

// PolNeAR gives the spans of a report as PolNeAR draws them, by the model's head of
// that name, and the raw links.
func (t *Trained) PolNeAR(rep *news.Report) (Spans, error) {
	net, err := newNetwork(t.enc, "polnear")
	if err != nil {
		return Spans{}, err
	}
	w, out := new(work), Spans{}
	for _, paras := range chunks(rep) {
		out.add(net.read(rep.Text, paras, w))
	}
	return out, nil
}
