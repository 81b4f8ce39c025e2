package actor

// pronoun is what a pronoun asks of its antecedent.
type pronoun struct {
	gender gender
	number Number
	person int8 // grammatical: 1, 2, 3
	thing  bool // it, which: no person
	rel    bool // who, which, that: what stands before it
	owner  bool // his, their: stands for the owner, opens a phrase
}

var pronouns = map[string]pronoun{
	"he": {gender: male, number: Singular, person: 3}, "him": {gender: male, number: Singular, person: 3},
	"himself": {gender: male, number: Singular, person: 3},
	"she":     {gender: female, number: Singular, person: 3}, "herself": {gender: female, number: Singular, person: 3},
	"it": {number: Singular, person: 3, thing: true}, "itself": {number: Singular, person: 3, thing: true},
	"they": {number: Plural, person: 3}, "them": {number: Plural, person: 3}, "themselves": {number: Plural, person: 3},
	"i": {number: Singular, person: 1}, "me": {number: Singular, person: 1}, "myself": {number: Singular, person: 1},
	"we": {number: Plural, person: 1}, "us": {number: Plural, person: 1}, "ourselves": {number: Plural, person: 1},
	"you": {person: 2}, "who": {person: 3, rel: true}, "whom": {person: 3, rel: true}, "which": {person: 3, rel: true, thing: true},
	"that": {person: 3, rel: true},
	"his":  {gender: male, number: Singular, person: 3, owner: true}, "her": {gender: female, number: Singular, person: 3, owner: true},
	"hers": {gender: female, number: Singular, person: 3, owner: true},
	"its":  {number: Singular, person: 3, thing: true, owner: true}, "their": {number: Plural, person: 3, owner: true},
	"your": {person: 2, owner: true},
	"my":   {number: Singular, person: 1, owner: true}, "our": {number: Plural, person: 1, owner: true},
	"whose": {person: 3, rel: true, owner: true},
}

// pronounOf looks up the pronoun that w is.
func pronounOf(w string) (pronoun, bool) {
	if w == "" || len(w) > len("themselves") {
		return pronoun{}, false
	}
	if p, ok := pronouns[w]; ok {
		return p, true
	}
	if w[0] < 'A' || w[0] > 'Z' || w == "US" || w == "IT" {
		return pronoun{}, false
	}
	var low [len("themselves")]byte // every sentence begins with a capital: no string is made
	for i := range len(w) {
		low[i] = w[i]
		if 'A' <= w[i] && w[i] <= 'Z' {
			low[i] += 'a' - 'A'
		}
	}
	p, ok := pronouns[string(low[:len(w)])]
	return p, ok
}

// pronounAt adds the pronoun at token i, if it is one that stands alone. "that" and
// "her" before a noun are none.
func (s *Scene) pronounAt(i int) bool {
	w := s.word(i)
	p, ok := pronounOf(w)
	if !ok || p.owner || p.person == 2 || w == "that" || w == "That" {
		return false
	}
	s.add(Mention{Kind: PronounMention, Number: p.number, gender: p.gender}, i, i, i)
	return true
}

// isPreposition reports whether w makes the phrase behind it no subject.
func isPreposition(w string) bool {
	switch w {
	case "of", "in", "on", "at", "by", "for", "from", "to", "with", "without", "within", "into", "onto", "over", "under", "above", "below",
		"between", "among", "against", "about", "around", "across", "before", "until", "through", "throughout", "toward", "towards", "upon",
		"via", "outside", "inside", "despite", "beside", "beyond", "like", "unlike", "near", "off", "behind", "amid", "regarding", "including", "than", "after":
		return true
	}
	return false
}

// opensClause reports whether w begins a clause whose subject follows.
func opensClause(w string) bool {
	switch w {
	case "that", "but", "while", "because", "if", "as", "when", "although", "though", "whereas", "whether", "since", "how", "why", "what", "which", "where":
		return true
	}
	return false
}

// isCopula reports whether a noun behind w is said of somebody named before.
func isCopula(w string) bool {
	switch w {
	case "is", "was", "are", "were", "be", "been", "being", "become", "becomes", "became", "as", "isn't", "wasn't":
		return true
	}
	return false
}

// isObjectPronoun reports whether w may stand behind of: "one of them".
func isObjectPronoun(w string) bool {
	switch w {
	case "them", "us", "whom", "which", "you":
		return true
	}
	return false
}

// isSubjectPronoun reports whether a verb follows the pronoun w.
func isSubjectPronoun(w string) bool {
	switch w {
	case "he", "she", "it", "they", "who", "which", "I", "we", "He", "She", "It", "They", "We":
		return true
	}
	return false
}
