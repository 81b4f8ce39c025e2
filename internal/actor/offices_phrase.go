package actor

import (
	"strings"

	"parley/internal/news"
)

// Office is what a phrase such as "the former top US diplomat" names.
type Office struct {
	Name    string // the canonical office: "foreign minister"
	Of      string // name of the state or organisation; "" when the phrase does not say and the words do not imply it
	Implied bool   // Of is implied by the words ("the secretary of state"), not said
	Former  bool   // former, then-, ex-
	Acting  bool   // acting, interim
}

// Offices gives the offices that a noun phrase names, as a whole: "the Russian
// foreign minister", "Russia's top diplomat", "chairman of the US Joint Chiefs of
// Staff", "the Kremlin spokesman", "the Chancellor" (several). What stands after
// the office and is not of it, such as a name, is left aside; an "of" with a body
// that the directory does not know, or a word that makes it another office
// (deputy, shadow), gives none.
func (d *Directory) Offices(phrase string) []Office {
	_, found := d.OfficeAt(phrase, firstLetter(phrase))
	return found
}

// OfficeAt finds the longest phrase that names an office and begins at byte start
// of text: determiner, state and adjectives first, as in Offices. It gives the byte
// after it, or start and nothing.
func (d *Directory) OfficeAt(text string, start int) (end int, found []Office) {
	w := officeWalk{offices: d.offices, text: text}
	i := w.leadTo(d, start)
	if i < 0 || w.barred {
		return start, nil
	}
	w.run(i, d)
	if w.meanings == nil {
		return start, nil
	}
	if !w.follow(d) {
		return start, nil
	}
	found = w.found(d)
	if len(found) == 0 {
		return start, nil
	}
	return w.end, found
}

// officeWalk reads one phrase: what leads it, the wording of the office with
// articles and states inside it, and what follows it.
type officeWalk struct {
	*offices
	text           string
	body           *Entry // the state or organisation that the phrase names
	former, acting bool
	barred         bool
	meanings       []meaning
	end            int
}

// mostLead is the most words before the office that are passed over.
const mostLead = 8

// leadTo goes over determiners, states and adjectives to where the office begins,
// and gives that byte, or -1.
func (w *officeWalk) leadTo(d *Directory, i int) int {
	for range mostLead {
		word := readNameWord(w.text, i)
		if word.runes == 0 {
			return -1
		}
		if w.startsOffice(d, i) {
			return i
		}
		next := w.passBody(d, i)
		if next < 0 {
			if next = w.passWord(word, i); next < 0 {
				return -1
			}
		}
		i = next
	}
	return -1
}

// startsOffice reports whether an office's wording begins at byte i that is no
// shorter than the body's name there: "White House press secretary" is an office,
// the "UN" of "UN chief" is not.
func (w *officeWalk) startsOffice(d *Directory, i int) bool {
	try := officeWalk{offices: w.offices, text: w.text}
	try.run(i, d)
	if try.meanings == nil {
		return false
	}
	end, _ := d.LongestAt(w.text, i)
	return try.end >= end
}

// passBody goes over a state or organisation and its possessive; -1 if none is there.
func (w *officeWalk) passBody(d *Directory, i int) int {
	end, body := d.bodyAt(w.text, i)
	if body == nil {
		return -1
	}
	w.body = body
	end = skipPossessive(w.text, end)
	return skipSpace(w.text, end, mostWords)
}

// passWord goes over one word before the office: any determiner or adjective.
func (w *officeWalk) passWord(word nameWord, i int) int {
	switch w.lead[word.hash] {
	case leadFormer:
		w.former = true
	case leadActing:
		w.acting = true
	case leadOther:
		w.barred = true
	case leadPass:
	default:
		if word.caps && !isArticleWord(w.text[i:word.end]) {
			return -1
		}
	}
	return skipSpace(w.text, skipPossessive(w.text, word.end), word.runes)
}

// run finds the longest wording that begins at byte i. With a directory, states
// and articles inside it are passed over.
func (w *officeWalk) run(i int, d *Directory) {
	node, caps, upper, n := uint32(0), uint16(0), uint16(0), 0
	body := w.body
	for i >= 0 && n < mostWords {
		word := readNameWord(w.text, i)
		if word.runes == 0 {
			return
		}
		to, ok := w.trie.step(node, w.fold(word.hash))
		if !ok {
			if n == 0 {
				return
			}
			if isArticleWord(w.text[i:word.end]) {
				i = skipSpace(w.text, word.end, word.runes)
				continue
			}
			end, inside := d.bodyAt(w.text, i)
			if inside == nil {
				return
			}
			body = inside
			i = skipSpace(w.text, skipPossessive(w.text, end), mostWords)
			continue
		}
		if word.caps {
			caps |= 1 << n
		}
		if word.upper {
			upper |= 1 << n
		}
		node = to
		n++
		if f := w.trie.agreeing(node, caps, upper); f != nil {
			w.meanings, w.end, w.body = w.offices.meanings[f.at], word.end, body
		}
		i = skipSpace(w.text, word.end, word.runes)
	}
}

// follow reads "of the United States" after the office. It is false where an "of"
// leads to a body that nobody knows, as in "president of the company".
func (w *officeWalk) follow(d *Directory) bool {
	i := skipSpace(w.text, w.end, mostWords)
	if i < 0 {
		return true
	}
	word := readNameWord(w.text, i)
	if prep := w.text[i:word.end]; prep != "of" && prep != "for" && prep != "in" {
		return true
	} else if prep != "of" && w.body != nil {
		return true
	}
	i = skipSpace(w.text, word.end, word.runes)
	if i < 0 {
		return false
	}
	if next := readNameWord(w.text, i); isArticleWord(w.text[i:next.end]) {
		i = skipSpace(w.text, next.end, next.runes)
	}
	if i < 0 {
		return false
	}
	end, body := d.bodyAt(w.text, i)
	if body == nil {
		return w.text[w.end+1:w.end+3] != "of"
	}
	if past := skipPossessive(w.text, end); past > end {
		return w.part(d, body, past)
	}
	w.body, w.end = body, end
	return true
}

// part reads what a body's possessive leads to, as in "head of Russia's State
// Duma". It is false where that is not known: the head of its navy is not its own.
func (w *officeWalk) part(d *Directory, body *Entry, past int) bool {
	i := skipSpace(w.text, past, mostWords)
	if i < 0 {
		return false
	}
	end, part := d.bodyAt(w.text, i)
	if part == nil || part.Of != body.Name {
		return false
	}
	w.body, w.end = part, end
	return true
}

// found gives the offices that the wording means where the phrase says it is held.
func (w *officeWalk) found(d *Directory) []Office {
	var out []Office
	for _, m := range narrowed(w.meanings, w.body) {
		o := Office{Name: m.office, Of: m.of, Implied: m.of != "", Former: w.former, Acting: w.acting}
		if w.body != nil {
			if m.of != "" && m.of != w.body.Name {
				continue
			}
			o.Of, o.Implied = w.body.Name, false
			if o.Name == leaderOffice || (o.Name == chairOffice && w.body.Of != "") {
				o.Name, o.Of = d.leads(w.body, o.Name)
			}
		}
		out = append(out, o)
	}
	return out
}

// leads is the office that leads the body and where it is held: that of a
// ministry or service is mostly an office of its state.
func (d *Directory) leads(body *Entry, otherwise string) (office, of string) {
	if body.Leader == "" {
		return otherwise, body.Name
	}
	if body.Of != "" && d.holders[holding{body.Leader, body.Name}] == nil {
		return body.Leader, body.Of
	}
	return body.Leader, body.Name
}

// narrowed keeps, where a body has its own meaning of the words, that meaning only.
func narrowed(meanings []meaning, body *Entry) []meaning {
	if body == nil {
		return meanings
	}
	for i, m := range meanings {
		if m.of == body.Name {
			return meanings[i : i+1]
		}
	}
	return meanings
}

// bodyAt is the state or organisation whose words begin at byte i, and where they
// end. A nil directory knows none.
func (d *Directory) bodyAt(text string, i int) (int, *Entry) {
	if d == nil {
		return i, nil
	}
	end, matches := d.LongestAt(text, i)
	for _, m := range matches {
		if m.Entry.Kind != news.Person {
			return end, m.Entry
		}
	}
	return i, nil
}

// skipPossessive goes over 's or ’s, or the apostrophe of a plural.
func skipPossessive(s string, i int) int {
	for _, mark := range []string{"'s", "’s", "'", "’"} {
		if strings.HasPrefix(s[i:], mark) {
			return i + len(mark)
		}
	}
	return i
}
