package page

import (
	"strings"

	"parley/internal/news"
)

// arrange decides what single units' words left open, by where they stand: first
// headline and standfirst, then from the first paragraph on body, lists of other
// stories, headings, and what is printed twice.
func (d *reader) arrange() {
	d.relax()
	first := d.firstBody()
	d.first = first
	first = d.head(first)
	d.standfirst(first)
	d.repeated()
	d.body(first)
	d.pullQuotes()
	d.near()
}

// relax notices texts whose paragraphs do not end in full stops, and then takes
// shorter lines without one for prose.
func (d *reader) relax() {
	stopped, all := 0, 0
	for i := range d.units {
		if u := &d.units[i]; u.open() && u.words >= long {
			all++
			if u.stops() {
				stopped++
			}
		}
	}
	d.loose = all > 2 && stopped*2 < all
}

// prose reports whether a unit reads like a part of the story.
func (d *reader) prose(u *unit) bool {
	return u.prose() || d.loose && u.words >= 8
}

// firstBody gives the first unit that reads like a paragraph, len(units) without
// one. A short sentence in the first line is a headline with a full stop.
func (d *reader) firstBody() int {
	seen := 0
	for i := range d.units {
		u := &d.units[i]
		if !u.open() || u.hint.heading > 0 || u.hint.title || u.hint.lead {
			continue
		}
		seen++
		title := seen == 1 && u.titled() && d.proseAfter(i)
		if d.prose(u) && (u.stops() || u.words >= 30) && u.words >= 6 && !title && !d.misplaced(i) {
			return i
		}
	}
	return len(d.units)
}

// misplaced reports whether a short sentence with no title before it is followed by
// a title and a story that it shares nothing with: a site's word of welcome or of
// error.
func (d *reader) misplaced(i int) bool {
	u, title := &d.units[i], -1
	if u.words > 30 || u.hint.voted {
		return false
	}
	for j := range d.units[:i] {
		if d.units[j].open() && d.units[j].words > 2 {
			return false
		}
	}
	for j := i + 1; j < len(d.units); j++ {
		switch v := &d.units[j]; {
		case !v.open():
		case !d.prose(v) && v.words > 3 && v.end == 0 && title < 0:
			title = j
		case d.prose(v) && title >= 0:
			return d.shared(u, strings.ToLower(d.opening(title))) == 0
		case d.prose(v):
			return false
		}
	}
	return false
}

// titled reports whether a line that ends in a full stop may be a headline all the
// same: one short sentence, or most words with capitals.
func (u *unit) titled() bool {
	return u.words <= 16 && u.breaks == 0 || u.words <= 24 && u.capitals*10 >= u.words*6
}

func (d *reader) proseAfter(i int) bool {
	for j := i + 1; j < len(d.units); j++ {
		if u := &d.units[j]; u.open() && d.prose(u) && u.stops() {
			return true
		}
	}
	return false
}

// head decides the open units before the first paragraph, and gives the number that
// the first paragraph has after it.
func (d *reader) head(first int) int {
	title := d.pickTitle(first)
	if title < 0 {
		d.headless(first)
		return first
	}
	if plain := d.plainTitle(title, first); plain != title {
		d.units[title].furniture("page title")
		title = plain
	}
	d.units[title].kind = news.Headline
	d.title = title
	title, first = d.cutSite(title, first)
	for i := 0; i < first; i++ {
		u := &d.units[i]
		switch {
		case !u.open():
		case i < title && u.words <= 4:
			u.furniture("menu")
		case i < title:
			u.furniture("related headline")
		case u.hash == d.units[title].hash:
			u.furniture("repeated")
		case u.words >= 4 || u.hint.lead:
			u.kind = news.Standfirst
		default:
			u.furniture("label")
		}
	}
	return first
}

// standfirst sees that the first sentence was none of the story when the lines about
// author and day stand between it and the next.
func (d *reader) standfirst(first int) {
	if first >= len(d.units) {
		return
	}
	u := &d.units[first]
	if !u.open() || u.words > 2*long || u.breaks > 1 || u.hint.voted {
		return
	}
	about := false
	for i := first + 1; i < len(d.units) && i < first+headUnits; i++ {
		v := &d.units[i]
		about = about || v.reason == "date line" || v.reason == "byline"
		if v.open() && d.prose(v) {
			if about {
				u.kind = news.Standfirst
			}
			return
		}
	}
}

// headless decides the open units before the first paragraph of a page without a
// headline.
func (d *reader) headless(first int) {
	for i := 0; i < first; i++ {
		u := &d.units[i]
		switch {
		case !u.open():
		case u.words >= 4 && u.end != '.' || u.hint.lead:
			u.kind = news.Standfirst
		default:
			u.furniture("label")
		}
	}
}

// pickTitle gives the unit before the first paragraph that is the headline: the
// first that shares enough of its words with the story's opening, or else the first;
// -1 when there is none.
func (d *reader) pickTitle(first int) int {
	var open []int
	best, rank := -1, 0
	for i := 0; i < first; i++ {
		u := &d.units[i]
		if !u.open() {
			continue
		}
		if r := u.hint.rank(); r > rank {
			best, rank = i, r
		}
		if u.words > 2 {
			open = append(open, i)
		}
	}
	if best >= 0 || len(open) == 0 {
		return best
	}
	if len(open) == 1 || first == len(d.units) {
		return open[0]
	}
	story := strings.ToLower(d.opening(first))
	for _, i := range open {
		s := d.shared(&d.units[i], story)
		if s >= enoughShared || s > 0.1 && d.units[i].words > motto {
			return i
		}
	}
	return open[0]
}

// enoughShared is the part of its longer words that a headline has in common with
// the story. A site's motto, of a few words, has less.
const (
	enoughShared = 0.34
	motto        = 7
)

// rank tells how much speaks for a block as the headline.
func (h hint) rank() int {
	switch {
	case h.title && h.heading > 0:
		return 3
	case h.title:
		return 2
	case h.heading == 1:
		return 1
	}
	return 0
}

// opening is the text of the story's first paragraphs.
func (d *reader) opening(first int) string {
	last := min(first+4, len(d.units)) - 1
	return d.text[d.units[first].Start:min(d.units[last].End, d.units[first].Start+2000)]
}

// shared gives the part of the unit's longer words that occur in the story, endings
// put aside.
func (d *reader) shared(u *unit, story string) float64 {
	in, all := 0, 0
	for _, w := range fields(d.text[u.Start:u.End]) {
		w = strings.ToLower(strings.TrimFunc(w, notWord))
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if len(w) < 4 {
			continue
		}
		all++
		if strings.Contains(story, w[:max(4, len(w)-1)]) {
			in++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(in) / float64(all)
}

// repeated marks a unit whose words were already read.
func (d *reader) repeated() {
	seen := make(map[uint64]bool, len(d.units))
	for i := range d.units {
		u := &d.units[i]
		if u.kind == news.Furniture || u.words < 2 || u.words < 4 && u.stops() {
			continue
		}
		if seen[u.hash] {
			u.furniture("repeated")
		}
		seen[u.hash] = true
	}
}

// body decides the open units from the first paragraph on.
func (d *reader) body(first int) {
	last := d.lastProse()
	var sec *list
	for i := first; i < len(d.units); i++ {
		u := &d.units[i]
		if u.section != nil {
			sec = u.section
			continue
		}
		if sec != nil && d.resumes(i, sec) {
			sec = nil
		}
		switch {
		case sec != nil && (u.open() || u.kind == news.Caption || u.reason == "repeated"):
			u.furniture(sec.name)
		case !u.open():
		case d.prose(u) || u.hint.quote || u.hint.list && u.words > 4:
			u.kind = news.Body
		case u.stops() && (i < last || d.units[i-1].kind == news.Body):
			u.kind = news.Body
		case i == len(d.units)-1 && u.words >= 8 && u.capitals*2 < u.words && i > 0 && d.units[i-1].kind == news.Body:
			u.kind = news.Body // a text that was cut off
		case i > last && u.words > 4:
			u.furniture("related headline")
		default:
			u.furniture("section heading")
		}
	}
}

func (d *reader) lastProse() int {
	for i := len(d.units) - 1; i >= 0; i-- {
		if u := &d.units[i]; u.open() && d.prose(u) {
			return i
		}
	}
	return -1
}

// resumes reports whether the story goes on at unit i after a list of other stories:
// with a block from the main text, a long paragraph, or one paragraph right after the
// other. After a list set into the story one sentence is enough.
func (d *reader) resumes(i int, sec *list) bool {
	run := 0
	for j := i; j < len(d.units) && j < i+3; j++ {
		u := &d.units[j]
		if !u.open() || !d.prose(u) || !u.stops() || u.section != nil {
			break
		}
		if j == i && (u.hint.voted || u.words >= 45 || sec.inset && (u.words >= 12 || u.quoted)) {
			return true
		}
		run++
	}
	return run >= 2
}

// beside gives the unit before or after i, captions passed over.
func (d *reader) beside(i, step int) int {
	for i += step; i >= 0 && i < len(d.units) && d.units[i].kind == news.Caption; i += step {
	}
	return i
}

// near names the titles beside a "Read more" for what they are.
func (d *reader) near() {
	for i := range d.units {
		if d.units[i].reason != "read more" {
			continue
		}
		for _, j := range []int{d.beside(i, -1), d.beside(i, 1)} {
			if j < 0 || j >= len(d.units) {
				continue
			}
			if u := &d.units[j]; u.reason == "section heading" || u.kind == news.Body && !u.stops() && u.words < long {
				u.furniture("related headline")
				for k := range d.units {
					if d.units[k].hash == u.hash && d.units[k].reason == "repeated" {
						d.units[k].reason = "related headline"
					}
				}
			}
		}
	}
}
