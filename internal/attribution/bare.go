package attribution

import (
	"strings"

	"parley/internal/news"
	"parley/internal/token"
)

// bareNoun reports whether the content of a relation that the trained reader found behind
// its cue is a bare noun phrase (rule 4): without marks, "that", infinitive or -ing phrase,
// and with no verb of its own before its first relative clause.
func (x *Lexicon) bareNoun(doc *token.Doc, m *Relation) bool {
	if len(m.Content) != 1 || m.Cue.IsZero() || m.Content[0].Start < m.Cue.End {
		return false
	}
	if x.document(doc, m.Content[0]) || x.ofOthers(doc, m) {
		return true
	}
	if x.objectCue(doc, m) {
		return false
	}
	first, last := doc.TokensIn(m.Content[0])
	for last > first && doc.Tokens[last-1].Kind == token.Mark {
		last-- // of a quotation that began before the cue
	}
	if first == 0 || first >= last || doc.Tokens[first-1].Kind != token.Word || strings.EqualFold(doc.Word(first-1), "that") {
		return false
	}
	if e := x.lookup(doc.Word(first)); e.class&(WH|Clausal|Subject|Preposition|Negation|Conjunction) != 0 {
		return false
	}
	for t := first; t < last; t++ {
		if doc.Tokens[t].Kind == token.Mark {
			return false
		}
		if t > first && strings.EqualFold(doc.Word(t), "that") {
			return true
		}
		e := x.lookup(doc.Word(t))
		if e.class&WH != 0 {
			return true
		}
		if doc.Tokens[t].Kind == token.Word && !x.ofNoun(doc, first, t) && x.ownVerb(doc.Word(t), t == first) {
			return false
		}
	}
	return true
}

// ofOthers reports whether the content is words of others that the cue denies or confirms and
// does not say: denied "reports he is ill".
func (x *Lexicon) ofOthers(doc *token.Doc, m *Relation) bool {
	if e := x.lookup(doc.Word(doc.TokenAt(m.Cue.Start))); e.verb < 0 || x.verbs[e.verb].Frames&(Free|Trail) != 0 {
		return false
	}
	t := doc.TokenAt(m.Content[0].Start)
	w := doc.Word(t)
	return strings.HasSuffix(w, "s") && x.lookup(w).class&(SaidNoun|Document|Summary) != 0 && t+1 < len(doc.Tokens) && x.lookup(doc.Word(t+1)).class&(Subject|Determiner) != 0
}

// ofNoun reports whether the word at token t, an -ing form or a participle, only tells more of a
// noun: "agencies | operating there", "amid | increasing tensions", "an | attempted theft".
func (x *Lexicon) ofNoun(doc *token.Doc, first, t int) bool {
	if t == first || doc.Tokens[t-1].Kind != token.Word || t+1 >= len(doc.Tokens) {
		return false
	}
	w, before := doc.Word(t), x.lookup(doc.Word(t-1)).class
	if noun := doc.Tokens[t+1].Kind == token.Word && x.lookup(doc.Word(t+1)).class == 0; before&(Determiner|Possessive|Preposition) != 0 {
		return noun && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed"))
	}
	if len(w) <= 5 || !strings.HasSuffix(w, "ing") || before&(Be|Have|Adverb|Negation) != 0 || !strings.HasSuffix(doc.Word(t-1), "s") {
		return false // crews risk | losing boats
	}
	return t-1 == first || x.lookup(doc.Word(t-2)).class&(Determiner|Possessive|Preposition) != 0
}

// ownVerb reports whether a word of a content makes it more than a noun phrase: a verb's
// form, or one that may be. The first word has no subject before it: "signals" is a noun
// there.
func (x *Lexicon) ownVerb(word string, first bool) bool {
	e := x.lookup(word)
	switch {
	case e.class&(Finite|Modal|Be|Have|Do|Clausal) != 0:
		return true
	case e.forms&(Past|Third) != 0 && !(first && strings.HasSuffix(word, "s")):
		return true
	case e.class&Preposition != 0:
		return false // "regarding"
	}
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing") && e.class&Participial == 0
}

// document reports whether the words are a document with what it says, whose statement that
// is: voiced anger over "a letter calling the raid murder".
func (x *Lexicon) document(doc *token.Doc, s news.Span) bool {
	first, last := doc.TokensIn(s)
	if first >= last || x.lookup(doc.Word(first)).class&Determiner == 0 {
		return false
	}
	for t := first + 1; t < last && t < first+8 && doc.Tokens[t].Kind == token.Word; t++ {
		w := doc.Word(t)
		e := x.lookup(w)
		if t > first+1 && e.verb >= 0 && e.forms&Gerund != 0 && x.lookup(doc.Word(t-1)).class&Document != 0 {
			return true
		}
		if w[0] >= 'a' && (e.class&(Finite|Modal|Be|Have|Do|Clausal|Preposition|Conjunction) != 0) {
			return false
		}
	}
	return false
}

// objectCue reports whether the cue takes an object and a complement, and the content has
// room for both.
func (x *Lexicon) objectCue(doc *token.Doc, m *Relation) bool {
	e := x.lookup(doc.Word(doc.TokenAt(m.Cue.Start)))
	if e.verb < 0 {
		return true // no verb that we know
	}
	f := x.verbs[e.verb].Frames
	return f&Complement != 0 || f&As != 0 && strings.Contains(words(doc, m.Content[0]), " as ")
}

func words(doc *token.Doc, s news.Span) string { return doc.Report.Text[s.Start:s.End] }
