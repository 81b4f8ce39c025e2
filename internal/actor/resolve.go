package actor

import (
	"sort"

	"parley/internal/news"
	"parley/internal/token"
)

// Source is an attribution as far as the resolver needs it. Spans are bytes of
// Report.Text; indexes are into the list that is resolved.
type Source struct {
	Mention   news.Span   // the words that name the source; zero when it is carried on or not written
	CarriedOn int         // the attribution whose speaker this one shares, or -1
	Addressee news.Span   // the words that name the addressee; zero when none
	Cue       news.Span   // zero when none
	Content   []news.Span // in reading order
	Passage   int         // index into Report.Passages
	Within    int         // the attribution in whose content this one is nested, or -1
	Headline  bool        // a headline's "Name: words"
}

// Resolved is who speaks in an attribution, and to whom.
type Resolved struct {
	Speaker   news.Speaker
	Addressee *news.Party // nil when none is named
	Score     float64     // what the rule that decided the speaker gives itself, 0 to 1, before calibration
}

// The ways in which a speaker is decided, the values of news.Speaker.By.
const (
	ByName        = "name"
	BySurname     = "surname"
	BySimilarName = "similar name"
	ByDirectory   = "surname and role on the day"
	ByRole        = "role in the report"
	ByRoleOnDay   = "role on the day"
	ByApposition  = "apposition"
	ByCoreference = "coreference"
	ByShortForm   = "short form" // of a fuller phrase of the report
	ByCarriedOn   = "carried on"
	ByMetonym     = "metonym"
	ByPhrase      = "as printed"
	BySpeaker     = "speaker of the quotation"
	ByNone        = "none"
)

// mostKept is how many tokens a report may have whose room is kept for another: that of
// one of 10 MB is a hundred megabytes.
const mostKept = 100_000

// Resolve gives the speaker and addressee of each source, in order. Nothing is
// guessed silently: By and Confidence are always set, and a speaker without name
// has a reason and, if there are any, candidates.
func (d *Directory) Resolve(doc *token.Doc, sources []Source) []Resolved {
	if len(doc.Tokens) > mostKept {
		return d.Scan(doc).Resolve(sources)
	}
	s := d.scenes.Get().(*Scene)
	defer d.scenes.Put(s)
	s.read(d, doc)
	defer s.forget()
	return s.Resolve(sources)
}

// Resolve is Directory.Resolve on a report that is scanned already.
func (s *Scene) Resolve(sources []Source) []Resolved {
	r := newResolver(s, sources)
	for i := range sources {
		r.speaker(i)
		r.out[i].Addressee = r.addressee(&sources[i])
	}
	for i := range r.out {
		if e := r.actors[i]; e >= 0 && r.entities[e].unnamed && r.entities[e].kind == news.Person {
			r.out[i].Speaker.Name = r.entities[e].phrase // by now the fullest of the report
		}
		calibrationOf().calibrate(&r.out[i])
	}
	return r.out
}

// resolver is the state of one Resolve.
type resolver struct {
	*Scene
	sources  []Source
	at       []int      // by source: index of its mention, or -1
	done     []bool     // by source: speaker known or under way
	out      []Resolved // by source
	actors   []int      // by source: actor of the report, or -1
	contents []said
	last     int // actor of the last source resolved, or -1
	lastEnd  int // where what the last source resolved says ends
	together spokeTogether
	joinedAt news.Span // the last phrase that "and" joins
}

// said is a part of what attribution of says.
type said struct {
	news.Span
	of int
}

// decided is the outcome for one source.
type decided struct {
	speaker news.Speaker
	entity  int // actor of the report, or -1
}

func newResolver(s *Scene, sources []Source) *resolver {
	r := &resolver{
		Scene: s, sources: sources, last: -1,
		at: make([]int, len(sources)), done: make([]bool, len(sources)), out: make([]Resolved, len(sources)), actors: make([]int, len(sources)),
	}
	for i := range sources {
		r.at[i] = -1
		for _, part := range sources[i].Content {
			r.contents = append(r.contents, said{part, i})
		}
	}
	sort.Slice(r.contents, func(i, j int) bool { return r.contents[i].Start < r.contents[j].Start })
	return r
}

// speaker decides who speaks in attribution i.
func (r *resolver) speaker(i int) decided {
	if r.done[i] {
		return decided{r.out[i].Speaker, r.actors[i]}
	}
	r.done[i] = true
	d := decided{unnamed(news.Span{}, "the attribution is carried on in a circle"), -1}
	r.out[i].Speaker, r.actors[i] = d.speaker, d.entity
	src := &r.sources[i]
	switch {
	case src.Mention.Empty() && src.CarriedOn >= 0 && src.CarriedOn < len(r.sources):
		d = r.carriedOn(src.CarriedOn)
	case src.Mention.Empty():
		d = decided{unnamed(news.Span{}, "the report names no source"), -1}
	default:
		d = r.decide(i)
	}
	r.out[i].Speaker, r.actors[i] = d.speaker, d.entity
	r.noteTogether(src, d)
	if d.entity >= 0 && (r.pulled(src) || r.nestedIn(src)) {
		r.entities[d.entity].spoke = true
	} else if d.entity >= 0 {
		r.last, r.lastEnd = d.entity, endOf(src)
		r.entities[d.entity].spoke = true
	}
	return d
}

// pulled reports whether a quotation set off from the text names its own source below it, so
// that the text around it goes on without it.
func (r *resolver) pulled(src *Source) bool {
	return src.Cue.IsZero() && !src.Mention.Empty() && len(src.Content) > 0 && src.Mention.Start > src.Content[0].End &&
		r.doc.Report.Passages[src.Passage].Kind == news.BlockQuote
}

// endOf is where the words of the source and what it says end.
func endOf(src *Source) int {
	end := max(src.Mention.End, src.Cue.End)
	for _, part := range src.Content {
		end = max(end, part.End)
	}
	return end
}

// carriedOn takes the speaker of attribution k over.
func (r *resolver) carriedOn(k int) decided {
	d := r.speaker(k)
	trail := d.speaker.Trail
	if d.speaker.Trail = nil; !d.speaker.Mention.IsZero() {
		d.speaker.Trail = append([]news.Span{}, trail...)
	}
	d.speaker.Mention = news.Span{}
	d.speaker.By = ByCarriedOn
	d.speaker.Confidence *= 0.95
	return d
}

// unnamed is a speaker without a name, and why.
func unnamed(mention news.Span, reason string) news.Speaker {
	return news.Speaker{Mention: mention, By: ByNone, Reason: reason}
}

// addressee resolves the words that name the addressee.
func (r *resolver) addressee(src *Source) *news.Party {
	if src.Addressee.Empty() {
		return nil
	}
	first, last := r.tokensOf(src.Addressee)
	if first == last {
		return &news.Party{Mention: src.Addressee}
	}
	d := r.decidePhrase(first, last, -1, src.Addressee)
	ref := news.Ref{ID: d.speaker.ID, Name: d.speaker.Name}
	if ref.Name == "" {
		ref.Name = r.printed(first, last)
	}
	return &news.Party{Ref: ref, Mention: src.Addressee}
}

// tokensOf gives the tokens [first, last) that begin in the span.
func (s *Scene) tokensOf(span news.Span) (first, last int) {
	first = sort.Search(len(s.toks), func(k int) bool { return int(s.doc.Tokens[k].End) > span.Start })
	last = first
	for last < len(s.toks) && int(s.doc.Tokens[last].Start) < span.End {
		last++
	}
	return first, last
}
