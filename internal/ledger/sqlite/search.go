package sqlite

import (
	"context"
	"iter"
	"strconv"
	"strings"

	"parley/internal/ledger"
	"parley/internal/news"
)

// The marks that FTS5 is asked to put around the words found, and the most words of a
// snippet. Text that holds a mark itself would only be marked wrongly.
const (
	markStart    = "\x02\x1f\x02"
	markEnd      = "\x03\x1f\x03"
	snippetWords = 32
)

// Search implements ledger.Store.
func (s *Store) Search(ctx context.Context, q ledger.Query, f ledger.Filter) iter.Seq2[ledger.Hit, error] {
	return sequence(ctx, s, "search", f, func(v *view, yield func(ledger.Hit) bool) error {
		match := matchExpression(q)
		if match == "" {
			return news.Errorf(news.Invalid, "the search has no words")
		}
		given, more, err := v.searchStatements(match, f, yield)
		if err != nil || !more || f.OnlyStatements() {
			return err
		}
		return v.searchTexts(match, f, given, yield)
	})
}

// matchExpression writes a query in FTS5's language. Every term is a string there, in
// which no sign but the quotation mark means anything.
func matchExpression(q ledger.Query) string {
	terms := make([]string, len(q.Terms))
	for i, t := range q.Terms {
		terms[i] = `"` + strings.ReplaceAll(strings.ReplaceAll(t.Words, "\x00", " "), `"`, `""`) + `"`
		if t.Prefix {
			terms[i] += "*"
		}
	}
	return strings.Join(terms, " AND ")
}

// searchStatements yields the statements that match. It gives the readings that it
// yielded one of, and whether the caller wants more.
func (v *view) searchStatements(match string, f ledger.Filter, yield func(ledger.Hit) bool) (given map[int64]int, more bool, err error) {
	query, args, err := v.statementSearch(match, f)
	if err != nil {
		return nil, false, err
	}
	places, err := v.places(query, args)
	given = make(map[int64]int)
	for _, p := range places {
		hit, err := v.statementHit(match, p)
		if err != nil {
			return nil, false, err
		}
		given[p.reading]++
		if !yield(hit) {
			return nil, false, nil
		}
	}
	return given, f.Limit == 0 || len(places) < f.Limit, err
}

func (v *view) statementSearch(match string, f ledger.Filter) (string, []any, error) {
	w, err := v.statements(f)
	if err != nil {
		return "", nil, err
	}
	w.add("record_words MATCH ?", match)
	return "SELECT s.row, s.reading FROM record_words CROSS JOIN statements s ON s.row = record_words.rowid" + w.String() +
		" ORDER BY bm25(record_words), s.published, s.report, s.position" + limit(f.Limit), w.args, nil
}

func (v *view) statementHit(match string, p place) (ledger.Hit, error) {
	line, err := v.line(p)
	if err != nil {
		return ledger.Hit{}, err
	}
	h := ledger.Hit{Report: line.Report, Statement: &line.Statement}
	if h.Snippet, h.Marks, err = v.snippet("record_words", match, p.row); err != nil {
		return h, err
	}
	for _, c := range line.Statement.Content {
		if at := strings.Index(line.Report.Words(c), h.Snippet); at >= 0 {
			h.At = news.Span{Start: c.Start + at, End: c.Start + at + len(h.Snippet)}
			break
		}
	}
	return h, nil
}

// searchTexts yields the reports whose text matches, but for those given already.
func (v *view) searchTexts(match string, f ledger.Filter, given map[int64]int, yield func(ledger.Hit) bool) error {
	query, args, err := v.textSearch(match, f)
	if err != nil {
		return err
	}
	places, err := v.places(query, args)
	if err != nil {
		return err
	}
	left := f.Limit
	for _, n := range given {
		left -= n
	}
	for _, p := range places {
		if given[p.reading] > 0 {
			continue
		}
		hit, err := v.textHit(match, p)
		if err != nil {
			return err
		}
		if left--; !yield(hit) || left == 0 {
			return nil
		}
	}
	return nil
}

// textSearch gives places whose rows are those of texts.
func (v *view) textSearch(match string, f ledger.Filter) (string, []any, error) {
	w, err := v.reports(f)
	if err != nil {
		return "", nil, err
	}
	w.add("text_words MATCH ?", match)
	return "SELECT r.text, r.id FROM text_words CROSS JOIN readings r ON r.text = text_words.rowid" + w.String() +
		" ORDER BY bm25(text_words), r.published, r.report", w.args, nil
}

func (v *view) textHit(match string, p place) (ledger.Hit, error) {
	r, err := v.report(p.reading)
	if err != nil {
		return ledger.Hit{}, err
	}
	h := ledger.Hit{Report: r}
	if h.Snippet, h.Marks, err = v.snippet("text_words", match, p.row); err != nil {
		return h, err
	}
	if at := strings.Index(r.Text, h.Snippet); at >= 0 {
		h.At = news.Span{Start: at, End: at + len(h.Snippet)}
	}
	return h, nil
}

// snippet asks FTS5 for the best piece of what a row indexes.
func (v *view) snippet(table, match string, row int64) (words string, marks []news.Span, err error) {
	err = v.get("SELECT snippet("+table+", 0, ?, ?, '', "+strconv.Itoa(snippetWords)+") FROM "+table+" WHERE "+table+" MATCH ? AND rowid = ?",
		[]any{markStart, markEnd, match, row}, &words)
	if err != nil {
		return "", nil, err
	}
	words, marks = takeMarks(words)
	return words, marks, nil
}

// takeMarks takes the marks out of a snippet and gives the spans that they enclosed.
func takeMarks(s string) (string, []news.Span) {
	var out strings.Builder
	var marks []news.Span
	for {
		before, rest, ok := strings.Cut(s, markStart)
		out.WriteString(before)
		if !ok {
			return out.String(), marks
		}
		word, after, _ := strings.Cut(rest, markEnd)
		start := out.Len()
		out.WriteString(word)
		marks = append(marks, news.Span{Start: start, End: out.Len()})
		s = after
	}
}
