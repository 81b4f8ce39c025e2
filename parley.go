package parley

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"parley/data"
	"parley/internal/actor"
	"parley/internal/attribution"
	"parley/internal/dossier"
	"parley/internal/encoder"
	"parley/internal/move"
	"parley/internal/news"
	"parley/internal/page"
	"parley/internal/reading"
	"parley/internal/record"
	"parley/internal/text"
)

// Statement is the statement record, as docs/formats.md describes it.
type Statement = record.Statement

// Report is what a record tells of its report.
type Report = record.Report

// File is a dossier or actor file of the user's.
type File struct {
	Name string
	Data []byte
}

// Options say how to read.
type Options struct {
	Files    []File // merged over the built-in directory and dossiers
	MaxBytes int64  // refuse larger documents; 0 for 32 MiB
	Model    []byte // a model file (docs/encoder.md); nil for the built-in one
	Kernel   string // "generic", "avx2" or "avx512"; "" for the best of this machine
	Only     string // "rules" or "model" finds statements alone, for ablations; "" for both
}

// Reader reads reports. It is safe for concurrent use.
type Reader struct {
	reading   *reading.Reader
	directory *actor.Directory
	dossiers  []*dossier.File
	trained   *attribution.Trained // nil when only the rules read
	maxBytes  int64
}

// Reading is a report with its statements.
type Reading struct {
	Report     Report
	Statements []Statement
}

var lexicon = sync.OnceValues(func() (*attribution.Lexicon, error) {
	sub, err := fs.Sub(data.Attribution, "attribution")
	if err != nil {
		return nil, err
	}
	return attribution.NewLexicon(sub)
})

// New makes a reader of the built-in data and the user's files. A fault in a user's
// file is a news.Invalid error that names file, line and remedy.
func New(o Options) (*Reader, error) {
	x, err := lexicon()
	if err != nil {
		return nil, err
	}
	own, version, err := parseFiles(o.Files)
	if err != nil {
		return nil, err
	}
	r := &Reader{maxBytes: o.MaxBytes}
	if r.directory, err = actor.Builtin(own...); err != nil {
		return nil, err
	}
	if r.dossiers, err = builtinDossiers(own); err != nil {
		return nil, err
	}
	movers, err := r.movers()
	if err != nil {
		return nil, err
	}
	finder, name, err := r.finder(o, x)
	if err != nil {
		return nil, err
	}
	r.reading = reading.New(reading.Parts{Directory: r.directory, Lexicon: x, Finder: finder,
		Movers: movers, Version: reading.Version + "+" + name + version})
	return r, nil
}

// finder makes what finds statements, and its name in the reader's version.
func (r *Reader) finder(o Options, x *attribution.Lexicon) (attribution.Finder, string, error) {
	rules := &attribution.Rules{Lexicon: x}
	if o.Only == "rules" {
		return rules, "rules-1", nil
	}
	e, err := network(o.Model, o.Kernel)
	if err != nil {
		return nil, "", err
	}
	if o.Only == "model" {
		rules = nil
	}
	r.trained, err = attribution.NewTrained(x, rules, e)
	return r.trained, e.Model().Name, err
}

// Without gives readers like r, each with one rule of attribution left out, for ablations;
// "" leaves none out. They run the model once for a report that they read one after the other.
func (r *Reader) Without(rules ...string) []*Reader {
	xs := make([]*attribution.Lexicon, len(rules))
	for i, rule := range rules {
		xs[i] = r.reading.Lexicon.Without(rule)
	}
	out := make([]*Reader, len(rules))
	for i, f := range attribution.Under(r.reading.Finder, xs) {
		p := r.reading.Parts
		p.Lexicon, p.Finder = xs[i], f
		out[i] = &Reader{reading: reading.New(p), directory: r.directory, dossiers: r.dossiers, maxBytes: r.maxBytes}
	}
	return out
}

// BuiltinVersion is the version of a reader with the built-in model and no files of the
// user's: "parley/0.2.0+model-3". It reads no more than the model's name.
func BuiltinVersion() string {
	name, err := encoder.Name(data.Model)
	if err != nil {
		panic(err) // it is built in, and tested
	}
	return reading.Version + "+" + name
}

// builtin is the built-in model by kernel, read once.
var builtin sync.Map // of *encoder.Encoder by kernel name

// network makes an encoder of a model file, the built-in one for nil.
func network(model []byte, set string) (*encoder.Encoder, error) {
	if e, ok := builtin.Load(set); ok && model == nil {
		return e.(*encoder.Encoder), nil
	}
	k, err := encoder.Kernel(set)
	if err != nil {
		return nil, &news.Error{Code: news.Invalid, Msg: "kernel", Err: err}
	}
	file := model
	if file == nil {
		file = data.Model
	}
	m, err := encoder.Parse(file)
	if err != nil {
		return nil, &news.Error{Code: news.Invalid, Msg: "model", Err: err}
	}
	e, err := encoder.New(m, k)
	if err != nil {
		return nil, &news.Error{Code: news.Invalid, Msg: "model", Err: err}
	}
	if model == nil {
		builtin.Store(set, e)
	}
	return e, nil
}

// parseFiles parses the user's files and makes the mark that they leave in the
// reader's version.
func parseFiles(files []File) (out []*dossier.File, version string, err error) {
	h := sha256.New()
	for _, f := range files {
		d, problems := dossier.Parse(f.Name, f.Data)
		if len(problems) > 0 {
			return nil, "", Problems(problems)
		}
		h.Write(f.Data)
		out = append(out, d)
	}
	if len(files) > 0 {
		version = "+dossier-" + hex.EncodeToString(h.Sum(nil)[:4])
	}
	return out, version, nil
}

// Problems makes one error of a dossier's faults.
func Problems(ps []dossier.Problem) error {
	var b strings.Builder
	for i, p := range ps {
		if i == 20 {
			fmt.Fprintf(&b, "\n… and %d more", len(ps)-i)
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s:%d: %s", p.File, p.Line, p.Msg)
	}
	return news.Errorf(news.Invalid, "%s", b.String())
}

// builtinDossiers gives the dossiers that set issues: the user's when there are any,
// else the built-in ones.
func builtinDossiers(own []*dossier.File) ([]*dossier.File, error) {
	var out []*dossier.File
	for _, f := range own {
		if f.Key != "" {
			out = append(out, f)
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	names, err := fs.Glob(data.Dossiers, "dossiers/*.dossier")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		b, err := fs.ReadFile(data.Dossiers, name)
		if err != nil {
			return nil, err
		}
		f, problems := dossier.Parse(name, b)
		if len(problems) > 0 {
			return nil, Problems(problems)
		}
		out = append(out, f)
	}
	return out, nil
}

// movers makes one mover for each dossier.
func (r *Reader) movers() ([]reading.Mover, error) {
	var out []reading.Mover
	for _, f := range r.dossiers {
		m, err := move.New(data.Move, f, r.party)
		if err != nil {
			return nil, err
		}
		out = append(out, reading.Mover{Mover: m, Words: r.partyWords(f)})
	}
	return out, nil
}

// party is the state or organisation that words stand for.
func (r *Reader) party(words string) (news.Ref, bool) {
	for _, m := range r.directory.Matches(words) {
		if m.Entry.Kind == news.State || m.Entry.Kind == news.Organisation {
			return news.Ref{ID: m.Entry.ID, Name: m.Entry.Name}, true
		}
	}
	return news.Ref{}, false
}

// partyWords are the words for each party of a dossier: a report that names fewer
// than two of its parties is not about its conflict.
func (r *Reader) partyWords(f *dossier.File) [][]string {
	var out [][]string
	for _, p := range f.Parties {
		if p.Kind != "party" {
			continue
		}
		words := []string{p.Name}
		for _, e := range r.directory.ByName(p.Name) {
			words = append(words, e.Also...)
			words = append(words, e.Adjectives...)
			words = append(words, e.Capital)
			words = append(words, e.Metonyms...)
		}
		out = append(out, words)
	}
	return out
}

// Version is the reader's version, as it stands in every statement.
func (r *Reader) Version() string { return r.reading.Version() }

// Directory is the reader's directory of actors.
func (r *Reader) Directory() *actor.Directory { return r.directory }

// Dossiers are the dossiers whose issues the reader tells.
func (r *Reader) Dossiers() []*dossier.File { return r.dossiers }

// OpenReport makes a report of a document's bytes; name is kept as its file. What
// cannot be read is a news.Unreadable error.
func (r *Reader) OpenReport(name string, b []byte) (*news.Report, error) {
	return page.Parse(name, b, page.Options{MaxBytes: r.maxBytes})
}

// OpenFetched makes a report of a page that came from an address, with the
// Content-Type that came with it. It has no file.
func (r *Reader) OpenFetched(uri, contentType string, b []byte) (*news.Report, error) {
	rep, err := page.Parse(uri, b, page.Options{MaxBytes: r.maxBytes, URI: uri, ContentType: contentType})
	if err != nil {
		return nil, err
	}
	rep.File = ""
	return rep, nil
}

// Attributions gives a report's attributions before speakers and days are resolved.
func (r *Reader) Attributions(rep *news.Report) []attribution.Attribution {
	_, as := r.reading.Attributions(rep)
	return as
}

// Spans gives the spans and links that the trained reader sees in a report, as PolNeAR
// draws them; nothing when only the rules read.
func (r *Reader) Spans(rep *news.Report) (attribution.Spans, error) {
	if r.trained == nil {
		return attribution.Spans{}, nil
	}
	return r.trained.PolNeAR(rep)
}

// Canonical gives the usual name of a known actor for any of its spellings, else the
// name itself.
func (r *Reader) Canonical(name string) string {
	if es := r.directory.ByName(name); len(es) > 0 {
		return es[0].Name
	}
	return name
}

// Statements reads a report.
func (r *Reader) Statements(rep *news.Report) []news.Statement { return r.reading.Read(rep) }

// Read reads a document's bytes into records.
func (r *Reader) Read(name string, b []byte) (*Reading, error) {
	rep, err := r.OpenReport(name, b)
	if err != nil {
		return nil, err
	}
	m := text.NewMapper(rep.Text)
	out := &Reading{Report: record.FromReport(rep)}
	for _, s := range r.Statements(rep) {
		out.Statements = append(out.Statements, record.From(rep, m, &s))
	}
	return out, nil
}
