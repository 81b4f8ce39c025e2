package sqlite

import (
	"parley/internal/ledger"
	"parley/internal/news"
)

// openEnd stands in statements.day_to for an interval without an end.
const openEnd = "9999-12-31"

// statementRow is what is written of a statement besides its keys.
type statementRow struct {
	dayFrom, dayTo any // nil when there is no day
	words          string
	record         string
}

// encodeStatements does what can fail by the fault of an addition.
func encodeStatements(a ledger.Addition) ([]statementRow, error) {
	rows := make([]statementRow, len(a.Statements))
	for i := range a.Statements {
		s := &a.Statements[i]
		record, err := ledger.EncodeStatement(s)
		if err != nil {
			return nil, &news.Error{Code: news.Internal, Msg: "report " + a.Report.ID, Err: err}
		}
		rows[i] = statementRow{words: ledger.Words(a.Report, s), record: string(record)}
		if days, ok := ledger.DaysOf(a.Report, s); ok {
			rows[i].dayFrom, rows[i].dayTo = days.From.String(), days.To.String()
			if days.To.IsZero() {
				rows[i].dayTo = openEnd
			}
		}
	}
	return rows, nil
}

// insertStatement writes a statement; supersedes is the row that it stands in for, or 0.
func (w *writer) insertStatement(a ledger.Addition, position int, row statementRow, revision, supersedes int64) error {
	s := &a.Statements[position]
	speaker, err := w.actor(actor{news.Ref{ID: s.Speaker.ID, Name: s.Speaker.Name}, s.Speaker.Kind})
	if err != nil {
		return err
	}
	side, err := w.optionalActor(s.Speaker.Side)
	if err != nil {
		return err
	}
	var holder, issue, stance any
	if m := s.Move; m != nil {
		if holder, err = w.optionalActor(&m.Holder); err != nil {
			return err
		}
		issue, stance = m.Issue, string(m.Stance)
	}
	var replaced any
	if supersedes != 0 {
		replaced = supersedes
	}
	n, err := w.insert(`INSERT INTO statements (supersedes, revision, reading, position, id, report, published, day_from, day_to, mode, speaker, side, holder, issue, stance)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		replaced, revision, revision, position, s.ID, s.ReportID, a.Report.Published.String(), row.dayFrom, row.dayTo,
		string(s.Mode), speaker, side, holder, issue, stance)
	if err != nil {
		return err
	}
	if w.firstRecord == 0 {
		w.firstRecord = n
	}
	_, err = w.exec(`INSERT INTO records (row, words, record) VALUES (?, ?, ?)`, n, row.words, row.record)
	return err
}

// optionalActor gives the row of a side or holder, nil for an absent one.
func (w *writer) optionalActor(r *news.Ref) (any, error) {
	if r == nil {
		return nil, nil
	}
	return w.actor(actor{Ref: *r})
}
