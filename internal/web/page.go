package web

import (
	"crypto/sha256"
	_ "embed" // the page's template and style sheet
	"encoding/base64"
	"html/template"
	"io"

	"parley/internal/news"
)

// PageInput is what a page shows.
type PageInput struct {
	Title   string // of the page: "The Tesmar talks"
	Issue   string // what the moves are about: "holding talks at all"
	Reader  string // the reader's version, shown at the foot; "" leaves it out
	Parties []string
	Reports []Report
}

// Report is a report with the statements read from it.
type Report struct {
	*news.Report
	Statements []news.Statement
}

//go:embed page.css
var pageCSS string

//go:embed page.tmpl
var pageTemplate string

var page = template.Must(template.New("page").Parse(pageTemplate))

// view is what the template is filled with.
type view struct {
	Title, Issue, Reader string
	CSP                  string
	CSS                  template.CSS
	Counts               counts
	Timeline             *timeline
	Talks, Others        []row
	Reports              []reportView
}

type counts struct {
	Reports, Statements, Talks, Speakers int
}

// Page writes the page. Reports come in the order of in.Reports; Parties, where
// given, order the rows of the picture. Spans of statements must lie in their
// report's text (news.Statement.Validate). Errors are the writer's or, for a span
// that does not fit, of code news.Internal.
func Page(w io.Writer, in PageInput) error {
	v := &view{
		Title: in.Title, Issue: in.Issue, Reader: in.Reader,
		CSS: template.CSS(pageCSS), CSP: policy(pageCSS),
	}
	if v.Title == "" {
		v.Title = "Who said what about talking"
	}
	if v.Issue == "" {
		v.Issue = "holding talks"
	}
	if err := v.fill(in); err != nil {
		return err
	}
	return page.Execute(w, v)
}

// policy allows the one style sheet, by its hash, and nothing else.
func policy(css string) string {
	h := sha256.Sum256([]byte(css))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'; base-uri 'none'; form-action 'none'"
}

func (v *view) fill(in PageInput) error {
	seen, speakers := map[string]bool{}, map[string]bool{}
	for _, r := range in.Reports {
		if seen[r.ID] {
			continue // an id is an anchor, so it stands once
		}
		seen[r.ID] = true
		if err := r.Report.Validate(); err != nil {
			return err
		}
		r.Statements = once(r.Statements)
		for i := range r.Statements {
			s := &r.Statements[i]
			if err := s.Validate(r.Report); err != nil {
				return err
			}
			if s.Speaker.Name != "" {
				speakers[s.Speaker.Name] = true
			}
			v.addRow(&r, s)
		}
		v.Reports = append(v.Reports, newReportView(&r))
		v.Counts.Statements += len(r.Statements)
	}
	v.Counts.Reports, v.Counts.Talks, v.Counts.Speakers = len(v.Reports), len(v.Talks), len(speakers)
	sortRows(v.Talks)
	sortRows(v.Others)
	v.Timeline = newTimeline(v.Talks, in.Parties)
	return nil
}

// once leaves out statements whose id has been there: the same words twice.
func once(statements []news.Statement) []news.Statement {
	seen := map[string]bool{}
	var out []news.Statement
	for _, s := range statements {
		if !seen[s.ID] {
			seen[s.ID] = true
			out = append(out, s)
		}
	}
	return out
}
