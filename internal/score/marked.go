package score

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"parley/internal/news"
	"parley/internal/score/marks"
)

// LoadAny reads gold of either kind: a file of records (.jsonl), a folder of
// marked sources, or one marked source.
func LoadAny(name string, read marks.ReadPage) ([]Case, error) {
	if filepath.Ext(name) == ".jsonl" {
		return Load(name)
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, &news.Error{Code: news.NotFound, Msg: "gold", Err: err}
	}
	if info.IsDir() {
		return LoadMarked(os.DirFS(name), ".", read)
	}
	c, err := loadMarked(os.DirFS(filepath.Dir(name)), filepath.Base(name), read)
	return []Case{c}, err
}

// LoadMarked reads the marked sources (.txt and .html) of a folder of dir, by
// name. Cases hold the saved pages' bytes; read must be the page reader that the
// scored Reader uses. A folder without any is an error.
func LoadMarked(dir fs.FS, folder string, read marks.ReadPage) ([]Case, error) {
	names, err := fs.Glob(dir, path.Join(folder, "*"))
	if err != nil {
		return nil, err
	}
	var cases []Case
	for _, name := range names {
		if ext := path.Ext(name); ext != ".txt" && ext != ".html" {
			continue
		}
		c, err := loadMarked(dir, name, read)
		if err != nil {
			return nil, err
		}
		cases = append(cases, c)
	}
	if len(cases) == 0 {
		return nil, news.Errorf(news.NotFound, "no marked reports (.txt, .html) in %s", folder)
	}
	return cases, nil
}

// LoadWrapped reads the marked plain texts of a folder whose blocks are named, each
// wrapped in every site template (.html) of the folder templates, and the same
// texts as they are. Without texts or templates both are empty.
func LoadWrapped(dir fs.FS, folder, templates string, read marks.ReadPage) (wrapped, plain []Case, err error) {
	names, err := fs.Glob(dir, path.Join(folder, "*.txt"))
	if err != nil {
		return nil, nil, err
	}
	sites, err := fs.Glob(dir, path.Join(templates, "*.html"))
	if err != nil {
		return nil, nil, err
	}
	for _, name := range names {
		source, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, nil, err
		}
		for i, site := range sites {
			c, ok, err := wrap(dir, name, source, site, read)
			if err != nil {
				return nil, nil, err
			}
			if !ok {
				break
			}
			wrapped = append(wrapped, c)
			if i == 0 {
				c, err := parseMarked(name, source, read)
				if err != nil {
					return nil, nil, err
				}
				plain = append(plain, c)
			}
		}
	}
	return wrapped, plain, nil
}

// wrap gives the case of one text in one template.
func wrap(dir fs.FS, name string, source []byte, site string, read marks.ReadPage) (Case, bool, error) {
	text, err := fs.ReadFile(dir, site)
	if err != nil {
		return Case{}, false, err
	}
	template, err := marks.Template(site, string(text))
	if err != nil {
		return Case{}, false, &news.Error{Code: news.Invalid, Msg: "site template", Err: err}
	}
	page, ok, err := marks.Wrap(name, source, template)
	if !ok || err != nil {
		return Case{}, false, err
	}
	base := strings.TrimSuffix(path.Base(site), ".html")
	c, err := parseMarked(strings.TrimSuffix(name, ".txt")+"."+base+".html", page, read)
	return c, true, err
}

func loadMarked(dir fs.FS, name string, read marks.ReadPage) (Case, error) {
	source, err := fs.ReadFile(dir, name)
	if err != nil {
		return Case{}, &news.Error{Code: news.NotFound, Msg: "marked report", Err: err}
	}
	return parseMarked(name, source, read)
}

func parseMarked(name string, source []byte, read marks.ReadPage) (Case, error) {
	f, err := marks.Parse(name, source)
	if err != nil {
		return Case{}, err
	}
	placed, err := f.Place(read)
	if err != nil {
		return Case{}, err
	}
	return markedCase(placed), nil
}

func markedCase(p *marks.Placed) Case {
	c := Case{
		File: p.File.Name, Data: p.File.Page, Style: p.File.Report["style"],
		Published: p.File.Report["published"], Furniture: p.Furniture, Marked: true,
	}
	for _, s := range p.Statements {
		c.Gold = append(c.Gold, Gold{Statement: s.Statement, Line: s.Number, By: s.By, DayOrNone: s.DayOrNone, OpenMove: s.OpenMove})
	}
	for _, w := range p.Optional {
		g := Gold{}
		g.Optional, g.Content = true, append(g.Content, w)
		c.Gold = append(c.Gold, g)
	}
	return c
}
