package page

import (
	"strings"

	"parley/internal/imprint"
	"parley/internal/news"
)

// DefaultMaxBytes is the largest input that is read unless Options says otherwise.
const DefaultMaxBytes = 32 << 20

// Options say how a page is to be read. The zero value is ready to use.
type Options struct {
	MaxBytes    int64  // largest input, before and after decompression; 0 means DefaultMaxBytes
	URI         string // the address that the page was fetched from, if it was
	ContentType string // the Content-Type header that came with it, if any
}

func (o Options) limit() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// Parse makes a report from a page's bytes. The name tells the kind of page where
// the content does not, and becomes the report's File.
//
// Errors are of code news.Unreadable, with one of the reasons "empty", "binary",
// "too large", "undecodable", "truncated".
func Parse(name string, data []byte, opt Options) (*news.Report, error) {
	sum, id := news.HashBytes(data)
	r := &news.Report{ID: id, SHA256: sum, File: name, URI: opt.URI}
	body, inner, err := unpack(name, data, opt.limit())
	if err != nil {
		return nil, err
	}
	if err := parseInner(r, inner, body, opt); err != nil {
		return nil, err
	}
	if len(r.Passages) == 0 {
		return nil, news.Refuse("empty", "%s: no text in it", name)
	}
	if r.Language != "" && r.Language != english {
		r.Unread = "language"
	}
	return r, nil
}

// parseInner reads what is left when compression is undone. An archive holds a page
// with an encoding and an address of its own.
func parseInner(r *news.Report, name string, data []byte, opt Options) error {
	label, kind := opt.ContentType, kindOf(name, opt.ContentType, data)
	if kind == archive {
		doc, err := readMHTML(name, data, opt.limit())
		if err != nil {
			return err
		}
		data, label = doc.body, doc.contentType
		if r.URI == "" {
			r.URI = canonical(doc.address, "")
		}
		if kind = kindOf("", label, data); kind == archive {
			return news.Refuse("undecodable", "%s: a web archive inside a web archive", name)
		}
	}
	text, err := decode(name, data, charsetOf(kind, label, data))
	if err != nil {
		return err
	}
	if kind == markup {
		if r.URI == "" {
			r.URI = savedFrom(text)
		}
		readHTML(r, text)
	} else {
		readDump(r, text)
	}
	if r.Outlet == "" { // neither metadata nor title named it
		r.Outlet = imprint.Outlet(r)
	}
	return nil
}

// savedFrom gives the address that browsers note at the top of a page they save.
func savedFrom(src string) string {
	_, after, ok := strings.Cut(src[:min(len(src), sniffed)], "<!-- saved from url=(")
	if !ok {
		return ""
	}
	_, after, _ = strings.Cut(after, ")")
	address, _, _ := strings.Cut(after, " ")
	return canonical(address, "")
}
