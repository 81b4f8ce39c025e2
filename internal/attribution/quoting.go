package attribution

import "parley/internal/news"

// quoting reads "the agency quoted witnesses as saying P" and "witnesses were quoted by the
// agency as saying P" at item i, and gives the item after it; i when there is none. Those who
// are quoted speak, and what quotes them is a link of the chain (rule 12). A person who quotes
// another speaks himself and is none of these.
func (r *reader) quoting(i int) int {
	if l := r.lemma(i); l != "quote" && l != "cite" || r.items[i].forms&(Past|Third|Base) == 0 {
		return i
	}
	f := found{subject: r.subject(i)}
	switch {
	case !f.subject.ok():
		return i
	case r.is(i+1, "by"):
		f.cue.first = r.right(i+2, len(r.items)).to
	case r.class(f.subject.to-1)&(Outlet|Document|Press) != 0:
		f.quoter, f.subject = f.subject, r.inverted(i+1)
		f.cue.first = f.subject.to
	default:
		return i
	}
	at := r.afterAdverbials(f.cue.first)
	if r.punct(at) == ',' {
		at++ // behind an apposition
	}
	if at <= i+1 || !r.is(at, "as") || !r.is(at+1, "saying") {
		return i
	}
	c, skip, ok := r.cueAt(r.x, at)
	if !ok {
		return i
	}
	f.cue, f.edge = c, f.subject.from
	if f.quoter.ok() {
		f.edge = f.quoter.from
	}
	if p := r.punct(f.edge - 1); p == ',' || p == ';' || p == '-' {
		f.breaks = true
		f.edge--
	}
	r.cues = append(r.cues, f)
	return at + skip
}

// citing gives an outlet's words to those whom it cites, "Interfax, citing the ministry, said P",
// "Interfax said P, citing the ministry", "citing the ministry, Interfax said P"; the outlet
// becomes a link of the chain (rule 12).
func (r *reader) citing(f *found, rel *Relation) {
	outlet := f.subject
	for i := outlet.from + 1; i < outlet.to; i++ {
		if r.punct(i) == ',' && r.cited(i).ok() {
			outlet.to = i
		}
	}
	if !outlet.ok() {
		return
	}
	at := r.at(outlet)
	for _, i := range [...]int{r.lead(0), outlet.to, f.last} {
		if np := r.cited(i); np.ok() && r.x.outlet(r.text[at.Start:at.End]) {
			rel.Source = r.at(np)
			rel.Chain = append(rel.Chain, news.Link{Name: bareName(r.text[at.Start:at.End]), Kind: news.QuotedBy, Mention: at})
			return
		}
	}
}

// cited are the people or bodies that are cited behind item i or its comma, if any are.
func (r *reader) cited(i int) phraseAt {
	if r.punct(i) == ',' {
		i++
	}
	if r.relative(i) && (r.is(i+1, "cited") || r.is(i+1, "quoted")) {
		i++
	} else if !r.cites(i) {
		return phraseAt{i, i}
	}
	np := r.right(i+1, len(r.items))
	if np.ok() && r.class(np.to-1)&Ground != 0 {
		return phraseAt{i, i}
	}
	return np
}

// cites reports whether item i begins the words that tell whom an outlet cites.
func (r *reader) cites(i int) bool { return r.is(i, "citing") || r.is(i, "quoting") }

// quoters is the link of what quotes the source of cue f, if anything does.
func (r *reader) quoters(f *found) []news.Link {
	if !f.quoter.ok() {
		return nil
	}
	at := r.at(f.quoter)
	return []news.Link{{Name: bareName(r.text[at.Start:at.End]), Kind: news.QuotedBy, Mention: at}}
}
