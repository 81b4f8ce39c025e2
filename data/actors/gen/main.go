// Gen makes the compact file of office-holders that the directory embeds from the
// table of Wikidata's roles:
//
//	go run ./data/actors/gen -in ../shared/directory/officeholders.csv -out data/actors/holders.txt
//
// It keeps the offices that speak in reports (rules.txt), under the names that
// reports give them, with Wikidata's item, the gender and the day on which the row
// was read. What it had to mend or leave out it counts on stderr.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"parley/internal/dossier"
)

func main() {
	in := flag.String("in", "", "the table, officeholders.csv")
	out := flag.String("out", "", "the file to write, holders.txt")
	offices := flag.String("offices", "", "the file of offices (default: offices.txt beside -out)")
	flag.Parse()
	if *offices == "" {
		*offices = filepath.Join(filepath.Dir(*out), "offices.txt")
	}
	if err := run(*in, *out, *offices, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(in, out, officesFile string, log io.Writer) error {
	offices, err := readOffices(officesFile)
	if err != nil {
		return err
	}
	rules, err := readRules()
	if err != nil {
		return err
	}
	table, err := os.Open(in)
	if err != nil {
		return err
	}
	defer table.Close() // only read
	h, err := collect(table, rules)
	if err != nil {
		return err
	}
	h.mend(offices)
	text := h.write()
	fmt.Fprintln(log, h.count.summary(len(h.people), len(text)))
	return os.WriteFile(out, text, 0o644)
}

func readOffices(name string) (*dossier.Offices, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	f, problems := dossier.Parse(name, b)
	if len(problems) > 0 {
		return nil, fmt.Errorf("%v", problems[0])
	}
	return dossier.NewOffices(f), nil
}
