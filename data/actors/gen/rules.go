package main

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
)

//go:embed rules.txt
var rulesText string

//go:embed jurisdictions.txt
var jurisdictionsText string

// rule maps the offices that its pattern fits to an office of the directory.
type rule struct {
	in      []string // jurisdictions; nil is all
	pattern *regexp.Regexp
	office  string // "" leaves it out
	body    string // "" is the jurisdiction itself
}

type rules struct {
	list  []rule
	names map[string]string // of jurisdictions
}

var ruleForm = regexp.MustCompile(`^(?:\[([a-z, -]+)\] )?(.+) => (.+)$`)

func readRules() (*rules, error) {
	r := &rules{names: map[string]string{}}
	for i, line := range strings.Split(rulesText, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if err := r.add(line); err != nil {
			return nil, fmt.Errorf("rules.txt:%d: %w", i+1, err)
		}
	}
	for line := range strings.Lines(jurisdictionsText) {
		if key, name, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && key[0] != '#' {
			r.names[key] = name
		}
	}
	return r, nil
}

func (r *rules) add(line string) error {
	m := ruleForm.FindStringSubmatch(line)
	if m == nil {
		return fmt.Errorf("%q is not of the form PATTERN => OFFICE", line)
	}
	pattern, err := regexp.Compile(`(?i)^(?:` + m[2] + `)$`)
	if err != nil {
		return err
	}
	one := rule{pattern: pattern}
	if m[1] != "" {
		one.in = strings.Split(m[1], ", ")
	}
	if m[3] != "-" {
		one.office, one.body, _ = strings.Cut(m[3], ", ")
	}
	r.list = append(r.list, one)
	return nil
}

// office gives the directory's office and body of a row; "" leaves it out.
func (r *rules) office(jurisdiction, office string) (name, body string) {
	for i := range r.list {
		one := &r.list[i]
		if !one.holdsIn(jurisdiction) {
			continue
		}
		m := one.pattern.FindStringSubmatch(office)
		if m == nil {
			continue
		}
		if body = one.body; body == "" && one.office != "" {
			body = r.name(jurisdiction)
		}
		return fill(one.office, m), body
	}
	return "", ""
}

func (r *rule) holdsIn(jurisdiction string) bool {
	for _, in := range r.in {
		if in == jurisdiction {
			return true
		}
	}
	return r.in == nil
}

// fill puts the brackets of a match into an office: $1 in lower case, ^1 as printed.
func fill(office string, m []string) string {
	if !strings.ContainsAny(office, "$^") {
		return office
	}
	for i, words := range m {
		office = strings.ReplaceAll(office, fmt.Sprintf("$%d", i), strings.ToLower(words))
		office = strings.ReplaceAll(office, fmt.Sprintf("^%d", i), words)
	}
	return office
}

// name is the state's name of "south-korea".
func (r *rules) name(jurisdiction string) string {
	if name, ok := r.names[jurisdiction]; ok {
		return name
	}
	words := strings.Split(jurisdiction, "-")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
