package ledger

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"slices"

	"parley/internal/news"
)

type dumpReport struct {
	Report    string      `json:"report"`
	Sightings []dumpPlace `json:"sightings"`
}

type dumpPlace struct {
	File string `json:"file,omitzero"`
	URI  string `json:"uri,omitzero"`
}

type dumpRevision struct {
	Revision int          `json:"revision"` // from 1, within the report
	Kind     RevisionKind `json:"kind"`
	Reader   string       `json:"reader,omitzero"`
	Author   string       `json:"author,omitzero"`
	Reason   string       `json:"reason,omitzero"`
	Report   *dumpHead    `json:"report,omitzero"`
}

type dumpHead struct {
	File      string          `json:"file,omitzero"`
	URI       string          `json:"uri,omitzero"`
	Outlet    string          `json:"outlet,omitzero"`
	Title     string          `json:"title,omitzero"`
	Author    string          `json:"author,omitzero"`
	Published string          `json:"published,omitzero"`
	Language  string          `json:"language,omitzero"`
	SHA256    string          `json:"sha256"`
	Unread    string          `json:"unread,omitzero"`
	Text      string          `json:"text"`
	Passages  json.RawMessage `json:"passages"`
}

type dumpEntry struct {
	Statement  json.RawMessage `json:"statement"`
	Supersedes string          `json:"supersedes,omitzero"`
	InForce    bool            `json:"in_force"`
}

// Dump writes all that a ledger holds as lines of JSON: for every report, by id, its
// sightings and its revisions, each with its entries. Times are left out, so two
// ledgers to which the same was added in the same order give the same bytes.
func Dump(ctx context.Context, s Store, w io.Writer) error {
	var ids []string
	for line, err := range s.Reports(ctx, Filter{}) {
		if err != nil {
			return err
		}
		ids = append(ids, line.Report.ID)
	}
	slices.Sort(ids)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, id := range ids {
		if err := dumpOne(ctx, s, id, enc); err != nil {
			return err
		}
	}
	return nil
}

func dumpOne(ctx context.Context, s Store, id string, enc *json.Encoder) error {
	rd, err := s.Report(ctx, id)
	if err != nil {
		return err
	}
	if err := enc.Encode(dumpReport{id, dumpPlaces(rd.Sightings)}); err != nil {
		return err
	}
	revisions, err := s.History(ctx, id)
	if err != nil {
		return err
	}
	for i, r := range revisions {
		head, err := dumpHeadOf(r.Report)
		if err != nil {
			return err
		}
		if err := enc.Encode(dumpRevision{i + 1, r.Kind, r.Reader, r.Author, r.Reason, head}); err != nil {
			return err
		}
		for j := range r.Entries {
			e := &r.Entries[j]
			b, err := EncodeStatement(&e.Statement)
			if err != nil {
				return err
			}
			if err := enc.Encode(dumpEntry{b, e.Supersedes, e.InForce}); err != nil {
				return err
			}
		}
	}
	return nil
}

// dumpPlaces sorts, since several processes may have met a report at once.
func dumpPlaces(sightings []Sighting) []dumpPlace {
	places := convert(sightings, func(g Sighting) dumpPlace { return dumpPlace(g.Place) })
	slices.SortFunc(places, func(a, b dumpPlace) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.URI, b.URI))
	})
	return places
}

func dumpHeadOf(r *news.Report) (*dumpHead, error) {
	if r == nil {
		return nil, nil
	}
	passages, err := EncodePassages(r.Passages)
	return &dumpHead{
		File: r.File, URI: r.URI, Outlet: r.Outlet, Title: r.Title, Author: r.Author,
		Published: r.Published.String(), Language: r.Language, SHA256: r.SHA256,
		Unread: r.Unread, Text: r.Text, Passages: passages,
	}, err
}
