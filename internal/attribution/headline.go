package attribution

// headline reads "X: words", "words – X" and "words: X".
func (r *reader) headline() {
	for i := 1; i < len(r.items)-1; i++ {
		p := r.items[i].punct
		if p != ':' && p != '-' {
			continue
		}
		if p == ':' && r.names(0, i) && i <= 6 {
			if end := r.firstPart(i + 1); !r.pair(0, i) || r.finite(i+1, end, true) {
				r.head(phraseAt{0, i}, i+1, end)
			}
			return
		}
		if end := r.trimEnd(); p == ':' && r.officials(i+1, end) && r.worth(0, i) {
			r.head(phraseAt{i + 1, end}, 0, i)
			return
		}
		if end := r.trimEnd(); p == '-' && end-i <= 6 && r.items[i].space && r.names(i+1, end) && r.worth(0, i) {
			r.head(phraseAt{i + 1, end}, 0, i)
			return
		}
	}
}

// firstPart is the end of the headline's part at item i: "Report: roads closed; | Kell
// says more to come".
func (r *reader) firstPart(i int) int {
	end := r.trimEnd()
	for ; i < end; i++ {
		if r.punct(i) == ';' {
			return i
		}
	}
	return end
}

// pair reports whether items [from, to) name two: "Marn and Kell: A hard year" tells of
// them, where a clause would be their words.
func (r *reader) pair(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if r.is(i, "and") && r.items[i-1].cap {
			return true
		}
	}
	return false
}

func (r *reader) trimEnd() int {
	n := len(r.items)
	for n > 0 && r.items[n-1].punct == '.' {
		n--
	}
	return n
}

// names reports whether items [from, to) are all words with capitals or small links:
// a name, a title with a name, "Reports".
func (r *reader) names(from, to int) bool {
	for i := from; i < to; i++ {
		it := &r.items[i]
		if it.class&Label != 0 {
			return false
		}
		if !it.word || !it.cap && it.class&(Link|Determiner) == 0 && !r.is(i, "and") || it.class&(Pronoun|Modal|Finite|WH|Have|Do|Adverb|Lead) != 0 && it.class&Determiner == 0 && !r.is(i, "and") {
			return false
		}
	}
	return to > from
}

func (r *reader) head(src phraseAt, from, to int) {
	content := r.parts(from, to)
	if !r.worth(from, to) || len(content) == 0 {
		return
	}
	for k := range r.cues {
		if r.cues[k].rel >= 0 && r.base < 0 && r.out[r.cues[k].rel].Source.Overlaps(r.at(src)) {
			return
		}
	}
	r.out = append(r.out, Relation{Source: r.at(src), Content: content, Unit: r.span, Passage: r.passage,
		Base: r.base, Same: -1, Headline: true, Rule: ruleHeadline, Score: 0.7})
}
