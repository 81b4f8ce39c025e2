package ledgertest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"parley/internal/ledger"
	"parley/internal/news"
)

// Reader is the version of the reader that the reports of Corpus name.
const Reader = "parley/test+rules-1"

var (
	outlets  = []string{"The Karsk Courier", "Tavel Morning Post", "Halden Broadcasting", "Meridian Press", "Lume24", "Union Herald"}
	issues   = []string{"talks", "ceasefire", "prisoners", "tesmar", "guarantees", "corridor"}
	stances  = []news.Stance{news.For, news.Against, news.Conditional, news.Unclear}
	forename = strings.Fields("Marek Ilse Petr Jonas Tomas Elena Adrian Mira Daniel Viktor Goran Ana Sigrid Oskar Paul Rhea Walter Grace Nadia Lena")
	surname  = strings.Fields("Dornik Vargel Hollanek Rethar Brandlo Soromin Kellan Tannor Oskell Amanek Pilchar Welkow Auneson Lindar Okorin Santoval Quinnel Holmar Ferrone Bastek")
	sides    = []news.Ref{{ID: "state:valdoria", Name: "Valdoria"}, {ID: "state:merovia", Name: "Merovia"}, {ID: "org:tesmar-council", Name: "Tesmar Council"}, {ID: "state:halden", Name: "Halden"}}
	common   = strings.Fields("the of and to in a for on with that by from at as its over under this which had been were will would not all two more after before near town river bridge border army council minister delegation mediator round table text draft paper guard truck grain village winter morning crossing shelling line agreed refused")
)

// Corpus makes report number n, always the same, of about the given size in bytes,
// with one statement to every 400 bytes (at least one). Speakers, issues, outlets and
// days are spread as in a large ledger: four hundred speakers, six issues and outlets,
// three hundred days.
func Corpus(n, size int) ledger.Addition {
	w := &page{rng: rand.New(rand.NewPCG(uint64(n), 7))}
	w.zipf = rand.NewZipf(w.rng, 1.3, 4, 19999)
	w.report(n, size)
	w.r.Text = w.text.String()
	w.r.SHA256, w.r.ID = news.HashBytes([]byte(w.r.Text))
	for i := range w.ss {
		w.ss[i].ReportID = w.r.ID
		w.ss[i].ID = news.StatementID(w.r.ID, w.ss[i].Content)
	}
	return ledger.Addition{Report: &w.r, Statements: w.ss, Reader: Reader}
}

// page is a report that is being written.
type page struct {
	rng  *rand.Rand
	zipf *rand.Zipf
	text strings.Builder
	r    news.Report
	ss   []news.Statement
}

func (w *page) report(n, size int) {
	w.r = news.Report{
		File: fmt.Sprintf("pages/%05d.txt", n), Outlet: outlets[w.rng.IntN(len(outlets))],
		Published: news.Day{Year: 2031, Month: 3, Date: 14}.Add(w.rng.IntN(300)), Language: "en",
		Title: fmt.Sprintf("Report %d on the Tesmar war", n),
	}
	w.passage(news.Headline, "", func() { w.text.WriteString(w.r.Title) })
	for w.text.Len() == 0 || len(w.ss) == 0 || w.text.Len() < size-200 {
		w.passage(news.Body, "", w.paragraph)
	}
	w.passage(news.Furniture, "read more", func() { w.text.WriteString("Read more") })
}

func (w *page) passage(kind news.PassageKind, reason string, write func()) {
	if w.text.Len() > 0 {
		w.text.WriteString("\n\n")
	}
	start := w.text.Len()
	write()
	w.r.Passages = append(w.r.Passages, news.Passage{Kind: kind, Span: news.Span{Start: start, End: w.text.Len()}, Reason: reason})
}

// paragraph writes one statement and the report's own words around it.
func (w *page) paragraph() {
	person, side := w.rng.IntN(len(forename)*len(surname)), 0
	side = person % len(sides)
	name := forename[person%len(forename)] + " " + surname[person/len(forename)]
	s := news.Statement{
		Mode: news.Indirect, Passage: news.Body, Reader: Reader, Rule: "said that", Confidence: 0.9,
		Speaker: news.Speaker{
			ID: fmt.Sprintf("person:%d", person), Name: name, Kind: news.Person, By: "name",
			Side: &sides[side], Confidence: 0.95,
		},
	}
	s.Speaker.Mention = w.span(func() { w.text.WriteString(name) })
	w.text.WriteString(" ")
	s.Cue = w.span(func() { w.text.WriteString("said") })
	if w.rng.IntN(3) == 0 {
		s.Mode = news.Direct
		w.text.WriteString(": “")
		s.Content = []news.Span{w.span(func() { w.words(20) })}
		w.text.WriteString("”")
	} else {
		w.text.WriteString(" that ")
		s.Content = []news.Span{w.span(func() { w.words(20) })}
	}
	if w.rng.IntN(4) == 0 {
		s.Move = &news.Move{Issue: issues[w.rng.IntN(len(issues))], Holder: sides[side], Stance: stances[w.rng.IntN(len(stances))], By: "test"}
	}
	w.ss = append(w.ss, s)
	w.text.WriteString(". ")
	w.words(36)
	w.text.WriteString(".")
}

func (w *page) span(write func()) news.Span {
	start := w.text.Len()
	write()
	return news.Span{Start: start, End: w.text.Len()}
}

// words writes n words, half of them common, half of a vocabulary of twenty thousand.
func (w *page) words(n int) {
	for i := range n {
		if i > 0 {
			w.text.WriteByte(' ')
		}
		if w.rng.IntN(2) == 0 {
			w.text.WriteString(common[w.rng.IntN(len(common))])
		} else {
			w.text.WriteString(coined(w.zipf.Uint64()))
		}
	}
}

// coined makes a word of syllables from a number.
func coined(n uint64) string {
	const consonants, vowels = "bdfghklmnprstv", "aeiou"
	var b [12]byte
	word := b[:0]
	for n += 70; n > 0; n /= 70 {
		word = append(word, consonants[n%14], vowels[n/14%5])
	}
	return string(word)
}
