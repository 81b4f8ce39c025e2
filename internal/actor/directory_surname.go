package actor

import (
	"strings"

	"parley/internal/news"
)

// surnameParticles are words before a surname that belong to it in full forms and
// are often left out.
var surnameParticles = map[string]bool{
	"al": true, "el": true, "bin": true, "bint": true, "ibn": true, "ben": true, "ould": true, "abu": true,
	"de": true, "la": true, "las": true, "los": true, "del": true, "du": true, "da": true, "dos": true,
	"do": true, "di": true, "van": true, "von": true, "der": true, "den": true, "zu": true, "af": true,
	"ter": true, "ten": true, "st": true, "st.": true,
}

var afterSurname = map[string]bool{"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true, "iv": true}

func (d *Directory) indexSurnames() {
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
	name = dropSuffix(name)
	at := strings.LastIndexByte(name, ' ')
	if at < 0 {
		return
	}
	last := name[at+1:]
	d.surnames.add(last, Match{e, HowSurname})
	if head, tail, ok := strings.Cut(last, "-"); ok && surnameParticles[strings.ToLower(head)] {
		d.surnames.add(tail, Match{e, HowSurname})
	}
	whole := at + 1
	for whole > 0 {
		before := strings.LastIndexByte(name[:whole-1], ' ')
		if before < 0 || !surnameParticles[strings.ToLower(name[before+1:whole-1])] {
			break
		}
		whole = before + 1
	}
	if whole <= at {
		d.surnames.add(name[whole:], Match{e, HowSurname})
	}
}

func dropSuffix(name string) string {
	at := strings.LastIndexByte(name, ' ')
	if at > 0 && len(name)-at <= 4 && afterSurname[strings.ToLower(name[at+1:])] {
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
