package actor

import (
	"iter"
	"slices"
	"sort"
)

// reach is how many sentences before and after a phrase are asked whom it means. Few
// reports are longer; in a document of a hundred thousand sentences it keeps reading
// from growing with the square of the length.
const reach = 300

// around gives the actors that a phrase at mention at may mean, in order: all of a
// report of usual length, else those mentioned within reach.
func (r *resolver) around(at int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if len(r.doc.Sentences) <= reach {
			for e := range r.entities {
				if !yield(e) {
					return
				}
			}
			return
		}
		for _, e := range r.mentioned(r.since(at), r.until(at)) {
			if !yield(e) {
				return
			}
		}
	}
}

// mentioned gives the actors of mentions [from, to), each once, in order.
func (r *resolver) mentioned(from, to int) []int {
	found := make([]int, 0, to-from)
	for j := from; j < to; j++ {
		if e := r.mentions[j].Entity; e >= 0 {
			found = append(found, e)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// since is the first mention within reach of mention at.
func (r *resolver) since(at int) int {
	least := r.mentions[at].sentence - reach
	return sort.Search(at, func(j int) bool { return r.mentions[j].sentence >= least })
}

// until is the mention after the last within reach of mention at.
func (r *resolver) until(at int) int {
	most := r.mentions[at].sentence + reach
	return at + sort.Search(len(r.mentions)-at, func(j int) bool { return r.mentions[at+j].sentence > most })
}

// near are the actor's mentions that matter for mention at: all in a report of usual
// length, else those within reach.
func (r *resolver) near(ent *entity, at int) []int32 {
	if len(r.doc.Sentences) <= reach {
		return ent.mentions
	}
	from, to := int32(r.since(at)), int32(r.until(at))
	first := sort.Search(len(ent.mentions), func(i int) bool { return ent.mentions[i] >= from })
	n := sort.Search(len(ent.mentions)-first, func(i int) bool { return ent.mentions[first+i] >= to })
	return ent.mentions[first : first+n]
}
