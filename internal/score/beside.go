package score

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"parley/internal/news"
)

// Column is one reader of several that are scored on the same texts.
type Column struct {
	Name      string // heads its column
	Model     string // what its file calls itself
	Shape     string // layers, width and size of the file, in words
	Own       []Half // the project's own set, tune and test
	Gold      *Statements
	News      []Half // examples/polnear, tune and score
	Instances *Attribution
	Speed     Speed
}

// Speed is how fast reports become statements on one core.
type Speed struct {
	Words, Pieces int // each counted once
	Took          time.Duration
}

// Beside scores a reader on all that it is compared by; what it is called and its shape
// are the caller's.
func (s *Sources) Beside(shared string, count func(*news.Report) Speed) (b Column, err error) {
	polnear := filepath.Join(shared, "corpora", "polnear")
	if b.Own, err = s.plainHalves(); err != nil {
		return b, err
	}
	gold, err := examples(shared)
	if err != nil {
		return b, err
	}
	if b.Gold, err = ScoreStatements(gold, s.World, Options{Canonical: s.WorldNames}); err != nil {
		return b, err
	}
	if b.News, err = s.news("polnear", polnear, NamedReader{"", s.World}); err != nil {
		return b, err
	}
	in, err := LoadInstances(filepath.Join(polnear, "cofenet-valid.jsonl"))
	if err != nil {
		return b, err
	}
	b.Instances = ScoreInstances(in, s.Labeller)
	b.Speed, err = s.speed(count)
	return b, err
}

// shortest is how long a speed is measured at least.
const shortest = 5 * time.Second

// speed reads the texts of the own set, over and over, on one core.
func (s *Sources) speed(count func(*news.Report) Speed) (all Speed, err error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var cases []Case
	for _, half := range halfNames {
		more, err := s.marked(half)
		if err != nil {
			return all, err
		}
		cases = append(cases, more...)
	}
	for len(cases) > 0 && all.Took < shortest {
		for _, c := range cases {
			if err := all.add(c, s.Own, count); err != nil {
				return all, err
			}
		}
	}
	return all, nil
}

// add reads one text and counts it.
func (s *Speed) add(c Case, r Reader, count func(*news.Report) Speed) error {
	begin := time.Now()
	rep, _, err := r.Read(c.File, c.Data)
	if err != nil {
		return err
	}
	s.Took += time.Since(begin)
	n := count(rep)
	s.Words, s.Pieces = s.Words+n.Words, s.Pieces+n.Pieces
	return nil
}

func (s Speed) cell() string {
	per := func(n int) int { return int(float64(n) / s.Took.Seconds()) }
	return fmt.Sprintf("%d / %d", per(s.Pieces), per(s.Words))
}

// besideSection is the sheet's section of several readers; machine says where the speeds
// were measured.
func besideSection(readers []Column, machine string) string {
	var b strings.Builder
	b.WriteString("## Readers beside each other\n\nWritten by `make scores-large`, which needs the large reader's file (`make model-large`); kept as it is by `make scores`. " +
		"Speeds compare within a row only: measured on " + machine + ".\n\n")
	var names []string
	for i := range readers {
		names = append(names, readers[i].Name)
	}
	row := columns(&b, names, readers)
	row("model", func(r Column) string { return r.Model })
	row("shape", func(r Column) string { return r.Shape })
	row("from page to statements on one core: word pieces / words a second", func(r Column) string { return r.Speed.cell() })
	row("CofeNet's instances, exact F1: source / cue / content", func(r Column) string { return r.exact() })
	for i, half := range readers[0].Own {
		row("own set, "+half.Name+": speaker and content / content", func(r Column) string { return r.Own[i].Score.two() })
	}
	row("worked examples", func(r Column) string { return r.Gold.two() })
	for i, half := range newsHalves {
		row("real news, "+half, func(r Column) string { return r.News[i].Score.two() })
	}
	b.WriteString("\n")
	return b.String()
}

func (b *Column) exact() string {
	a := b.Instances
	return percent(a.Source.Exact.PRF().F1) + " / " + percent(a.Cue.Exact.PRF().F1) + " / " + percent(a.Content.Exact.PRF().F1)
}

// two are the F1 of speaker and content and that of content.
func (s *Statements) two() string {
	return percent(s.Both.PRF().F1) + " / " + percent(s.Right.PRF().F1)
}
