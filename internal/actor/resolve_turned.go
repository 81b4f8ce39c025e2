package actor

import (
	"slices"

	"parley/internal/news"
)

// mostTurned is the most words of a body's name that are compared with another order of them.
const mostTurned = 8

// turnedRound is the body named before whose name the noun phrase at gives in another order:
// "Valdoria's Harbour Affairs ministry" for the Valdorian Ministry of Harbour Affairs; or -1.
func (r *resolver) turnedRound(at int) int {
	m := &r.mentions[at]
	if m.Kind != OrganisationMention || r.lex.short[r.key(m.headAt)]&(bodies|ministries) == 0 || m.headAt == r.afterDeterminer(m.first) {
		return -1
	}
	var buf, other [mostTurned]uint64
	words, state := r.ownWords(buf[:0], r.ownerFirst(at), int(m.headAt))
	for j, from := at-1, r.since(at); j >= from && len(words) > 0; j-- {
		o := &r.mentions[j]
		if o.Kind != OrganisationMention || r.key(o.headAt) != r.key(m.headAt) || !r.toks[o.headAt].capital() || r.inCaption(o) {
			continue
		}
		theirs, of := r.ownWords(other[:0], r.ownerFirst(j), r.nameEnd(int(o.last)+1))
		if slices.Equal(words, theirs) && (state == nil || of == nil || state == of) {
			return r.entityOfNoun(j)
		}
	}
	return -1
}

// ownerFirst is the first token of mention at with the possessor right before it.
func (r *resolver) ownerFirst(at int) int {
	first := r.mentions[at].first
	if at > 0 && r.mentions[at-1].possessive && r.mentions[at-1].last == first-1 {
		first = r.mentions[at-1].first
	}
	return int(first)
}

// ownWords adds the words of a body's name in tokens [first, end) that tell it from others of its
// kind to keys, and gives the state that it is of, nil for none.
func (r *resolver) ownWords(keys []uint64, first, end int) ([]uint64, *Entry) {
	var state *Entry
	for k := first; k < end; k++ {
		t := r.toks[k]
		if hit, n := r.knownAt(k, end); n == 1 && hit.Entry.Kind == news.State {
			state = hit.Entry
			continue
		}
		if t.has(mark) || t.is(isDeterminer) || r.joinsNamed(k) || r.is(k, "Affairs") || r.is(k, "affairs") || r.lex.short[r.key(int32(k))]&(bodies|ministries) != 0 {
			continue
		}
		if len(keys) == cap(keys) {
			return nil, state
		}
		keys = append(keys, r.key(int32(k)))
	}
	return keys, state
}
