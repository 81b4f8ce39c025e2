package actor

// leastCarried is the least score with which a pronoun that speaks of nobody's words is taken to
// mean an actor. One that is less sure would lead those behind it astray.
const leastCarried = 0.0

// hear gives the pronouns before token k that are no sources the actors that they mean. Who is
// told of as "he" for three sentences is as near as the last of them, not as his name is. Each
// pronoun is looked at once.
func (r *resolver) hear(k int) {
	for ; r.heard < len(r.mentions) && int(r.mentions[r.heard].first) < k; r.heard++ {
		m := &r.mentions[r.heard]
		if m.Kind != PronounMention || m.Entity >= 0 {
			continue
		}
		p, _ := pronounOf(r.word(int(m.first)))
		if p.person != 3 || p.rel {
			continue
		}
		if found := r.antecedents(p, int(m.first), -1); len(found) > 0 && found[0].score >= leastCarried {
			m.Entity = found[0].entity
		}
	}
}
