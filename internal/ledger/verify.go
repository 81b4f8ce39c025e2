package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"parley/internal/news"
)

// gap stands between the parts of a broken quotation in Words.
const gap = " … "

// Words is what the statement quotes, its parts joined by " … ". The content must
// lie in the report's text.
func Words(r *news.Report, s *news.Statement) string {
	if len(s.Content) == 1 {
		return r.Words(s.Content[0])
	}
	parts := make([]string, len(s.Content))
	for i, c := range s.Content {
		parts[i] = r.Words(c)
	}
	return strings.Join(parts, gap)
}

// TextHash is the hash that is kept beside a text, 64 hex digits.
func TextHash(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:])
}

// Problem is something in a ledger that does not hold.
type Problem struct {
	ReportID    string
	StatementID string // "" when it concerns the report
	Err         error
}

// Verify checks a reading as the ledger holds it: that the text is the one that was
// added, that report and statements keep the invariants of package news, that every
// statement quotes the words that were stored with it, and that what it is nested in
// is there. It says nothing about the file that the report was read from.
func Verify(rd *Reading) []Problem {
	p := problems{report: rd.Report}
	if TextHash(rd.Report.Text) != rd.TextSHA256 {
		p.add("", news.Errorf(news.Internal, "report %s: the stored text is not the one that was added", rd.Report.ID))
	}
	if len(rd.Words) != len(rd.Statements) {
		p.add("", news.Errorf(news.Internal, "report %s: words are stored for %d of %d statements", rd.Report.ID, len(rd.Words), len(rd.Statements)))
		return p.found
	}
	p.check(rd.Statements)
	for i := range rd.Statements {
		s := &rd.Statements[i]
		if s.Validate(rd.Report) == nil && Words(rd.Report, s) != rd.Words[i] {
			p.add(s.ID, news.Errorf(news.Internal, "statement %s: the text at its span is not what it quotes, %q", s.ID, rd.Words[i]))
		}
	}
	return p.found
}

// Check tells why an addition cannot be taken, or nil. Stores call it before they
// write; the reader is to blame, so the errors are Internal.
func Check(a Addition) error {
	if a.Report == nil || a.Report.ID == "" || a.Reader == "" {
		return news.Errorf(news.Internal, "an addition needs a report, its id and the reader's version")
	}
	for i := range a.Statements {
		if s := &a.Statements[i]; s.Reader != a.Reader {
			return news.Errorf(news.Internal, "statement %s was read by %q, not by %q", s.ID, s.Reader, a.Reader)
		}
	}
	p := problems{report: a.Report}
	p.check(a.Statements)
	if len(p.found) > 0 {
		return p.found[0].Err
	}
	return nil
}

// problems gathers what is wrong with one report.
type problems struct {
	report *news.Report
	found  []Problem
}

func (p *problems) add(statement string, err error) {
	p.found = append(p.found, Problem{ReportID: p.report.ID, StatementID: statement, Err: err})
}

// check holds report and statements against the rules of package news, and the
// statements against each other.
func (p *problems) check(ss []news.Statement) {
	if r := p.report; len(r.SHA256) != 64 || r.ID != "r"+r.SHA256[:16] {
		p.add("", news.Errorf(news.Internal, "report %s: the id does not follow from the hash %q", r.ID, r.SHA256))
	}
	if day := p.report.Published; !day.IsZero() && news.DayOf(day.Time()) != day {
		p.add("", news.Errorf(news.Internal, "report %s: its day of publication, %s, does not exist", p.report.ID, day))
	}
	if err := p.report.Validate(); err != nil {
		p.add("", err)
	}
	known := make(map[string]bool, len(ss))
	for i := range ss {
		if known[ss[i].ID] {
			p.add(ss[i].ID, news.Errorf(news.Internal, "statement %s is there twice", ss[i].ID))
		}
		known[ss[i].ID] = true
	}
	for i := range ss {
		s := &ss[i]
		if err := s.Validate(p.report); err != nil {
			p.add(s.ID, err)
		}
		if s.Within != "" && (s.Within == s.ID || !known[s.Within]) {
			p.add(s.ID, news.Errorf(news.Internal, "statement %s lies within %s, which is not another statement of its report", s.ID, s.Within))
		}
	}
}
