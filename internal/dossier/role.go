package dossier

import "strings"

// role reads "foreign minister of Russia | 2004-03-09 | | wikidata 2022-07-29";
// fields may be left out from the right.
func (p *parser) role(value string, add func(Role)) {
	var field [4]string
	rest := value
	for i := range field {
		one, more, found := strings.Cut(rest, "|")
		field[i] = strings.TrimSpace(one)
		if rest = more; !found {
			break
		}
	}
	if rest != "" {
		p.problem("a role has four fields: OFFICE of STATE | FROM | TO | SOURCE; this one has more")
		return
	}
	r := Role{Source: field[3], Pos: p.pos}
	if r.Source == "" {
		r.Source = p.source
	}
	r.Office, r.Of = SplitOffice(field[0])
	if r.Office == "" {
		p.problem("the role has no office: write OFFICE of STATE | FROM | TO | SOURCE")
		return
	}
	if p.date(field[1], &r.From) && p.date(field[2], &r.To) {
		add(r)
	}
}

func (p *parser) date(s string, d *Date) bool {
	if s == "" {
		return true
	}
	var ok bool
	if *d, ok = ParseDate(s); !ok {
		p.problem("%q is no date: write a day, month or year such as 2004-03-09, 2004-03 or 2004, or leave the field empty", clip(s))
	}
	return ok
}

// addRole adds the role to the slab, in which the roles of an actor lie together.
func (p *parser) addRole(r Role) {
	if len(p.roles) == cap(p.roles) {
		slab := make([]Role, 0, 256+2*len(p.roles[p.first:]))
		p.roles, p.first = append(slab, p.roles[p.first:]...), 0
	}
	p.roles = append(p.roles, r)
	p.actor.Roles = p.roles[p.first:len(p.roles):len(p.roles)]
}

// SplitOffice cuts "foreign minister of Russia" before the first " of " that a
// capital letter or a digit follows, for offices are written in lower case and
// names are not: "minister of state of the United Kingdom" is the office "minister
// of state". "The" before the name is left out. Where no such place is right, a
// comma stands instead: "ambassador to the United States, Russia".
func SplitOffice(s string) (office, of string) {
	if office, of, ok := strings.Cut(s, ","); ok {
		return strings.TrimSpace(office), strings.TrimSpace(of)
	}
	for at := 0; ; {
		i := strings.Index(s[at:], " of ")
		if i < 0 {
			return strings.TrimSpace(s), ""
		}
		at += i
		of = strings.TrimPrefix(strings.TrimLeft(s[at+4:], " "), "the ")
		if of != "" && !isLower(of[0]) {
			return strings.TrimSpace(s[:at]), strings.TrimSpace(of)
		}
		at += 3
	}
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// String is the role's first field as the files write it.
func (r *Role) String() string {
	if r.Of == "" {
		return r.Office
	}
	full := r.Office + " of " + r.Of
	if office, of := SplitOffice(full); office != r.Office || of != r.Of {
		return r.Office + ", " + r.Of
	}
	return full
}
