package score

import (
	"bytes"
	"fmt"
	"strings"

	"parley/internal/news"
)

// Half is one half of the project's own set with its score.
type Half struct {
	Name  string // "tune", "test"; "test, plain texts" and "test, in templates" of the texts that are wrapped
	Score *Statements
}

// Corpora are the scores of what stands outside the repository; nil is left out.
type Corpora struct {
	Gold      *Statements  // gold/examples.jsonl
	News      []Half       // examples/polnear: each half by each finder
	Agency    []Half       // examples/timebank
	Rules     *Ablation    // what each rule adds
	Dev       *Attribution // PolNeAR dev, whole documents
	Instances *Attribution // cofenet-valid.jsonl
	Dates     []DateColumn // TimeBank
}

// The sections of the sheet stand between these lines. Only the first is golden:
// it is made of nothing but the repository.
const (
	ownBegin     = "<!-- own set: begin -->\n"
	ownEnd       = "<!-- own set: end -->\n"
	corporaBegin = "<!-- corpora: begin -->\n"
	corporaEnd   = "<!-- corpora: end -->\n"
	besideBegin  = "<!-- readers: begin -->\n"
	besideEnd    = "<!-- readers: end -->\n"
)

const sheetHead = `# Scores

Written by ` + "`make scores`" + `; do not edit. ` + "`make check`" + ` compares the section of the project's own set with what the
reader of the working tree gives, so a change of quality shows in review. The sections of the corpora are made again
only where ` + "`../shared`" + ` is there. What each figure means: ` + "`go doc ./internal/score`" + `. All figures are per cent.

`

// Sheet gives docs/scores.md with a new section for the own set and, unless c is
// nil, for the corpora; without it old's section is kept as it is.
func Sheet(old []byte, halves []Half, c *Corpora) []byte {
	corpora := cut(old, corporaBegin, corporaEnd)
	if c != nil {
		corpora = c.section()
	}
	return sheet(ownSection(halves), corpora, cut(old, besideBegin, besideEnd))
}

// SheetBeside gives a sheet with a new section of several readers and all else kept;
// machine says where their speeds were measured.
func SheetBeside(old []byte, readers []Column, machine string) []byte {
	return sheet(cut(old, ownBegin, ownEnd), cut(old, corporaBegin, corporaEnd), besideSection(readers, machine))
}

// sheet frames the three sections.
func sheet(own, corpora, beside string) []byte {
	return []byte(sheetHead + ownBegin + own + ownEnd + "\n" + corporaBegin + corpora + corporaEnd + "\n" + besideBegin + beside + besideEnd)
}

// CheckSheet compares the golden section of a sheet with scores. The error has
// code news.Conflict and names the lines that differ.
func CheckSheet(sheet []byte, halves []Half) error {
	want, got := cut(sheet, ownBegin, ownEnd), ownSection(halves)
	if want == got {
		return nil
	}
	return news.Errorf(news.Conflict, "the scores of the project's own set have changed; make scores writes them anew\n%s", lineDiff(want, got))
}

// cut gives what stands between two lines, "" without them.
func cut(sheet []byte, begin, end string) string {
	_, rest, ok := bytes.Cut(sheet, []byte(begin))
	if !ok {
		return ""
	}
	body, _, _ := bytes.Cut(rest, []byte(end))
	return string(body)
}

// lineDiff lists lines that only one of two texts has.
func lineDiff(was, is string) string {
	count := map[string]int{}
	for _, l := range strings.Split(was, "\n") {
		count[l]++
	}
	var b strings.Builder
	var fresh []string
	for _, l := range strings.Split(is, "\n") {
		if count[l]--; count[l] < 0 {
			fresh = append(fresh, l)
		}
	}
	for _, l := range strings.Split(was, "\n") {
		if count[l] > 0 {
			count[l]--
			fmt.Fprintf(&b, "- %s\n", l)
		}
	}
	for _, l := range fresh {
		fmt.Fprintf(&b, "+ %s\n", l)
	}
	return b.String()
}

func ownSection(halves []Half) string {
	var b strings.Builder
	b.WriteString("## Project's own set\n\nInvented reports of `examples/`. The test half was committed before the first statement was read through the whole road, and its texts and errors are not looked at while tuning. Its sums are printed here, so they are seen: once (603dfdd) a rule of days was narrowed because its days had fallen from 69 to 68.\n\n")
	names, scores := split(halves)
	n := min(len(halfNames), len(halves))
	statementTables(&b, names[:n], scores[:n])
	if n < len(halves) {
		b.WriteString("### Pages against plain text\n\nThe same texts as they are and wrapped in each site template.\n\n")
		overview(&b, names[n:], scores[n:])
	}
	return b.String()
}

func (c *Corpora) section() string {
	var b strings.Builder
	b.WriteString("## Corpora outside the repository\n\n")
	if c.Gold != nil {
		b.WriteString("### Worked examples of the gold\n\n`gold/examples.jsonl`: two seeds and four Wikinews reports, one of which holds no statement.\n\n")
		statementTables(&b, []string{"examples"}, []*Statements{c.Gold})
	}
	if len(c.News) > 0 {
		b.WriteString("### Real news: forty articles of PolNeAR train\n\n`examples/polnear`: our own annotation by the rules of statements.md, read twice and once more by another reader; the articles are left out of training. " +
			"The tuning half serves thresholds, the scoring half only this sheet. \"rules\" and \"model\" are the two finders alone (`parley score statements --only`).\n\n")
		names, scores := split(c.News)
		overview(&b, names, scores)
		half := len(names) / 2 // the first of each half is the whole reader
		calibration(&b, []string{names[0], names[half]}, []*Statements{scores[0], scores[half]})
	}
	if len(c.Agency) > 0 {
		b.WriteString("### Older news: reports of TimeBank\n\n`examples/timebank`: agency and newspaper reports of 1989 to 1998, annotated once by the rules of statements.md, days of speaking too. " +
			"The reader has been trained on the tuning half and rules may be tuned on it; the scoring half serves only this sheet.\n\n")
		names, scores := split(c.Agency)
		statementTables(&b, names, scores)
	}
	if c.Rules != nil {
		c.Rules.section(&b)
	}
	if c.Instances != nil {
		b.WriteString("### CofeNet's instances of PolNeAR dev\n\nEach instance is read by itself, by the model's PolNeAR head. " + peers)
		attributionTables(&b, c.Instances)
		distance(&b, c.Instances)
	}
	if c.Dev != nil {
		b.WriteString("### PolNeAR dev, whole documents\n\nSpans and links of the model's PolNeAR head.\n\n")
		attributionTables(&b, c.Dev)
	}
	if len(c.Dates) > 0 {
		b.WriteString("### DATE expressions of TimeBank\n\n" + dateText)
		dateTables(&b, c.Dates)
	}
	return b.String()
}

// peers are the published figures that the ones of the instances stand beside.
const peers = "Published on the test split in the same form, exact F1 of source / cue / content: BERT + Cofe (110 M parameters, GPU) 83.2 / 75.3 / 72.9, " +
	"best without BERT 73.3 / 66.2 / 63.6, CRF 50.6 / 53.4 / 28.6; expect the test split to lie three or four points under dev for sources.\n\n"

// dateText tells of the expressions of dates, with a peer's figures.
const dateText = "Found by `internal/when`, reckoned from the day of creation (`parley score dates`). The halves are by the last digit of a document's name; " +
	"errors were read of the even half only. Precision / recall / F1; what is left out: `go doc ./internal/score`.\n\n" +
	"SUTime (CoreNLP 4.5.10, default rules; `bench/peers/sutime.sh`, 2026-11-28) on the same files, F1 of exact extents / overlap / values: " +
	"all 87.3 / 94.7 / 74.7, even 87.2 / 94.5 / 73.2, odd 87.5 / 95.0 / 76.6.\n\n"

// distance tells how far exact F1 lies from BERT + Cofe, in points.
func distance(b *strings.Builder, a *Attribution) {
	b.WriteString("Distance of exact F1 to BERT + Cofe's on test, in points:")
	for i, s := range [...]struct {
		name string
		of   SpanScore
		peer float64
	}{{"source", a.Source, 83.2}, {"cue", a.Cue, 75.3}, {"content", a.Content, 72.9}} {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(b, " %s %+.1f", s.name, 100*s.of.Exact.PRF().F1-s.peer)
	}
	b.WriteString(".\n\n")
}

// split gives the names and scores of halves.
func split(halves []Half) (names []string, scores []*Statements) {
	for _, h := range halves {
		names, scores = append(names, h.Name), append(scores, h.Score)
	}
	return names, scores
}

func attributionTables(b *strings.Builder, a *Attribution) {
	fmt.Fprintf(b, "%d texts. Precision / recall / F1; the last column is CofeNet's single Jaccard figure.\n\n", a.Texts)
	g := newGrid(b, "span", "exact", "begin", "Jaccard", "mean Jaccard")
	for _, s := range []struct {
		name string
		SpanScore
	}{{"source", a.Source}, {"cue", a.Cue}, {"content", a.Content}} {
		g.row(s.name, prfCell(s.Exact), prfCell(s.Begin), prfCell(s.Jaccard), percent(s.Mean()))
	}
	b.WriteString("\n")
	if a.Relations == nil {
		return
	}
	g = newGrid(b, "source and content joined", "exact", "overlap")
	g.row("all", prfCell(a.Relations.Exact), prfCell(a.Relations.Overlap))
	for _, m := range modes {
		r := a.ByMode[string(m)]
		g.row(string(m), prfCell(r.Exact), prfCell(r.Overlap))
	}
	b.WriteString("\n")
}
