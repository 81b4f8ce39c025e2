package attribution

import (
	"runtime"
	"sync"
	"sync/atomic"

	"parley/internal/news"
	"parley/internal/token"
)

// finding is one Find of the trained reader. The stretches of a report are read by its
// own goroutine and, while processors are idle, by helpers, each with a work of its own;
// they are joined in their order, so that what is found does not depend on how many read.
type finding struct {
	*Trained
	j         joiner
	stretches [][]news.Span
	next      atomic.Int64 // stretch that nobody reads yet
	helpers   sync.WaitGroup

	mu     sync.Mutex
	turned sync.Cond
	turn   int // stretch that is to be joined next
	fault  any // what a helper panicked with
	failed bool

	ends   []int        // by stretch that is joined: where its relations end in j.out
	nested [][]Relation // by stretch
}

// Find implements Finder.
func (t *Trained) Find(doc *token.Doc) []Relation {
	f := finding{Trained: t, stretches: chunks(doc.Report), j: joiner{x: t.Lexicon, doc: doc, net: t.net, alone: t.Rules == nil}}
	f.turned.L, f.nested = &f.mu, make([][]Relation, len(f.stretches))
	if t.Rules != nil {
		f.j.take(t.Rules.Find(doc))
	}
	t.busy.Add(1)
	defer t.busy.Add(-1)
	f.readAll()
	if f.fault != nil {
		panic(f.fault)
	}
	f.j.w = new(work)
	f.j.join(len(doc.Report.Text), nil)
	return f.inOrder()
}

// readAll reads all stretches. It ends when every helper has, with a panic too.
func (f *finding) readAll() {
	whole := false
	defer func() {
		if !whole {
			f.stop(nil)
		}
		f.helpers.Wait()
	}()
	f.work(func() bool { return true })
	whole = true
}

// work reads one stretch after the other, as long as it may.
func (f *finding) work(may func() bool) {
	w, _ := f.works.Get().(*work)
	if w == nil {
		w = new(work)
	}
	defer f.works.Put(w)
	for may() {
		k := int(f.next.Add(1) - 1)
		if k >= len(f.stretches) {
			return
		}
		f.help()
		f.stretch(k, w)
	}
}

// help starts a helper if there is something to read and a processor on which nobody
// reads. A helper goes when other reports need its processor.
func (f *finding) help() {
	if f.memory != nil || int(f.next.Load()) >= len(f.stretches) {
		return
	}
	processors := int64(runtime.GOMAXPROCS(0))
	if f.busy.Add(1) > processors {
		f.busy.Add(-1)
		return
	}
	f.helpers.Go(func() {
		defer f.busy.Add(-1)
		defer func() {
			if fault := recover(); fault != nil {
				f.stop(fault)
			}
		}()
		f.work(func() bool { return f.busy.Load() <= processors })
	})
}

// stop ends the reading: a worker failed, and nobody is to wait for what it reads.
func (f *finding) stop(fault any) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failed = true; f.fault == nil {
		f.fault = fault
	}
	f.next.Store(int64(len(f.stretches)))
	f.turned.Broadcast()
}

// stretch reads stretch k, joins it when all before it are joined, and reads in it what is
// nested.
func (f *finding) stretch(k int, w *work) {
	w.paras = f.stretches[k]
	found := f.relations(f.j.doc, w)
	if joined, ok := f.join(k, w, found); ok {
		f.nested[k] = f.within(joined, w)
	}
}

// join joins stretch k in its turn and gives its relations, which change no more; false
// when another worker failed.
func (f *finding) join(k int, w *work, found []Relation) ([]Relation, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for f.turn < k && !f.failed {
		f.turned.Wait()
	}
	if f.failed {
		return nil, false
	}
	f.j.w = w
	paras := f.stretches[k]
	f.j.join(paras[len(paras)-1].End, found)
	f.ends = append(f.ends, len(f.j.out))
	f.turn++
	f.turned.Broadcast()
	return f.j.out[f.j.chunk:], true
}

// inOrder puts what is nested behind the relations of its stretch.
func (f *finding) inOrder() []Relation {
	out, more := f.j.out, 0
	for _, n := range f.nested {
		more += len(n)
	}
	if more == 0 {
		return out
	}
	end, to := len(out), make([]int, len(out))
	out = append(out, make([]Relation, more)...)
	for k := len(f.nested); k >= 0; k-- { // the last one is what is joined behind all stretches
		begin := 0
		if k > 0 {
			begin = f.ends[k-1]
		}
		if k < len(f.nested) {
			more -= len(f.nested[k])
			copy(out[end+more:], f.nested[k])
		}
		copy(out[begin+more:end+more], out[begin:end])
		for i := begin; i < end; i++ {
			to[i] = i + more
		}
		end = begin
	}
	for i := range out {
		if same := out[i].Same; same >= 0 {
			out[i].Same = to[same]
		}
	}
	return out
}
