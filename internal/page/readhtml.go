package page

import (
	"strings"

	"golang.org/x/net/html"

	"parley/internal/news"
)

// readHTML makes the passages and metadata of an HTML page.
func readHTML(r *news.Report, src string) {
	w := lists()
	b := newBuilder(w)
	head, deep := parseTree(src)
	if deep {
		walkTokens(b, src)
	} else {
		walkTree(b, head)
	}
	meta := w.readMeta(head)
	var votes ballot
	if !deep && small(head) {
		extracted, told := extract(head)
		votes = extracted
		meta.complete(told.Title, told.Description, told.Sitename, told.Author)
		if meta.published.IsZero() {
			meta.published = htmlDate(head, meta.uri, meta.changed)
		}
	}
	r.Text = string(b.text)
	d := &reader{words: w, text: r.Text, units: make([]unit, 0, len(b.blocks)+8)}
	d.addBlocks(b, meta, votes)
	d.arrange()
	meta.apply(r)
	d.finish(r)
	if r.Outlet == "" {
		r.Outlet = siteIn(meta.page, r.Title)
	}
	if r.Language == "" {
		r.Language = isoLanguage(meta.language)
	}
}

// parseTree parses a page; one that is nested too deeply gives deep and the tree of
// what stands before its body.
func parseTree(src string) (root *html.Node, deep bool) {
	root, err := html.Parse(strings.NewReader(src))
	if err == nil {
		return root, false
	}
	end := len(src)
	if i := strings.Index(strings.ToLower(src[:min(len(src), 1<<20)]), "<body"); i >= 0 {
		end = i
	}
	if root, err = html.Parse(strings.NewReader(src[:min(end, 1<<20)])); err != nil {
		root = &html.Node{Type: html.DocumentNode}
	}
	return root, true
}

// complete takes from go-trafilatura what the page's own elements did not tell.
func (m *metadata) complete(title, description, site, author string) {
	for field, v := range map[*string]string{&m.title: title, &m.description: description, &m.author: author} {
		if *field == "" {
			*field = oneLine(v)
		}
	}
	// A name with a point in it was made from the address.
	if m.outlet == "" && !strings.Contains(site, ".") {
		m.outlet = oneLine(site)
	}
}

// apply fills in the report's head. The headline on the page is set later.
func (m *metadata) apply(r *news.Report) {
	base := r.URI
	if base == "" {
		base = m.base
	}
	if uri := canonical(m.uri, base); uri != "" {
		r.URI = uri
	}
	r.Outlet, r.Author, r.Published, r.Title = m.outlet, m.author, m.published, m.title
}

// addBlocks turns blocks into units: furniture by the regions that they stand in,
// by what is linked and by where the main text is; the words decide the rest.
func (d *reader) addBlocks(b *builder, meta metadata, votes ballot) {
	var m meter
	shapes := make([]shape, len(b.blocks))
	title, standfirst := m.measure(meta.title).hash, m.measure(meta.description).hash
	for i := range b.blocks {
		bl := &b.blocks[i]
		s := d.text[bl.Start:bl.End]
		shapes[i] = m.measure(s)
		bl.voted = votes.has(s)
		bl.title = shapes[i].words > 1 && shapes[i].hash == title
		bl.lead = bl.lead || shapes[i].words > 3 && shapes[i].hash == standfirst
	}
	b.decideRegions(shapes)
	b.ownVote(shapes)
	main := b.findMain(shapes)
	for i := range b.blocks {
		bl := &b.blocks[i]
		reason := b.regions[bl.region].why
		if reason == "" && !bl.voted {
			reason = main.outside(i, bl, shapes[i])
		}
		if reason == "" {
			d.add(bl.Span, bl.hint)
			continue
		}
		d.addFurniture(bl, reason)
	}
}

// addFurniture adds a block that is furniture by where it stands. Where its words
// give a reason, that one is the plainer.
func (d *reader) addFurniture(bl *block, reason string) {
	u := d.push(bl.Span, bl.hint)
	if r, ok := d.rules.match(d.meter.norm, u.shape); ok && r.list.file == "furniture" {
		reason = r.list.name
	}
	u.furniture(reason)
	d.noteDates(bl)
}

// noteDates keeps the day of a date line that its region made furniture.
func (d *reader) noteDates(bl *block) {
	s := d.text[bl.Start:bl.End]
	if bl.Len() > 120 {
		return
	}
	if mark, ok := d.readDateLine(s, false); ok {
		mark.unit = len(d.units) - 1
		d.marks = append(d.marks, mark)
		return
	}
	d.datedLine(s, &d.units[len(d.units)-1])
}

func proseShape(sh shape, h hint) bool {
	u := unit{shape: sh, hint: h}
	return h.heading == 0 && u.prose()
}

// decideRegions believes an element that calls itself furniture unless it holds the
// headline or a good part of the page's prose.
func (b *builder) decideRegions(shapes []shape) {
	all := 0
	for i, bl := range b.blocks {
		reg := &b.regions[bl.region]
		if proseShape(shapes[i], bl.hint) {
			reg.words += shapes[i].words
			all += shapes[i].words
		}
		reg.title = reg.title || bl.title || bl.heading == 1
	}
	for i := len(b.regions) - 1; i > 0; i-- {
		up := &b.regions[b.regions[i].up]
		up.words += b.regions[i].words
		up.title = up.title || b.regions[i].title
	}
	for i := 1; i < len(b.regions); i++ {
		reg := &b.regions[i]
		if reg.why = b.regions[reg.up].why; reg.why == "" && !reg.title && reg.words*10 <= all*4 {
			reg.why = reg.reason
		}
	}
}

// ownVote votes for the blocks that share a parent with most of the prose, when
// go-trafilatura said nothing or only little.
func (b *builder) ownVote(shapes []shape) {
	voted, all := 0, 0
	words := map[int]int{}
	for i, bl := range b.blocks {
		if b.regions[bl.region].why != "" || !proseShape(shapes[i], bl.hint) {
			continue
		}
		n := shapes[i].words
		all += n
		if bl.voted {
			voted += n
		}
		words[bl.box] += n
	}
	if voted*10 >= all*3 {
		return
	}
	best := 0
	for box, n := range words {
		if n > words[best] || n == words[best] && box < best {
			best = box
		}
	}
	for i := range b.blocks {
		if bl := &b.blocks[i]; bl.box == best && b.regions[bl.region].why == "" {
			bl.voted = true
		}
	}
}

// mainText is where the main text lies among the blocks.
type mainText struct {
	title, first, last int
	boxes              map[int]bool // parents of main text
	inside             []bool       // by element: it lies in the one that holds headline and main text
}

func (b *builder) findMain(shapes []shape) mainText {
	m := mainText{title: -1, first: -1, boxes: map[int]bool{}}
	for i, bl := range b.blocks {
		if b.regions[bl.region].why != "" {
			continue
		}
		if m.title < 0 && (bl.heading == 1 || bl.title) {
			m.title = i
		}
		if bl.voted && proseShape(shapes[i], bl.hint) {
			if m.first < 0 {
				m.first = i
			}
			m.last = i
			m.boxes[bl.box] = true
		}
	}
	m.inside = b.within(b.around(m))
	return m
}

// around gives the innermost element that holds the headline and all of the main
// text, 0 when that is the whole page.
func (b *builder) around(m mainText) int {
	if m.first < 0 {
		return 0
	}
	common := b.blocks[m.first].box
	if m.title >= 0 {
		common = b.common(common, b.blocks[m.title].elem)
	}
	for box := range m.boxes {
		common = b.common(common, box)
	}
	return common
}

// common gives the innermost element around two; parents have smaller numbers.
func (b *builder) common(x, y int) int {
	for x != y {
		if x > y {
			x = b.parents[x]
		} else {
			y = b.parents[y]
		}
	}
	return x
}

// within tells for each element whether it is e or lies in it. The page's html and
// body, the first two elements, set nothing apart.
func (b *builder) within(e int) []bool {
	in := make([]bool, len(b.parents))
	if e <= 2 {
		return in
	}
	for i := e; i < len(in); i++ {
		in[i] = i == e || in[b.parents[i]]
	}
	return in
}

// outside gives the reason of a block that got no vote and lies outside the main
// text, "" when it is to be judged by its words.
func (m mainText) outside(i int, bl *block, sh shape) string {
	letters := sh.latin + sh.other
	inside := m.first >= 0 && i > m.first && i < m.last
	switch {
	case bl.heading > 0 || bl.title || bl.quote && inside:
		return ""
	case letters > 0 && bl.links*10 > letters*6 && (sh.words <= 30 || !inside):
		return "links"
	case m.first < 0 || inside || m.boxes[bl.box] || m.inside[bl.elem]:
		return ""
	case i < m.first && m.title >= 0 && i > m.title:
		return ""
	case proseShape(sh, bl.hint):
		return "outside the main text"
	}
	return ""
}
