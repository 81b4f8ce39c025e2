package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// table writes rows as aligned text, csv or jsonl.
type table struct {
	w       io.Writer
	format  string
	columns []string
	csv     *csv.Writer
	json    interface{ Encode(any) error }
	rows    [][]string
}

// Widths of the text form: of one cell, and how many rows decide the widths.
const (
	mostCell = 60
	atOnce   = 500
)

func (m *Main) newTable(format string, columns ...string) *table {
	return &table{w: m.Stdout, format: format, columns: columns, json: newEncoder(m.Stdout)}
}

// row writes rec as JSON, or the cells, one a column.
func (t *table) row(rec any, cells ...string) error {
	switch t.format {
	case "jsonl":
		return t.json.Encode(rec)
	case "csv":
		if err := t.head(); err != nil {
			return err
		}
		return t.csv.Write(guard(cells))
	}
	for i := range cells {
		cells[i] = clip(oneLine(cells[i]), mostCell)
	}
	if t.rows = append(t.rows, cells); len(t.rows) < atOnce {
		return nil
	}
	return t.print()
}

func (t *table) head() error {
	if t.csv != nil {
		return nil
	}
	t.csv = csv.NewWriter(t.w)
	return t.csv.Write(t.columns)
}

func (t *table) end() error {
	switch t.format {
	case "jsonl":
		return nil
	case "csv":
		if err := t.head(); err != nil {
			return err
		}
		t.csv.Flush()
		return t.csv.Error()
	}
	return t.print()
}

// print writes the rows so far under a heading, without columns that are empty.
func (t *table) print() error {
	if len(t.rows) == 0 {
		return nil
	}
	width := make([]int, len(t.columns))
	for _, row := range t.rows {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = strings.ToUpper(c)
		if width[i] > 0 {
			width[i] = max(width[i], len(c))
		}
	}
	for _, row := range append([][]string{head}, t.rows...) {
		if _, err := fmt.Fprintln(t.w, aligned(row, width)); err != nil {
			return err
		}
	}
	t.rows = t.rows[:0]
	return nil
}

func aligned(row []string, width []int) string {
	var b strings.Builder
	for i, cell := range row {
		if width[i] > 0 {
			b.WriteString(cell)
			b.WriteString(strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell)+2))
		}
	}
	return strings.TrimRight(b.String(), " ")
}
