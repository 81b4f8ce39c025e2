package ledgertest

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"parley/internal/ledger"
	"parley/internal/news"
)

// Memory is a ledger of plain slices without an index, which says what any store
// should answer. Its searches give whole texts as snippets, in no order of merit.
type Memory struct {
	mu      sync.Mutex
	reports map[string]*held
	actors  map[news.Ref]bool // ever heard of
	closed  bool
}

var _ ledger.Store = (*Memory)(nil)

// held is what is known of one report.
type held struct {
	sightings []ledger.Sighting
	revisions []ledger.Revision
}

// inForce is the reading in force: the last revision.
func (h *held) inForce() *ledger.Revision { return &h.revisions[len(h.revisions)-1] }

// NewMemory makes an empty ledger.
func NewMemory() *Memory {
	return &Memory{reports: make(map[string]*held), actors: make(map[news.Ref]bool)}
}

// Add implements ledger.Store.
func (m *Memory) Add(ctx context.Context, additions ...ledger.Addition) ([]ledger.Result, error) {
	defer m.lock()()
	if err := m.usable(ctx); err != nil {
		return nil, err
	}
	results := make([]ledger.Result, len(additions))
	for i, a := range additions {
		results[i] = m.add(a)
	}
	return results, nil
}

func (m *Memory) add(a ledger.Addition) ledger.Result {
	rev, err := copyOf(a)
	if err != nil {
		return ledger.Result{Outcome: ledger.Refused, Err: err}
	}
	h := m.reports[a.Report.ID]
	switch {
	case h == nil:
		h = &held{}
		m.reports[a.Report.ID] = h
	case h.inForce().Report.SHA256 != a.Report.SHA256:
		return ledger.Result{Outcome: ledger.Refused, Err: news.Errorf(news.Conflict, "report %s has other bytes", a.Report.ID)}
	case h.inForce().Reader == a.Reader:
		if h.sight(a.Report) {
			return ledger.Result{Outcome: ledger.Sighted}
		}
		return ledger.Result{Outcome: ledger.Unchanged}
	}
	outcome := ledger.Added
	if len(h.revisions) > 0 {
		outcome = ledger.Reread
		supersede(h.inForce(), &rev)
	}
	h.revisions = append(h.revisions, rev)
	h.sight(a.Report)
	for _, e := range rev.Entries {
		m.meet(&e.Statement)
	}
	return ledger.Result{Outcome: outcome}
}

// copyOf makes a revision that shares nothing with the addition.
func copyOf(a ledger.Addition) (ledger.Revision, error) {
	if err := ledger.Check(a); err != nil {
		return ledger.Revision{}, err
	}
	r := *a.Report
	r.Passages = slices.Clone(r.Passages)
	rev := ledger.Revision{Kind: ledger.ReadingRevision, Reader: a.Reader, At: time.Now(), Report: &r}
	for i := range a.Statements {
		b, err := ledger.EncodeStatement(&a.Statements[i])
		if err != nil {
			return rev, err
		}
		s, err := ledger.DecodeStatement(b)
		if err != nil {
			return rev, err
		}
		rev.Entries = append(rev.Entries, ledger.Entry{Statement: s, InForce: true})
	}
	return rev, nil
}

func supersede(old, by *ledger.Revision) {
	before := make(map[string]bool)
	for i := range old.Entries {
		old.Entries[i].InForce = false
		before[old.Entries[i].Statement.ID] = true
	}
	for i := range by.Entries {
		if id := by.Entries[i].Statement.ID; before[id] {
			by.Entries[i].Supersedes = id
		}
	}
}

// sight notes the report's place and tells whether it is new.
func (h *held) sight(r *news.Report) bool {
	at := ledger.PlaceOf(r)
	if slices.ContainsFunc(h.sightings, func(g ledger.Sighting) bool { return g.Place == at }) {
		return false
	}
	h.sightings = append(h.sightings, ledger.Sighting{Place: at, At: time.Now()})
	return true
}

// meet remembers the actors of a statement.
func (m *Memory) meet(s *news.Statement) {
	for _, r := range append(sidesOf(s), holdersOf(s)...) {
		m.actors[r] = true
	}
}

func sidesOf(s *news.Statement) []news.Ref {
	refs := []news.Ref{{ID: s.Speaker.ID, Name: s.Speaker.Name}}
	if s.Speaker.Side != nil {
		refs = append(refs, *s.Speaker.Side)
	}
	return refs
}

func holdersOf(s *news.Statement) []news.Ref {
	if s.Move == nil {
		return nil
	}
	return []news.Ref{s.Move.Holder}
}

// Held implements ledger.Store.
func (m *Memory) Held(ctx context.Context, reportID, reader string, at ledger.Place) (bool, error) {
	defer m.lock()()
	if err := m.usable(ctx); err != nil {
		return false, err
	}
	h := m.reports[reportID]
	return h != nil && h.inForce().Reader == reader && slices.ContainsFunc(h.sightings, func(g ledger.Sighting) bool {
		return g.File == at.File && (at.URI == "" || g.URI == at.URI)
	}), nil
}

// Report implements ledger.Store.
func (m *Memory) Report(ctx context.Context, id string) (*ledger.Reading, error) {
	defer m.lock()()
	if err := m.usable(ctx); err != nil {
		return nil, err
	}
	ids := make(map[string]bool)
	for known := range m.reports {
		ids[known] = true
	}
	id, err := unique(ids, id)
	if err != nil {
		return nil, err
	}
	return m.reports[id].reading(), nil
}

func (h *held) reading() *ledger.Reading {
	rev := h.inForce()
	rd := &ledger.Reading{
		Report: rev.Report, Reader: rev.Reader, At: rev.At,
		TextSHA256: ledger.TextHash(rev.Report.Text), Sightings: slices.Clone(h.sightings),
	}
	for _, e := range rev.Entries {
		rd.Statements = append(rd.Statements, e.Statement)
		rd.Words = append(rd.Words, ledger.Words(rev.Report, &e.Statement))
	}
	return rd
}

// Statement implements ledger.Store.
func (m *Memory) Statement(ctx context.Context, id string) (*ledger.Line, error) {
	defer m.lock()()
	if err := m.usable(ctx); err != nil {
		return nil, err
	}
	lines := make(map[string]*ledger.Line)
	ids := make(map[string]bool)
	for _, h := range m.reports {
		for _, rev := range h.revisions {
			for _, e := range rev.Entries {
				ids[e.Statement.ID] = true
				lines[e.Statement.ID] = &ledger.Line{Report: rev.Report, Statement: e.Statement, Superseded: !e.InForce}
			}
		}
	}
	id, err := unique(ids, id)
	return lines[id], err
}

func unique(ids map[string]bool, id string) (string, error) {
	if ids[id] {
		return id, nil
	}
	var found []string
	for known := range ids {
		if strings.HasPrefix(known, id) {
			found = append(found, known)
		}
	}
	switch {
	case id == "" || len(found) > 1:
		return "", news.Errorf(news.Invalid, "id %q is missing or means %v", id, found)
	case len(found) == 0:
		return "", news.Errorf(news.NotFound, "nothing has id %s", id)
	}
	return found[0], nil
}

// History implements ledger.Store.
func (m *Memory) History(ctx context.Context, reportID string) ([]ledger.Revision, error) {
	defer m.lock()()
	if err := m.usable(ctx); err != nil {
		return nil, err
	}
	h := m.reports[reportID]
	if h == nil {
		return nil, nil
	}
	out := slices.Clone(h.revisions)
	for i := range out {
		out[i].Entries = slices.Clone(out[i].Entries)
	}
	return out, nil
}

// Close implements ledger.Store.
func (m *Memory) Close() error {
	defer m.lock()()
	m.closed = true
	return nil
}

func (m *Memory) lock() (unlock func()) {
	m.mu.Lock()
	return m.mu.Unlock
}

func (m *Memory) usable(ctx context.Context) error {
	if m.closed {
		return news.Errorf(news.Unavailable, "the ledger is closed")
	}
	return ctx.Err()
}

// sequence yields what gather finds at the moment when the loop begins.
func sequence[T any](ctx context.Context, m *Memory, f ledger.Filter, gather func() []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		err := f.Validate()
		var found []T
		if err == nil {
			func() {
				defer m.lock()()
				if err = m.usable(ctx); err == nil {
					found = gather()
				}
			}()
		}
		for _, t := range found {
			if !yield(t, nil) {
				return
			}
		}
		if err != nil {
			var zero T
			yield(zero, err)
		}
	}
}

// byReport orders readings as reports are listed.
func byReport(a, b *ledger.Revision) int {
	return cmp.Or(a.Report.Published.Compare(b.Report.Published), cmp.Compare(a.Report.ID, b.Report.ID))
}
