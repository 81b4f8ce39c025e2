package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"parley/internal/dossier"
	"parley/internal/news"
)

// holders are the people of the table with the roles that are kept.
type holders struct {
	people []*dossier.Actor
	byItem map[string]*dossier.Actor
	count  counts
}

// counts says what became of the table's rows.
type counts struct {
	rows, kept, otherOffice, otherScript, badDates, joined, ended, acting, blurred, dropped int
}

func (c *counts) summary(people, size int) string {
	return fmt.Sprintf("%d rows: %d roles of %d people kept in %d bytes; left out %d of other offices, %d with names in other scripts, "+
		"%d that contradict others; %d terms joined, %d impossible dates dropped, %d ended by a successor, %d made acting, %d handovers blurred to month or year",
		c.rows, c.kept, people, size, c.otherOffice, c.otherScript, c.dropped, c.joined, c.badDates, c.ended, c.acting, c.blurred)
}

const columns = "jurisdiction,office,person,wikidata,from,to,gender,as_of"

func collect(table io.Reader, r *rules) (*holders, error) {
	rows := csv.NewReader(table)
	head, err := rows.Read()
	if err != nil {
		return nil, err
	}
	if got := strings.Join(head, ","); got != columns {
		return nil, fmt.Errorf("the table has columns %s, not %s", got, columns)
	}
	h := &holders{byItem: map[string]*dossier.Actor{}}
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return h, nil
		}
		if err != nil {
			return nil, err
		}
		h.row(row, r)
	}
}

func (h *holders) row(row []string, r *rules) {
	h.count.rows++
	jurisdiction, office, name, item, gender := row[0], row[1], row[2], row[3], row[6]
	office, body := r.office(jurisdiction, office)
	if office == "" {
		h.count.otherOffice++
		return
	}
	if !latin(name) || item == "" {
		h.count.otherScript++
		return
	}
	a := h.byItem[item]
	if a == nil {
		a = &dossier.Actor{ID: item, Kind: news.Person, Name: name, Wikidata: item, Gender: gender}
		a.Surnames = surnames(jurisdiction, name)
		h.byItem[item] = a
		h.people = append(h.people, a)
	}
	role := dossier.Role{Office: office, Of: body, From: h.date(row[4]), To: h.date(row[5]), Source: "wikidata " + row[7]}
	if !role.To.IsZero() && role.To.Last().Before(role.From.First()) {
		role.To = dossier.Date{}
		h.count.badDates++
	}
	if !slices.Contains(a.Roles, role) {
		a.Roles = append(a.Roles, role)
	}
}

// date reads a date; what no calendar has is as good as absent.
func (h *holders) date(s string) dossier.Date {
	d, ok := dossier.ParseDate(s)
	if s != "" && (!ok || !d.Real()) {
		h.count.badDates++
		return dossier.Date{}
	}
	return d
}

// latin reports whether a name is written in Latin letters, and is no list.
func latin(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return name != "" && !strings.ContainsAny(name, ",:|")
}

// surnames says what a person is called for short where that is not the last word
// of the name: Chinese and Korean family names stand first, people of Ethiopia and
// Eritrea go by their own name, Spanish names have two surnames.
func surnames(jurisdiction, name string) []string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return nil
	}
	last := words[len(words)-1]
	_, tail, hyphen := strings.Cut(last, "-")
	given := hyphen && tail != "" && unicode.IsLower(rune(tail[0])) // Jae-in, Ing-wen
	switch jurisdiction {
	case "china", "north-korea", "ethiopia", "eritrea":
		return words[:1]
	case "south-korea", "taiwan":
		if given {
			return words[:1]
		}
	case "spain", "mexico", "venezuela", "cuba":
		if len(words) > 2 {
			return []string{last, words[len(words)-2] + " " + last}
		}
	}
	return nil
}
