package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"parley"
	"parley/internal/intake"
	"parley/internal/news"
)

// run reads inputs in parallel and hands them on in their order.
type run struct {
	m        *Main
	reader   *parley.Reader
	inputs   []string
	opt      intake.Options
	total    int // inputs met, without those passed over
	bad      tally
	passed   tally
	skipped  int // known to the ledger, not read again
	progress *progress
}

func (m *Main) newRun(r *parley.Reader, inputs []string, f intakeFlags) *run {
	return &run{m: m, reader: r, inputs: inputs, bad: tally{}, passed: tally{}, progress: m.newProgress(),
		opt: intake.Options{MaxBytes: int64(f.MaxBytes), AllowPrivate: f.Private, Stdin: m.Stdin, UserAgent: "parley/" + version}}
}

// job is one input on its way through the reader.
type job struct {
	item intake.Item
	rep  *news.Report
	ss   []news.Statement
	skip bool  // held already
	err  error // of the ledger: ends the run
	done chan struct{}
}

// held tells which reports need no reading; handle takes what was read.
type (
	held   func(*news.Report) (bool, error)
	handle func(*news.Report, []news.Statement) error
)

// each reads all inputs. An input that fails is named and counted; an error of
// handle or known ends the run.
func (r *run) each(ctx context.Context, known held, take handle) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan *job, 2*workers) // in the order of the inputs
	work := make(chan *job)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range work {
				r.work(ctx, j, known)
				close(j.done)
			}
		})
	}
	go r.feed(ctx, queue, work)
	var first error
	for j := range queue {
		<-j.done
		if first == nil {
			if first = r.finish(j, take); first != nil {
				cancel()
			}
		}
	}
	wg.Wait()
	r.progress.clear()
	return cmp.Or(first, ctx.Err())
}

// feed puts the inputs into both queues until there are no more or nobody wants
// them. What is in the first queue is always worked on.
func (r *run) feed(ctx context.Context, queue, work chan<- *job) {
	defer close(queue)
	defer close(work)
	for item := range intake.Walk(r.inputs, r.opt) {
		j := &job{item: item, done: make(chan struct{})}
		select {
		case <-ctx.Done():
			return
		case queue <- j:
		}
		work <- j
	}
}

// work parses and reads one input. A panic is a fault of the reader's: it is told with
// the input's name, and the rest goes on.
func (r *run) work(ctx context.Context, j *job, known held) {
	defer func() {
		if fault := recover(); fault != nil {
			j.item.Err = &news.Error{Code: news.Internal, Reason: "fault of parley",
				Msg: "parley failed on it, which is a fault of its own: please report it with the file", Err: fmt.Errorf("%v", fault)}
		}
	}()
	if j.item.Err != nil || j.item.Passed != "" || ctx.Err() != nil {
		return
	}
	rep, err := r.open(ctx, j.item)
	if err != nil {
		j.item.Err = err
		return
	}
	if known != nil {
		if j.skip, j.err = known(rep); j.skip || j.err != nil {
			return
		}
	}
	j.rep, j.ss = rep, r.reader.Statements(rep)
}

func (r *run) open(ctx context.Context, item intake.Item) (*news.Report, error) {
	b, err := item.Read(ctx)
	switch {
	case err != nil:
		return nil, err
	case b.URI != "":
		return r.reader.OpenFetched(b.URI, b.ContentType, b.Bytes)
	}
	return r.reader.OpenReport(item.Name, b.Bytes)
}

// finish counts what became of an input and hands on what was read.
func (r *run) finish(j *job, take handle) error {
	switch {
	case j.err != nil:
		return j.err
	case j.item.Passed != "":
		r.passed[j.item.Passed]++
		return nil
	case errors.Is(j.item.Err, context.Canceled):
		return j.item.Err
	}
	r.total++
	r.progress.step(r.total, j.item.Name)
	switch {
	case j.item.Err != nil:
		r.fail(j.item.Name, j.item.Err)
		return nil //nolint:nilerr // it is named and counted; the rest goes on
	case j.skip:
		r.skipped++
		return nil
	case j.rep == nil:
		return context.Canceled // it was met after the run was stopped
	}
	return take(j.rep, j.ss)
}

// fail names an input that failed and counts its reason.
func (r *run) fail(name string, err error) {
	reason := "other"
	var e *news.Error
	if errors.As(err, &e) && e.Reason != "" {
		reason = e.Reason
	}
	r.bad[reason]++
	r.progress.clear()
	msg := strings.TrimPrefix(err.Error(), name+": ")
	r.m.tell("parley: %s: %s%s\n", oneLine(inputName(name)), oneLine(msg), remedy(reason))
}

// remedy says what may help against a reason for which an input was refused.
func remedy(reason string) string {
	switch reason {
	case "too large":
		return " (--max-bytes raises the limit)"
	case "private address":
		return " (--private allows it)"
	case "binary":
		return " (only text, HTML, MHTML and these in gzip can be read)"
	}
	return ""
}

// failed is the finding of a run of which some inputs failed, or nil.
func (r *run) failed() error {
	bad := r.bad.sum()
	switch {
	case r.total == 0:
		return news.Errorf(news.Unreadable, "nothing to read in %s%s", strings.Join(r.inputs, ", "), r.passed)
	case bad == 0:
		return nil
	case bad < r.total:
		return finding(fmt.Sprintf("%d of %d inputs could not be read%s; the others are done", bad, r.total, r.bad))
	case bad > 1:
		return finding(fmt.Sprintf("none of the %d inputs could be read%s", bad, r.bad))
	}
	return finding("the input could not be read")
}

// tally counts things by kind.
type tally map[string]int

func (t tally) sum() (n int) {
	for _, c := range t {
		n += c
	}
	return n
}

// String lists the counts: " (binary: 3, empty: 2)".
func (t tally) String() string {
	if len(t) == 0 {
		return ""
	}
	var parts []string
	for _, what := range slices.Sorted(maps.Keys(t)) {
		parts = append(parts, fmt.Sprintf("%s: %d", what, t[what]))
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
