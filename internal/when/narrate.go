package when

import (
	"sort"
	"strings"

	"parley/internal/news"
)

// narrate takes the occasion and day of a sentence without a statement for the
// speaker whom it names, or for the last one when it goes on with a pronoun. It reports
// whether there was one.
func (d *days) narrate(s news.Span) bool {
	st := state{occ: -1}
	from, to := d.occsIn(s)
	for i := from; i < to; i++ {
		if o := &d.occs[i]; s.Contains(o.Span) && !o.after && !d.blocked(news.Span{Start: s.Start, End: o.lead}, false) {
			st.occ = i
			break
		}
	}
	if st.occ < 0 {
		return false
	}
	if st.speaker = d.about(s, st.occ); st.speaker == "" {
		return false
	}
	first, last := d.exprsIn(s)
	when := d.pick(first, last, func(e Expr) bool {
		return s.Contains(e.Span) && (!e.Owner || d.occs[st.occ].Contains(e.Span)) &&
			!d.blocked(news.Span{Start: s.Start, End: e.Start}, false)
	}, s.Start)
	d.settle(&st, when)
	d.keep(st)
	return true
}

// fronted reports whether a sentence begins with an occasion, outside quotation marks.
func (d *days) fronted(s news.Span) bool {
	k := d.occFrom(s.Start)
	return k < len(d.occs) && d.occs[k].lead == s.Start && !d.occs[k].after && d.occs[k].End < s.End &&
		(!d.inContent(s.Start) || d.cueAt(s.Start))
}

// front takes the dated occasion with which a sentence begins for its subject, whatever
// the sentence goes on to tell: "In a speech today, Kell did not name Dorn, and he said".
func (d *days) front(s news.Span) {
	occ := d.occFrom(s.Start)
	comma := d.clauseEnd(d.occs[occ].End, s.End)
	subject := news.Span{Start: comma, End: d.clauseEnd(comma, s.End)}
	first, last := d.exprsIn(news.Span{Start: s.Start, End: comma})
	when := d.pick(first, last, func(Expr) bool { return true }, s.Start)
	k := sort.SearchInts(d.starts, comma)
	if k < len(d.starts) {
		subject.End = min(subject.End, d.starts[k])
	}
	st := state{speaker: d.named(subject), occ: occ, sentence: s.Start}
	if when == nil || st.speaker == "" || d.blocked(news.Span{Start: d.occs[occ].End, End: comma}, false) {
		return
	}
	d.settle(&st, when)
	d.keep(st)
}

// clauseEnd is the end of the first comma in [from, to), or to.
func (d *days) clauseEnd(from, to int) int {
	if k := strings.IndexByte(d.p.text[from:to], ','); k >= 0 {
		return from + k + 1
	}
	return to
}

// about is the key of the speaker that a sentence is about.
func (d *days) about(s news.Span, occ int) string {
	if d.occs[occ].by {
		return d.named(d.occs[occ].Span)
	}
	first := d.p.scan(s.Start)
	if d.role(first)&pronoun != 0 && d.last != "" {
		return d.last
	}
	if key := d.named(s); key != "" {
		return key
	}
	if n := d.p.scan(first.end); first.is(the) && n.kind == word && d.lore.heads.has(d.p.text[n.start:n.end]) {
		return d.last // "The remarks came …"
	}
	return ""
}

// named is the speaker of a statement whose surname the span holds.
func (d *days) named(s news.Span) string {
	for i := s.Start; i < s.End; {
		t := d.p.scan(i)
		i = max(t.end, i+1)
		if t.kind != word || !t.cap || t.start >= s.End || t.end-t.start < alikeLetters {
			continue
		}
		w := d.p.text[t.start:t.end]
		for _, n := range d.names[w[:alikeLetters]] {
			if alike(n.word, w) {
				return n.speaker
			}
		}
	}
	return ""
}

// surname is the last word of a speaker's name.
type surname struct{ word, speaker, name string }

// surnamesOf are the speakers' surnames by their first letters, in the order of the
// text.
func surnamesOf(in []Attr) map[string][]surname {
	out := map[string][]surname{}
	seen := map[string]bool{}
	for i := range in {
		a := &in[i]
		w := a.Name[strings.LastIndexAny(a.Name, " -")+1:] // al-Marn: a hyphen divides words
		once := w
		if w != "" && !isCapital(w[0]) {
			once = a.Name // "report" ends many names
		}
		if a.Speaker == "" || len(w) < alikeLetters || seen[once] {
			continue
		}
		seen[once] = true
		k := w[:alikeLetters]
		out[k] = append(out[k], surname{w, a.Speaker, a.Name})
	}
	return out
}

// alikeLetters is how many bytes two names that are alike share at the least.
const alikeLetters = 3

// alike reports whether two names are the same but for an ending: Horne, Horn.
func alike(a, b string) bool {
	k := 0
	for k < min(len(a), len(b)) && a[k] == b[k] {
		k++
	}
	return k >= alikeLetters && (len(a) == k && len(b) == k || k >= 4 && max(len(a), len(b))-k <= 1)
}

func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }
