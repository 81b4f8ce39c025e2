package actor

import (
	"strings"

	"parley/internal/news"
)

func (d *Directory) indexSurnames() {
	d.beforeSurname, d.afterSurname = wordSet(d.file, "before surname"), wordSet(d.file, "after surname")
	for i := range d.entries {
		if e := &d.entries[i]; e.Kind == news.Person {
			d.addSurnames(e)
		}
	}
}

func (d *Directory) addSurnames(e *Entry) {
	if len(e.Surnames) > 0 {
		for _, s := range e.Surnames {
			d.surnames.add(s, Match{e, HowSurname})
		}
		return
	}
	d.addSurname(e, e.Name)
	for _, name := range e.Also {
		d.addSurname(e, name)
	}
}

// addSurname notes the last word of a name of several words, and the same with the
// particles before it and without those joined to it.
func (d *Directory) addSurname(e *Entry, name string) {
	name = d.dropSuffix(name)
	at := strings.LastIndexByte(name, ' ')
	if at < 0 {
		return
	}
	last := name[at+1:]
	d.surnames.add(last, Match{e, HowSurname})
	if head, tail, ok := strings.Cut(last, "-"); ok && d.beforeSurname[strings.ToLower(head)] {
		d.surnames.add(tail, Match{e, HowSurname})
	}
	whole := at + 1
	for whole > 0 {
		before := strings.LastIndexByte(name[:whole-1], ' ')
		if before < 0 || !d.beforeSurname[strings.ToLower(name[before+1:whole-1])] {
			break
		}
		whole = before + 1
	}
	if whole <= at {
		d.surnames.add(name[whole:], Match{e, HowSurname})
	}
}

func (d *Directory) dropSuffix(name string) string {
	at := strings.LastIndexByte(name, ' ')
	if at > 0 && len(name)-at <= 4 && d.afterSurname[strings.ToLower(name[at+1:])] {
		return strings.TrimRight(name[:at], " ,")
	}
	return name
}

// dropInitials leaves out the middle initials of a full name: "Robert C. O'Brien"
// is mostly printed without.
func dropInitials(name string) string {
	for from := 1; ; {
		i := strings.Index(name[from:], ". ")
		if i < 0 {
			return name
		}
		dot := from + i
		if dot < 3 || name[dot-2] != ' ' {
			from = dot + 1
			continue
		}
		name, from = name[:dot-1]+name[dot+2:], dot-2
	}
}
