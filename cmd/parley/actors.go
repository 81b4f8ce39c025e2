package main

import (
	"fmt"
	"strings"
	"unicode"

	"parley"
	"parley/internal/actor"
	"parley/internal/dossier"
	"parley/internal/ledger"
	"parley/internal/news"
)

// directory makes the directory of actors alone, with the user's files merged in.
func (f dossierFlag) directory() (*actor.Directory, error) {
	files, err := f.files()
	if err != nil {
		return nil, err
	}
	var own []*dossier.File
	for _, file := range files {
		d, problems := dossier.Parse(file.Name, file.Data)
		if len(problems) > 0 {
			return nil, parley.Problems(problems)
		}
		own = append(own, d)
	}
	return actor.Builtin(own...)
}

// found looks an actor up by id, name or surname. Names in reports need their capitals, people
// at a keyboard do not: "lavrov" is Lavrov, "nato" NATO.
func found(d *actor.Directory, name string) []*actor.Entry {
	if e := d.ByID(name); e != nil {
		return []*actor.Entry{e}
	}
	for _, name := range []string{name, capitals(name), strings.ToUpper(name)} {
		if es := d.ByName(name); len(es) > 0 {
			return es
		}
		if es := d.BySurname(name); len(es) > 0 {
			return es
		}
	}
	return nil
}

// capitals writes each word with a capital letter.
func capitals(name string) string {
	after := ' '
	return strings.Map(func(r rune) rune {
		if after == ' ' || after == '-' {
			after = r
			return unicode.ToUpper(r)
		}
		after = r
		return r
	}, name)
}

// roles prints a directory entry with its dated roles and where each comes from.
func (m *Main) roles(e *actor.Entry) {
	k := ink(m.Colour)
	fmt.Fprintf(m.Stdout, "%s  %s\n", k.bold(oneLine(e.Name)), k.dim(string(e.Kind)+" "+e.ID))
	if len(e.Also) > 0 {
		fmt.Fprintln(m.Stdout, m.wrap("  also "+oneLine(strings.Join(e.Also, ", ")), 4))
	}
	for i := range e.Roles {
		fmt.Fprintln(m.Stdout, m.wrap("  "+roleLine(&e.Roles[i]), 4))
	}
	fmt.Fprintln(m.Stdout)
}

// roleLine tells a role, its days as precisely as they are known, and its source:
// "foreign minister of Russia, 2004-03-09 to now [wikidata 2022-07-29]".
func roleLine(r *dossier.Role) string {
	var days string
	switch {
	case !r.From.IsZero() && !r.To.IsZero():
		days = r.From.String() + " to " + r.To.String()
	case !r.From.IsZero():
		days = "from " + r.From.String()
	case !r.To.IsZero():
		days = "to " + r.To.String()
	default:
		days = "no days known"
	}
	from := r.Source
	if from == "" {
		from = "no source given"
	}
	return oneLine(fmt.Sprintf("%s, %s [%s]", r, days, from))
}

// rolesOf tells which roles of the directory the speaker had on the day of the
// words, and where each comes from.
func rolesOf(d *actor.Directory, rep *news.Report, s *news.Statement) []string {
	id := s.Speaker.ID
	if id == "" || strings.HasPrefix(id, "local:") {
		return nil
	}
	e := d.ByID(id)
	if e == nil {
		return []string{"not in the built-in directory: name the file that it was read with by --dossier"}
	}
	days, _ := ledger.DaysOf(rep, s)
	day := days.From
	if day.IsZero() {
		day = days.To
	}
	var lines []string
	for _, r := range d.RolesOn(e, day) {
		lines = append(lines, roleLine(&r))
	}
	return lines
}
