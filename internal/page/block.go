package page

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"parley/internal/news"
)

// A block is a run of visible text between two breaks.
type block struct {
	news.Span
	hint
	region int // index of the innermost region it stands in
	elem   int // number of the innermost block element
	box    int // number of the block element around that
}

// A scope is what holds inside one element.
type scope struct {
	tag    atom.Atom
	name   string // of an element without atom
	block  bool
	hidden bool
	link   bool
	pre    bool
	hint   hint
	region int
	elem   int
	box    int
}

// A builder makes blocks from a stream of elements and text, as a browser lays them
// out: it joins what is inline, collapses white space and leaves out what is hidden.
type builder struct {
	*words
	text    []byte
	blocks  []block
	regions []region
	scopes  []scope
	parents []int // of block elements, by number; 0 is the page
	start   int   // of the open block
	space   bool  // white space was passed over
	broken  bool  // a <br> was passed
	links   int
	depth   int // elements beyond those that scopes tell of
}

// deepest is how many elements deep the builder tells them apart.
const deepest = 4096

func newBuilder(w *words) *builder {
	return &builder{words: w, regions: make([]region, 1), parents: make([]int, 1), scopes: []scope{{block: true}}}
}

func (b *builder) top() *scope { return &b.scopes[len(b.scopes)-1] }

// enter opens an element.
func (b *builder) enter(tag atom.Atom, name string, attrs attributes) {
	up := *b.top()
	if len(b.scopes) >= deepest {
		b.depth++
		return
	}
	s := scope{tag: tag, name: name, hidden: up.hidden, link: up.link || tag == atom.A, pre: up.pre || tag == atom.Pre,
		hint: up.hint, region: up.region, elem: up.elem, box: up.box}
	s.block = blockTags[tag] || name == "article"
	if s.hidden = s.hidden || unseen[tag] || b.hidden(tag, attrs); s.hidden {
		b.scopes = append(b.scopes, s)
		return
	}
	if s.block {
		b.close()
		b.parents = append(b.parents, up.elem)
		s.box, s.elem = up.elem, len(b.parents)-1
	}
	switch tag {
	case atom.Br:
		b.lineBreak(up)
	case atom.Q:
		b.write("“")
	}
	s.hint.note(tag)
	b.mark(&s, tag, attrs)
	b.scopes = append(b.scopes, s)
}

// note adds what an element tells about the text inside it.
func (h *hint) note(tag atom.Atom) {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		h.heading = int8(tag.String()[1] - '0')
	case atom.Blockquote:
		h.quote = true
	case atom.Figcaption:
		h.caption = true
	case atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Th:
		h.list = true
	}
}

// leave closes the innermost element.
func (b *builder) leave() {
	if b.depth > 0 {
		b.depth--
		return
	}
	s := *b.top()
	b.scopes = b.scopes[:len(b.scopes)-1]
	switch {
	case s.hidden:
	case s.tag == atom.Q:
		b.write("”")
	case s.block:
		b.closeIn(&s)
	}
}

// lineBreak ends the line; in a heading a line break is as good as a space.
func (b *builder) lineBreak(in scope) {
	if in.hint.heading > 0 {
		b.space = true
		return
	}
	b.broken = true
}

// write adds text to the open block.
func (b *builder) write(s string) {
	in := b.top()
	if in.hidden {
		return
	}
	if in.pre {
		b.preformatted(s)
		return
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' {
			b.space = true
			i++
			continue
		}
		end := i
		for end < len(s) && s[end] != ' ' && s[end] != '\n' && s[end] != '\t' && s[end] != '\r' && s[end] != '\f' {
			end++
		}
		b.word(s[i:end], in)
		i = end
	}
}

// word adds a word with the break or space before it.
func (b *builder) word(w string, in *scope) {
	if strings.Contains(w, "\u00ad") {
		w = strings.ReplaceAll(w, "\u00ad", "") // a soft hyphen shows only at a line's end
	}
	if w == "" {
		return
	}
	if b.broken && len(b.text) > b.start {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) && ending(string(b.text[max(b.start, len(b.text)-12):])) != '.' {
			b.space = true // a line broken for its looks
		} else {
			b.close()
		}
	}
	b.broken = false
	if len(b.text) == b.start {
		if w = strings.TrimLeftFunc(w, unicode.IsSpace); w == "" {
			return
		}
		b.open()
	} else if b.space {
		b.text = append(b.text, ' ')
	}
	b.space = false
	b.text = append(b.text, w...)
	if in.link {
		b.links += len(w)
	}
}

// preformatted keeps the paragraphs of text with line breaks of its own.
func (b *builder) preformatted(s string) {
	for _, l := range paragraphs(s, splitLines(s)) {
		b.close()
		for _, w := range fields(s[l.Start:l.End]) {
			b.word(w, b.top())
			b.space = true
		}
	}
}

// trimmed gives the end of the open block without hard spaces there.
func (b *builder) trimmed() int {
	return b.start + len(bytes.TrimRightFunc(b.text[b.start:], unicode.IsSpace))
}

func (b *builder) open() {
	if b.start > 0 {
		b.text = append(b.text, "\n\n"...)
	}
	b.start = len(b.text)
}

// close ends the open block.
func (b *builder) close() { b.closeIn(b.top()) }

func (b *builder) closeIn(in *scope) {
	b.space, b.broken = false, false
	if end := b.trimmed(); end > b.start {
		b.text = b.text[:end]
		bl := block{Span: news.Span{Start: b.start, End: end}, hint: in.hint, region: in.region, elem: in.elem, box: in.box}
		bl.links = b.links
		b.blocks = append(b.blocks, bl)
	} else if n := len(b.blocks); n > 0 {
		b.text = b.text[:b.blocks[n-1].End]
	} else {
		b.text = b.text[:0]
	}
	b.start, b.links = len(b.text), 0
}
