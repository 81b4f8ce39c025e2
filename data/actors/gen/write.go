package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/internal/dossier"
)

const header = `# Office-holders, from Wikidata (CC0) through the snapshots of every-politician-scrapers.
# Made by go run ./data/actors/gen; not edited by hand: corrections go into people.txt.
# "source" holds for the roles below it; "successor" marks an end that Wikidata lacks,
# set where the next holder begins.
`

// write gives the file: people in groups of one day of reading, by name.
func (h *holders) write() []byte {
	groups := map[string][]*dossier.Actor{}
	for _, a := range h.people {
		source := plainSource(&a.Roles[0])
		groups[source] = append(groups[source], a)
	}
	var b bytes.Buffer
	b.WriteString(header)
	for _, source := range sorted(groups) {
		fmt.Fprintf(&b, "\nsource %s\n", source)
		people := groups[source]
		slices.SortFunc(people, func(x, y *dossier.Actor) int {
			return cmp.Or(strings.Compare(x.Name, y.Name), strings.Compare(x.ID, y.ID))
		})
		for _, a := range people {
			writePerson(&b, a, source)
		}
	}
	return b.Bytes()
}

func plainSource(r *dossier.Role) string { return strings.TrimPrefix(r.Source, "successor; ") }

func sorted(groups map[string][]*dossier.Actor) []string {
	var keys []string
	for k := range groups {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func writePerson(b *bytes.Buffer, a *dossier.Actor, source string) {
	fmt.Fprintf(b, "\nperson %s\n  wikidata: %s\n", a.Name, a.Wikidata)
	if a.Gender != "" {
		fmt.Fprintf(b, "  gender: %s\n", a.Gender)
	}
	if len(a.Surnames) > 0 {
		fmt.Fprintf(b, "  surname: %s\n", strings.Join(a.Surnames, ", "))
	}
	for i := range a.Roles {
		r := &a.Roles[i]
		line := fmt.Sprintf("  role: %s | %s | %s | %s", r, r.From, r.To, r.Source)
		line = strings.ReplaceAll(strings.TrimSuffix(line, "| "+source), "|  |", "| |")
		b.WriteString(strings.TrimRight(line, " |"))
		b.WriteByte('\n')
	}
}
