package marks

import (
	"strconv"
	"strings"

	"parley/internal/news"
	"parley/internal/record"
)

// statement makes the gold record of one entry.
func (p *placer) statement(e Entry) (Statement, error) {
	n, get := e.Number, e.Fields
	s := Statement{Number: n, By: get["by"]}
	s.ID = strconv.Itoa(n)
	s.Mode = news.Mode(get["mode"])
	s.Report = p.report()
	s.Speaker = speaker(get["speaker"])
	s.Speaker.Mention = p.first(n, 's')
	s.Cue = p.first(n, 'c')
	s.Content = p.role(n, 0)
	s.Within = get["within"]
	s.Optional, s.OpenMove = get["optional"] != "", get["openmove"] != ""
	if a := p.first(n, 'a'); a != nil {
		s.Addressee = &record.Party{Mention: a}
	}
	if o := p.first(n, 'o'); o != nil {
		s.Occasion = &record.Occasion{Text: o.Text, Start: o.Start, End: o.End}
	}
	if d := get["day"]; d != "" {
		d, s.DayOrNone = strings.CutSuffix(d, "?")
		s.SaidOn = said(d, p.first(n, 'd'))
		if _, err := s.SaidOn.Interval(); err != nil {
			return s, err
		}
	}
	var err error
	if s.Chain, err = chain(get["chain"], p.first(n, 'k')); err != nil {
		return s, err
	}
	s.Move, err = move(get["move"], p.role(n, 'x'))
	if err == nil && s.Mode != news.Direct && s.Mode != news.Indirect && s.Mode != news.Mixed {
		err = news.Errorf(news.Invalid, "mode %q", s.Mode)
	}
	return s, err
}

func (p *placer) report() record.Report {
	get := p.f.Report
	return record.Report{
		File: p.f.Name, URI: get["uri"], Outlet: get["outlet"], Title: get["title"], Published: get["published"],
	}
}

// speaker reads "A" or "A|B": either is right.
func speaker(v string) record.Speaker {
	var s record.Speaker
	if v == "" {
		return s
	}
	names := strings.Split(v, "|")
	s.Name, s.Names = names[0], names[1:]
	return s
}

// said reads "2031-10-07", "2031-10" or "2031-10-01..2031-10-08".
func said(v string, at *record.Words) *record.When {
	from, to, ok := strings.Cut(v, "..")
	if !ok {
		to = from
	}
	w := &record.When{From: from, To: to}
	if at != nil {
		w.Text, w.Start, w.End = at.Text, at.Start, at.End
	}
	return w
}

// chain reads "Name/kind".
func chain(v string, at *record.Words) ([]record.Link, error) {
	if v == "" {
		return nil, nil
	}
	name, kind, ok := strings.Cut(v, "/")
	switch k := news.LinkKind(kind); k {
	case news.Interview, news.QuotedBy, news.RepublishedBy, news.Translated:
		return []record.Link{{Name: name, Kind: k, Mention: at}}, nil
	}
	if !ok {
		kind = v
	}
	return nil, news.Errorf(news.Invalid, "chain %q is not of the form Name/kind", kind)
}

// move reads "talks/STANCE/HOLDER".
func move(v string, conditions []record.Words) (*record.Move, error) {
	if v == "" {
		return nil, nil
	}
	f := strings.SplitN(v, "/", 3)
	if len(f) != 3 {
		return nil, news.Errorf(news.Invalid, "move %q is not of the form issue/stance/holder", v)
	}
	switch s := news.Stance(f[1]); s {
	case news.For, news.Against, news.Conditional, news.Unclear:
		return &record.Move{Issue: f[0], Stance: s, Holder: &record.Ref{Name: f[2]}, Conditions: conditions}, nil
	}
	return nil, news.Errorf(news.Invalid, "stance %q", f[1])
}
