package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"parley"
	"parley/internal/intake"
	"parley/internal/ledger"
	"parley/internal/ledger/sqlite"
	"parley/internal/news"
)

type readCmd struct {
	readerFlags
	Format  string   `short:"f" enum:"text,jsonl,csv" default:"text" help:"text, jsonl or csv (${default})."`
	Explain bool     `help:"Tell for each statement by which rules it was made."`
	Inputs  []string `arg:"" name:"input" help:"Files, folders, or - for standard input."`
}

// Run prints the statements of every input.
func (c *readCmd) Run(ctx context.Context, m *Main) error {
	r, err := c.reader()
	if err != nil {
		return err
	}
	p := m.newPrinter(c.Format, c.Explain)
	run := m.newRun(r, c.Inputs, c.MaxBytes)
	err = run.each(ctx, nil, func(rep *news.Report, ss []news.Statement) error {
		for i := range ss {
			if err := p.line(rep, &ss[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if e := p.end(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return run.failed()
}

type addCmd struct {
	readerFlags
	ledgerFlag
	Inputs []string `arg:"" name:"input" help:"Files, folders, or - for standard input."`
}

// Run reads every input into the ledger.
func (c *addCmd) Run(ctx context.Context, m *Main) (err error) {
	r, err := c.reader()
	if err != nil {
		return err
	}
	store, err := sqlite.Open(ctx, c.Ledger, sqlite.Options{})
	if err != nil {
		return err
	}
	defer func() {
		if e := store.Close(); err == nil {
			err = e
		}
	}()
	run := m.newRun(r, c.Inputs, c.MaxBytes)
	n := map[ledger.Outcome]int{}
	statements := 0
	batch := ledger.NewBatch(store, func(a ledger.Addition, res ledger.Result) {
		n[res.Outcome]++
		if res.Err != nil {
			run.fail(a.Report.File, res.Err)
			return
		}
		if res.Outcome == ledger.Added || res.Outcome == ledger.Reread {
			statements += len(a.Statements)
		}
	})
	held := func(rep *news.Report) (bool, error) {
		yes, err := store.Held(ctx, rep.ID, r.Version(), ledger.PlaceOf(rep))
		if yes {
			n[ledger.Unchanged]++
		}
		return yes, err
	}
	err = run.each(ctx, held, func(rep *news.Report, ss []news.Statement) error {
		return batch.Add(ctx, ledger.Addition{Report: rep, Statements: ss, Reader: r.Version()})
	})
	if e := batch.Flush(context.WithoutCancel(ctx)); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	m.tell("%s: %d added (%d statements), %d read again, %d known already, %d passed over%s\n", c.Ledger,
		n[ledger.Added], statements, n[ledger.Reread], n[ledger.Unchanged]+n[ledger.Sighted], run.passed, run.passedWhy())
	return run.failed()
}

// run reads inputs in parallel and hands them on in their order.
type run struct {
	m         *Main
	reader    *parley.Reader
	inputs    []string
	max       int64
	mu        sync.Mutex
	total     int
	bad       int
	passed    int
	passedFor map[string]int
	progress  *progress
}

func (m *Main) newRun(r *parley.Reader, inputs []string, maxBytes int64) *run {
	return &run{m: m, reader: r, inputs: inputs, max: maxBytes, passedFor: map[string]int{}, progress: m.newProgress()}
}

// job is one input on its way through the reader.
type job struct {
	item intake.Item
	rep  *news.Report
	ss   []news.Statement
	skip bool
	err  error
	done chan struct{}
}

// each reads all inputs; held, if not nil, tells which reports need no reading. An
// input that fails is named and counted; an error of handle or held ends the run.
func (r *run) each(ctx context.Context, held func(*news.Report) (bool, error), handle func(*news.Report, []news.Statement) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan *job, 2*workers) // in the order of the inputs
	work := make(chan *job)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range work {
				r.work(ctx, j, held)
				close(j.done)
			}
		})
	}
	go func() {
		defer close(queue)
		defer close(work)
		for item := range intake.Walk(r.inputs, intake.Options{MaxBytes: r.max, Stdin: r.m.Stdin}) {
			j := &job{item: item, done: make(chan struct{})}
			select {
			case <-ctx.Done():
				return
			case queue <- j:
			}
			work <- j
		}
	}()
	var first error
	for j := range queue {
		<-j.done
		if first == nil {
			if first = r.finish(j, handle); first != nil {
				cancel()
			}
		}
	}
	wg.Wait()
	r.progress.end()
	if first == nil {
		first = ctx.Err()
	}
	return first
}

// work parses and reads one input.
func (r *run) work(ctx context.Context, j *job, held func(*news.Report) (bool, error)) {
	if j.item.Err != nil || j.item.Passed != "" {
		return
	}
	b, err := j.item.Read(ctx)
	if err != nil {
		j.item.Err = err
		return
	}
	rep, err := r.reader.Open(j.item.Name, b.Bytes, b.URI)
	if err != nil {
		j.item.Err = err
		return
	}
	if held != nil {
		if j.skip, j.err = held(rep); j.skip || j.err != nil {
			return
		}
	}
	j.rep, j.ss = rep, r.reader.Statements(rep)
}

func (r *run) finish(j *job, handle func(*news.Report, []news.Statement) error) error {
	switch {
	case j.err != nil:
		return j.err
	case j.item.Passed != "":
		r.passed++
		r.passedFor[j.item.Passed]++
		return nil
	}
	r.total++
	r.progress.step(r.total, j.item.Name)
	switch {
	case j.item.Err != nil:
		r.fail(j.item.Name, j.item.Err)
		return nil
	case j.skip:
		return nil
	}
	if j.rep.Unread != "" {
		r.m.tell("%s: kept, not read: %s (%s)\n", j.item.Name, j.rep.Unread, j.rep.Language)
	}
	return handle(j.rep, j.ss)
}

// fail names an input that failed and counts it.
func (r *run) fail(name string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bad++
	r.progress.clear()
	fmt.Fprintf(r.m.Stderr, "parley: %s: %v\n", name, err)
}

// failed is the error of a run of which some inputs failed, or nil.
func (r *run) failed() error {
	switch {
	case r.bad > 0:
		return &someFailed{r.bad, r.total}
	case r.total == 0:
		return news.Errorf(news.Unreadable, "nothing to read in %q%s", r.inputs, r.passedWhy())
	}
	return nil
}
