package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// A region is an element that says of itself that it is no part of the story.
type region struct {
	reason string
	strong bool   // told by its element or role, not by a class name
	up     int    // region around it
	words  int    // of prose in it
	title  bool   // the headline stands in it
	why    string // decided: the reason of its text, "" when it is no furniture
}

// regionTags tell what elements hold by what they are.
var regionTags = map[atom.Atom]string{
	atom.Nav: "menu", atom.Aside: "aside", atom.Footer: "page footer", atom.Form: "form", atom.Dialog: "overlay",
	atom.Button: "button", atom.Menu: "menu", atom.Label: "form", atom.Fieldset: "form",
}

var regionRoles = map[string]string{
	"navigation": "menu", "complementary": "aside", "contentinfo": "page footer", "banner": "page header",
	"search": "form", "dialog": "overlay", "alertdialog": "overlay", "menu": "menu", "menubar": "menu",
	"toolbar": "share bar", "form": "form", "button": "button", "tablist": "menu", "tooltip": "overlay",
}

// hidden reports whether an element does not show.
func (w *words) hidden(tag atom.Atom, attrs attributes) bool {
	if len(attrs) == 0 {
		return false
	}
	if v, ok := attrs.get("hidden"); ok && v != "until-found" {
		return true
	}
	if style, ok := attrs.get("style"); ok && strings.Contains(style, ":") {
		flat := strings.ToLower(strings.Join(strings.Fields(style), ""))
		if strings.Contains(flat, "display:none") || strings.Contains(flat, "visibility:hidden") {
			return true
		}
	}
	class, _ := attrs.get("class")
	if v, _ := attrs.get("aria-hidden"); v == "true" && (tag == atom.I || strings.Contains(class, "icon")) {
		return true
	}
	return class != "" && w.classes.marks(class, "hidden")
}

// mark notes the region that an element opens, and what else its names tell.
func (b *builder) mark(s *scope, tag atom.Atom, attrs attributes) {
	reason, strong := regionTags[tag], true
	if tag == atom.Footer && s.hint.quote {
		reason = "" // the source under a block quotation
	}
	if role, ok := attrs.get("role"); ok && reason == "" {
		reason = regionRoles[strings.ToLower(role)]
	}
	class, _ := attrs.get("class")
	id, _ := attrs.get("id")
	if class+id != "" && tag != atom.Html && tag != atom.Body && tag != atom.Main && tag != atom.Article {
		if reason == "" {
			reason, strong = b.classes.reason(class+" "+id), false
		}
		s.hint.lead = s.hint.lead || b.classes.marks(class, "standfirst")
		s.hint.caption = s.hint.caption || b.classes.marks(class, "caption")
	}
	if tag == atom.Time && reason == "" {
		reason = "date line"
	}
	if reason == "" || !s.block || s.hint.quote && !strong {
		return
	}
	b.regions = append(b.regions, region{reason: reason, strong: strong, up: s.region})
	s.region = len(b.regions) - 1
}

// A classList tells by the words in class names what elements hold.
type classList struct {
	sets map[string]map[string]bool // hidden, standfirst, caption
	why  map[string]string          // words to reason
}

// readClasses reads the form that data/page/classes.txt describes.
func readClasses(src []byte) classList {
	c := classList{map[string]map[string]bool{}, map[string]string{}}
	reason := ""
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSpace(line)
		set, name, two := strings.Cut(line, " ")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			reason = strings.Trim(line, "[]")
		case two:
			if c.sets[set] == nil {
				c.sets[set] = map[string]bool{}
			}
			c.sets[set][name] = true
		default:
			c.why[line] = reason
		}
	}
	return c
}

// longestName bounds the class names that are looked at.
const longestName = 400

// reason gives what an element of these names holds, "" when they do not tell.
func (c classList) reason(names string) (why string) {
	c.each(names, func(run string) bool {
		why = c.why[run]
		return why == ""
	})
	return why
}

// marks reports whether a name belongs to a set.
func (c classList) marks(names, set string) (yes bool) {
	c.each(names, func(run string) bool {
		yes = yes || c.sets[set][run]
		return !yes
	})
	return yes
}

// each yields, for every name, the name and its runs of one and two words.
func (c classList) each(names string, yield func(run string) bool) {
	if len(names) > longestName {
		names = names[:longestName]
	}
	for name := range strings.FieldsSeq(names) {
		parts := nameParts(name)
		if len(parts) == 0 {
			continue
		}
		if !yield(strings.Join(parts, "-")) {
			return
		}
		if c.sets["ignored"][parts[0]] {
			continue
		}
		for i := range parts {
			if i+1 < len(parts) && !yield(parts[i]+"-"+parts[i+1]) || !yield(parts[i]) {
				return
			}
		}
	}
}

// nameParts cuts a class name at marks and capitals.
func nameParts(name string) []string {
	var parts []string
	start := 0
	flush := func(end int) {
		if end > start {
			parts = append(parts, strings.ToLower(name[start:end]))
		}
	}
	prev := rune(0)
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush(i)
			start = i + len(string(r))
		case unicode.IsUpper(r) && unicode.IsLower(prev):
			flush(i)
			start = i
		}
		prev = r
	}
	flush(len(name))
	return parts
}
