package actor

import (
	"strings"

	"parley/internal/news"
)

// asPrinted is a source that is only its words.
func (r *resolver) asPrinted(first, last int, span news.Span) decided {
	name := r.printedUpTo(first, last, -1)
	if name == "" {
		return decided{unnamed(span, "the source has no words"), -1}
	}
	sp := news.Speaker{Name: name, Kind: news.Group, Anonymous: true, Mention: span, Trail: []news.Span{span}, By: ByPhrase, Confidence: 0.6}
	return decided{sp, -1}
}

// printed is the phrase of tokens [first, last) as rule 14 of statements.md names it.
func (s *Scene) printed(first, last int) string {
	first, last = s.trim(first, last)
	return s.printedUpTo(first, last, s.headMention(first, last))
}

// printedUpTo prints tokens [first, last) without article and "both", with what
// stands before the head of mention at and an of-phrase, and nothing after.
func (s *Scene) printedUpTo(first, last, at int) string {
	return s.printTo(first, s.phraseEnd(first, last, at))
}

// printTo prints tokens [first, end) without article, "this" and "both", nor a bracket that is closed only.
func (s *Scene) printTo(first, end int) string {
	first, end = s.trim(first, end)
	for first < end-1 && (s.isArticle(first, end) || s.toks[first].has(mark) || isOnly(s.word(first))) {
		first++
	}
	if end <= first {
		return ""
	}
	words := oneLine(s.text[s.toks[first].start:s.toks[end-1].end])
	if s.sentenceCapital(first) {
		words = strings.ToLower(words[:1]) + words[1:]
	}
	if strings.IndexByte(words, '[') < 0 {
		words = strings.Replace(words, "]", "", 1)
	}
	return words
}

// isOnly reports whether the word at the head of a phrase tells what the report thinks
// of a number and is no part of it: only 7 percent.
func isOnly(w string) bool {
	switch w {
	case "only", "Only", "just", "Just":
		return true
	}
	return false
}

// sentenceCapital reports whether the capital of token k is only that of a sentence's
// first word: "Officials said".
func (s *Scene) sentenceCapital(k int) bool {
	t := s.toks[k]
	if !t.capital() || t.has(allCaps|initial) || t.is(isForename|isProper) || s.byteAt(k) >= 0x80 {
		return false
	}
	if !t.is(isPeople|isBody|isDocument|isPerson|isFormer|isDeterminer|isGroupAlone) || k+1 < len(s.toks) && s.toks[k+1].capital() && s.adjoins(k+1) {
		return false
	}
	if s.doc.Sentences[s.sentenceOf(k)].First != k {
		return false
	}
	_, n := s.knownAt(k, k+1)
	return n == 0 // Pentagon sources
}

// isArticle reports whether token k is an article or "both" that a name leaves out.
// A publication keeps its capital The.
func (s *Scene) isArticle(k, last int) bool {
	switch s.word(k) {
	case "the", "a", "an", "A", "An", "this", "these":
		return true
	case "This", "These":
		return k+1 < last && s.toks[k+1].lower() // but This Morning
	case "both", "Both":
		return k+1 < last && !s.is(k+1, "of")
	case "The":
		return !s.toks[last-1].is(isArticle) && !s.toks[min(k+1, last-1)].is(isArticle) || !s.toks[k+1].capital()
	}
	return false
}

// phraseEnd gives the token after the head and its of-phrase.
func (s *Scene) phraseEnd(first, last, at int) int {
	k := first
	if at >= 0 && int(s.mentions[at].last) >= first {
		k = min(int(s.mentions[at].last)+1, last)
	}
	for k < last {
		t := s.toks[k]
		switch w := s.word(k); {
		case w == "of" && k+1 < last:
			k = s.ofPhrase(k, last)
			if k < last && (s.word(k) == "and" || s.word(k) == "or") && at < 0 {
				k++
				continue
			}
			return k
		case at >= 0:
			return k
		case t.has(mark) && w != "-" && w != "&" && w != "/", opensRelative(w), isPreposition(w) && w != "of":
			if k > first {
				return k
			}
		case k > first && describesBehind(w) && k+1 < last && isPreposition(s.word(k+1)):
			return k
		case t.lower() && k > first && strings.HasSuffix(w, "ed") && (s.toks[k-1].is(isPeople|isDocument|isBody|isPlural) || k+1 < last && isPreposition(s.word(k+1))):
			return k
		}
		k++
	}
	return k
}

// describesBehind reports whether the adjective w stands behind its noun: individuals
// familiar with the case.
func describesBehind(w string) bool {
	switch w {
	case "familiar", "close", "aware", "privy", "loyal", "present", "opposed", "involved":
		return true
	}
	return false
}

// ofPhrase gives the token after the of-phrases that begin at k.
func (s *Scene) ofPhrase(k, last int) int {
	for k < last && s.word(k) == "of" {
		j := k + 1
		if s.thoseToldOf(j, last) {
			return last
		}
		for j < last && !s.toks[j].has(mark) && (!s.toks[j].is(isStop) || s.namedStop(j, last) || s.toks[j].is(isDeterminer|isFormer) || s.is(j, "than") || j == k+1 && isObjectPronoun(s.word(j))) {
			if s.is(j, "than") || s.is(j, "least") {
				j++
				continue
			}
			if j > k+1 && s.toks[j].lower() && strings.HasSuffix(s.word(j), "ed") && (s.toks[j-1].is(isPeople|isPlural) || j+1 < last && isPreposition(s.word(j+1))) {
				break
			}
			j++
		}
		if j == k+1 {
			return k
		}
		k = j
	}
	return k
}

// thoseToldOf reports whether "those" at k goes on with what is told of them, without which they
// are nobody: of | those hurt by the storm.
func (s *Scene) thoseToldOf(k, last int) bool {
	return k+1 < last && s.is(k, "those") && (opensRelative(s.word(k+1)) || s.toks[k+1].lower() && strings.HasSuffix(s.word(k+1), "ed"))
}

// countedEnd is the token behind mention at of a document or group and its of-phrase, as far as that
// tells of whom or what it is: a poll of 800 voters.
func (s *Scene) countedEnd(at int) int {
	m := &s.mentions[at]
	k := int(m.last) + 1
	if m.Kind != DocumentMention || k+1 >= len(s.toks) || !s.is(k, "of") {
		return k
	}
	for j := k + 1; j < min(len(s.toks), k+8); j++ {
		t := s.toks[j]
		if t.has(mark) || t.is(isStop) && !t.is(isDeterminer|isFormer) || isPreposition(s.word(j)) {
			return k
		}
		if t.is(isPeople|isPlural) && (j+1 >= len(s.toks) || !s.toks[j+1].is(isPeople|isPlural)) {
			return j + 1
		}
	}
	return k
}

// oneLine writes white space as single blanks.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
