package score

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// HalfOfDates are the documents whose name ends in an even or an odd digit before its
// ending: errors are read of the even half only.
func HalfOfDates(docs []DateDoc, odd bool) (out []DateDoc) {
	for _, d := range docs {
		stem := strings.TrimSuffix(d.Name, ".tml")
		if stem != "" && (stem[len(stem)-1]%2 == 1) == odd {
			out = append(out, d)
		}
	}
	return out
}

// DateColumn is the score of one finder on some documents.
type DateColumn struct {
	Name string
	*Dates
}

// DateColumns scores a finder on all documents and on each half.
func DateColumns(docs []DateDoc, find DateFinder, suffix string) []DateColumn {
	return []DateColumn{
		{"all" + suffix, DatesOf(docs, find, false)},
		{"even" + suffix, DatesOf(HalfOfDates(docs, false), find, false)},
		{"odd" + suffix, DatesOf(HalfOfDates(docs, true), find, false)},
	}
}

// WriteDates prints columns as the tables of the sheet.
func WriteDates(w io.Writer, columns []DateColumn) error {
	var b strings.Builder
	dateTables(&b, columns)
	_, err := io.WriteString(w, b.String())
	return err
}

func dateTables(b *strings.Builder, found []DateColumn) {
	var names []string
	var scores []*Dates
	var units []Table
	for _, c := range found {
		names, scores, units = append(names, c.Name), append(scores, c.Dates), append(units, c.ByUnit)
	}
	row := columns(b, names, scores)
	row("documents", func(d *Dates) string { return fmt.Sprint(d.Documents) })
	row("gold expressions that count", func(d *Dates) string { return fmt.Sprint(d.Exact.Gold) })
	row("extents, exact: precision / recall / F1", func(d *Dates) string { return prfCell(d.Exact) })
	row("extents, overlap", func(d *Dates) string { return prfCell(d.Overlap) })
	row("**values**", func(d *Dates) string { return prfCell(d.Value) })
	for _, unit := range keys(units...) {
		row("found with the right days: "+unit, func(d *Dates) string { s := d.ByUnit[unit]; return shareCell(s) })
	}
	row("left out", func(d *Dates) string { return d.asideCell() })
	b.WriteString("\n")
}

// asideCell lists what is left out of gold, by name.
func (d *Dates) asideCell() string {
	var out []string
	for why, n := range d.Aside {
		out = append(out, fmt.Sprintf("%s %d", why, n))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// MarshalJSON gives the measures.
func (d *Dates) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Documents int            `json:"documents"`
		Gold      int            `json:"gold"`
		Pred      int            `json:"pred"`
		Exact     PRF            `json:"extent_exact"`
		Overlap   PRF            `json:"extent_overlap"`
		Value     PRF            `json:"value"`
		ByUnit    Table          `json:"by_unit"`
		Aside     map[string]int `json:"left_out"`
	}{d.Documents, d.Exact.Gold, d.Exact.Pred, d.Exact.PRF(), d.Overlap.PRF(), d.Value.PRF(), d.ByUnit, d.Aside})
}
