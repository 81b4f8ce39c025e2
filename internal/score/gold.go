package score

import (
	"bytes"
	"os"
	"path/filepath"

	"parley/internal/news"
	"parley/internal/record"
)

// Gold is one gold statement.
type Gold struct {
	record.Statement
	Line      int    // where it stands in the gold file; for marks its number
	By        string // how the source is written: "name", "pronoun", …; "" where gold does not tell
	DayOrNone bool   // SaidOn is right, and so is no day
	OpenMove  bool   // what it says about the issue is open to argument
}

// CountsNot reports whether the statement counts neither way: it is optional or
// nested in another one.
func (g *Gold) CountsNot() bool { return g.Optional || g.Within != "" }

// Case is one report with its gold.
type Case struct {
	File      string // the name that the reader is given
	Data      []byte // the file's bytes
	Gold      []Gold
	Style     string         // house style, "" where not told
	Published string         // the gold day of publication, "" where not told
	Furniture []record.Words // gold furniture; only where Marked
	Marked    bool           // all furniture of the report is marked in Furniture
}

// Load reads a gold file of statement records, one a line, and the reports that it
// names, by paths relative to the file. Cases come in the order in which their
// reports are first named.
func Load(path string) ([]Case, error) {
	lines, err := os.ReadFile(path)
	if err != nil {
		return nil, &news.Error{Code: news.NotFound, Msg: "gold", Err: err}
	}
	var cases []Case
	at := map[string]int{}
	err = record.Lines(bytes.NewReader(lines), func(line int, s record.Statement) error {
		if s.Report.File == "" {
			return news.Errorf(news.Invalid, "record without report.file")
		}
		i, known := at[s.Report.File]
		if !known {
			i = len(cases)
			at[s.Report.File] = i
			cases = append(cases, Case{File: filepath.Join(filepath.Dir(path), s.Report.File)})
		}
		if s.Report.Published != "" {
			cases[i].Published = s.Report.Published
		}
		cases[i].Gold = append(cases[i].Gold, Gold{Statement: s, Line: line})
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range cases {
		if cases[i].Data, err = os.ReadFile(cases[i].File); err != nil {
			return nil, &news.Error{Code: news.NotFound, Msg: "report of gold", Err: err}
		}
	}
	return cases, nil
}
