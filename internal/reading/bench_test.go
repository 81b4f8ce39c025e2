package reading_test

import (
	"io/fs"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"parley"
	"parley/data"
	"parley/internal/attribution"
	"parley/internal/encoder"
	"parley/internal/encoder/kernel"
	"parley/internal/encoder/wordpiece"
	"parley/internal/news"
	"parley/internal/token"
)

// amount is how much there is to read in some pages: what is furniture counts in bytes only.
type amount struct {
	bytes                 int64
	words, pieces, tokens int // each once, in however many windows it stands
}

// amountOf counts what is read of the pages.
func amountOf(tb testing.TB, r *parley.Reader, pages []page) (a amount) {
	tb.Helper()
	vocabulary := model(tb).Pieces
	for _, p := range pages {
		rep := opened(tb, r, p)
		a.bytes += int64(len(p.data))
		a.tokens += len(token.Parse(rep).Tokens)
		for _, span := range read(rep) {
			a.words += len(strings.Fields(rep.Text[span.Start:span.End]))
			a.pieces += len(vocabulary.Append(nil, rep.Text, span))
		}
	}
	return a
}

// report tells a benchmark's rates.
func (a amount) report(b *testing.B) {
	per := func(n int, unit string) { b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), unit) }
	per(a.pieces, "pieces/s")
	per(a.words, "words/s")
}

func model(tb testing.TB) *encoder.Model {
	tb.Helper()
	m, err := encoder.Parse(data.Model)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

func opened(tb testing.TB, r *parley.Reader, p page) *news.Report {
	tb.Helper()
	rep, err := r.OpenReport(p.name, p.data)
	if err != nil {
		tb.Fatal(err)
	}
	return rep
}

// read are the passages that are read of a report.
func read(rep *news.Report) (spans []news.Span) {
	for i := range rep.Passages {
		if rep.Passages[i].Kind != news.Furniture {
			spans = append(spans, rep.Passages[i].Span)
		}
	}
	return spans
}

// readAll reads all pages, from bytes to statements, one on each core at a time, and
// counts the statements.
func readAll(tb testing.TB, r *parley.Reader, pages []page) int64 {
	tb.Helper()
	var next, statements atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(pages); i = next.Add(1) - 1 {
				rep, err := r.OpenReport(pages[i].name, pages[i].data)
				if err != nil {
					tb.Error(err)
					return
				}
				statements.Add(int64(len(r.Statements(rep))))
			}
		})
	}
	workers.Wait()
	return statements.Load()
}

// mallocs is how many things were allocated so far.
func mallocs() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Mallocs
}

// BenchmarkRead reads plain pages to statements on as many cores as -cpu says, by the
// full reader and by the rules alone.
func BenchmarkRead(b *testing.B) {
	pages, _ := plainPages(b)
	for _, c := range []struct {
		name   string
		reader parley.Options
	}{{"full", full}, {"rules", rules}} {
		b.Run(c.name, func(b *testing.B) {
			r := newReader(b, c.reader)
			all := amountOf(b, r, pages)
			statements := readAll(b, r, pages)
			b.SetBytes(all.bytes)
			b.ReportAllocs()
			before := mallocs()
			for b.Loop() {
				readAll(b, r, pages)
			}
			b.ReportMetric(float64(mallocs()-before)/float64(b.N*all.tokens), "allocs/token")
			b.ReportMetric(float64(statements), "statements")
			all.report(b)
		})
	}
}

// The stages of a report, for BenchmarkStages. Each is measured together with those
// before it, which is then taken off.
const (
	stagePieces    = iota
	stageScores    // of the encoder
	stageRelations // of the scores, joined with those of the rules; with what is read again for nested statements
	stageRest      // page, tokens, and from relations to statements
	stages
)

// road goes the stages one by one.
type road struct {
	reader  *parley.Reader
	encoder *encoder.Encoder
	finder  attribution.Finder
	pieces  []wordpiece.Piece
	scores  encoder.Scores
}

func newRoad(b *testing.B) *road {
	b.Helper()
	r := &road{reader: newReader(b, full)}
	var err error
	if r.encoder, err = encoder.New(model(b), kernel.Best()); err != nil {
		b.Fatal(err)
	}
	sub, err := fs.Sub(data.Attribution, "attribution")
	if err != nil {
		b.Fatal(err)
	}
	x, err := attribution.NewLexicon(sub)
	if err != nil {
		b.Fatal(err)
	}
	if r.finder, err = attribution.NewTrained(x, &attribution.Rules{Lexicon: x}, r.encoder); err != nil {
		b.Fatal(err)
	}
	return r
}

// walk keeps in least the least time of each stage.
func (r *road) walk(b *testing.B, p page, least *[stages]time.Duration) {
	b.Helper()
	rep := opened(b, r.reader, p)
	doc, passages := token.Parse(rep), read(rep)
	for stage, f := range [stages]func(){
		stagePieces: func() {
			r.pieces = r.pieces[:0]
			for _, s := range passages {
				r.pieces = r.encoder.Model().Pieces.Append(r.pieces, rep.Text, s)
			}
		},
		stageScores:    func() { r.encoder.Read(rep.Text, passages, &r.scores) },
		stageRelations: func() { r.finder.Find(doc) },
		stageRest:      func() { r.reader.Statements(opened(b, r.reader, p)) },
	} {
		start := time.Now()
		f()
		if d := time.Since(start); least[stage] == 0 || d < least[stage] {
			least[stage] = d
		}
	}
}

// BenchmarkStages tells what of the time of a word piece goes where, on one core: the
// least of some readings of a few pages, as some stages take a hundredth of what
// others take.
func BenchmarkStages(b *testing.B) {
	const rounds, few = 5, 4
	pages, _ := plainPages(b)
	pages = pages[:few]
	r := newRoad(b)
	all := amountOf(b, r.reader, pages)
	least := make([][stages]time.Duration, few)
	for b.Loop() {
		for i, p := range pages {
			for range rounds {
				r.walk(b, p, &least[i])
			}
		}
	}
	var sum [stages]time.Duration
	for _, l := range least {
		for s, d := range l {
			sum[s] += d
		}
	}
	tell := func(d time.Duration, unit string) {
		b.ReportMetric(float64(d.Nanoseconds())/float64(all.pieces), unit+"-ns/piece")
	}
	tell(sum[stagePieces], "wordpiece")
	tell(sum[stageScores]-sum[stagePieces], "encoder")
	tell(sum[stageRelations]-sum[stageScores], "relations")
	tell(sum[stageRest]-sum[stageRelations], "rest")
	b.ReportMetric(float64(all.pieces)/sum[stageRest].Seconds(), "pieces/s")
}

// BenchmarkReference reads one page by the encoder as it is and in float32, in turn.
func BenchmarkReference(b *testing.B) {
	r := newRoad(b)
	float, err := encoder.NewReference(r.encoder.Model(), kernel.Best())
	if err != nil {
		b.Fatal(err)
	}
	pages, _ := plainPages(b)
	rep := opened(b, r.reader, pages[0])
	passages := read(rep)[:4]
	var took [2]time.Duration
	for b.Loop() {
		for i, e := range []*encoder.Encoder{r.encoder, float} {
			start := time.Now()
			e.Read(rep.Text, passages, &r.scores)
			took[i] += time.Since(start)
		}
	}
	n := 0
	for _, s := range passages {
		n += len(float.Model().Pieces.Append(nil, rep.Text, s))
	}
	rate := func(d time.Duration, unit string) { b.ReportMetric(float64(n*b.N)/d.Seconds(), unit) }
	rate(took[0], "int8-pieces/s")
	rate(took[1], "f32-pieces/s")
	b.ReportMetric(took[1].Seconds()/took[0].Seconds(), "f32/int8")
}

// BenchmarkNew makes a reader, which every start of parley does. The network is made
// once in a process: see internal/encoder's BenchmarkOpen, and cmd/parley's
// BenchmarkFirstStatement for all of a start.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parley.New(parley.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
