package ledger

import "context"

// The size of a batch: large enough that a transaction's cost does not count, small
// enough that memory stays bounded and little is read again after a kill.
const (
	batchReports = 256
	batchBytes   = 4 << 20
)

// Batch adds many reports in few transactions. It is not safe for concurrent use.
// What was given to Add and not flushed is lost when the process is killed; running
// again adds it.
type Batch struct {
	store Store
	each  func(Addition, Result)
	queue []Addition
	bytes int
}

// NewBatch makes a batch on a store. Each, if not nil, is called for every addition
// after the transaction that holds it is done, in the order of adding.
func NewBatch(s Store, each func(Addition, Result)) *Batch {
	if each == nil {
		each = func(Addition, Result) {}
	}
	return &Batch{store: s, each: each}
}

// Add queues an addition, which must not be changed until it is flushed, and flushes
// the queue when it is full. Errors are those of Store.Add.
func (b *Batch) Add(ctx context.Context, a Addition) error {
	b.queue = append(b.queue, a)
	if a.Report != nil {
		b.bytes += len(a.Report.Text)
	}
	if len(b.queue) < batchReports && b.bytes < batchBytes {
		return nil
	}
	return b.Flush(ctx)
}

// Flush adds what is queued in one transaction. After an error the queue is empty
// and nothing of it was kept.
func (b *Batch) Flush(ctx context.Context) error {
	if len(b.queue) == 0 {
		return nil
	}
	queue := b.queue
	b.queue, b.bytes = b.queue[:0], 0
	results, err := b.store.Add(ctx, queue...)
	if err != nil {
		clear(queue)
		return err
	}
	for i, a := range queue {
		b.each(a, results[i])
	}
	clear(queue) // so that the texts can be freed
	return nil
}
