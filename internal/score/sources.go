package score

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"parley/internal/news"
	"parley/internal/score/marks"
)

// Sources are what the sheet is made of: the project's own set and the readers
// under test. The own set has its own directory and dossier, so its own reader.
type Sources struct {
	Examples fs.FS          // the folder examples/
	Folder   string         // its path; "" for a set without gold on real news
	Page     marks.ReadPage // the page reader that Own uses
	Own      Reader         // reads with the own set's directory and dossier
	World    Reader         // reads with the directory of data/
	Labeller Labeller       // finds spans in PolNeAR; see Trained
	Finders  []NamedReader  // readers of the world with parts left out, for the ablation
	Rules    []Leaving      // readers with one rule left out, for the ablation of the rules

	OwnNames   func(string) string // Options.Canonical for the own set; may be nil
	WorldNames func(string) string // … and for the gold
}

// NamedReader is a reader under test with the name of what it leaves out.
type NamedReader struct {
	Name string
	Reader
}

// Halves scores the halves of the own set; and where it has site templates, its
// plain texts with named blocks as they are and wrapped.
func (s *Sources) Halves() ([]Half, error) {
	out, err := s.plainHalves()
	if err != nil {
		return nil, err
	}
	for _, name := range halfNames {
		wrapped, plain, err := LoadWrapped(s.Examples, path.Join("corpus", name), "templates", s.Page)
		if err != nil {
			return nil, err
		}
		if len(wrapped) == 0 {
			continue
		}
		if out, err = s.half(out, name+", plain texts", plain); err != nil {
			return nil, err
		}
		if out, err = s.half(out, name+", in templates", wrapped); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// plainHalves scores the halves of the own set as they are.
func (s *Sources) plainHalves() (out []Half, err error) {
	for _, name := range halfNames {
		cases, err := s.marked(name)
		if err != nil {
			return nil, err
		}
		if out, err = s.half(out, name, cases); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s *Sources) marked(half string) ([]Case, error) {
	return LoadMarked(s.Examples, path.Join("corpus", half), s.Page)
}

var (
	halfNames  = [...]string{"tune", "test"}
	newsHalves = [...]string{"tune", "score"} // of examples/polnear and examples/timebank
)

func (s *Sources) half(out []Half, name string, cases []Case) ([]Half, error) {
	score, err := ScoreStatements(cases, s.Own, Options{Canonical: s.OwnNames})
	if err != nil {
		return nil, err
	}
	return append(out, Half{name, score}), nil
}

// Corpora scores what lies in the folder shared.
func (s *Sources) Corpora(shared string) (*Corpora, error) {
	gold, err := examples(shared)
	if err != nil {
		return nil, err
	}
	var c Corpora
	if c.Gold, err = ScoreStatements(gold, s.World, Options{Canonical: s.WorldNames}); err != nil {
		return nil, err
	}
	polnear := filepath.Join(shared, "corpora", "polnear")
	if c.News, err = s.news("polnear", polnear, s.finders()...); err != nil {
		return nil, err
	}
	docs, err := ReadBratDir(os.DirFS(filepath.Join(polnear, "dev")))
	if err != nil {
		return nil, err
	}
	c.Dev = ScoreDocuments(docs, s.Labeller, false)
	if c.Rules, err = s.ablation(gold, polnear, docs); err != nil {
		return nil, err
	}
	in, err := LoadInstances(filepath.Join(polnear, "cofenet-valid.jsonl"))
	if err != nil {
		return nil, err
	}
	c.Instances = ScoreInstances(in, s.Labeller)
	timebank := filepath.Join(shared, "corpora", "timebank")
	if c.Agency, err = s.news("timebank", timebank, NamedReader{"", s.World}); err != nil {
		return nil, err
	}
	dated, err := LoadTimeML(timebank)
	if err != nil {
		return nil, err
	}
	c.Dates = DateColumns(dated, FoundDates, "")
	return &c, nil
}

// examples are the worked examples of the gold.
func examples(shared string) ([]Case, error) {
	gold, err := Load(filepath.Join(shared, "gold", "examples.jsonl"))
	if err != nil {
		return nil, err
	}
	return withSilent(gold, filepath.Join(shared, "gold"))
}

// news scores the project's gold on the reports of a corpus, each half by each reader;
// nothing without the folder that holds it.
func (s *Sources) news(set, corpus string, readers ...NamedReader) ([]Half, error) {
	if s.Folder == "" {
		return nil, nil
	}
	var out []Half
	for _, half := range newsHalves {
		cases, err := LoadOffsets(filepath.Join(s.Folder, set, half+".jsonl"), corpus)
		if err != nil {
			return nil, err
		}
		for _, r := range readers {
			score, err := ScoreStatements(cases, r, Options{Canonical: s.WorldNames})
			if err != nil {
				return nil, err
			}
			name := half
			if len(readers) > 1 {
				name += ", " + r.Name
			}
			out = append(out, Half{name, score})
		}
	}
	return out, nil
}

// finders are the whole reader and each finder alone.
func (s *Sources) finders() []NamedReader {
	return append([]NamedReader{{"both", s.World}}, s.Finders...)
}

// withSilent adds the texts of a folder that its gold does not name: reports that
// hold no statement, so that what is read there is spurious.
func withSilent(cases []Case, dir string) ([]Case, error) {
	texts, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, file := range texts {
		if slices.ContainsFunc(cases, func(c Case) bool { return c.File == file }) {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		cases = append(cases, Case{File: file, Data: data})
	}
	return cases, nil
}

// LoadInstances reads a file of token instances.
func LoadInstances(path string) ([]Instance, error) {
	rows, err := os.ReadFile(path)
	if err != nil {
		return nil, &news.Error{Code: news.NotFound, Msg: "instances", Err: err}
	}
	return ReadInstances(bytes.NewReader(rows))
}
