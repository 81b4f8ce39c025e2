package actor

import (
	"sort"

	"parley/internal/news"
)

// spokeTogether are those who last spoke with one voice: "Kell and Marn said".
type spokeTogether struct {
	decided
	span news.Span // the words that name them
	end  int       // where what they say ends
}

const (
	asTogether       = asSubject + asLastSpeaker
	sureOfTogether   = 0.75
	farthestTogether = 2 // sentences
)

// noteTogether keeps who is decided to speak in a source of names joined by "and", until somebody
// else speaks.
func (r *resolver) noteTogether(src *Source, d decided) {
	switch t := &r.together; {
	case !src.Mention.Empty() && src.Mention == r.joinedAt:
		*t = spokeTogether{d, src.Mention, endOf(src)}
	case d.speaker.Name == t.speaker.Name:
		t.end = endOf(src)
	case !r.nestedIn(src) && !r.pulled(src):
		*t = spokeTogether{}
	}
}

// byTogether resolves the pronoun they at token k to those who last spoke together, if no other
// of those found, but the single ones among them, is likelier.
func (r *resolver) byTogether(k int, found []antecedent, span news.Span) (decided, bool) {
	t := &r.together
	if t.speaker.Name == "" || t.span.End > int(r.toks[k].start) {
		return decided{}, false
	}
	heard := min(k, sort.Search(len(r.toks), func(j int) bool { return int(r.toks[j].end) >= t.end }))
	sent, from := r.sentenceOf(k), r.sentenceOf(heard)
	if sent-from > farthestTogether {
		return decided{}, false
	}
	score := asTogether - perSentence*float64(sent-from) - perParagraph*float64(r.doc.Sentences[sent].Passage-r.doc.Sentences[from].Passage)
	for _, a := range found {
		if !t.span.Contains(r.mentions[a.mention].Span) && a.score > score {
			return decided{}, false
		}
	}
	d := t.decided
	d.speaker.Mention, d.speaker.Trail = span, []news.Span{span, t.span}
	d.speaker.By, d.speaker.Confidence = ByCoreference, sureOfTogether
	return d, true
}
